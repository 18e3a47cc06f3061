"""A document as an article: its segments, its fields, and the evidence for each of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from transforms.language.identify import identify
from transforms.records import Article, Document, Evidence, Given, Reject, Segment, identifier
from transforms.structure import evidence
from transforms.structure.cut import Opening, SignedOff, opening, segments, sign_offs
from transforms.structure.dates import day_and_month
from transforms.structure.labels import label
from transforms.structure.paragraphs import Block, paragraphs
from transforms.structure.year import Inferred, infer_year

_ANALYSED = "en"
_LANGUAGE_SAMPLE = 400  # characters, as many as identify reads
_BASIS = {
    "date_line": "a line of its own prints the date",
    "dateline_with_year": "the dateline prints the date",
}


def structure(document: Document, given: Given) -> tuple[Article, ...] | Reject:
    """The articles of a document (one, in this version), or `no_article` when no paragraph of a story is in it.

    A mapped source wins over what the text says, whose evidence stays.
    Any text is accepted. The segments are trimmed slices of `document.text` in order, without overlap, and hold every
    character that is not white space; every field that is set has at least one row of evidence.
    """
    blocks = paragraphs(document.text)
    kinds = label(blocks)
    if "body" not in kinds:
        return Reject("no_article", f"none of {len(blocks)} lines is a paragraph of a story")
    head = opening(blocks, kinds)
    ends = sign_offs(blocks, kinds, _printed(blocks, head, "agency"))
    cut = segments(blocks, kinds, head, ends)
    body = [segment for segment in cut if segment.kind == "body"]
    if not body:
        return Reject("no_article", "nothing but a dateline and a sign-off")
    month_and_day = day_and_month(_printed(blocks, head, "date") or "")
    story = document.text, body[0].char_start, body[-1].char_end
    inferred = infer_year(*month_and_day, story) if month_and_day else None
    reading = _Reading(blocks, kinds, head, ends, cut, inferred)
    return (_article(document, reading, tuple(_evidence(document.text, reading, given.mapped_source))),)


class _Reading(NamedTuple):
    """What was read in a document, before it is put into fields."""

    blocks: Sequence[Block]
    kinds: Sequence[str]
    head: Opening | None
    ends: tuple[SignedOff, ...]
    segments: tuple[Segment, ...]
    inferred: Inferred | None


def _printed(blocks: Sequence[Block], head: Opening | None, part: str) -> str | None:
    span = head.dateline.parts.get(part) if head else None
    return blocks[head.number].text[span[0] : span[1]] if head and span else None


def _evidence(text: str, reading: _Reading, mapped_source: str | None) -> Iterator[Evidence]:
    blocks, kinds, head, ends, cut, inferred = reading
    yield from evidence.of_titles(text, cut)
    yield from evidence.of_bylines(blocks, kinds)
    credited = [*evidence.of_dateline(blocks, head), *evidence.of_sign_offs(text, ends)]
    yield from credited
    agencies = [row for row in credited if row.field == "agency"]
    yield from evidence.of_source(blocks, kinds, agencies)
    if mapped_source is not None:
        yield Evidence("source", mapped_source, None, None, "source_map", 1.0)
    yield from evidence.of_date_lines(blocks, kinds)
    for row in credited:
        if row.field == "dateline_date":
            yield from evidence.of_dateline_date(row, inferred)


def _article(document: Document, reading: _Reading, rows: tuple[Evidence, ...]) -> Article:
    """The fields: for each the value with the best evidence, the first in the text among equals."""
    source, dated = _best(rows, "source"), _best(rows, "content_date")
    language = identify(_opening_words(document.text, reading.segments))
    return Article(
        article_id=identifier(document.document_id, 1),
        document_id=document.document_id,
        article_no=1,
        text=document.text,
        segments=reading.segments,
        evidence=rows,
        source=source.value if source else None,
        source_basis=source.rule if source else None,
        section=_value(rows, "section"),
        headline=_value(rows, "headline"),
        subhead=_value(rows, "subhead"),
        bylines=_all(rows, "bylines"),
        dateline_text=_value(rows, "dateline_text"),
        dateline_place=_value(rows, "dateline_place"),
        dateline_date=_value(rows, "dateline_date"),
        agency=_value(rows, "agency"),
        content_date=date.fromisoformat(dated.value) if dated else None,
        date_precision=_precision(dated),
        date_basis=_basis(dated, reading.inferred),
        sign_off=_all(rows, "sign_off"),
        language=language,
        quality_flags=tuple(_flags(rows, language)),
    )


def _best(rows: Sequence[Evidence], field: str) -> Evidence | None:
    return max((row for row in rows if row.field == field), key=lambda row: row.confidence, default=None)


def _value(rows: Sequence[Evidence], field: str) -> str | None:
    row = _best(rows, field)
    return row.value if row else None


def _all(rows: Sequence[Evidence], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.value for row in rows if row.field == field))


def _opening_words(text: str, cut: Sequence[Segment]) -> str:
    """The first paragraphs of the story, enough to tell the language by."""
    parts: list[str] = []
    for segment in cut:
        if segment.kind == "body":
            parts.append(text[segment.char_start : segment.char_end][:_LANGUAGE_SAMPLE])
            if sum(map(len, parts)) >= _LANGUAGE_SAMPLE:
                break
    return " ".join(parts)


def _precision(dated: Evidence | None) -> str:
    if dated is None:
        return "none"
    return "day" if dated.rule in _BASIS else "inferred_year"


def _basis(dated: Evidence | None, inferred: Inferred | None) -> str | None:
    """In words, what the date rests on."""
    if dated is None:
        return None
    return _BASIS.get(dated.rule) or ("; ".join(reason.words for reason in inferred.reasons) if inferred else None)


def _flags(rows: Sequence[Evidence], language: str) -> Iterator[str]:
    found = {row.field for row in rows}
    for field, flag in (("headline", "no_headline"), ("content_date", "no_date"), ("source", "no_source")):
        if field not in found:
            yield flag
    if language != _ANALYSED:
        yield "not_analysed"
