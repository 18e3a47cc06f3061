"""Every mention of an entity: the names, and the pronouns and role phrases that a quote's speaker was resolved from."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.records import Article, Mention, Quote, Row

VERSION = 1
_PRONOUNS = frozenset("he she him her his hers himself herself it its they them their who".split())


def mentions(entities: Sequence[Mention], quotes: Sequence[Quote]) -> tuple[Mention, ...]:
    """Mentions in order of the text, each with the quote that it stands in, if any; one row a span."""
    spans = {(mention.char_start, mention.char_end) for mention in entities}
    resolved = [mention for quote in quotes if (mention := _speaker_mention(quote, entities, spans))]
    once = {(mention.char_start, mention.char_end): mention for mention in [*resolved, *entities]}
    return tuple(_placed(mention, quotes) for _, mention in sorted(once.items()))


def rows(article: Article, records: Sequence[Mention]) -> dict[str, list[Row]]:
    """Rows of the table mentions."""
    return {"mentions": [{"article_id": article.article_id} | mention.row() for mention in records]}


def _speaker_mention(quote: Quote, entities: Sequence[Mention], spans: set[tuple[int, int]]) -> Mention | None:
    speaker = quote.speaker
    if speaker.entity_id is None or speaker.text is None or speaker.char_start is None or speaker.char_end is None:
        return None
    named = any(start < speaker.char_end and speaker.char_start < end for start, end in spans)
    known = next((mention for mention in entities if mention.entity_id == speaker.entity_id), None)
    if named or known is None:
        return None
    nearest = min(entities, key=lambda mention: abs(mention.char_start - (speaker.char_start or 0)))
    kind = "pronoun" if speaker.text.lower() in _PRONOUNS else "nominal"
    return replace(
        known,
        surface=speaker.text,
        kind=kind,
        char_start=speaker.char_start,
        char_end=speaker.char_end,
        sentence_no=nearest.sentence_no,
        in_segment=quote.in_segment,
    )


def _placed(mention: Mention, quotes: Sequence[Quote]) -> Mention:
    for quote in quotes:
        if any(start <= mention.char_start and mention.char_end <= end for start, end in quote.fragments):
            return replace(mention, quote_id=quote.quote_id)
    return mention
