"""Whose each name is: what has changed since it was last said, the names to say it again for, and the saying.

The schema `identity` remembers what names the current articles had, and what was said of each. A run compares and touches
only names that changed, and those that share a handle with them (`transforms.identity.handles`), directly or over others.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

FOLDER = Path(__file__).parent.parent / "sql" / "identity"

# Key, name_id, type, name, articles; printed forms and the articles of each; shorter names that articles print beside it and
# these articles; gender, country, GeoNames id, article.
NameRow = tuple[
    str, str, str, str, int, list[str], list[int], list[str], list[int], str | None, str | None, int | None, str | None
]
ReviewRow = tuple[str, str, str, str, str | None]
Columns = Mapping[str, Sequence[object]]


def remember(con: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that remember, where they are not there."""
    con.execute(_sql("tables"))


def forget(con: duckdb.DuckDBPyConnection) -> None:
    """Drop what is remembered: the next run resolves all names."""
    con.execute("DROP SCHEMA IF EXISTS identity CASCADE")


def find_changes(con: duckdb.DuckDBPyConnection, rules: str) -> list[NameRow]:
    """Note the names of the articles that changed, and return those that they have, or had, counted over all articles.

    `rules` is a digest of what resolves names: under another one than before, all of them have changed. To be followed, in
    one transaction, by `reach` and `write_resolutions`.
    """
    remember(con)
    if con.execute("SELECT digest FROM identity.rules").fetchall() != [(rules,)]:
        forget(con)
        remember(con)
        con.execute("INSERT INTO identity.rules VALUES (?)", [rules])
    con.execute(_sql("changes"))
    con.execute(_sql("names"))
    con.execute("CREATE OR REPLACE TEMP TABLE wanted AS FROM touched")
    return con.execute(_sql("wanted")).fetchall()


def reach(con: duckdb.DuckDBPyConnection, handles: Columns, ties: Columns) -> list[NameRow]:
    """The names that must be resolved again: `handles` and `ties` have the columns key and handle.

    They are the handles of each name that `find_changes` returned, and those that each correction ties together.
    """
    with _as_tables(con, {"new_handles": handles, "ties": ties}):
        con.execute(_sql("reached"))
    return con.execute(_sql("wanted")).fetchall()


def write_resolutions(con: duckdb.DuckDBPyConnection, resolutions: Columns) -> None:
    """Make entity_names say whose each name is: columns key, entity_id, canonical_name, type, basis, confidence."""
    with _as_tables(con, {"resolutions": resolutions}):
        con.execute(_sql("write"))


def read_reviews(con: duckdb.DuckDBPyConnection) -> list[tuple[ReviewRow, bool]]:
    """All corrections in the order in which they were made (action, type, name, target, article), and whether each holds."""
    rows = con.execute(
        'SELECT "action", "type", "name", target, article_id, withdrawn_at IS NULL FROM reviews ORDER BY made_at, review_id'
    ).fetchall()
    return [(tuple(row[:-1]), row[-1]) for row in rows]


@contextmanager
def _as_tables(con: duckdb.DuckDBPyConnection, tables: Mapping[str, Columns]) -> Iterator[None]:
    """Columns of text, and the numbers of `confidence`, as tables with these names."""
    import polars as pl  # half a second that importing this module need not cost

    for name, columns in tables.items():
        types = {column: pl.Float64 if column == "confidence" else pl.String for column in columns}
        con.register(name, pl.DataFrame(columns, schema=types))
    try:
        yield
    finally:
        for name in tables:
            con.unregister(name)


def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text("utf-8")
