"""Fitting the classifier on a corpus without labels: it learns from what the lexicon is sure of (self-training).

The lexicon labels every article by its titles and first words, which say what it is about, where the rest mentions this and
that. Of each topic the 90 % with the widest margin before the second topic are examples, with all their words. The phrases of
the lexicon are examples as well, so that no topic is without any. The model is a TF-IDF multinomial logistic regression. Same
pieces, same bytes (on one kind of machine).

Scores mean what they say without labels, too: each article's titles and first words are read apart from the rest of its body,
by lexicon and a classifier that was fitted on the other half of the corpus. The sharpness is set to where the mean score of
the first topic of the first words is the share of articles on whose topic the rest of the body agrees with them.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from transforms.topics.classifier import Fitted, Model, Numbers, chances, from_bytes, to_bytes
from transforms.topics.evidence import LEAD_WORDS, Evidence, body_words, evidence, lexicon_of
from transforms.topics.lexicon import Lexicon, lexicon_digest, media_topics
from transforms.topics.scores import mixture, shares, sharpened
from transforms.topics.vocabulary import TOP
from transforms.topics.words import Piece, words

_SURE = 0.9  # share of the articles that are examples
_BRIEF_WORDS = 25  # as much as a short item has
_LEAST_ARTICLES, _MOST_SHARE, _MOST_FEATURES = 5, 0.4, 20_000
_BALANCE = 0.7  # weight of a topic's examples: their number ** -_BALANCE
_PHRASES = 0.1  # the lexicon's phrases weigh as much as this share of the examples
_PENALTY = 5.0  # C of the regression
_ROUNDS = 100
_DULLEST, _USUAL, _SHARPEST = 0.5, 1.7, 5.0
_FEWEST_JUDGED = 200  # articles below which the usual sharpness holds

# Words that say nothing of a topic: function words, reporting, the calendar.
_SILENT = frozenset(
    """a about after all also am an and any are as at be because been before being between both but by can could d did do does
    don down during each even few first for from get had has have he her here him his how i if in into is it its just know last
    like ll m made make many may me might more most mr mrs ms much must my new no nor not now of off on once one only or other our
    out over own per re s said same say says set she should since so some still such t take than that the their them then there
    these they this those three through to told too two under until up us ve very via was way we well were what when where which
    while who whom whose why will with would yet you your monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december year years month week day today yesterday
    tomorrow time according""".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class _Example:
    words: tuple[str, ...]
    topic: int
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A corpus as read: what the lexicon gives the topics of each article by its lead (n × 17), its titles with a few words
    apart from the rest, and all its words.
    """

    leads: Numbers
    halves: list[tuple[Evidence, Evidence]]
    words: list[tuple[str, ...]]


def fit(pieces: Sequence[Piece], kind: str) -> Model:
    """The model of a corpus whose version begins with `kind`; one without features where no word stands in five articles.

    Takes about 5 ms of one core and 30 KB of memory an article.
    """
    texts = [tuple(chain(*map(words, piece.titles), body_words(piece))) for piece in pieces]
    known = _known(texts)
    lexicon = lexicon_of(known)
    read = _Read(_leads(pieces, lexicon), [_halves(piece, lexicon) for piece in pieces], texts)
    model = _learn(read, range(len(pieces)), known)
    n_examples = len(list(_examples(read, range(len(pieces)))))
    fitted = Fitted(len(pieces), n_examples, lexicon_digest(), round(_sharpness(read, known), 3))
    return from_bytes(to_bytes(replace(model, version=f"{kind}-", fitted=fitted)))


def _known(texts: Sequence[tuple[str, ...]]) -> Model:
    """A model that knows how common words are in the corpus and nothing of topics."""
    features, idf = _features(texts)
    weights, biases = np.zeros((len(features), len(TOP)), np.float32), np.zeros(len(TOP), np.float32)
    return Model("", Fitted(0, 0, "", 1.0), features, idf, weights, biases)


def _leads(pieces: Sequence[Piece], lexicon: Lexicon) -> Numbers:
    leads = (replace(piece, body=" ".join(body_words(piece)[:LEAD_WORDS])) for piece in pieces)
    return np.array([shares(evidence(lead, lexicon)) for lead in leads])


def _halves(piece: Piece, lexicon: Lexicon) -> tuple[Evidence, Evidence]:
    body = body_words(piece)
    first, rest = " ".join(body[:_BRIEF_WORDS]), " ".join(body[_BRIEF_WORDS:])
    return evidence(Piece(piece.titles, first), lexicon), evidence(Piece((), rest), lexicon)


