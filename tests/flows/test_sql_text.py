"""SQL files taken apart as DuckDB takes them apart."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.sql_text import statements

HOSTILE = [
    'SELECT \';\' AS a; SELECT ";" FROM (SELECT 1 AS ";")',
    "SELECT $$a;b$$; SELECT $x$ ; $$ ; $x$ -- c;\n; SELECT 3",
    "/* a /* ; */ ; */ SELECT 1; SELECT 2",
    "SELECT e'\\';' ; SELECT 2",
    "SELECT 'a''b;'",
    "SELECT '\\'; SELECT 2",
    "SELECT a$b$c FROM t; SELECT 2",
    "SELECT 1 -- it's\n; SELECT 2",
    "SELECT x'41'; SELECT 2",
    "SELECT 1;;; SELECT 2;",
    "SELECT 1 AS é; SELECT 'ø;'",
    "-- only a comment;\n",
    "",
]
PIECES = ["'", '"', ";", "--", "/*", "*/", "$$", "$a$", "\n", " ", "SELECT 1", "e'", "\\", "x", "é", "1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_statements_end_where_duckdb_ends_them(text: str) -> None:
    assert [each.sql for each in statements(text) if each.sql] == _by_duckdb(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_is_taken_apart_as_duckdb_does_or_is_no_sql(text: str) -> None:
    try:
        expected = duckdb.extract_statements(text)
    except duckdb.Error:
        expected = []
    ours = [each for each in statements(text) if each.sql]
    if expected:
        assert len(ours) == len(expected)
    for each in ours:
        assert each.sql in text
        assert text.splitlines()[each.line - 1 :][0:1] != []


def _by_duckdb(text: str) -> list[str]:
    """DuckDB's statements without the comments that it hands out with them."""
    found = [statement.query for statement in duckdb.extract_statements(text)]
    return [next(each.sql for each in statements(query) if each.sql) for query in found]


def test_comments_go_to_the_statement_below_them() -> None:
    first, second = statements(
        "-- one\n--two\n\n/* three\n * four */\nSELECT 1 -- inside\n; -- of the first\n-- of the second\nSELECT 2"
    )
    assert first.comments == ("one", "two", "", "three", "four")
    assert first.sql == "SELECT 1"
    assert second.comments == ("of the second",)
    assert (first.line, second.line) == (6, 9)


def test_a_megabyte_of_quotation_marks_takes_no_time() -> None:
    for piece in ("'", "/*", "$$", "--", "e'\\", "$a"):
        assert len(list(statements(piece * 300_000))) <= 1
