"""Topics of an article: IPTC Media Topics by lexicon and classifier (`transforms.topics`), and the publisher's section as printed."""

from collections.abc import Sequence

from transforms.records import Article, ArticleTopic, Row, as_row
from transforms.topics.assign import assigned
from transforms.topics.classifier import base_model
from transforms.topics.words import Piece, words

VERSION = 2
READ = ("en", "und")  # a text too short to tell its language from is read as English: other words find nothing


def topics(article: Article) -> tuple[ArticleTopic, ...]:
    """The article's IPTC topics (English only), strongest first, then its printed section.

    Headline, subhead and body are read; captions, sign-offs and boilerplate are not.
    """
    found = assigned(piece(article), base_model()) if article.language in READ else ()
    return (*found, *_printed_section(article.section))


def piece(article: Article) -> Piece:
    """What of an article speaks for its topics."""
    titles = tuple(title for title in (article.headline, article.subhead) if title)
    return Piece(titles, "\n".join(map(article.slice, article.spans("body"))), article.section)


def rows(article: Article, records: Sequence[ArticleTopic]) -> dict[str, list[Row]]:
    """Rows of the table article_topics."""
    return {"article_topics": [as_row(article.article_id, record) for record in records]}


def _printed_section(section: str | None) -> tuple[ArticleTopic, ...]:
    slug = "-".join(words(section or ""))
    return (ArticleTopic(f"section:{slug}", 1.0, 1, "printed_section", (section or "").strip()),) if slug else ()
