"""Topics of an article: IPTC Media Topics (top level) by an editable lexicon, and the publisher's section as printed.

The lexicon is `lexicon/media_topics.csv`, whose first lines say how to edit it; `lexicon/sections.csv` says what a
plainly named section speaks for. Vocabulary: IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0),
the 17 top-level terms. Nothing is trained: anyone can read why an article got its topic, and change it.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from types import MappingProxyType

from transforms.records import Article, ArticleTopic, Row

VERSION = 1
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "medtop:01000000": "arts, culture, entertainment and media",
        "medtop:02000000": "crime, law and justice",
        "medtop:03000000": "disaster, accident and emergency incident",
        "medtop:04000000": "economy, business and finance",
        "medtop:05000000": "education",
        "medtop:06000000": "environment",
        "medtop:07000000": "health",
        "medtop:08000000": "human interest",
        "medtop:09000000": "labour",
        "medtop:10000000": "lifestyle and leisure",
        "medtop:11000000": "politics",
        "medtop:12000000": "religion",
        "medtop:13000000": "science and technology",
        "medtop:14000000": "society",
        "medtop:15000000": "sport",
        "medtop:16000000": "conflict, war and peace",
        "medtop:17000000": "weather",
    }
)

# A word in the headline speaks for the whole article; the first words of a news text say what it is about.
_HEADLINE_HIT = 3.0
_LEAD_HIT = 1.5
_LEAD_WORDS = 60
# A repeated phrase says less each time: hits weigh hits ** _REPEAT.
_REPEAT = 0.6
# Evidence that a text must outweigh: where there is little to go by, scores stay low.
_DOUBT = 3.0
_LEAST_EVIDENCE = 1.0
_LEAST_SCORE = 0.15
_MOST_TOPICS = 3
_HEAVIEST = 10.0

_LEXICON = "media_topics.csv"
_SECTIONS = "sections.csv"
# A phrase of no topic hides the words inside it.
_NO_TOPIC = "none"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a lexicon: how it is written there, the words after its first, and its (topic_id, weight) pairs."""

    name: str
    rest: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]


# Phrases by their first word, longest first.
Lexicon = Mapping[str, tuple[Phrase, ...]]


def topics(article: Article) -> tuple[ArticleTopic, ...]:
    """The article's topics: up to three IPTC ones, strongest first (English only), then its printed section.

    A score is the topic's share of all evidence, 0 to 1, lowered where there is little evidence at all. No IPTC topic
    is given when nothing fits. Headline, subhead and body are read; captions, sign-offs and boilerplate are not.
    """
    printed = _printed_section(article.section)
    return (*_ranked(_evidence(article)), *printed) if article.language == "en" else printed


def rows(article: Article, records: Sequence[ArticleTopic]) -> dict[str, list[Row]]:
    """Rows of the table article_topics."""
    columns = ("topic_id", "score", "rank", "method")
    return {
        "article_topics": [
            {"article_id": article.article_id} | {column: getattr(topic, column) for column in columns}
            for topic in records
        ]
    }


def lexicon_digest() -> str:
    """First 16 hex digits of the SHA-256 of the lexicon files: another lexicon gives other topics."""
    return sha256((_packaged(_LEXICON) + _packaged(_SECTIONS)).encode()).hexdigest()[:16]


def read_lexicon(table: str) -> Lexicon:
    """A lexicon from CSV text with the columns topic_id, phrase, weight; lines that begin with `#` are comments.

    A phrase also matches with its last word in the plural. Raises ValueError naming the row when the topic is unknown,
    the phrase has no word, or the weight is not a number from 0 to 10.
    """
    weights: dict[tuple[str, ...], dict[str, float]] = {}
    for words, topic_id, weight in _rows(table):
        by_topic = weights.setdefault(words, {})
        if topic_id != _NO_TOPIC:
            by_topic[topic_id] = weight
    forms = {_plural(words): words for words in weights} | {words: words for words in weights}
    lexicon: dict[str, list[Phrase]] = {}
    for form, words in forms.items():
        lexicon.setdefault(form[0], []).append(Phrase(" ".join(words), form[1:], tuple(weights[words].items())))
    return {first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest))) for first, phrases in lexicon.items()}


