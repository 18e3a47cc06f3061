"""Quotation marks of five styles, nested, unclosed, and what only looks like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.quotation.marks import Run, cut_at_report, quoted_runs
from transforms.quotation.print_style import article_runs, single_marked
from transforms.quotation.single_marks import single_runs, singly_quoted_runs


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("”The tide is late,“ Ruiz said.", ["The tide is late,"]),
        ("Ruiz called it “a riddle“ and left. “Go,” he said.", ["a riddle", "Go,"]),
        ('" The tide is late, " Ruiz said. " Go. "', [" The tide is late, ", " Go. "]),
        ("»Die Flut ist spät«, sagte Ruiz.", ["Die Flut ist spät"]),
        ("„The tide is late,” Ruiz said, „and nobody knows.“", ["The tide is late,", "and nobody knows."]),
        ('“The tide is late," Ruiz said. "Go,” he added.', ["The tide is late,", "Go,"]),
        ('The tide is late," Ruiz said. "Nobody told the boats."', ["Nobody told the boats."]),
        ('He was firm."The tide is late," Ruiz said.', ["The tide is late,"]),
        ('She asked what "low water" means at 6\'2". "Nothing," he said.', ["low water", "Nothing,"]),
        ('"What the town calls a "white pier" is grey," Ruiz said.', ['What the town calls a "white pier" is grey,']),
        ('<a class="wide" href="http://pier.example">Ruiz</a> called it "odd".', ["odd"]),
        ("So the red boat is plan B. “I’m glad it worked out. “", ["I’m glad it worked out. "]),
    ],
)
def test_slips_of_the_keyboard_cost_no_quotation(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_a_forgotten_mark_does_not_turn_the_rest_inside_out() -> None:
    flattened = (
        '"The tide is late," Ruiz said. "We wait here. "Then we go out again. "Nobody tells the boats." '
        'The pier closed at noon. "I saw it," said Holt.'
    )

    assert inner(flattened) == [
        "The tide is late,", "We wait here.", "Then we go out again.", "Nobody tells the boats.", "I saw it,",
    ]  # fmt: skip


def test_a_run_left_open_before_another_ends_before_its_report() -> None:
    assert inner('"On the ground of the harbour, he added, "this is how it ends."') == [
        "On the ground of the harbour,",
        "this is how it ends.",
    ]


BRITISH = [
    "‘The pier is closed,’ Anna Holt said. ‘It won’t open before the boys’ club asks.’",
    "She called the plan ‘mad’, and rock ’n’ roll ‘a noise’ of the ’90s.",
    "‘He told me “never” and left,’ she said.",
]


def test_an_article_printed_in_single_marks_is_read_so() -> None:
    assert single_marked(BRITISH)
    assert [
        [text[run.start : run.end] for run in runs] for text, runs in zip(BRITISH, article_runs(BRITISH), strict=True)
    ] == [
        ["The pier is closed,", "It won’t open before the boys’ club asks."],
        ["mad", "a noise"],
        ["He told me “never” and left,"],
    ]


def test_straight_single_marks_are_read_so_too() -> None:
    text = "'It wasn't me,' Holt's brother said of the dogs' pier. 'Enough is enough.'"

    assert single_marked([text])
    assert [text[run.start : run.end] for run in singly_quoted_runs(text, 0, len(text))] == [
        "It wasn't me,",
        "Enough is enough.",
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["“My crew asks, ‘Where may we fish?’ and I say, ‘Nowhere.’ There is no answer,” Ruiz said."],
        ["The ‘white pier’ isn't white, and the boys' club knows it.", "It was the dogs'."],
        ["“The pier is closed,” said Holt.", "‘Closed,’ she wrote.", "“It is,” he said."],
        ["No marks at all."],
    ],
)
def test_nested_marks_and_apostrophes_make_no_article_in_single_marks(paragraphs: list[str]) -> None:
    assert not single_marked(paragraphs)


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
    for singly in (single_runs, singly_quoted_runs):
        end = 0
        for run in singly(text, 0, len(text)):
            assert end <= run.outer_start < run.start < run.end <= run.outer_end <= len(text)
            end = run.outer_end


@pytest.mark.parametrize("piece", ['"', "“", "”", "''", "‘a", "“a ", '" a', "a, said A ", "“‘„«»”’ "])
def test_four_times_the_marks_do_not_take_quadratic_time(piece: str) -> None:
    def seconds(n: int, salt: int) -> float:
        text = f"{piece * (n // len(piece))} {salt}"  # runs of a paragraph seen before are remembered
        start = time.process_time()
        runs = [*quoted_runs(text, 0, len(text)), *singly_quoted_runs(text, 0, len(text))]
        for run in runs[-1:]:
            cut_at_report(text, run)
        return time.process_time() - start

    small = min(seconds(10_000, salt) for salt in range(2))
    # A machine is noisy: one of two is enough, and the second is measured only where the first was too slow.
    assert any(seconds(40_000, salt) < 12 * small + 0.1 for salt in range(2))
