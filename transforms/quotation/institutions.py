"""Which organisation of the article a phrase like "the company" or "the harbour authority" means."""

import re
from collections import Counter
from collections.abc import Sequence

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


def organisation_meant(mentions: Sequence[Mention], position: int, text: str) -> Mention | None:
    """The organisation that a definite phrase at this offset means; None when no name of the article fits.

    A name fits that holds all words of the phrase ("the harbour authority": Port Ellery Harbour Authority), or that fits
    the noun ("the union": Allied Yard Workers); "the company" is the one named most often so far that is no public body.
    """
    words = [word for word in text.lower().split() if word not in _SMALL_WORDS]
    if not words or not text.lower().startswith(("the ", "this ", "that ")):
        return None
    named = [mention for mention in mentions if mention.label == "ORG"]
    sharing = [mention for mention in named if set(words) <= _name_words(mention)]
    if sharing:
        return _nearest(sharing, position)
    if len(words) > 1:
        return None
    if fitting := [mention for mention in named if _FITTING.get(words[0], frozenset()) & _name_words(mention)]:
        return _nearest(fitting, position)
    return _most_named(named, position) if words[0] in _COMPANY_NOUNS else None


def last_organisation(mentions: Sequence[Mention], position: int, reach: int) -> Mention | None:
    """The organisation named last within `reach` code points before this offset ("it said")."""
    before = [m for m in mentions if m.label == "ORG" and position - reach < m.char_start < position]
    return before[-1] if before else None


def _name_words(mention: Mention) -> frozenset[str]:
    return frozenset(mention.canonical_name.lower().replace("’s", "").replace("'s", "").split())


def _nearest(mentions: Sequence[Mention], position: int) -> Mention:
    """The last one before the offset, else the first after it."""
    before = [mention for mention in mentions if mention.char_start < position]
    return before[-1] if before else mentions[0]


def _most_named(mentions: Sequence[Mention], position: int) -> Mention | None:
    companies = [
        mention
        for mention in mentions
        if not _PUBLIC_WORDS & _name_words(mention)
        and mention.surface.lower() not in METONYMS
        and (" " in mention.surface or not mention.surface.isupper())
    ]
    before = [mention for mention in companies if mention.char_start < position] or companies
    counts = Counter(mention.entity_id for mention in before)
    for mention in before:
        counts[mention.entity_id] += _CORPORATE.search(mention.canonical_name) is not None
    return max(before, key=lambda mention: (counts[mention.entity_id], mention.char_start), default=None)
