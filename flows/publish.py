"""From the published warehouse to the report site: read the questions, ask them, write the pages."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from reports.page import Masthead, Section, render
from warehouse.ask import read_frame
from warehouse.database import open_published
from warehouse.ledger import RunRow, last_run

OVERVIEW = Path(__file__).parent.parent / "sql" / "reports" / "overview.sql"
_COVERED = "SELECT count(*) AS articles, min(content_date) AS first, max(content_date) AS last FROM current_articles"
_STALE_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a report: its title, prose, chart kind, the view that it reads first, and one SELECT statement."""

    title: str
    prose: str
    chart: str
    view: str
    sql: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as its SQL file tells it."""

    title: str
    prose: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What was written: the page to open, the number of pages, the size of all files in bytes."""

    index: Path
    pages: int
    size: int


def read_report(sql_file: Path) -> Report:
    """The report in a file: `-- # title` and prose, then parts that begin with `-- ## title`.

    In a part the comment lines before the statement are its prose, but for `-- chart: kind`. The file is split by hand
    because DuckDB's own splitter gives a comment to the statement before it. ValueError when a part lacks chart or statement.
    """
    head, *parts = re.split(r"^-- ## ", sql_file.read_text("utf-8"), flags=re.MULTILINE)
    title, *prose = [line.removeprefix("--").strip() for line in head.strip().splitlines()]
    return Report(title.removeprefix("# "), " ".join(prose).strip(), tuple(_part(part, sql_file) for part in parts))


def write_site(published: Path, out: Path) -> Site:
    """Write the overview of the published warehouse into `out`, then point the link `latest` beside it there.

    The site appears whole or not at all. Raises Missing when nothing was published, ValueError when a statement's columns
    do not fit its chart, OSError when the folder cannot be written.
    """
    report = read_report(OVERVIEW)
    with open_published(published) as con:
        frames = [read_frame(con, part.sql) for part in report.parts]
        masthead = _masthead(report, last_run(con), read_frame(con, _COVERED))
    files = render(masthead, [_section(part, frame) for part, frame in zip(report.parts, frames, strict=True)])
    with _whole(out) as folder:
        size = _write_files(folder, files)
    _point_latest(out)
    return Site(out / "index.html", sum(name.endswith(".html") for name in files), size)


def _part(text: str, sql_file: Path) -> Part:
    title, _, rest = text.partition("\n")
    comments, sql = _leading_comments(rest)
    charts = [line.removeprefix("chart:").strip() for line in comments if line.startswith("chart:")]
    view = re.search(r"\bFROM\s+(\w+)", sql, flags=re.IGNORECASE)
    if len(charts) != 1 or view is None:
        raise ValueError(
            f"{sql_file.name}, {title!r}: a part needs one `-- chart:` line and one statement that reads a view"
        )
    prose = " ".join(line for line in comments if not line.startswith("chart:"))
    return Part(title.strip(), prose.strip(), charts[0], view[1], sql)


def _leading_comments(text: str) -> tuple[list[str], str]:
    lines = text.strip().splitlines()
    first = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    statement = "\n".join(lines[first:]).strip().removesuffix(";")
    return [line.removeprefix("--").strip() for line in lines[:first]], statement


def _section(part: Part, frame: pl.DataFrame) -> Section:
    return Section(part.title, part.prose, part.chart, part.view, part.sql, frame)


def _masthead(report: Report, run: RunRow | None, covered: pl.DataFrame) -> Masthead:
    n_articles, first, last = covered.row(0)
    return Masthead(
        title=report.title,
        prose=report.prose,
        run_id=run.run_id if run else "",
        run_status=run.status if run else "",
        run_ended_at=run.ended_at if run else None,
        date_range=None if first is None else (first, last),
        code_version=run.code_version if run else "",
        n_articles=n_articles,
    )


def _write_files(folder: Path, files: Mapping[str, str | bytes]) -> int:
    size = 0
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        size += (folder / name).write_bytes(data)
    return size


@contextmanager
def _whole(out: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of `out` at the end; what killed runs left behind goes after an hour."""
    out.parent.mkdir(parents=True, exist_ok=True)
    for leftover in out.parent.glob(".*-unfinished"):
        if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(leftover)
    with tempfile.TemporaryDirectory(prefix=".", suffix="-unfinished", dir=out.parent) as scratch:
        fresh = Path(scratch, "new")
        fresh.mkdir()
        yield fresh
        if out.exists():
            out.rename(Path(scratch, "old"))
        fresh.rename(out)


def _point_latest(out: Path) -> None:
    link = out.parent / "latest"
    fresh = out.parent / f".latest-{os.getpid()}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(out.name, target_is_directory=True)
    fresh.replace(link)
