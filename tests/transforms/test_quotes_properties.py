"""What holds for the quotes of any text, and that their cost grows with its length and no faster."""

import time
from collections.abc import Callable, Iterator
from functools import cache

import pytest
import spacy
from analysed import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from transforms.extractors.quotes import quotes
from transforms.language.pipeline import Paragraph
from transforms.quotation.print_style import article_runs
from transforms.records import Article

PIECES = st.sampled_from(
    ['"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", " ", " ", "\n", "\n\n", ", ", ". ", ": ", "? ", "—", "(", ")", "6'2\"",
     "the ’90s", "don’t", "boys’", "Anna Holt said", "he said", "she told Peter Whitlock", "The pier is closed", "HOLT: ", "Q: ", "A: ",
     "MODERATOR: ", "Anna Holt, the mayor", "according to police", "I am here,", "[laughter]", "called it", "\u200b", "é", "👍", "港"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))
SPOKEN = (
    '“The pier is closed until spring,” the mayor said. She told the crew, "It isn\'t safe," and left for the harbour. '
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    TEXTS, st.none() | st.lists(PIECES, min_size=1, max_size=8).map(lambda pieces: "".join(pieces).replace("\n", " "))
)
def test_every_offset_of_a_quote_of_any_text_points_to_its_words(text: str, headline: str | None) -> None:
    found = read(text, headline if headline and headline.strip() else None)
    whole = found.article.text
    for quote in found.quotes:
        positions = [offset for fragment in quote.fragments for offset in fragment]
        assert positions == sorted(positions)
        assert all(start < end for start, end in quote.fragments)
        assert any(
            segment.kind == quote.in_segment and segment.char_start <= start and end <= segment.char_end
            for start, end in quote.fragments
            for segment in found.article.segments
        )
        for words in (quote.verbatim or "").split(" … "):
            assert words in whole
        if quote.cue is not None:
            assert 0 <= quote.cue[0] < quote.cue[1] <= len(whole)
        if quote.speaker.char_start is not None:
            assert whole[quote.speaker.char_start : quote.speaker.char_end] == quote.speaker.text


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), max_size=4))
def test_the_runs_of_any_paragraphs_are_in_order_and_apart(paragraphs: list[str]) -> None:
    for text, runs in zip(paragraphs, article_runs(paragraphs), strict=True):
        end = 0
        for run in runs:
            assert end <= run.outer_start < run.start < run.end <= run.outer_end <= len(text)
            end = run.outer_end


@cache
def _tokenizer() -> Language:
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    nlp.add_pipe("sentencizer")
    return nlp


def _measured(lines: list[str]) -> Iterator[float]:
    """CPU seconds that the quotes of an article with these lines take, three times, each measured when it is asked for."""
    paragraphs, start = [], 0
    for line in lines:
        paragraphs.append(Paragraph(start, "body", 1, True, line, _tokenizer()(line)))
        start += len(line) + 1
    article = Article("a" * 16, "d" * 16, 1, "\n".join(lines), ())
    return (_timed(lambda: quotes(article, paragraphs, ())) for _ in range(3))


def _timed(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


@pytest.mark.parametrize(
    "lines",
    [
        lambda n: [SPOKEN * 4] * (n // 8),  # ordinary paragraphs
        lambda n: [SPOKEN * (n // 2)],  # all on one line
        lambda n: ['" ' * (n * 20)],  # nothing but marks
        lambda n: ["“a " * (n * 5)],  # opened again and again
        lambda n: ['"Yes'] * (n * 4),  # many short paragraphs, each left open
        lambda n: [f"HOLT: Are you there, number {i}?" for i in range(n * 2)],  # turns, and labels
        lambda n: ["'I am here,' he said. 'Go,' she said."] * n,  # single marks
    ],
    ids=["ordinary", "one_line", "marks", "opened", "open_paragraphs", "turns", "single"],
)
def test_four_times_the_text_takes_no_more_than_eight_times_the_time(lines: Callable[[int], list[str]]) -> None:
    small = min(_measured(lines(250)))

    assert any(large < 8 * small + 0.1 for large in _measured(lines(1_000)))


def test_the_marks_of_five_megabytes_take_no_more_than_eight_times_those_of_a_quarter() -> None:
    small = min(_timed(lambda: article_runs([SPOKEN * 4] * 2_500)) for _ in range(2))

    assert _timed(lambda: article_runs([SPOKEN * 4] * 10_000)) < 8 * small + 0.1
