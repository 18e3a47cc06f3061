"""Why each field of an article has its value: one row of evidence for every passage that speaks for one."""

from collections.abc import Iterator, Sequence

from transforms.records import Evidence, Segment
from transforms.structure import agencies
from transforms.structure.byline import bare_name, byline
from transforms.structure.cut import Opening, SignedOff
from transforms.structure.dates import date_line, printed_dates
from transforms.structure.paragraphs import Block
from transforms.structure.source import printed_source
from transforms.structure.year import Inferred

_CONFIDENCE_OF_TITLES = {"headline": 0.9, "section": 0.8, "subhead": 0.7}
_DATED_WORDS = ("published", "updated", "posted")


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
    """One row a name in the byline."""
    for block, kind in zip(blocks, kinds, strict=True):
        if kind == "byline":
            names = byline(block.text)
            rule, confidence = ("by_line", 0.9) if names else ("name_beside_date", 0.6)
            for name in names or bare_name(block.text):
                yield Evidence("bylines", name.name, block.start + name.start, block.start + name.end, rule, confidence)


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


def of_source(blocks: Sequence[Block], kinds: Sequence[str], credits: Sequence[Evidence]) -> Iterator[Evidence]:
    """A copyright line is believed first, then the credited agency; what loses keeps its row."""
    printed = printed_source(blocks, kinds)
    if printed:
        yield Evidence("source", printed.name, printed.start, printed.end, printed.rule, printed.confidence)
    for row in credits:
        yield Evidence(
            "source", row.value, row.char_start, row.char_end, "agency_credit", round(0.7 * row.confidence, 2)
        )


def of_date_lines(blocks: Sequence[Block], kinds: Sequence[str]) -> Iterator[Evidence]:
    """Dates with their year on lines of their own; the first line is believed most."""
    confidence = 0.9
    for block, kind in zip(blocks, kinds, strict=True):
        dated = kind == "date" or (kind == "boilerplate" and block.text[:9].lower().startswith(_DATED_WORDS))
        found = date_line(block.text) if dated else None
        if found:
            span = block.start + found.start, block.start + found.end
            yield Evidence("content_date", found.date.isoformat(), *span, "date_line", confidence)
            confidence = 0.6


def of_dateline_date(printed: Evidence, inferred: Inferred | None) -> Iterator[Evidence]:
    """The day of the text by the date in its dateline: with the year printed there, or the one that was inferred."""
    full = next(printed_dates(printed.value), None)
    if full:
        value = full.date.isoformat()
        yield Evidence("content_date", value, printed.char_start, printed.char_end, "dateline_with_year", 0.95)
    elif inferred:
        value, confidence = inferred.date.isoformat(), round(inferred.confidence * printed.confidence, 2)
        yield Evidence("content_date", value, printed.char_start, printed.char_end, "dateline_without_year", confidence)
        for reason in inferred.reasons:
            yield Evidence("content_date", value, reason.start, reason.end, reason.rule, confidence)
