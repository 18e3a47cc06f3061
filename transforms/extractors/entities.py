"""The names of an article: persons, organisations, places and the rest, each with its fullest form in the article."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from transforms.language.pipeline import Paragraph
from transforms.naming.chains import canonical_names
from transforms.naming.spans import consistent_names
from transforms.places.resolve import located
from transforms.records import Article, Mention, identifier

VERSION = 4


def entities(article: Article, paragraphs: Sequence[Paragraph]) -> tuple[Mention, ...]:
    """Name mentions in order of the text; `name_id` is the same for the same type and full name in any article.

    Those of datelines, captions and crossheads, which have no sentences, count to the last sentence before them.
    """
    names = consistent_names(paragraphs, article)
    sentence_ends = [_sentence_ends(paragraph) for paragraph in paragraphs]
    mentions = []
    for name, canonical in zip(names, canonical_names(names, article.text), strict=True):
        paragraph = paragraphs[name.paragraph_no]
        sentence = bisect_right(sentence_ends[name.paragraph_no], name.start)
        mentions.append(
            Mention(
                name_id=name_id(name.label, canonical),
                canonical_name=canonical,
                surface=article.text[name.start : name.end],
                kind="name",
                label=name.label,
                char_start=name.start,
                char_end=name.end,
                sentence_no=paragraph.sentence_no + sentence,
                in_segment=_segment_kind(article, paragraph, name.start),
            )
        )
    return located(article, mentions)


@lru_cache(maxsize=1 << 14)
def name_id(label: str, canonical: str) -> str:
    """Identifier of an entity: the hash of its type and its name with case and white space folded."""
    return identifier(label, " ".join(canonical.casefold().split()))


def _segment_kind(article: Article, paragraph: Paragraph, start: int) -> str:
    """The kind of the segment that a name stands in: its paragraph's, unless it stands outside it, in a dateline or caption."""
    if paragraph.char_start <= start < paragraph.char_start + len(paragraph.text):
        return paragraph.in_segment
    segments = article.segments  # in order of the text
    return segments[bisect_right(segments, start, key=lambda segment: segment.char_start) - 1].kind


def _sentence_ends(paragraph: Paragraph) -> list[int]:
    ends = [paragraph.char_start + sentence.end_char for sentence in paragraph.doc.sents]
    return ends[:-1]
