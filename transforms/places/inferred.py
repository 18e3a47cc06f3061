"""The country of a place that no table has, from the rest of its article: "Calder Street" where all places are British."""

import re
from collections import Counter
from collections.abc import Sequence

from transforms.places.gazetteer import country_of_demonym
from transforms.records import Mention

_LEAST = 4  # located mentions that say where an article plays
_SHARE = 0.8  # of them, in one country
# What ends the name of something that lies in one country, and is no part of anybody else's name.
_GROUND = frozenset(
    """airport airfield airbase stadium arena prison jail cathedral basilica street avenue boulevard lane road drive square plaza
    bridge park hospital campus mall museum tower cemetery district municipality township village neighbourhood neighborhood county
    suburb creek forest wood woods beach hill bypass expressway highway motorway market garden gardens zoo courthouse""".split()
)
_CALLED = re.compile(r" (?:district|village|neighbou?rhood|municipality|township|suburb|county|province|street|ward)\b")
_CALLING = re.compile(
    r"\b(?:town|village|city|district|municipality|suburb|neighbou?rhood|hamlet|township|province|county) of $"
)
_BACK = 20


def home_country(places: Sequence[Mention]) -> str | None:
    """ISO 3166-1 alpha-2 of the country that hardly a located place of the article, datelines apart, is outside of."""
    countries = Counter(place.country_iso for place in places if place.country_iso and place.in_segment != "dateline")
    country, count = next(iter(countries.most_common(1)), (None, 0))
    return country if countries.total() >= _LEAST and count >= _SHARE * countries.total() else None


def is_ground(text: str, place: Mention) -> bool:
    """Whether the form of a name, or the noun beside it, says that it is a street, a building, a town or a district."""
    words = place.surface.split()
    if any(map(country_of_demonym, words)):
        return False
    if len(words) > 1 and words[-1].lower() in _GROUND:
        return True
    start = place.char_start
    return bool(_CALLED.match(text, place.char_end) or _CALLING.search(text, max(0, start - _BACK), start))
