"""A document as articles: their segments, their fields, and the evidence for each of them."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date

from transforms.records import Article, Document, Evidence, Given, Reject, identifier
from transforms.structure import evidence
from transforms.structure.balance import unbalanced
from transforms.structure.reading import Reading, readings
from transforms.structure.year import Inferred

_ANALYSED = "en"
_NO_SOURCE = "no_source"
_NO_LINES: frozenset[str] = frozenset()
_BASIS = {
    "date_line": "a line of its own prints the date",
    "dateline_agrees": "the dateline and a line of its own print the same day",
    "epoch_line": "a line of its own prints the Unix time",
    "dated_byline": "the byline prints the date",
    "dateline_with_year": "the dateline prints the date",
}


def structure(document: Document, given: Given) -> tuple[Article, ...] | Reject:
    """The articles of a document in order, or `no_article` when no story is in it, with the reason in words.

    A mapped source wins over what the text says, whose evidence stays. Lines that recur over the articles of the source
    are boilerplate: where there are such lines the text is read a second time.
    Any text is accepted. The segments of all articles are trimmed slices of `document.text` in order, without overlap, and
    hold every character that is not white space; every field that is set has at least one row of evidence.
    """
    found = _articles(document, given, _NO_LINES)
    if isinstance(found, Reject):
        return found
    lines = given.recurring.get(found[0].source or "", _NO_LINES)
    again = _articles(document, given, lines) if lines else found
    if isinstance(again, Reject) or len(again) != len(found):
        return found  # Hardly anything would be left: then the lines are what the text has to say.
    return tuple(map(_of_source, again, found))


def _of_source(article: Article, first: Article) -> Article:
    """The article with the source that it had when its lines were looked up: what recurs may be what names the source."""
    named = tuple(row for row in first.evidence if row.field == "source")
    others = tuple(row for row in article.evidence if row.field != "source")
    unknown = () if first.source else (_NO_SOURCE,)
    flags = (*(flag for flag in article.quality_flags if flag != _NO_SOURCE), *unknown)
    return replace(
        article, source=first.source, source_basis=first.source_basis, evidence=others + named, quality_flags=flags
    )


def _articles(document: Document, given: Given, recurring: frozenset[str]) -> tuple[Article, ...] | Reject:
    """The articles as read by somebody who knows these lines of their source by heart."""
    found = readings(document.text, recurring)
    if isinstance(found, str):
        return Reject("no_article", found)
    return tuple(
        _article(document, number, reading, tuple(_evidence(document.text, reading, given.mapped_source)))
        for number, reading in enumerate(found, 1)
    )


def _evidence(text: str, reading: Reading, mapped_source: str | None) -> Iterator[Evidence]:
    blocks, kinds, head, ends, cut, inferred, language = reading
    yield from evidence.of_titles(text, cut)
    yield from evidence.of_bylines(blocks, kinds)
    credited = [*evidence.of_dateline(blocks, head), *evidence.of_sign_offs(text, ends)]
    yield from credited
    agencies = [row for row in credited if row.field == "agency"]
    yield from evidence.of_source(blocks, kinds, agencies)
    if mapped_source is not None:
        yield Evidence("source", mapped_source, None, None, "source_map", 1.0)
    days = [*evidence.of_date_lines(blocks, kinds, language)]
    yield from days
    for row in credited:
        if row.field == "dateline_date":
            yield from evidence.of_dateline_date(row, inferred, days)


def _article(document: Document, number: int, reading: Reading, rows: tuple[Evidence, ...]) -> Article:
    """The fields: for each the value with the best evidence, the first in the text among equals."""
    best = _best(rows)
    values = {field: row.value for field, row in best.items()}
    source, dated = best.get("source"), best.get("content_date")
    return Article(
        article_id=identifier(document.document_id, number),
        document_id=document.document_id,
        article_no=number,
        text=document.text,
        segments=reading.segments,
        evidence=rows,
        source=values.get("source"),
        source_basis=source.rule if source else None,
        section=values.get("section"),
        headline=values.get("headline"),
        subhead=values.get("subhead"),
        bylines=_all(rows, "bylines"),
        dateline_text=values.get("dateline_text"),
        dateline_place=values.get("dateline_place"),
        dateline_date=values.get("dateline_date"),
        agency=values.get("agency"),
        content_date=date.fromisoformat(dated.value) if dated else None,
        date_precision=_precision(dated),
        date_basis=_basis(dated, reading.inferred),
        sign_off=_all(rows, "sign_off"),
        language=reading.language,
        quality_flags=(*document.repairs, *_flags(values, reading.language), *_doubts(document.text, reading)),
    )


def _best(rows: Sequence[Evidence]) -> dict[str, Evidence]:
    """By field the row with the best confidence, the first among equals."""
    best: dict[str, Evidence] = {}
    for row in rows:
        other = best.get(row.field)
        if other is None or row.confidence > other.confidence:
            best[row.field] = row
    return best


def _all(rows: Sequence[Evidence], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.value for row in rows if row.field == field))


def _precision(dated: Evidence | None) -> str:
    if dated is None:
        return "none"
    return "day" if dated.rule in _BASIS else "inferred_year"


def _basis(dated: Evidence | None, inferred: Inferred | None) -> str | None:
    """In words, what the date rests on."""
    if dated is None:
        return None
    return _BASIS.get(dated.rule) or ("; ".join(reason.words for reason in inferred.reasons) if inferred else None)


def _flags(found: Container[str], language: str) -> Iterator[str]:
    """What the analyst should know; `found` are the fields that have a value."""
    for field, flag in (("headline", "no_headline"), ("content_date", "no_date"), ("source", _NO_SOURCE)):
        if field not in found:
            yield flag
    if language != _ANALYSED:
        yield "not_analysed"


def _doubts(text: str, reading: Reading) -> Iterator[str]:
    body = (text[segment.char_start : segment.char_end] for segment in reading.segments if segment.kind == "body")
    if reading.language == _ANALYSED and unbalanced(body):
        yield "unbalanced_quotes"
