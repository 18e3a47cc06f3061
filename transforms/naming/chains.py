"""Which names of an article mean the same person or organisation, and the fullest form of each."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from transforms.naming.honorifics import Honorific, genders, honorific_before
from transforms.naming.spans import Name

_INITIAL = re.compile(r"^[A-Z]\.?$")
_MAX_END = 6  # words of a name that a longer one may end in
_SMALL_WORDS = frozenset("of the and for de du la des der von und y e al in on".split())
_OTHER: dict[str | None, str] = {"f": "m", "m": "f"}
_Called = tuple[str, str | None]  # a short form, and the gender of the honorific before it


def canonical_names(names: Sequence[Name], text: str) -> list[str]:
    """For each name, in the same order, the fullest form of it in the article; the names' offsets count in `text`.

    A one-word person name takes the full name that it ends or, family first, begins; with several such, the one named
    last before it (so two persons with one surname stay apart). After "Mr", "Mrs" and the like it takes none of the other
    gender: "Mrs. Doe", where the article has only a John Doe, is a person of her own, and is called so. An acronym takes
    the organisation with those initials.
    """
    full_of, expansion = _full_persons(names), _acronyms(names)
    gender_of = genders(names, full_of, text)
    honorifics = [honorific_before(text, name) if _is_surname(name) else None for name in names]
    bearers = _bearers(gender_of)
    own = _own_names(names, honorifics, bearers)
    recent: dict[_Called, str] = {}
    chosen = []
    for name, honorific in zip(names, honorifics, strict=True):
        if name.label != "PERSON":
            chosen.append(expansion.get(name.surface, name.surface))
        elif " " in name.surface:
            full = full_of[name.surface]
            recent.update(dict.fromkeys(_called(full, gender_of[full]), full))
            chosen.append(full)
        else:
            word = _plain(name)
            called = word, honorific.gender if honorific else None
            full = recent.get(called) or _later(called, bearers) or own.get(called, word)
            chosen.append(name.surface if full == word else full)
    return chosen


def _is_surname(name: Name) -> bool:
    return name.label == "PERSON" and " " not in name.surface


def _plain(name: Name) -> str:
    return name.surface.title() if name.surface.isupper() else name.surface


def _called(full: str, gender: str | None) -> list[_Called]:
    """What a person may be called by: each short form, alone and after an honorific of a gender that may be theirs."""
    fitting = (gender,) if gender else ("f", "m")
    return [(word, sign) for word in _short_forms(full) for sign in (None, *fitting)]


def _bearers(gender_of: Mapping[str, str | None]) -> dict[_Called, set[str]]:
    bearers: dict[_Called, set[str]] = defaultdict(set)
    for full, gender in gender_of.items():
        for called in _called(full, gender):
            bearers[called].add(full)
    return bearers


def _own_names(
    names: Sequence[Name], honorifics: Sequence[Honorific | None], bearers: Mapping[_Called, set[str]]
) -> dict[_Called, str]:
    """ "Mrs. Doe" for those who share a surname with somebody, and whose full name the article does not print."""
    first: dict[_Called, str] = {}
    for name, honorific in zip(names, honorifics, strict=True):
        if honorific:
            word = _plain(name)
            first.setdefault((word, honorific.gender), f"{honorific.printed} {word}")
    return {
        (word, gender): own
        for (word, gender), own in first.items()
        if (word, gender) not in bearers and ((word, None) in bearers or (word, _OTHER[gender]) in first)
    }


def _later(called: _Called, bearers: Mapping[_Called, set[str]]) -> str | None:
    """The full name of a short form that stands before it (a headline), if only one fits."""
    fitting = bearers.get(called, set())
    return next(iter(fitting)) if len(fitting) == 1 else None


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
