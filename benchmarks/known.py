"""Gold documents as the stations before the quotes read them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import Gold, read_gold
from transforms.decode import document
from transforms.extractors.entities import entities
from transforms.language.pipeline import Paragraph, load, read_paragraphs
from transforms.records import Article, Mention, Reject
from transforms.structure import Given, structure


@dataclass(frozen=True, slots=True)
class Known:
    """A gold document with what was read of it before quotes."""

    gold: Gold
    article: Article
    paragraphs: Sequence[Paragraph]
    entities: Sequence[Mention]


def read_known(gold: Path, model: str) -> Iterator[Known]:
    """The documents of a gold file; ValueError for one that is no article."""
    nlp = load(model)
    for one in read_gold(gold):
        article = _article(one)
        (paragraphs,) = read_paragraphs(nlp, [article])
        yield Known(one, article, paragraphs, entities(article, paragraphs))


def _article(one: Gold) -> Article:
    read = document(one.text.encode())
    articles = read if isinstance(read, Reject) else structure(read, Given())
    if isinstance(articles, Reject):
        raise ValueError(f"{one.doc_id}: {articles.reason}")
    return articles[0]
