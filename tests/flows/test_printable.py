"""Answers of every type that DuckDB has, in every form that they are printed in."""

import csv
import io
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from flows.answers import write_answer
from flows.errors import UserError
from flows.printable import printable
from flows.querying import FORMS
from warehouse.ask import Question, ask

TYPES = """
    [[1, 2]] AS nested, [[[1]], NULL] AS deeper, {a: 1, b: [NULL]} AS struct, [{a: 1}] AS structs, MAP {'k': [1]} AS map,
    MAP {[1]: 2} AS by_list, MAP {DATE '2031-01-01': 1} AS by_day, [1, 2]::INTEGER[2] AS pair, '\\xFF='::BLOB AS bytes,
    ['\\xAA'::BLOB] AS blobs, sum(3) AS total, 9999999999999999999999999999::HUGEINT AS huge, 12.50::DECIMAL(9, 2) AS decimal,
    'nan'::DOUBLE AS nan, ['-inf'::DOUBLE] AS infinite, TIME '10:00' AS time, [DATE '2031-01-01'] AS days, INTERVAL 1 DAY AS span,
    TIMESTAMP_NS '2031-01-01 00:00' AS moment, uuid() AS uuid, NULL AS nothing, '101'::BIT AS bits, 'x'::ENUM('x') AS word,
    union_value(n := 1) AS either, '{}'::JSON AS json, true AS yes, MAP {} AS unmapped, NULL::STRUCT(a DATE) AS unset
"""


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file without a table: the statements bring their values."""
    file = tmp_path_factory.mktemp("data") / "published.duckdb"
    duckdb.connect(str(file)).close()
    return file


@pytest.fixture(scope="module")
def every(nothing: Path) -> pl.DataFrame:
    return ask(nothing, Question(f"SELECT {TYPES}"))


@pytest.mark.parametrize("form", FORMS)
def test_every_type_is_printed(
    every: pl.DataFrame, form: str, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write_answer(every, form, tmp_path / "rows" if form == "parquet" else None)
    assert capfd.readouterr().out or pl.read_parquet(tmp_path / "rows").width == every.width


def test_json_is_json_and_numbers_are_numbers(every: pl.DataFrame, tmp_path: Path) -> None:
    def refused(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    write_answer(every, "json", tmp_path / "rows.json")
    (row,) = json.loads((tmp_path / "rows.json").read_text("utf-8"), parse_constant=refused)
    assert (row["total"], row["huge"], row["decimal"], row["nan"]) == (3, 9999999999999999999999999999, 12.5, None)
    assert (row["map"], row["by_list"]) == ({"k": [1]}, [{"key": [1], "value": 2}])
    assert (row["bytes"], row["days"]) == ("\\xFF=", ["2031-01-01"])


def test_what_a_cell_cannot_hold_is_json_in_a_csv(every: pl.DataFrame, tmp_path: Path) -> None:
    write_answer(every, "csv", tmp_path / "rows.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text("utf-8-sig")))
    assert (row["nested"], row["struct"], row["pair"]) == ("[[1, 2]]", '{"a": 1, "b": [null]}', "[1, 2]")
    assert (row["total"], row["days"], row["bytes"], row["unset"]) == ("3", "2031-01-01", "\\xFF=", "")


@pytest.mark.parametrize(
    "value",
    [
        "DATE 'infinity'", "TIMESTAMP '-infinity'", "DATE '9999-12-31' + 1", "DATE '0044-01-01 (BC)'", "TIMESTAMP '290000-01-01'",
        "[DATE 'infinity']", "{a: [DATE 'infinity']}", "MAP {'a': DATE 'infinity'}",
    ],
)  # fmt: skip
def test_a_date_that_no_text_holds_is_refused_by_its_column(nothing: Path, value: str) -> None:
    rows = ask(nothing, Question(f"SELECT 1 AS a, {value} AS far"))
    with pytest.raises(UserError, match="outside of the years") as error:
        printable(rows)
    assert error.value.where == "column far"
