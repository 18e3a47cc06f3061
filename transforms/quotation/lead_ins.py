"""Sentences that lead into a quotation by a colon without a verb of speech: "Rubio fired back: “…”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.candidates import RunTokens
from transforms.quotation.phrases import phrase
from transforms.quotation.reports import Report
from transforms.quotation.roles import ORGANISATION_HEADS, ROLE_HEADS, UNNAMED_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR, _DEEP = 60, 30  # tokens before a colon and steps up the parse that are looked at, so that the cost is bounded
_SPEAKERS = frozenset(("he", "she", "they", "who"))
_SPEAKING_NOUNS = ROLE_HEADS | UNNAMED_HEADS | ORGANISATION_HEADS
_SPEAKING_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))


def lead_ins(paragraph: Paragraph, inside: Sequence[bool], runs: Sequence[RunTokens]) -> Iterator[Report]:
    """A report with the cue ":" for each run right after a colon whose sentence has a subject that can speak."""
    for run in runs:
        if run.lead.endswith(":") and (report := _before_colon(paragraph, inside, run.run.outer_start)):
            yield report


def announcement(paragraph: Paragraph, inside: Sequence[bool]) -> Report | None:
    """The report with the cue ":" that ends a paragraph; None where it does not end so."""
    if not paragraph.parsed or not paragraph.text.rstrip().endswith(":"):
        return None
    return _before_colon(paragraph, inside, len(paragraph.text))


def _before_colon(paragraph: Paragraph, inside: Sequence[bool], end: int) -> Report | None:
    """The subject of the sentence that the colon before this offset ends."""
    place = paragraph.text.rfind(":", 0, end)
    span = paragraph.doc.char_span(place, place + 1, alignment_mode="expand")
    subject = _main_subject(span[0], inside) if span is not None else None
    if span is None or subject is None or not _can_speak(subject):
        return None
    start, last = phrase(subject, inside)
    return Report(start, last, subject.i, span.start, span.end, ":", "colon") if last <= span.start else None


def _main_subject(colon: Token, inside: Sequence[bool]) -> Token | None:
    """The subject of the highest verb before the colon."""
    doc, first = colon.doc, max(colon.sent.start, colon.i - _FAR)
    subjects = [t for t in doc[first : colon.i] if t.dep_ in ("nsubj", "nsubjpass") and not inside[t.i]]
    return min(subjects, key=lambda token: (_depth(token), token.i), default=None)


def _depth(token: Token) -> int:
    return sum(1 for _ in islice(token.ancestors, _DEEP))


def _can_speak(token: Token) -> bool:
    return token.lower_ in _SPEAKERS or token.ent_type_ in _SPEAKING_NAMES or token.lower_ in _SPEAKING_NOUNS
