"""Why each field of an article has its value: one row of evidence for every passage that speaks for one."""

from collections.abc import Iterator, Sequence
from datetime import date

from transforms.records import Evidence, Segment
from transforms.structure import agencies
from transforms.structure.byline import byline, credited_names
from transforms.structure.cut import Opening, SignedOff
from transforms.structure.date_lines import date_lines
from transforms.structure.dates import day_and_month, printed_dates
from transforms.structure.outlets import is_outlet
from transforms.structure.paragraphs import Block
from transforms.structure.source import printed_source, self_mention
from transforms.structure.year import Inferred

_CONFIDENCE_OF_TITLES = {"headline": 0.9, "section": 0.8, "subhead": 0.7}


def of_titles(text: str, segments: Sequence[Segment]) -> Iterator[Evidence]:
    """Headline, section and subhead: their place above the story is the reason."""
    for segment in segments:
        confidence = _CONFIDENCE_OF_TITLES.get(segment.kind)
        if confidence:
            value = text[segment.char_start : segment.char_end]
            yield Evidence(
                segment.kind, value, segment.char_start, segment.char_end, f"{segment.kind}_line", confidence
            )


def of_bylines(blocks: Sequence[Block], kinds: Sequence[str]) -> Iterator[Evidence]:
    """One row a person in the byline; an organisation there speaks for the agency or the source and is no byline.

    `By Reuters Staff` credits an agency; `By Ada Bell, Reuters` says where she writes, as `By Ada Bell, The Harbour Post` does.
    """
    for block, kind in zip(blocks, kinds, strict=True):
        if kind != "byline":
            continue
        names = credited_names(block.text)
        alone = all(name.kind != "person" for name in names)
        rule, confidence = ("by_line", 0.9) if byline(block.text) else ("name_beside_date", 0.6)
        for name in names:
            span = block.start + name.start, block.start + name.end
            if name.kind == "person":
                yield Evidence("bylines", name.name, *span, rule, confidence)
            elif name.kind == "organisation":
                yield from _of_organisation(name.name, span)
                if alone and agencies.is_known(name.name):
                    yield Evidence("agency", name.name, *span, "agency_byline", 0.6)


def _of_organisation(name: str, span: tuple[int, int]) -> Iterator[Evidence]:
    """A listed agency by its short name, or what looks like an outlet, as the source."""
    agency = agencies.short_name(name)
    if agency:
        yield Evidence("source", agency, *span, "agency_byline", 0.6)
    elif is_outlet(name):
        yield Evidence("source", name, *span, "byline_credit", 0.66)


def of_dateline(blocks: Sequence[Block], head: Opening | None) -> Iterator[Evidence]:
    """The whole dateline, its place, its date and its agency, all as printed."""
    if head is None:
        return
    start, _, text = blocks[head.number]
    rule, confidence = f"dateline_{head.dateline.rule}", head.dateline.confidence
    whole = text[: head.dateline.end].rstrip()
    yield Evidence("dateline_text", whole, start, start + len(whole), rule, confidence)
    for part, field in (("place", "dateline_place"), ("date", "dateline_date"), ("agency", "agency")):
        if part in head.dateline.parts:
            first, last = head.dateline.parts[part]
            yield Evidence(field, text[first:last], start + first, start + last, rule, confidence)


def of_sign_offs(text: str, ends: Sequence[SignedOff]) -> Iterator[Evidence]:
    """One row a sign-off; a listed agency's name there also speaks for the source, less than its dateline would."""
    for end in ends:
        value = text[end.start : end.end]
        yield Evidence("sign_off", value, end.start, end.end, end.rule, end.confidence)
        name = value.strip(" -–—=()[]/.").split(" ")[0]
        agency = agencies.short_name(name)
        if agency:
            start = end.start + value.index(name)
            yield Evidence("source", agency, start, start + len(name), "agency_sign_off", 0.6)


def of_source(blocks: Sequence[Block], kinds: Sequence[str], agency_rows: Sequence[Evidence]) -> Iterator[Evidence]:
    """A copyright line is believed first, then how the outlet speaks of itself, then the agency; what loses keeps its row."""
    for found in (printed_source(blocks, kinds), self_mention(blocks, kinds)):
        if found:
            yield Evidence("source", found.name, found.start, found.end, found.rule, found.confidence)
    for row in agency_rows:
        yield Evidence(
            "source", row.value, row.char_start, row.char_end, "agency_credit", round(0.7 * row.confidence, 2)
        )


def of_date_lines(blocks: Sequence[Block], kinds: Sequence[str], language: str = "en") -> Iterator[Evidence]:
    """The days that lines near the head of the story print."""
    for (day, start, end), rule, confidence in date_lines(blocks, kinds, language):
        yield Evidence("content_date", day.isoformat(), start, end, rule, confidence)


def of_dateline_date(printed: Evidence, inferred: Inferred | None, days: Sequence[Evidence]) -> Iterator[Evidence]:
    """The day of the text by the date in its dateline: with the year printed there, that of a date line (one of `days`) with
    the same day, or the one that was inferred."""
    full = next(printed_dates(printed.value), None)
    same = next((row for row in days if _is_same_day(printed.value, row.value)), None)
    if full:
        value = full.date.isoformat()
        yield Evidence("content_date", value, printed.char_start, printed.char_end, "dateline_with_year", 0.95)
    elif same:
        yield Evidence("content_date", same.value, printed.char_start, printed.char_end, "dateline_agrees", 0.95)
    elif inferred:
        value, confidence = inferred.date.isoformat(), round(inferred.confidence * printed.confidence, 2)
        yield Evidence("content_date", value, printed.char_start, printed.char_end, "dateline_without_year", confidence)
        for reason in inferred.reasons:
            yield Evidence("content_date", value, reason.start, reason.end, reason.rule, confidence)


def _is_same_day(printed: str, iso: str) -> bool:
    day = date.fromisoformat(iso)
    return day_and_month(printed) == (day.month, day.day)
