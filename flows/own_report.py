"""Anyone's SQL file as a page: each statement asked in the sandbox, its rows drawn in the style of the site."""

import re
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.errors import UserError
from flows.printable import printable
from flows.publish import edition_of
from flows.report_sql import Part, Report, parse
from flows.site_files import Kind, Written, require_replaceable, write_files
from reports.charts import shape
from reports.export import plain
from reports.figures import Section
from reports.links import NOWHERE
from reports.page import Files, Page, assets, edition_files, render_page
from reports.text import label
from warehouse.ask import Question, ask
from warehouse.database import open_published
from warehouse.errors import WarehouseError

MOST_ROWS = 1_000
_MOST_STATEMENTS = 50
_KIND: Kind = "a report of an SQL file"
# Of the chart kinds those that need nothing but a statement's columns.
_CHARTS = (
    "bars",
    "bullets",
    "gaps",
    "heat",
    "histogram",
    "league",
    "numbers",
    "shares",
    "squares",
    "table",
    "timeline",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one statement may cost: seconds of wall time, megabytes of memory."""

    seconds: float
    memory_mb: int


def write_own_report(sql_file: Path, published: Path, out: Path, limits: Limits) -> Written:
    """Write a page with a figure for each statement of the file, and the CSV of each, into the folder `out`.

    Raises Missing when nothing was published; UserError for a file that cannot be read, holds no statement or names a
    chart that its columns do not fit, and for a folder that holds something else; BadSql, TimedOut or OutOfMemory of a
    statement, each naming the line of the file. Nothing is written then.
    """
    require_replaceable(out, _KIND)
    text = _read(sql_file)
    report = _report(text, sql_file)
    sections = tuple(_section(part, sql_file, published, limits) for part in report.parts)
    title = report.title or label(re.sub(r"[-_]+", " ", sql_file.stem))
    page = Page("index.html", sql_file.name, title, report.prose, sections, navigation=())
    return write_files(out, _files(page, text, published), _KIND)


def _files(page: Page, text: str, published: Path) -> Files:
    with open_published(published) as con:
        edition = edition_of(con)
    yield from assets()
    yield from edition_files(edition)
    yield from render_page(page, NOWHERE)
    yield "report.sql", text.encode()


def _read(sql_file: Path) -> str:
    try:
        return sql_file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"cannot read the report: {error}", where=str(sql_file), fix="name a UTF-8 text file"
        ) from error


def _report(text: str, sql_file: Path) -> Report:
    try:
        report = parse(text)
    except ValueError as error:
        raise UserError(str(error), where=str(sql_file), fix="write one statement below each heading") from error
    if not 0 < len(report.parts) <= _MOST_STATEMENTS:
        raise UserError(
            f"it holds {len(report.parts)} statements",
            where=str(sql_file),
            fix=f"write 1 to {_MOST_STATEMENTS} SELECT statements, each with a comment that says what it shows",
        )
    return report


def _section(part: Part, sql_file: Path, published: Path, limits: Limits) -> Section:
    frame = _ask(part, sql_file, published, limits)
    prose = part.prose
    if len(frame) > MOST_ROWS:
        prose = f"{prose} The first {MOST_ROWS:,} rows of more.".strip()
    rows = _readable(frame.head(MOST_ROWS), f"{sql_file}, line {part.line}")
    return Section(part.title, prose, _chart(part, rows, sql_file), part.view, part.sql, rows, part.empty, part.half)


def _ask(part: Part, sql_file: Path, published: Path, limits: Limits) -> pl.DataFrame:
    try:
        return ask(published, Question(part.sql, MOST_ROWS + 1, limits.seconds, limits.memory_mb))
    except WarehouseError as error:
        if error.where != "the query":  # there is nothing to ask
            raise
        raise type(error)(
            _in_file(error.what, part.line), where=f"{sql_file}, line {part.line}", fix=error.fix
        ) from error


def _in_file(complaint: str, first: int) -> str:
    """DuckDB's message with the line numbers of the file."""
    return re.sub(r"^LINE (\d+):", lambda line: f"LINE {int(line[1]) + first - 1}:", complaint, flags=re.MULTILINE)


def _chart(part: Part, rows: pl.DataFrame, sql_file: Path) -> str:
    """The chart that the file names, else one that the columns fit."""
    where = f"{sql_file}, line {part.line}"
    chart = part.chart or ("league" if _is_league(rows) else "table")
    if chart not in _CHARTS:
        raise UserError(f"no chart kind {chart!r}", where=where, fix=f"use one of {', '.join(_CHARTS)}")
    try:
        shape(chart, rows, NOWHERE)
    except ValueError as error:
        if rows.is_empty():
            return "table"
        raise UserError(str(error), where=where, fix="change the columns, or the `-- chart:` line") from error
    return chart


def _readable(rows: pl.DataFrame, where: str) -> pl.DataFrame:
    """The rows with what no page can hold (structs, lists of lists, bytes) as text; a HUGEINT is a number, infinity none."""
    try:
        held = printable(rows)
    except UserError as error:
        raise UserError(f"{error.where}: {error.what}", where=where, fix=error.fix) from error
    return held.with_columns(_readable_column(column) for column in held.get_columns())


def _readable_column(column: pl.Series) -> pl.Series:
    if isinstance(column.dtype, pl.Decimal):
        whole = column.cast(pl.Int64, strict=False)
        fits = column.dtype.scale == 0 and whole.null_count() == column.null_count()
        return whole if fits else column.cast(pl.Float64)
    if column.dtype.is_float():
        return pl.select(pl.when(column.is_finite()).then(column).alias(column.name)).to_series()
    kind = column.dtype.inner if isinstance(column.dtype, pl.List) else column.dtype
    if kind.is_nested() or not (kind.is_numeric() or kind in (pl.String, pl.Boolean) or kind.is_temporal()):
        return pl.Series(
            column.name, [None if value is None else str(plain(value)) for value in column.to_list()], pl.String
        )
    return column


def _is_league(rows: pl.DataFrame) -> bool:
    """Words and then a count: the count is drawn as a bar."""
    kinds = rows.dtypes
    if len(kinds) < 2 or len(rows) < 2 or kinds[0] != pl.String or not kinds[1].is_integer():
        return False
    counts = rows.to_series(1)
    return counts.null_count() == 0 and int(counts.min()) >= 0  # type: ignore[arg-type]
