"""Which names of an article mean the same person or organisation, and the fullest form of each."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from transforms.naming.spans import Name

_INITIAL = re.compile(r"^[A-Z]\.?$")
_MAX_END = 6  # words of a name that a longer one may end in
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
    """Each many-word person name → the name it is the end of, else the most frequent (then longest) compatible one.

    Compatible are names with one last word and one given name, or an initial of it ("J. Biden" and "Joe Biden"), and a
    double surname with what it ends in. Each name is looked up by its parts, never held against all others.
    """
    counts = Counter(name.surface for name in names if name.label == "PERSON" and " " in name.surface)
    ranked = sorted(counts, key=lambda surface: (counts[surface], len(surface), surface), reverse=True)
    rank = {surface: number for number, surface in enumerate(ranked)}
    best: dict[tuple[str, ...], str] = {}  # parts of a name → the first in rank that has them
    for surface in ranked:
        for parts in (*_given_parts(surface), *(("end", end) for end in _ends(surface))):
            best.setdefault(parts, surface)
    full_of = {}
    for surface in ranked:
        same = [best[parts] for parts in _sought_parts(surface) if parts in best]
        same.extend(end for end in _ends(surface) if end in counts)
        full_of[surface] = best.get(("end", surface)) or min([surface, *same], key=rank.__getitem__)
    return full_of


def _given_parts(surface: str) -> list[tuple[str, ...]]:
    words = surface.split()
    first, last = words[0], words[-1]
    parts: list[tuple[str, ...]] = [("given", first, last), ("letter", first[0], last)]
    return [*parts, ("initial", first[0], last)] if _INITIAL.match(first) else parts


def _sought_parts(surface: str) -> list[tuple[str, ...]]:
    """The parts that a name compatible with this one has: its given name, and the initial of it or what it is one of."""
    words = surface.split()
    first, last = words[0], words[-1]
    return [("given", first, last), ("letter" if _INITIAL.match(first) else "initial", first[0], last)]


def _ends(surface: str) -> list[str]:
    """The ends of a name of two words or more, itself left out; long "names" are cut, for they are lists."""
    words = surface.split()
    return [" ".join(words[first:]) for first in range(max(1, len(words) - _MAX_END), len(words) - 1)]


def _acronyms(names: Sequence[Name]) -> dict[str, str]:
    """Acronym → the organisation of the article whose initials it is ("IAEA", "International Atomic Energy Agency")."""
    organisations = {name.surface for name in names if name.label in ("ORG", "PLACE") and " " in name.surface}
    by_initials: dict[str, str] = {}
    for full in sorted(organisations, key=lambda surface: (len(surface), surface)):
        words = [word for word in re.findall(r"\w+", full) if word.lower() not in _SMALL_WORDS]
        by_initials["".join(word[0] for word in words).upper()] = full
    acronyms = {name.surface for name in names if re.fullmatch(r"(?:[A-Z]\.?){2,6}", name.surface)}
    return {short: by_initials[key] for short in acronyms if (key := short.replace(".", "")) in by_initials}
