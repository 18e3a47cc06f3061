"""Which report of the paragraph a quoted run belongs to: candidates are scored by signals that can be read and argued with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.quotation.cues import is_strong
from transforms.quotation.marks import Run
from transforms.quotation.reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Signal → weight. A run is given to its best report when the sum reaches THRESHOLD.
WEIGHTS = {
    "strong_cue": 1.0,
    "weak_cue": 0.3,
    "label": 6.0,  # HALVORSEN: …
    "comma_then_report": 5.0,  # "…," said Ruiz
    "report_adjacent_after": 2.5,  # "…" said Ruiz
    "report_leads_in": 4.0,  # Ruiz said: "…"
    "report_before": 2.0,  # Ruiz said the plan was "…"
    "governed": 3.0,  # the parser hangs the run under the cue
    "sentence_break": -4.0,
    "run_between": -1.5,
    "token_gap": -0.04,
    "noun_cue": -0.7,
    "colon_lead": 5.0,  # Ruiz fired back: "…"
    "naming_before": -10.0,  # "…" — Ruiz called it something else
    "thought": -0.5,
    "aside": -2.5,  # Ruiz said the pier, which the town vowed to keep, was "…"
}
THRESHOLD = 1.0
_FAR = 25  # words beyond which distance says no more
_NEAR = 8  # words within which a comma or colon before the run belongs to the report
_STOPS = frozenset(".!?")
_NEAREST = 8  # reports on each side that a run can belong to


@dataclass(frozen=True, slots=True)
class RunTokens:
    """A run of a paragraph with the indices of its first token and one past its last, marks left out.

    `inner` is the words inside the marks and `follows` the character after them, if any.
    """

    run: Run
    first: int
    last: int
    inner: str
    follows: str


def best_report(
    run: RunTokens, others: Sequence[RunTokens], doc: Doc, reports: Sequence[Report]
) -> tuple[int | None, float]:
    """Index of the report that the run belongs to and its score; (None, best score) when none is good enough."""
    best, best_score = None, 0.0
    for index, report in _near(run, reports):
        score = sum(WEIGHTS[name] * value for name, value in signals(run, others, doc, report).items())
        if score > best_score:
            best, best_score = index, score
    return (best, best_score) if best_score >= THRESHOLD else (None, best_score)


def _near(run: RunTokens, reports: Sequence[Report]) -> Iterator[tuple[int, Report]]:
    """The reports next to the run on both sides: a bounded number, so that the time is linear in the paragraph."""
    middle = bisect_left(reports, run.first, key=lambda report: report.first)
    start = max(0, middle - _NEAREST)
    return zip(range(start, len(reports)), reports[start : middle + _NEAREST], strict=False)


def signals(run: RunTokens, others: Sequence[RunTokens], doc: Doc, report: Report) -> dict[str, float]:
    """The signals that speak for or against a report as the one that a run belongs to; keys are those of WEIGHTS."""
    found = {"strong_cue" if is_strong(report.lemma) or report.lemma == "according to" else "weak_cue": 1.0}
    after = report.first >= run.last
    gap = doc[run.last : report.first] if after else doc[report.last : run.first]
    words = [token for token in gap if token.is_alpha or token.like_num]
    broken = _broken_after(run, gap) if after else _broken(gap)
    found["token_gap"] = float(min(len(words), _FAR))
    found["sentence_break"] = float(broken)
    found["run_between"] = float(_runs_between(others, run, report))
    if report.rule == "speaker_label":
        found["label"] = 1.0
    elif report.rule == "possessor":
        found["noun_cue"] = 1.0
    elif report.rule == "colon":
        found["colon_lead"] = float(not after and not words)
    elif report.rule in ("naming", "thought"):
        found["naming_before"] = float(report.cue_start >= run.last)
        found["thought"] = float(report.rule == "thought")
    if after and not words and not broken:
        found["comma_then_report" if _ends_open(run) else "report_adjacent_after"] = 1.0
    elif not after and not broken and (len(words) < 30):
        leads = not words or (len(words) <= _NEAR and gap.text.rstrip(" “\"'«").endswith((":", ",")))
        found["report_leads_in" if leads else "report_before"] = 1.0
    governed = _governed(run, doc, report)
    found["governed"] = float(governed)
    found["aside"] = float(not after and not governed and _in_relative_clause(doc[report.cue_start]))
    return found


def _in_relative_clause(cue: Token) -> bool:
    return cue.dep_ == "relcl" or (cue.dep_ == "conj" and cue.head.dep_ == "relcl")


def _ends_open(run: RunTokens) -> bool:
    """The run ends, or is followed, by a comma, or ends in a question, exclamation mark or dash."""
    return run.inner.rstrip().endswith((",", "?", "!", "—", "–", "…")) or run.follows == ","


def _broken_after(run: RunTokens, gap: Span) -> bool:
    return run.inner.rstrip().endswith(".") or _broken(gap)


def _broken(gap: Span) -> bool:
    """Whether a sentence ends in the gap; the full stop of "Mr." is no token of its own."""
    return any(token.text[-1:] in _STOPS and not token.is_alpha and len(token) < 2 for token in gap)


def _runs_between(others: Sequence[RunTokens], run: RunTokens, report: Report) -> int:
    start = bisect_left(others, min(run.last, report.last), key=lambda other: other.first)
    return max(0, bisect_right(others, max(run.first, report.first), key=lambda other: other.last) - start)


def _governed(run: RunTokens, doc: Doc, report: Report) -> bool:
    """A head of the run's tokens outside the run descends from the cue within a few steps."""
    for token in doc[run.first : run.last]:
        if run.first <= token.head.i < run.last and token.head.i != token.i:
            continue
        node = token
        for _ in range(12):
            if node.head.i == node.i:
                break
            node = node.head
            if report.cue_start <= node.i < report.cue_end:
                return True
        return False
    return False
