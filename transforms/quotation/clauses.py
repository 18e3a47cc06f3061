"""Indirect and mixed quotes: the contents of reports, with the marked words inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import and_

from transforms.language.pipeline import Paragraph
from transforms.quotation.acceptance import extent_signals, signals
from transforms.quotation.candidates import RunTokens, Scene
from transforms.quotation.content import contents
from transforms.quotation.draft import UNKNOWN, Draft
from transforms.quotation.extents import extents
from transforms.quotation.linear import Weights, logistic, strongest, total, weights
from transforms.quotation.reports import THOUGHT, Report, without_speaker
from transforms.quotation.spans import Content, Span, Words
from transforms.records import Speaker

# Subjects of "tell", "suggest", "indicate" that nobody speaks through ("time will tell").
_MUTE = frozenset(
    """time history evidence sign signs move moves decision result results experience fact facts nothing everything something
    anything this that which what silence size success failure attack absence presence""".split()
)
# Shapes of contents that a report without a speaker may have: a bare thing ("was announced", "asked about the pier") that
# nobody is said to have said tells a reader nothing.
_CLAUSES = frozenset("that question to bare far far_question noun:that noun:to noun:bare noun:is".split())
# Probabilities from which a candidate counts: near half of the F1 that is reached on speech and on all attributions, where
# F1 is greatest (Lipton, Elkan and Naryanaswamy 2014).
_SPOKEN, _THOUGHT = 0.45, 0.33
_NOBODY = -1  # index of a report that names no speaker
_ALL_MARKED = 10  # a content with at most one word in ten outside marks is a direct quote
Told = tuple[Report, Speaker]


@dataclass(frozen=True, slots=True)
class _Telling:
    """A report with the spans of its content, the runs that these hold, and how likely it is an attribution."""

    told: Told
    spans: tuple[Span, ...]
    held: tuple[int, ...]
    probability: float


def clause_drafts(scene: Scene, given: Sequence[int | None]) -> tuple[list[Draft], set[int]]:
    """Drafts of the paragraph's content clauses, and the indices of the runs that they hold.

    `given[i]` is the index among the scene's reports of the one that run i belongs to. Of clauses that run into one another the longer
    and likelier counts; none counts that cuts a run, holds a run of a report outside it, or is all in marks (a direct
    quote, read run by run). Reports without a speaker are found here; their quotes have an unknown one.
    """
    if not scene.paragraph.parsed:
        return [], set()
    covered = bytearray(len(scene.tokens))
    drafts: list[Draft] = []
    taken: set[int] = set()
    for telling in sorted(_tellings(scene, given), key=_weightiest_first):
        if any(covered.find(1, start, end) >= 0 for start, end in telling.spans):
            continue
        for start, end in telling.spans:
            covered[start:end] = b"\x01" * (end - start)
        taken.update(telling.held)
        drafts.append(_draft(scene.paragraph, telling, [scene.runs[number] for number in telling.held]))
    return drafts, taken


def cue_span(paragraph: Paragraph, report: Report) -> tuple[int, int]:
    """Offsets of the cue in the article's text."""
    first, last = paragraph.doc[report.cue_start], paragraph.doc[report.cue_end - 1]
    return paragraph.char_start + first.idx, paragraph.char_start + last.idx + len(last)


def _weightiest_first(telling: _Telling) -> tuple[float, int]:
    """A clause that holds another goes before it unless it is much less likely: PARC's attributions do not nest in speech."""
    length = sum(end - start for start, end in telling.spans)
    return -telling.probability * length**0.5, telling.spans[0][0]


