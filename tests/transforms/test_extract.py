"""The JSON object of an article: its keys are an interface, its spans index the given text."""

import json
import time

from transforms.decode import document
from transforms.extract import extract
from transforms.language.pipeline import MAX_PARAGRAPH, SMALL_MODEL
from transforms.records import Document, Reject, Row

TEXT = """Ferry strikes pier in Port Ellery

PORT ELLERY, Canada, June 9 (MPA) — The ferry was late, Anna Holt said on Tuesday.

“Nobody told the boats,” Holt said. “The horn was silent.”
"""
KEYS = {
    "article_no", "source", "section", "headline", "subhead", "byline", "dateline_place", "dateline_date", "content_date",
    "date_precision", "agency", "sign_off", "language", "body", "segments", "quotes", "entities", "topics",
}  # fmt: skip


def rows(*texts: str) -> list[Row]:
    sources: list[tuple[Row, Document | Reject]] = [
        ({"doc_id": str(number)}, document(text.encode())) for number, text in enumerate(texts)
    ]
    return list(extract(sources, SMALL_MODEL))


def test_the_keys_that_measuring_stands_on() -> None:
    (row,) = rows(TEXT)

    assert set(row) >= KEYS | {"doc_id"}
    assert json.loads(json.dumps(row)) == row
    assert row["headline"] == "Ferry strikes pier in Port Ellery"


def test_every_span_gives_back_its_words() -> None:
    (row,) = rows(TEXT)

    assert row["quotes"]
    for quote in row["quotes"]:
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]
        assert TEXT[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]
        assert TEXT[quote["cue_start"] : quote["cue_end"]] == quote["cue_text"]
        assert quote["speaker_canonical"] == "Anna Holt"
    for entity in row["entities"]:
        assert TEXT[entity["start"] : entity["end"]] == entity["text"]


def test_a_quote_says_how_and_to_whom_it_was_said() -> None:
    (row,) = rows(
        "Ferry strikes pier\n\n“Nobody told the boats,” Anna Holt told reporters in a statement on Tuesday.\n"
    )

    (quote,) = row["quotes"]
    assert (quote["cue_class"], quote["channel"], quote["addressee"]) == ("neutral", "statement", "reporters")
    assert quote["addressee_entity_id"] is None
    assert quote["channel_end"] - quote["channel_start"] == len("a statement")
    assert quote["addressee_end"] - quote["addressee_start"] == len("reporters")
    assert "signals" in quote


def test_articles_and_rejects_come_in_the_order_given() -> None:
    sources = [
        ({"doc_id": str(n)}, Reject("empty", "no text") if n % 3 == 0 else document(TEXT.encode())) for n in range(40)
    ]

    found = list(extract(sources, SMALL_MODEL))

    assert [row["doc_id"] for row in found] == [str(n) for n in range(40)]
    assert found[0] == {"doc_id": "0", "reject": {"reason": "empty", "detail": "no text"}}


def test_a_paragraph_of_any_length_is_read() -> None:
    long = "Anna Holt said the pier was closed for good. " * (2 * MAX_PARAGRAPH // 45)

    (row,) = rows(f"{long}\n\nPeter Whitlock said the harbour was closed too.")

    assert {quote["speaker_canonical"] for quote in row["quotes"]} == {"Anna Holt", "Peter Whitlock"}


def test_a_long_rule_of_signs_costs_no_more_than_its_length() -> None:
    story = "Anna Holt said that the pier was closed for good. The council had voted on it in the spring of the year."
    began = time.process_time()

    (row,) = rows(f"{story} {'=' * 20_000} {story}")

    assert [quote["speaker_canonical"] for quote in row["quotes"]] == ["Anna Holt", "Anna Holt"]
    assert time.process_time() - began < 10  # whole, the tokenizer would take time with the square of the length
