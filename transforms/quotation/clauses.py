"""Indirect and mixed quotes: the content clauses of reports, with the marked words inside them."""

from collections.abc import Sequence

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import RunTokens
from transforms.quotation.content import content
from transforms.quotation.draft import Draft
from transforms.quotation.reports import THOUGHT, Report
from transforms.records import Speaker

# Subjects of "tell", "suggest", "indicate" that nobody speaks through ("time will tell").
_MUTE = frozenset(
    """time history evidence sign signs move moves decision result results experience fact facts nothing everything something
    anything this that which what silence size success failure attack absence presence""".split()
)
Told = tuple[Report, Speaker]
Spans = Sequence[tuple[int, int]]  # of token indices, ends exclusive


def clause_drafts(
    paragraph: Paragraph, told: Sequence[Told], runs: Sequence[RunTokens], given: Sequence[int | None]
) -> tuple[list[Draft], set[int]]:
    """Drafts of the paragraph's content clauses, and the indices of the runs that they hold.

    `given[i]` is the index in `told` of the report that run i belongs to. A clause gives no quote when it runs into
    another one, cuts a run, holds a run of another report, or is all in marks (a direct quote, read run by run).
    """
    drafts: list[Draft] = []
    taken: set[int] = set()
    covered: set[int] = set()
    for index, (report, speaker) in enumerate(told):
        spans = [] if paragraph.doc[report.head].lower_ in _MUTE else content(report, paragraph.doc)
        tokens = {i for start, end in spans for i in range(start, end)}
        held = [number for number, run in enumerate(runs) if _covers(spans, run)]
        clash = any(given[number] not in (index, None) for number in held) or any(
            _overlaps(spans, run) for number, run in enumerate(runs) if number not in held
        )
        if not tokens or clash or tokens & covered or _all_marked(paragraph, tokens, [runs[i] for i in held]):
            continue
        covered |= tokens
        taken.update(held)
        drafts.append(_draft(paragraph, (report, speaker), spans, [runs[number] for number in held]))
    return drafts, taken


def cue_span(paragraph: Paragraph, report: Report) -> tuple[int, int]:
    """Offsets of the cue in the article's text."""
    first, last = paragraph.doc[report.cue_start], paragraph.doc[report.cue_end - 1]
    return paragraph.char_start + first.idx, paragraph.char_start + last.idx + len(last)


def _all_marked(paragraph: Paragraph, tokens: set[int], runs: Sequence[RunTokens]) -> bool:
    marked = {i for run in runs for i in range(run.first - 1, run.last + 1)}
    outside = [i for i in tokens - marked if paragraph.doc[i].is_alpha]
    return bool(runs) and len(outside) <= len(tokens) // 10


def _covers(spans: Spans, run: RunTokens) -> bool:
    return any(start <= run.first and run.last <= end + 1 for start, end in spans)


def _overlaps(spans: Spans, run: RunTokens) -> bool:
    return any(start < run.last and run.first < end for start, end in spans)


def _draft(paragraph: Paragraph, told: Told, spans: Spans, held: Sequence[RunTokens]) -> Draft:
    report, speaker = told
    doc, offset = paragraph.doc, paragraph.char_start
    fragments = [[offset + doc[start].idx, offset + doc[end - 1].idx + len(doc[end - 1])] for start, end in spans]
    for run in held:  # the closing mark of a run at the clause's edge belongs to the quote
        for fragment in fragments:
            if fragment[0] <= offset + run.run.start <= fragment[1]:
                fragment[0] = min(fragment[0], offset + run.run.outer_start)
                fragment[1] = max(fragment[1], offset + run.run.outer_end)
    return Draft(
        [(start, end) for start, end in fragments],
        [paragraph.text[run.run.start : run.run.end] for run in held],
        speaker,
        "according_to" if report.lemma == "according to" else "content_clause",
        paragraph.in_segment,
        cue_span(paragraph, report),
        report.lemma,
        speech=report.rule != THOUGHT,
    )
