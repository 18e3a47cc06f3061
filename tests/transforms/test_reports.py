"""Who reports in a sentence, by which words, and where that report stands."""

import pytest
from analysed import paragraphs_of

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import WEIGHTS, RunTokens, best_report, signals
from transforms.quotation.lead_ins import lead_ins
from transforms.quotation.marks import quoted_runs
from transforms.quotation.reports import Report, reports


def one_paragraph(text: str) -> tuple[Paragraph, list[RunTokens], list[bool]]:
    (paragraph,) = paragraphs_of(text)
    runs, inside = [], [False] * len(paragraph.doc)
    for run in quoted_runs(text, 0, len(text)):
        span = paragraph.doc.char_span(run.start, run.end, alignment_mode="expand")
        runs.append(RunTokens(run, span.start, span.end, text[run.start : run.end], text[run.outer_end :][:1]))
        inside[span.start : span.end] = [True] * len(span)
    return paragraph, runs, inside


def found(text: str) -> list[tuple[str, str, str]]:
    """(speaker, cue, rule) of each report of a sentence."""
    paragraph, runs, inside = one_paragraph(text)
    doc = paragraph.doc
    told = [*reports(doc, inside), *lead_ins(paragraph, inside, runs)]
    return [(doc[r.start : r.end].text, doc[r.cue_start : r.cue_end].text, r.rule) for r in told]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Anna Holt said the pier was closed.", "Anna Holt", "said"),
        ("“The pier is closed,” said Anna Holt.", "Anna Holt", "said"),
        ("The pier was closed, according to the harbour police.", "the harbour police", "according to"),
        ("Anna Holt defended the plan, saying the pier was safe.", "Anna Holt", "saying"),
        ("The plan was praised by Anna Holt.", "Anna Holt", "praised"),
        ("Anna Holt, who told the council the pier was safe, left early.", "Anna Holt", "told"),
        ("The mayor issued a statement saying the pier was safe.", "The mayor", "saying"),
        ("Anna Holt's promise that the pier would open was kept.", "Anna Holt", "promise"),
        ("Anna Holt called for a new pier.", "Anna Holt", "called for"),
        ("Anna Holt called the pier “a disgrace”.", "Anna Holt", "called"),
        ("HOLT: “The pier is closed.”", "HOLT", ":"),
        ("The mayor fired back: “The pier is ours.”", "The mayor", ":"),
    ],
)
def test_a_report_names_its_speaker_and_its_cue(text: str, speaker: str, cue: str) -> None:
    assert (speaker, cue) in [(who, how) for who, how, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt walked to the pier.",
        "“She said no,” the sign read.",
        "Anna Holt was told that the pier was closed.",
        "Anna Holt declined to comment on the matter.",
        "The reason was simple: “fog” was no word for it.",
    ],
)
def test_what_is_no_report_of_somebody_outside_the_marks(text: str) -> None:
    assert [report for report in found(text) if report[0] in ("She", "Anna Holt", "The reason")] == []


def test_the_phrase_of_a_speaker_is_whole() -> None:
    assert ("a person familiar with the talks", "said", "subject") in found(
        "“He moved,” a person familiar with the talks said."
    )
    assert found("Judge Harriet Osgood-Lane asked: “Why?”")[0][0] == "Judge Harriet Osgood-Lane"


def chosen(text: str) -> list[str | None]:
    """The speaker that each run is given to."""
    paragraph, runs, inside = one_paragraph(text)
    told = reports(paragraph.doc, inside)
    indices = [best_report(run, runs, paragraph.doc, told)[0] for run in runs]
    return [None if i is None else paragraph.doc[told[i].start : told[i].end].text for i in indices]


def test_a_run_is_given_to_the_report_right_beside_it() -> None:
    assert chosen("“It is over,” said Anna Holt. Peter Whitlock replied: “It is not.”") == [
        "Anna Holt",
        "Peter Whitlock",
    ]


def test_the_full_stop_of_an_abbreviation_ends_no_sentence() -> None:
    assert chosen("“It is over,” said Mr. Whitlock. “It is not,” said Dr. Holt.") == ["Mr. Whitlock", "Dr. Holt"]


def test_a_verb_of_naming_takes_no_run_before_it() -> None:
    assert chosen("“Fog” came in. Anna Holt called the horn a relic.") == [None]


def test_the_signals_are_those_that_have_a_weight() -> None:
    paragraph, runs, inside = one_paragraph("Anna Holt said the fog, which the town called a gift, was “like a lamp”.")
    told: list[Report] = reports(paragraph.doc, inside)

    assert told
    for report in told:
        assert set(signals(runs[0], runs, paragraph.doc, report)) <= set(WEIGHTS)
