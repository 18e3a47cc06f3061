"""The way in: names of all articles and a person's corrections to one entity a name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from transforms.identity.names import OWN, Entity, Member, Name, Resolution, Review, folded, located, total
from transforms.identity.organisations import organisations, others
from transforms.identity.places import places
from transforms.identity.reviews import SplitOff, reviewed
from transforms.identity.surnames import people
from transforms.identity.types import by_type
from transforms.naming.bodies import ACRONYM, COMPANY_FORMS
from transforms.naming.keys import body_key
from transforms.records import identifier

_KNOWN_IN_FULL = 0.05  # of its articles
_MARK_AT_END = re.compile(r"(?:[^\w.)]|\s\w\.)$")
_STATIONS = {"PERSON": people, "ORG": organisations, "PLACE": places, "MISC": others}


def resolve(names: Iterable[Name], reviews: Sequence[Review] = ()) -> list[Resolution]:
    """One resolution a name, the same for the same set of names and list of reviews in whatever order the names come.

    `reviews` are applied in the order given. An entity is called by its most printed full name; its identifier is the hash
    of type and that name folded, or of the GeoNames id of a place, and of the country too where only that is known of it.
    One that a review split off has the hash of what it was called then.
    """
    settled = by_type(sorted(names, key=lambda name: name.order))
    entities = [entity for label, station in _STATIONS.items() for entity in station(settled.get(label, ()))]
    return [resolution for entity in reviewed(entities, reviews) for resolution in _resolutions(entity)]


def _resolutions(entity: Entity) -> Iterator[Resolution]:
    callable_names = sorted(_callable(entity), key=lambda member: _rank(member, entity.type))
    called = entity.called or callable_names[0].name.name
    entity_id = _identifier(entity, [member.name for member in callable_names])
    for member in entity.members:
        relabelled = member.name.type != entity.type and member.basis != "review"
        basis = "majority_type" if relabelled else member.basis
        yield Resolution(member.name, entity_id, called, entity.type, basis, member.confidence)


def _callable(entity: Entity) -> list[Member]:
    """The names that it may be called by: a body whose full name hardly any article prints is known by its short one."""
    own = [member for member in entity.members if member.basis in OWN]
    if own and (entity.type != "ORG" or total(member.name for member in own) >= _KNOWN_IN_FULL * entity.n_articles):
        return own
    return entity.members


def _identifier(entity: Entity, names: Sequence[Name]) -> str:
    """The hash of type and folded main name, the first; of a place that of its GeoNames id, or of name and country."""
    main, label = names[0], entity.type
    if isinstance(entity, SplitOff):
        return identifier(label, folded(entity.target))
    if label == "PLACE":
        # The main name may be one that its articles could not locate.
        where = next((name for name in names if name.geonames_id or name.country_iso), main)
        if where.geonames_id:
            return identifier(label, located(where.geonames_id))
        if where.country_iso:
            return identifier(label, folded(main.name), where.country_iso)
    return main.name_id if main.type == label else identifier(label, folded(main.name))


def _rank(member: Member, label: str) -> tuple[object, ...]:
    """The name to call an entity by comes first: a full one, without company form, as in a text, most printed."""
    name = member.name
    return (
        name.type != label,
        label == "ORG" and body_key(name.name).rpartition(" ")[2] in COMPANY_FORMS,
        _unlike_text(name.name, label),
        -name.n_articles,
        -len(name.name),
        name.order,
    )


def _unlike_text(name: str, label: str) -> bool:
    """Whether it is in capitals or ends in a mark: "TOKYO", "S and P."; a body's acronym is as it should be."""
    in_capitals = name.isupper() and not (label == "ORG" and ACRONYM.fullmatch(name))
    return in_capitals or _MARK_AT_END.search(name) is not None
