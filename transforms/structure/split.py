"""Where a second article begins in one document.

A file may hold several articles: takes of a wire, an export of a clipping service, stories pasted one under the other.
Splitting wrongly is worse than not splitting, so two things must come together: what ends an article (a ruled line, a
form feed, a sign-off) and what opens one (a title above running text, with a byline, a date line, or a dateline that
prints its date or agency). Without an end, the opening must repeat the whole scheme of the document's own.

What is left whole: live blogs, transcripts, rendered web pages with their teasers, round-ups whose items have a crosshead
or a place but neither a byline nor a sign-off of their own, news in brief, corrections and notes under a story.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.structure.byline import byline
from transforms.structure.dateline import dateline
from transforms.structure.dates import is_date_line
from transforms.structure.paragraphs import Block
from transforms.structure.shape import is_prose, is_title, words
from transforms.structure.sign_off import is_end, trailing_sign_off
from transforms.structure.wire_header import ends_exported, field, has_fields, starts_exported

_LONGEST_HEADER = 10  # blocks
_SHORTEST_TITLE = 3  # words
_LONGEST_TITLE = 180  # characters
_LONGEST_HEADLINE = 16  # words, of one that holds the end of a sentence
_LONGEST_END = 60  # characters
_FEWEST_WORDS = 30  # of running text under a title that has no dateline
_PAGE = 15  # blocks; of so many, a third is long unless they are a web page
_LONG = 100  # characters
_WORD = 4
_MAIL_START = re.compile(r"From \S{1,80} .{16,40}")
_TAIL = ("@", "http", "www.", "©", "(c)")  # in addresses and rights, which may follow a sign-off
_DRAWN = "-=_*#~–—"
_COLUMNS_RULE = re.compile(r"[-=#]{20,}")
_RULE = re.compile(r"(?:[-=_*#~–—]\s?){3,}")
_NOTE = re.compile(
    r"(?:corrections?|correct(?:s|ed)|clarifications?|clarifies|editor['’]?s? note)(?:\s*[:.(–—-]|\s+to\b|$)"
    r"|about (?:the|this|us)\b|related\b|more (?:on|from)\b|read (?:more|next)\b|see also\b|notes? to\b",
    re.IGNORECASE,
)


class _Opening(NamedTuple):
    """What opens an article: its title, its marks (`byline`, `date`, `dateline`), and where it begins and its story does."""

    title: str
    marks: frozenset[str]
    start: int
    story: int

    @property
    def is_full(self) -> bool:
        """A title, a byline, and a date or a dateline."""
        return bool(self.title) and "byline" in self.marks and len(self.marks) > 1


def articles(text: str, blocks: Sequence[Block]) -> list[range]:
    """The numbers of the blocks of each article: consecutive ranges that together are all blocks; mostly one.

    `blocks` are those of `text`, one at least. Linear in their number.
    """
    starts = _export_starts(text, blocks) or _field_starts(blocks) or list(_story_starts(text, blocks))
    return [range(first, last) for first, last in pairwise([0, *starts, len(blocks)])]


def _export_starts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Clipping services number the articles of an export, or say where each ends."""
    if "ocument" not in text and "OCUMENT" not in text:
        return []
    short = [number for number, block in enumerate(blocks) if len(block.text) <= _LONGEST_END]
    numbered = [number for number in short if starts_exported(blocks[number].text)]
    ended = [number + 1 for number in short[:-1] if ends_exported(blocks[number].text)]
    return [number for number in numbered or ended if 0 < number < len(blocks)]


def _field_starts(blocks: Sequence[Block]) -> list[int]:
    """Mailboxes and exports with named fields begin every article with the field that the first one begins with."""
    if not has_fields(blocks):
        return []
    names = [found[0] if ":" in block.text[:20] and (found := field(block.text)) else None for block in blocks]
    first = next(filter(None, names))
    starts = [
        number
        for number, name in enumerate(names)
        if name == first and has_fields(blocks[number : number + _LONGEST_HEADER])
    ]
    return [number - 1 if _MAIL_START.fullmatch(blocks[number - 1].text) else number for number in starts[1:]]


