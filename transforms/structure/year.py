"""The year of a date that is printed without one, when the text itself proves it.

Two kinds of evidence must agree. *Not before*: the text mentions an event whose day is known, or prints another date with
its year. *Congruence*: a weekday that the first paragraphs name for what happened falls on the printed day in that year.
Each weekday fits a given day of a month about one year in six, so the earliest year that satisfies both is taken only
when nothing else is sensible: within twelve months of the event when the text speaks of it as of this year (`invaded
Ukraine in February`), or of another printed date; else within eighteen months, and then only if the day before it fits in no earlier year.
Nothing else gives a year: never today's, never a default.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from transforms.structure.dated_facts import FACTS
from transforms.structure.dates import MONTH, WEEKDAYS, month_and_year
from transforms.structure.hints import holds

_WEEKDAY = re.compile(
    r"(?<!last )(?<!next )(?<!coming )\b(?:" + "|".join(day.title() for day in WEEKDAYS) + r")\b(?!['’]s)"
)
_MONTH_OF_YEAR = re.compile(rf"{MONTH}(?: \d\d?,)? (?:19|20)\d\d\b")
_AHEAD = re.compile(r"\b(?:by|until|till|before|through|for|expected in|due in|scheduled for) (?:late |early )?$")
_LONGEST_AHEAD = 20  # characters
_THIS_YEAR = re.compile(r"[^.\n]{0,40}? (?:in|on|since) (?:late |early )?(?P<month>January|February|March|April|May|June|July|"
                        r"August|September|October|November|December)\b(?!,? \d{4})")  # fmt: skip
_YEAR = timedelta(days=365)
_LOOSE = timedelta(days=548)


class Reason(NamedTuple):
    """A passage that the year rests on: span in the searched text, the rule and what it says in words."""

    start: int
    end: int
    rule: str
    words: str


class Inferred(NamedTuple):
    """A date whose year was inferred, how sure that is, and why."""

    date: date
    confidence: float
    reasons: tuple[Reason, ...]


class _Anchor(NamedTuple):
    """A day that the text cannot be older than, the span of days after it that is sensible, and the passage."""

    not_before: date
    window: timedelta
    reason: Reason


def infer_year(month: int, day: int, body: tuple[str, int, int]) -> Inferred | None:
    """The date with its year, or None; `body` is the document's text and the span of the story in it."""
    text, start, end = body
    weekday = _WEEKDAY.search(text, start, min(end, _second_paragraph_end(text, start)))
    if weekday is None:
        return None
    anchor = max(_anchors(text, start, end), key=lambda found: (found.not_before, -found.window), default=None)
    if anchor is None:
        return None
    number = WEEKDAYS.index(weekday[0].lower())
    sensible = [found for found in _in_window(month, day, anchor) if found.weekday() == number]
    if len(sensible) != 1 or (anchor.window == _LOOSE and _fits_before(sensible[0], anchor, number)):
        return None
    found = sensible[0]
    words = f"{weekday[0]} in the text is {found.day} {found:%B} in {found.year}"
    reasons = (Reason(*weekday.span(), "year_by_weekday", words), anchor.reason)
    return Inferred(found, 0.9 if anchor.window == _YEAR else 0.6, reasons)


def _anchors(text: str, start: int, end: int) -> Iterator[_Anchor]:
    for fact in FACTS:
        match = fact.mention.search(text, start, end) if holds(text, fact.hints) else None
        if match:
            words = f"the text mentions {fact.name} ({fact.not_before:%b %Y})"
            window = _YEAR if _is_this_year(text, match.end(), fact.not_before) else _LOOSE
            yield _Anchor(fact.not_before, window, Reason(*match.span(), "year_not_before_fact", words))
    for match in _MONTH_OF_YEAR.finditer(text, start, end):
        if not _is_inside_word(text, match.start()) and not _is_ahead(text, match.start()):
            reason = Reason(*match.span(), "year_not_before_printed_date", f"the text prints {match[0]}")
            yield _Anchor(month_and_year(match[0]), _YEAR, reason)


def _is_inside_word(text: str, position: int) -> bool:
    return position > 0 and (text[position - 1].isalnum() or text[position - 1] == "_")


def _is_ahead(text: str, position: int) -> bool:
    """The words before a date say that it lies in the future of the text (`by July 2026`)."""
    return _AHEAD.search(text, max(position - _LONGEST_AHEAD, 0), position) is not None


def _is_this_year(text: str, position: int, event: date) -> bool:
    """The mention goes on with the event's month and no year, as only a text of the next twelve months would put it."""
    match = _THIS_YEAR.match(text, position)
    return match is not None and match["month"] == f"{event:%B}"


def _in_window(month: int, day: int, anchor: _Anchor) -> list[date]:
    years = range(anchor.not_before.year, (anchor.not_before + anchor.window).year + 1)
    dates = [date(year, month, day) for year in years if _exists(year, month, day)]
    return [found for found in dates if anchor.not_before <= found <= anchor.not_before + anchor.window]


def _fits_before(found: date, anchor: _Anchor, weekday: int) -> bool:
    """In an earlier year of the window the weekday was the day before: a text filed a day later reads the same."""
    earlier = [other for other in _in_window(found.month, found.day, anchor) if other < found]
    return any((other - timedelta(days=1)).weekday() == weekday for other in earlier)


def _exists(year: int, month: int, day: int) -> bool:
    return (month, day) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _second_paragraph_end(text: str, start: int) -> int:
    position = start
    for _ in range(2):
        position = text.find("\n", position)
        if position < 0:
            return len(text)
        while position < len(text) and text[position].isspace():
            position += 1
    return position
