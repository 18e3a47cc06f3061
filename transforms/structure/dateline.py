"""Datelines: place, date and agency at the head of a story.

The forms are those of real agency copy (`PLACE, Region, Mon D (AGENCY) —`, `PLACE — `,
`MOSCOW, July 9. /TASS/.`, `Place, Country, Jul 9 (AGENCY).-`, `(AGENCY) - PLACE, JUL 9 -`, `KARACHI:`). An agency need not
be listed: parentheses between a place or date and a separator are where a credit stands, whatever its name. What a place
may look like is told by `transforms.structure.places`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from transforms.structure import agencies
from transforms.structure.dates import day_and_month, names_a_day, printed_dates
from transforms.structure.months import month_number
from transforms.structure.places import is_capitals, is_located, is_place, is_stand_alone

_LONGEST = 110  # characters; the regular expressions never see more, so hostile text costs nothing
_SIGNS = re.compile(r"[—–―_|(/]|-[-\s\"“A-Z(]|-$")

# Wire systems mark urgent copy with asterisks, and byte order marks survive in the middle of files.
_HEAD = re.compile(r"[*\ufeff\u200b ]{0,9}")
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’`.\-]*|(?:de|la|las|los|el|al|del|do|da|di|du|des|le|les|of|and|sur|am|an|the|in|on|a)\b)"
_PLACE = (
    rf"(?:['’‘]s[- ]|(?:al|el)-)?[^\W\d_a-zß-öø-ÿ][\w'’`\-]*\.?"
    rf"(?:[ /]{{1,3}}{_WORD}|\ /\ {_WORD}|\ ?\[[^\]\d]{{2,25}}\]|\ \([^()\d]{{2,25}}\)(?=,\ |\ \()|,\ {{1,2}}{_WORD}){{0,8}}?"
)
_NAME = r"[^\W\d_]{3,12}\.?"  # of a month: which one it is, is looked up
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:{_NAME}\ {{1,2}}\d\d?(?:st|nd|rd|th)?(?:,?\ {_YEAR})?"
    rf"|\d\d?(?:st|nd|rd|th|er|º|\.)?\ (?:de\ |of\ )?{_NAME}(?:,?\ (?:del?\ )?{_YEAR})?"
    rf"|\d\d?[./]\d\d?[./](?:{_YEAR})?|{_YEAR}-\d\d-\d\d)"
)
_WEEKDAY = r"(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\ )?(?:le\ )?"
_DATE = rf"{_WEEKDAY}(?P<date>{_DAY})"
_DASH = r"\.?\ ?-{1,2}|[—–―]"
_CREDIT = r"(?:\((?P<agency>[^()\d]{2,30})\)(?!\ ?\(|,\ \d)|/(?P<slashed>[A-Z][\w\-]{1,20})/)"

_FULL = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:[,;]\ {{0,2}}|\.\ {{1,2}}|\ {{1,3}}|\ [—–]\ |\ ?--\ ?|(?=\()))??"
    rf"(?:{_DATE})?[.,]?\ {{0,3}}{_CREDIT}\ {{0,2}}(?P<separator>(?:{_DASH}|_|\||\.|:)?)(?=\s|\w|[\"'“‘$«]|$)"
)
_DATE_LAST = re.compile(
    rf"(?P<place>{_PLACE})\ \((?P<agency>[^()\d]{{2,30}})\),?\ {_DATE}\ ?(?P<separator>[-—–:]{{1,2}})(?=\s|$)"
)
_BARE_CREDIT = re.compile(
    rf"(?P<place>{_PLACE}),\ {_DATE},?\ (?P<agency>[A-Z][\w.]{{1,14}})\ (?P<separator>--?|[—–―])(?=\s|$)"
)
_LEADING_CREDIT = re.compile(
    rf"\((?P<agency>[^()\d]{{2,30}})\)\ ?[-—–]{{1,2}}\ (?P<place>{_PLACE})(?:,\ {_DATE})?\ ?(?P<separator>[-—–])(?=\s|$)"
)
_PIPED = re.compile(r"(?P<place>[^\W\d_a-z]{3,}(?:\ [^\W\d_a-z]{3,})?)\ (?P<agency>[a-z]{2,10})\ (?P<separator>\|)\s")
_DATED = re.compile(
    rf"(?P<place>{_PLACE}|[a-z]+(?:\ [a-z]+){{0,2}}(?:,\ [a-z.]+){{0,2}})(?:\ ?,\ {{1,2}}|(?<=\.)\ |(?P<apart>\ ?[—–]\ |\ --?\ ))"
    rf"{_DATE},?\ {{0,2}}(?P<separator>\.?-{{1,2}}(?=\s|$)|(?<=\ )-(?=[A-Z])|[—–―](?!\d)|:(?=\s|$)|\ _(?=\s|$))"
)
_PLACE_ONLY = re.compile(
    r"(?P<place>[^\W\d_][^\d\n()\"“”:;!?—–―|_]{1,60}?)"
    r"(?:\ ?(?P<separator>[—–―])\ ?|\ {1,2}(?P<spaced>--?|[—–―|_])(?=\s|$))"
)
_IN_PARENTHESES = re.compile(r"\((?P<place>[^\W\d_][^()\d]{3,40})\)\ ?(?P<separator>--|[-—–])(?=\s|\w|$)")
_COLON = re.compile(
    r"(?P<place>[^\W\d_a-z][\w.'’]*(?:[ \-/][^\W\d_a-z][\w.'’]*){0,3}(?:,\ [^\W\d_a-z][\w.]*)?)(?P<separator>:)\s"
)
_CAPTION = re.compile(r"\ ?([^\W\d_]{3,9}\.?\ \d\d?)\b(?:,\ \d{4})?\s?:")
_DIGIT = re.compile(r"\d")
_OWN_LINE = re.compile(r"[^\W\d_][^\d\n()\"“”:;!?|_]{2,40}")
_NEWSY = re.compile(r"\.(?:com|org|net|news|tv)\b|News|Wire|Press|Agency|Service|Features?\b")
_PICTURE = re.compile(r"(?i:photo|file|image|video|pool|getty|graphic|illustration)")
_ABBREVIATED = 4  # characters of the longest abbreviation with its dot that may end a name in capitals
_SHORTEST_STORY = 6  # words after the dash of a paragraph that is no headline


class Dateline(NamedTuple):
    """What a dateline says; offsets are relative to the text that was searched, `part` gives those of one field."""

    end: int
    rule: str
    confidence: float
    parts: dict[str, tuple[int, int]]


def dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, the separator included; None when it begins otherwise."""
    return _read(text[: 3 * _LONGEST])


