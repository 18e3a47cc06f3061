"""Datelines: place, date and agency at the head of a story.

The forms are those of real agency copy (`PLACE, Region, Mon D (AGENCY) —`, `PLACE — `,
`MOSCOW, July 9. /TASS/.`, `Place, Country, Jul 9 (AGENCY).-`, `(AGENCY) - PLACE, JUL 9 -`, `KARACHI:`). An agency need not
be listed: parentheses between a place or date and a separator are where a credit stands, whatever its name.
"""

import re
from typing import NamedTuple

from transforms.structure import agencies
from transforms.structure.dates import MONTH

_LONGEST = 110  # characters; the regular expressions never see more, so hostile text costs nothing

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’`.\-]*|(?:de|la|las|los|el|al|del|do|da|di|du|des|le|les|of|and|sur|am|an|the|in|on|a)\b)"
_PLACE = rf"[^\W\d_a-zß-öø-ÿ][\w'’`\-]*\.?(?:[ /]{{1,2}}{_WORD}|\ ?\[[^\]\d]{{2,25}}\]|,\ {{1,2}}{_WORD}){{0,8}}?"
_DATE = rf"(?i:{MONTH}\ \d\d?(?:st|nd|rd|th)?(?:,\ \d{{4}})?|\d\d?\ (?:{MONTH}|[A-Za-zéû]{{3,5}}\.?)(?:\ \d{{4}})?)"
_CREDIT = r"\((?P<agency>[^()\d]{2,30})\)|/(?P<slashed>[A-Z][\w\-]{1,15})/"
_SEPARATOR = r"\.?\ ?-{1,2}|[—–―]|_|\||\."

_FULL = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:,\ {{0,2}}|\.\ {{1,2}}|\ {{1,3}}|(?=\()))??"
    rf"(?P<date>{_DATE})?[.,]?\ {{0,3}}(?:{_CREDIT})\ {{0,2}}(?P<separator>(?:{_SEPARATOR}|:)?)(?=\s|\w|[\"'“‘$«]|$)"
)
_BARE_CREDIT = re.compile(
    rf"(?P<place>{_PLACE}),\ (?P<date>{_DATE})\ (?P<agency>[A-Z][\w.]{{1,14}})\ (?P<separator>--?|[—–―])(?=\s|$)"
)
_LEADING_CREDIT = re.compile(
    rf"\((?P<agency>[^()\d]{{2,30}})\)\ ?[-—–]\ (?P<place>{_PLACE}),\ (?P<date>{_DATE})\ ?(?P<separator>[-—–])(?=\s|$)"
)
_DATED = re.compile(
    rf"(?P<place>{_PLACE}),\ {{1,2}}(?P<date>{_DATE}),?\ {{0,2}}(?P<separator>\.?-{{1,2}}|[—–―:]|\ _)(?=\s|$)"
)
_PLACE_ONLY = re.compile(
    r"(?P<place>[^\W\d_][^\d\n()\"“”:;!?—–―|_]{1,60}?)"
    r"(?:(?P<separator>[—–―])\ ?|\ {1,2}(?P<spaced>--?|[—–―|_])(?=\s|$))"
)
_COLON = re.compile(r"(?P<place>[^\W\d_][^\W\d_a-z]{3,}(?:[ \-'’][^\W\d_a-z]{2,}){0,2})(?P<separator>:)\s")
_CAPTION = re.compile(rf"\ ?(?i:{MONTH})\ \d\d?:")
_OWN_LINE = re.compile(r"[^\W\d_][^\d\n()\"“”:;!?|_]{2,40}")

# Words before a colon, a dash or a date that open an article and are no place.
_NO_PLACE = frozenset(
    "ABSTRACT ADVERTISEMENT ALERT ANALYSIS ANALYSIS/OPINION ANSWER BREAKING COLUMN COMMENT COMMENTARY CORRECTION DEVELOPING EDITOR'S "
    "EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FACT FILE GALLERY HOST INTERVIEW LISTEN LIVE MORE NEWS NOTE OPINION PHOTO "
    "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY ON AT BY AFTER SINCE UNTIL PHOTOS PODCAST POLL QUESTION QUIZ READ RELATED REPORT REVIEW SPECIAL STORY SUMMARY TIMELINE TRANSCRIPT UPDATE UPDATED "
    "URGENT VIDEO WARNING WATCH WHY WHAT HOW WHO WHEN WHERE".split()
)
_REGION = re.compile(r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,2}")


