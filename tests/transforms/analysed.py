"""Invented news, read by the small model: what the tests of the language stations look at."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from transforms.extractors.entities import entities
from transforms.extractors.mentions import mentions
from transforms.extractors.quotes import quotes
from transforms.language.pipeline import SMALL_MODEL, Paragraph, load, read_paragraphs
from transforms.records import Article, Mention, Quote, Segment


@dataclass(frozen=True)
class Read:
    """An article with what the stations made of it."""

    article: Article
    entities: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]

    def said(self) -> list[tuple[str, str | None]]:
        """(words of the quote, full name of its speaker) in order of the text."""
        return [(self.words(quote), quote.speaker.name) for quote in self.quotes]

    def words(self, quote: Quote) -> str:
        """The marked words, or those of an indirect quote."""
        return quote.verbatim or self.article.text[quote.char_start : quote.char_end]

    def persons(self) -> set[str]:
        """Full names of the persons."""
        return {mention.canonical_name for mention in self.entities if mention.label == "PERSON"}


@cache
def small_model() -> Any:
    return load(SMALL_MODEL)


def article(text: str, headline: str | None = None, language: str = "en") -> Article:
    """An article whose paragraphs are the lines of a text, after an optional headline."""
    whole = f"{headline}\n{text}" if headline else text
    segments, number = [], 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", whole):
        if headline and line.start() == 0:
            segments.append(Segment("headline", line.start(), line.end()))
        else:
            number += 1
            segments.append(Segment("body", line.start(), line.end(), number))
    return Article("a" * 16, "d" * 16, 1, whole, tuple(segments), headline=headline, language=language)


def paragraphs_of(text: str, headline: str | None = None) -> tuple[Paragraph, ...]:
    return read_paragraphs(small_model(), [article(text, headline)])[0]


def read(text: str, headline: str | None = None) -> Read:
    """The entities, quotes and mentions of an invented article."""
    piece = article(text, headline)
    paragraphs = read_paragraphs(small_model(), [piece])[0]
    names = entities(piece, paragraphs)
    found = quotes(piece, paragraphs, names)
    return Read(piece, names, found, mentions(paragraphs, names, found))
