"""The questions: one view a file in sql/views, whose first line asks what the view answers."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.errors import BadSql
from warehouse.transaction import transaction

FOLDER = Path(__file__).parent.parent / "sql" / "views"


@dataclass(frozen=True, slots=True)
class View:
    """A view with its question, and the sentence of each column by its name, in order."""

    name: str
    question: str
    columns: dict[str, str]


def define_views(con: duckdb.DuckDBPyConnection) -> None:
    """Make the views of the database be those of sql/views, with their comments, in one transaction.

    A view can only be created after those that it reads, so the files are tried again until none is left. Raises BadSql
    naming a file that cannot be defined, with the views as they were. Does nothing where they are those already.
    """
    if _are_defined(con):
        return
    with transaction(con):
        for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
            con.execute(f'DROP VIEW "{name}"')
        _create(con, sorted(FOLDER.glob("*.sql")))
        con.execute("CREATE OR REPLACE TABLE view_files (name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL)")
        con.executemany("INSERT INTO view_files VALUES (?, ?)", declared())


def declared() -> list[tuple[str, str]]:
    """Name and SHA-256 of each file of sql/views: what the table view_files holds where the views are up to date."""
    return [(file.stem, sha256(file.read_bytes()).hexdigest()) for file in sorted(FOLDER.glob("*.sql"))]


def forget_views(con: duckdb.DuckDBPyConnection) -> None:
    """Have `define_views` make all views again: the tables under them have changed."""
    con.execute("DROP TABLE IF EXISTS view_files")


def catalogue(con: duckdb.DuckDBPyConnection) -> list[View]:
    """The views in alphabetical order, as the database knows them: a published file needs no sql folder beside it."""
    rows = con.execute(
        """
        SELECT v.view_name, coalesce(v.comment, ''), c.column_name, coalesce(c.comment, '')
        FROM duckdb_views() AS v
        JOIN duckdb_columns() AS c ON c.table_oid = v.view_oid AND c.database_oid = v.database_oid
        WHERE NOT v.internal
        ORDER BY v.view_name, c.column_index
        """
    ).fetchall()
    views: dict[str, View] = {}
    for name, question, column, sentence in rows:
        views.setdefault(name, View(name, question, {})).columns[column] = sentence
    return list(views.values())


def _are_defined(con: duckdb.DuckDBPyConnection) -> bool:
    exists = con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'view_files'").fetchone()
    if not exists or con.execute("SELECT name, sha256 FROM view_files ORDER BY name").fetchall() != declared():
        return False
    there = con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall()
    return there == [(name,) for name, _ in declared()]


def _create(con: duckdb.DuckDBPyConnection, left: list[Path]) -> None:
    while left:
        failures = {file: error for file in left if (error := _attempt(con, file))}
        if len(failures) == len(left):
            file, error = next(iter(failures.items()))
            raise BadSql(
                str(error), where=f"sql/views/{file.name}", fix="correct the file: it must run in the duckdb shell"
            )
        left = list(failures)


def _attempt(con: duckdb.DuckDBPyConnection, file: Path) -> duckdb.Error | None:
    try:
        con.execute(file.read_text("utf-8"))
        con.execute(f'SELECT * FROM "{file.stem}" LIMIT 0')
    except duckdb.Error as error:
        return error
    return None
