"""One label for each surface of an article, by the votes of the model, of the words beside it and of what is known."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.naming.endings import LABEL_OF_ENDING
from transforms.naming.evidence import Vote, own_signs, signs, storm_of
from transforms.naming.known import known_signs
from transforms.naming.name import Name
from transforms.naming.titles import is_titled

_TITLED = 10  # mentions that one with a title before it, "Mr. Holt", speaks for
_SPEAKS = re.compile(r" (?:said|says|announced|told|warned)\b")
# Last words of what somebody organises: where it speaks, it is these who do.
_ORGANISED = frozenset(
    "project festival tournament championship championships games initiative programme program".split()
)
_ENDING = 3.0  # votes of "Ministry", "Province" or "Cup" at the end of a name
_ALONE = 2.0  # of "Senate" or "Treasury" alone
_WORD = 5  # letters of such a word: "Inc" and "SC" say nothing alone


def agreed_labels(names: Sequence[Name], text: str) -> dict[str, str]:
    """Surface → label, for the names of an article whose offsets count in `text`; of equals the one that the model gave first."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        mentions[name.surface].append(name)
    labels = {surface: _agreed(surface, found, text) for surface, found in mentions.items()}
    return labels | {storm: "MISC" for storm in map(storm_of, labels) if storm in labels}


def _agreed(surface: str, mentions: Sequence[Name], text: str) -> str:
    votes: dict[str, float] = defaultdict(float)
    for name in mentions:
        votes[name.label] += 1
    for name in mentions:
        for label, weight in signs(name, text):
            votes[label] += weight
    if titled := sum(is_titled(text, name.start) for name in mentions):
        votes["PERSON"] += min(len(mentions), _TITLED * titled)
    for label, weight in (*own_signs(surface), *known_signs(surface, len(mentions)), *_ending(mentions, text)):
        votes[label] += weight
    return max(votes, key=votes.__getitem__)


def _ending(mentions: Sequence[Name], text: str) -> Iterator[Vote]:
    start, _, last = mentions[0].surface.rpartition(" ")
    last = last.lower().rstrip(".")
    label = LABEL_OF_ENDING.get(last)
    if last in _ORGANISED and any(_SPEAKS.match(text, name.end) for name in mentions):
        yield "ORG", _ENDING
    elif label and (start or (label == "ORG" and len(last) >= _WORD)):
        yield label, _ENDING if start else _ALONE
