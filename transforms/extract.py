"""The public form of what is read from one article: the JSON object that `newsledger extract` prints.

Measuring stands on these keys: they are kept, more may come. All spans are half-open, in code points of the given text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from transforms.derive import Derived, derive
from transforms.language.pipeline import load, read_paragraphs
from transforms.records import (
    Article,
    ArticleTopic,
    Document,
    Mention,
    NameAttribute,
    Quote,
    QuoteTopic,
    Reject,
    Row,
    TimeExpression,
)
from transforms.structure import Given, structure

if TYPE_CHECKING:
    from spacy.language import Language

_GROUP = 32  # articles whose paragraphs the model sees together
Named = tuple[Row, Document | Reject]


def extract(sources: Iterable[Named], model: str) -> Iterator[Row]:
    """One object an article, in order of the sources; a source is its naming keys (`doc_id` or `path`) and its content."""
    nlp, left = load(model), iter(sources)
    while group := list(islice(left, _GROUP)):
        with nlp.memory_zone():
            rows = _group(group, nlp)
        yield from rows


def _group(group: Sequence[Named], nlp: "Language") -> list[Row]:
    read = [(key, structure(found, Given()) if isinstance(found, Document) else found) for key, found in group]
    articles = [article for _, found in read if not isinstance(found, Reject) for article in found]
    paragraphs = dict(zip([article.article_id for article in articles], read_paragraphs(nlp, articles), strict=True))
    rows: list[Row] = []
    for key, found in read:
        if isinstance(found, Reject):
            rows.append(key | {"reject": {"reason": found.reason, "detail": found.detail}})
        else:
            rows.extend(key | as_json(article, derive(article, paragraphs[article.article_id])) for article in found)
    return rows


def as_json(article: Article, derived: Derived) -> Row:
    """The object of one article."""
    return {
        "article_no": article.article_no,
        "source": article.source,
        "section": article.section,
        "headline": article.headline,
        "subhead": article.subhead,
        "byline": list(article.bylines),
        "dateline_place": article.dateline_place,
        "dateline_date": article.dateline_date,
        "content_date": article.content_date.isoformat() if article.content_date else None,
        "date_precision": article.date_precision,
        "agency": article.agency,
        "sign_off": list(article.sign_off),
        "language": article.language,
        "body": [article.slice(segment) for segment in article.spans("body")],
        "segments": [{"kind": s.kind, "start": s.char_start, "end": s.char_end} for s in article.segments],
        "quotes": _quotes(article, derived),
        "entities": [_entity(mention) for mention in derived["entities"]],
        "attributes": [_attribute(attribute) for attribute in derived["attributes"]],
        "topics": [_topic(topic) for topic in derived["topics"]],
        "times": [_time(expression) for expression in derived["time_expressions"]],
    }


def quote_json(article: Article, quote: Quote) -> Row:
    """The object of one quote."""
    speaker, cue, channel, addressee = quote.speaker, quote.cue or (None, None), quote.channel, quote.addressee
    return {
        "start": quote.char_start,
        "end": quote.char_end,
        "fragments": [list(fragment) for fragment in quote.fragments],
        "text": article.text[quote.char_start : quote.char_end],
        "verbatim": quote.verbatim,
        "type": quote.type,
        "speech": quote.speech,
        "cue_text": article.text[slice(*quote.cue)] if quote.cue else None,
        "cue_start": cue[0],
        "cue_end": cue[1],
        "cue_class": quote.cue_class,
        "channel": channel.kind if channel else None,
        "channel_start": channel.char_start if channel else None,
        "channel_end": channel.char_end if channel else None,
        "addressee": addressee.text if addressee else None,
        "addressee_start": addressee.char_start if addressee else None,
        "addressee_end": addressee.char_end if addressee else None,
        "addressee_entity_id": addressee.name_id if addressee else None,
        "speaker_start": speaker.char_start,
        "speaker_end": speaker.char_end,
        "speaker_text": speaker.text,
        "speaker_canonical": speaker.name,
        "speaker_kind": speaker.kind,
        "rule": speaker.rule,
        "signals": speaker.signals,
        "confidence": round(speaker.confidence, 3),
    }


def _quotes(article: Article, derived: Derived) -> list[Row]:
    topics = defaultdict(list)
    for topic in derived["quote_topics"]:
        topics[topic.quote_id].append(_topic(topic))
    return [quote_json(article, quote) | {"topics": topics[quote.quote_id]} for quote in derived["quotes"]]


def _entity(mention: Mention) -> Row:
    return {
        "start": mention.char_start,
        "end": mention.char_end,
        "text": mention.surface,
        "label": mention.label,
        "canonical": mention.canonical_name,
        "entity_id": mention.name_id,
        "country_iso": mention.country_iso,
        "geonames_id": mention.geonames_id,
    }


def _attribute(attribute: NameAttribute) -> Row:
    return {
        "entity_id": attribute.name_id,
        "attribute": attribute.attribute,
        "value": attribute.value,
        "start": attribute.char_start,
        "end": attribute.char_end,
        "rule": attribute.rule,
        "confidence": attribute.confidence,
    }


def _topic(topic: ArticleTopic | QuoteTopic) -> Row:
    return {"id": topic.topic_id, "label": topic.label, "score": round(topic.score, 4)}


def _time(expression: TimeExpression) -> Row:
    return {
        "start": expression.char_start,
        "end": expression.char_end,
        "text": expression.surface,
        "value": expression.value,
        "precision": expression.precision,
        "basis": expression.basis,
        "rule": expression.rule,
        "confidence": expression.confidence,
    }
