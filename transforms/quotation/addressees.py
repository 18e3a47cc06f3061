"""The addressee of a report: to whom a thing was said ("told reporters", "said to Ruiz", "in an interview with the Post").

Whom a report is about is none: one accuses, praises and criticises a target. Only a phrase that can mean a hearer counts: a
pronoun, a name, an office, a body, an audience ("asked for calm", "told the truth" have none).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transforms.quotation.cues import speech_verb
from transforms.quotation.roles import (
    BODY_HEADS,
    BYSTANDER_HEADS,
    INANIMATE_HEADS,
    ORGANISATION_HEADS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose object hears: told, asked, warned, urged somebody.
_HEARD = frozenset(
    """tell inform assure remind notify warn caution alert advise ask urge beg press encourage implore exhort instruct order promise pressure lobby
    text email""".split()
)
_TOLD = frozenset("tell inform assure remind notify".split())  # whoever their object is, it hears
_THINGS = INANIMATE_HEADS | frozenset(
    "truth story stories lie lies tale tales joke jokes fib difference this that it".split()
)
_CLAUSES = frozenset(("ccomp", "xcomp"))
# Verbs whose "to" leads to something else than a hearer.
_NOT_TO = frozenset("refer compare liken cite attribute point object turn commit allude react call describe".split())
_AUDIENCES = frozenset(
    """audience audiences crowd crowds press media reporters journalists listeners viewers readers followers subscribers
    donors delegates attendees guests throng gathering congregation panel jury jurors inquiry nation world public country
    congress house staff staffers cabinet host hosts interviewer interviewers moderator moderators anchor correspondent
    correspondents columnist magazine outlet channel radio website tabloid daily weekly broadcaster committee lawmakers
    nurse caller callers dispatcher dispatchers class classmates family families children kids shareholders colleagues
    counterparts allies graduates cadets troops rally supporters clients patients citizens americans people""".split()
)
_HEARERS = ROLE_HEADS | UNNAMED_HEADS | ORGANISATION_HEADS | BYSTANDER_HEADS | BODY_HEADS | _AUDIENCES
_PRONOUNS = frozenset("him her them us me you himself herself themselves yourself".split())
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_NO_NAMES = frozenset("DATE TIME EVENT WORK_OF_ART LAW MONEY PERCENT CARDINAL ORDINAL QUANTITY LANGUAGE".split())
_SPEAKING = frozenset(("speaking", "talking", "writing", "testifying"))
_GIVEN = frozenset("provided given sent emailed issued released made e-mailed addressed delivered".split())
_TOWARDS = frozenset(("to", "with", "before"))


def addressee(cue: Token, medium: Token | None, inside: Sequence[bool]) -> Token | None:
    """The head of the phrase that names the hearer, outside marks, if printed; `medium` is the noun of the channel, if any.

    The object of the cue comes first, then "to …", then whom the interview was with or the letter to.
    """
    heard = (*_objects(cue), *_towards(cue), *(_company(medium) if medium is not None else ()))
    told = speech_verb(cue.text) in _TOLD
    return next(
        (t for t in heard if not inside[t.i] and (_can_hear(t) or (told and t.head == cue and _may_hear(t)))), None
    )


def _objects(cue: Token) -> Iterator[Token]:
    lemma = speech_verb(cue.text)
    if lemma not in _HEARD:
        return
    # One promises voters that …, and promises jobs.
    direct = lemma != "promise" or any(child.dep_ in _CLAUSES for child in cue.children)
    for child in cue.children:
        if child.pos_ != "ADP" and (child.dep_ == "dative" or (child.dep_ == "dobj" and direct)):
            yield child
        elif child.dep_ in _CLAUSES and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
            yield from (c for c in child.children if c.dep_ == "nsubj" and c.i > cue.i)
        elif child.dep_ == "nsubjpass" and cue.tag_ == "VBN":
            yield child


def _towards(cue: Token) -> Iterator[Token]:
    """ "said to Ruiz", "called on the council to …", "testified before the committee", "said, speaking to reporters"."""
    lemma = speech_verb(cue.text)
    if lemma and (lemma not in _NOT_TO):
        yield from _after(cue, "to")
    if lemma == "call":
        yield from _after(cue, "on")
    if lemma == "testify":
        yield from _after(cue, "before")
    for child in cue.children:
        if child.dep_ == "advcl" and child.lower_ in _SPEAKING:
            yield from _after(child, *_TOWARDS)
        elif child.dep_ == "advcl" and child.lower_ == "addressing":
            yield from (token for token in child.children if token.dep_ == "dobj")


def _company(medium: Token) -> Iterator[Token]:
    """ "an interview with the Post", "a letter to Ruiz", "a statement sent to reporters", "a Post interview"."""
    yield from _after(medium, *_TOWARDS)
    for child in medium.children:
        if child.dep_ == "acl" and child.lower_ in _GIVEN:
            yield from _after(child, "to")
    if medium.lower_ in ("interview", "interviews"):
        yield from (
            child for child in medium.children if child.dep_ in ("compound", "poss") and child.ent_type_ == "ORG"
        )


def _after(node: Token, *prepositions: str) -> Iterator[Token]:
    for child in node.children:
        if child.lower_ in prepositions and child.dep_ in ("prep", "dative") and child.i > node.i:
            yield from (token for token in child.children if token.dep_ == "pobj")


def _can_hear(token: Token) -> bool:
    if token.lower_ in _PRONOUNS or token.lower_ in _HEARERS or token.ent_type_ in _NAMES:
        return True
    return token.pos_ == "PROPN" and token.ent_type_ not in _NO_NAMES and token.text[:1].isupper()


def _may_hear(token: Token) -> bool:
    return token.lower_ not in _THINGS and token.ent_type_ not in _NO_NAMES and token.pos_ in ("NOUN", "PROPN")
