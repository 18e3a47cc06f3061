"""The clauses that a cue governs or stands in: "said that …", "…, she said", "as Ruiz put it, …", "according to Ruiz, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.quotation.reports import Report
from transforms.quotation.spans import COMMAS, Content, Span, Words, without

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOPS = frozenset((".", "?", "!", ")", ":", ";", "”", '"'))
_QUESTION = frozenset("whether if what why how when where who which".split())
_ASKED_OR_TOLD = frozenset(("whether", "if", "why", "how", "what", "that"))
_GOES_ON = frozenset("because if although though since".split())
_TELLING = frozenset(
    """tell tells told telling assure assures assured assuring remind reminds reminded reminding inform informs informed informing
    warn warns warned warning convince convinced promise promised persuade persuaded""".split()
)
_CLAUSE_HEADS = frozenset(("ROOT", "conj", "ccomp", "advcl", "relcl"))
_ASIDES = frozenset(("parataxis", "ccomp", "ROOT", "advcl", "dep", "conj", "relcl", "acl", "appos"))
_NEAR = 20  # tokens that a report at the end of its sentence may go on after its cue
_FAR = 25  # tokens between a cue and the clause that the parser hung elsewhere
_DEEP = 12  # steps up the parse from "according" to its clause


def governed_clause(report: Report, cue: Token) -> Content | None:
    """The clause that the cue governs: "said that …", "vowed to …", "…, she said", "told them [that] …"."""
    after = [child for child in cue.rights if _is_clause(child, report)]
    before = [child for child in cue.lefts if child.dep_ == "ccomp"]
    marked = [child for child in after if _opening(child, child.left_edge.i) in ("that", "question", "to")]
    clauses = marked or [*before, *after] or _object_clauses(cue)
    if not clauses:
        return None
    clause = max(clauses, key=lambda child: child.right_edge.i - child.left_edge.i)
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if start > cue.i:
        return Content(tuple(without((start, end), report.first, report.last)), _opening(clause, start))
    return Content(_fronted((start, end), report, cue), "fronted")


def _is_clause(child: Token, report: Report) -> bool:
    if child.dep_ in ("ccomp", "xcomp"):
        return child.i != report.head
    right_there = child.left_edge.i <= report.cue_end
    return child.dep_ == "advcl" and right_there and child.left_edge.lower_ in _ASKED_OR_TOLD


def _object_clauses(cue: Token) -> list[Token]:
    """ "assured voters he was fit": a clause that the parser takes for a relative one."""
    if cue.lower_ not in _TELLING:
        return []
    things = [child for child in cue.rights if child.dep_ in ("dobj", "dative")]
    return [
        child
        for thing in things
        for child in thing.rights
        if child.dep_ in ("relcl", "acl", "ccomp") and child.tag_ not in ("VBG", "VBN") and not _is_relative(child)
    ]


def _is_relative(clause: Token) -> bool:
    return clause.left_edge.tag_ in ("WDT", "WP")


def _fronted(clause: Span, report: Report, cue: Token) -> tuple[Span, ...]:
    """A clause before its report, with the rest of the sentence where the report is an aside in it."""
    doc = cue.doc
    spans = without(clause, report.first, report.last)
    last = report.last
    if report.start >= report.cue_start or last + 2 >= len(doc):  # after "said Ruiz," come words on Ruiz
        return tuple(spans)
    if clause[1] <= report.first and doc[last].text in COMMAS and last + 2 < (sentence_end := cue.sent.end):
        following = doc[last + 1]
        own = following.tag_ in ("VBG", "IN", "WRB", "TO") or (following.tag_ == "CC" and following.head == cue)
        if not own or following.lower_ in _GOES_ON:  # "Ruiz said, to laughter", "Ruiz said, and left"
            spans.append((last + 1, sentence_end))
    return tuple(spans)


def _opening(clause: Token, start: int) -> str:
    first = clause.doc[start]
    if first.lower_ == "that" and first.dep_ == "mark":
        return "that"
    if first.lower_ in _QUESTION:
        return "question"
    if first.tag_ == "TO" or any(child.tag_ == "TO" and child.dep_ == "aux" for child in clause.children):
        return "to"
    if clause.tag_ == "VBG" and clause.dep_ == "xcomp":
        return "gerund"
    return "bare" if any(child.dep_.startswith("nsubj") for child in clause.children) else "fragment"


def as_told(cue: Token) -> Content | None:
    """ "As the Post reported, …": the clause that the aside belongs to."""
    if cue.dep_ != "advcl" or cue.left_edge.lower_ != "as":
        return None
    return _around(cue.head, (cue.left_edge.i, cue.right_edge.i + 1), "as")


def aside(report: Report, cue: Token) -> Content | None:
    """ "The talks, Ruiz said, went well": the sentence around a report set off by commas."""
    doc = cue.doc
    if cue.dep_ not in _ASIDES or report.first == 0 or doc[report.first - 1].text not in COMMAS:
        return None
    sentence = cue.sent
    opened = report.first > sentence.start
    last = report.last
    closed = last >= sentence.end or doc[last].text in (*COMMAS, *_STOPS)
    if opened and not closed and cue.dep_ in ("parataxis", "ROOT") and not _has_object(cue):
        last = cue.right_edge.i + 1  # "…, he said in a statement."
        closed = last - report.last < _NEAR
    if not (opened and closed):
        return None
    spans = without((sentence.start, sentence.end), report.first, last)
    return Content(tuple(spans), "aside" if last < sentence.end - 1 else "trailing")


def _has_object(cue: Token) -> bool:
    return any(child.dep_ in ("dobj", "ccomp", "xcomp", "attr", "oprd") for child in cue.rights)


def far_clause(cue: Token) -> Content | None:
    """ "said on the radio that …" where the parser hung the clause on another word."""
    doc = cue.doc
    for token in doc[cue.i + 1 : cue.i + _FAR]:
        if token.is_sent_start:
            return None
        if token.lower_ == "that" and token.dep_ == "mark" and cue.i < token.head.i:
            return Content(((token.i, token.head.right_edge.i + 1),), "far")
        if token.lower_ in _QUESTION - {"who", "which"} and cue.i < token.head.i and token.head.head.i <= token.i:
            return Content(((token.i, token.head.right_edge.i + 1),), "far_question")
        if token.text in (";", ":") or token.tag_ in ("VBD", "VBZ"):
            return None
    return None


def told_by(report: Report, doc: Words) -> Content | None:
    """The clause that "according to …" stands in, without the phrase and all that hangs on it."""
    cue = doc[report.cue_start]
    taken = cue.i, max(report.end, cue.right_edge.i + 1)
    clause = cue.head
    for _ in range(_DEEP):
        if clause.pos_ in ("VERB", "AUX") or clause.dep_ in _CLAUSE_HEADS:
            break
        clause = clause.head
    return _around(clause, taken, "according")


def _around(clause: Token, taken: Span, shape: str) -> Content | None:
    """The whole clause without a stretch of it.

    What follows the stretch counts only where nothing stands before it, or where it is set off by a comma and holds the verb.
    """
    whole = clause.left_edge.i, clause.right_edge.i + 1
    spans = [(s, e) for s, e in without(whole, *taken) if e - s > 1]
    before = [span for span in spans if span[1] <= taken[0]]
    after = [span for span in spans if span[0] >= taken[1]]
    if before and after and not (clause.doc[after[0][0]].text in COMMAS and after[0][0] <= clause.i):
        after = []
    place = "before" if not after else "after" if not before else "around"
    return Content((*before, *after), f"{shape}:{place}") if spans else None
