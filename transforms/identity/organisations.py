"""Which names of organisations, and of other things, are one: company forms, word order, acronyms and their expansions."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from transforms.identity.known_forms import known_forms
from transforms.identity.names import Entity, Member, Name
from transforms.identity.persons import COMPATIBLE, FULL
from transforms.naming.bodies import ACRONYM, COMPANY_FORMS, SMALL_WORDS
from transforms.naming.keys import body_key

_OF = re.compile(r"^(department|ministry|bureau) of (?:the )?(.+)$")
_GROUP = re.compile(r" (?:group|holdings?|cos|companies)$")
_COUNTRIES = ("us ", "uk ")
# An expansion must have so many of the articles that expand the short form, and these be so many; one that its initials do not
# confirm must also be printed in a part of the articles that have the short form alone: as the same name, as another name
# that begins so ("Harbour" beside "Harbour Bank"), as another name that only adds the country ("Treasury", "U.S. Treasury").
_SHARE = 0.8
_LEAST = 2
_PART = 0.1
_PART_BESIDE = 0.3
_PART_OF_COUNTRY = 0.04
_LONG = 6  # letters that are hardly another name's when the spaces are left out
_Counts = Mapping[str, Mapping[str, int]]


def organisations(names: Sequence[Name]) -> list[Entity]:
    """The organisations of the names: "Acme Inc." is "Acme", "Department of Justice" is "Justice Department".

    An acronym, or the first words of a name, are the longer name's where articles print both for one organisation and
    hardly any for another. Short forms that are known all over the world need no article that prints both.
    """
    spelled = _spellings(names)
    bodies = _by_key("ORG", names, lambda name: spelled[_squeezed(body_of(name))])
    longer = _longer(bodies)
    for key in sorted(longer):
        _shorten(bodies[key], bodies[_end(key, longer)], "compatible_name")
    for name, forms in known_forms():
        full = bodies.get(_end(body_of(name), longer))
        for form in forms if full else ():
            _shorten(bodies.get(body_of(form)), full, "acronym")
    return [entity for entity in bodies.values() if entity.members]


def others(names: Sequence[Name]) -> list[Entity]:
    """The other things of the names: one a name, "Republicans" with "Republican"."""
    things = _by_key("MISC", names, body_key)
    for key in sorted(things):
        single = things.get(key.removesuffix("s"))
        if single and single is not things[key] and " " not in key:
            single.members += [Member(member.name, "compatible_name", FULL) for member in things[key].members]
            things[key].members = []
    return [entity for entity in things.values() if entity.members]


def _by_key(label: str, names: Sequence[Name], key_of: Callable[[str], str]) -> dict[str, Entity]:
    found: dict[str, Entity] = defaultdict(lambda: Entity(label))
    for name in names:
        found[key_of(name.name)].members.append(Member(name, "full_name", FULL))
    return dict(found)


def _spellings(names: Sequence[Name]) -> dict[str, str]:
    """Letters of a key → the most printed key with these: "JP Morgan" is "JPMorgan"."""
    printed: dict[str, int] = defaultdict(int)
    for name in names:
        printed[body_of(name.name)] += name.n_articles
    return {_squeezed(key): key for key in sorted(printed, key=lambda key: (printed[key], key))}


def _squeezed(key: str) -> str:
    return key.replace(" ", "") if len(key) > _LONG else key


@lru_cache(maxsize=16_384)
def body_of(name: str) -> str:
    """The key of an organisation's name, without company forms: "Acme & Co." and "ACME", "Ministry of X" and "X Ministry"."""
    words = _OF.sub(r"\2 \1", body_key(name)).split()
    while len(words) > 1 and (words[-1] in COMPANY_FORMS or words[-1] == "and"):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1)
def _names_of_known_forms() -> dict[str, str]:
    return {body_of(form): body_of(name) for name, forms in known_forms() for form in forms}


def ties(name: Name) -> set[str]:
    """The keys of the organisations that this one may be another name of."""
    key = body_of(name.name)
    return {key, _squeezed(key), _names_of_known_forms().get(key, key), *_short_surfaces(name), *_beside(name)}


