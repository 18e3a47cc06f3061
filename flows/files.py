"""Files that readers find whole: written beside, then put in place in a single step; what else lies there is left alone."""

import hashlib
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_STALE_SECONDS = 3600
_UNFINISHED = ".newsledger-unfinished"  # no folder that people make is called so


def replace_file(file: Path, content: bytes) -> None:
    """Make `file` hold the content; what it held stays until all of the new is on the disk. OSError leaves nothing behind."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        with unfinished.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of `out` in the end; an error leaves what was there. OSError when the disk refuses.

    What killed runs for `out` left behind goes after an hour; a folder that one of them had just moved aside comes back at once.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    for leftover in _entries(out.parent):
        with suppress(OSError):  # it is another's, or gone meanwhile
            _clear(leftover, out)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", suffix=_UNFINISHED, dir=out.parent) as scratch:
        fresh = Path(scratch, "new")
        fresh.mkdir()
        yield fresh
        if out.exists():
            out.rename(Path(scratch, "old"))
        fresh.rename(out)


def held_in(folder: Path) -> set[str]:
    """The relative paths of all that lies in a folder and below: files, links also to folders, and folders that hold nothing."""
    held = set[str]()
    for place, folders, files in os.walk(folder):
        names = files + [name for name in folders if Path(place, name).is_symlink()]
        held |= {Path(place, name).relative_to(folder).as_posix() for name in names}
        if not folders and not files and Path(place) != folder:
            held.add(Path(place).relative_to(folder).as_posix())
    return held


def digest_of(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _entries(folder: Path) -> list[Path]:
    with suppress(OSError):  # to write into a folder one need not be allowed to list it
        return list(folder.iterdir())
    return []


def _clear(leftover: Path, out: Path) -> None:
    """Undo what a killed run for `out` left, if that is what the folder is. OSError when it cannot be."""
    if not re.fullmatch(rf"\.{re.escape(out.name)}-[a-z0-9_]{{8}}{re.escape(_UNFINISHED)}", leftover.name):
        return
    state = leftover.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
        return
    held = {entry.name for entry in leftover.iterdir()}
    if held - {"new", "old"}:
        return
    if "old" in held and not out.exists():
        (leftover / "old").rename(out)
    if time.time() - state.st_mtime > _STALE_SECONDS:
        shutil.rmtree(leftover)
