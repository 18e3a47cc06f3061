"""Where a name begins and ends: the model cuts names at hyphens, particles and initials, and runs on into words that are none."""

import re

from transforms.naming.endings import LABEL_OF_ENDING
from transforms.naming.generic import is_common
from transforms.naming.given_names import is_given_name
from transforms.naming.known import known
from transforms.naming.titles import is_title

Span = tuple[int, int]
_PARTICLES = "al|el|bin|bint|ibn|abu|de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|y|e|af|av|zu"
_CUT_BEFORE = re.compile(rf"(?!(?:{_PARTICLES})\b)[a-zà-öø-ÿ]+\s+(?=\S)|(?:anti|pro|ex|non|post|pre)-(?=[A-Z])")
_ORIGINS = ("-born", "-based", "-educated", "-trained", "-raised")  # "London-based"
_ADJECTIVE = re.compile(rf"[A-Z][\w. -]{{1,30}}?(?:{'|'.join(_ORIGINS)})\s+(?=[A-Z])")
_PARTY = re.compile(r"[DRI]-(?=[A-Z])")  # American custom: "D-Ohio" names Ohio
_ROLES_AFTER = re.compile(
    r"(?:\s(?:Vice|Deputy|Executive|Financial|Operating|Managing|Prime|Co-[Cc]hief|Chief|Press|Majority|Minority))*"
    r"\s(?:Chief|President|Chairman|Chairwoman|Secretary|Minister|Governor|Director|Officer|CEO|CFO|Executive|Spokesman|Spokeswoman|"
    r"Whip)$"
)
_JOINED = "led|backed|based|owned|born|run|held|listed|funded|era|style|like|appointed|controlled|linked|friendly"
_CUT_AFTER = re.compile(
    rf"(?:(?:\s+[\d.:,/-]+)+|\s+(?:and|of|for|the|in|on|to|at|by|&|alias)|(?<=\w)-(?:{_JOINED})|[*])$"
)
_SMALL_AFTER = re.compile(r"(?:\s+[a-zà-öø-ÿ-]+)+$|(?<=\w\w)\.$")
_HYPHENED = re.compile(rf"-(?!(?:{_JOINED})\b)[a-zà-öø-ÿ]+(?![\w-])")  # "Yoon Suk" + "-yeol"
_NEXT = re.compile(rf"(?: (?:{_PARTICLES}))? ([A-Z][\w'’-]*[a-zà-öø-ÿ])(?![\w'’&-])")
_LAST = re.compile(rf"(?<![\w'’-])([A-Z][\w'’-]*[a-zà-öø-ÿ]|[A-Z]\.?)(?: (?:{_PARTICLES}))? $")
_OF = re.compile(
    r" (?:of|for|on) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?<![’'])"
)
_PLACE_NEXT = re.compile(r"(?:[ -]| and | of (?:the )?)[A-Z][\w’-]*")
_PLACE_LAST = re.compile(r"(?<![\w'’-])(?!(?:The|A|An) )(?:[a-z]+-)?[A-Z][\w’-]* $")
_SENTENCE = re.compile(r"(?:^|[.!?:;•|\n\"“”‘(-]\s*)$")
_REACH = 40
_MOST_AFTER = 2
_MOST_BEFORE = 3  # words that may be added before a name


def bare(text: str, label: str, span: Span) -> Span:
    """The span without figures of a table, "and", "-led", "anti-" and words in small letters at its ends."""
    start, end = span
    last = text[start:end].rsplit(None, 1)[-1:]
    if party := _PARTY.match(text, start, end):
        return party.end(), end
    if label == "ORG" and (roles := _ROLES_AFTER.search(text, start, end)) and " of" not in text[start : roles.start()]:
        return start, roles.start()
    if (
        label == "MISC"
        or not last
        or (text[start].isupper() and text[start:end].replace(" ", "").isalpha() and last[0][0].isupper())
    ):
        return span
    if label in ("PERSON", "ORG") and (before := _ADJECTIVE.match(text, start, end)):
        start = before.end()
    while start < end and (after := _CUT_AFTER.search(text, start, end)):
        end = after.start()
    if label == "PERSON" and (before := _CUT_BEFORE.match(text, start, end)):
        start = before.end()
    if label == "ORG" and (small := _SMALL_AFTER.search(text, start, end)) and small.start() > start:
        end = small.start()
    return start, end


def whole(text: str, label: str, span: Span, room: Span) -> Span:
    """The span of the whole name; `room` is what lies between the names before and after it."""
    start, end = span
    if label == "PERSON":
        end = _end_of_person(text, end, room[1])
        return _start_of_person(text, span, room[0]), end
    if label == "ORG":
        return start, _end_of_body(text, span)
    return _whole_place(text, span) if label == "PLACE" else span


def _end_of_person(text: str, end: int, limit: int) -> int:
    if match := _HYPHENED.match(text, end):
        end = match.end()
    for _ in range(_MOST_AFTER):
        follows = _NEXT.match(text, end, limit)
        if not follows or _is_other(follows.group(1)):
            break
        end = follows.end()
    return end


def _start_of_person(text: str, span: Span, limit: int) -> int:
    start, end = span
    for _ in range(_MOST_BEFORE):
        before = _LAST.search(text, max(limit, start - _REACH), start)
        if not before or _is_other(before.group(1)):
            break
        word = before.group(1)
        is_sure = is_given_name(word) or len(word.rstrip(".")) == 1
        if not is_sure and (
            " " in text[start:end] or _SENTENCE.search(text, max(0, before.start() - 3), before.start())
        ):
            break
        start = before.start(1)
    return start


def _is_other(word: str) -> bool:
    return is_common(word) or is_title(word) or word.lower() in LABEL_OF_ENDING or word.endswith(_ORIGINS)


def _end_of_body(text: str, span: Span) -> int:
    start, end = span
    last = text[start:end].rsplit(" ", 1)[-1].lower()
    if LABEL_OF_ENDING.get(last) == "ORG" and (of := _OF.match(text, end)):
        return of.end()
    return end


def _whole_place(text: str, span: Span) -> Span:
    """ "Burkina" + "Faso", "sub-Saharan" + "Africa": the word beside belongs to a place where the gazetteer has both together."""
    start, end = span
    if (follows := _PLACE_NEXT.match(text, end)) and _is_place(text[start : follows.end()]):
        end = follows.end()
    before = _PLACE_LAST.search(text, max(0, start - _REACH), start)
    return (before.start(), end) if before and _is_place(text[before.start() : end]) else (start, end)


def _is_place(name: str) -> bool:
    found = known(name)
    return found is not None and found[0] == "PLACE"
