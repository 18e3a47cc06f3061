"""How far a content reaches: its variants without a tail that may be the newsroom's own, or with the rest of the sentence.

A parser hangs "…, which runs for two years" or "… and predicted that …" on the last words of a clause whether it was said
or is added by the reporter; the model "extent" of `weights.csv` chooses among the variants.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.quotation.cues import speech_verb, thought_verb
from transforms.quotation.reports import Report
from transforms.quotation.spans import Content, Words, trim

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAILS = frozenset(("relcl", "appos", "advcl", "conj", "dep", "prep", "acl", "npadvmod", "parataxis", "cc", "ccomp"))
_MOST_TAILS = 4  # variants of one content
_REACH = 60  # tokens before the end within which a tail begins
_MARKS = frozenset((",", "—", "–", "-", "--", ";", ":", "("))
_JOINERS = frozenset(("and", "but", "because", "or"))


def extents(report: Report, content: Content, doc: Words) -> list[Content]:
    """The content, its variants without one of its tails, longest first, with the rest of the sentence, and with its front."""
    return [content, *_cut(content, doc), *_extended(content, doc), *_fronted(report, content, doc)]


def _cut(content: Content, doc: Words) -> Iterator[Content]:
    start, end = content.spans[-1]
    found = 0
    for i in range(max(start + 2, end - _REACH), end):
        token = doc[i]
        first = token.left_edge
        if (
            token.right_edge.i != end - 1
            or token.dep_ not in _TAILS
            or not start + 1 < first.i
            or token.head.i >= first.i
        ):
            continue
        comma = doc[first.i - 1].text in _MARKS
        joined = token.dep_ == "conj" and any(doc[j].dep_ == "cc" for j in range(max(start, first.i - 2), first.i))
        if not comma and not joined and token.dep_ not in ("advcl", "prep", "relcl"):
            continue
        if token.dep_ == "prep" and not comma and token.lower_ not in ("on", "in", "after", "during", "at"):
            continue
        short = trim(start, first.i, doc)
        if joined and doc[short[1] - 1].dep_ == "cc":
            short = trim(start, short[1] - 1, doc)
        if short[0] < short[1]:
            yield Content((*content.spans[:-1], short), content.shape, _name(token, first, comma))
            found += 1
        if found == _MOST_TAILS:
            return


def _name(tail: Token, first: Token, comma: bool) -> str:
    subject = "subject" if any(child.dep_ == "nsubj" for child in tail.children) else "none"
    word = first.lower_ if first.tag_ in ("IN", "WDT", "WP", "WRB", "TO", "RB") else first.tag_
    told = "report" if speech_verb(tail.text) else "thought" if thought_verb(tail.text) else tail.tag_
    return f"cut={tail.dep_}|{word}|{subject}|{told}|{'comma' if comma else ''}"


def _extended(content: Content, doc: Words) -> Iterator[Content]:
    start, end = content.spans[-1]
    if end + 2 >= len(doc):
        return
    joint = doc[end].text if doc[end].text in _MARKS else doc[end].lower_ if doc[end].lower_ in _JOINERS else ""
    following = doc[end + 1]
    if joint and end + 2 < (last := doc[end - 1].sent.end):
        word = following.lower_ if following.tag_ in ("CC", "IN", "WDT", "WP", "WRB", "RB") else following.tag_
        yield Content((*content.spans[:-1], trim(start, last, doc)), content.shape, f"more={joint}|{word}")


def _fronted(report: Report, content: Content, doc: Words) -> Iterator[Content]:
    """ "If the pier closes, Ruiz said, the town will starve": the sentence's opening may be a part of what was said."""
    if content.spans[0][0] < report.last or doc[report.first - 1].text not in _MARKS:
        return
    opening = trim(doc[report.cue_start].sent.start, report.first, doc)
    if not opening[0] < opening[1]:
        return
    first = doc[opening[0]]
    verbs = [token.dep_ for token in doc[opening[0] : opening[1]] if token.head.i >= report.first]
    day = "day" if any(token.ent_type_ == "DATE" for token in doc[opening[0] : opening[1]]) else "none"
    aside = "aside" if report.last < len(doc) and doc[report.last].text in _MARKS else "none"
    word = first.lower_ if first.tag_ in ("IN", "RB", "WRB", "CC") else first.tag_
    yield Content((opening, *content.spans), content.shape, f"front={verbs[0] if verbs else ''}|{word}|{day}|{aside}")
