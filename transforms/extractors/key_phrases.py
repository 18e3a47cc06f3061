"""The key phrases of an article: the nouns, noun phrases and names that say what it is about. English only."""

from collections import Counter
from collections.abc import Sequence

from transforms.language.pipeline import Paragraph
from transforms.phrases.candidates import candidates, folded
from transforms.phrases.weights import weightiest
from transforms.records import Article, KeyPhrase, Mention, Row, as_row

VERSION = 1
_MOST = 12


def key_phrases(
    article: Article, paragraphs: Sequence[Paragraph], entities: Sequence[Mention]
) -> tuple[KeyPhrase, ...]:
    """Up to 12 phrases, weightiest first; scores are shares of the first one's weight. None for a text without paragraphs.

    The names of the publisher and the credited agency are none: they say who wrote, not about what.
    """
    writers = {folded(name) for name in (article.source, article.agency) if name}
    found = candidates(article.text, paragraphs, entities)
    chosen = weightiest([candidate for candidate in found if candidate.phrase not in writers], _MOST)
    return tuple(
        KeyPhrase(
            phrase=candidate.phrase,
            surface=_surface(article.text, candidate.spans),
            n=len(candidate.spans),
            score=round(weight / chosen[0][0], 4),
            rank=rank,
            char_start=candidate.spans[0][0],
            char_end=candidate.spans[0][1],
        )
        for rank, (weight, candidate) in enumerate(chosen, start=1)
    )


def rows(article: Article, records: Sequence[KeyPhrase]) -> dict[str, list[Row]]:
    """Rows of the table key_phrases."""
    return {"key_phrases": [as_row(article.article_id, record) for record in records]}


def _surface(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The most frequent printed form; of equally frequent ones the longest, then the first."""
    printed = Counter(text[start:end] for start, end in spans)
    return max(printed, key=lambda form: (printed[form], len(form)))
