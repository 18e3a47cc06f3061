"""Runs in quotation marks that no content clause holds: the quotes that they begin or go on with."""

from dataclasses import replace

from transforms.quotation.attribution import Verdict
from transforms.quotation.candidates import LABEL, RunTokens, Scene
from transforms.quotation.clauses import cue_span
from transforms.quotation.draft import Draft, Reading
from transforms.quotation.governing import is_governed
from transforms.quotation.reports import THOUGHT
from transforms.records import Speaker

QUOTATION = 0.75  # how likely a run must be a quotation to become one: a wrong one costs more than its words, it has a wrong speaker too
_SPLIT_GAP = 160  # code points between the halves of a split quote
Attributed = tuple[Verdict, Speaker]


def add_run(reading: Reading, scene: Scene, run: RunTokens, attributed: Attributed) -> None:
    """Read one run: it goes on with the quote before, starts a quote, or is no quotation (a title, a mere expression)."""
    last, number = reading.last, scene.number
    labelled = attributed[0].speaker.kind == LABEL  # in a transcript another one speaks, marks or no marks
    if last and not last.closed and not run.lead and number == reading.last_paragraph + 1 and not labelled:
        _go_on(last, scene, run, attributed[1])
    elif attributed[0].quotation < QUOTATION:
        return
    else:
        draft = _draft(scene, run, attributed)
        if last is not None and _is_second_half(reading, last, draft, number):
            last.fragments.extend(draft.fragments)
            last.verbatim.extend(draft.verbatim)
            last.closed = draft.closed
        else:
            reading.drafts.append(draft)
            reading.last = draft
    reading.last_paragraph = number


def _draft(scene: Scene, run: RunTokens, attributed: Attributed) -> Draft:
    verdict, speaker = attributed
    draft = Draft([_span(scene, run)], [run.inner], speaker, "carried", scene.paragraph.in_segment)
    draft.closed, draft.chance, draft.quotation = run.run.closed, verdict.probability, verdict.quotation
    report = verdict.speaker.report
    if report is None or not (verdict.speaker.told is not None or is_governed(run, report)):
        return draft
    draft.form, draft.cue = "report", cue_span(scene.paragraph, report)
    draft.lemma = report.lemma
    draft.speech = report.rule != THOUGHT
    draft.embedded = report.first < run.first and run.inner[:1].islower() and run.lead[-1:].isalnum()
    return draft


def _span(scene: Scene, run: RunTokens) -> tuple[int, int]:
    offset = scene.paragraph.char_start
    return offset + run.run.outer_start, offset + run.run.outer_end


def _go_on(last: Draft, scene: Scene, run: RunTokens, speaker: Speaker) -> None:
    """Marks opened anew at the start of the next paragraph while the last was left open: the same speaker goes on."""
    last.fragments.append(_span(scene, run))
    last.verbatim.append(run.inner)
    last.closed = run.run.closed
    last.form = "multi_paragraph"
    if last.speaker.kind == "unknown":
        last.speaker = replace(speaker, rule="carried")


def _is_second_half(reading: Reading, last: Draft, draft: Draft, number: int) -> bool:
    """ "…," she said, "…": two runs around one report, or a second run that only the carried speaker explains."""
    if number != reading.last_paragraph or last.cue is None:
        return False
    start, end = last.fragments[-1][1], draft.fragments[0][0]
    around = start <= last.cue[0] and last.cue[1] <= end and end - start < _SPLIT_GAP
    return around and (draft.cue == last.cue or draft.form == "carried") and len(last.fragments) == 1
