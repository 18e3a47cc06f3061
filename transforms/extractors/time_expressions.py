"""The days, weeks, months and years that an article names, resolved against its content date."""

from collections.abc import Iterator, Sequence

from transforms.language.pipeline import Paragraph
from transforms.records import Article, Row, TimeExpression, as_row
from transforms.structure.dates import printed_dates
from transforms.times.calendar_days import UNKNOWN, meant
from transforms.times.expressions import Expression, expressions
from transforms.times.tense import tense

VERSION = 2
_INFERRED = 0.8  # factor where the year of the content date was inferred
_TENSED = ("weekday", "month_and_day", "month", "weekend")
_OTHER_LANGUAGES = ("headline", "subhead", "body")


def time_expressions(article: Article, paragraphs: Sequence[Paragraph]) -> tuple[TimeExpression, ...]:
    """The expressions in order of the text; of a text that is not analysed only dates that are printed in full."""
    if article.language != "en":
        return tuple(_printed(article))
    return tuple(record for paragraph in paragraphs for record in _of_paragraph(article, paragraph))


def rows(article: Article, records: Sequence[TimeExpression]) -> dict[str, list[Row]]:
    """Rows of the table time_expressions."""
    return {"time_expressions": [as_row(article.article_id, record) for record in records]}


def _of_paragraph(article: Article, paragraph: Paragraph) -> Iterator[TimeExpression]:
    for found in expressions(paragraph.text):
        told = tense(paragraph, found.start, found.end) if _needs_tense(article, found) else UNKNOWN
        day = meant(found, told, article.content_date)
        if day is None:
            continue
        factor = _INFERRED if day.basis == "relative" and article.date_precision == "inferred_year" else 1.0
        yield TimeExpression(
            surface=paragraph.text[found.start : found.end],
            value=day.value,
            precision=day.precision,
            basis=day.basis,
            rule=day.rule,
            confidence=round(day.confidence * factor, 2),
            char_start=paragraph.char_start + found.start,
            char_end=paragraph.char_start + found.end,
            in_segment=paragraph.in_segment,
        )


def _needs_tense(article: Article, found: Expression) -> bool:
    return article.content_date is not None and found.kind in _TENSED


def _printed(article: Article) -> Iterator[TimeExpression]:
    for segment in article.segments:
        if segment.kind not in _OTHER_LANGUAGES:
            continue
        text = article.slice(segment)
        for day, start, end in printed_dates(text, article.language):
            at = segment.char_start
            yield TimeExpression(
                text[start:end], day.isoformat(), "day", "printed", "full_date", 0.9, at + start, at + end, segment.kind
            )
