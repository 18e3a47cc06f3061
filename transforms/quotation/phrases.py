"""How far the phrase of a speaker or a hearer reaches around its head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEFT_PARTS = frozenset(
    ("compound", "det", "amod", "poss", "nummod", "nmod", "case", "advmod", "quantmod", "predet", "punct")
)
_RIGHT_PREPOSITIONS = frozenset(("of", "for", "from", "at", "in", "with", "on"))
_MAX_RIGHT = 12  # tokens of a speaker phrase after its head: "a person familiar with the talks"
HYPHENS = ("-", "‐", "–")


def phrase(head: Token, inside: Sequence[bool]) -> tuple[int, int]:
    """Token span of the noun phrase around a head: modifiers to its left, names and short of-phrases to its right."""
    doc, start, end = head.doc, head.i, head.i + 1
    for left in reversed(list(head.lefts)):
        if (
            left.dep_ not in _LEFT_PARTS
            or (left.is_punct and left.text not in HYPHENS)
            or inside[left.i]
            or left.right_edge.i + 1 < start
        ):
            break
        start = max(left.left_edge.i, start - _MAX_RIGHT)
    for right in head.rights:
        joined = right.dep_ in ("prep", "amod", "acl", "flat", "appos") and right.left_edge.i == end
        if not joined or (right.dep_ == "prep" and right.lower_ not in _RIGHT_PREPOSITIONS):
            break
        stretch = range(end, right.right_edge.i + 1)
        if len(stretch) > _MAX_RIGHT or any(inside[i] or doc[i].is_punct or doc[i].is_space for i in stretch):
            break
        end = right.right_edge.i + 1
    first, last = _name_around(head)
    return min(start, first), max(end, last)


def _name_around(token: Token) -> tuple[int, int]:
    """The model's name that a token stands in, up to a full stop; the token itself if it stands in none."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.ent_type_:
        while doc[start].ent_iob_ == "I" and start > 0 and doc[start - 1].text != ".":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text != ".":
            end += 1
    return start, end
