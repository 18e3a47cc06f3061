"""A foreign query reads the published file and does nothing else, whatever it says."""

from contextlib import suppress
from pathlib import Path

import duckdb
import polars as pl
import pytest
from invented import content, staged

from warehouse.ask import Question, ask, read_frame
from warehouse.ask_child import Refused, only_statement
from warehouse.database import open_for_write
from warehouse.errors import BadSql, Missing, OutOfMemory, TimedOut
from warehouse.load import load_batch
from warehouse.publish import publish

REFUSED = {
    "SELECT * FROM read_csv('{file}')": "disabled by configuration",
    "FROM '{file}'": "file.csv",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{new}'": "disabled by configuration",
    "EXPLAIN ANALYZE SET threads = 8": "configuration has been locked",
    "COPY quotes TO '{new}'": "one SELECT or EXPLAIN",
    "SELECT 1;\nSELEKT 2": "LINE 2",
    "SELECT content,\n  wrongly\nFROM quotes": "LINE 2:   wrongly",
    "SELECT ('x' || range)::INTEGER FROM range(3000)": "Could not convert",
}
NOT_ONE_QUERY = [
    "COPY (SELECT 1) TO 'new'", "ATTACH 'new' AS mine", "INSTALL httpfs", "LOAD httpfs", "SET memory_limit = '9GB'", "USE memory",
    "PRAGMA enable_profiling", "CALL enable_logging(storage := 'stdout')", "CHECKPOINT", "DROP VIEW mine", "CREATE TABLE mine AS SELECT 1",
    "CREATE TEMP MACRO one() AS 1", "INSERT INTO mine VALUES (1)",
    "DELETE FROM mine", "EXPORT DATABASE 'new'", "SELECT 1; SELECT 2", "", " ; ", "-- nothing",
]  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ask")
    with open_for_write(folder / "work.duckdb") as con:
        load_batch(con, staged(folder / "batch", content("a.txt", "Lorem ipsum")))
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


def test_an_answer_keeps_its_types(published: Path) -> None:
    answer = ask(published, Question("SELECT path, first_seen_at::DATE AS day, size, [1, 2] AS l FROM files"))
    assert answer.schema == {"path": pl.String, "day": pl.Date, "size": pl.Int64, "l": pl.List(pl.Int32)}


def test_every_type_and_repeated_names_can_be_answered(published: Path) -> None:
    assert ask(published, Question("FROM test_all_types()")).shape == (3, 56)
    assert ask(published, Question('SELECT 1 AS a, 2 AS a, \'é🙂\' AS "b""c"')).rows() == [(1, 2, "é🙂")]


def test_an_answer_has_at_most_the_rows_asked_for(published: Path) -> None:
    answer = ask(published, Question("FROM range(5000) ORDER BY range DESC", limit_rows=1500))
    assert answer["range"].to_list() == list(range(4999, 3499, -1))


@pytest.mark.parametrize(
    "sql", ["FROM range(3)", "EXPLAIN SELECT 1", "DESCRIBE SELECT 1", "VALUES (1)", "WITH a AS (SELECT 1) FROM a"]
)
def test_every_way_of_reading_is_understood(sql: str) -> None:
    with duckdb.connect() as con:
        assert len(only_statement(con, sql)) > 0


@pytest.mark.parametrize("sql", NOT_ONE_QUERY)
def test_only_one_query_is_understood(sql: str) -> None:
    with duckdb.connect() as con, pytest.raises(Refused, match="one SELECT or EXPLAIN"):
        only_statement(con, sql)


@pytest.mark.parametrize("sql", REFUSED)
def test_everything_else_is_refused_with_a_reason(published: Path, sql: str, tmp_path: Path) -> None:
    before = published.read_bytes()
    (tmp_path / "file.csv").write_text("a\n1\n")
    with pytest.raises(BadSql) as caught:
        ask(published, Question(sql.format(file=tmp_path / "file.csv", new=tmp_path / "new")))
    assert REFUSED[sql] in caught.value.what
    assert not (tmp_path / "new").exists()
    assert published.read_bytes() == before


def test_logging_that_duckdb_lets_through_writes_no_file(published: Path, tmp_path: Path) -> None:
    # enable_logging is a table function too, so no list of statements stops it; the process may open no file.
    sql = f"FROM enable_logging(storage := 'file', storage_path := '{tmp_path}/log')"
    with suppress(BadSql):
        ask(published, Question(f"SELECT write_log('x' || range) FROM range(9), ({sql})"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("storage", ["FROM enable_logging(storage := 'stdout')", "FROM enable_profiling()"])
def test_what_duckdb_prints_does_not_spoil_the_answer(published: Path, storage: str) -> None:
    assert ask(published, Question(storage)).is_empty()


def test_a_query_that_takes_too_long_is_stopped(published: Path) -> None:
    with pytest.raises(TimedOut, match=r"longer than 0\.5 s"):
        ask(published, Question("SELECT count(*) FROM range(1000000), range(1000000)", timeout_seconds=0.5))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT length(repeat('x', 4000000000))",
        "SELECT list(range) FROM range(200000000)",
        "SELECT repeat('x', 100000) FROM range(2000)",
    ],
)
def test_a_query_that_takes_too_much_memory_is_stopped(published: Path, sql: str) -> None:
    with pytest.raises(OutOfMemory):
        ask(published, Question(sql, memory_mb=100, limit_rows=10_000))


def test_without_a_published_file_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="newsledger ingest"):
        ask(tmp_path / "published.duckdb", Question("SELECT 1"))


def test_a_query_of_ours_that_fails_says_so(published: Path) -> None:
    with pytest.raises(BadSql, match="nowhere"):
        read_frame(published, "FROM nowhere")
