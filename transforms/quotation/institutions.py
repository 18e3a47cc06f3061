"""Which organisation of the article a phrase like "the company" or "the harbour authority" means."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.quotation.roles import METONYMS, ORGANISATION_HEADS
from transforms.records import Mention

# Words of a name that make it fit a general noun.
_FITTING = {
    "union": frozenset("union workers unison federation brotherhood teamsters association guild".split()),
    "association": frozenset("association federation society".split()),
    "party": frozenset("party democrats republicans conservatives labour liberals greens".split()),
    "club": frozenset("club united city fc rovers".split()),
    "team": frozenset("team united city fc rovers".split()),
}
_COMPANY_NOUNS = frozenset(
    "company firm shipbuilder manufacturer developer retailer airline carmaker operator group".split()
)
_PUBLIC_WORDS = ORGANISATION_HEADS | frozenset("house congress nations union workers bank states reserve".split())
_CORPORATE = re.compile(
    r"&|\b(?:Inc|Ltd|plc|PLC|Corp|Co|Group|Holdings|AG|SA|SE|LLC|GmbH|Company|Industries|Motors|Airlines)\b"
)
_SMALL_WORDS = frozenset("the a an this that its their of for and in state local".split())


# How many mentions of organisations a phrase looks back and ahead over, so that its cost is bounded.
_BACK, _AHEAD = 200, 50


@dataclass(frozen=True, slots=True)
class Organisations:
    """The mentions of organisations in order of the text; for each, at the same index, where it starts, the words of its
    full name in lower case, and its weight as a company: 0 for a public body, 2 where the name says so ("Ltd"), else 1.
    """

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    words: tuple[frozenset[str], ...]
    weights: tuple[int, ...]


def organisations(mentions: Sequence[Mention]) -> Organisations:
    """The organisations among the mentions of an article, which come in order of the text."""
    named = [mention for mention in mentions if mention.label == "ORG"]
    words = {name: _words(name) for name in {mention.canonical_name for mention in named}}
    return Organisations(
        tuple(named),
        tuple(mention.char_start for mention in named),
        tuple(words[mention.canonical_name] for mention in named),
        tuple(_weight(mention, words[mention.canonical_name]) for mention in named),
    )


def organisation_meant(named: Organisations, position: int, text: str) -> Mention | None:
    """The organisation that a definite phrase at this offset means; None when no name around it fits.

    A name fits that holds all words of the phrase ("the harbour authority": Port Ellery Harbour Authority), or that fits
    the noun ("the union": Allied Yard Workers); "the company" is the one named most often so far that is no public body.
    """
    words = [word for word in text.lower().split() if word not in _SMALL_WORDS]
    if not words or not text.lower().startswith(("the ", "this ", "that ")):
        return None
    middle = bisect_left(named.starts, position)
    around = range(max(0, middle - _BACK), min(len(named.starts), middle + _AHEAD))
    wanted = frozenset(words)
    if sharing := [index for index in around if wanted <= named.words[index]]:
        return named.mentions[_nearest(sharing, middle)]
    if len(words) > 1:
        return None
    fits = _FITTING.get(words[0], frozenset())
    if fitting := [index for index in around if fits & named.words[index]]:
        return named.mentions[_nearest(fitting, middle)]
    return _most_named(named, around, middle) if words[0] in _COMPANY_NOUNS else None


def last_organisation(named: Organisations, position: int, reach: int) -> Mention | None:
    """The organisation named last within `reach` code points before this offset ("it said")."""
    index = bisect_left(named.starts, position) - 1
    return named.mentions[index] if index >= bisect_right(named.starts, position - reach) else None


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("’s", "").replace("'s", "").split())


def _weight(mention: Mention, words: frozenset[str]) -> int:
    acronym = " " not in mention.surface and mention.surface.isupper()
    if acronym or _PUBLIC_WORDS & words or mention.surface.lower() in METONYMS:
        return 0
    return 2 if _CORPORATE.search(mention.canonical_name) else 1


def _nearest(indices: Sequence[int], middle: int) -> int:
    """The last one before the phrase, else the first after it."""
    place = bisect_left(indices, middle)
    return indices[place - 1] if place else indices[0]


def _most_named(named: Organisations, around: Sequence[int], middle: int) -> Mention | None:
    companies = [index for index in around if named.weights[index]]
    before = [index for index in companies if index < middle] or companies
    counts: Counter[str] = Counter()
    for index in before:
        counts[named.mentions[index].name_id] += named.weights[index]
    best = max(before, key=lambda index: (counts[named.mentions[index].name_id], index), default=None)
    return None if best is None else named.mentions[best]
