from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.decode import Decoded, decode
from transforms.records import Document, Reject
from transforms.structure import Given, structure
from transforms.structure.paragraphs import paragraphs

PIECES = st.sampled_from(
    ["By ", "Ada Bell", "PORT VELL (MPA) — ", "Jul 9", " MPA", "(Reporting by ", ")", "\n", "\n\n", "    ", "© 2026 ", "-- ", "\x01",
     "Advertisement", "World", "The port of Vell will raise its dues for large ships next spring. ", "“", "”", "2022", "ab/cd", "VELL: ",
     "Related Articles", " ", "\u200b", "港の使用料が上がる。"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join))


def _document(text: str) -> Document:
    return Document("0" * 16, "0" * 64, "utf-8", len(text), text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_character_that_is_not_white_space_is_in_exactly_one_segment(text: str) -> None:
    found = structure(_document(text), Given())
    if isinstance(found, Reject):
        assert found.reason == "no_article"
        return
    (article,) = found
    position = 0
    for segment in article.segments:
        assert not text[position : segment.char_start].strip()
        assert segment.char_start < segment.char_end
        assert article.slice(segment) == article.slice(segment).strip()
        position = segment.char_end
    assert not text[position:].strip()


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_field_that_is_set_has_evidence_in_the_text(text: str) -> None:
    found = structure(_document(text), Given("Mapped"))
    if isinstance(found, Reject):
        return
    (article,) = found
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


def test_hostile_shapes_take_linear_time() -> None:
    for shape in (
        "“" * 400_000,
        "A " * 200_000,
        "By " * 150_000,
        "(" * 400_000,
        "\n".join(["Share"] * 50_000),
        "©" * 300_000,
    ):
        structure(_document(shape), Given())
