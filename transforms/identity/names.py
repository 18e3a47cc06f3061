"""What goes into the resolution and what comes out: names as articles print them, entities, a person's corrections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

OWN = ("full_name", "compatible_name", "place_id", "own_name")  # bases on which a name may be what the entity is called
_LOCATED = "geonames:"


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One name over all articles that print it alike.

    `key` is unique among names, `name_id` as in `mentions`, `type` is its label there and `name` its fullest form in these articles; `surfaces` are the printed forms that stand for
    it, each with the number of articles. `beside` are other bodies whose names it begins or
    ends with, by the number of articles that print both. Places are apart by their id and country, lone words for a person by the gender
    that the article tells (`female`, `male`), and everything that stands in an article which a review singles out.
    """

    key: str
    name_id: str
    type: str
    name: str
    n_articles: int
    surfaces: Mapping[str, int] = field(default_factory=dict)
    beside: Mapping[str, int] = field(default_factory=dict)
    gender: str | None = None
    country_iso: str | None = None
    geonames_id: int | None = None
    article_id: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """A key that sorts any set of names in one way."""
        return self.type, folded(self.name), self.key


@dataclass(frozen=True, slots=True)
class Review:
    """A person's correction, as in the table reviews; names are folded, `target` of a split or rename is as typed."""

    action: str
    type: str
    name: str
    target: str
    article_id: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A name of an entity, with the reason (a word of `schema.ENTITY_BASES`) and how sure it is, 0 to 1."""

    name: Name
    basis: str
    confidence: float


@dataclass(slots=True, eq=False)
class Entity:
    """One person, organisation, place or other thing; `called` is what a review calls it."""

    type: str
    members: list[Member] = field(default_factory=list)
    called: str | None = None

    @property
    def n_articles(self) -> int:
        """Articles of its names, each counted as often as it has several of them."""
        return sum(member.name.n_articles for member in self.members)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whose a name is: the entity's identifier, name and type, and why."""

    name: Name
    entity_id: str
    canonical_name: str
    type: str
    basis: str
    confidence: float


def folded(name: str) -> str:
    """The name as `mentions.name_id` takes it: case and white space folded."""
    return " ".join(name.casefold().split())


def located(geonames_id: int) -> str:
    """How a review names a place that has an id, instead of the name that it shares with others."""
    return f"{_LOCATED}{geonames_id}"


def total(names: Iterable[Name]) -> int:
    """Articles of the names."""
    return sum(name.n_articles for name in names)