def _longer(bodies: Mapping[str, Entity]) -> dict[str, str]:
    """Key of a short form → key of the name that it stands for."""
    found: dict[str, str] = {}
    for short, longs in _counts(bodies, _beside).items():
        if long := _beside_enough(short, longs, bodies[short].n_articles):
            found[short] = long
    for short, longs in _counts(bodies, _short_surfaces).items():
        long = _dominant(longs)
        if long and (_initials_fit(short, long) or longs[long] >= _PART * bodies[short].n_articles):
            found[short] = long
    return found


def _counts(bodies: Mapping[str, Entity], shorter: Callable[[Name], Mapping[str, int]]) -> _Counts:
    """Key of a short form → key of a longer one → articles that print both."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for key, entity in bodies.items():
        for member in entity.members:
            for short, n_articles in shorter(member.name).items():
                if short in bodies and len(short) < len(key):
                    counts[short][key] += n_articles
    return counts


def _short_surfaces(name: Name) -> dict[str, int]:
    """Key of each shorter form that articles print for the organisation: its acronyms and its first words; articles."""
    key, found = body_of(name.name), dict[str, int]()
    for surface, n_articles in name.surfaces.items():
        short = body_of(surface)
        if len(short) < len(key) and (ACRONYM.fullmatch(surface) or key.startswith(f"{short} ")):
            found[short] = found.get(short, 0) + n_articles
    return found


def _beside(name: Name) -> dict[str, int]:
    """Key of each shorter name that articles print beside this one: its first words, or all but its country; articles."""
    key, found = body_of(name.name), dict[str, int]()
    for other, n_articles in name.beside.items():
        short = body_of(other)
        if key.startswith(f"{short} ") or _adds_country(key, short):
            found[short] = found.get(short, 0) + n_articles
    return found


def _adds_country(long: str, short: str) -> bool:
    return any(long == country + short for country in _COUNTRIES)


def _dominant(longs: Mapping[str, int]) -> str | None:
    most = max(longs, key=lambda long: (longs[long], long), default="")
    return most if most and longs[most] >= max(_LEAST, _SHARE * sum(longs.values())) else None


def _beside_enough(short: str, longs: Mapping[str, int], n_articles: int) -> str | None:
    """Which of the names that articles print beside the short form, of so many articles, it stands for."""
    groups = {long: n for long, n in longs.items() if _GROUP.sub("", long) == short}
    countries = {long: n for long, n in longs.items() if _adds_country(long, short)}
    rest = {long: n for long, n in longs.items() if long not in countries}
    for choice, part in ((groups, 0.0), (_folded(rest), _PART_BESIDE), (countries, _PART_OF_COUNTRY)):
        long = _dominant(choice)
        if long and choice[long] >= part * n_articles:
            return long
    return None


def _folded(longs: Mapping[str, int]) -> dict[str, int]:
    """The names without those that only go on from another one of them: "Acme Motors Europe" counts for "Acme Motors"."""
    found: dict[str, int] = {}
    for long in sorted(longs, key=lambda long: (len(long), long)):
        root = next((one for one in found if long.startswith(f"{one} ")), long)
        found[root] = max(found.get(root, 0), longs[long])
    return found


def _initials_fit(short: str, long: str) -> bool:
    words = long.split()
    return short in ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS))


def _end(key: str, longer: Mapping[str, str]) -> str:
    """The name at the end of the chain of longer names, each longer than the one before."""
    while key in longer:
        key = longer[key]
    return key


def _shorten(short: Entity | None, long: Entity | None, basis: str) -> None:
    """The names of the one become the other's."""
    if short and long and short is not long:
        long.members += [_shortened(member, basis) for member in short.members]
        short.members = []


def _shortened(member: Member, basis: str) -> Member:
    return Member(member.name, "acronym" if ACRONYM.fullmatch(member.name.name) else basis, COMPATIBLE)
