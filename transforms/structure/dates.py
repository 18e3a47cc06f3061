"""Printed dates: how they are written, and lines that hold nothing else."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NUMBERS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_YEAR = r"(?:19|20)\d\d"
_DATED = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)"
    rf"|\b(?P<stamp>{_YEAR}[01]\d[0-3]\d)T\d{{6}}"
    rf"|\b(?P<month>{MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>{_YEAR})\b"
    rf"|\b(?P<day2>\d\d?)(?:st|nd|rd|th)?[ -](?:of )?(?P<month2>{MONTH}),?[ -](?P<year2>{_YEAR})\b",
    re.IGNORECASE,
)
_UNDATED = re.compile(rf"(?P<month>{MONTH}) (?P<day>\d\d?)|(?P<day2>\d\d?) (?P<month2>{MONTH})", re.IGNORECASE)
# What may stand beside a date on a line of its own: clock times, weekdays, zones, and words that introduce it.
_COMPANY = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?(?:[+-]\d\d:?\d\d)?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:[ap]\.?m\b\.?|noon|midnight|gmt|utc|bst|c?e[sd]?t|[mp][sd]t|cst|cdt|ist|z|at|on|date|time|published|posted"
    r"|updated?|last|first|modified|created|filed|issued|released|in|by|the|min|read|source|editor|\d+)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LONGEST_LINE = 110


class Printed(NamedTuple):
    """A date with its year, and where in the text that was searched it is printed."""

    date: date
    start: int
    end: int


def printed_dates(text: str) -> Iterator[Printed]:
    """The dates that are printed with day, month and year, in order; impossible ones (31 June) are passed over."""
    for match in _DATED.finditer(text):
        found = _date(match)
        if found:
            yield Printed(found, match.start(), match.end())


def day_and_month(printed: str) -> tuple[int, int] | None:
    """(month, day) of `Jul 9`, `9 July`; None when it is no such date."""
    match = _UNDATED.match(printed)
    if match is None:
        return None
    month, day = _number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    return (month, day) if _safe_date(2000, month, day) else None


def month_and_year(printed: str) -> date:
    """The first day of the month of `March 2022` or `June 2, 2026`."""
    return date(int(printed[-4:]), _number(printed), 1)


def date_line(line: str) -> Printed | None:
    """The first date of a line that holds nothing else but times, weekdays and labels (two words may be unknown)."""
    if len(line) > _LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    first = next(printed_dates(line), None)
    if first is None:
        return None
    rest = _COMPANY.sub(" ", _DATED.sub(" ", line))
    return first if len(_LETTERS.findall(rest)) <= 2 else None


def _date(match: re.Match[str]) -> date | None:
    digits = (match["iso"] or match["stamp"] or "").replace("-", "")
    if digits:
        return _safe_date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    year, month, day = match["year"] or match["year2"], match["month"] or match["month2"], match["day"] or match["day2"]
    return _safe_date(int(year), _number(month), int(day))


def _number(month: str) -> int:
    return _NUMBERS[month[:3].lower()]


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
