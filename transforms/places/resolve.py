"""Which place each place name of an article means: its country and its GeoNames id."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.places.context import Context, context
from transforms.places.folding import folded
from transforms.places.gazetteer import Place, country_of_demonym, known_places, small_towns
from transforms.places.inferred import home_country, is_ground
from transforms.places.qualifiers import containers, without_direction
from transforms.records import Article, Mention

_DIVISIONS = ("admin1", "admin2", "city")
_NAMED = 4.2  # prior (15,000 inhabitants; of a lesser name 150,000) from which a town is taken though nothing else of the article is in its country
_LEADING = 5.5  # prior of a town from which what is called after it lies in its country
_FACILITIES = frozenset(
    """airport airfield airbase base port harbour harbor seaport stadium arena prison jail cathedral basilica mosque temple zoo station
    border plant refinery dam expressway motorway highway metro tower bridge tunnel railway hospital hospitals clinic district division
    valley basin hills mountains coast forest bay beach beaches corridor belt area zone suburb delta highlands university college school
    schools market mall museum center centre castle palace cemetery camp checkpoint crossing court courthouse barracks cantonment
    outskirts bypass canal""".split()
)
_LOCATED = re.compile(r"(.+?)(?:, | in | — |\s?\(| of )(?:the )?(.+?)\)?", re.DOTALL)
_PARTY = re.compile(r"^[DRI]-(?=[A-Z])")
_STATE = re.compile(r" state\b", re.IGNORECASE)
_OWNED = re.compile(r"(.+?)['’]s? (.+)", re.DOTALL)


def located(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those of places with `country_iso` and `geonames_id` where they are known.

    One name is one place within an article, unless a mention is qualified ("Paris, Texas"). Of namesakes, the one that
    the qualifier names, else the one with most inhabitants, those of the countries that the article speaks of
    being weighed six-fold. A name that is not known has the country of its qualifier, else, if its form says that it is a
    street, a building or the like, that of the article's other places where these are nearly all in one.
    """
    around = context(article, mentions)
    numbers = [number for number, mention in enumerate(mentions) if mention.label == "PLACE"]
    numbers.sort(key=lambda number: mentions[number].char_start)
    places = [mentions[number] for number in numbers]
    found = _found(article.text, places, around)
    placed = list(mentions)
    for number, place in zip(numbers, found, strict=True):
        if place:
            placed[number] = replace(placed[number], country_iso=place.country_iso, geonames_id=place.geonames_id)
    return tuple(_with_home(article.text, placed, numbers))


def _with_home(text: str, placed: list[Mention], numbers: Sequence[int]) -> list[Mention]:
    """The mentions; places that no table has, and that lie on the ground of somewhere, are in the article's one country."""
    if home := home_country([placed[number] for number in numbers]):
        for number in numbers:
            place = placed[number]
            unknown = not (place.country_iso or place.geonames_id or known_places(place.surface))
            if unknown and is_ground(text, place):
                placed[number] = replace(place, country_iso=home)
    return placed


def _found(text: str, places: Sequence[Mention], around: Context) -> list[Place | None]:
    """For each mention its place, or None."""
    places = [_as_printed(text, mention) for mention in places]
    keys = [folded(mention.surface) for mention in places]
    qualified = _qualified(text, places, around)
    of_name = {keys[number]: qualified[number] for number in sorted(qualified, reverse=True)}  # the first one holds
    plain: dict[str, Place | None] = {}
    for key, mention in zip(keys, places, strict=True):
        if key not in plain:
            plain[key] = of_name.get(key) or _meant(mention, around)
    return [qualified.get(number) or plain[key] for number, key in enumerate(keys)]


def _as_printed(text: str, mention: Mention) -> Mention:
    """The mention as a reader takes it: Washington state is not Washington, "Vt" has its full stop, "R-Ohio" is of Ohio."""
    surface, follows = _PARTY.sub("", mention.surface), text[mention.char_end : mention.char_end + 7]
    if _STATE.match(follows):
        surface += " state"
    elif follows.startswith(".") and known_places(f"{surface}.") and not known_places(surface):
        surface += "."
    return mention if surface == mention.surface else replace(mention, surface=surface)


def _qualified(text: str, places: Sequence[Mention], around: Context) -> dict[int, Place]:
    """By number of a mention, the place that its qualifier leaves; an unknown one has its qualifier's country only."""
    chosen: dict[int, Place] = {}
    for number, container, is_sure in containers(text, places):
        name, inside = places[number].surface, places[container].surface
        if pair := next(_nested(_namesakes(name), known_places(inside)), None):
            chosen[number], chosen[container] = pair
        elif is_sure and number not in chosen and not known_places(name):
            outer = _likeliest(inside, around)
            if outer and outer.country_iso and _can_hold(outer, around):
                chosen[number] = _part_of(outer)
    return chosen


