"""One kind for every block of a document."""

from collections.abc import Sequence

from transforms.structure import header
from transforms.structure.cues import line_kind
from transforms.structure.interface import PLAIN, signs
from transforms.structure.notes import credit_line, editor_note
from transforms.structure.page import page_kinds
from transforms.structure.paragraphs import Block
from transforms.structure.shape import folded, is_crosshead, is_folded, is_prose, is_sentence, is_shouted, words

_SHORTEST_PARAGRAPH = 12  # words, of one that ends on a colon
_LAST_BLOCKS = 8  # among which credits stand, however short the text


def label(blocks: Sequence[Block]) -> list[str]:
    """A word of `schema.SEGMENT_KINDS` for every block; sign-offs and datelines inside a block are found later."""
    kinds = _spoken_kinds(blocks)
    page = page_kinds(blocks, kinds)
    if page is not None:
        return page
    start = header.story_start(blocks, kinds)
    return _plain_body(blocks, header.plain_header(blocks, kinds, start) + kinds[start:], start)


def _spoken_kinds(blocks: Sequence[Block]) -> list[str]:
    """What the lines say by their own words; `body` where they say nothing."""
    credits_from = max(min(len(blocks) // 2, len(blocks) - _LAST_BLOCKS), 0)
    kinds: list[str] = []
    for number, (_, _, text) in enumerate(blocks):
        kind = line_kind(text)
        if kind is None and editor_note(text):
            kind = "editor_note"
        if kind in (None, "boilerplate") and number > credits_from and credit_line(text):
            kind = "credit"
        if kind is None and signs(text) >= PLAIN:
            kind = "boilerplate"
        kinds.append(kind or "body")
    return kinds


def _plain_body(blocks: Sequence[Block], kinds: list[str], start: int) -> list[str]:
    """Everything from the first paragraph on is story but for what says otherwise."""
    headline = next((folded(block.text) for block, kind in zip(blocks, kinds, strict=True) if kind == "headline"), None)
    for number in range(start + 1, len(blocks)):
        text = blocks[number].text
        if kinds[number] != "body" or len(text) > 250:
            continue
        if is_shouted(text) or is_folded(text, headline):
            kinds[number] = "boilerplate"
        elif is_crosshead(text) and _is_between_paragraphs(blocks, number) and not signs(text):
            kinds[number] = "crosshead"
    return kinds


def _is_between_paragraphs(blocks: Sequence[Block], number: int) -> bool:
    return (
        number + 1 < len(blocks) and _is_paragraph(blocks[number - 1].text) and _is_paragraph(blocks[number + 1].text)
    )


def _is_paragraph(text: str) -> bool:
    return is_prose(text) or (is_sentence(text) and words(text) >= _SHORTEST_PARAGRAPH)
