import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.decode import Decoded, decode
from transforms.records import Document, Reject
from transforms.structure import Given, structure
from transforms.structure.paragraphs import paragraphs
from transforms.structure.split import articles

PIECES = st.sampled_from(
    ["By ", "Ada Bell", "PORT VELL (MPA) — ", "Jul 9", " MPA", "(Reporting by ", ")", "\n", "\n\n", "    ", "© 2026 ", "-- ", "\x01",
     "Advertisement", "World", "The port of Vell will raise its dues for large ships next spring. ", "“", "”", "2022", "ab/cd", "VELL: ",
     "Related Articles", " ", "\u200b", "港の使用料が上がる。", "\n----------------------\n", "\nENDS\n", "\f", "\x1c", "\x1e", "\x85",
     "\u2028", "\v", "\n2 of 3 DOCUMENTS\n", "\nEnd of Document\n", "HEADLINE: ", "Subject: ", "^", "=", "<", "Dues rise again in Vell",
     "\ud800", "\u202eسفن", "🚢👩‍🚀", "e\u0301", "said on Tuesday\nthat it will ", "July 12, 2026", "\t", "\xa0", "\u3000", "(Reuters)", "\nLONDON (Reuters)"]
)  # fmt: skip
ANY = st.characters(categories=("L", "M", "N", "P", "S", "Z", "C"))  # lone surrogates as well
TEXTS = st.one_of(st.text(ANY, max_size=400), st.lists(PIECES, max_size=60).map("".join))


def _document(text: str) -> Document:
    return Document("0" * 16, "0" * 64, "utf-8", len(text), text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_character_that_is_not_white_space_is_in_exactly_one_segment_of_one_article(text: str) -> None:
    found = structure(_document(text), Given())
    if isinstance(found, Reject):
        assert found.reason == "no_article"
        return
    assert [article.article_no for article in found] == list(range(1, len(found) + 1))
    assert len({article.article_id for article in found}) == len(found)
    position = 0
    for article in found:
        assert article.spans("body")
        assert [one.paragraph_no for one in article.spans("body")] == list(range(1, len(article.spans("body")) + 1))
        for segment in article.segments:
            assert not text[position : segment.char_start].strip()
            assert segment.char_start < segment.char_end
            assert article.slice(segment) == article.slice(segment).strip()
            position = segment.char_end
    assert not text[position:].strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_articles_of_a_document_are_all_of_its_blocks(text: str) -> None:
    blocks = paragraphs(text)
    if blocks:
        ranges = articles(text, blocks)
        assert [number for one in ranges for number in one] == list(range(len(blocks)))
        assert all(ranges)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_field_that_is_set_has_evidence_in_the_text(text: str) -> None:
    found = structure(_document(text), Given("Mapped"))
    if isinstance(found, Reject):
        return
    for article in found:
        fields = {row.field for row in article.evidence}
        for field in ("section", "headline", "dateline_place", "dateline_date", "agency", "content_date", "source"):
            assert (getattr(article, field) is not None) == (field in fields)
        for field in ("bylines", "sign_off"):
            assert bool(getattr(article, field)) == (field in fields)
        for row in article.evidence:
            assert row.rule == "source_map" or text[row.char_start : row.char_end].strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_paragraphs_hold_all_of_the_text(text: str) -> None:
    position = 0
    for block in paragraphs(text):
        assert not text[position : block.start].strip()
        assert block.text == text[block.start : block.end] == block.text.strip() != ""
        position = block.end
    assert not text[position:].strip()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        assert "\0" not in decoded.text
        assert "\r" not in decoded.text
    else:
        assert decoded.reason in ("empty", "not_text")


def _seconds(shape: str) -> float:
    document_ = _document(shape)
    begun = time.process_time()
    structure(document_, Given())
    return time.process_time() - begun


@pytest.mark.parametrize(
    ("piece", "number"),
    [("“", 100_000), ("A ", 50_000), ("By ", 37_500), ("(", 100_000), ("Share\n", 12_500), ("©", 75_000), ("\n", 1_250_000),
     ("x", 1_250_000), ("The port rises. ", 25_000), ("a\n", 25_000), ("=\n", 25_000), (" \n \n", 125_000),
     ("ab/cd\nDues rise in Vell\n", 5_000), ("said on Tuesday and the day after that it will\n", 5_000), ("HEADLINE: x\n", 12_500),
     ("^", 100_000), ("-", 100_000), ("- ", 50_000), ("\t", 100_000), ("\xa0", 100_000), ("\u0300\u0316", 50_000), ("\x01", 100_000),
     ("\x01x\n\x02", 12_500), ("a@", 50_000), ("al-", 50_000)],
)  # fmt: skip
def test_hostile_shapes_take_linear_time(piece: str, number: int) -> None:
    """Four times the text may take twelve times the time (a machine is noisy), and any text a moment; quadratic is sixteen."""
    small, large = (_seconds(piece * times) for times in (number // 4, number))
    assert large < max(12 * small, 2)
    assert large < 8


@pytest.mark.parametrize(
    "text", ["Headline\nHarbour{}News\nprose", "Headline\n\nHarbour {} Post\n\nThe port rises. It said so."]
)
@pytest.mark.parametrize("piece", ["\t", "\xa0", "\u3000", " ", "e\u0300\u0316", "-", "a@", "x.", "("])
def test_a_line_of_few_words_however_long_takes_no_time(text: str, piece: str) -> None:
    assert _seconds(text.format(piece * 8_000)) < 0.5
