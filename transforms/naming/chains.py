"""Which names of an article mean the same person or organisation, and the fullest form of each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from transforms.naming.bodies import body_names
from transforms.naming.calling import Called, Calling, People, calling, title_before
from transforms.naming.full_names import FullName, canonical, full_names, partial_forms, stands_alone
from transforms.naming.honorifics import Honorific, genders, honorific_before, introduced_as_kin
from transforms.naming.keys import TITLE_WORDS, PersonKey, person_key
from transforms.naming.name import Name

_ALIAS = re.compile(
    r",?\s\(?(?:(?:better|also|widely|popularly|formerly|previously|otherwise) )?(?:known (?:as|by the name)|nicknamed|a\.?k\.?a\.?|"
    r"alias|née|nom de guerre),?\s[\"“‘]?"
)
_MAX_MIDDLE = 4
_MOST_OWNERS = 4  # persons of whose names a shorter one may be a part
_OTHER: dict[str | None, str] = {"f": "m", "m": "f"}


def canonical_names(names: Sequence[Name], text: str) -> list[str]:
    """For each name, in the same order, the fullest form of it in the article; the names' offsets count in `text`.

    A short form of a person ("Ruiz", "García Márquez", "Wang", "Melania") takes the full name with it; with several such,
    the one with the title before it ("President Doe"), else the one named last, if near (so two persons with one surname
    stay apart), else the one named most; but not who was only introduced as somebody's kin ("his wife, Jane Doe"). After
    "Mr", "Mrs" and the like it takes none of the other gender: "Mrs. Doe", where the article has only a John Doe, is a
    person of her own, and is called so. `transforms.naming.bodies` says what organisations and places are called.
    """
    bodies, (full_of, people) = body_names(names, text), _people(names, text)
    meant = calling(people)
    honorifics = [honorific_before(text, name.start) if _is_surname(name) else None for name in names]
    own = _own_names(names, honorifics, meant)
    plain = _plain_spellings(names)
    chosen = []
    for name, honorific in zip(names, honorifics, strict=True):
        key = person_key(name.surface)
        if name.label != "PERSON":
            chosen.append(bodies[name.label, name.surface])
        elif name.surface in full_of:
            meant.remember(full_of[name.surface], name.start)
            chosen.append(full_of[name.surface])
        else:
            called = _words(key), honorific.gender if honorific else None
            bearer = meant.bearer(called, name.start, title_before(text, name.start))
            chosen.append(bearer or own.get(called) or plain[key])
    return _without_aliases(names, chosen, text)


def _is_surname(name: Name) -> bool:
    return name.label == "PERSON" and " " not in name.surface


def _words(key: PersonKey) -> tuple[str, ...]:
    return (*key.words, key.generation) if key.generation else key.words


def _people(names: Sequence[Name], text: str) -> tuple[dict[str, str], People]:
    """Printing → canonical name of each full name of a person, and what is known of these persons."""
    persons = [name for name in names if name.label == "PERSON"]
    person_of = full_names(Counter(name.surface for name in persons))
    short = _short_keys(person_of)
    called = {key: canonical(person) for key, person in person_of.items() if key not in short}
    forms: dict[str, tuple[set[tuple[str, ...]], ...]] = {full: (set(), set(), set()) for full in called.values()}
    for key, full in called.items():
        for kinds, found in zip(forms[full], _short_forms(key), strict=True):
            kinds.update(found)
    full_of = {name.surface: called[key] for name in persons if (key := person_key(name.surface)) in called}
    named = [(name, full_of[name.surface]) for name in persons if name.surface in full_of]
    titled: dict[str, set[str]] = defaultdict(set)
    for name, full in named:
        if title := title_before(text, name.start):
            titled[title].add(full)
    return full_of, People(
        {full: tuple(map(frozenset, kinds)) for full, kinds in forms.items()},
        genders(names, full_of, text),
        Counter(full for _, full in named),
        frozenset(_kin(persons, full_of, text) | _younger(persons, called)),
        {title: frozenset(bearers) for title, bearers in titled.items()},
        frozenset(full for key, full in called.items() if key.generation),
    )


def _younger(persons: Sequence[Name], called: Mapping[PersonKey, str]) -> set[str]:
    """Full names of those whose surname alone is printed with their "Jr.", so that it hardly means them without."""
    alone = {key for name in persons if len((key := person_key(name.surface)).words) == 1 and key.generation}
    return {full for key, full in called.items() if PersonKey(key.words[-1:], key.generation) in alone}


def _kin(persons: Sequence[Name], full_of: Mapping[str, str], text: str) -> set[str]:
    """Full names of those introduced as somebody's kin, be it by the given name that only they have."""
    given: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for full in full_of.values():
        given[person_key(full).words[:1]].add(full)
    kin = set()
    for name in persons:
        if introduced_as_kin(text, name):
            named = full_of.get(name.surface)
            kin |= {named} if named else given.get(person_key(name.surface).words, set())
    return kin


