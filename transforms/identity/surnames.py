"""Whose a lone surname is, in an article that never gives the full name: the one bearer's who clearly dominates, or nobody's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.identity.names import Entity, Member, Name
from transforms.identity.persons import Person, persons
from transforms.naming.full_names import stands_alone
from transforms.naming.given_names import is_given_name, likely_gender
from transforms.naming.keys import PersonKey, person_key

# Of the articles that give a full name and then the surname alone, so many must mean the one bearer, and these be so many;
# who is known so well that an article may leave out the full name needs less. Measured: docs/entities.md.
_SHARE, _LEAST = 0.9, 5
_SHARE_OF_KNOWN, _KNOWN = 0.88, 50
_MOST_TELL = 0.9  # of the articles that tell a person's gender
_UNSURE = 0.5  # confidence of a surname of its own: several persons may stand behind it
_MOST_WORDS = 3  # of a surname: "van der Berg"
_GENDERS = {"mr": "male", "sir": "male", "mrs": "female", "ms": "female", "miss": "female"}
_ADJECTIVE = re.compile(
    r"(?<=\w)-(?:era|style|like|led|esque|type|friendly|aligned|appointed|approved|backed|endorsed|funded|inspired|nominated|"
    r"supporting|hating|loving)$"
)
_Words = tuple[str, ...]
_HINTS = {"f": "female", "m": "male"}


@dataclass(frozen=True, slots=True)
class Lone:
    """A name of a person that is no full one: its folded words, and the gender that is told with it."""

    words: _Words
    gender: str | None
    titled: bool = False


def people(names: Sequence[Name]) -> list[Entity]:
    """The persons of the names. Surnames that nobody dominates are entities of their own, one a surname."""
    full: dict[PersonKey, list[Name]] = defaultdict(list)
    lone: list[tuple[Lone, Name]] = []
    keyed = [(key_of(name), name) for name in names]
    surnames = _long_surnames(keyed)
    for key, name in keyed:
        alone = _lone(key, name, surnames)
        if alone:
            lone.append((alone, name))
        else:
            full[key].append(name)
    known = persons(full)
    entities = [entity for _, entity in known]
    return entities + _attach(lone, Bearers(known))


class Bearers:
    """The persons by the words that they may be called by: surname, longer surnames, and first word ("Xi Jinping")."""

    def __init__(self, known: Iterable[tuple[Person, Entity]]) -> None:
        """Take the persons with their entities."""
        self._by_words: dict[_Words, dict[Entity, int]] = defaultdict(dict)
        self._gender: dict[Entity, str | None] = {}
        for person, entity in known:
            self._gender[entity] = _gender(entity)
            for words, n_articles in callings(person, entity).items():
                self._by_words[words][entity] = n_articles

    def dominant(self, lone: Lone) -> tuple[Entity, float] | None:
        """Who has the name, and their share of the articles that call bearers of fitting gender so; None if nobody dominates."""
        bearers = {
            entity: n
            for entity, n in self._by_words.get(lone.words, {}).items()
            if lone.gender is None or self._gender[entity] in (None, lone.gender)
        }
        if not bearers:
            return None
        most = max(bearers, key=lambda entity: bearers[entity])
        share = bearers[most] / max(1, sum(bearers.values()))
        return (most, share) if dominates(bearers[most], sum(bearers.values())) else None


def key_of(name: Name) -> PersonKey:
    """The key of a person's name; of an adjective that was taken for one, that of the name in it: "Brook-era"."""
    return person_key(_ADJECTIVE.sub("", name.name))


def first_word(key: PersonKey, name: Name) -> _Words:
    """The first word of a full name where it is the family name: no given name, and the articles mostly print it alone."""
    first = key.words[0]
    if len(key.words) < 2 or len(first) < 2 or is_given_name(first):
        return ()
    alone = sum(
        n for surface, n in name.surfaces.items() if " " not in surface and person_key(surface).words == (first,)
    )
    return (first,) if 2 * alone > name.n_articles else ()


def dominates(n_articles: int, of_all: int) -> bool:
    """Whether a surname that `of_all` articles print alone is the person's for whom `n_articles` of them print it."""
    share = _SHARE_OF_KNOWN if n_articles >= _KNOWN else _SHARE
    return n_articles >= max(_LEAST, share * of_all)


def callings(person: Person, entity: Entity) -> dict[_Words, int]:
    """What the person may be called by, each with the number of articles that do so after the full name."""
    found = {words: 0 for key in person.keys for words in _surnames(key)}
    for member in entity.members:
        for word in first_word(person_key(member.name.name), member.name):
            found.setdefault((word,), 0)
        for surface, n_articles in member.name.surfaces.items():
            if (words := _said(person_key(surface))) in found:
                found[words] += n_articles
    return found


def _surnames(key: PersonKey) -> Iterator[_Words]:
    for n_words in range(1, min(_MOST_WORDS, len(key.words) - 1) + 1):
        yield key.words[-n_words:]
    if key.generation:
        yield key.words[-1], key.generation


def _said(key: PersonKey) -> _Words:
    return (*key.words, key.generation) if key.generation else key.words


def _long_surnames(keyed: Iterable[tuple[PersonKey, Name]]) -> set[_Words]:
    """Names of two words or more that are mostly the end of a longer one: "Van Hollen", but not "Lindsey Graham"."""
    own: dict[_Words, int] = defaultdict(int)
    longer: dict[_Words, int] = defaultdict(int)
    for key, name in keyed:
        own[key.words] += name.n_articles
        for cut in range(1, len(key.words) - 1):
            longer[key.words[cut:]] += name.n_articles
    return {words for words, n_articles in longer.items() if own.get(words, n_articles) < n_articles}


def _lone(key: PersonKey, name: Name, surnames: set[_Words]) -> Lone | None:
    if len(key.words) > 1 and (key.words not in surnames or stands_alone(key.words)):
        return None
    honorific = name.name.partition(" ")[0].rstrip(".").lower()
    return Lone(_said(key), _GENDERS.get(honorific, name.gender), titled=honorific in _GENDERS)


def _attach(lone: Iterable[tuple[Lone, Name]], bearers: Bearers) -> list[Entity]:
    """Give each lone name to its bearer; the entities of those that have none."""
    own: dict[tuple[_Words, str | None], Entity] = {}
    for alone, name in lone:
        if found := bearers.dominant(alone):
            entity, share = found
            entity.members.append(Member(name, "sole_bearer", round(share, 3)))
        else:
            # "Mrs. Doe" was named so to tell her from a Doe: she is a person of her own.
            key = (alone.words, alone.gender if alone.titled else None)
            own.setdefault(key, Entity("PERSON")).members.append(Member(name, "own_name", _UNSURE))
    return list(own.values())


def _gender(entity: Entity) -> str | None:
    """What most articles tell, else what the given name hints at."""
    told: Mapping[str, int] = _count(entity)
    if told and max(told.values()) >= _MOST_TELL * sum(told.values()):
        return max(told, key=lambda gender: told[gender])
    hint = likely_gender(max(entity.members, key=lambda member: member.name.n_articles).name.name)
    return None if told else _HINTS.get(hint or "")


def _count(entity: Entity) -> dict[str, int]:
    told: dict[str, int] = defaultdict(int)
    for member in entity.members:
        if member.name.gender:
            told[member.name.gender] += member.name.n_articles
    return told
