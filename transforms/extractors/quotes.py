"""The quotes of an article: what was said, directly, indirectly or mixed, and who said it."""

from collections.abc import Sequence

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import RunTokens, best_report
from transforms.quotation.cast import cast
from transforms.quotation.clauses import clause_drafts
from transforms.quotation.draft import Draft, Reading, finished
from transforms.quotation.focus import SPEAKER, SUBJECT
from transforms.quotation.headline import headline_quotes
from transforms.quotation.lead_ins import lead_ins
from transforms.quotation.marks import Run, cut_at_report, quoted_runs
from transforms.quotation.reports import Report, reports
from transforms.quotation.resolve import resolve
from transforms.quotation.rows import quote_row, span_rows
from transforms.quotation.runs import add_run
from transforms.quotation.transcript import transcript_turns
from transforms.records import Article, Mention, Quote, Row, Speaker

VERSION = 3


def quotes(article: Article, paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> tuple[Quote, ...]:
    """The quotes in order of the text; the speaker of one that nobody is found for has the kind `unknown`."""
    reading = Reading(cast(paragraphs, entities))
    turns = transcript_turns(paragraphs, reading.members)
    for number, paragraph in enumerate(paragraphs):
        if number in turns:
            reading.drafts.append(turns[number])
        elif paragraph.in_segment == "body":
            _read_paragraph(reading, number, paragraphs)
    drafts = [*_headline(paragraphs, entities), *reading.drafts]
    return tuple(finished(article, draft) for draft in sorted(drafts, key=lambda draft: draft.fragments[0]))


def rows(article: Article, records: Sequence[Quote]) -> dict[str, list[Row]]:
    """Rows of the tables quotes and quote_spans."""
    body = [segment for segment in article.segments if segment.kind == "body"]
    start, end = (body[0].char_start, body[-1].char_end) if body else (0, 1)
    return {
        "quotes": [quote_row(article, quote, number, (start, end)) for number, quote in enumerate(records, 1)],
        "quote_spans": [row for quote in records for row in span_rows(article, quote)],
    }


def _read_paragraph(reading: Reading, number: int, paragraphs: Sequence[Paragraph]) -> None:
    paragraph = paragraphs[number]
    doc = paragraph.doc
    runs = [_on_tokens(run, paragraph) for run in _runs(paragraphs, number)]
    inside = [False] * len(doc)
    for run in runs:
        inside[run.first : run.last] = [True] * (run.last - run.first)
    _note_subjects(reading, paragraph, inside)
    found = [*reports(doc, inside), *lead_ins(paragraph, inside, runs)] if paragraph.parsed else []
    found.sort(key=lambda report: report.first)
    told = [(report, _resolved(reading, paragraph, report)) for report in found]
    given = [best_report(run, runs, doc, found)[0] for run in runs]
    drafts, taken = clause_drafts(paragraph, told, runs, given)
    reading.drafts.extend(drafts)
    for index, run in enumerate(runs):
        if index not in taken:
            choice = given[index]
            add_run(reading, (number, paragraph), run, None if choice is None else told[choice])
    reading.announced = told[-1][1] if told and paragraph.text.rstrip().endswith(":") else None


def _runs(paragraphs: Sequence[Paragraph], number: int) -> list[Run]:
    """The paragraph's runs; one never closed, with no mark at the start of the next paragraph, ends before its report."""
    text = paragraphs[number].text
    runs = quoted_runs(text, 0, len(text))
    following = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
    if runs and not runs[-1].closed and not following.lstrip().startswith(("“", "«", '"', "``", "''")):
        runs[-1] = cut_at_report(text, runs[-1])
    return runs


def _on_tokens(run: Run, paragraph: Paragraph) -> RunTokens:
    span = paragraph.doc.char_span(run.start, max(run.end, run.start + 1), alignment_mode="expand")
    first, last = (span.start, span.end) if span is not None else (0, 0)
    return RunTokens(
        run, first, last, paragraph.text[run.start : run.end], paragraph.text[run.outer_end : run.outer_end + 1]
    )


def _note_subjects(reading: Reading, paragraph: Paragraph, inside: Sequence[bool]) -> None:
    doc, offset = paragraph.doc, paragraph.char_start
    for mention in reading.members.named_between(offset, offset + len(paragraph.text)):
        if mention.label != "PERSON":
            continue
        span = doc.char_span(mention.char_start - offset, mention.char_end - offset, alignment_mode="expand")
        if span is None or inside[span.start]:
            continue
        root = span.root.head if span.root.dep_ == "appos" else span.root
        if root.dep_.startswith("nsubj") if paragraph.parsed else span.start - span.sent.start < 4:
            reading.focus.note(mention.char_start, mention.entity_id, SUBJECT)


def _resolved(reading: Reading, paragraph: Paragraph, report: Report) -> Speaker:
    span = (report.start, report.end, report.head)
    speaker = resolve(paragraph, span, (reading.members, reading.focus), report.rule)
    if speaker.kind == "named_person" and speaker.entity_id is not None and speaker.char_start is not None:
        reading.focus.note(speaker.char_start, speaker.entity_id, SPEAKER)
    return speaker


def _headline(paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> list[Draft]:
    return [
        Draft([found.span], [found.inner], found.speaker, "headline_colon", "headline")
        for paragraph in paragraphs
        if paragraph.in_segment == "headline"
        for found in headline_quotes(paragraph, entities)
    ]
