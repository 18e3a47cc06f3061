"""The lines near a story that print its day: date lines, and bylines that hold a date.

Where a page prints both, the day of first publication is the content date and the day of the update is not: what the
text calls "Saturday" is counted from the day when it was written, and two sources can be compared by it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.structure.dates import (
    Printed,
    epoch_line,
    is_date_line,
    may_hold_year,
    printed_dates,
    words_beside_date,
)
from transforms.structure.paragraphs import Block

_ABOVE = 10  # blocks above the headline
_BELOW = 8  # blocks below the first paragraph: pages put the date under the standfirst
_PLAIN_HEAD = 14  # blocks, of a text whose headline was not found
_LONGEST = 110  # characters
_MOST_NAMES = 8  # words beside the date of a byline
_FIRST, _ABOVE_HEADLINE, _LATER, _UPDATE = (
    0.9,
    0.8,
    0.6,
    0.5,
)  # confidences; a page's own clock stands above the headline
# Both for a lower-cased line. An archive's own day: `Load-Date` is when a database took the story up.
_UPDATED = re.compile(
    r"\b(?:load[ -]date|updated?|modifi\w+|edited|revised|actualiz\w+|atualiz\w+|aggiorn\w+|aktualisiert|bijgewerkt|oppdatert|uppdaterad"
    r"|opdateret|mis à jour|päivitetty)\b"
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|first|created|publi(?:é|cado|cato|cat|sert|cerad)|veröffentlicht|gepubliceerd|offentliggjort)\b"
)
_SENTENCE_END = (".", "!", "?", ":", ",", ";", "”", '"')


class DateLine(NamedTuple):
    """The day that a line prints: its span in the document, the rule, and how sure it is that the text is of that day."""

    printed: Printed
    rule: str
    confidence: float


def date_lines(blocks: Sequence[Block], kinds: Sequence[str], language: str = "en") -> Iterator[DateLine]:
    """The days printed near the head of the story and in lines that say "published", in order of the text.

    The first day of publication below the headline has the highest confidence, 0.9; days of updates have 0.5.
    """
    first, headline, last = _head(blocks, kinds)
    found_published = False
    for number, block in enumerate(blocks):
        if len(block.text) > _LONGEST:
            continue
        near = first <= number <= last
        if not near and not (kinds[number] != "body" and _says_published(block.text)):
            continue
        found = _read(block.text, language, near)
        if found is None:
            continue
        printed, rule = found
        confidence = _FIRST if number >= headline else _ABOVE_HEADLINE
        if _is_update(block.text, printed):
            confidence = _UPDATE
        elif found_published:
            confidence = _LATER
        found_published |= confidence == _FIRST
        yield DateLine(Printed(printed.date, block.start + printed.start, block.start + printed.end), rule, confidence)


def _head(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[int, int, int]:
    """Numbers of the first block of those among which the date is looked for, of the headline, and of the last."""
    story = next(
        (number for number, kind in enumerate(kinds) if kind == "body" and len(blocks[number].text) > _LONGEST), 0
    )
    headline = next((number for number, kind in enumerate(kinds) if kind == "headline"), None)
    if headline is None:
        return max(0, story - _PLAIN_HEAD), 0, story + _BELOW
    return max(0, headline - _ABOVE), headline, max(headline, story) + _BELOW


def _says_published(text: str) -> bool:
    return any(map(str.isdigit, text)) and _PUBLISHED.search(text.lower()) is not None


def _read(text: str, language: str, near: bool) -> tuple[Printed, str] | None:
    """The day of a date line, or (near the headline only) of a byline with a date in it."""
    if not any(map(str.isdigit, text)):
        return None
    stamp = epoch_line(text)
    if stamp:
        return stamp, "epoch_line"
    dates = list(printed_dates(text, language)) if may_hold_year(text) else []
    if not dates:
        return None
    if is_date_line(text):
        rule = "date_line"
    elif near and _is_dated_byline(text):
        rule = "dated_byline"
    else:
        return None
    return next((found for found in dates if not _is_update(text, found)), dates[0]), rule


def _is_dated_byline(text: str) -> bool:
    """Beside the date only names, titles and labels stand: few words, all capitalised, and no full stop."""
    if text.endswith(_SENTENCE_END):
        return False
    words = [word for word in words_beside_date(text).split() if any(map(str.isalpha, word))]
    return len(words) <= _MOST_NAMES and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _is_update(text: str, printed: Printed) -> bool:
    """The nearest word before the date that says what it is the date of says that it is an update."""
    before = text[: printed.start].lower()
    updated, published = _last(_UPDATED, before), _last(_PUBLISHED, before)
    return updated > published


def _last(words: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in words.finditer(text)), default=-1)
