"""The lexicon: which phrases speak for which topic, and where they stand in a text.

The files are `transforms/extractors/lexicon/*.csv`; the first lines of each say how to edit it. A phrase of the second
level speaks for its broader topic too, unless the lexicon of the first level gives that phrase and topic a weight itself.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import resources

from transforms.topics.vocabulary import BROADER, EVERY_LABEL
from transforms.topics.words import words

FILES = ("media_topics.csv", "second_level.csv", "sections.csv")
_HEAVIEST = 10.0
# A phrase of no topic hides the words inside it.
_NO_TOPIC = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a lexicon: how it is written there, the words after its first, and its (topic_id, weight) pairs."""

    name: str
    rest: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]


# Phrases by their first word and the one after it, longest first, those of one word last; those alone under the empty word.
Lexicon = Mapping[str, Mapping[str, tuple[Phrase, ...]]]


def read_lexicon(*tables: str) -> Lexicon:
    """A lexicon from CSV texts with the columns topic_id, phrase, weight; lines that begin with `#` are comments.

    A phrase also matches with its last word in the plural. Raises ValueError naming the row when the topic is unknown,
    the phrase has no word, or the weight is not a number from 0 to 10.
    """
    weights: dict[tuple[str, ...], dict[str, float]] = {}
    for phrase, topic_id, weight in (row for table in tables for row in _rows(table)):
        by_topic = weights.setdefault(phrase, {})
        if topic_id != _NO_TOPIC:
            by_topic[topic_id] = weight
            if topic_id in BROADER:
                by_topic.setdefault(BROADER[topic_id], weight)
    forms = {_plural(phrase): phrase for phrase in weights} | {phrase: phrase for phrase in weights}
    lexicon: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for form, phrase in sorted(forms.items(), key=lambda pair: -len(pair[0])):
        first, *rest = form
        seconds = lexicon.setdefault(first, {"": ()})
        found = Phrase(" ".join(phrase), tuple(rest), tuple(weights[phrase].items()))
        for second in rest[:1] or list(seconds):
            seconds[second] = (*seconds.get(second, ()), found)
    return lexicon


def weighed(lexicon: Lexicon, factors: Mapping[str, float]) -> Lexicon:
    """The lexicon with the weights of each phrase multiplied by the factor of its name."""

    def again(phrase: Phrase) -> Phrase:
        weights = tuple((topic_id, weight * factors[phrase.name]) for topic_id, weight in phrase.weights)
        return replace(phrase, weights=weights)

    return {
        first: {second: tuple(map(again, phrases)) for second, phrases in seconds.items()}
        for first, seconds in lexicon.items()
    }


def matches(text: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, Phrase]]:
    """The lexicon's phrases in the words of a text, each with the number of its first word, from 0.

    The longest phrase wins and hides the shorter ones inside it. Linear in the length of the text.
    """
    end = 0
    for start in [number for number, word in enumerate(text) if word in lexicon]:
        if start < end:
            continue
        seconds = lexicon[text[start]]
        second = text[start + 1] if start + 1 < len(text) else ""
        for phrase in seconds.get(second) or seconds[""]:
            n_rest = len(phrase.rest)
            if n_rest < 2 or text[start + 1 : start + 1 + n_rest] == phrase.rest:
                end = start + 1 + n_rest
                yield start, phrase
                break


@cache
def media_topics() -> Lexicon:
    """The packaged lexicon of both levels."""
    return read_lexicon(_packaged("media_topics.csv"), _packaged("second_level.csv"))


@cache
def sections() -> Lexicon:
    """What a printed section speaks for."""
    return read_lexicon(_packaged("sections.csv"))


def lexicon_digest() -> str:
    """First 16 hex digits of the SHA-256 of the lexicon files: another lexicon gives other topics."""
    return sha256("".join(map(_packaged, FILES)).encode()).hexdigest()[:16]


def _rows(table: str) -> Iterator[tuple[tuple[str, ...], str, float]]:
    lines = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    for row in csv.DictReader(lines):
        phrase, topic_id, weight = words(row.get("phrase") or ""), row.get("topic_id"), _weight(row.get("weight"))
        if not phrase or weight is None or topic_id is None or topic_id not in {*EVERY_LABEL, _NO_TOPIC}:
            raise ValueError(f"lexicon row {row}: needs a topic_id that is known, a phrase, and a weight from 0 to 10")
        yield phrase, topic_id, weight


def _weight(printed: str | None) -> float | None:
    try:
        weight = float(printed or "")
    except ValueError:
        return None
    return weight if 0.0 <= weight <= _HEAVIEST else None


def _plural(phrase: tuple[str, ...]) -> tuple[str, ...]:
    *before, last = phrase
    if re.search(r"[^aeiou]y$", last):
        return (*before, last[:-1] + "ies")
    if last.endswith(("ch", "sh", "x", "ss")):
        return (*before, last + "es")
    return (*before, last if last.endswith("s") else last + "s")


@cache
def _packaged(name: str) -> str:
    return resources.files("transforms.extractors").joinpath("lexicon", name).read_text(encoding="utf-8")
