"""Sentences that lead into a quotation by a colon without a verb of speech: "Rubio fired back: “…”"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import RunTokens
from transforms.quotation.reports import Report, phrase
from transforms.quotation.roles import ORGANISATION_HEADS, ROLE_HEADS, UNNAMED_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKERS = frozenset(("he", "she", "they", "who"))
_SPEAKING_NOUNS = ROLE_HEADS | UNNAMED_HEADS | ORGANISATION_HEADS
_SPEAKING_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))


def lead_ins(paragraph: Paragraph, inside: Sequence[bool], runs: Sequence[RunTokens]) -> Iterable[Report]:
    """A report with the cue ":" for each run right after a colon whose sentence has a subject that can speak."""
    doc = paragraph.doc
    for run in runs:
        before = paragraph.text[: run.run.outer_start].rstrip()
        if before.endswith(":") and (colon := doc.char_span(len(before) - 1, len(before), alignment_mode="expand")):
            subject = _main_subject(colon[0], inside)
            if subject is not None and _can_speak(subject):
                start, end = phrase(subject, inside)
                if end <= colon.start:
                    yield Report(start, end, subject.i, colon.start, colon.end, ":", "colon")


def _main_subject(colon: Token, inside: Sequence[bool]) -> Token | None:
    """The subject of the highest verb before the colon."""
    doc, first = colon.doc, colon.sent.start
    subjects = [t for t in doc[first : colon.i] if t.dep_ in ("nsubj", "nsubjpass") and not inside[t.i]]
    return min(subjects, key=lambda token: (_depth(token), token.i), default=None)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _can_speak(token: Token) -> bool:
    return token.lower_ in _SPEAKERS or token.ent_type_ in _SPEAKING_NAMES or token.lower_ in _SPEAKING_NOUNS