def _story_starts(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    own: _Opening | None = None
    last = 0
    titles = _titles_by_byline(blocks)
    for number in () if _is_page(blocks) else range(1, len(blocks) - 1):
        end = _end_before(text, blocks, number)
        if number <= last or not (end or number in titles):
            continue
        own = own or _opening(blocks, 0)
        if own is None or own.story >= number or not (end or own.is_full):
            continue
        opening = _opening(blocks, number)
        if opening and (_opens_anew(opening, end, blocks) if end else opening.is_full and opening.marks <= own.marks):
            yield opening.start
            last = opening.story


def _is_page(blocks: Sequence[Block]) -> bool:
    """A rendered web page: hardly a third of its lines are long, and none of them wrapped."""
    sizes = [len(block.text) for block in blocks]
    long, marks = sum(size > _LONG for size in sizes), sum(size < _WORD for size in sizes)
    return len(blocks) >= _PAGE and 3 * long < len(blocks) - marks and not any("\n" in block.text for block in blocks)


def _end_before(text: str, blocks: Sequence[Block], number: int) -> str | None:
    """What ends an article right before a block: a `rule` or form feed, a `wide_rule`, a `sign_off`, or nothing."""
    (_, end, line), below = blocks[number - 1], blocks[number]
    if len(line) <= _LONGEST_END or line[:3] in ("---", "===", "###"):
        if line[0] in _DRAWN and _RULE.fullmatch(line):
            return "wide_rule" if _COLUMNS_RULE.fullmatch(line) else "rule"
        if is_end(line):
            return "sign_off"
    elif len(below.text) <= _LONG and trailing_sign_off(line, None):
        return "sign_off"
    return "rule" if below.start - end > 1 and "\f" in text[end : below.start] else None


def _titles_by_byline(blocks: Sequence[Block]) -> set[int]:
    """Numbers of the blocks under which a byline stands, or one block further down, when there are several such."""
    found = [
        number
        for number, (_, _, line) in enumerate(blocks)
        if len(line) <= _LONGEST_TITLE and "by" in line[:_LONGEST_END].casefold() and byline(line)
    ]
    return {number - above for number in found for above in (1, 2)} if len(found) > 1 else set()


def _opens_anew(opening: _Opening, end: str, blocks: Sequence[Block]) -> bool:
    """After an end: a dateline proves it, under a title or after a sign-off; else a mark, a title and enough to read.

    A rule as wide as a page parts what has a title without any mark as well.
    """
    if "dateline" in opening.marks:
        return bool(opening.title) or end == "sign_off"
    to_read = sum(words(block.text) for block in blocks[opening.story : opening.story + 3])
    if opening.marks:
        return bool(opening.title) and to_read >= _FEWEST_WORDS
    return end == "wide_rule" and words(opening.title) > _SHORTEST_TITLE and to_read >= _FEWEST_WORDS


def _opening(blocks: Sequence[Block], start: int) -> _Opening | None:
    """The opening of an article at or, after addresses and rights, below a block; None without running text near it."""
    title, marks, first = "", set[str](), start
    for number in range(start, min(start + _LONGEST_HEADER, len(blocks))):
        line = blocks[number].text
        is_story = len(line) > _LONGEST_TITLE or is_prose(line) or (". " in line and words(line) > _LONGEST_HEADLINE)
        head = dateline(line) if is_story or number - start < 3 else None
        if head and not head.parts.keys().isdisjoint(("agency", "date")):
            return _Opening(title, frozenset(marks | {"dateline"}), first, number)
        if number == first and any(sign in line for sign in _TAIL):
            first += 1
        elif is_story:
            return _Opening(title, frozenset(marks), first, number)
        elif _is_end(line) or (_NOTE.match(line) and not title):
            return None
        elif byline(line):
            marks.add("byline")
        elif is_date_line(line):
            marks.add("date")
        elif not title and is_title(line) and words(line) >= _SHORTEST_TITLE and line[-1] != ":":
            title = line
    return None


def _is_end(line: str) -> bool:
    return len(line) <= _LONGEST_END and (_RULE.fullmatch(line) is not None or is_end(line))