def _tellings(scene: Scene, given: Sequence[int | None]) -> Iterator[_Telling]:
    doc, inside, runs = scene.tokens, scene.inside, scene.runs
    known = list(zip(scene.reports, scene.told, range(len(scene.reports)), strict=True))
    known += [(report, UNKNOWN, _NOBODY) for report in without_speaker(doc, inside, scene.reports)]
    if not known:
        return
    alphabetic = [token.is_alpha for token in doc] if runs else []
    words = [0, *accumulate(alphabetic)]
    marked = [0, *accumulate(map(and_, alphabetic, inside))]
    table, extent = weights("clause"), weights("extent")
    for report, speaker, index in known:
        if report.start < report.end and doc[report.head].lower_ in _MUTE:
            continue
        found = _clause_of_nobody(report, doc, extent) if index == _NOBODY else chosen(report, doc, extent)
        fitted = None if found is None else _around_runs(found.spans, runs)
        if found is None or fitted is None:
            continue
        spans, held = fitted
        if report.start < report.end and any(a < report.end and report.start < b for a, b in spans):
            continue  # nobody is a part of what they say
        if any(not _belongs(given[number], index, scene.reports, spans) for number in held):
            continue
        if held and _is_direct(
            sum(words[b] - words[a] for a, b in spans), sum(marked[b] - marked[a] for a, b in spans)
        ):
            continue
        features = signals(report, found, doc)
        probability = logistic(total(table, features))
        if probability >= (_THOUGHT if report.rule == THOUGHT else _SPOKEN):
            reasons = strongest(table, features)
            yield _Telling((report, replace(speaker, signals=reasons)), spans, held, probability)


def chosen(report: Report, doc: Words, table: Weights) -> Content | None:
    """The likeliest of the report's contents and of their extents."""
    return _likeliest(report, contents(report, doc), doc, table)


def _clause_of_nobody(report: Report, doc: Words, table: Weights) -> Content | None:
    """The likeliest content of a report without a speaker, if it is a clause; most have none at all, which is soon seen."""
    offered = contents(report, doc)
    if not any(content.shape in _CLAUSES for content in offered):
        return None
    found = _likeliest(report, offered, doc, table)
    return found if found is not None and found.shape in _CLAUSES else None


def _likeliest(report: Report, offered: Sequence[Content], doc: Words, table: Weights) -> Content | None:
    variants = [variant for content in offered for variant in extents(report, content, doc)]
    if len(variants) < 2:
        return variants[0] if variants else None
    return max(variants, key=lambda variant: total(table, extent_signals(report, variant, doc)))


def _around_runs(spans: Sequence[Span], runs: Sequence[RunTokens]) -> tuple[tuple[Span, ...], tuple[int, ...]] | None:
    """The spans widened to the end of a run that begins in them, and the runs they hold; None where one begins before."""
    fitted: list[Span] = []
    held: list[int] = []
    for start, end in spans:
        first = bisect_right(runs, start, key=lambda run: run.last)
        if first < len(runs) and runs[first].first < start:
            return None
        after = bisect_left(runs, end, key=lambda run: run.first)
        held.extend(range(first, after))
        fitted.append((start, max(end, runs[after - 1].last) if after > first else end))
    return tuple(fitted), tuple(held)


def _belongs(given: int | None, index: int, reports: Sequence[Report], spans: Sequence[Span]) -> bool:
    """A run belongs to the clause's own report, to none, or to one inside the clause."""
    if given is None or given == index:
        return True
    return any(start <= reports[given].cue_start < end for start, end in spans)


def _is_direct(words: int, marked: int) -> bool:
    return marked > 0 and words - marked <= words // _ALL_MARKED


def _draft(paragraph: Paragraph, telling: _Telling, held: Sequence[RunTokens]) -> Draft:
    report, speaker = telling.told
    doc, offset = paragraph.doc, paragraph.char_start
    fragments = [[offset + doc[a].idx, offset + doc[b - 1].idx + len(doc[b - 1])] for a, b in telling.spans]
    for run in held:  # the closing mark of a run at the clause's edge belongs to the quote
        for fragment in fragments:
            if fragment[0] <= offset + run.run.start <= fragment[1]:
                fragment[0] = min(fragment[0], offset + run.run.outer_start)
                fragment[1] = max(fragment[1], offset + run.run.outer_end)
    return Draft(
        sorted((start, end) for start, end in fragments),
        [paragraph.text[run.run.start : run.run.end] for run in held],
        speaker,
        "according_to" if report.lemma == "according to" else "content_clause",
        paragraph.in_segment,
        cue_span(paragraph, report),
        report.lemma,
        speech=report.rule != THOUGHT,
        chance=telling.probability,
    )
