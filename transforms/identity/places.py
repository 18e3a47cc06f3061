"""Which names of places are one place: by the GeoNames id that their articles gave them, else by name and country."""

from collections import defaultdict
from collections.abc import Sequence

from transforms.identity.names import Entity, Member, Name
from transforms.naming.keys import body_key

_SURE = 0.97
_SHARE = 0.8  # of the articles that locate a name, so many must locate it at the one place

_Place = tuple[str, str | int, str | None]


def places(names: Sequence[Name]) -> list[Entity]:
    """The places of the names: "U.S." is "United States" where both have its id, Paris in France is not Paris in Texas.

    A name that an article could not locate is the place where hardly any article means another one by it.
    """
    found: dict[_Place, Entity] = defaultdict(lambda: Entity("PLACE"))
    where: dict[str, dict[_Place, int]] = defaultdict(lambda: defaultdict(int))
    lost: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        place = _place(name)
        if place:
            basis = "place_id" if name.geonames_id else "full_name"
            found[place].members.append(Member(name, basis, _SURE))
            where[body_key(name.name)][place] += name.n_articles
        else:
            lost[body_key(name.name)].append(name)
    for key, unlocated in lost.items():
        choice = where.get(key)
        most = max(choice, key=lambda place: (choice[place], str(place))) if choice else ("name", key, None)
        share = choice[most] / sum(choice.values()) if choice else _SURE
        if choice and share < _SHARE:
            most, share = ("name", key, None), _SURE
        found[most].members += [Member(name, "full_name", round(share, 3)) for name in unlocated]
    return list(found.values())


def _place(name: Name) -> _Place | None:
    """What tells a located place from others; None for one that is not located."""
    if name.geonames_id:
        return ("geonames", name.geonames_id, None)
    return ("country", body_key(name.name), name.country_iso) if name.country_iso else None
