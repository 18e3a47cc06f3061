"""The quotes of an article: what was said, directly, indirectly or mixed, and who said it."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import fitted_judge
from transforms.quotation.cast import cast
from transforms.quotation.confidence import confidence
from transforms.quotation.draft import Draft, finished
from transforms.quotation.framing import framed
from transforms.quotation.headline import HeadlineQuote, headline_quotes
from transforms.quotation.linear import weights
from transforms.quotation.reading import read
from transforms.quotation.rows import quote_row, span_rows
from transforms.quotation.transcript import transcript
from transforms.quotation.typographic import typographic_quotes
from transforms.records import Article, Mention, Quote, Row

VERSION = 6


def quotes(article: Article, paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> tuple[Quote, ...]:
    """The quotes in order of the text; the speaker of one that nobody is found for has the kind `unknown`.

    Of a text whose language is not analysed, what stands in quotation marks.
    """
    if not paragraphs:
        return tuple(typographic_quotes(article))
    members = cast(paragraphs, entities)
    turns = transcript(paragraphs, members)
    body = read(paragraphs, members, fitted_judge(), turns.paragraphs)
    drafts = [*_headline(paragraphs, entities), *turns.drafts, *body]
    for draft in drafts:
        draft.speaker = replace(draft.speaker, confidence=confidence(draft, weights("confidence")))
    records = [finished(article, draft) for draft in sorted(drafts, key=lambda draft: draft.fragments[0])]
    return framed(records, paragraphs, members)


def rows(article: Article, records: Sequence[Quote]) -> dict[str, list[Row]]:
    """Rows of the tables quotes and quote_spans."""
    body = [segment for segment in article.segments if segment.kind == "body"]
    start, end = (body[0].char_start, body[-1].char_end) if body else (0, 1)
    return {
        "quotes": [quote_row(article, quote, number, (start, end)) for number, quote in enumerate(records, 1)],
        "quote_spans": [row for quote in records for row in span_rows(article, quote)],
    }


def _headline(paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> list[Draft]:
    return [
        _headline_draft(found)
        for paragraph in paragraphs
        if paragraph.in_segment == "headline"
        for found in headline_quotes(paragraph, entities)
    ]


def _headline_draft(found: HeadlineQuote) -> Draft:
    draft = Draft(
        [found.span], list(found.marked), found.speaker, "headline_colon", "headline", embedded=found.embedded
    )
    if found.cue is not None:
        draft.form, draft.cue, draft.lemma = "report", found.cue, found.lemma
    return draft
