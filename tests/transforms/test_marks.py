"""Quotation marks of five styles, nested, unclosed, and what only looks like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.quotation.marks import Run, cut_at_report, quoted_runs, single_runs


def inner(text: str) -> list[str]:
    return [text[run.start : run.end] for run in quoted_runs(text, 0, len(text))]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»"), ("''", "''"), ("``", "''"), ("„", "“"), ("‘‘", "’’")]
)
def test_every_style_of_marks_holds_a_run(opening: str, closing: str) -> None:
    text = f"{opening}The tide is late,{closing} Ruiz said. {opening}Nobody told the boats.{closing}"

    assert inner(text) == ["The tide is late,", "Nobody told the boats."]
    for run in quoted_runs(text, 0, len(text)):
        assert text[run.outer_start : run.outer_end] == opening + text[run.start : run.end] + closing
        assert run.closed


@pytest.mark.parametrize(
    "text",
    [
        "He is 6'2\" tall and doesn't say much.",
        "The '90s are the harbour's, and the boats' too.",
        "Rock 'n' roll at five o'clock.",
        "The board is 3\" wide, 4\" long.",
        "No marks at all.",
        "“…” and \"\" hold no word.",
        "",
    ],
)  # fmt: skip
def test_inches_decades_and_apostrophes_are_no_quotation(text: str) -> None:
    assert inner(text) == []


def test_inches_inside_a_quotation_do_not_close_it() -> None:
    assert inner('"She is 6\'2", and I am not," Dufort said.')[0].startswith("She is 6'2")


def test_a_quotation_within_a_quotation_belongs_to_the_outer_one() -> None:
    assert inner("“My crew asks, ‘Where may we fish?’ and I have no answer,” Ruiz said.") == [
        "My crew asks, ‘Where may we fish?’ and I have no answer,"
    ]
    assert inner("“He called it “a riddle” and left,” Ruiz said.") == ["He called it “a riddle” and left,"]


def test_a_run_that_is_never_closed_ends_with_the_paragraph() -> None:
    text = "“The first set was good. I watched him look at it."

    (run,) = quoted_runs(text, 0, len(text))

    assert (run.start, run.end, run.outer_end, run.closed) == (1, len(text), len(text), False)


def test_a_forgotten_closing_mark_is_found_before_the_report() -> None:
    text = "“I can't say I approve, said Tamsin Vole, who owns the shop."
    (run,) = quoted_runs(text, 0, len(text))

    assert text[slice(cut_at_report(text, run).start, cut_at_report(text, run).end)] == "I can't say I approve,"
    assert cut_at_report("“No report follows here", Run(1, 23, 0, 23, False)).end == 23


def test_only_the_given_stretch_is_read() -> None:
    text = '"one" "two" "three"'

    assert [text[run.start : run.end] for run in quoted_runs(text, 6, 11)] == ["two"]


def test_single_marks_of_a_headline() -> None:
    text = "Council ‘not ready’ to back the mayor's 'new start'"

    assert [text[run.start : run.end] for run in single_runs(text, 0, len(text))] == ["not ready", "new start"]
    assert single_runs("The mayor's office isn't open", 0, 29) == []


@given(st.text(alphabet="ab. ,\"“”«»„'’‘`(—\n6", max_size=120))
def test_runs_are_ordered_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for run in quoted_runs(text, 0, len(text)):
        assert end <= run.outer_start <= run.start < run.end <= run.outer_end <= len(text)
        assert any(map(str.isalnum, text[run.start : run.end]))
        end = run.outer_end
    end = 0
    for run in single_runs(text, 0, len(text)):
        assert end <= run.outer_start < run.start <= run.end < run.outer_end <= len(text)
        end = run.outer_end


@pytest.mark.parametrize("piece", ['"', "“", "”", "''", "``", "‘a", "“a ", '" a', "a, said A "])
def test_a_hundred_thousand_marks_take_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()

    runs = quoted_runs(text, 0, len(text))
    single_runs(text, 0, len(text))
    for run in runs[-1:]:
        cut_at_report(text, run)

    assert time.perf_counter() - start < 2
