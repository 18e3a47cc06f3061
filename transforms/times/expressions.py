"""Where English text names a day, week, month or year, or a range of days or months: the printed forms, not yet resolved.

The forms are those of TIMEX3 type DATE (ISO-TimeML, ISO 24617-1) that news uses. Sets ("on Mondays", "every Friday"),
durations ("the last week of") and names ("Super Tuesday", the Sunday Times) are none. White space within a form may be a
line break: wrapped copy breaks dates as it breaks everything else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.structure.dates import WEEKDAYS
from transforms.structure.months import month_number

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LONG_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b)"
_YEAR = r"(?:1[89]|20)\d\d(?![\d\-]|[.,:/]\d)"
_DAY = r"\d\d?(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OWNER = r"(?:[Aa]n?|[Tt]he|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|(?<=['’])s)"
# Nouns that have a year before them in English; what has a number before it ("the 2000 residents") is not among them.
_OF_A_YEAR = (
    r"(?:presidential|general|congressional|midterm|federal|fiscal|legislative|parliamentary|elections?|primary|primaries|campaigns?"
    r"|referendum|budgets?|forecasts?|estimates?|earnings|profits?|results|revenues?|sales|guidance|targets?|outlook|census|surveys?"
    r"|reports?|studies|study|seasons?|championships?|tournament|harvests?|crops?|wars?|coup|treaty|agreement|accords?|deal|law|act"
    r"|ruling|decision|attacks?|crisis|recession|levels|models?|film|book|nominee|nomination|race|convention|Olympics|Games)"
)
# What an expression begins with. Tried first, it spares the engine the forms at nine words of ten: half the time of a search.
_START = (
    r"(?=\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"|[LlNnPpCcYyTt](?:ast|ext|his|oming|esterday|oday|omorrow|onight|he\ [fpnwcy])"
    r"|[A-Za-z]{1,8}+\ (?:[JFMASOND12]|early|late|mid|day|week|month|year|recently|far\ |to\ \d))"
)
_THROUGH = r"(?:[-–]|\ [-–]\ (?=[A-Z])|\ through\ (?=[A-Z]))"
_FIND = re.compile(
    rf"\b{_START}(?:(?:(?P<of_day>{_WEEKDAY}),?\ (?:the\ )?)?"
    rf"(?:(?P<month>{_MONTH})\ (?:(?P<first>\d\d?)(?:st|nd|rd|th)?{_THROUGH}(?:(?P<other_month>{_MONTH})\ )?)?(?P<day>{_DAY})"
    rf"(?:,?\ (?P<year>{_YEAR}))?"
    rf"|(?:(?P<first2>\d\d?)(?:st|nd|rd|th)?[-–])?(?P<day2>\d\d?(?:st|nd|rd|th)?)\ (?:of\ )?(?P<month2>{_LONG_MONTH})\b"
    rf"(?:,?\ (?P<year2>{_YEAR}))?)"
    rf"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\d-])"
    rf"|(?P<month5>{_LONG_MONTH}){_THROUGH}(?P<month6>{_LONG_MONTH})\b(?!\ \d\d?\b)(?:,?\ (?:of\ )?(?P<year6>{_YEAR}))?"
    rf"|(?P<month3>{_MONTH}),?\ (?:of\ )?(?P<year3>{_YEAR})"
    rf"|(?P<step>[Ll]ast|[Nn]ext|[Tt]his(?:\ past|\ coming)?|[Cc]oming|[Pp]ast|[Tt]he\ (?:following|previous|next))\ (?P<of_step>{_WEEKDAY})"
    rf"|(?P<weekday>{_WEEKDAY})"
    rf"|(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast\ night|[Tt]his\ (?:morning|afternoon|evening))"
    rf"|(?P<turn>[Ll]ast|[Nn]ext|[Tt]his)\ (?P<unit>week|month|year)"
    rf"|(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\ past|\ coming)?|[Tt]he(?:\ past|\ coming)?)\ (?P<weekend>weekend)"
    rf"|(?P<count>{_NUMBER})\ (?P<units>day|week|month|year)s?\ ago"
    rf"|(?P<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Ff]or|[Tt]hrough|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his(?:\ past|\ coming)?"
    rf"|[Tt]he\ (?:following|previous)|[Ee]arly|[Ll]ate|of|[Bb]efore|[Aa]fter|[Bb]etween)"
    rf"\ (?:(?:early|late|mid)[ -])?(?P<month4>{_LONG_MONTH})(?!,?\ (?:of\ )?\d|[-–][A-Z]|\ through\ [A-Z])"
    rf"|{_OWNER}\ (?P<month7>{_LONG_MONTH})(?=\ (?!(?:and|for|from|had|has|said|that|the|was|will|with|government)\b)[a-z]{{3}})"
    rf"|(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Ff]or|[Dd]uring|[Ee]arly|[Ll]ate|[Tt]hrough|of|[Bb]efore|[Aa]fter|[Bb]etween|the\ year"
    rf"|[Bb]ack\ to|[Aa]s\ (?:early|late|recently|far\ back)\ as|(?<=\ \d\d\d\d\ )(?:to|and))\ "
    rf"(?:(?:early|late|mid)[ -])?(?P<year4>{_YEAR})"
    rf"|(?:{_OWNER}\ )?(?P<year5>(?:19|20)\d\d)(?=\ {_OF_A_YEAR}\b))(?!\w)"
)
# Every expression holds one of these; only their neighbourhood is read, six times as fast as the whole paragraph.
_MARKS = (
    "day", "night", "week", "month", "year", "morning", "afternoon", "evening", "omorrow", "Jan", "Feb", "Mar", "Apr",
    "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_CENTURIES = ("18", "19", "20")  # of four digits
_REACH_BEFORE, _REACH_AFTER = 22, 20  # characters: "the following Satur|day", "Sep|tember 30th, 2"
_PREPOSITIONS = frozenset("in since until by from for through during early late of before after between".split())
_LONGEST_SET = 48  # characters: "every Monday, Tuesday, Wednesday or "
# What makes a name, a set or a duration of the words: before them, and after them.
_BEFORE = re.compile(
    r"(?:\b[Oo]n\ a|\b(?:[Ee]very|[Ee]ach|[Mm]ost|[Aa]ny)(?:\ [A-Z][a-z]{2,5}day,?(?:\ or|\ and)?){1,6}"
    r"|[Ee]very|[Ee]ach|[Mm]ost|[Bb]lack|Good|[Ss]uper|Easter|Whit|Ash|Bloody|Palm|Cyber|Maundy|Shrove|Giving|News|The|[Aa]ny|some)\s$"
)
_AFTER = re.compile(
    r"(?:s\b|\ (?:Night|Times|Telegraph|Mirror|Express|Mail|Herald|Live|Post|Tribune|Star|Sun|World|Independent|Business)\b|\ the\ 13th)"
)
_IN_SENTENCE = re.compile(r"\w $")  # before a capital: a name ("USA Today")
_SPANS_OF_TIME = re.compile(r"(?:the|these|those|over|past|every)\s$", re.IGNORECASE)
_WEEKEND_OF = re.compile(r"\ (?:of|before|after|when|that)\b")
_COUNTED = re.compile(
    r"\s?(?:percent|per cent|pct|people|points|votes|seats|jobs|deaths|cases|dollars|euros|pounds|dlrs|tonnes|tons|miles|km|feet|mln)\b|\s?%"
)
_NAMED_AFTER = re.compile(
    r"\ (?:terror\w*\ )?(?:attacks?|attackers?|riots?|rioters?|insurrection|[Cc]ommittee|[Cc]ommission|massacre|hijackers?|uprising|[Mm]ovement)\b"
)


class Expression(NamedTuple):
    """A printed form: its span in the searched text, its kind, the word that turns it, and its numbers where printed.

    `turn` is in lower case (`last`, `next`, `this`, `yesterday`, a preposition, a unit …), `number` the number of units, or
    of the weekday (0 is Monday). Numbers that are not printed are None. A range has the month and day of its end in
    `last_month` and `last_day` (None in a range of months), its beginning in the others.
    """

    start: int
    end: int
    kind: str
    turn: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    last_month: int | None = None
    last_day: int | None = None


def expressions(text: str) -> Iterator[Expression]:
    """The expressions of a paragraph in order, without overlap; linear in its length."""
    text = text.replace("\n", " ").replace("\xa0", " ")
    end = 0
    for first, last in _neighbourhoods(text):
        for match in _FIND.finditer(text, max(first, end), last):
            end = match.end()
            read = _READERS[match.lastgroup or ""](match)
            if read is not None and not _is_other(match, read.kind):
                yield read


def _neighbourhoods(text: str) -> list[tuple[int, int]]:
    """The stretches around the marks, in order; those that touch are one."""
    stretches: list[tuple[int, int]] = []
    first = last = -1
    for position in _marked(text):
        if position - _REACH_BEFORE > last:
            if last >= 0:
                stretches.append((first, last))
            first = max(0, position - _REACH_BEFORE)
        last = position + _REACH_AFTER
    return [*stretches, (first, last)] if last >= 0 else stretches


def _marked(text: str) -> list[int]:
    positions = [position for mark in filter(text.__contains__, _MARKS) for position in _found(text, mark)]
    for century in filter(text.__contains__, _CENTURIES):
        positions += [position for position in _found(text, century) if text[position : position + 4].isdigit()]
    return sorted(positions)


def _found(text: str, mark: str) -> list[int]:
    positions = []
    position = text.find(mark)
    while position >= 0:
        positions.append(position)
        position = text.find(mark, position + 1)
    return positions


def _is_other(match: re.Match[str], kind: str) -> bool:
    """A name, a set, a duration or a number of things that only looks like a date."""
    text, start, end = match.string, match.start(), match.end()
    if kind == "weekday":
        return bool(_BEFORE.search(text, max(0, start - _LONGEST_SET), start) or _AFTER.match(text, end))
    if kind == "near_day":
        return text[start].isupper() and _IN_SENTENCE.search(text, max(0, start - 2), start) is not None
    if kind == "weekend":
        return _WEEKEND_OF.match(text, end) is not None
    if kind == "turn":
        return _SPANS_OF_TIME.search(text, max(0, start - 7), start) is not None
    return kind in ("year", "month_and_day") and _COUNTED.match(text, end) is not None


def _calendar_day(match: re.Match[str]) -> Expression | None:
    """`July 9`, `9 July 2022`, `Saturday, July 9`, `July 9-12`: the weekday becomes `number`; a printed year is that of the end."""
    groups = match.groupdict()
    days = [int(re.sub(r"\D", "", groups[name])) for name in ("first", "first2", "day", "day2") if groups[name]]
    month = month_number(groups["month"] or groups["month2"]) or 0
    last_month = month_number(groups["other_month"] or "") or month
    is_range = len(days) > 1
    if not all(1 <= day <= 31 for day in days) or (is_range and last_month == month and days[0] >= days[1]):
        return None
    until = (last_month, days[1]) if is_range else (None, None)
    number = WEEKDAYS.index(groups["of_day"].lower()) if groups["of_day"] else None
    printed = groups["year"] or groups["year2"]
    if printed:
        year = int(printed) - (last_month < month)
        return Expression(*match.span(), "full_date", "", year, month, days[0], number, *until)
    turn = "named" if _NAMED_AFTER.match(match.string, match.end()) else ""
    return Expression(*match.span(), "month_and_day", turn, None, month, days[0], number, *until)


def _iso_day(match: re.Match[str]) -> Expression:
    year, month, day = map(int, match["iso"].split("-"))
    return Expression(*match.span(), "full_date", year=year, month=month, day=day)


def _month_of_year(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "month_of_year", year=int(match["year3"]), month=month_number(match["month3"]))


def _month_range(match: re.Match[str]) -> Expression | None:
    """`November-December`, `May through July 2022`: a printed year is that of the end."""
    first, last = month_number(match["month5"]) or 0, month_number(match["month6"]) or 0
    if first == last:
        return None
    if match["year6"]:
        year = int(match["year6"]) - (last < first)
        return Expression(*match.span(), "month_of_year", year=year, month=first, last_month=last)
    return Expression(*match.span(), "month", month=first, last_month=last)


def _stepped_weekday(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "weekday", match["step"].lower(), number=WEEKDAYS.index(match["of_step"].lower()))


def _weekday(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "weekday", number=WEEKDAYS.index(match["weekday"].lower()))


def _near_day(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "near_day", match["near"].lower())


def _turned_unit(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "turn", f"{match['turn']} {match['unit']}".lower())


def _weekend(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "weekend", match["which"].lower())


def _ago(match: re.Match[str]) -> Expression:
    return Expression(*match.span(), "ago", match["units"], number=_counted(match["count"]))


def _month(match: re.Match[str]) -> Expression:
    """A preposition is no part of the expression; `last`, `this past` and their like are."""
    turn = match["lead"].lower()
    start = match.start("month4") if turn in _PREPOSITIONS else match.start()
    return Expression(start, match.end(), "month", turn, month=month_number(match["month4"]))


def _owned_month(match: re.Match[str]) -> Expression:
    return Expression(*match.span("month7"), "month", month=month_number(match["month7"]))


def _year(match: re.Match[str]) -> Expression:
    name = match.lastgroup or ""
    return Expression(*match.span(name), "year", year=int(match[name]))


def _counted(word: str) -> int:
    words = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    if word.isdigit():
        return int(word)
    return max(1, words.index("a" if word == "an" else word))


_READERS = {
    "day": _calendar_day, "year": _calendar_day, "month2": _calendar_day, "year2": _calendar_day, "iso": _iso_day,
    "year3": _month_of_year, "of_step": _stepped_weekday, "weekday": _weekday, "near": _near_day, "unit": _turned_unit,
    "units": _ago, "month4": _month, "year4": _year, "month6": _month_range, "year6": _month_range, "weekend": _weekend,
    "month7": _owned_month, "year5": _year,
}  # fmt: skip
