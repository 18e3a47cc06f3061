"""Printed dates: how they are written, and lines that hold nothing else.

The order of day and month in `9/7/2022` is taken from evidence only: a number above 12, dots (`09.07.2022` is day-first
wherever it is used), the language of the text (all but English are day-first), or a time zone on the line.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from transforms.structure.months import month_number

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_YEAR = r"(?:19|20)\d\d"
_WORD = r"[^\W\d_]{3,12}"
_DATED = re.compile(
    rf"\b(?P<iso>{_YEAR}(?P<mark>[-/.])\d\d?(?P=mark)\d\d?)(?!\d)"
    rf"|\b(?P<stamp>{_YEAR}[01]\d[0-3]\d)T\d{{4}}"
    rf"|(?P<cjk>{_YEAR}\ ?[年년]\ ?\d\d?\ ?[月월]\ ?\d\d?)\ ?[日일]"
    rf"|\b(?P<year4>{_YEAR})\.\ (?P<month4>{_WORD})\ (?P<day4>\d\d?)\."
    rf"|\b(?P<month>{_WORD})\.?\ {{1,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?,?\ {{1,2}}(?P<year>{_YEAR})(?=\b|\d\d?:\d\d)"
    rf"|\b(?P<day2>\d\d?)(?:st|nd|rd|th|er|º|\.)?[ -](?:of\ |de\ |d['’])?(?P<month2>{_WORD})\.?,?[ -]"
    rf"(?:del?\ )?(?P<year2>{_YEAR})\b"
    rf"|\b(?P<first>\d\d?)(?P<sign>[./-])(?P<second>\d\d?)(?P=sign)(?P<year3>{_YEAR})(?!\d)"
)
_UNDATED = re.compile(
    rf"(?P<month>{_WORD})\.?\ {{1,2}}(?P<day>\d\d?)|(?P<day2>\d\d?)(?:st|nd|rd|th|er|º|\.)?\ (?:de\ |of\ )?(?P<month2>{_WORD})"
)
_MONTH_FIRST = re.compile(r"\b(?:[ECMP][SD]T|[ECMP]T|AM ET|PM ET)\b")
_DAY_FIRST = re.compile(r"\b(?:GMT|BST|CES?T|EES?T|WES?T|IST|SAST|AES?T|AED?T|MSK|Uhr)\b")
# What may stand beside a date on a line of its own: clock times, weekdays, zones, and words that introduce it.
_COMPANY = re.compile(
    r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?(?:[+-]\d\d:?\d\d)?(?:\ ?[ap]\.?m\b\.?)?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:lun(?:es|di|edì)|mar(?:tes|di|tedì)|mi[ée]rcoles|mercredi|mercoledì|jueves|jeudi|giovedì|viernes|vendredi|venerdì"
    r"|s[áa]bado|samedi|sabato|domingo|dimanche|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:man|mån|tirs|tis|ons|tors|fre|lör|lør|sön|søn)dag)\b"
    r"|\b(?:[ap]\.?m\b\.?|noon|midnight|gmt|utc|bst|c?e[sd]?t|[mp][sd]t|cst|cdt|ist|z|at|on|date|time|published|posted"
    r"|updated?|last|first|modified|created|filed|issued|released|in|by|the|min|mins|minutes?|hours?|ago|read|source|editor|\d+"
    r"|el|le|la|las|les|il|del?|den|der|am|um|uhr|om|uur|kl|às|à|a|ore|alle|h|publi(?:é|cado|cato|cat|sert)|mise?|jour|modifi(?:é|cato|cado)"
    r"|actualizado|atualizado|aggiornato|veröffentlicht|aktualisiert|stand|gepubliceerd|bijgewerkt|oppdatert|sist"
    r"|offentliggjort|opdateret|publicerad|uppdaterad|uppfært|julkaistu|päivitetty|minut[io]s?|lettura|lectura|leitura|lecture)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# Seconds or milliseconds since 1970, as some exports print the day: from September 2001 (in seconds they have ten digits from
# then on) to May 2033 (after which ten digits may be a telephone number: area codes begin with 2 to 9).
_EPOCH = re.compile(r"(1\d{9})(?:\d{3})?")
_STRANGERS = 2  # unknown words that a date line may hold: the section, the city
_LONGEST_LINE = 110
_LONGEST_MONTH = 31


class Printed(NamedTuple):
    """A date with its year, and where in the text that was searched it is printed."""

    date: date
    start: int
    end: int


def printed_dates(text: str, language: str = "en") -> Iterator[Printed]:
    """The dates that are printed with day, month and year, in order of a short text (a line).

    Impossible ones (31 June) are passed over, and those whose order of day and month nothing tells (`9/7/2022`).
    """
    for match in _DATED.finditer(text):
        found = _date(match, _order(text, language))
        if found:
            yield Printed(found, match.start(), match.end())


def day_and_month(printed: str) -> tuple[int, int] | None:
    """(month, day) of `Jul 9`, `9 July`, `9 de julio`; None when it is no such date."""
    match = _UNDATED.match(printed)
    if match is None:
        return None
    month, day = month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    return (month, day) if month and _safe_date(2000, month, day) else None


def names_a_day(printed: str) -> bool:
    """The name of a month and a number up to 31 stand there, though there may be no such day (`Feb 30`)."""
    match = _UNDATED.match(printed)
    return (
        match is not None
        and month_number(match["month"] or match["month2"]) is not None
        and 1 <= int(match["day"] or match["day2"]) <= _LONGEST_MONTH
    )


def month_and_year(printed: str) -> date:
    """The first day of the month of `March 2022` or `June 2, 2026`; ValueError when no month stands there."""
    month = month_number(printed.split(" ")[0])
    if month is None:
        raise ValueError(f"{printed!r} begins with no month")
    return date(int(printed[-4:]), month, 1)


def epoch_line(line: str) -> Printed | None:
    """The day (UTC) of a line that is a Unix time of 2001 to 2033, in seconds or milliseconds, and nothing else."""
    match = _EPOCH.fullmatch(line) if line[:1] == "1" else None
    return Printed(datetime.fromtimestamp(int(match[1]), UTC).date(), 0, len(line)) if match else None


def is_date_line(line: str) -> bool:
    """The line holds a date with its year, of whatever order, and nothing else but times, weekdays, labels and two words at most; or it is a Unix time."""
    if len(line) > _LONGEST_LINE:
        return False
    return (may_hold_year(line) and _is_date_line(line)) or epoch_line(line) is not None


def may_hold_year(line: str) -> bool:
    """Two digits that every printed date has, for its year is one of 1900 to 2099; tells most lines apart in no time."""
    return "20" in line or "19" in line


@lru_cache(maxsize=256)  # The splitter, the labels and the evidence ask it of the same lines.
def _is_date_line(line: str) -> bool:
    if not any(map(_is_any_date, _DATED.finditer(line))):
        return False
    rest = _COMPANY.sub(" ", _DATED.sub(_blank_date, line))
    strangers = _LETTERS.findall(rest)
    return len(strangers) <= _STRANGERS and not (line.endswith(".") and any(map(str.islower, strangers)))


def words_beside_date(line: str) -> str:
    """What stands on a line beside its dates, clock times, weekdays and the words that introduce them."""
    return " ".join(_COMPANY.sub(" ", _DATED.sub(_blank_date, line)).split())


def _blank_date(match: re.Match[str]) -> str:
    return " " if _is_any_date(match) else match[0]


def _is_any_date(match: re.Match[str]) -> bool:
    return any(_date(match, order) for order in ("day", "month"))


def _order(text: str, language: str) -> str | None:
    """`day` or `month`: which comes first in a date of two numbers up to 12; None when nothing tells."""
    if language != "en" or _DAY_FIRST.search(text):
        return "day"
    return "month" if _MONTH_FIRST.search(text) else None


def _date(match: re.Match[str], order: str | None) -> date | None:
    digits = match["iso"] or match["stamp"] or match["cjk"]
    if digits:
        numbers = re.findall(r"\d+", digits) if len(digits) != 8 or not digits.isdigit() else _cut_stamp(digits)
        return _safe_date(*map(int, numbers))
    if match["first"]:
        return _numeric(match, order)
    month = month_number(match["month"] or match["month2"] or match["month4"])
    year, day = match["year"] or match["year2"] or match["year4"], match["day"] or match["day2"] or match["day4"]
    return _safe_date(int(year), month, int(day)) if month else None


def _cut_stamp(digits: str) -> tuple[str, str, str]:
    return digits[:4], digits[4:6], digits[6:]


def _numeric(match: re.Match[str], order: str | None) -> date | None:
    """`09.07.2022`, `9/7/2022`: the order is printed where one number is above 12, both are equal, or dots part them."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year3"])
    if match["sign"] == "." or first > 12 or first == second:
        order = "day"
    elif second > 12:
        order = "month"
    if order is None:
        return None
    return _safe_date(year, second, first) if order == "day" else _safe_date(year, first, second)


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
