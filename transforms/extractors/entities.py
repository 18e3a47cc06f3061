"""The names of an article: persons, organisations, places and the rest, each with its fullest form in the article."""

from bisect import bisect_right
from collections.abc import Sequence

from transforms.language.pipeline import Paragraph
from transforms.naming.chains import canonical_names
from transforms.naming.spans import consistent_names
from transforms.records import Article, Mention, identifier

VERSION = 3


def entities(article: Article, paragraphs: Sequence[Paragraph]) -> tuple[Mention, ...]:
    """Name mentions in order of the text; `entity_id` is the same for the same type and full name in any article."""
    names = consistent_names(paragraphs)
    sentence_ends = [_sentence_ends(paragraph) for paragraph in paragraphs]
    mentions = []
    for name, canonical in zip(names, canonical_names(names, article.text), strict=True):
        paragraph = paragraphs[name.paragraph_no]
        sentence = bisect_right(sentence_ends[name.paragraph_no], name.start)
        mentions.append(
            Mention(
                entity_id=entity_id(name.label, canonical),
                canonical_name=canonical,
                surface=article.text[name.start : name.end],
                kind="name",
                label=name.label,
                char_start=name.start,
                char_end=name.end,
                sentence_no=paragraph.sentence_no + sentence,
                in_segment=paragraph.in_segment,
            )
        )
    return tuple(mentions)


def entity_id(label: str, canonical: str) -> str:
    """Identifier of an entity: the hash of its type and its name with case and white space folded."""
    return identifier(label, " ".join(canonical.casefold().split()))


def _sentence_ends(paragraph: Paragraph) -> list[int]:
    ends = [paragraph.char_start + sentence.end_char for sentence in paragraph.doc.sents]
    return ends[:-1]
