"""Lines that agencies and archives put around a story for the desk: headers, slugs, word counts, fields, page numbers.

The forms are those of the formats themselves: IPTC 7901 header and trailer lines that have lost their control characters,
ANPA 1312 slug lines with their take numbers, clocks and carets, notes to editors, and the plain exports of clipping
services. Each is told by its own shape; no wording of a single publisher is among them.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.structure.paragraphs import Block

_TOP = 24  # lines of a document that may stand above its story
_FOOT = 16
_LONGEST = 160
_FEWEST_FIELDS = 2

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
# How clipping services number the articles of an export, and how they close each.
_EXPORT_START = r"document \d{1,5} of \d{1,5}|\d{1,5} of \d{1,5} documents?"
_EXPORT_END = r"end of document|document [a-z]{4,8}0{0,4}\d{8}[a-z0-9]{6,14}"
_DESK_LINES = (
    r"[a-z]{2,4}\d{3,4}\s+\d\s+\w{1,3}\s+\d{2,4}\b.{0,40}",  # IPTC 7901: service and number, priority, category, words
    rf"\d{{6}}\s+(?:[a-z]{{3,4}}\s+)?{_MONTH}\.?\s+\d\d",  # its trailer: day and hour, month, year
    r"(?:[a-z] ){1,3}(?:[ab]c|[ap]m)-\S.*",  # ANPA 1312: priority and category before the slug
    r"\^?(?:[ab]c|[ap]m)-(?=[^,]{2,60},).*\b(?:\d{2,4}<?|writethru.*)",  # slug, lead, words
    r"[a-z]{2,3}-[a-z]{2,4}-\d\d-\d\d-\d\d \d{4}(?:gmt|[acemp][sd]t)<?",  # cycle, date and clock at the end of a take
    r"\(\d{2,5} words?\)|\(?more\)?",
    r"\d(?:st|nd|rd|th) (?:lead|ld|update|roundup|add|take)|refile|urgent|bulletin|flash|writethru",
    rf"{_EXPORT_START}|{_EXPORT_END}|\d{{1,5}} of \d{{1,5}}",
    r"page \d{1,4} of \d{1,4}|\(?end of (?:text|message|transmission)\)?",
)  # fmt: skip
# All for a lower-cased line: without IGNORECASE a branch fails at its first letter.
_DESK_LINE = re.compile(f"(?:{'|'.join(_DESK_LINES)})\\W*")
_STARTS_EXPORTED, _ENDS_EXPORTED = re.compile(_EXPORT_START), re.compile(_EXPORT_END)
_DESK_NOTE = re.compile(r"\(?eds?(?:itors?)?\s?:\s.*|note to editors?\b.{0,3}\s.*")
_FIELDS = {
    "headline": "headline", "title": "headline", "subject": "headline", "section": "section",
    "byline": "", "author": "", "date": "", "dateline": "", "published": "", "source": "", "copyright": "",
    "length": "boilerplate", "word count": "boilerplate", "load-date": "boilerplate", "publication-type": "boilerplate",
    "publication": "boilerplate", "language": "boilerplate", "keywords": "boilerplate", "slug": "boilerplate",
    "slugline": "boilerplate", "edition": "boilerplate", "from": "boilerplate", "to": "boilerplate", "cc": "boilerplate",
    "message-id": "boilerplate", "mime-version": "boilerplate", "content-type": "boilerplate", "priority": "boilerplate",
    "category": "boilerplate", "embargo": "boilerplate", "id": "boilerplate", "url": "boilerplate", "body": "boilerplate",
    "text": "boilerplate",
}  # fmt: skip
_FIELD = re.compile(rf"(?P<name>{'|'.join(sorted(_FIELDS, key=len, reverse=True))})\s{{0,3}}(?::\s*|$)", re.IGNORECASE)


def header_lines(blocks: Sequence[Block]) -> dict[int, str]:
    """Kinds of the blocks whose place in a wire message or an export says what they are, by number.

    Most are `boilerplate`; notes to the desk are `editor_note`, and what a field names so is `headline` or `section`.
    """
    return dict(_lines(blocks))


def starts_exported(line: str) -> bool:
    """The line with which a clipping service begins an article of an export (`Document 3 of 12`), and nothing else."""
    return _STARTS_EXPORTED.fullmatch(line.lower()) is not None


def ends_exported(line: str) -> bool:
    """The line with which a clipping service ends an article of an export (`End of Document`), and nothing else."""
    return _ENDS_EXPORTED.fullmatch(line.lower()) is not None


def field(line: str) -> tuple[str, int] | None:
    """The name of a field (`headline`) that a line opens with, and where its value begins; None for any other line."""
    match = _FIELD.match(line) if ":" in line[:20] else None
    return (match["name"].lower(), match.end()) if match else None


def has_fields(blocks: Sequence[Block]) -> bool:
    """An export that prints its fields with their names, two at least of them above the story."""
    names = {found[0] for block in blocks[:_TOP] if ":" in block.text[:20] and (found := field(block.text))}
    return len(names) >= _FEWEST_FIELDS and not names.isdisjoint(("headline", "title", "subject", "byline", "length"))


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    fields = has_fields(blocks)
    for number in [*range(min(_TOP, len(blocks))), *range(max(_TOP, len(blocks) - _FOOT), len(blocks))]:
        text = blocks[number].text
        if len(text) > _LONGEST:
            continue
        named = field(text) if fields else None
        if named and _FIELDS[named[0]]:
            yield number, "boilerplate"
            value = blocks[number + 1].text if named[1] == len(text) and number + 1 < len(blocks) else ""
            if value and _FIELDS[named[0]] != "boilerplate" and not field(value):
                yield number + 1, _FIELDS[named[0]]
        elif _DESK_LINE.fullmatch(text.lower()) or not any(map(str.isprintable, text)):
            yield number, "boilerplate"
        elif _DESK_NOTE.match(text.lower()):
            yield number, "editor_note"
