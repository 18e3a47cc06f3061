"""Bylines: a line that says who wrote the article.

People stand apart from organisations (`Reuters Staff`, `The Harbour Post`) and from roles (`Staff and agencies`), which say
for whom somebody wrote and never who. The forms are those of real pages and wires: `By Ada Bell and Cy Dorn, Staff Writers`,
`-- By Ada Bell - Analysis`, `Ada Bell | Harbour Post | Posted Jul 9`, `Par Ada Bell et Cy Dorn`, `Ada Bell @adabell`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transforms.naming.given_names import is_given_name
from transforms.structure import agencies
from transforms.structure.outlets import employer, is_outlet

_LONGEST = 400
_LONGEST_BARE = 120
_LONGEST_INSIDE = 200
_LONGEST_OPENING = 28  # `Special report by:` and the like
_LONGEST_LONE = 40
_MOST = 20  # credits of a line of unknown form; more of them are a menu
_BY_WORDS = (
    r"(?:(?:(?:written|words|story|reported|posted|analysis|opinion|review|text|exclusive|special report|report|column"
    r"|commentary|comment|interview|compiled|published|created|submitted|article|updated)\s+)?by(?:\s*:\s*|\s+)(?:(?:by|analysis|opinion|commentary|exclusive)\s+)?"
    r"|(?:words|text|story|authors?|reporter|writer|written|byline)\s?:\s*)(?=\S)"
)
_BY = re.compile(rf"(?:[-–—]{{1,2}}\s*)?{_BY_WORDS}", re.IGNORECASE)
_BY_INSIDE = re.compile(rf"(?:[|•·]|(?P<dated>(?<=[\dM])))\s{{1,3}}(?:[-–—]{{1,2}}\s*)?{_BY_WORDS}", re.IGNORECASE)
_DATE_BEFORE = re.compile(
    r"(?:(?:posted|published|updated|last updated)\b[ :]*)?(?:on )?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b)[^|]{0,40}",
    re.IGNORECASE,
)
# How other languages say "by"; the words mean other things too, so that names of two words and nothing else must follow.
_WORDS_ELSEWHERE = frozenset(
    """par por von di door av af de da od oleh na autor autore autora autores auteur auteurs text texte texto testo tekst автор
    текст""".split()
)
_BY_ELSEWHERE = re.compile(r"\w+(?:\s*:\s*|\s+)(?=\S)")
_PARTS = re.compile(
    r"(?:(?<!\s)\s+)?[,;|&/\n•·+]\s*(?:(?i:and|with)\s+)?"
    r"|(?<!\s)\s+(?:(?i:and|with|as told to)|et|und|y|e|og|och|en)\s+|\s[-–—]\s*"
)
_HONORIFIC = re.compile(
    r"(?:(?:rep|sen|dr|gov|prof|mr|mrs|ms|gen|col|rev|hon|amb|sgt|lt|capt)\.?|sir|dame|lord|lady|senator|professor|ambassador)\s+(?=\S+\s)",
    re.IGNORECASE,
)
_TOKEN = r"(?:(?:[^\W\d_]\.)+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’‘.\-])*)"
_NAME = re.compile(rf"{_TOKEN}(?: {{1,2}}{_TOKEN}){{0,5}}")
_PARTICLES = frozenset(
    "de del della di da du van von der den ter la le bin ibn al el e y dos das zu zur af av abu ben st".split()
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d"
_AFTER = (
    r"(?:updated?|published|posted|follow|last|first|contributor)\b.*|\S+@\S+\.\S+.*|[<=@#].*"
    rf"|{_MONTHS}.*|\d+\s?(?:min|hour|day|week|month|[hm]\b).*|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s.*"
)
# What follows a name: after `By …`, nearly anything that begins like a place, a date or an address; in a bare line, less.
_AFTERMATH = re.compile(
    rf"(?:(?<!\s)\s+|^)(?:(?:in|for|at|of|from|is|was|on|special)\s.*|{_AFTER}|[(\"“].*|\d.*)$|@\w.*$",
    re.IGNORECASE | re.DOTALL,
)
_BARE_AFTERMATH = re.compile(rf"(?:(?<!\s)\s+|^)(?:{_AFTER})$|@\w.*$", re.IGNORECASE | re.DOTALL)
_ROLES = (
    r"staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|bureau|chief|agency|agencies|service|newspapers?"
    r"|political|business|senior|junior|national|special|freelance\w*|professor|director|opinion|analysts?|analysis|lifestyle"
    r"|deputy|content|sports?|health|science|crime|city|education|producer|intern|trainee|assistant|associate|managing|executive"
    r"|contributing|foreign|diplomatic|chief|head|investigative|digital|social|web|breaking|features?|general|entertainment"
    r"|technology|tech|environment|transport|economics|economy|markets?|investment|finance|defen[cs]e|legal|court|royal|travel"
    r"|food|arts?|culture|film|music|local|regional|world|international|north|south|east|west|middle|european|asia|africa|america"
    r"|photographer|journalist|author|founder|president|fellow|publisher|team|desk|newsroom|board|wires?|online|commentary|review"
    r"|video|multimedia|the|our|own|guest|additional|reporting|published|updated|posted|min|read|ago|hours?|minutes?|days?|gmt|utc"
)
_ROLE = re.compile(rf"\b(?:{_ROLES})\b\.?", re.IGNORECASE)
_ROLE_END = re.compile(
    r"(?:^|\s)(?:[\w\-]+ ){0,3}(?:writer|reporter|correspondent|editor|columnist|contributor|producer|director|professor|analyst"
    r"|journalist|president|fellow)s?(?:[- ]at[- ]large)?$",
    re.IGNORECASE,
)
_ROLES_ONLY = re.compile(rf"(?:(?:{_ROLES}|the|and|of|for|to|at|a|an)\b\.?\s*)+", re.IGNORECASE)
# Two words of which the last is also a surname: who opens the byline is taken for a person (`By Wei Sun`).
_ALSO_SURNAME = re.compile(r"[^\W\d_][\w.'’\-]* (?:sun|post|mail|press|standard|today)", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun|mid)day|(?:mid)?night|morning|tomorrow|today|nightfall)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mp|esq|cfa|cpa)\.?$", re.IGNORECASE)
_NO_AUTHOR = frozenset(
    """follow the our posted admin unknown now then contrast comparison law far chance design default request itself
    himself herself themselves accident popular invitation appointment mail phone email hand heart means nature order others""".split()
) | {"view all posts", "the numbers", "the way", "the time", "popular demand", "our own", "no means", "any means"}  # fmt: skip
_SMALL = _PARTICLES | frozenset("and with et und og och en".split())
_CITIES = frozenset(
    {"new york", "los angeles", "hong kong", "san francisco", "new delhi", "las vegas", "united states"}
)
_EASTERN = re.compile(
    r"(?P<ko>[가-힣]{2,4})\s?(?:기자|특파원)|(?P<cn>[\u4e00-\u9fff]{2,4})\s?(?:記者|记者)|(?:记者|記者|文)\s?[:：/]\s?(?P<by>[\u4e00-\u9fff]{2,4})"
)


class Name(NamedTuple):
    """A name in a byline and where it stands in the line; `kind` is `person`, `organisation` or `role`."""

    name: str
    start: int
    end: int
    kind: str = "person"


def byline(line: str) -> tuple[Name, ...]:
    """Who is credited in a line that opens with `By`, `Words:`, `Par` …, or nothing when the line is no byline.

    `By late Monday, storms …` is none: the first credit must be a name or a role, and the line may not run on like a sentence.
    """
    if not line or len(line) > _LONGEST or line[-1] in ",;":
        return ()
    return _byline(line)


@lru_cache(maxsize=256)  # The splitter, the labels and the evidence ask it of the same lines.
def _byline(line: str) -> tuple[Name, ...]:
    head = line[:_LONGEST_OPENING].lower()
    opening = _BY.match(line) if "by" in head or ":" in head else None
    if opening:
        ends_as_clause = line[-1] == "." and line.startswith("by ")
        return () if ends_as_clause else _credits(_parts(line, opening.end(), _AFTERMATH), 1)
    return _by_inside(line) or _by_elsewhere(line, head)


def _by_inside(line: str) -> tuple[Name, ...]:
    """`News | Posted: 5 hours ago | Written by Ada Bell`, `July 9, 2026 by Ada Bell`."""
    inside = _BY_INSIDE.search(line) if len(line) <= _LONGEST_INSIDE and "by" in line.lower() else None
    fits = inside and (inside["dated"] is None or _DATE_BEFORE.fullmatch(line, 0, inside.start()))
    return _credits(_parts(line, inside.end(), _AFTERMATH), 1) if inside and fits else ()


def _by_elsewhere(line: str, head: str) -> tuple[Name, ...]:
    """Bylines of other languages than English."""
    if not line.isascii() and len(line) <= _LONGEST_BARE and _EASTERN.search(line):
        return tuple(_eastern(line))
    opening = _BY_ELSEWHERE.match(line) if head.partition(" ")[0].rstrip(":") in _WORDS_ELSEWHERE else None
    fits = opening and not line[opening.end()].islower()
    return _credits(_parts(line, opening.end(), _AFTERMATH), 2) if opening and fits else ()


def bare_name(line: str) -> tuple[Name, ...]:
    """Who is credited in a line of names, roles and dates without an opening word: people of two words or more, or agencies.

    A headline or a menu entry of two capitalised words looks the same: the caller knows from its place that it is a byline.
    Where the line says more than a name, a name must begin with a listed given name, or a role end the line.
    """
    if (
        not 4 < len(line) <= _LONGEST_BARE
        or line[-1] in ".,;:!?"
        or not line[0].isupper()
        or not _is_set_as_names(line)
    ):
        return ()
    found = _credits(_parts(line, 0, _BARE_AFTERMATH), 2)
    people = [one.name for one in found if one.kind == "person"]
    if not people:
        return found if any(agencies.is_known(one.name) for one in found) else ()
    if len(people[0]) == len(line):
        return found if len(line) <= _LONGEST_LONE and line.count(" ") <= 3 else ()
    return found if any(is_given_name(name.split()[0]) for name in people) or _ROLE_END.search(line) else ()


def credited_names(line: str) -> tuple[Name, ...]:
    """Who is credited in a line that is known to be a byline, whatever its form; nobody in one of more than 400 characters."""
    if len(line) > _LONGEST:
        return ()
    return byline(line) or bare_name(line) or _credits(_parts(line, 0, _AFTERMATH), 2)[:_MOST]


def _is_set_as_names(line: str) -> bool:
    words = line.split()
    small = (word.strip(",|") for word in words if word[0].islower())
    return words[0].casefold() != "by" and all(word in _SMALL or _ROLE.fullmatch(word) or "@" in word for word in small)


def _credits(parts: list[Name], lone: int) -> tuple[Name, ...]:
    """The credits among the parts; `lone` is the fewest words of a person who is alone. Nothing when a part is a clause."""
    found: list[Name] = []
    for number, part in enumerate(parts):
        kind = _kind(part.name, lone if len(parts) == 1 else 2)
        if (
            kind == "organisation"
            and number == 0
            and _ALSO_SURNAME.fullmatch(part.name)
            and not agencies.is_known(part.name)
        ):
            kind = "person"
        if kind == "other" and (number == 0 or not _may_follow(part.name)):
            return ()
        if kind not in ("other", "suffix"):
            found.append(_as_credit(part, kind))
    return tuple(found)


def _parts(line: str, start: int, aftermath: re.Pattern[str]) -> list[Name]:
    """What stands between commas, conjunctions and bars, each without dates, places and addresses after it."""
    found: list[Name] = []
    for gap in [*_PARTS.finditer(line, start), None]:
        end = gap.start() if gap else len(line)
        part = aftermath.sub("", line[start:end]).strip().rstrip(' :-–—"”').lstrip(' "“').strip()
        honorific = _HONORIFIC.match(part)
        part = part[honorific.end() :] if honorific else part
        if part:
            first = line.index(part, start)
            named = _without_role(part, is_first=not found)
            found.append(Name(named, first, first + len(named)))
        start = gap.end() if gap else end
    return found


def _without_role(part: str, *, is_first: bool) -> str:
    """`ADA BELL AP Business Writer` without what follows the name; a name of one word, or a later role, is left as it is."""
    if not is_first and not is_given_name(part.split()[0]):
        role = _ROLE_END.search(part)
        return part[: role.start()].rstrip() if role and agencies.is_known(part[: role.start()].rstrip()) else part
    for role in _ROLE.finditer(part):
        before = part[: role.start()].rstrip()
        if before.count(" ") and not before.lower().startswith("the "):
            first, _, last = before.rpartition(" ")
            return first if " " in first and agencies.is_known(last) else before
    return part


def _kind(part: str, fewest: int) -> str:
    """What a part is: `person`, `organisation`, `role`, `suffix` of a name, or `other`."""
    folded = part.casefold()
    if _SUFFIX.fullmatch(part):
        return "suffix"
    if folded in _NO_AUTHOR or _DAY.search(part):
        return "other"
    if agencies.is_known(part):
        return "organisation"
    if is_outlet(part) or employer(part):
        return "organisation"
    if _ROLES_ONLY.fullmatch(part) or _ROLE_END.search(part):
        return "role"
    tall = part.count(" ") + 1 >= fewest and folded not in _CITIES
    return "person" if tall and _is_name(part) and not _ends_as_role(part) else "other"


def _ends_as_role(part: str) -> bool:
    tokens = part.split()
    return not is_given_name(tokens[0]) and _ROLE.fullmatch(tokens[-1]) is not None


def _is_name(part: str) -> bool:
    """Capitalised words, initials and particles; a possessive or a word like `the` is in no name."""
    if not _NAME.fullmatch(part) or part.endswith(("'s", "’s")):
        return False
    tokens = part.rstrip(".").split()
    capitals = all(
        token[0].isupper() or token in _PARTICLES or token.startswith(("al-", "el-", "d'", "d’")) for token in tokens
    )
    plain = not any(token.endswith(("'s", "’s", "s'", "s’")) for token in tokens)
    return capitals and plain and tokens[-1][0].isupper() and tokens[0].casefold() not in ("the", "a", "an", "at")


def _may_follow(part: str) -> bool:
    """After a name: a place, a section, or who the author is (`a former mayor of Vell`), but no clause of a sentence."""
    small = sum(word[0].islower() for word in part.split())
    return small <= 1 or part.lower().startswith(("a ", "an ", "the ", "our ", "former ", "who "))


def _as_credit(part: Name, kind: str) -> Name:
    if kind != "organisation":
        return Name(part.name, part.start, part.end, kind)
    name = employer(part.name) or part.name
    return Name(name, part.start, part.start + len(name), kind)


def _eastern(line: str) -> Iterator[Name]:
    """Names beside the word for reporter in Korean, Chinese and Japanese."""
    for match in _EASTERN.finditer(line):
        group = match.lastgroup or 0
        yield Name(match[group], match.start(group), match.end(group))