@lru_cache(maxsize=64)  # The splitter, the labels and the cutting ask it of the same first paragraphs.
def _read(text: str) -> Dateline | None:
    head = text[:_LONGEST]
    if not _SIGNS.search(head) and ":" not in head:
        return None
    start = _HEAD.match(head).end()  # type: ignore[union-attr]  # It matches the empty string.
    found = None
    if "(" in head or "/" in head:
        found = (
            _credited(_LEADING_CREDIT, head, start)
            or _credited(_DATE_LAST, head, start)
            or _credited(_FULL, head, start)
        )
    if found is None and (_DIGIT.search(head) or "|" in head):
        found = _credited(_BARE_CREDIT, head, start) or _credited(_PIPED, head, start) or _dated(head, start)
    return found or _in_parentheses(head, start) or _place_only(text, start)


def colon_dateline(text: str) -> Dateline | None:
    """`KARACHI: The …` at the start of a paragraph; the caller sees to it that it is the first one of the story."""
    match = _COLON.match(text[:_LONGEST])
    if match is None or not _is_before_colon(match["place"]):
        return None
    return Dateline(match.end("separator"), "place_colon", 0.6, {"place": match.span("place")})


def lone_dateline(line: str) -> Dateline | None:
    """A place in capitals on a line of its own, as two agencies print it before the first paragraph."""
    place = line.rstrip(" —–-")
    if _OWN_LINE.fullmatch(place) and place == place.upper() and place.count(" ") < 3 and is_capitals(place):
        return Dateline(len(line), "place_own_line", 0.6, {"place": (0, len(place))})
    return None


def _credited(form: re.Pattern[str], head: str, start: int) -> Dateline | None:
    match = form.match(head, start)
    if match is None:
        return None
    groups = match.groupdict()
    credit = (groups["agency"] or groups.get("slashed") or "").strip()
    parts = _parts(match)
    place = head[slice(*parts["place"])] if "place" in parts else ""
    if parts.get("date") == (0, 0) or (place and not is_place(place)):
        return None
    if form is not _PIPED and not (_is_credit(credit) or ("date" in parts and _is_credit(credit.title()))):
        return None
    if form is not _FULL:
        return _rated(match, credit, parts)
    dated = "place" in parts or "date" in parts
    if groups["separator"]:
        is_clear = "date" in parts or groups["separator"] not in (".", ":")
        accepted = (dated and is_clear) or _is_listed(credit) or _NEWSY.search(credit) is not None
    else:
        accepted = _is_listed(credit) and (dated or _opens_sentence(head, match.end()))
    return _rated(match, credit, parts) if accepted else None


def _rated(match: re.Match[str], credit: str, parts: dict[str, tuple[int, int]]) -> Dateline:
    known = _is_listed(credit)
    return Dateline(match.end(), "agency_listed" if known else "agency_by_form", 0.97 if known else 0.85, parts)


