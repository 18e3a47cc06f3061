"""Bylines: a line that says who wrote the article."""

import re
from typing import NamedTuple

_OPENING = re.compile(
    r"(?:(?:written|words|story|reported|posted|analysis|opinion|review|text|exclusive|special report)\s+)?"
    r"by(?:\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_LONGEST = 160
_PARTS = re.compile(r"\s*(?:[,;|&/\n•·]|\band\b|\bwith\b|\s[-–—]\s)\s*", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:[^\W\d_]\.)+|(?:d['’]|O['’]|al-|el-|de|del|della|di|da|du|van|von|der|den|ter|la|le|bin|ibn|al|el|e|y|Mc|Mac)?"
    r"[^\W\d_][\w\u0300-\u036f'’‘.\-]*)(?:\s+(?:(?:[^\W\d_]\.)+|[^\W\d_][\w\u0300-\u036f'’‘.\-]*)){0,4}"
)
_LOWER_ALLOWED = frozenset("de del della di da du van von der den ter la le bin ibn al el e y dos das zu af av".split())
_AFTERMATH = re.compile(
    r"\s+(?:(?:in|for|at|of|from)\s.*|updated?\b.*|published\b.*|\S+@\S+.*|\(.*|=|<.*|\d.*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d.*)$|@\w.*$",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|bureau|chief|news|press|times|post|"
    r"reuters|afp|ap|cnn|bbc|magazine|journal|tribune|herald|media|network|agency|service|newspapers?|political|business|"
    r"senior|national|special|the|university|today|daily|inc|llc|professor|director|opinion|analyst|analysis|lifestyle|deputy|content|sports?|health|science|crime|city|education)\b\.?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$", re.IGNORECASE)
_JUNK = frozenset({"view all posts", "follow", "the", "our", "posted", "admin", "staff", "unknown"})


class Name(NamedTuple):
    """A name in a byline and where it stands in the line."""

    name: str
    start: int
    end: int


def byline(line: str) -> tuple[Name, ...]:
    """The names of a byline (`By Ada Bell and Cy Dorn, Staff Writers`), or nothing when the line is no byline.

    `By late Monday, storms …` is none: every name must be set in capitals, and the line may not run on like a sentence.
    """
    opening = _OPENING.match(line)
    if opening is None or len(line) > _LONGEST:
        return ()
    parts = list(_parts(line, opening.end()))
    names = tuple(part for number, part in enumerate(parts) if _is_author(part.name, is_first=number == 0))
    return names if parts and parts[0] in names else ()


def bare_name(line: str) -> tuple[Name, ...]:
    """The name when a line is nothing but a person's name of two to four words; else nothing."""
    fits = 4 < len(line) <= 40 and 2 <= line.count(" ") + 1 <= 4 and line[-1] not in ".:!?"
    if fits and not any(map(str.isdigit, line)) and _is_name(line) and not _ROLE.search(line):
        return (Name(line, 0, len(line)),)
    return ()


def _parts(line: str, start: int) -> list[Name]:
    found: list[Name] = []
    for gap in [*_PARTS.finditer(line, start), None]:
        end = gap.start() if gap else len(line)
        part = _without_role(_AFTERMATH.sub("", line[start:end]).rstrip(" :"))
        lead = len(part) - len(part.lstrip())
        if part.strip():
            found.append(Name(part.strip(), start + lead, start + len(part)))
        start = gap.end() if gap else end
    return found


def _without_role(part: str) -> str:
    """`ADA BELL AP Business Writer` without what follows the name; a name of one word is left as it is."""
    role = _ROLE.search(part)
    return part[: role.start()].rstrip() if role and part[: role.start()].strip().count(" ") else part


def _is_author(part: str, *, is_first: bool) -> bool:
    if part.casefold() in _JUNK or _SUFFIX.fullmatch(part):
        return False
    if is_first:
        return _is_name(part) or (part.count(" ") < 3 and _ROLE.search(part) is not None)
    return _is_name(part) and " " in part and not _ROLE.search(part)


def _is_name(part: str) -> bool:
    if _DAY.search(part) or not _NAME.fullmatch(part):
        return False
    tokens = part.rstrip(".").split()
    return (
        all(token[0].isupper() or token in _LOWER_ALLOWED or "'" in token for token in tokens)
        and tokens[-1][0].isupper()
    )
