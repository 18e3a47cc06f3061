"""Which full names, over all articles, are one person's: "John F. Kerry" and "John Kerry", but not father and son."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from transforms.identity.names import Entity, Member, Name
from transforms.naming.given_names import is_given_name
from transforms.naming.keys import PersonKey, person_key
from transforms.naming.short_forms import long_forms

# Share of the articles that the most printed of several candidates must have.
_DOMINANT = 0.9
_LEADING = 0.8
# Fewer bearers of a surname, each with some articles, than make it common: a given name and its short form are one person's.
_FEW = 10
_SOME = 3
_FAR_MORE = 5  # times as many articles
FULL, COMPATIBLE = 0.97, 0.9  # confidence of an equal full name, and of one that only fits
_Names = Mapping[PersonKey, Sequence[Name]]


@dataclass(slots=True, eq=False)
class Person:
    """The full names of one person: keys, the longest middle names, articles, and whether equal names only made it."""

    given: str
    generation: str | None
    keys: list[PersonKey] = field(default_factory=list)
    middle: tuple[str, ...] = ()
    n_articles: int = 0


def persons(names: _Names) -> list[tuple[Person, Entity]]:
    """The persons who bear the full names (two folded words or more), by key.

    Within one surname (the last word), equal given names are one person unless the middle names clash. A name without middle
    names goes to the one person it fits, or to one who has most of the articles; so do short forms of given names, where an
    article prints both for one person or few have the surname, and initials, where they fit one person only.
    """
    blocks: dict[str, list[PersonKey]] = defaultdict(list)
    for key in sorted(names, key=lambda key: (key.words, key.generation or "")):
        blocks[key.words[-1]].append(key)
    together = _printed_together(names)
    return [
        (person, _entity(person, names))
        for keys in blocks.values()
        for person in _joined(_block(keys, names, together), _run_on, together)
    ]


def _block(keys: Sequence[PersonKey], names: _Names, together: Mapping[PersonKey, set[PersonKey]]) -> list[Person]:
    people: dict[tuple[str, str | None], list[Person]] = defaultdict(list)
    articles = {key: sum(name.n_articles for name in names[key]) for key in keys}
    for key in sorted(keys, key=lambda key: (-len(key.words), -articles[key], key.words)):
        _place(key, articles[key], people[key.words[0], key.generation])
    found = [person for of_one_name in people.values() for person in of_one_name]
    for join in (_short_forms, _initials, _generations):
        found = _joined(found, join, together)
    return found


def _place(key: PersonKey, n_articles: int, people: list[Person]) -> None:
    """Add the key to the one of these namesakes that it fits, or as a person of its own; longer names come first."""
    person = _only([one for one in people if _agree(key.words[1:-1], one.middle)], n_articles)
    if person is None:
        people.append(person := Person(key.words[0], key.generation))
    person.keys.append(key)
    person.middle = max(person.middle, key.words[1:-1], key=lambda words: (len(words), sum(map(len, words))))
    person.n_articles += n_articles


def _only(people: Sequence[Person], n_articles: int = 0) -> Person | None:
    """The one, or the one who has most of the articles: a name of `n_articles` that is printed more than all is less in doubt."""
    if not people:
        return None
    most = max(people, key=lambda one: one.n_articles)
    every = sum(one.n_articles for one in people)
    return most if most.n_articles >= (_DOMINANT if n_articles < every else _LEADING) * every else None


_Join = Callable[[Person, Sequence[Person], Mapping[PersonKey, set[PersonKey]]], Person | None]


def _joined(people: list[Person], join: _Join, together: Mapping[PersonKey, set[PersonKey]]) -> list[Person]:
    """The people after each that `join` finds another one for has become that one."""
    if len(people) < 2:
        return people
    left = list(people)
    for person in sorted(people, key=lambda one: (one.n_articles, one.keys[0].words)):
        others = [one for one in left if one is not person]
        other = join(person, others, together)
        if other is not None:
            other.keys += person.keys
            other.n_articles += person.n_articles
            left.remove(person)
    return left


def _short_forms(
    person: Person, others: Sequence[Person], together: Mapping[PersonKey, set[PersonKey]]
) -> Person | None:
    """ "Joe" for "Joseph": of two given names the more printed one stays, and the evidence is an article that has both."""
    fitting = [
        one
        for one in others
        if (one.given in long_forms(person.given)[1:] or person.given in long_forms(one.given)[1:])
        and one.generation == person.generation
        and _agree(person.middle, one.middle)
    ]
    if len(fitting) == 1 and len({one.given for one in others if one.n_articles >= _SOME}) < _FEW:
        return fitting[0]
    return _only([one for one in fitting if _met(person, one, together)])


def _initials(person: Person, others: Sequence[Person], _: Mapping[PersonKey, set[PersonKey]]) -> Person | None:
    """ "J. Kerry" for "John Kerry", and "H. Ross Perot" for "Ross Perot", where they fit one person only."""
    if len(person.given) > 1:
        return None
    fitting = [one for one in others if one.generation == person.generation and _spelled(person, one)]
    return fitting[0] if len(fitting) == 1 else None


def _spelled(person: Person, other: Person) -> bool:
    if person.middle[:1] == (other.given,):
        return True
    return other.given[0] == person.given and len(other.given) > 1 and _agree(person.middle, other.middle)


def _generations(
    person: Person, others: Sequence[Person], together: Mapping[PersonKey, set[PersonKey]]
) -> Person | None:
    """ "Jr." left out: where one article prints both for one person, or the name is mostly printed with it."""
    if person.generation:
        return _only([one for one in others if not one.generation and _met(person, one, together)])
    longer = [
        one for one in others if one.generation and one.given == person.given and _agree(person.middle, one.middle)
    ]
    return longer[0] if len(longer) == 1 and longer[0].n_articles >= person.n_articles else None


def _run_on(person: Person, others: Sequence[Person], _: Mapping[PersonKey, set[PersonKey]]) -> Person | None:
    """ "Ohio's John Kasich" for "John Kasich": the words before a name that is far more printed are none of it."""
    if is_given_name(person.given) or len(person.given) == 1:
        return None
    rest = {key.words[1:] for key in person.keys}
    ended = [one for one in others if is_given_name(one.given) and rest <= {key.words for key in one.keys}]
    return ended[0] if len(ended) == 1 and ended[0].n_articles >= _FAR_MORE * person.n_articles else None


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names can be one person's: one has none, or they begin alike, an initial standing for a name."""
    short, long = sorted((one, other), key=len)
    alike = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(short, long, strict=False))
    return alike or all(len(word) > 1 and word in long for word in short)


def _met(person: Person, other: Person, together: Mapping[PersonKey, set[PersonKey]]) -> bool:
    return any(together.get(key, frozenset()) & set(other.keys) for key in person.keys)


def _printed_together(names: _Names) -> dict[PersonKey, set[PersonKey]]:
    """Key → the other full names that an article prints for the same person."""
    together: dict[PersonKey, set[PersonKey]] = defaultdict(set)
    for key, printed in names.items():
        for surface in _full_surfaces(printed):
            other = person_key(surface)
            if len(other.words) > 1 and other != key:
                together[key].add(other)
                together[other].add(key)
    return together


def _full_surfaces(names: Iterable[Name]) -> set[str]:
    return {surface for name in names for surface in name.surfaces if " " in surface and surface != name.name}


def _entity(person: Person, names: _Names) -> Entity:
    """The entity: the most printed names are its own, others are compatible with them."""
    main = max(person.keys, key=lambda key: (sum(name.n_articles for name in names[key]), key.words))
    members = [
        Member(name, "full_name", FULL) if key == main else Member(name, "compatible_name", COMPATIBLE)
        for key in person.keys
        for name in names[key]
    ]
    return Entity("PERSON", members)
