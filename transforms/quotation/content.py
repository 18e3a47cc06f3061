"""What a report says in its own words: the content clause of indirect and mixed speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.quotation.cues import cue_class
from transforms.quotation.reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TO_CLAUSE = frozenset("promise vow pledge threaten agree ask tell offer propose".split())
_EDGE_WORDS = frozenset((",", ";", ":", "—", "–", "-", ".", "that", "and", "but", '"', "“", "”", "''", "``", "(", ")"))
_MIN_WORDS = 3


def content(report: Report, doc: Doc) -> list[tuple[int, int]]:
    """Token spans (start, end) of the report's content clause without the report itself; empty when it has none."""
    if report.lemma == "according to":
        spans = _rest_of_sentence(report, doc)
    elif report.rule in ("possessor", "speaker_label"):
        spans = []
    else:
        spans = [span for clause in _clauses(doc[report.cue_start], report.lemma) for span in _without(clause, report)]
    trimmed = [_trim(start, end, doc) for start, end in spans]
    kept = [
        (start, end) for start, end in trimmed if end - start > (len(trimmed) > 1)
    ]  # no lone "which" before the report
    return kept if _n_words(kept, doc) >= _MIN_WORDS else []


def _clauses(verb: Token, lemma: str) -> list[tuple[int, int]]:
    wanted = {"ccomp"}
    if lemma in _TO_CLAUSE or cue_class(lemma) in ("urge", "warn"):
        wanted.add("xcomp")
    clauses = [child for child in verb.children if child.dep_ in wanted]
    if (
        not clauses
        and verb.dep_ in ("parataxis", "ccomp")
        and verb.i > verb.head.i
        and verb.head.pos_ in ("VERB", "AUX")
    ):
        # "The talks, Ruiz said, went well": the parser hangs the report under the content.
        sentence = verb.sent
        return [(sentence.start, sentence.end)] if verb.dep_ == "parataxis" else []
    return [(clause.left_edge.i, clause.right_edge.i + 1) for clause in clauses[:1]]


def _without(clause: tuple[int, int], report: Report) -> list[tuple[int, int]]:
    start, end = clause
    if report.last <= start or report.first >= end:
        return [clause]
    return [(start, report.first), (report.last, end)]


def _rest_of_sentence(report: Report, doc: Doc) -> list[tuple[int, int]]:
    sentence = doc[report.cue_start].sent
    return [(sentence.start, report.cue_start), (report.end, sentence.end)]


def _trim(start: int, end: int, doc: Doc) -> tuple[int, int]:
    while start < end and (doc[start].is_space or doc[start].lower_ in _EDGE_WORDS - {'"', "“", "''", "``", "("}):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].lower_ in _EDGE_WORDS - {'"', "”", "''", ")"}):
        end -= 1
    return start, end


def _n_words(spans: Sequence[tuple[int, int]], doc: Doc) -> int:
    return sum(1 for start, end in spans for token in doc[start:end] if token.is_alpha or token.like_num)
