"""Which full person names of an article are one person's: "Joseph R. Biden Jr." and "Joe Biden", but not "Jill Biden"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from transforms.naming.given_names import is_given_name
from transforms.naming.keys import PersonKey, person_key
from transforms.naming.short_forms import is_short_form, long_forms

_MOST_RIVALS = 8  # persons of one given name and surname that a name is held against
_MAX_WORDS = 7  # of a name that short forms are made of: longer "names" are lists
_Part = tuple[str, str, str]


@dataclass(slots=True, eq=False)
class FullName:
    """One person: the printed names of two words or more that are held to be theirs, each with how often it stands."""

    keys: list[PersonKey]
    printed: Counter[str] = field(default_factory=Counter)
    middle: tuple[str, ...] = ()

    @property
    def generation(self) -> str | None:
        """ "jr", "ii" … if a printing of the name has it."""
        return next((key.generation for key in self.keys if key.generation), None)


def full_names(surfaces: Mapping[str, int]) -> dict[PersonKey, FullName]:
    """Key of each name of two words or more → the person; `surfaces` has how often each name stands.

    One person are names with one surname and one given name, a short form or an initial of it, unless their middle names
    or generations clash. Each name is looked up by its parts, never held against all others.
    """
    printed: dict[PersonKey, Counter[str]] = defaultdict(Counter)
    for surface, count in surfaces.items():
        if len((key := person_key(surface)).words) > 1:
            printed[key][surface] += count
    known: dict[_Part, list[FullName]] = defaultdict(list)
    person_of = {}
    for key in sorted(printed, key=lambda key: (_vagueness(key), -printed[key].total(), -len(key.words), key.words)):
        person = _known(key, known) or FullName([])
        person.keys.append(key)
        person.printed.update(printed[key])
        person.middle = max(person.middle, key.words[1:-1], key=lambda words: (len(words), sum(map(len, words))))
        for part in _parts(key):
            if person not in known[part][:_MOST_RIVALS]:
                known[part].append(person)
        person_of[key] = person
    return person_of


def canonical(person: FullName) -> str:
    """The printing of a person's name to call them by: the most frequent that has a given name, then the longest.

    "Márquez" gives way to "García Márquez", capitals of a headline to the spelling of the text, an initial to a name.
    """

    def rank(surface: str) -> tuple[bool, bool, int, int, str]:
        initial = len(person_key(surface).words[0]) == 1
        return surface.isupper(), initial, -person.printed[surface], -len(surface), surface

    return min(person.printed, key=rank)


def stands_alone(words: tuple[str, ...]) -> bool:
    """Whether a name that a longer one ends in is a full name itself: it begins with a listed given name."""
    return is_given_name(words[0])


def partial_forms(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The ends and beginnings, of two words or more, by which a long name may be called."""
    if len(words) <= _MAX_WORDS:
        for cut in range(1, len(words) - 1):
            yield words[cut:]
            yield words[: cut + 1]


def _vagueness(key: PersonKey) -> int:
    """Names with spelled-out given names come first, for short forms and initials to choose among."""
    given = key.words[0]
    return 2 if len(given) == 1 else 1 if is_short_form(given) else 0


def _known(key: PersonKey, known: Mapping[_Part, list[FullName]]) -> FullName | None:
    for part in _sought(key):
        for person in known.get(part, ())[:_MOST_RIVALS]:
            if _fits(key, person):
                return person
    return None


def _parts(key: PersonKey) -> list[_Part]:
    """What a person with this name may be found under."""
    given, last = key.words[0], key.words[-1]
    if len(given) == 1:
        return [("letter", given, last)]
    reverse: list[_Part] = [("given", last, given)] if len(key.words) == 2 else []
    return [("letter", given[0], last), *(("given", name, last) for name in long_forms(given)), *reverse]


def _sought(key: PersonKey) -> list[_Part]:
    given, last = key.words[0], key.words[-1]
    if len(given) == 1:
        return [("letter", given, last)]
    return [("given", name, last) for name in long_forms(given)]


def _fits(key: PersonKey, person: FullName) -> bool:
    """Whether neither middle names nor generations tell that they are two: "George H. W." and "George W.", father and son."""
    if not _compatible(key.words[1:-1], person.middle):
        return False
    namesakes = (other for other in person.keys if other.words[0] == key.words[0] and len(key.words[0]) > 1)
    return all(other.generation == key.generation for other in namesakes)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    if all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(short, long, strict=False)):
        return True
    return all(len(word) > 1 and word in long for word in short)
