"""Rows of the tables quotes and quote_spans."""

from collections.abc import Iterable

from transforms.quotation.words import n_words
from transforms.records import Article, Quote, Row


def quote_row(article: Article, quote: Quote, number: int, body: tuple[int, int]) -> Row:
    """The row of a quote; `number` counts the article's quotes from 1, `body` is the span of its body."""
    start, end = quote.char_start, quote.char_end
    words = sum(n_words(article.text[a:b]) for a, b in quote.fragments)
    position = (start - body[0]) / max(1, body[1] - body[0])
    return {
        "quote_id": quote.quote_id,
        "article_id": article.article_id,
        "quote_no": number,
        "type": quote.type,
        "form": quote.form,
        "content": article.text[start:end],
        "verbatim": quote.verbatim,
        "char_start": start,
        "char_end": end,
        "cue": article.text[slice(*quote.cue)] if quote.cue else None,
        "cue_class": quote.cue_class,
        "channel": quote.channel.kind if quote.channel else None,
        "addressee_text": quote.addressee.text if quote.addressee else None,
        "addressee_name_id": quote.addressee.name_id if quote.addressee else None,
        "speech": quote.speech,
        "speaker_text": quote.speaker.text,
        "speaker_name_id": quote.speaker.name_id,
        "speaker_name": quote.speaker.name,
        "speaker_kind": quote.speaker.kind,
        "attribution_rule": quote.speaker.rule,
        "attribution_signals": quote.speaker.signals,
        "confidence": quote.speaker.confidence,
        "n_words": words,
        "n_verbatim_words": min(words, n_words(quote.verbatim)) if quote.verbatim else 0,
        "position_pct": min(1.0, max(0.0, position)),
        "in_segment": quote.in_segment,
    }


def span_rows(article: Article, quote: Quote) -> Iterable[Row]:
    """One row a content, cue and source fragment (PARC), and one each for the words of the channel and the addressee."""
    cue = [quote.cue] if quote.cue else []
    framing = (("source", quote.speaker), ("channel", quote.channel), ("addressee", quote.addressee))
    placed = [(role, [(of.char_start, of.char_end)]) for role, of in framing if of and of.char_start is not None]
    for role, spans in (("content", quote.fragments), ("cue", cue), *placed):
        for number, (start, end) in enumerate(spans, 1):
            yield {
                "quote_id": quote.quote_id,
                "article_id": article.article_id,
                "role": role,
                "fragment_no": number,
                "char_start": start,
                "char_end": end,
            }