def _parts(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The spans of place, date and agency; that of a date that is none is (0, 0)."""
    groups = match.groupdict()
    parts = {}
    if groups.get("place"):
        parts["place"] = _trimmed(match)
    if groups.get("date"):
        parts["date"] = match.span("date") if _is_date(groups["date"]) else (0, 0)
    for name in ("agency", "slashed"):
        if groups.get(name):
            parts["agency"] = match.span(name)
    return parts


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The span of the place without hyphens, a month that lost its day, or the full stop of a sentence."""
    start, place = match.start("place"), match["place"].rstrip(" -")
    before, comma, last = place.rpartition(", ")
    if comma and month_number(last):
        place = before
    town = place.rpartition(" ")[2]
    if place.endswith(".") and "," not in place and (town == place or (len(town) > _ABBREVIATED and town.isupper())):
        place = place[:-1]
    return start, start + len(place)


def _is_date(printed: str) -> bool:
    return names_a_day(printed) or next(printed_dates(printed, "de"), None) is not None or printed[-1] in "./"


def _is_listed(credit: str) -> bool:
    """A listed agency, alone, with a section of its own ("Reuters Health"), or with others ("dpa/AFP")."""
    if _PICTURE.search(credit):
        return False
    first = re.split(r"[/,&\- ]", credit, maxsplit=1)[0]
    return agencies.is_known(credit) or agencies.is_known(first)


def _is_credit(credit: str) -> bool:
    return _is_listed(credit) or (agencies.is_possible(credit) and not _PICTURE.search(credit))


def _opens_sentence(head: str, position: int) -> bool:
    after = head[position:].lstrip()
    return not after or after[0].isupper() or after[0] in "\"'“‘"


def _dated(head: str, start: int) -> Dateline | None:
    match = _DATED.match(head, start)
    if match is None:
        return None
    parts, place = _parts(match), match["place"]
    is_caption = match["apart"] and match["separator"] == ":"
    if (
        is_caption
        or parts["date"] == (0, 0)
        or not (is_place(place) or (place == place.lower() and is_place(place.title())))
    ):
        return None
    return Dateline(match.end(), "place_and_date", 0.93, parts)


def _in_parentheses(head: str, start: int) -> Dateline | None:
    """`(LONDON) — The …`: in capitals, and no agency."""
    match = _IN_PARENTHESES.match(head, start)
    if match is None or not is_capitals(match["place"].partition(", ")[0]):
        return None
    return Dateline(match.end(), "place_in_parentheses", 0.7, {"place": match.span("place")})


def _place_only(text: str, start: int) -> Dateline | None:
    """A place and a dash: in capitals, with its region after a comma, or a city that needs none."""
    head = text[:_LONGEST]
    match = _PLACE_ONLY.match(head, start)
    if match is None or _is_caption(head, match.end()) or not _is_story(text, match.end()):
        return None
    place = match["place"].rstrip()
    before, comma, last = place.rpartition(", ")
    place = before if comma and month_number(last) else place
    town, comma, region = place.partition(", ")
    parts = {"place": (start, start + len(place))}
    if comma and agencies.is_known(region) and is_capitals(town):
        parts = {"place": (start, start + len(town)), "agency": (start + len(place) - len(region), start + len(place))}
        return Dateline(match.end(), "agency_listed", 0.9, parts)
    if is_capitals(town) and (not comma or (region[0].isupper() and is_place(place))):
        return Dateline(match.end(), "place_and_dash", 0.9, parts)
    spaced = head[start + len(match["place"])] == " "
    if (comma and spaced and is_located(town, region)) or is_stand_alone(place):
        return Dateline(match.end(), "place_and_dash", 0.7, parts)
    return None


def _is_caption(head: str, position: int) -> bool:
    """`VELL, NY – NOVEMBER 01: A gull …`, as picture agencies write."""
    found = _CAPTION.match(head, position)
    return found is not None and day_and_month(found[1]) is not None


def _is_story(text: str, position: int) -> bool:
    """What follows the dash begins a sentence, and is more than the rest of a headline."""
    rest = text[position : position + 2 * _LONGEST].lstrip()
    if not rest:
        return True
    begins = not rest[0].islower() or rest[:2] in ("iP", "eB", "al", "el")
    return begins and (rest.count(" ") + 1 >= _SHORTEST_STORY or rest.endswith((".", "!", "?", '"', "”")))


def _is_before_colon(place: str) -> bool:
    letters = sum(map(str.isalpha, place))
    in_capitals = letters > 3 and not place.endswith(".") and is_place(place) and is_capitals(place.partition(", ")[0])
    return in_capitals or is_stand_alone(place)