class Dateline(NamedTuple):
    """What a dateline says; offsets are relative to the text that was searched, `part` gives those of one field."""

    end: int
    rule: str
    confidence: float
    parts: dict[str, tuple[int, int]]


def dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, the separator included; None when it begins otherwise."""
    head = text[:_LONGEST]
    return (
        _credited(_LEADING_CREDIT, head)
        or _credited(_FULL, head)
        or _credited(_BARE_CREDIT, head)
        or _dated(head)
        or _place_only(head)
    )


def colon_dateline(text: str) -> Dateline | None:
    """`KARACHI: The …` at the start of a paragraph; the caller sees to it that it is the first one of the story."""
    match = _COLON.match(text[:_LONGEST])
    if match is None or not _is_place(match["place"]):
        return None
    return Dateline(match.end("separator"), "place_colon", 0.6, {"place": match.span("place")})


def lone_dateline(line: str) -> Dateline | None:
    """A place in capitals on a line of its own, as two agencies print it before the first paragraph."""
    place = line.rstrip(" —–-")
    if _OWN_LINE.fullmatch(place) and place == place.upper() and place.count(" ") < 3 and _is_place(place):
        return Dateline(len(line), "place_own_line", 0.6, {"place": (0, len(place))})
    return None


def _credited(form: re.Pattern[str], head: str) -> Dateline | None:
    match = form.match(head)
    if match is None:
        return None
    groups = match.groupdict()
    credit = groups["agency"] or groups.get("slashed") or ""
    place, date, separator = groups["place"], groups["date"], groups["separator"]
    known = agencies.is_known(credit.strip())
    if not agencies.is_possible(credit.strip()) or (place and not _is_capitalised(place)):
        return None
    if not (separator or (known and (place or date))) or (not known and not place):
        return None
    name = "agency" if groups["agency"] else "slashed"
    parts = {field: match.span(field) for field in ("place", "date") if groups[field]}
    if place and place.endswith(".") and "," not in place:
        parts["place"] = match.start("place"), match.end("place") - 1
    rule = "agency_listed" if known else "agency_by_form"
    return Dateline(match.end(), rule, 0.97 if known else 0.85, parts | {"agency": match.span(name)})


def _dated(head: str) -> Dateline | None:
    match = _DATED.match(head)
    if match is None or not _is_capitalised(match["place"]):
        return None
    return Dateline(match.end(), "place_and_date", 0.93, {"place": match.span("place"), "date": match.span("date")})


def _place_only(head: str) -> Dateline | None:
    """A place and a dash: in capitals, or followed by its region after a comma."""
    match = _PLACE_ONLY.match(head)
    if match is None or _CAPTION.match(head, match.end()) or not _is_place(match["place"].rstrip()):
        return None
    place = match["place"].rstrip()
    town, comma, region = place.partition(", ")
    capitals = town == town.upper() and len(town) > 2
    located = comma and _REGION.fullmatch(region) and _REGION.fullmatch(town) and match["spaced"]
    if not (capitals and (not comma or region[0].isupper())) and not located:
        return None
    return Dateline(match.end(), "place_and_dash", 0.9 if capitals else 0.7, {"place": (0, len(place))})


def _is_place(place: str) -> bool:
    first = re.split(r"[ :]", place, maxsplit=1)[0]
    return first.upper().rstrip(".,") not in _NO_PLACE and place.count(" ") < 7 and place.count(",") < 4


def _is_capitalised(place: str) -> bool:
    """Every part before a comma or slash begins with a capital; the whole is no sentence."""
    return _is_place(place) and all(part.strip()[:1].isupper() for part in re.split(r"[,/]", place))
