"""Who reports in a sentence, by which words, and where that report stands."""

import pytest
from analysed import paragraphs_of

from transforms.language.pipeline import Paragraph
from transforms.quotation.candidates import RunTokens, on_tokens
from transforms.quotation.lead_ins import lead_ins
from transforms.quotation.marks import quoted_runs
from transforms.quotation.reports import reports, unattributed


def one_paragraph(text: str) -> tuple[Paragraph, list[RunTokens], list[bool]]:
    (paragraph,) = paragraphs_of(text)
    runs, inside = [], [False] * len(paragraph.doc)
    for run in quoted_runs(text, 0, len(text)):
        runs.append(on_tokens(run, paragraph))
        inside[runs[-1].first : runs[-1].last] = [True] * (runs[-1].last - runs[-1].first)
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
        ("Anna Holt was confident that the pier would open, Whitlock said.", "Anna Holt", "confident"),
        ("A report by the harbour police that the pier was closed came late.", "the harbour police", "report"),
        ("Anna Holt made the claim that the pier was safe.", "Anna Holt", "claim"),
        ("Anna Holt wants to close the pier, Whitlock said.", "Anna Holt", "wants"),
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


def test_a_report_may_name_nobody() -> None:
    paragraph, _, inside = one_paragraph(
        "Asked whether the pier was safe, Anna Holt said it was. The vote was announced on Monday."
    )
    doc = paragraph.doc
    nobody = unattributed(doc, inside)

    assert [doc[r.cue_start].text for r in nobody] == ["Asked", "announced"]
    assert all(report.start == report.end == report.first for report in nobody)
    assert [doc[r.cue_start].text for r in reports(doc, inside)] == ["said"]


def test_the_phrase_of_a_speaker_is_whole() -> None:
    assert ("a person familiar with the talks", "said", "subject") in found(
        "“He moved,” a person familiar with the talks said."
    )
    assert found("Judge Harriet Osgood-Lane asked: “Why?”")[0][0] == "Judge Harriet Osgood-Lane"
