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
    for file in case.glob("*.csv"):
        if file.stem != "expect":
            read_into(con, file.stem, file)
    attach_names(con)
    refresh(con)
    columns = ", ".join((case / "expect.csv").read_text("utf-8").splitlines()[0].split(","))
    con.execute(f"CREATE OR REPLACE TEMP TABLE expected AS SELECT {columns} FROM {view} LIMIT 0")
    read_into(con, "expected", case / "expect.csv")
    answer, expected = rows(con, f"SELECT {columns} FROM {view}"), rows(con, "FROM expected")
    if "\nORDER BY" not in (FOLDER / f"{view}.sql").read_text("utf-8"):
        answer, expected = sorted(answer, key=repr), sorted(expected, key=repr)
    assert answer == expected


def read_into(con: duckdb.DuckDBPyConnection, table: str, file: Path) -> None:
    """Add the rows of a CSV, whose values are text until the table gives them a type; `""` is an empty text, nothing is null."""
    form = "all_varchar = true, header = true, delim = ',', quote = '\"', allow_quoted_nulls = false"
    con.execute(f"INSERT INTO {table} BY NAME FROM read_csv(?, {form})", [str(file)])


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return [
        tuple(round(value, 4) if isinstance(value, float) else value for value in row)
        for row in con.execute(sql).fetchall()
    ]