def _learn(read: _Read, numbers: Sequence[int], known: Model) -> Model:
    """A model of some of the articles with the features of all, not yet rounded; its sharpness is 1."""
    if not known.features:
        return known
    examples = [*_examples(read, numbers), *_phrases()]
    topics = np.array([example.topic for example in examples])
    table = _table([example.words for example in examples], known)
    regression = LogisticRegression(C=_PENALTY, max_iter=_ROUNDS, tol=1e-3)
    regression.fit(table, topics, sample_weight=_weights(examples))
    weights = np.zeros_like(known.weights)
    biases = np.full(len(TOP), regression.intercept_.min(), dtype=np.float32)
    weights[:, regression.classes_] = regression.coef_.T
    biases[regression.classes_] = regression.intercept_
    return replace(known, weights=weights, biases=biases)


def _examples(read: _Read, numbers: Sequence[int]) -> Iterator[_Example]:
    given = read.leads[numbers]
    ordered = np.sort(given, axis=1)
    margins, topics = ordered[:, -1] - ordered[:, -2], given.argmax(axis=1)
    for topic in range(len(TOP)):
        places = np.flatnonzero((topics == topic) & (margins > 0))
        for place in places[np.argsort(-margins[places], kind="stable")][: math.ceil(_SURE * len(places))]:
            yield _Example(read.words[numbers[place]], topic, 1.0)


def _phrases() -> Iterator[_Example]:
    for first, seconds in media_topics().items():
        for phrase in chain.from_iterable(seconds.values()):
            for topic_id, weight in phrase.weights:
                if topic_id in TOP and weight >= 1:
                    yield _Example((first, *phrase.rest), TOP.index(topic_id), 0.0)


def _weights(examples: Sequence[_Example]) -> NDArray[np.float64]:
    """Of articles and phrases apart: rare topics count more than their number, and both groups as a whole as they should."""
    topics = np.array([example.topic for example in examples])
    from_text = np.array([example.weight > 0 for example in examples])
    result = np.zeros(len(examples))
    for chosen, power, whole in ((from_text, _BALANCE, 1.0), (~from_text, 1.0, _PHRASES)):
        counts = np.bincount(topics[chosen], minlength=len(TOP)).clip(min=1)
        raw = counts[topics[chosen]] ** -power
        result[chosen] = raw * (whole * from_text.sum() / raw.sum()) if raw.size else raw
    return result


def _features(texts: Sequence[tuple[str, ...]]) -> tuple[dict[str | tuple[str, str], int], Numbers]:
    """The features of the texts, the most frequent first, and their inverse document frequencies."""
    counts: Counter[str | tuple[str, str]] = Counter(chain.from_iterable(map(_distinct, texts)))
    least = max(_LEAST_ARTICLES, len(texts) // 1000)
    kept = [(n, name) for name, n in counts.items() if least <= n <= max(least, _MOST_SHARE * len(texts))]
    kept.sort(key=lambda pair: (-pair[0], pair[1] if isinstance(pair[1], str) else " ".join(pair[1])))
    names = {name: row for row, (_, name) in enumerate(kept[:_MOST_FEATURES])}
    idf = np.log(len(texts) / np.array([n for n, _ in kept[:_MOST_FEATURES]], dtype=np.float32))
    return names, idf.astype(np.float16).astype(np.float32)


def _distinct(text: tuple[str, ...]) -> set[str | tuple[str, str]]:
    telling = [word if len(word) > 1 and word not in _SILENT and word.isalpha() else "" for word in text]
    pairs = ((left, right) for left, right in pairwise(telling) if left and right)
    return {word for word in telling if word} | set(pairs)


def _table(texts: Sequence[tuple[str, ...]], known: Model) -> csr_matrix:
    """TF-IDF of the texts, each of length 1: texts × features."""
    rows: list[NDArray[np.int64]] = []
    values: list[NDArray[np.float64]] = []
    for text in texts:
        names: Iterator[str | tuple[str, str]] = chain(text, pairwise(text))
        found = [known.features[name] for name in names if name in known.features]
        row, counts = np.unique(np.array(found, dtype=np.int64), return_counts=True)
        value = (1 + np.log(counts)) * known.idf[row]
        rows.append(row)
        values.append(value / max(np.sqrt(value @ value), 1e-9))
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.concatenate(values), np.concatenate(rows), ends), shape=(len(texts), len(known.features)))


def _sharpness(read: _Read, known: Model) -> float:
    numbers = range(len(read.words))
    first = np.zeros((len(numbers), len(TOP)), dtype=np.float32)
    rest = np.zeros_like(first)
    for part in (0, 1):
        model = _learn(read, numbers[part::2], known)
        for number in numbers[1 - part :: 2]:
            first[number], rest[number] = (
                mixture(shares(one), chances(model, one.words)) for one in read.halves[number]
            )
    told = np.array([bool(one.text and other.text) for one, other in read.halves])
    if told.sum() < _FEWEST_JUDGED:
        return _USUAL
    agreed = (first.argmax(axis=1) == rest.argmax(axis=1))[told].mean()
    low, high = _DULLEST, _SHARPEST
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if sharpened(first[told], middle).max(axis=1).mean() < agreed else (low, middle)
    return (low + high) / 2