def matches(text: str, lexicon: Lexicon) -> Iterator[tuple[int, Phrase]]:
    """The lexicon's phrases in a text, each with the number of its first word (from 0): whole words, in any case.

    The longest phrase wins and hides the shorter ones inside it. Linear in the length of the text.
    """
    words = _words(text)
    end = 0
    for start, word in enumerate(words):
        if start < end:
            continue
        for phrase in lexicon.get(word, ()):
            after = start + 1 + len(phrase.rest)
            if not phrase.rest or words[start + 1 : after] == phrase.rest:
                end = after
                yield start, phrase
                break


def _printed_section(section: str | None) -> tuple[ArticleTopic, ...]:
    slug = "-".join(_words(section or ""))
    return (ArticleTopic(f"section:{slug}", 1.0, 1, "printed_section", (section or "").strip()),) if slug else ()


def _evidence(article: Article) -> dict[str, float]:
    hits: dict[str, float] = {}
    phrases: dict[str, Phrase] = {}
    for phrase, count in _hits(article):
        hits[phrase.name] = hits.get(phrase.name, 0.0) + count
        phrases[phrase.name] = phrase
    totals: dict[str, float] = {}
    for name, phrase in phrases.items():
        for topic_id, weight in phrase.weights:
            totals[topic_id] = totals.get(topic_id, 0.0) + weight * hits[name] ** _REPEAT
    return totals


def _hits(article: Article) -> Iterator[tuple[Phrase, float]]:
    for title in (article.headline or "", article.subhead or ""):
        yield from ((phrase, _HEADLINE_HIT) for _, phrase in matches(title, _lexicon(_LEXICON)))
    body = "\n".join(map(article.slice, article.spans("body")))
    for start, phrase in matches(body, _lexicon(_LEXICON)):
        yield phrase, _LEAD_HIT if start < _LEAD_WORDS else 1.0
    yield from ((phrase, 1.0) for _, phrase in matches(article.section or "", _lexicon(_SECTIONS)))


def _ranked(evidence: Mapping[str, float]) -> tuple[ArticleTopic, ...]:
    total = sum(evidence.values()) + _DOUBT
    strongest = sorted(evidence, key=lambda topic_id: (-evidence[topic_id], topic_id))[:_MOST_TOPICS]
    return tuple(
        ArticleTopic(topic_id, round(evidence[topic_id] / total, 4), rank, "lexicon", LABELS[topic_id])
        for rank, topic_id in enumerate(strongest, start=1)
        if evidence[topic_id] >= max(_LEAST_EVIDENCE, _LEAST_SCORE * total)
    )


def _rows(table: str) -> Iterator[tuple[tuple[str, ...], str, float]]:
    lines = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    for row in csv.DictReader(lines):
        words, topic_id, weight = _words(row.get("phrase") or ""), row.get("topic_id"), _weight(row.get("weight"))
        if not words or weight is None or topic_id is None or topic_id not in {*LABELS, _NO_TOPIC}:
            raise ValueError(f"lexicon row {row}: needs a topic_id that is known, a phrase, and a weight from 0 to 10")
        yield words, topic_id, weight


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _weight(printed: str | None) -> float | None:
    try:
        weight = float(printed or "")
    except ValueError:
        return None
    return weight if 0.0 <= weight <= _HEAVIEST else None


def _plural(words: tuple[str, ...]) -> tuple[str, ...]:
    *before, last = words
    if re.search(r"[^aeiou]y$", last):
        return (*before, last[:-1] + "ies")
    if last.endswith(("ch", "sh", "x", "ss")):
        return (*before, last + "es")
    return (*before, last if last.endswith("s") else last + "s")


@cache
def _lexicon(name: str) -> Lexicon:
    return read_lexicon(_packaged(name))


@cache
def _packaged(name: str) -> str:
    return resources.files("transforms.extractors").joinpath("lexicon", name).read_text(encoding="utf-8")
