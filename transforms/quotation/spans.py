"""What a report may tell: spans of tokens with the way in which they hang on the cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Span = tuple[int, int]  # of token indices, end exclusive
# The tokens of a paragraph: a Doc, or a list of what it holds, in which a token is found at a tenth of the cost.
Words: TypeAlias = "Doc | Sequence[Token]"

OPENING = frozenset(('"', "“", "''", "``", "(", "«"))
CLOSING = frozenset(('"', "”", "''", ")", "»"))
COMMAS = frozenset((",", "—", "–", "--", "-", "("))
_EDGES = frozenset((",", ";", ":", "—", "–", "-", "--", ".")) | OPENING | CLOSING
_BEFORE, _AFTER = _EDGES - OPENING, _EDGES - CLOSING  # what a span does not begin with, and what it does not end in


@dataclass(frozen=True, slots=True)
class Content:
    """Token spans of what a report may tell, in order; `shape` says how they hang on the cue ("that", "to", "object",
    "aside" …), `edge` what was cut off from them or added ("whole" if nothing was)."""

    spans: tuple[Span, ...]
    shape: str
    edge: str = "whole"


def without(clause: Span, first: int, last: int) -> list[Span]:
    """A span without the tokens [first, last)."""
    start, end = clause
    if last <= start or first >= end:
        return [clause]
    return [(a, b) for a, b in ((start, first), (last, end)) if a < b]


def trim(start: int, end: int, doc: Words) -> Span:
    """The span without white space and punctuation at its edges; quotation marks and brackets that open or close it stay."""
    while start < end and (doc[start].text in _BEFORE or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in _AFTER or doc[end - 1].is_space):
        end -= 1
    return start, end
