"""A CSV of the report can be opened in a spreadsheet without running what an article says."""

import csv
import io

import polars as pl
import pytest

from reports.export import to_csv


def _rows(frame: pl.DataFrame) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(frame).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=HYPERLINK("x";"y")']
)
def test_formulas_are_guarded(formula: str) -> None:
    cell = _rows(pl.DataFrame({"quote": [formula]}))[1][0]
    assert cell.startswith("'")
    assert cell[1:].replace("[U+000D]", "\r") == formula


def test_numbers_stay_numbers_and_plain_text_stays_as_it_is() -> None:
    frame = pl.DataFrame({"change": [-3], "share": [0.5], "said": ["We said “no”, twice – a = b"], "who": [None]})
    assert _rows(frame) == [["change", "share", "said", "who"], ["-3", "0.5", "We said “no”, twice – a = b", ""]]


def test_lists_are_joined_and_guarded() -> None:
    assert _rows(pl.DataFrame({"words": [["=a", "b"], []]}))[1:] == [["'=a; b"], [""]]


def test_control_characters_become_marks() -> None:
    assert _rows(pl.DataFrame({"who": ["a\x1b[31m\x00\u202eb"]}))[1] == ["a[U+001B][31m[U+0000][U+202E]b"]


def test_an_empty_frame_keeps_its_headings() -> None:
    assert _rows(pl.DataFrame(schema={"source": pl.String, "n": pl.Int64})) == [["source", "n"]]
