"""What an article says of where it plays: its countries, and the divisions of them, weighed by how often it names them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.places.gazetteer import Place, country_of_demonym, known_places
from transforms.records import Article, Mention

_DATELINE = 3  # mentions that the dateline counts for
_MOST = 6  # mentions of one name that count
_PLAIN = 2.0  # by how much the prior of a name's first place must exceed that of its namesakes abroad, to count unasked
_COUNTRY = 0.8  # what support by the article adds to a prior: a namesake of a sixth of the inhabitants is taken
_DIVISION = 0.8
_WORD = re.compile(r"[^\s-]+")


@dataclass(frozen=True, slots=True)
class Context:
    """Votes by country code and by the code of a first-level division."""

    countries: Mapping[str, float]
    divisions: Mapping[str, float]

    def support(self, place: Place) -> float:
        """What to add to a place's prior, from 0 to 1.6: its country's share of the votes, and whether its division is named."""
        votes = self.countries.get(place.country_iso or "", 0.0)
        share = votes / max(self.countries.values(), default=1.0)
        return _COUNTRY * share + (_DIVISION if votes and self.divisions.get(place.admin1) else 0.0)

    def names(self, place: Place) -> bool:
        """Whether the article speaks of the place's country elsewhere."""
        return bool(place.country_iso) and self.countries.get(place.country_iso or "", 0.0) > 0


def context(article: Article, mentions: Iterable[Mention]) -> Context:
    """The votes of the places that are plain, of demonyms in other names ("Iraqi", "Royal Danish Navy"), and of the dateline."""
    countries: Counter[str] = Counter()
    divisions: Counter[str] = Counter()
    surfaces = Counter((mention.surface, mention.label) for mention in mentions)
    for (surface, label), count in surfaces.items():
        if label == "PLACE":
            _vote(_plain(surface), min(count, _MOST), countries, divisions)
        elif label in ("MISC", "ORG"):
            for country in _demonyms_of(surface):
                countries[country] += min(count, _MOST)
    for part in re.split(r"[,/]", article.dateline_place or ""):
        _vote(_plain(part.strip()), _DATELINE, countries, divisions)
    return Context(countries, divisions)


def _vote(place: Place | None, weight: int, countries: Counter[str], divisions: Counter[str]) -> None:
    if place and place.country_iso:
        countries[place.country_iso] += weight
        if place.kind == "admin1":
            divisions[place.admin1] += weight


def _plain(surface: str) -> Place | None:
    """The place that a name means without a context, if it has no namesake abroad that comes near it."""
    places = known_places(surface)
    if not places or places[0].prior < 4.7:  # 50,000 inhabitants
        return None
    rival = next((place for place in places if place.country_iso != places[0].country_iso), None)
    if rival and places[0].kind != "country" and rival.prior > places[0].prior - _PLAIN:
        return None
    return None if rival and rival.kind == "admin1" and rival.population > places[0].population else places[0]


def _demonyms_of(surface: str) -> Iterable[str]:
    whole = country_of_demonym(surface)
    found = [whole] if whole else map(country_of_demonym, _WORD.findall(surface))
    return (country for country in found if country)
