"""Desks to work at: one for every test, and one published warehouse for all the tests that only read."""

from pathlib import Path

import pytest
from newsroom import Call, Desk, article, derived_here, hostile, numbered, one_worker_here, write

from flows.cli import run


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty project of its own; nothing of it is ingested yet."""
    (tmp_path / "inbox").mkdir()
    return Desk(tmp_path)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches are derived in this process: no worker has to start, and stations can be patched."""
    monkeypatch.setattr("flows.direct.workers", one_worker_here)


@pytest.fixture(scope="session")
def _two(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("two"))
    numbered(desk.inbox, 2)
    with derived_here():
        desk.ingest()
    return desk


@pytest.fixture
def two(_two: Desk, tmp_path: Path) -> Desk:
    """A copy for each test of a project where a000.txt and a001.txt are ingested."""
    return _two.copied(tmp_path)


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("newsroom"))
    numbered(desk.inbox, 6)
    write(desk.inbox, copy=article(0), empty="", hostile=hostile())
    with derived_here():
        desk.ingest()
    return desk


@pytest.fixture
def published(_published: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Where seven articles, a copy and a reject are published; the test stands in its folder and only reads."""
    monkeypatch.chdir(_published.project)
    monkeypatch.setenv("NEWSLEDGER_DATA", str(_published.settings.data))
    return _published


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Call:
    """Run a command that should succeed and return what it wrote to stdout."""

    def called(*arguments: str) -> str:
        capfd.readouterr()
        code = run(arguments)
        answer = capfd.readouterr()
        assert code == 0, answer.err
        return answer.out

    return called
