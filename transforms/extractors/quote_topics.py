"""The topics of a quote: what its speaker spoke about, as top-level IPTC Media Topics. English only.

A quote has few words, so they are read together with the paragraph around them and with what the article is about; its
own words weigh most. A quote without a word of the lexicon, in it or around it, is about what its article is about.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from transforms.records import Article, ArticleTopic, Quote, QuoteTopic, Row, Segment, as_row
from transforms.topics.evidence import total
from transforms.topics.lexicon import matches, media_topics
from transforms.topics.vocabulary import LABELS
from transforms.topics.words import words

VERSION = 1
_AROUND = 0.2  # of a word of the paragraph, beside one of the quote
_ARTICLE = 4.0  # evidence that an article wholly about a topic is worth
_DOUBT = 1.0  # evidence that all topics together must outweigh: where there is little, scores stay low
_LEAST_SCORE = 0.25
_LEAST_OF_STRONGEST = 0.6
_MOST = 2


def quote_topics(article: Article, quotes: Sequence[Quote], topics: Sequence[ArticleTopic]) -> tuple[QuoteTopic, ...]:
    """Up to two topics a quote, strongest first, in order of the quotes; none for one of which nothing speaks.

    A score is the topic's share of all evidence, 0 to 1. Quotes of a text in another language have no topics.
    """
    if article.language != "en" or not quotes:
        return ()
    prior = {topic.topic_id: _ARTICLE * topic.score for topic in topics if topic.topic_id in LABELS}
    around: dict[Segment, dict[str, float]] = {}
    found: list[QuoteTopic] = []
    for quote in quotes:
        own = _evidence(" ".join(article.text[start:end] for start, end in quote.fragments))
        evidence = {topic_id: prior.get(topic_id, 0.0) + own.get(topic_id, 0.0) for topic_id in LABELS}
        for segment in _segments(article, quote):
            if segment not in around:
                around[segment] = _evidence(article.slice(segment))
            for topic_id, weight in around[segment].items():
                evidence[topic_id] += _AROUND * weight
        found.extend(_ranked(quote, evidence))
    return tuple(found)


def rows(article: Article, records: Sequence[QuoteTopic]) -> dict[str, list[Row]]:
    """Rows of the table quote_topics."""
    return {"quote_topics": [as_row(article.article_id, record) for record in records]}


def _segments(article: Article, quote: Quote) -> Iterator[Segment]:
    """The paragraphs, or the headline, that a quote stands in."""
    after = bisect_right(article.segments, quote.char_start, key=lambda segment: segment.char_start)
    for number in range(max(0, after - 1), len(article.segments)):
        segment = article.segments[number]
        if segment.char_start >= quote.char_end:
            break
        if segment.kind == quote.in_segment:
            yield segment


def _evidence(text: str) -> dict[str, float]:
    """The weight of the lexicon's phrases in a text, by top-level topic."""
    weights = total((phrase, 1.0) for _, phrase in matches(words(text), media_topics()))
    return {topic_id: weight for topic_id, weight in weights.items() if topic_id in LABELS}


def _ranked(quote: Quote, evidence: Mapping[str, float]) -> Iterator[QuoteTopic]:
    total = sum(evidence.values()) + _DOUBT
    strongest = sorted(evidence, key=lambda topic_id: (-evidence[topic_id], topic_id))[:_MOST]
    least = max(_LEAST_SCORE, _LEAST_OF_STRONGEST * evidence[strongest[0]] / total)
    for rank, topic_id in enumerate(strongest, start=1):
        if evidence[topic_id] / total >= least:
            score = round(evidence[topic_id] / total, 4)
            yield QuoteTopic(quote.quote_id, topic_id, score, rank, "lexicon", LABELS[topic_id])
