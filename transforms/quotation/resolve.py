"""From a speaker phrase to the one it means: a name, a pronoun, a role, an unnamed source, an institution or a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.bearers import role_bearer
from transforms.quotation.cast import Cast, Person
from transforms.quotation.focus import SPEAKER, SUBJECT, Focus, is_unnamed, unnamed
from transforms.quotation.institutions import last_organisation, organisation_meant
from transforms.quotation.offices import office
from transforms.quotation.pronouns import GENDER_OF_PRONOUN, person_of_pronoun
from transforms.quotation.roles import (
    BODY_HEADS,
    BYSTANDER_HEADS,
    DOCUMENT_HEADS,
    INANIMATE_HEADS,
    METONYMS,
    ORGANISATION_HEADS,
    PERSON_HEADS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)
from transforms.records import Mention, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES, _PEOPLE = ROLE_HEADS | UNNAMED_HEADS, UNNAMED_HEADS | PERSON_HEADS | BYSTANDER_HEADS
_BODIES = ORGANISATION_HEADS | BODY_HEADS
_GUARD = re.compile(
    r"\b(?:coast|national|home|civil|republican|revolutionary|presidential) guard$", re.IGNORECASE
)  # no person
_PLURAL = frozenset(("they", "them", "their", "we", "us", "our"))
_FIRST_PERSON = frozenset(("i", "me", "my"))  # outside quotation marks: the author, whom the paragraphs do not name
# How sure each way of finding a speaker is: its share of right ones among hand labels of PolNeAR dev.
_SURE = {"role": 0.88, "lead": 0.75, "focus": 0.75, "unnamed": 0.9, "pronoun": 0.5, "plural_pronoun": 0.9}
_NEAR = 1200  # code points back within which "it" looks for its organisation
_BESIDE = 50  # code points from a noun within which its apposition begins
_APPOSED = re.compile(r"(?:\s(?:of|for|at|in)\s[^,.;:()“”\"]{1,40})?,\s")
_SPOKEN = frozenset(
    ("subject", "shared_subject", "inverted", "relative", "thought")
)  # rules whose subject is one who speaks
_KIND_OF_LABEL = {"PERSON": "named_person", "ORG": "organisation", "PLACE": "metonym", "MISC": "unnamed"}
Meaning = tuple[str, Person | Mention | None, float, str]  # kind, who, confidence, how


def resolve(paragraph: Paragraph, span: tuple[int, int, int], state: tuple[Cast, Focus], rule: str) -> Speaker:
    """The speaker that the token span (start, end, head) of the paragraph's Doc means."""
    start, end, head_index = span
    doc = paragraph.doc
    head = doc[head_index]
    char_start = paragraph.char_start + doc[start].idx
    char_end = paragraph.char_start + doc[end - 1].idx + len(doc[end - 1])
    text = paragraph.text[char_start - paragraph.char_start : char_end - paragraph.char_start]
    _catch_up(state, paragraph.char_start + head.idx)
    kind, person, sure, how = _meaning(paragraph, span, text, state)
    if how == "nominal" and rule in _SPOKEN and _may_speak(head):
        kind = "unnamed"
    if kind == "unnamed" and head.lower_ in PERSON_HEADS and head.tag_ == "NN":
        state[1].note(paragraph.char_start + head.idx, _unnamed_id(state[0], head, paragraph), SPEAKER)
    speaker_rule = f"{rule}+{how}" if how else rule
    entity, name = (person.name_id, person.name) if isinstance(person, Person) else (None, None)
    if isinstance(person, Mention):
        entity, name = person.name_id, person.canonical_name
    return Speaker(kind, speaker_rule, sure, text, char_start, char_end, entity, name)


def _catch_up(state: tuple[Cast, Focus], position: int) -> None:
    """Read the subjects before this offset that are pronouns or role phrases, so that the focus follows them."""
    members, focus = state
    actors = members.stage.actors
    while focus.n_read < len(actors) and actors[focus.n_read].position < position:
        actor = actors[focus.n_read]
        focus.n_read += 1
        gender = GENDER_OF_PRONOUN.get(actor.head.lower_)
        if gender:
            meant = person_of_pronoun(members, focus, actor.position, gender)
            entity = meant.name_id if meant else None
        else:
            person, _ = role_bearer(members, focus, actor.position, actor.head)
            entity = person.name_id if person else _unnamed_id(members, actor.head, actor.paragraph)
        if entity is not None:
            focus.note(actor.position, entity, SUBJECT)


def _unnamed_id(members: Cast, head: Token, paragraph: Paragraph) -> str:
    """The same for each definite phrase that goes on with an unnamed person: "an official" and, later, "the official"."""
    position = paragraph.char_start + head.idx
    known = members.stage.last_unnamed(head.lower_, position + 1)
    return unnamed(head.lower_, position if known is None else known)


