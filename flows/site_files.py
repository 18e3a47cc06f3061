"""A site on disk: it appears whole or not at all, and what did not change is the file of the last time."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from flows.errors import UserError
from flows.files import held_in, whole_folder

Kind = Literal["the report site", "a report of an SQL file"]

# Every site has it: the kind of site on the first line, then its files, so that nobody else's are taken for its own.
LIST = "data/files.txt"
_FIRST_LINE = "newsledger: "


@dataclass(frozen=True, slots=True)
class Written:
    """What a site holds: pages, files of all kinds, those of them that are new or changed, and the bytes of all."""

    pages: int
    files: int
    rewritten: int
    size: int


def write_files(out: Path, files: Iterable[tuple[str, bytes]], kind: Kind) -> Written:
    """Make `out` a folder of these files (relative path, content) and the list of them.

    A file that is the same in the site before (`out`, else `latest` beside it) is linked, not written. Raises UserError
    when `out` holds anything but a site of this kind; OSError leaves the site before.
    """
    require_replaceable(out, kind)
    before = out if out.exists() else out.parent / "latest"
    names, pages, rewritten, size = [LIST], 0, 0, 0
    with whole_folder(out) as folder:
        for name, content in files:
            names.append(name)
            size, pages = size + len(content), pages + name.endswith(".html")
            rewritten += not _linked(before / name, folder / name, content)
        listed = _list(kind, names)
        size += len(listed)
        rewritten += not _linked(before / LIST, folder / LIST, listed)
    return Written(pages, len(names), rewritten, size)


def require_replaceable(out: Path, kind: Kind) -> None:
    """UserError, with the way out, unless `out` is nothing yet, an empty folder, or one that holds a site of this kind and no more."""
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    found, names = _listed(out)
    if found is None:
        fix = "name a new folder with --out, or remove it if it is a report of an earlier version"
        raise UserError("it exists and is no report that says which files are its own", where=str(out), fix=fix)
    if found != kind:
        raise UserError(f"it holds {found}", where=str(out), fix="name another folder with --out")
    if foreign := sorted(held_in(out) - names):
        fix = "move that elsewhere, or name a new folder with --out"
        raise UserError(f"the folder holds what no report wrote: {foreign[0]}", where=str(out), fix=fix)


def point_latest(out: Path) -> None:
    """Make the link `latest` beside a site lead to it."""
    link = out.parent / "latest"
    fresh = out.parent / f".latest-{os.getpid()}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(out.name, target_is_directory=True)
    fresh.replace(link)


def _list(kind: Kind, names: Iterable[str]) -> bytes:
    return "\n".join([_FIRST_LINE + kind, *sorted(names), ""]).encode()


def _listed(out: Path) -> tuple[str | None, set[str]]:
    """The kind of site that a folder holds, and the files of the site; None when there is no list of them."""
    try:
        first, *names = (out / LIST).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return None, set()
    return (first.removeprefix(_FIRST_LINE) if first.startswith(_FIRST_LINE) else None), set(names)


def _linked(before: Path, now: Path, content: bytes) -> bool:
    now.parent.mkdir(parents=True, exist_ok=True)
    try:
        if before.stat().st_size == len(content) and before.read_bytes() == content:
            os.link(before, now, follow_symlinks=True)
            return True
    except OSError:  # not there before, or a file system without links
        pass
    now.write_bytes(content)
    return False
