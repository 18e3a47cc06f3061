"""Blocks into segments: the dateline is cut off the head of its paragraph, the sign-off off the end of the last one, and
crossheads out of the middle of a long one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.records import Segment
from transforms.structure.crossheads import crossheads
from transforms.structure.dateline import Dateline, colon_dateline, dateline, lone_dateline
from transforms.structure.paragraphs import Block
from transforms.structure.sign_off import SignOff, sign_off_line, trailing_sign_off

_FIRST_PARAGRAPHS = 4  # A dateline stands in the first paragraph in only 58 of 100 web articles: notes come before it.
_LAST_BLOCKS = 12
_NEAR_COLONS = 12


class Opening(NamedTuple):
    """A dateline and the number of the block that it opens."""

    number: int
    dateline: Dateline


class SignedOff(NamedTuple):
    """A sign-off by its span in the document."""

    number: int
    start: int
    end: int
    rule: str
    confidence: float


def opening(blocks: Sequence[Block], kinds: Sequence[str]) -> Opening | None:
    """The dateline of the story: on its own line, or at the start of one of the first paragraphs."""
    story = [number for number, kind in enumerate(kinds) if kind in ("body", "dateline")]
    for number in story[:_FIRST_PARAGRAPHS]:
        text = blocks[number].text
        found = dateline(text) or (lone_dateline(text) if kinds[number] == "dateline" else None)
        if found and not _is_last_word(blocks, story, number, found):
            return Opening(number, found)
    return _colon_opening(blocks, story)


def _is_last_word(blocks: Sequence[Block], story: Sequence[int], number: int, found: Dateline) -> bool:
    """`LONDON (Reuters)` alone below the story signs it off."""
    return number == story[-1] != story[0] and found.end >= len(blocks[number].text)


def sign_offs(blocks: Sequence[Block], kinds: Sequence[str], agency: str | None) -> tuple[SignedOff, ...]:
    """The sign-offs after the story, in order of the text; the search from the end stops at the last paragraph."""
    found: list[SignedOff] = []
    for number in range(len(blocks) - 1, max(len(blocks) - 1 - _LAST_BLOCKS, 0), -1):
        start, _, text = blocks[number]
        if kinds[number] not in ("body", "boilerplate"):
            continue
        whole = sign_off_line(text, agency) or _place_and_agency(text)
        if whole:
            found.append(SignedOff(number, start + whole.start, start + whole.end, whole.rule, whole.confidence))
        elif kinds[number] == "body":
            break
    taken = {one.number for one in found}
    last = next((n for n in range(len(blocks) - 1, 0, -1) if kinds[n] == "body" and n not in taken), 0)
    start, _, text = blocks[last]
    part = trailing_sign_off(text, agency) if kinds[last] == "body" else None
    if part and part.start:
        found.append(SignedOff(last, start + part.start, start + part.end, part.rule, part.confidence))
    return tuple(sorted(found, key=lambda one: one.start))


def _place_and_agency(text: str) -> SignOff | None:
    """A line like a dateline below the story."""
    found = dateline(text)
    whole = found is not None and "agency" in found.parts and found.end >= len(text)
    return SignOff(0, len(text), "place_and_agency", 0.8) if whole else None


def segments(
    blocks: Sequence[Block], kinds: Sequence[str], head: Opening | None, ends: Sequence[SignedOff]
) -> tuple[Segment, ...]:
    """The segments of the article in order: trimmed, without overlap, body paragraphs numbered from 1."""
    return tuple(_numbered(_pieces(blocks, kinds, head, {end.number: end for end in ends})))


def _colon_opening(blocks: Sequence[Block], story: Sequence[int]) -> Opening | None:
    """`KARACHI:` counts when it opens the first paragraph and no other: more of them are a transcript."""
    found = colon_dateline(blocks[story[0]].text) if story else None
    if found is None or any(colon_dateline(blocks[number].text) for number in story[1:_NEAR_COLONS]):
        return None
    return Opening(story[0], found)


def _pieces(
    blocks: Sequence[Block], kinds: Sequence[str], head: Opening | None, ends: dict[int, SignedOff]
) -> Iterator[tuple[str, int, int]]:
    """Kind and span of each segment in order."""
    for number, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        start, end, text = block
        if head and head.number == number:
            cut = len(text[: head.dateline.end].rstrip())
            yield "dateline", start, start + cut
            start += cut + len(text[cut:]) - len(text[cut:].lstrip())
        signed = ends.get(number)
        if signed is None:
            yield from _parted(block, kind, (start, end))
            continue
        before = text[: signed.start - block.start].rstrip()
        yield from _parted(block, kind, (start, block.start + len(before)))
        yield "sign_off", max(signed.start, start), signed.end


def _parted(block: Block, kind: str, span: tuple[int, int]) -> Iterator[tuple[str, int, int]]:
    """A span of the block, if anything is left of it; a paragraph of the story without the crossheads that stand in it."""
    start, end = span
    found = crossheads(block.text[start - block.start : end - block.start]) if kind == "body" else ()
    position = start
    for first, last in found:
        gap = block.text[position - block.start : start - block.start + first]
        yield kind, position, position + len(gap.rstrip())
        yield "crosshead", start + first, start + last
        position = start + last
        while block.text[position - block.start] == " ":
            position += 1
    if position < end:
        yield kind, position, end


def _numbered(pieces: Iterable[tuple[str, int, int]]) -> Iterator[Segment]:
    paragraph = 0
    for kind, start, end in pieces:
        paragraph += kind == "body"
        yield Segment(kind, start, end, paragraph if kind == "body" else None)
