"""Invented names across articles, and what they come to: what the tests of who is who stand on."""

from collections.abc import Iterable
from typing import Any

from transforms.identity.names import Name, Review, folded
from transforms.identity.resolve import resolve
from transforms.records import identifier


def named(name: str, n_articles: int = 1, label: str = "PERSON", **more: Any) -> Name:
    """A name that so many articles print alike; `surfaces` are its other printed forms."""
    surfaces = {name: n_articles} | dict(more.pop("surfaces", {}))
    name_id = identifier(label, folded(name))
    return Name(f"{name_id}|{sorted(more.items())}", name_id, label, name, n_articles, surfaces, **more)


def listed(*names: Name, reviews: Iterable[Review] = ()) -> list[tuple[str, frozenset[str]]]:
    """Name of each entity with the names that are its own."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in resolve(names, list(reviews)):
        found.setdefault((one.entity_id, one.canonical_name), set()).add(one.name.name)
    return [(title, frozenset(members)) for (_, title), members in found.items()]


def entities(*names: Name, reviews: Iterable[Review] = ()) -> set[tuple[str, frozenset[str]]]:
    return set(listed(*names, reviews=reviews))


def apart(*names: Name) -> bool:
    return len(listed(*names)) == len(names)


def together(*names: Name) -> bool:
    return len(listed(*names)) == 1


def basis(name: str, *names: Name) -> str:
    return next(one.basis for one in resolve(names) if one.name.name == name)
