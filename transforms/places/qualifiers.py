"""What stands around the name of a place and says where it lies: "Paris, Texas", "Ghana's Ashanti", "a town in Kenya"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.records import Mention

_FARTHEST = 60  # characters between a place and what it lies in
_COMMA = re.compile(r", (?:the )?|,? \(")
_LIST = (" and ", " or ", " & ")
_WITHIN = re.compile(r",? (?:[\w-]+ ){0,6}(?:in|of) (?:the )?(?:[\w-]+(?: |-)){0,3}")
_OWNER = re.compile(r"['’]s? (?:[\w-]+ ){0,4}")
_DIRECTION = re.compile(
    r"(?:(?:north|south|east|west|central|mid|upper|lower|inner|outer|greater|downtown|suburban|metropolitan|metro|rural|coastal|"
    r"mainland|continental|occupied|modern|northern|southern|eastern|western|midwestern|upstate|uptown|midtown|old|ancient|far|"
    r"(?:north|south)-?(?:east|west)(?:ern)?|(?:north|south)-central)[ -])+(?=\S)",
    re.IGNORECASE,
)


def containers(text: str, places: Sequence[Mention]) -> Iterator[tuple[int, int, bool]]:
    """Pairs of neighbours, as their numbers among the mentions in order of the text: a place, and what it may lie in.

    The third value says whether that holds for any name ("Xville, Kenya", "Kenya's Xville"), or only helps to choose among the
    namesakes that are known ("Paris, a town of Texas"): lists ("Xville, Kenya and Ghana") look like it.
    """
    for number, (one, other) in enumerate(pairwise(places)):
        if not 0 < other.char_start - one.char_end < _FARTHEST:
            continue
        between = text[one.char_end : other.char_start]
        if "\n" in between:
            continue
        if _COMMA.fullmatch(between):
            yield number, number + 1, not text.startswith(_LIST, other.char_end)
        elif _OWNER.fullmatch(between):
            yield number + 1, number, True
        elif _WITHIN.fullmatch(between):
            yield number, number + 1, between.startswith((" in ", ", in "))


def without_direction(name: str) -> str | None:
    """What "northern Iraq", "Greater Accra" or "downtown Lagos" are parts or surroundings of; None for any other name."""
    match = _DIRECTION.match(name)
    return name[match.end() :] if match else None
