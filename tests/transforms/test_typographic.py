"""Texts in languages that are not analysed keep what stands in their quotation marks, with nobody as the speaker."""

import pytest

from transforms.extractors.quotes import quotes
from transforms.quotation.typographic import typographic_quotes
from transforms.records import Article, Segment


def _article(*paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    segments, start = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        segments.append(Segment("body", start, start + len(paragraph), number))
        start += len(paragraph) + 2
    return Article("0" * 16, "1" * 16, 1, text, tuple(segments), language="xx")


def _found(*paragraphs: str) -> list[str]:
    article = _article(*paragraphs)
    return [article.text[quote.char_start : quote.char_end] for quote in typographic_quotes(article)]


@pytest.mark.parametrize(
    "quotation",
    [
        "„Das ist ein guter Tag“", "« C’est une bonne nouvelle »", "»Das ist ein guter Tag«", "”Detta är en bra dag”",
        "“Es un buen día”", '"هذا يوم جيد."', "«Это хороший день!»", "「これは港にとって良い日です」", "‹C’est une bonne nouvelle›",
    ],
)  # fmt: skip
def test_the_marks_of_each_typography_hold_a_quotation(quotation: str) -> None:
    assert _found(f"A {quotation} b.") == [quotation]


def test_terms_titles_and_marks_left_open_are_no_speech() -> None:
    assert (
        _found("Die „Alte Mole“ und der «Hafen».", "„Das ist ein guter Tag, sagte sie.", "Sie ging“ nach Haus.") == []
    )


def test_the_speaker_is_unknown_and_says_why() -> None:
    (quote,) = quotes(_article("Sie sagte: „Das ist ein guter Tag.“"), (), ())
    assert (quote.speaker.kind, quote.speaker.rule, quote.form) == ("unknown", "not_analysed", "typographic")
    assert quote.verbatim == "Das ist ein guter Tag."
