"""An invented newsroom: articles that nobody printed, folders of them, and ways to run what reads them."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.direct import ingest_directly
from flows.pool import Workers
from flows.settings import Settings, load_settings
from flows.stages import Request, Run
from flows.summary import summary
from flows.terminal import progress
from transforms.language.pipeline import SMALL_MODEL
from warehouse.checks import check
from warehouse.database import open_published

SPEAKERS = ("Ilse Marrow", "Tobias Quent", "Petra Holm", "Jun Osei", "Carla Nunes")
TOWNS = ("Karstvik", "Port Ellery", "Thornmouth", "Calder Falls")
SUBJECTS = ("harbour levy", "night ferry", "school budget", "cod quota", "flood wall", "tram strike", "clinic roof")

Rows = list[tuple[Any, ...]]
Call = Callable[..., str]  # a command that should succeed; gives what it wrote to stdout


def article(number: int, credit: str = "© 2031 The Harbour Post. All rights reserved.") -> str:
    """One of any number of different short articles, each with a headline and two quotes of one speaker."""
    speaker, town = SPEAKERS[number % len(SPEAKERS)], TOWNS[number % len(TOWNS)]
    subject, sum_of_money = SUBJECTS[number % len(SUBJECTS)], 1_000 + number
    return (
        f"Politics\n\n{town} council backs {subject} plan {number}\n\nBy Tom Okafor\n\n"
        f"The council of {town} voted on Thursday to spend {sum_of_money} crowns on the {subject}, after a long debate.\n\n"
        f'"We will pay for the {subject} and nobody will regret it," {speaker} said after the vote.\n\n'
        f'{speaker.split()[1]} told reporters the work would begin in spring. "It costs {sum_of_money} crowns," '
        f"the mayor added.\n\n{credit}\n"
    )


def write(folder: Path, **texts: str) -> Path:
    """Write `name.txt` for each keyword into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def numbered(folder: Path, count: int) -> Path:
    """A folder of `count` different articles."""
    return write(folder, **{f"a{number:03d}": article(number) for number in range(count)})


def touch(file: Path, seconds: int = 60) -> None:
    """Give the file a later time and leave its content."""
    later = file.stat().st_mtime_ns + seconds * 10**9
    os.utime(file, ns=(later, later))


def rewrite(file: Path, text: str) -> None:
    """Give the file another content and a later time."""
    before = file.stat().st_mtime_ns
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 60 * 10**9,) * 2)


class Here:
    """An executor that runs the work at once in this process, so that a station can be patched."""

    def submit(self, step: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(step(*arguments))
        return future

    def shutdown(self, **_: Any) -> None:
        pass


@contextmanager
def one_worker_here(_: int) -> Iterator[Workers]:
    """Stands for `flows.pool.workers`: no process is started."""
    yield Workers(1, Here())  # type: ignore[arg-type]


@contextmanager
def derived_here() -> Iterator[None]:
    """No worker is started inside: for fixtures that tests share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.direct.workers", one_worker_here)
        yield


@dataclass(frozen=True)
class Desk:
    """A project folder with an inbox, and the ways to work on it."""

    project: Path

    @property
    def inbox(self) -> Path:
        return self.project / "inbox"

    @property
    def settings(self) -> Settings:
        return load_settings({"model": SMALL_MODEL}, {}, self.project)

    def map_sources(self, **sources: str) -> None:
        """Write the source map: glob of files in the inbox → source."""
        lines = [f'"inbox/{name}*" = "{source}"' for name, source in sources.items()]
        (self.project / "newsledger.toml").write_text("\n".join(["[sources]", *lines]), encoding="utf-8")

    def ingest(self, *inputs: Path, **how: Any) -> Run:
        """Ingest the inbox, or what is given, without Prefect."""
        given = tuple(map(str, inputs or (self.inbox,)))
        return ingest_directly(self.settings, Request(given, **how), progress)

    def copied(self, project: Path) -> "Desk":
        """The same desk in another folder, with what it has ingested: paths in the ledger are those of the project."""
        shutil.copytree(self.project, project, dirs_exist_ok=True)
        return Desk(project)

    def ask(self, sql: str) -> Rows:
        """The rows of a query on the published file."""
        return ask(self.settings.published, sql)


def ask(published: Path, sql: str) -> Rows:
    """The rows of a query of the test, not of the program."""
    with duckdb.connect(str(published), read_only=True) as con:
        return con.execute(sql).fetchall()


def everything(published: Path) -> dict[str, Rows]:
    """All rows of all tables of the published file, those that readers don't see among them."""
    with duckdb.connect(str(published), read_only=True) as con:
        tables = con.execute("SELECT schema_name, table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
        return {
            f"{schema}.{name}": sorted(con.execute(f'FROM "{schema}"."{name}"').fetchall(), key=repr)
            for schema, name in tables
        }


ESCAPE, BELL, C1, OVERRIDE = "\x1b", "\x07", "\x9b", "\u202e"
FORMULA = '=HYPERLINK("http://evil.example","x")'


def hostile() -> str:
    """An article that tries to act on whoever prints it: escape sequences, a formula, SQL, markup, direction marks."""
    return (
        f"Politics\n\n=cmd|'/c calc'!A1 {ESCAPE}[31mred{ESCAPE}]0;title{BELL} headline\n\n"
        f"The council of Karstvik voted on Thursday to keep '); DROP TABLE quotes; -- in its rules, after a long debate.\n\n"
        f'"{FORMULA.replace(chr(34), chr(39))} and <script>alert(1)</script> | `code` {ESCAPE}[2J{C1}31m," Ilse Marrow said.\n\n'
        f'"{OVERRIDE}+1 for [this](http://evil.example) and **that**," Tobias Quent said after the vote.\n'
    )


def counts(run: Run) -> dict[str, int]:
    """The counts of a run's summary that are not zero."""
    figures = summary(run)
    names = ("seen", "new", "changed", "unchanged", "rejected", "rederived")
    return {name: figures[name] for name in names if figures[name]}


def assert_sound(desk: Desk) -> None:
    """The published warehouse keeps its promises."""
    with open_published(desk.settings.published) as con:
        assert check(con) == []
    assert desk.ask("SELECT run_id FROM runs WHERE n_new + n_changed + n_unchanged + n_rejected != n_seen") == []


def fails(*_: object) -> None:
    """A station that is broken."""
    raise RuntimeError("a station nobody wrote")
