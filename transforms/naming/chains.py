"""Which names of an article mean the same person or organisation, and the fullest form of each."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from transforms.naming.spans import Name

_INITIAL = re.compile(r"^[A-Z]\.?$")
_SMALL_WORDS = frozenset("of the and for de du la des der von und y e al in on".split())


def canonical_names(names: Sequence[Name]) -> list[str]:
    """For each name, in the same order, the fullest form of it in the article.

    A one-word person name takes the full name that it ends or, family first, begins; with several such, the one named
    last before it (so two persons with one surname stay apart). An acronym takes the organisation with those initials.
    """
    full_of = _full_persons(names)
    expansion = _acronyms(names)
    by_short: dict[str, set[str]] = defaultdict(set)
    for full in full_of.values():
        for word in _short_forms(full):
            by_short[word].add(full)
    recent: dict[str, str] = {}
    chosen = []
    for name in names:
        if name.label != "PERSON":
            chosen.append(expansion.get(name.surface, name.surface))
        elif " " in name.surface:
            full = full_of[name.surface]
            for word in _short_forms(full):
                recent[word] = full
            chosen.append(full)
        else:
            word = name.surface.title() if name.surface.isupper() else name.surface
            full = recent.get(word) or _later(word, by_short)
            chosen.append(name.surface if full == word else full)
    return chosen


def _later(word: str, by_short: Mapping[str, set[str]]) -> str:
    """The full name of a short form that stands before it (a headline), if only one fits; else the short form itself."""
    fitting = by_short.get(word, set())
    return next(iter(fitting)) if len(fitting) == 1 else word


def _short_forms(full: str) -> tuple[str, ...]:
    words = full.split()
    return (words[-1], words[0])


def _full_persons(names: Sequence[Name]) -> dict[str, str]:
    """Each many-word person name → the most frequent (then longest) of the compatible names with its last word."""
    counts = Counter(name.surface for name in names if name.label == "PERSON" and " " in name.surface)
    by_last: dict[str, list[str]] = defaultdict(list)
    for surface in counts:
        by_last[surface.split()[-1]].append(surface)
    full_of = {}
    for surfaces in by_last.values():
        for surface in surfaces:
            same = [other for other in surfaces if _compatible(surface, other)]
            full_of[surface] = max(
                same,
                key=lambda other: (
                    len(other.split()) > 2 and other != surface and other.endswith(surface),
                    counts[other],
                    len(other),
                    other,
                ),
            )
    return full_of


def _compatible(one: str, other: str) -> bool:
    """Same given name, or an initial of it ("J. Biden" and "Joe Biden"), or one is the double surname of the other."""
    if one.endswith(" " + other) or other.endswith(" " + one):
        return True
    first, second = one.split()[0], other.split()[0]
    if first == second:
        return True
    return bool(_INITIAL.match(first) or _INITIAL.match(second)) and first[0] == second[0]


def _acronyms(names: Sequence[Name]) -> dict[str, str]:
    """Acronym → the organisation of the article whose initials it is ("IAEA", "International Atomic Energy Agency")."""
    organisations = {name.surface for name in names if name.label in ("ORG", "PLACE") and " " in name.surface}
    by_initials: dict[str, str] = {}
    for full in sorted(organisations, key=lambda surface: (len(surface), surface)):
        words = [word for word in re.findall(r"\w+", full) if word.lower() not in _SMALL_WORDS]
        by_initials["".join(word[0] for word in words).upper()] = full
    acronyms = {name.surface for name in names if re.fullmatch(r"(?:[A-Z]\.?){2,6}", name.surface)}
    return {short: by_initials[key] for short in acronyms if (key := short.replace(".", "")) in by_initials}
