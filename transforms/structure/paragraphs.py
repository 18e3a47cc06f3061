"""Where the paragraphs of a text begin and end.

Raw news comes in three shapes: a line a paragraph, blank lines between paragraphs, or lines wrapped at 60 to 80 columns
with an indent or a blank line before each paragraph. Wrapped is a document many of whose lines break in the middle of a
sentence; there, lines are put together again where a break is soft. Wrapping fills a line as far as the first word of the
next one allows, so a line that ends early ends its paragraph, and a first line that is full is no headline.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_WIDEST_WRAPPED = 92
_NARROWEST_WRAPPED = 40
_LACKING = 14  # columns that a line may lack before a soft break,
_LACKING_CLOSED = 6  # and one that ends with its sentence
_USUAL = 80  # per cent of the soft-broken lines are no longer; some of the others were glued together
_SOFT_BREAKS = 4  # so many prove wrapping where lines were glued together as well
_CLOSING = (".", "!", "?", ":", '"', "”", "'", ")")
_NAMED = r"(?:[^\W\d_a-z][\w.'’-]* ){1,3}[^\W\d_a-z][\w'’-]+$"
_ALONE = re.compile(rf"B[Yy] |by {_NAMED}|[A-Z][A-Z -]{{2,20}}:|\W*$")
_CAPITALISED = 0.6  # share of the longer words of a headline that is set so
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
# What breaks a line besides \n: form feeds between pages, and the separators of Unicode (UAX 14, class BK).
_OTHER_BREAKS = ("\x0c", "\x0b", "\u2028", "\u2029")
# Wire systems put control characters (IPTC 7901 section 4) or a caret (ANPA 1312) before header lines and `=` or `<` behind
# them, some archives a double hyphen, exports the name of the field.
_FIRST_MARKS = frozenset("^-\x7f").union(map(chr, range(ord(" "))))  # what a block with a mark may begin with
_HEADER = 16  # blocks
_CONTROL_MARK = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]+\s*|\^\s*")
_HYPHEN_MARK = re.compile(r"--\s+")
_END_MARK = re.compile(r"(?<=[^\s<=>-])(?:\s?=|<)$")
_FIELD = re.compile(r"[A-Z][A-Za-z]{2,12}(?:[ -][A-Za-z]{4,5})?\s?:\s")
_TITLE_FIELD = re.compile(r"(?:headline|title|subject|section)\s?:\s+", re.IGNORECASE)


class Block(NamedTuple):
    """A paragraph or a line that stands alone: trimmed span and its text."""

    start: int
    end: int
    text: str


class _Layout(NamedTuple):
    """The usual length of a line that breaks in the middle of a sentence, 0 if none does; the indent of all lines."""

    width: int
    margin: int


def paragraphs(text: str) -> list[Block]:
    """The blocks of a text in order, without overlap; together they hold every character that is not white space."""
    lines = _lines(text)
    layout = _layout(text, lines)
    return _without_marks(list(_joined(text, lines, layout)) if layout.width else lines)


def _lines(text: str) -> list[Block]:
    """Every line that is not blank, trimmed."""
    for mark in _OTHER_BREAKS:
        if mark in text:
            text = text.replace(mark, "\n")
    found: list[Block] = []
    position = 0
    for line in text.split("\n"):
        trimmed = line.strip()
        if trimmed:
            start = position + line.find(trimmed[0])
            found.append(Block(start, start + len(trimmed), trimmed))
        position += len(line) + 1
    return found


def _layout(text: str, lines: Sequence[Block]) -> _Layout:
    wide = sum(len(line.text) > _WIDEST_WRAPPED for line in lines)
    if len(lines) < 2 or 2 * wide > len(lines):
        return _Layout(0, 0)
    margin = min(_indent(text, line) for line in lines) if lines[0].start else 0
    breaks, soft = 0, list[int]()
    for upper, lower in pairwise(lines):
        if len(upper.text) >= _NARROWEST_WRAPPED and _is_adjacent(text, upper, lower, margin):
            breaks += 1
            if lower.text[:2].islower() and len(upper.text) <= _WIDEST_WRAPPED:
                soft.append(len(upper.text))
    least = _SOFT_BREAKS if wide > len(lines) // 20 else 1
    is_wrapped = len(soft) >= max(least, 0.3 * breaks)
    return _Layout(sorted(soft)[_USUAL * len(soft) // 100] if is_wrapped else 0, margin)


def _indent(text: str, line: Block) -> int:
    before = text.rfind("\n", max(line.start - _WIDEST_WRAPPED, 0), line.start)
    return line.start - before - 1 if before >= 0 or line.start < _WIDEST_WRAPPED else 0


def _joined(text: str, lines: Sequence[Block], layout: _Layout) -> Iterator[Block]:
    """Wrapped lines put together again."""
    start, upper = lines[0].start, lines[0]
    for lower in lines[1:]:
        if not _is_soft(text, upper, lower, layout) or (upper is lines[0] and _is_title(text, upper, lower, layout)):
            yield Block(start, upper.end, text[start : upper.end])
            start = lower.start
        upper = lower
    yield Block(start, upper.end, text[start : upper.end])


def _is_soft(text: str, upper: Block, lower: Block, layout: _Layout) -> bool:
    """The paragraph of the upper line goes on in the lower one."""
    if not _is_adjacent(text, upper, lower, layout.margin) or _ALONE.match(lower.text):
        return False
    if lower.text[:2].islower():
        return True
    size = len(upper.text)
    missing = layout.width - size - 1 - len(lower.text.split(maxsplit=1)[0])
    return size >= _NARROWEST_WRAPPED and missing < (_LACKING_CLOSED if upper.text.endswith(_CLOSING) else _LACKING)


def _is_adjacent(text: str, upper: Block, lower: Block, margin: int) -> bool:
    """Neither a blank line nor an indent beyond that of all lines parts the two."""
    return text[lower.start - 1 - margin] == "\n" and text.count("\n", upper.end, lower.start) == 1


def _is_title(text: str, first: Block, second: Block, layout: _Layout) -> bool:
    """The first line of a document is no part of a paragraph when it is set like a headline, or closed.

    An indent beyond the margin opens a paragraph: the dateline of a wire without a headline is capitalised too.
    """
    if second.text[:2].islower() or _indent(text, first) > layout.margin:
        return False
    long_words: list[str] = _LONG_WORD.findall(first.text)
    return sum(word[0].isupper() for word in long_words) >= _CAPITALISED * len(long_words)


def _without_marks(blocks: list[Block]) -> list[Block]:
    """Marks of wires and exports at the edges of a block become blocks of their own, so that titles are printed clean."""
    fields = len([1 for _, _, text in blocks[:_HEADER] if ":" in text[:20] and _FIELD.match(text)]) > 1
    if not fields and not any(text[0] in _FIRST_MARKS or text[-1] in "=<" for _, _, text in blocks):
        return blocks
    parted: list[Block] = []
    hyphens = sum(block.text.startswith("-- ") for block in blocks[:5]) > 1
    for number, block in enumerate(blocks):
        first = block.text[0]
        if number < _HEADER and (first in "^-" or fields or block.text[-1] in "=<"):
            parted.extend(_cut(block, hyphens=hyphens, fields=fields))
        elif first < " " or first == "\x7f":
            parted.extend(_cut(block))
        else:
            parted.append(block)
    return parted


def _cut(block: Block, *, hyphens: bool = False, fields: bool = False) -> Iterator[Block]:
    """The mark before the words, the words, the mark behind them."""
    text = block.text
    mark = (
        _CONTROL_MARK.match(text)
        or (_HYPHEN_MARK.match(text) if hyphens else None)
        or (_TITLE_FIELD.match(text) if fields else None)
    )
    first, last = mark.end() if mark else 0, len(_END_MARK.sub("", text))
    if first >= last:
        yield block
        return
    for start, end in (
        (0, len(text[:first].rstrip())),
        (first, last),
        (len(text) - len(text[last:].lstrip()), len(text)),
    ):
        if start < end:
            yield Block(block.start + start, block.start + end, text[start:end])
