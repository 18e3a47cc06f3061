"""Which report of the paragraph a quoted run belongs to: candidates are scored by signals that can be read and argued with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.quotation.cues import is_strong
from transforms.quotation.marks import Run
from transforms.quotation.reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
}
THRESHOLD = 1.0
_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class RunTokens:
    """A run of a paragraph with the indices of its first token and one past its last, marks left out."""

    run: Run
    first: int
    last: int


def best_report(
    run: RunTokens, others: Sequence[RunTokens], doc: Doc, reports: Sequence[Report]
) -> tuple[int | None, float]:
    """Index of the report that the run belongs to and its score; (None, best score) when none is good enough."""
    best, best_score = None, 0.0
    for index, report in enumerate(reports):
        score = sum(WEIGHTS[name] * value for name, value in signals(run, others, doc, report).items())
        if score > best_score:
            best, best_score = index, score
    return (best, best_score) if best_score >= THRESHOLD else (None, best_score)


def signals(run: RunTokens, others: Sequence[RunTokens], doc: Doc, report: Report) -> dict[str, float]:
    """The signals that speak for or against a report as the one that a run belongs to; keys are those of WEIGHTS."""
    found = {"strong_cue" if is_strong(report.lemma) or report.lemma == "according to" else "weak_cue": 1.0}
    after = report.first >= run.last
    gap = doc[run.last : report.first] if after else doc[report.last : run.first]
    words = [token for token in gap if token.is_alpha or token.like_num]
    broken = _broken_after(run, doc, gap.text) if after else _broken_before(gap.text)
    found["token_gap"] = float(len(words))
    found["sentence_break"] = float(broken)
    found["run_between"] = float(sum(1 for other in others if other is not run and _between(other, run, report)))
    if report.rule == "speaker_label":
        found["label"] = 1.0
    if report.rule == "possessor":
        found["noun_cue"] = 1.0
    if after and not words and not broken:
        found["comma_then_report" if _ends_open(run, doc) else "report_adjacent_after"] = 1.0
    elif not after and not broken and (len(words) < 30):
        found["report_leads_in" if not words or gap.text.rstrip(" “\"'«").endswith((":", ",")) else "report_before"] = (
            1.0
        )
    if _governed(run, doc, report):
        found["governed"] = 1.0
    return found


def _ends_open(run: RunTokens, doc: Doc) -> bool:
    """The run ends, or is followed, by a comma, or ends in a question, exclamation mark or dash."""
    inner = doc.text[run.run.start : run.run.end].rstrip()
    return inner.endswith((",", "?", "!", "—", "–", "…")) or doc.text[run.run.outer_end : run.run.outer_end + 1] == ","


def _broken_after(run: RunTokens, doc: Doc, gap: str) -> bool:
    inner = doc.text[run.run.start : run.run.end].rstrip()
    return inner.endswith(".") or _broken_before(gap)


def _broken_before(gap: str) -> bool:
    return any(sign in gap for sign in _STOPS)


def _between(other: RunTokens, run: RunTokens, report: Report) -> bool:
    return min(run.last, report.last) <= other.first and other.last <= max(run.first, report.first)


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
