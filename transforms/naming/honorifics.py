"""What an article prints about the gender of its persons: "Mrs Doe", "Sir John Doe", "her husband, John Doe"."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.naming.given_names import likely_gender
from transforms.naming.name import Name
from transforms.quotation.roles import FEMALE_HEADS, KIN_HEADS, MALE_HEADS

_GENDERS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
_HONORIFIC = re.compile(r"(?<!\w)((Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.?)\s{1,2}$")
_NOUN_BEFORE = re.compile(r"(?<!\w)([a-z]{3,14}),? $")
_KIN_BEFORE = re.compile(
    rf"\b[Ff]irst [Ll]ady $|\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s|s['’]) (?:[a-z]+ )?(?:{'|'.join(sorted(KIN_HEADS))}),? $"
)
_KIN_BACK = 48
_BACK = 16  # code points before a name in which its honorific or noun stands


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address as printed ("Mrs."), where it starts, and the gender that it tells, `f` or `m`."""

    printed: str
    start: int
    gender: str


def honorific_before(text: str, position: int) -> Honorific | None:
    """The honorific right before a position; None where there is none or it tells no gender ("Dr", "Mx")."""
    found = _HONORIFIC.search(text, max(0, position - _BACK), position)
    return Honorific(found.group(1), found.start(), _GENDERS[found.group(2).lower()]) if found else None


def genders(names: Sequence[Name], full_of: Mapping[str, str], text: str) -> dict[str, str | None]:
    """Full person name → `f`, `m`, or None where nothing tells; `full_of` has the full name of each that is one.

    What is printed before the name goes before the hint of its first word, and that before the honorifics of the surnames
    that follow it.
    """
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    followed: dict[str, Counter[str]] = defaultdict(Counter)
    last: dict[str, str] = {}
    for name in names:
        if name.label != "PERSON":
            continue
        honorific = honorific_before(text, name.start)
        if full := full_of.get(name.surface):
            last[name.surface.split()[-1]] = full
            if gender := honorific.gender if honorific else _noun_gender(text, name):
                printed[full][gender] += 1
        elif honorific and name.surface in last:
            followed[last[name.surface]][honorific.gender] += 1
    return {
        full: _most(printed[full]) or likely_gender(full) or _most(followed[full]) for full in set(full_of.values())
    }


def introduced_as_kin(text: str, name: Name) -> bool:
    """Whether a person is named as somebody's relative or friend: "his wife, Jane Doe", "Ruiz's brother Juan"."""
    return _KIN_BEFORE.search(text[max(0, name.start - _KIN_BACK) : name.start]) is not None


def _noun_gender(text: str, name: Name) -> str | None:
    """ "his wife, Jane Doe", "congresswoman Jane Doe"."""
    found = _NOUN_BEFORE.search(text[max(0, name.start - _BACK) : name.start])
    noun = found.group(1) if found else ""
    return "f" if noun in FEMALE_HEADS else "m" if noun in MALE_HEADS else None


def _most(votes: Counter[str]) -> str | None:
    """The gender with most votes; None in a tie."""
    return max(votes, key=votes.__getitem__) if votes["f"] != votes["m"] else None
