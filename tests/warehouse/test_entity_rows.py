"""What the rows of entities say: countries that enough articles tell, counts without datelines."""

from typing import Any

import duckdb
import pytest
from test_identity_in_batches import add, patterns, rows

Body = ("ORG", ("Tide Board", "Tide Board"), None)


@pytest.fixture
def filled(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    patterns(con)
    for number in range(25):
        add(con, number, [Body])
    return con


def told(con: duckdb.DuckDBPyConnection, *countries: str) -> Any:
    """The country of the body after so many articles, each of which tells one."""
    for number, country in enumerate(countries):
        con.execute(
            "INSERT INTO name_attributes SELECT article_id, name_id, 'country', ?, 0, 3, 'based_in', 0.9 FROM mentions"
            " WHERE article_id = ? LIMIT 1",
            [country, f"{number:016x}"],
        )
    rows(con)
    return con.execute("SELECT country_iso FROM entities").fetchone()


def test_one_stray_phrase_gives_no_country(filled: duckdb.DuckDBPyConnection) -> None:
    assert told(filled, "NO") == (None,)


def test_several_articles_that_agree_give_a_country(filled: duckdb.DuckDBPyConnection) -> None:
    assert told(filled, "NO", "NO", "NO", "SE") == ("NO",)


def test_articles_that_do_not_agree_give_no_country(filled: duckdb.DuckDBPyConnection) -> None:
    assert told(filled, "NO", "NO", "SE") == (None,)


def test_a_body_of_many_countries_has_none(con: duckdb.DuckDBPyConnection) -> None:
    patterns(con)
    add(con, 0, [("ORG", ("European Tide Board", "European Tide Board"), None)])
    assert told(con, "NO") == (None,)


def test_what_stands_in_datelines_only_has_a_row_that_counts_nothing(filled: duckdb.DuckDBPyConnection) -> None:
    filled.execute("UPDATE mentions SET in_segment = 'dateline' WHERE article_id <> ?", ["0" * 16])
    filled.execute("UPDATE mentions SET in_segment = 'body' WHERE article_id = ?", ["0" * 16])
    rows(filled)
    assert filled.execute("SELECT n_mentions, n_articles FROM entities").fetchall() == [(2, 1)]
    filled.execute("UPDATE mentions SET in_segment = 'dateline'")
    filled.execute("DELETE FROM entities")
    rows(filled)
    assert filled.execute("SELECT n_mentions, n_articles FROM entities").fetchall() == [(0, 0)]
    assert filled.execute("SELECT count(*) FROM entity_aliases").fetchone() == (0,)


def test_a_mention_that_is_read_as_a_dateline_later_counts_no_more(filled: duckdb.DuckDBPyConnection) -> None:
    rows(filled)
    assert filled.execute("SELECT n_articles FROM entities").fetchone() == (25,)
    filled.execute("UPDATE mentions SET in_segment = 'dateline' WHERE article_id = ?", [f"{3:016x}"])
    rows(filled)
    assert filled.execute("SELECT n_articles FROM entities").fetchone() == (24,)
