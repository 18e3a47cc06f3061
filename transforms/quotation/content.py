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
_COMMAS = (",", "—", "–", "--")
_CLAIMS_OF = {"accuse": ("of", "for"), "urge": ("for",)}
_OF_THINGS = frozenset("deny announce propose promise pledge demand reject warn predict confirm urge".split())
_MIN_WORDS = 3


def content(report: Report, doc: Doc) -> list[tuple[int, int]]:
    """Token spans (start, end) of the report's content clause without the report itself; empty when it has none."""
    if report.lemma == "according to":
        spans = _rest_of_sentence(report, doc)
    elif report.rule in ("possessor", "speaker_label", "naming", "thought", "colon"):
        spans = []
    else:
        spans = [span for clause in _clauses(report, doc) for span in _without(clause, report)]
    trimmed = [_trim(start, end, doc) for start, end in spans]
    kept = [
        (start, end) for start, end in trimmed if end - start > (len(trimmed) > 1)
    ]  # no lone "which" before the report
    return kept if _n_words(kept, doc) >= _MIN_WORDS else []


def _clauses(report: Report, doc: Doc) -> list[tuple[int, int]]:
    verb, lemma = doc[report.cue_start], report.lemma
    wanted = {"ccomp", "xcomp"} if lemma in _TO_CLAUSE or cue_class(lemma) in ("urge", "warn") else {"ccomp"}
    clauses = [child for child in verb.children if child.dep_ in wanted]
    if clauses:
        return [(clauses[0].left_edge.i, clauses[0].right_edge.i + 1)]
    if verb.dep_ in ("parataxis", "ccomp", "ROOT") and _is_parenthesis(report, doc):
        return [(verb.sent.start, verb.sent.end)]
    return _objects(verb, report)


def _is_parenthesis(report: Report, doc: Doc) -> bool:
    """ "The talks, Ruiz said, went well" or "The talks went well, Ruiz said."."""
    sentence = doc[report.cue_start].sent
    opened = report.first > sentence.start and doc[report.first - 1].text in _COMMAS
    return opened and (report.last >= sentence.end or doc[report.last].text in (*_COMMAS, ".", "?", "!"))


def _objects(verb: Token, report: Report) -> list[tuple[int, int]]:
    """What is called for, denied, announced; whom somebody accuses, and of what."""
    prepositions = _CLAIMS_OF.get(cue_class(report.lemma), ())
    after = [child for child in verb.children if child.i >= report.cue_end - 1]
    thing = next((child for child in after if child.dep_ == "dobj"), None)
    reason = next((child for child in after if child.dep_ == "prep" and child.lower_ in prepositions), None)
    if report.cue_end - report.cue_start == 2:  # called for, called on
        target = next(
            (child for child in after if child.dep_ in ("prep", "prt") and child.i == report.cue_end - 1), None
        )
        return [(report.cue_end, max(child.right_edge.i for child in after) + 1)] if target is not None else []
    if thing is not None and reason is not None and reason.i > thing.i:
        return [(thing.left_edge.i, reason.right_edge.i + 1)]
    if thing is not None and report.lemma in _OF_THINGS and thing.pos_ != "PRON":
        return [(thing.left_edge.i, thing.right_edge.i + 1)]
    return []


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
