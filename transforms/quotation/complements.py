"""What a cue has for its object: whom somebody praises and for what, what is called what, what was announced, the claim that …."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.quotation.cues import is_speech_noun
from transforms.quotation.reports import Report
from transforms.quotation.spans import Content

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARGUMENTS = frozenset("of for about to against as over with into toward towards between that on from".split())
_NOUN_ARGUMENTS = frozenset("for of about on against over".split())
_NOUN_CLAUSES = frozenset("that to whether if what why how when where who which".split())
_NOUN_CLAUSE_DEPS = frozenset(("acl", "relcl", "xcomp", "advcl"))
_PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
_NAMED = frozenset(("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr", "advcl", "dative", "pcomp"))
_BARE = 3  # tokens of a noun of speech with an article and an adjective


def objects(report: Report, cue: Token) -> Content | None:
    """What is denied, announced, called for; whom somebody praises, and for what."""
    parts = [child for child in cue.rights if _is_argument(child)]
    if not parts or report.lemma == "post":  # a profit, a video: nothing that was said
        return None
    first, last = parts[0], parts[-1]
    if first is last and is_speech_noun(first.text) and first.right_edge.i - first.left_edge.i < _BARE:
        return None  # "asked a question", "sent a long letter": nothing of what was said
    if is_speech_noun(first.text) and any(child.dep_ == "poss" and child.pos_ != "PRON" for child in first.lefts):
        return None  # "rejected Holt's demand that …": the words are hers
    if first.dep_ in ("prep", "agent"):
        pobj = next((child for child in first.children if child.dep_ in ("pobj", "pcomp", "prep")), None)
        start = first.i + 1 if pobj is not None else first.i
        shape = f"of:{first.lower_}"
    else:
        start = first.left_edge.i
        shape = "object" if first is last else f"object:{last.lower_ if last.dep_ == 'prep' else last.dep_}"
    end = max(part.right_edge.i for part in parts) + 1
    return Content(((max(start, report.cue_end), end),), shape)


def _is_argument(child: Token) -> bool:
    if child.dep_ in ("dobj", "oprd", "attr", "acomp", "pcomp"):
        return True
    return child.dep_ == "prep" and child.lower_ in _ARGUMENTS and not _is_time(child)


def _is_time(preposition: Token) -> bool:
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children)


def naming(cue: Token) -> Content | None:
    """ "called the pier a “disgrace”": whom and what together."""
    after = [child for child in cue.rights if child.dep_ in _NAMED or _is_argument(child)]
    while len(after) > 1 and after[-1].dep_ == "advcl":
        after.pop()
    if not after:
        return None
    first = after[0]
    start = first.i + 1 if first.dep_ == "prep" else first.left_edge.i
    shape = "naming" if len(after) > 1 else f"naming:{first.lower_ if first.dep_ == 'prep' else first.dep_}"
    return Content(((start, max(part.right_edge.i for part in after) + 1),), shape)


def passive(cue: Token) -> Content | None:
    """ "The plan was announced", "was criticized for …", "the fire, first reported by the Post": what is spoken of."""
    if cue.tag_ != "VBN":
        return None
    parts = [child for child in cue.rights if _is_argument(child)]
    subject = next((child for child in cue.children if child.dep_ in _PASSIVE_SUBJECTS), None)
    if parts and parts[0].dep_ == "prep":
        return Content(((parts[0].i + 1, parts[-1].right_edge.i + 1),), f"passive:{parts[0].lower_}")
    if parts:
        return Content(((parts[0].left_edge.i, parts[-1].right_edge.i + 1),), "passive:object")
    if subject is not None:
        return Content(((subject.left_edge.i, subject.right_edge.i + 1),), "passive")
    if cue.dep_ == "acl" and cue.head.i < cue.i:
        return Content(((cue.head.left_edge.i, cue.left_edge.i),), "participle")
    return None


def of_noun(noun: Token) -> Content | None:
    """ "his claim that …", "calls for …", "was confident that …", "the claim is that …"."""
    clause = next((child for child in noun.rights if _is_noun_clause(child)), None)
    if clause is not None:
        word = clause.left_edge.lower_ if clause.left_edge.lower_ in _NOUN_CLAUSES else "bare"
        return Content(((clause.left_edge.i, clause.right_edge.i + 1),), f"noun:{word}")
    thing = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in _NOUN_ARGUMENTS), None)
    if thing is not None:
        return Content(((thing.i + 1, thing.right_edge.i + 1),), f"noun:{thing.lower_}")
    copula = noun.head
    if noun.dep_ == "nsubj" and copula.lower_ in ("is", "was"):
        clause = next((child for child in copula.rights if child.dep_ == "ccomp"), None)
        if clause is not None:
            return Content(((clause.left_edge.i, clause.right_edge.i + 1),), "noun:is")
    return None


def _is_noun_clause(child: Token) -> bool:
    first = child.left_edge
    if child.dep_ == "relcl" and first.dep_ != "mark":
        return False
    return child.dep_ == "ccomp" or (child.dep_ in _NOUN_CLAUSE_DEPS and first.lower_ in _NOUN_CLAUSES)
