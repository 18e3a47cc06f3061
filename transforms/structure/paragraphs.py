"""Where the paragraphs of a text begin and end.

Raw news comes in three shapes: a line a paragraph, blank lines between paragraphs, or lines wrapped at 60 to 80 columns
with an indent or a blank line before each paragraph. Which one it is, is decided once for the whole document.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_WIDEST_WRAPPED = 92
_NARROWEST_WRAPPED = 40
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "'", ")")
_HEADER_LABELS = ("By ", "BY ", "by ")
# Wire systems put control characters (IPTC 7901 section 4) and some archives a double hyphen before header lines.
_CONTROL_MARK = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]+\s*")
_HYPHEN_MARK = re.compile(r"--\s+")


class Block(NamedTuple):
    """A paragraph or a line that stands alone: trimmed span and its text."""

    start: int
    end: int
    text: str


def paragraphs(text: str) -> list[Block]:
    """The blocks of a text in order, without overlap; together they hold every character that is not white space."""
    lines = list(_lines(text))
    blocks = list(_joined(text, lines)) if _is_wrapped(lines) else [line for line in lines if line.text]
    return _without_marks(blocks)


def _lines(text: str) -> Iterator[Block]:
    """Every line, trimmed; blank ones have empty text."""
    position = 0
    for line in text.split("\n"):
        trimmed = line.strip()
        start = position + (len(line) - len(line.lstrip()) if trimmed else 0)
        yield Block(start, start + len(trimmed), trimmed)
        position += len(line) + 1


def _is_wrapped(lines: list[Block]) -> bool:
    """Nearly all lines are narrow, and many of them break in the middle of a sentence."""
    filled = [line for line in lines if line.text]
    wide = sum(len(line.text) > _WIDEST_WRAPPED for line in filled)
    if len(filled) < 3 or wide > len(filled) // 20:
        return False
    breaks = broken = 0
    for upper, lower in pairwise(lines):
        if lower.text and len(upper.text) >= _NARROWEST_WRAPPED:
            breaks += 1
            broken += lower.text[0].islower()
    return breaks >= 2 and broken >= 0.3 * breaks


def _joined(text: str, lines: Iterable[Block]) -> Iterator[Block]:
    """Wrapped lines put together again."""
    group: list[Block] = []
    for line in lines:
        if group and not (line.text and _continues(text, group, line)):
            yield _merge(text, group)
            group = []
        if line.text:
            group.append(line)
    if group:
        yield _merge(text, group)


def _continues(text: str, group: list[Block], line: Block) -> bool:
    upper = group[-1]
    if text[line.start - 1] != "\n" or line.text.startswith(_HEADER_LABELS):
        return False
    if line.text[0].islower():
        return True
    is_first = len(group) == 1 and not text[: upper.start].strip()
    ends = upper.text.endswith(_SENTENCE_END) and len(upper.text) < _NARROWEST_WRAPPED + 15
    return not is_first and not ends and len(upper.text) >= _NARROWEST_WRAPPED


def _merge(text: str, group: list[Block]) -> Block:
    start, end = group[0].start, group[-1].end
    return Block(start, end, text[start:end])


def _without_marks(blocks: list[Block]) -> list[Block]:
    """Control characters at the start of a block, and the hyphens of marked header lines, become blocks of their own."""
    hyphens = sum(block.text.startswith("-- ") for block in blocks[:5]) > 1
    parted: list[Block] = []
    for number, block in enumerate(blocks):
        mark = _CONTROL_MARK.match(block.text) or (_HYPHEN_MARK.match(block.text) if hyphens and number < 8 else None)
        if mark is None or mark.end() == len(block.text):
            parted.append(block)
        else:
            parted.append(Block(block.start, block.start + len(mark[0].rstrip()), mark[0].rstrip()))
            parted.append(Block(block.start + mark.end(), block.end, block.text[mark.end() :]))
    return parted