def _short_keys(person_of: Mapping[PersonKey, FullName]) -> set[PersonKey]:
    """Keys of two words or more that are but the end or the beginning of somebody else's longer name.

    A longer name that only runs on ("Agent Peter Holt", "Ana Ruiz Colloquium") becomes one more printing of the shorter.
    """
    owners: dict[tuple[str, ...], list[FullName]] = defaultdict(list)
    for key, person in person_of.items():
        for words in partial_forms(key.words):
            if person not in owners[words][-_MOST_OWNERS:]:
                owners[words].append(person)
    short = set()
    for key, person in person_of.items():
        longer = [owner for owner in owners.get(key.words, ())[:_MOST_OWNERS] if owner is not person]
        if not longer or _full_already(key, person):
            continue
        run_on = [owner for owner in longer if _is_run_on(key, person, owner)]
        for owner in run_on:
            owner.printed = person.printed
        if not run_on:
            short.add(key)
    return short


def _is_run_on(key: PersonKey, person: FullName, owner: FullName) -> bool:
    """Whether the longer names only go on after a whole one, given name and surname, that is printed more often, or begin
    before one with a word that is no given name."""
    if not stands_alone(key.words) or stands_alone(key.words[-1:]):
        return False
    if all(other.words[: len(key.words)] == key.words for other in owner.keys):
        return person.printed.total() > owner.printed.total()
    return all(other.words[1:] == key.words and not stands_alone(other.words) for other in owner.keys)


def _full_already(key: PersonKey, person: FullName) -> bool:
    """Whether the shorter name is the one that the article uses: "Joe Biden" beside a run-on "Said Joe Biden"."""
    return stands_alone(key.words) and len(person.keys) > 1


def _short_forms(key: PersonKey) -> tuple[Iterable[tuple[str, ...]], ...]:
    """Surnames and partial names; given names; middle names."""
    words = key.words
    last = [(words[-1], key.generation)] if key.generation else []
    surnames = [(words[-1],), *last, *partial_forms(words)]
    middle = [(word,) for word in words[1:-1][:_MAX_MIDDLE] if len(word) > 2]
    given = [] if words[0] in TITLE_WORDS or len(words[0]) < 2 else [(words[0],)]
    return surnames, given, middle


def _plain_spellings(names: Sequence[Name]) -> dict[PersonKey, str]:
    """Key of a person's name → its most frequent printing, capitals spelled as in a text."""
    counts: dict[PersonKey, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.label == "PERSON":
            counts[person_key(name.surface)][name.surface] += 1
    spelled = {
        key: min(printed, key=lambda surface: (surface.isupper(), -printed[surface], surface))
        for key, printed in counts.items()
    }
    return {
        key: surface.title() if surface.isupper() and " " not in surface else surface
        for key, surface in spelled.items()
    }


def _own_names(names: Sequence[Name], honorifics: Sequence[Honorific | None], meant: Calling) -> dict[Called, str]:
    """ "Mrs. Doe" for those who share a surname with somebody, and whose full name the article does not print."""
    first: dict[Called, str] = {}
    for name, honorific in zip(names, honorifics, strict=True):
        if honorific:
            word = name.surface.title() if name.surface.isupper() else name.surface
            first.setdefault((_words(person_key(name.surface)), honorific.gender), f"{honorific.printed} {word}")
    return {
        (words, gender): own
        for (words, gender), own in first.items()
        if not meant.is_borne((words, gender)) and (meant.is_borne((words, None)) or (words, _OTHER[gender]) in first)
    }


def _without_aliases(names: Sequence[Name], chosen: list[str], text: str) -> list[str]:
    """The chosen names, with another name of a person ("Ana Ruiz, known as Nita") replaced by the one it is said of."""
    persons = [index for index, name in enumerate(names) if name.label == "PERSON"]
    known_as: dict[str, str] = {}
    for one, other in pairwise(persons):
        start, end = names[one].end, names[other].start
        if end - start < 40 and _ALIAS.fullmatch(text[start:end]) and chosen[other] != chosen[one]:
            known_as.setdefault(chosen[other], known_as.get(chosen[one], chosen[one]))
    return [
        known_as.get(full, full) if name.label == "PERSON" else full for name, full in zip(names, chosen, strict=True)
    ]
