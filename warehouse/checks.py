"""Promises about the data: one query a file in sql/checks, which must return no rows."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from warehouse.errors import BadSql
from warehouse.views import catalogue

FOLDER = Path(__file__).parent.parent / "sql" / "checks"
MAX_ROWS = 20


@dataclass(frozen=True, slots=True)
class Failure:
    """A broken promise: what it means, how many rows break it, and up to 20 of them (table_name, id, what)."""

    name: str
    message: str
    count: int
    rows: pl.DataFrame


def check(con: duckdb.DuckDBPyConnection) -> list[Failure]:
    """The checks that fail, in alphabetical order; a view that cannot be read fails too. Raises BadSql for a bad file."""
    found = [_run(con, file) for file in sorted(FOLDER.glob("*.sql"))]
    return [failure for failure in (*found, _broken_views(con)) if failure]


def _run(con: duckdb.DuckDBPyConnection, file: Path) -> Failure | None:
    text = file.read_text("utf-8")
    try:
        broken = con.sql(text)
        rows = broken.limit(MAX_ROWS).pl()
        count = len(rows) if len(rows) < MAX_ROWS else len(broken)
    except duckdb.Error as error:
        raise BadSql(
            str(error), where=f"sql/checks/{file.name}", fix="correct the file: it must run in the duckdb shell"
        ) from error
    return Failure(file.stem, text.splitlines()[0].removeprefix("--").strip(), count, rows) if count else None


def _broken_views(con: duckdb.DuckDBPyConnection) -> Failure | None:
    broken = []
    for view in catalogue(con):
        try:
            con.execute(f'SELECT * FROM "{view.name}" LIMIT 0')
        except duckdb.Error as error:
            broken.append({"table_name": view.name, "id": view.name, "what": str(error).splitlines()[0]})
    message = "A view no longer fits the tables: what it answers cannot be had."
    return Failure("views_bind", message, len(broken), pl.DataFrame(broken[:MAX_ROWS])) if broken else None