def _can_hold(outer: Place, around: Context) -> bool:
    """Whether an unknown name before a comma lies in it; towns stand in lists too, so a small one needs support."""
    return outer.kind in ("country", "region", "admin1") or outer.prior >= _LEADING or around.names(outer)


def _namesakes(name: str) -> tuple[Place, ...]:
    """The places of a name that a qualifier may choose among: a country is itself, or a division larger than it (Georgia)."""
    places = known_places(name) or small_towns(name)
    if places and places[0].kind not in _DIVISIONS:
        return tuple(
            place for place in places if place.kind == "admin1" and place.population > places[0].population > 0
        )
    return places


def _nested(name: Sequence[Place], inside: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of a place and one that it lies in, the likeliest first."""
    for outer in inside:
        for place in name:
            if (
                place.country_iso == outer.country_iso
                and place.geonames_id != outer.geonames_id
                and _lies_in(place, outer)
            ):
                yield place, outer


def _lies_in(place: Place, outer: Place) -> bool:
    if place.kind not in _DIVISIONS:
        return False
    return outer.kind == "country" or (
        outer.kind == "admin1" and place.admin1 == outer.admin1 and place.kind != "admin1"
    )


def _part_of(place: Place) -> Place:
    """Somewhere in it: the country is known, the place is not."""
    return replace(place, kind="part", geonames_id=None)


def _meant(mention: Mention, around: Context) -> Place | None:
    """What the name means without a qualifier beside it."""
    return (
        _likeliest(mention.surface, around)
        or _likeliest(mention.canonical_name, around)
        or _holding_its_own(mention.surface, around)
        or _part(mention.surface, around)
    )


def _likeliest(name: str, around: Context) -> Place | None:
    """Of the places of this name the one with the greatest prior and support; none for a small town that nothing supports."""
    places = known_places(name)
    if not places:
        return _small_town(name, around)
    best = max(places, key=lambda place: place.prior + around.support(place))
    if places[0].kind == "country":
        best = _country_or_division(places, around)
    if best.kind in _DIVISIONS[1:] and best.prior < _NAMED and not around.names(best):
        return _small_town(name, around)
    return (_small_town(name, around) or best) if _is_lesser(best, name) else best


def _is_lesser(place: Place, name: str) -> bool:
    """Whether a town is called otherwise, so that a small town of just this name goes first."""
    return place.kind == "city" and place.prior < _LEADING and folded(place.name) != folded(name)


def _small_town(name: str, around: Context) -> Place | None:
    """A small town of a country that the article speaks of; of several, the likeliest, or their country only."""
    towns = sorted((town for town in small_towns(name) if around.names(town)), key=around.support, reverse=True)
    if len(towns) > 1 and around.support(towns[0]) == around.support(towns[1]):
        return _part_of(towns[0]) if towns[0].country_iso == towns[1].country_iso else None
    return towns[0] if towns else None


def _country_or_division(places: Sequence[Place], around: Context) -> Place:
    """A country, but its namesake if that has more inhabitants, and the article speaks of its country alone (Georgia)."""
    country = places[0]
    rivals = (place for place in places if place.kind == "admin1" and place.population > country.population)
    rival = next(rivals, None)
    return rival if rival and around.names(rival) and not around.names(country) else country


def _holding_its_own(surface: str, around: Context) -> Place | None:
    """The place of a name that holds its own qualifier: "Austin, Texas", "Kenya's Mara", "Port of Rotterdam"."""
    if match := _LOCATED.fullmatch(surface):
        name, inside = match.groups()
    elif match := _OWNED.fullmatch(surface):
        inside, name = match.groups()
    else:
        return None
    outer = _likeliest(inside, around) or _part(inside, around)
    if outer is None:
        return None
    nested = _nested(_namesakes(name), known_places(inside))
    return next((place for place, _ in nested), None) or (_part_of(outer) if outer.country_iso else None)


def _part(surface: str, around: Context) -> Place | None:
    """The country of a part of a known place ("northern Iraq", "French Alps"), of a facility called after one, and of a demonym."""
    if (whole := without_direction(surface)) and (place := _likeliest(whole, around)):
        return _part_of(place) if place.prior >= _LEADING or around.names(place) else None
    first, _, rest = surface.partition(" ")
    if country := country_of_demonym(surface) or (rest and known_places(rest) and country_of_demonym(first)):
        return Place(surface, "part", country, None, 0)
    return _called_after(surface, around)


def _called_after(surface: str, around: Context) -> Place | None:
    """Somewhere in the country of the town that an airport, port or valley is called after, if it is large or supported."""
    words = surface.split()
    if not words or words[-1].lower() not in _FACILITIES:
        return None
    for count in range(min(len(words) - 1, 4), 0, -1):
        place = _likeliest(" ".join(words[:count]), around)
        if place and place.country_iso:
            return _part_of(place) if place.prior >= _LEADING or around.names(place) else None
    return None
