"""Look up places by name: countries, continents and regions, first- and second-level divisions, towns, seas, rivers and mountains.

`gazetteer.tsv.gz` and `small_towns.tsv.gz` are GeoNames data (CC BY 4.0), made by `benchmarks/build_gazetteer.py`. Three tables beside it are ours and
meant to be edited: `regions.csv` (what GeoNames' towns and divisions leave out), `aliases.csv` (other names of what is
listed) and `demonyms.csv`. A name is found whatever its case, diacritics, hyphens, "St"/"Saint", leading "the" and trailing "'s";
abbreviations only as printed ("US" and "Calif.", never "us").
"""

import csv
import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transforms.places.folding import abbreviation, folded

_REMEMBERED = 1 << 13  # names whose places are kept ready
_FROM = 1 << 24  # numbers of our own regions start here, above any line of the gazetteer
_CITY = 100_000  # inhabitants
_SMALL = 3.0  # prior of a small town
_SURE = 80  # ten times the prior of what our own tables name
_FRAME = re.compile(r"^(?:the|The|THE)\s+|['’][sS]?$")
_KINDS = {
    "city": ("city",), "town": ("city",), "village": ("city",), "municipality": ("city", "admin2"),
    "province": ("admin1", "admin2"), "state": ("admin1",), "oblast": ("admin1",), "governorate": ("admin1", "admin2"),
    "region": ("admin1", "admin2", "region"), "prefecture": ("admin1", "admin2"), "republic": ("country", "admin1"),
    "county": ("admin2", "admin1"), "district": ("admin2", "city", "admin1"), "emirate": ("admin1",), "canton": ("admin1",),
    "department": ("admin1", "admin2"), "territory": ("admin1",), "krai": ("admin1",), "parish": ("admin2", "admin1"),
    "island": ("region", "city", "admin1", "admin2"), "islands": ("country", "region", "admin1"), "area": ("city", "admin2"),
    "governate": ("admin1", "admin2"), "raion": ("admin2",), "regency": ("admin2",), "borough": ("city", "admin2"),
    "metro": ("city",), "borders": ("admin1", "admin2"), "peninsula": ("region", "admin1"),
}  # fmt: skip
_TYPED = re.compile(rf"(.+) ({'|'.join(_KINDS)})")
_TYPE_OF = re.compile(rf"({'|'.join(_KINDS)}) of (?:the )?(.+)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is known.

    `kind` is country, continent, region, admin1, admin2, city, water or mountain. `country_iso` is ISO 3166-1 alpha-2 (XK is
    Kosovo), None for what spans countries; `admin1` is GeoNames' code of the first-level division that it is or lies in
    ("US.TX"), "" where there is none; `geonames_id` is None for our own regions; `population` is of the place, of a division the sum
    of its towns, 0 where unknown. `prior` says how likely the name that was asked for means this place: the common logarithm of its
    inhabitants, more for countries, regions and capitals, less where it is another name of it.
    """

    name: str
    kind: str
    country_iso: str | None
    geonames_id: int | None
    population: int
    admin1: str = ""
    prior: float = 0.0


@lru_cache(_REMEMBERED)
def known_places(name: str) -> tuple[Place, ...]:
    """The places that a name may mean, the likeliest first; empty for an unknown name and for one without a capital letter.

    "Oyo State" and "Province of Quebec" are looked up by the name within, and mean a place of that kind where there is one.
    """
    if name == name.lower():
        return ()
    bare = _FRAME.sub("", _FRAME.sub("", name.strip()))
    return _bearers(name) or _bearers(bare) or _typed(folded(bare))


@lru_cache(_REMEMBERED)
def small_towns(name: str) -> tuple[Place, ...]:
    """The towns of 1,000 to 5,000 inhabitants of this name: so many that a name means one only where a text speaks of its country."""
    lines, key = _small_towns(), folded(name)
    found = []
    for number in range(bisect_left(lines, f"{key}\t"), len(lines)):
        town, geonames_id, admin1 = lines[number].split("\t")
        if town != key:
            break
        found.append(Place(name, "city", admin1[:2], int(geonames_id), 0, admin1, _SMALL))
    return tuple(found)


def country_of_demonym(word: str) -> str | None:
    """ISO 3166-1 alpha-2 of what a demonym or adjective means ("Russian", "Swedes", "Frenchwoman"), or None.

    Capitals are told from small letters only in the first: "polish" is no country's.
    """
    return _demonyms().get(word) or (_demonyms().get(word.title()) if word.isupper() else None)


def is_demonym(word: str) -> bool:
    """Whether a word is a demonym: of a country, or of a continent or region ("European", "Kurdish"), which has none."""
    return word in _demonyms() or (word.isupper() and word.title() in _demonyms())


def _bearers(name: str) -> tuple[Place, ...]:
    index = _gazetteer().index
    short = abbreviation(name)
    return _places((short and index.get(short)) or index.get(folded(name)))


def _typed(key: str) -> tuple[Place, ...]:
    """The places of a name with the word for what it is, before ("state of X") or after it."""
    if " " not in key:
        return ()
    if match := _TYPED.fullmatch(key):
        inner, kind = match.groups()
    elif match := _TYPE_OF.fullmatch(key):
        kind, inner = match.groups()
    else:
        return ()
    places = _places(_gazetteer().index.get(inner))
    return tuple(place for wanted in _KINDS[kind] for place in places if place.kind == wanted) or places


def _places(bearers: str | None) -> tuple[Place, ...]:
    return tuple(map(_place, bearers.split())) if bearers else ()


@lru_cache(_REMEMBERED)
def _place(bearer: str) -> Place:
    gazetteer = _gazetteer()
    number, prior = map(int, bearer.split(":"))
    if number >= _FROM:
        return gazetteer.regions[number - _FROM]
    geonames_id, kind, country_iso, admin1, population, name = gazetteer.lines[number].split("\t")
    return Place(name, kind, country_iso or None, int(geonames_id), int(population), admin1, prior / 10)


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    lines: list[str]  # a place each, as in the file
    index: dict[str, str]  # folded name → numbers of places
    regions: tuple[Place, ...]


@cache
def _small_towns() -> list[str]:
    packed = files(__package__).joinpath("small_towns.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf-8").split("\n")


@cache
def _gazetteer() -> _Gazetteer:
    packed = files(__package__).joinpath("gazetteer.tsv.gz").read_bytes()
    lines, names, bearers = (block.split("\n") for block in gzip.decompress(packed).decode("utf-8").split("\n\n"))
    index = dict(zip(names, bearers, strict=True))
    regions = tuple(_regions(index, lines))
    for alias, target in _aliases(index, lines):
        index[alias] = _first(target, index.get(alias, ""))
    return _Gazetteer(lines, index, regions)


def _regions(index: dict[str, str], lines: list[str]) -> Iterator[Place]:
    """Our own regions; their names go into the index, before whatever else bears them.

    Where GeoNames has a division, or a city of just this name, in the region's country, that one goes first: it has an id.
    """
    number = _FROM
    for row in _rows("regions.csv"):
        country = row["country_iso"]
        for name in row["names"].split("|"):
            key = folded(name)
            others = index.get(key, "")
            known = (other for other in others.split() if country and _is_in(_line(other, lines), country, key))
            index[key] = _first(f"{next(known, str(number)).split(':')[0]}:{_SURE}", others)
            yield Place(name, row["kind"], country or None, None, 0, prior=_SURE / 10)
            number += 1


def _is_in(line: str, country_iso: str, key: str) -> bool:
    _, kind, country, _, population, name = line.split("\t")
    return country == country_iso and (kind == "admin1" or (int(population) >= _CITY and folded(name) == key))


def _aliases(index: dict[str, str], lines: list[str]) -> Iterator[tuple[str, str]]:
    """(key, bearer) of each alias: the likeliest place of its target's name that is of the kind and country asked for."""
    for row in _rows("aliases.csv"):
        asked = ((1, row["kind"]), (2, row["country_iso"]))
        bearers = (
            bearer
            for bearer in index[folded(row["place"])].split()
            if (line := _line(bearer, lines).split("\t")) and all(want in ("", line[column]) for column, want in asked)
        )
        number = next(bearers).split(":")[0]
        yield from ((abbreviation(alias) or folded(alias), f"{number}:{_SURE}") for alias in row["aliases"].split("|"))


def _line(bearer: str, lines: list[str]) -> str:
    """The gazetteer's line of a bearer; for our own regions one that fits nothing."""
    number = int(bearer.split(":")[0])
    return lines[number] if number < _FROM else "\t" * 5


def _first(bearer: str, others: str) -> str:
    """The bearers with this one at their head, once."""
    number = bearer.split(":")[0]
    return " ".join([bearer, *(other for other in others.split() if other.split(":")[0] != number)])


@cache
def _demonyms() -> dict[str, str | None]:
    return {word: row["country_iso"] or None for row in _rows("demonyms.csv") for word in row["words"].split("|")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines())
