"""How much of a text's words speaks for each topic: the lexicon's phrases, weighed by where and how often they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from transforms.topics.classifier import Model
from transforms.topics.lexicon import Lexicon, Phrase, matches, media_topics, sections, weighed
from transforms.topics.words import Piece, words

# The headline and the first words of a news text say what it is about; what follows often only mentions.
_HEADLINE_HIT = 3.0
_LEAD_HIT = 2.5
_BODY_HIT = 0.5
LEAD_WORDS = 60
# A repeated phrase says less each time: hits weigh hits ** _REPEAT.
_REPEAT = 0.6
_READ_WORDS = 400
# A phrase that stands in one article of a hundred and fifty has the weight that the lexicon gives it, a commoner one less,
# a rarer one a little more: every second article mentions a government or a company. Weights go with idf ** _RARITY.
_USUAL_IDF = 5.0
_LARGEST_IDF = 7.0
_RARITY = 0.75


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weight by topic_id: what the text gives (both levels), and what the printed section gives (top terms).

    `words` are those of the titles and the body that were read, in order: the classifier reads the same.
    """

    text: Mapping[str, float]
    section: Mapping[str, float]
    words: tuple[str, ...]


def evidence(piece: Piece, lexicon: Lexicon) -> Evidence:
    """What speaks for each topic. Linear in the length of the text."""
    titles = [words(title) for title in piece.titles]
    body = body_words(piece)
    hits = [(phrase, _HEADLINE_HIT) for title in titles for _, phrase in matches(title, lexicon)]
    hits += [(phrase, _LEAD_HIT if start < LEAD_WORDS else _BODY_HIT) for start, phrase in matches(body, lexicon)]
    section = ((phrase, 1.0) for _, phrase in matches(words(piece.section or ""), sections()))
    return Evidence(total(hits), total(section), tuple(chain(*titles, body)))


def body_words(piece: Piece) -> tuple[str, ...]:
    """The first 400 words of the body: what stands further down adds little but time."""
    return words(piece.body[: 12 * _READ_WORDS])[:_READ_WORDS]


@lru_cache(maxsize=4)
def lexicon_of(model: Model) -> Lexicon:
    """The lexicon with phrases weighed by how rare they are in the corpus that the model was fitted on."""
    lexicon = media_topics()
    names = {phrase.name for seconds in lexicon.values() for phrases in seconds.values() for phrase in phrases}
    return weighed(lexicon, {name: _factor(name, model) for name in names})


def _factor(name: str, model: Model) -> float:
    """Phrases that are no feature are rare, longer ones always are."""
    left, _, right = name.partition(" ")
    row = model.features.get((left, right) if right else left)
    idf = _LARGEST_IDF if row is None else float(model.idf[row])
    return float((min(idf, _LARGEST_IDF) / _USUAL_IDF) ** _RARITY)


def total(hits: Iterable[tuple[Phrase, float]]) -> dict[str, float]:
    """Weight by topic_id (both levels) of phrases that were hit so often or so hard; repeated ones say less each time."""
    counts: dict[str, float] = {}
    phrases: dict[str, Phrase] = {}
    for phrase, count in hits:
        counts[phrase.name] = counts.get(phrase.name, 0.0) + count
        phrases[phrase.name] = phrase
    totals: dict[str, float] = {}
    for name, phrase in phrases.items():
        for topic_id, weight in phrase.weights:
            totals[topic_id] = totals.get(topic_id, 0.0) + weight * counts[name] ** _REPEAT
    return totals
