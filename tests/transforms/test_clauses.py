"""Indirect and mixed quotes: which clauses become quotes, whose they are, and which marked words they hold."""

import time
from itertools import pairwise

import pytest
from analysed import Read, article, paragraphs_of, read

from transforms.extractors.quotes import quotes, rows
from transforms.records import Quote


def fragments(found: Read, quote: Quote) -> list[str]:
    return [found.article.text[start:end] for start, end in quote.fragments]


def test_a_question_that_nobody_is_named_for_has_an_unknown_speaker() -> None:
    found = read("Asked whether the pier was safe, Anna Holt said it was the safest on the coast.")
    asked, said = found.quotes

    assert fragments(found, asked) == ["whether the pier was safe"]
    assert (asked.speaker.kind, asked.speaker.text) == ("unknown", None)
    assert (said.speaker.name, fragments(found, said)) == ("Anna Holt", ["it was the safest on the coast"])


@pytest.mark.parametrize(
    "text",
    [
        "Only time will tell whether the two towns can agree on a price.",
        "The plan was announced on Monday.",
        "Peter Whitlock asked the first question.",
        "The price of fish declined to four pounds.",
    ],
)
def test_a_cue_without_somebody_s_words_gives_no_quote(text: str) -> None:
    assert read(text).quotes == ()


@pytest.mark.parametrize(
    ("cue", "speech"),
    [("said", True), ("claimed", True), ("suggested", True), ("believes", False), ("thinks", False), ("hopes", False)],
)
def test_beliefs_and_hopes_are_quotes_that_are_no_speech(cue: str, speech: bool) -> None:
    (quote,) = read(f"Anna Holt {cue} that the pier will open in May.").quotes

    assert (quote.type, quote.speech, quote.speaker.name) == ("indirect", speech, "Anna Holt")


def test_of_two_reports_the_outer_one_has_the_words() -> None:
    (quote,) = read("Peter Whitlock said that Anna Holt believed the pier was safe.").quotes

    assert quote.speaker.name == "Peter Whitlock"


def test_what_is_called_what_is_one_mixed_quote() -> None:
    found = read("Anna Holt called the new pier “a disgrace to the whole coast” on Monday.")
    (quote,) = found.quotes

    assert (quote.type, quote.speaker.name) == ("mixed", "Anna Holt")
    assert fragments(found, quote)[0].startswith("the new pier “a disgrace")
    assert quote.verbatim == "a disgrace to the whole coast"


def test_a_clause_ends_where_the_marks_inside_it_close() -> None:
    found = read("Anna Holt said the pier was “a gift to the coast. And we will keep it.”")

    for quote in found.quotes:
        assert all(piece.count("“") == piece.count("”") for piece in fragments(found, quote))


def test_an_attribution_says_what_spoke_for_it() -> None:
    (quote,) = read("Anna Holt said that the pier was safe.").quotes

    assert quote.speaker.signals


def test_fragments_of_an_article_do_not_overlap() -> None:
    found = read(
        "Anna Holt said Peter Whitlock claimed the pier, which he called “a gift”, was safe, though she believed that the "
        "town wanted to close it, according to the harbour police."
    )
    spans = sorted(span for quote in found.quotes for span in quote.fragments)

    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_the_time_is_linear_in_the_number_of_paragraphs() -> None:
    once = "Anna Holt said that Peter Whitlock said, she said, " * 20 + "“x” " * 50

    def seconds(times: int) -> float:
        text = "\n".join([once] * times)
        paragraphs = paragraphs_of(text)
        start = time.perf_counter()
        quotes(article(text), paragraphs, ())
        return time.perf_counter() - start

    assert seconds(16) < 12 * seconds(4)


@pytest.mark.parametrize(("cue", "speech"), [("believes", False), ("hopes", False), ("said", True)])
def test_a_belief_is_no_speech(cue: str, speech: bool) -> None:
    found = read(f'Mayor Ana Ruiz {cue} that the new port is "a disaster in waiting".')

    (quote,) = found.quotes
    assert quote.speech is speech
    assert rows(found.article, found.quotes)["quotes"][0]["speech"] is speech
