"""Every view, tested by example: a folder `<view>/<case>` holds a CSV for each table, and what the view makes of them.

A table's CSV has only the columns that matter. The rest is null, or where null is not allowed something harmless; a file is
`current` and a mention is a `name` unless said otherwise. Entities, their aliases and topics come from flows/identity.py and
sql/refresh, as in the warehouse. Rows of expect.csv are compared in order where the view orders them, and shares to four places.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.identity import attach_names
from transforms.schema import DERIVED, DURABLE, TABLES
from warehouse.refresh import refresh
from warehouse.tables import declared
from warehouse.views import FOLDER, define_views

CASES = Path(__file__).parent
VIEWS = sorted(file.stem for file in FOLDER.glob("*.sql"))
DEFAULTS = {
    "status": "'current'",
    "kind": "'name'",
    "VARCHAR": "''",
    "BIGINT": "0",
    "DOUBLE": "0",
    "BOOLEAN": "true",
    "VARCHAR[]": "[]",
    "TIMESTAMP WITH TIME ZONE": "'2031-05-06 12:00:00Z'",
}


@pytest.fixture(scope="module")
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        for table, schema in TABLES.items():
            columns = [
                f'"{name}" {sql_type} DEFAULT {"NULL" if nullable else DEFAULTS.get(name, DEFAULTS[sql_type])}'
                for name, sql_type, nullable in declared(schema)
            ]
            con.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        define_views(con)
        yield con


@pytest.fixture
def con(empty: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    yield empty
    for table in TABLES:
        empty.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_a_case(view: str) -> None:
    assert list((CASES / view).glob("*/expect.csv")), f"add tests/sql/{view}/<case>/ with a CSV a table and expect.csv"


def test_every_folder_is_a_case_of_a_view() -> None:
    folders = {folder.name for folder in CASES.iterdir() if folder.is_dir() and folder.name != "__pycache__"}
    assert folders == set(VIEWS)
    inputs = {file.stem for file in CASES.glob("*/*/*.csv")} - {"expect"}
    assert inputs <= set(DURABLE | DERIVED)


@pytest.mark.parametrize("case", sorted(CASES.glob("*/*/")), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_the_view_answers_as_expected(con: duckdb.DuckDBPyConnection, case: Path) -> None:
    view = case.parent.name
    given = sorted(file.stem for file in case.glob("*.csv") if file.stem != "expect")
    for table in given:
        read_into(con, table, case / f"{table}.csv")
    if "mentions" in given:
        attach_names(con)
    refresh(con)
    columns = ", ".join((case / "expect.csv").read_text("utf-8").splitlines()[0].split(","))
    con.execute(f"CREATE OR REPLACE TEMP TABLE expected AS SELECT {columns} FROM {view} LIMIT 0")
    read_into(con, "expected", case / "expect.csv")
    read = rows if "\nORDER BY" in (FOLDER / f"{view}.sql").read_text("utf-8") else unordered_rows
    expected = read(con, "FROM expected")
    assert read(con, f"SELECT {columns} FROM {view}") == expected
    turn_round(con, given)
    assert read(con, f"SELECT {columns} FROM {view}") == expected, "the order of rows in a table shows"


def test_an_empty_warehouse_has_no_rows_but_those_of_bins(con: duckdb.DuckDBPyConnection) -> None:
    found = {view: con.execute(f"FROM {view}").fetchall() for view in VIEWS}
    assert [row[2:] for row in found.pop("confidence_bins")] == [(0, 0)] * 10
    assert [view for view, shown in found.items() if shown] == []


def test_what_is_unknown_is_shown_as_unknown(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "INSERT INTO files (path, document_id, status) VALUES ('a.txt', 'd1', 'current'), ('b.txt', NULL, 'rejected')"
    )
    con.execute("INSERT INTO documents (document_id, text) VALUES ('d1', 'So it is.')")
    con.execute("INSERT INTO articles (article_id, document_id) VALUES ('a1', 'd1')")
    con.execute("INSERT INTO quotes (quote_id, article_id, speaker_kind) VALUES ('q1', 'a1', 'unknown')")
    refresh(con)
    said = {
        column: {name for view in VIEWS for name in values(con, view, column)}
        for column in ("source", "speaker", "topic", "content_date")
    }
    assert said == {
        "source": {"(source unknown)"}, "speaker": {"(speaker unknown)"}, "topic": {"(no topic)"}, "content_date": {None}
    }  # fmt: skip


def test_no_more_than_300_speakers_have_a_page(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO files (path, document_id) VALUES ('a.txt', 'd1')")
    con.execute("INSERT INTO articles (article_id, document_id) VALUES ('a1', 'd1')")
    con.execute(
        "INSERT INTO entities (entity_id, canonical_name, type) SELECT i, 'Name ' || i, 'PERSON' FROM range(1, 302) AS t (i)"
    )
    con.execute(
        "INSERT INTO entity_names (article_id, name_id, entity_id) SELECT 'a1', i, i FROM range(1, 302) AS t (i)"
    )
    con.execute(
        "INSERT INTO quotes (quote_id, article_id, speaker_name_id, n_words) "
        "SELECT i || '-' || j, 'a1', i, i FROM range(1, 302) AS t (i), range(3) AS u (j)"
    )
    ranks = con.execute("SELECT rank, speaker FROM reported_speakers").fetchall()
    assert ranks == [(place, f"Name {302 - place}") for place in range(1, 301)]


def read_into(con: duckdb.DuckDBPyConnection, table: str, file: Path) -> None:
    """Add the rows of a CSV, whose values are text until the table gives them a type; `""` is an empty text, nothing is null."""
    form = "all_varchar = true, header = true, delim = ',', quote = '\"', allow_quoted_nulls = false"
    con.execute(f"INSERT INTO {table} BY NAME FROM read_csv(?, {form})", [str(file)])


def values(con: duckdb.DuckDBPyConnection, view: str, column: str) -> set[Any]:
    """What a view shows in a column; nothing when it has no such column."""
    answer = con.execute(f"FROM {view}")
    names = [name for (name, *_) in answer.description]
    return {row[names.index(column)] for row in answer.fetchall()} if column in names else set()


def turn_round(con: duckdb.DuckDBPyConnection, tables: list[str]) -> None:
    """Put the rows of the tables in the opposite order."""
    for table in tables:
        con.execute(f"CREATE OR REPLACE TEMP TABLE turned AS FROM {table}")
        con.execute(f"DELETE FROM {table}")
        con.execute(f"INSERT INTO {table} FROM turned ORDER BY rowid DESC")


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """The rows, floats to four places."""
    return [
        tuple(round(value, 4) if isinstance(value, float) else value for value in row)
        for row in con.execute(sql).fetchall()
    ]


def unordered_rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a view that promises no order."""
    return sorted(rows(con, sql), key=repr)