def _meaning(paragraph: Paragraph, span: tuple[int, int, int], text: str, state: tuple[Cast, Focus]) -> Meaning:
    members, head = state[0], paragraph.doc[span[2]]
    position = paragraph.char_start + head.idx
    word = head.lower_
    mention = _named(members, paragraph, span)
    if mention and (mention.label == "PERSON" or word not in _ROLES):
        kind = "metonym" if mention.surface.lower().removeprefix("the ") in METONYMS else _KIND_OF_LABEL[mention.label]
        return kind, mention, 0.95, ""
    if gender := GENDER_OF_PRONOUN.get(word) or ("n" if word == "they" and members.any_they else None):
        return _pronoun(state, position, gender)
    if word in _PLURAL:
        return "unnamed", None, _SURE["plural_pronoun"], "plural_pronoun"
    if word in _FIRST_PERSON:
        return "unnamed", None, 0.5, "first_person"
    if word in ("it", "its"):
        mention = last_organisation(members.organisations, position, _NEAR)
        return ("organisation", mention, 0.6, "pronoun") if mention else ("unknown", None, 0.3, "pronoun")
    return _nominal(paragraph, head, text, state)


def _may_speak(head: Token) -> bool:
    """Whether a noun that no list knows as a speaker is plausibly a person: "a deckhand", "cops", "the parish clerk"."""
    # A tagger may take the lower-case "parish clerk" for a name.
    common = head.tag_ in ("NN", "NNS") or (head.pos_ == "PROPN" and head.is_lower)
    return common and head.is_alpha and head.lower_ not in INANIMATE_HEADS


def _named(members: Cast, paragraph: Paragraph, span: tuple[int, int, int]) -> Mention | None:
    """The name that a phrase turns on, or that ends it after a title: "Holt senior adviser Ana Ruiz" is Ruiz."""
    start, end, head = span
    doc, offset = paragraph.doc, paragraph.char_start
    mention, last = members.named_at(offset + doc[head].idx), members.named_at(offset + doc[end - 1].idx)
    if last is None or last.label != "PERSON" or last is mention or last.char_start <= offset + doc[start].idx:
        return mention
    between = doc[head + 1 : end]
    joined = any(token.dep_ in ("prep", "case", "cc") or token.is_punct for token in between)
    title = office(paragraph.text[doc[start].idx : last.char_start - offset])
    return mention if joined or title is None else last


def _pronoun(state: tuple[Cast, Focus], position: int, gender: str) -> Meaning:
    meant = person_of_pronoun(*state, position, gender)
    if meant is None or is_unnamed(meant.name_id):
        return "unnamed", None, _SURE["pronoun"], "pronoun"
    sure = _SURE["pronoun"] + (1 - _SURE["pronoun"]) * meant.probability
    return "named_person", state[0].persons[meant.name_id], sure, "pronoun"


def _nominal(paragraph: Paragraph, head: Token, text: str, state: tuple[Cast, Focus]) -> Meaning:
    members, focus = state
    position, word = paragraph.char_start + head.idx, "coastguard" if _GUARD.search(text) else head.lower_
    inner = _name_beside(members, paragraph, head)
    if inner is not None:
        return "organisation" if inner.label == "ORG" else "named_person", inner, 0.9, "apposition"
    person, how = role_bearer(members, focus, position, head)
    if person is not None:
        return "named_person", person, _SURE[how], how
    if word in DOCUMENT_HEADS:
        return "document", None, 0.8, "document"
    if word in _PEOPLE:
        return "unnamed", None, _SURE["unnamed"], "unnamed"
    if word in _BODIES:
        meant = organisation_meant(members.organisations, position, text)
        return "organisation", meant, 0.7, "institution"
    if text.lower().removeprefix("the ") in METONYMS:
        return "metonym", None, 0.8, "metonym"
    return "unknown", None, 0.4, "nominal"


def _name_beside(members: Cast, paragraph: Paragraph, head: Token) -> Mention | None:
    """ "the mayor of the port, Ana Ruiz, said", "the district, Holt Schools, said": the name in apposition after the phrase."""
    end = head.idx + len(head)
    labels = ("PERSON", "ORG") if head.lower_ in _BODIES else ("PERSON",)
    for mention in members.named_between(paragraph.char_start + end, paragraph.char_start + end + _BESIDE)[:1]:
        between = paragraph.text[end : mention.char_start - paragraph.char_start]
        if mention.label in labels and _APPOSED.fullmatch(between):
            return mention
    for child in head.children:
        if child.dep_ == "appos":
            mention_there = members.named_at(paragraph.char_start + child.idx)
            if mention_there is not None and mention_there.label in labels:
                return mention_there
    return None
