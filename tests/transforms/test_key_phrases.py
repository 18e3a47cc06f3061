"""What an article's key phrases are: invented news, read by the small model."""

import time

import pytest
from analysed import article, small_model
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extractors.entities import entities
from transforms.extractors.key_phrases import key_phrases, rows
from transforms.language.pipeline import read_paragraphs
from transforms.phrases.words import BREAKS, ENDS, WITHIN, singular, word
from transforms.records import Article, KeyPhrase

FERRY = """The harbour council voted on Tuesday to raise ferry fares by 12 percent, its chairwoman Ada Brook said.
“Ferry fares have not moved for nine years,” Brook told reporters. “A fuel surcharge was never an option.”
The ferry fare covers a third of the cost of a crossing, according to the harbour council.
Critics of the fuel surcharge said on Wednesday that fuel surcharges hurt commuters. Ada Brook disagreed.
Commuters marched to the pier last year, when the company asked for higher ferry fares."""


def found_in(piece: Article) -> tuple[KeyPhrase, ...]:
    paragraphs = read_paragraphs(small_model(), [piece])[0]
    return key_phrases(piece, paragraphs, entities(piece, paragraphs))


def phrases(text: str, headline: str | None = None) -> list[str]:
    return [found.phrase for found in found_in(article(text, headline))]


def test_the_phrases_say_what_the_article_is_about() -> None:
    found = phrases(FERRY)
    assert {"harbour council", "ferry fare", "fuel surcharge", "ada brook"} <= set(found[:5])


def test_singular_and_plural_and_capitals_are_one_phrase_shown_as_most_often_printed() -> None:
    fare = next(found for found in found_in(article(FERRY)) if found.phrase == "ferry fare")
    assert (fare.surface, fare.n) == ("ferry fares", 4)
    assert FERRY[fare.char_start : fare.char_end] == "ferry fares"
    assert fare.char_start == FERRY.index("ferry fares")


def test_days_amounts_and_small_words_are_in_no_phrase() -> None:
    words = {word for phrase in phrases(FERRY) for word in phrase.split()}
    assert not words & {"tuesday", "wednesday", "year", "years", "12", "percent", "nine", "reporters", "the", "last"}


def test_a_general_noun_alone_is_no_phrase() -> None:
    assert not {"company", "cost", "option", "chairwoman"} & set(phrases(FERRY))


def test_a_word_that_only_stands_within_a_longer_phrase_has_no_row_of_its_own() -> None:
    assert not {"surcharge", "fuel", "fare"} & set(phrases(FERRY))


def test_a_name_is_called_by_its_fullest_form_and_not_joined_with_the_title_before_it() -> None:
    text = "Mayor Ada Brook opened the pier. Brook said the pier was old. “It is late,” Brook said of the pier."
    found = {phrase.phrase: phrase.n for phrase in found_in(article(text))}
    assert found["ada brook"] == 3
    assert not any("mayor" in phrase for phrase in found)


def test_what_only_a_headline_has_is_left_out_since_its_verbs_look_like_nouns() -> None:
    assert not any("slip" in phrase for phrase in phrases(FERRY, "Council plans slip as fares rise"))
    assert "harbour rescue" in phrases("", "Harbour rescue")


def test_scores_fall_from_one_and_ranks_count_up() -> None:
    found = found_in(article(FERRY))
    assert found[0].score == 1.0
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert all(0 < one.score <= 1 for one in found)


def test_a_text_in_another_language_has_none() -> None:
    assert found_in(article("Der Hafenrat erhöht die Preise der Fähre.", language="de")) == ()


def test_rows_have_the_columns_of_the_table() -> None:
    piece = article(FERRY)
    row = rows(piece, found_in(piece))["key_phrases"][0]
    assert row["article_id"] == piece.article_id
    assert set(row) == {"article_id", "phrase", "surface", "n", "score", "rank", "char_start", "char_end"}


@pytest.mark.parametrize(
    ("many", "one"),
    [("taxes", "tax"), ("parties", "party"), ("rates", "rate"), ("women", "woman"), ("ties", "tie"), ("classes", "class"),
     ("news", "news"), ("politics", "politics"), ("crisis", "crisis"), ("bus", "bus"), ("glass", "glass")],
)  # fmt: skip
def test_regular_plurals_are_folded(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(
    ("printed", "may"),
    [("said", BREAKS), ("agreed", BREAKS), ("quickly", BREAKS), ("2031", BREAKS), ("wasn't", BREAKS), ("improves", BREAKS),
     ("dangerous", WITHIN), ("federal", WITHIN), ("funding", ENDS), ("harbour's", ENDS), ("plans", ENDS), ("speed", ENDS), ("family", ENDS)],
)  # fmt: skip
def test_untagged_words_are_judged_by_their_form(printed: str, may: int) -> None:
    assert word(printed).standing == may


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_spans_that_lie_in_it_and_no_phrase_twice(text: str) -> None:
    piece = article(text)
    found = found_in(piece)
    assert len({one.phrase for one in found}) == len(found) <= 12
    for one in found:
        assert one.phrase
        assert 0 <= one.char_start < one.char_end <= len(text)


def test_a_long_run_of_nouns_takes_linear_time() -> None:
    piece = article("pier harbour " * 4000)
    paragraphs = read_paragraphs(small_model(), [piece])[0]
    began = time.process_time()
    key_phrases(piece, paragraphs, ())
    assert time.process_time() - began < 2
