"""A site on disk: whole or not at all, and only what changed is written."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.errors import UserError
from flows.site_files import LIST, Written, point_latest, write_files

SITE = {"data/edition.js": b"1", "index.html": b"one", "data/a.csv": b"a"}


def _write(out: Path, **changed: bytes) -> Written:
    files = SITE | {f"{name}.html": content for name, content in changed.items()}
    return write_files(out, files.items(), "the report site")


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    listed = b"newsledger: the report site\ndata/a.csv\ndata/edition.js\ndata/files.txt\nindex.html\n"
    assert _write(tmp_path / "run") == Written(pages=1, files=4, rewritten=4, size=5 + len(listed))
    assert (tmp_path / "run" / LIST).read_bytes() == listed
    assert _write(tmp_path / "run").rewritten == 0
    assert _write(tmp_path / "run", index=b"two").rewritten == 1
    assert (tmp_path / "run" / "index.html").read_bytes() == b"two"


def test_a_new_run_takes_over_what_latest_holds(tmp_path: Path) -> None:
    _write(tmp_path / "first")
    point_latest(tmp_path / "first")
    assert _write(tmp_path / "second", index=b"two").rewritten == 1
    point_latest(tmp_path / "second")
    assert (tmp_path / "latest").resolve() == (tmp_path / "second").resolve()
    assert (tmp_path / "first" / "index.html").read_bytes() == b"one"


def test_an_old_folder_can_go_without_harm_to_the_new_one(tmp_path: Path) -> None:
    _write(tmp_path / "first")
    point_latest(tmp_path / "first")
    _write(tmp_path / "second")
    for file in SITE:
        (tmp_path / "first" / file).unlink()
    assert {file: (tmp_path / "second" / file).read_bytes() for file in SITE} == SITE


def test_what_is_gone_from_the_site_is_gone_from_the_folder(tmp_path: Path) -> None:
    _write(tmp_path / "run", old=b"old")
    _write(tmp_path / "run")
    assert not (tmp_path / "run" / "old.html").exists()


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("mine")
    with pytest.raises(UserError, match="no report"):
        _write(tmp_path / "letters")
    assert (tmp_path / "letters" / "dear.txt").read_text() == "mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert _write(tmp_path / "new").files == 4


def _adds_a_file(site: Path) -> str:
    (site / "CNAME").write_text("mine")
    return "CNAME"


def _adds_a_folder(site: Path) -> str:
    (site / ".git" / "refs").mkdir(parents=True)
    return ".git/refs"


def _adds_a_link(site: Path) -> str:
    (site.parent / "letters").mkdir()
    (site / "data" / "letters").symlink_to("../../letters", target_is_directory=True)
    return "data/letters"


@pytest.mark.parametrize("adds", [_adds_a_file, _adds_a_folder, _adds_a_link])
def test_a_site_to_which_something_was_added_is_refused(tmp_path: Path, adds: Callable[[Path], str]) -> None:
    _write(tmp_path / "run")
    added = adds(tmp_path / "run")
    with pytest.raises(UserError, match=f"no report wrote: {added}"):
        _write(tmp_path / "run", index=b"two")
    assert os.path.lexists(tmp_path / "run" / added)
    assert (tmp_path / "run" / "index.html").read_bytes() == b"one"


@pytest.mark.parametrize("listed", [None, b"", b"\xff", b"my files\nindex.html\n"])
def test_a_site_that_does_not_say_what_is_its_own_is_refused(tmp_path: Path, listed: bytes | None) -> None:
    _write(tmp_path / "run")
    (tmp_path / "run" / LIST).unlink()
    if listed is not None:
        (tmp_path / "run" / LIST).write_bytes(listed)
    with pytest.raises(UserError, match="no report") as refused:
        _write(tmp_path / "run")
    assert "remove it if it is a report of an earlier version" in refused.value.fix


def test_a_report_of_another_kind_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path / "mine", SITE.items(), "a report of an SQL file")
    with pytest.raises(UserError, match="it holds a report of an SQL file"):
        _write(tmp_path / "mine")


def test_a_site_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise KeyboardInterrupt

    _write(tmp_path / "run")
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path / "run", broken(), "the report site")
    assert (tmp_path / "run" / "index.html").read_bytes() == b"one"
    assert [file.name for file in tmp_path.iterdir()] == ["run"]


KILLED = """
import os, signal, sys
from pathlib import Path
from flows.site_files import write_files
def files():
    yield "index.html", b"two"
    os.kill(os.getpid(), signal.SIGKILL)
write_files(Path(sys.argv[1]), files(), "the report site")
"""


def test_a_killed_run_leaves_the_old_site_and_what_it_left_goes_later(tmp_path: Path) -> None:
    _write(tmp_path / "run")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "run")], check=False)
    assert (tmp_path / "run" / "index.html").read_bytes() == b"one"
    (leftover,) = tmp_path.glob(".run-*.newsledger-unfinished")
    _write(tmp_path / "run")
    assert leftover.exists()  # it could be another run's that is still at work
    os.utime(leftover, (0, 0))
    _write(tmp_path / "run")
    assert [file.name for file in tmp_path.iterdir()] == ["run"]


def test_a_site_that_a_killed_run_had_moved_aside_comes_back(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise KeyboardInterrupt

    _write(tmp_path / "run")
    leftover = tmp_path / ".run-k1ll3d_0.newsledger-unfinished"
    leftover.mkdir()
    (tmp_path / "run").rename(leftover / "old")
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path / "run", broken(), "the report site")
    assert (tmp_path / "run" / "index.html").read_bytes() == b"one"


@pytest.mark.parametrize(
    "name", [".novel-unfinished", ".run-unfinished", ".run-2-k1ll3d_0.newsledger-unfinished", "run-k1ll3d_0"]
)
def test_a_folder_of_another_name_is_left_alone_however_old(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "new").mkdir(parents=True)
    os.utime(tmp_path / name, (0, 0))
    _write(tmp_path / "run")
    assert (tmp_path / name / "new").exists()


def test_what_only_bears_the_name_of_a_leftover_is_left_alone(tmp_path: Path) -> None:
    file, link, novel = (tmp_path / f".run-k1ll3d_{number}.newsledger-unfinished" for number in range(3))
    file.write_text("mine")
    (tmp_path / "drafts" / "new").mkdir(parents=True)
    os.utime(tmp_path / "drafts", (0, 0))
    link.symlink_to("drafts", target_is_directory=True)
    (novel / "new").mkdir(parents=True)
    (novel / "chapter one.txt").write_text("mine")
    for kept in (file, novel):
        os.utime(kept, (0, 0))
    _write(tmp_path / "run")
    assert file.exists()
    assert link.is_symlink()
    assert (tmp_path / "drafts" / "new").exists()
    assert (novel / "chapter one.txt").exists()


def test_a_leftover_that_cannot_be_removed_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    leftover = tmp_path / ".run-k1ll3d_0.newsledger-unfinished"
    (leftover / "new").mkdir(parents=True)
    os.utime(leftover, (0, 0))
    monkeypatch.setattr("flows.files.os.geteuid", lambda: leftover.stat().st_uid + 1)
    _write(tmp_path / "run")
    assert leftover.exists()
    monkeypatch.undo()
    monkeypatch.setattr(Path, "lstat", gone)
    _write(tmp_path / "run")
    monkeypatch.undo()
    _write(tmp_path / "run")
    assert not leftover.exists()
