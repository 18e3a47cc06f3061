"""What a report says in its own words: which stretch of its sentence."""

import pytest
from analysed import paragraphs_of

from transforms.quotation.clauses import chosen
from transforms.quotation.content import contents
from transforms.quotation.extents import extents
from transforms.quotation.linear import weights
from transforms.quotation.reports import reports


def told(text: str, cue: str) -> list[str]:
    """The fragments of the content that is chosen for the report with this cue."""
    (paragraph,) = paragraphs_of(text)
    doc = paragraph.doc
    report = next(r for r in reports(doc, [False] * len(doc)) if doc[r.cue_start : r.cue_end].text == cue)
    found = chosen(report, doc, weights("extent"))
    return [] if found is None else [doc[start:end].text for start, end in found.spans]


@pytest.mark.parametrize(
    ("text", "cue", "fragments"),
    [
        ("Anna Holt said that the pier would stay closed.", "said", ["that the pier would stay closed"]),
        ("Anna Holt said on Monday that the pier would stay closed.", "said", ["that the pier would stay closed"]),
        ("The pier would stay closed, Anna Holt said.", "said", ["The pier would stay closed"]),
        ("The pier, Anna Holt said, would stay closed.", "said", ["The pier", "would stay closed"]),
        (
            "If the pier closes, Anna Holt said, the town will starve.",
            "said",
            ["If the pier closes", "the town will starve"],
        ),
        ("Anna Holt vowed to close the pier.", "vowed", ["to close the pier"]),
        ("Anna Holt urged the crew to leave the pier.", "urged", ["to leave the pier"]),
        ("Anna Holt praised the crew for its courage.", "praised", ["the crew for its courage"]),
        ("Anna Holt denounced the plan.", "denounced", ["the plan"]),
        ("Anna Holt called the pier a disgrace.", "called", ["the pier a disgrace"]),
        ("The pier was closed in May, according to Anna Holt.", "according to", ["The pier was closed in May"]),
        ("As Anna Holt reported, the pier was closed in May.", "reported", ["the pier was closed in May"]),
        ("Anna Holt's claim that the pier is safe was doubted.", "claim", ["that the pier is safe"]),
        ("The town closed the pier, which Anna Holt said was unsafe.", "said", ["which", "was unsafe"]),
    ],
)
def test_the_content_is_the_clause_without_the_report(text: str, cue: str, fragments: list[str]) -> None:
    assert told(text, cue) == fragments


def test_a_second_report_is_no_part_of_the_first_one_s_content() -> None:
    assert told("Anna Holt said the pier was safe, while Peter Whitlock said it was a ruin.", "said") == [
        "the pier was safe"
    ]


def test_asking_a_question_says_nothing_of_what_was_asked() -> None:
    assert told("Peter Whitlock asked the first question.", "asked") == []


@pytest.mark.parametrize(
    "text", ["Said.", "According to.", "said said said", "Claim that. Call for, of to!", "(said that (said that (said"]
)
def test_every_candidate_lies_in_the_text_and_holds_a_word(text: str) -> None:
    (paragraph,) = paragraphs_of(text)
    doc = paragraph.doc
    for report in reports(doc, [False] * len(doc)):
        for content in contents(report, doc):
            for variant in extents(report, content, doc):
                assert variant.spans
                for start, end in variant.spans:
                    assert 0 <= start < end <= len(doc)
                    assert any(token.is_alpha or token.like_num for token in doc[start:end])
