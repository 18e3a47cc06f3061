"""Every mention of an entity: the names, the pronouns and role phrases that a quote's speaker was resolved from, and phrases
that can only mean one person of the article ("the French president").
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from transforms.language.pipeline import Paragraph
from transforms.naming.nominals import nominals
from transforms.records import Article, Mention, Quote, Row, as_row

VERSION = 2
_NESTED = 4  # quotes that may stand around one word
_PRONOUNS = frozenset("he she him her his hers himself herself it its they them their who".split())


def mentions(
    paragraphs: Sequence[Paragraph], entities: Sequence[Mention], quotes: Sequence[Quote]
) -> tuple[Mention, ...]:
    """Mentions in order of the text, each with the quote that it stands in, if any; one row a span."""
    names = sorted(entities, key=lambda mention: mention.char_start)
    resolved = [mention for quote in quotes if (mention := _speaker_mention(quote, names))]
    meant = _apart(nominals(paragraphs, names), resolved)
    once = {(mention.char_start, mention.char_end): mention for mention in [*meant, *resolved, *names]}
    fragments = sorted((start, end, quote.quote_id) for quote in quotes for start, end in quote.fragments)
    return tuple(_placed(mention, fragments) for _, mention in sorted(once.items()))


def rows(article: Article, records: Sequence[Mention]) -> dict[str, list[Row]]:
    """Rows of the table mentions."""
    return {"mentions": [as_row(article.article_id, mention) for mention in records]}


def _apart(phrases: Sequence[Mention], resolved: Sequence[Mention]) -> list[Mention]:
    """The phrases that overlap no speaker; of either kind there are few."""
    taken = sorted((mention.char_start, mention.char_end) for mention in resolved)
    return [
        phrase
        for phrase in phrases
        if (after := bisect_left(taken, (phrase.char_end,))) == 0 or taken[after - 1][1] <= phrase.char_start
    ]


def _speaker_mention(quote: Quote, names: Sequence[Mention]) -> Mention | None:
    """The words that a speaker was resolved from, as a mention; None for a name or where nobody was found."""
    speaker = quote.speaker
    if speaker.name_id is None or speaker.text is None or speaker.char_start is None or speaker.char_end is None:
        return None
    after = bisect_left(names, speaker.char_end, key=lambda mention: mention.char_start)
    if after and names[after - 1].char_end > speaker.char_start:
        return None
    beside = names[max(0, after - 1) : after + 1]
    nearest = min(beside, key=lambda mention: abs(mention.char_start - (speaker.char_start or 0)), default=None)
    known = next((mention for mention in names if mention.name_id == speaker.name_id), None)
    if nearest is None or known is None:
        return None
    return replace(
        known,
        surface=speaker.text,
        kind="pronoun" if speaker.text.lower() in _PRONOUNS else "nominal",
        char_start=speaker.char_start,
        char_end=speaker.char_end,
        sentence_no=nearest.sentence_no,
        in_segment=quote.in_segment,
    )


def _placed(mention: Mention, fragments: Sequence[tuple[int, int, str]]) -> Mention:
    """The mention with the quote whose fragment holds it; fragments of an article do not overlap but where quotes nest."""
    index = bisect_right(fragments, mention.char_start, key=lambda fragment: fragment[0])
    for _, end, quote_id in reversed(fragments[max(0, index - _NESTED) : index]):
        if mention.char_end <= end:
            return replace(mention, quote_id=quote_id)
    return mention
