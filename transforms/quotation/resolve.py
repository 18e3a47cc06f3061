"""From a speaker phrase to the one it means: a name, a pronoun, a role, an unnamed source, an institution or a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import Cast, Person
from transforms.quotation.focus import GENDER_OF_PRONOUN, SPEAKER, Focus, gender_of, person_of_pronoun
from transforms.quotation.institutions import last_organisation, organisation_meant
from transforms.quotation.roles import (
    BODY_HEADS,
    BYSTANDER_HEADS,
    DOCUMENT_HEADS,
    FEMALE_HEADS,
    INANIMATE_HEADS,
    MALE_HEADS,
    METONYMS,
    ORGANISATION_HEADS,
    ROLE_HEADS,
    UNNAMED_HEADS,
    qualifiers,
    role_words,
)
from transforms.records import Mention, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = frozenset(("they", "them", "their", "we", "us", "our"))
_NEAR = 1200  # code points back within which "it" looks for its organisation
_NEAR_ROLE = 700  # code points back within which a bare role may mean the last speaker
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
    kind, person, sure, how = _meaning(paragraph, head, text, state)
    if how == "nominal" and rule in _SPOKEN and _may_speak(head):
        kind = "unnamed"
    speaker_rule = f"{rule}+{how}" if how else rule
    entity, name = (person.entity_id, person.name) if isinstance(person, Person) else (None, None)
    if isinstance(person, Mention):
        entity, name = person.entity_id, person.canonical_name
    return Speaker(kind, speaker_rule, sure, text, char_start, char_end, entity, name)


def _meaning(paragraph: Paragraph, head: Token, text: str, state: tuple[Cast, Focus]) -> Meaning:
    members, focus = state
    position = paragraph.char_start + head.idx
    word = head.lower_
    mention = members.named_at(position)
    if mention and (mention.label == "PERSON" or word not in ROLE_HEADS | UNNAMED_HEADS):
        kind = "metonym" if mention.surface.lower() in METONYMS else _KIND_OF_LABEL[mention.label]
        return kind, mention, 0.95, ""
    gender = GENDER_OF_PRONOUN.get(word, "n" if word == "they" else "")
    if gender:
        person = (
            person_of_pronoun(members, focus, (paragraph.char_start, position), gender)
            if _may_be(gender, state)
            else None
        )
        if person:
            return "named_person", person, 0.8, "pronoun"
    if word in _PLURAL or gender:
        return "unnamed", None, 0.4, "plural_pronoun" if word in _PLURAL else "pronoun"
    if word in ("it", "its"):
        mention = last_organisation(members.organisations, position, _NEAR)
        return ("organisation", mention, 0.6, "pronoun") if mention else ("unknown", None, 0.3, "pronoun")
    return _nominal(paragraph, head, text, state)


def _may_speak(head: Token) -> bool:
    """Whether a noun that no list knows as a speaker is plausibly a person: "a deckhand", "cops", "the parish clerk"."""
    # A tagger may take the lower-case "parish clerk" for a name.
    common = head.tag_ in ("NN", "NNS") or (head.pos_ == "PROPN" and head.is_lower)
    return common and head.is_alpha and head.lower_ not in INANIMATE_HEADS


def _may_be(gender: str, state: tuple[Cast, Focus]) -> bool:
    """ "they" is one person only where the article says that somebody uses it."""
    return gender != "n" or any(gender_of(person, state[1]) == "n" for person in state[0].persons.values())


def _nominal(paragraph: Paragraph, head: Token, text: str, state: tuple[Cast, Focus]) -> Meaning:
    members, _ = state
    position, word = paragraph.char_start + head.idx, head.lower_
    inner = _person_beside(members, paragraph, head)
    if inner is not None:
        return "named_person", inner, 0.9, "apposition"
    person, how = role_bearer(state, (paragraph.char_start, position), head, text)
    if person is not None:
        return "named_person", person, 0.75 if how == "role" else 0.5, how
    if word in DOCUMENT_HEADS:
        return "document", None, 0.8, "document"
    if word in UNNAMED_HEADS | ROLE_HEADS | BYSTANDER_HEADS:
        return "unnamed", None, 0.8, "unnamed"
    if word in ORGANISATION_HEADS | BODY_HEADS:
        meant = organisation_meant(members.organisations, position, text)
        return "organisation", meant, 0.7, "institution"
    if text.lower().removeprefix("the ") in METONYMS:
        return "metonym", None, 0.8, "metonym"
    return "unknown", None, 0.4, "nominal"


def _person_beside(members: Cast, paragraph: Paragraph, head: Token) -> Mention | None:
    """ "the mayor, Ana Ruiz, said": the name in apposition right after the phrase."""
    for child in head.children:
        if child.dep_ == "appos":
            mention = members.named_at(paragraph.char_start + child.idx)
            if mention is not None and mention.label == "PERSON":
                return mention
    return None


def role_bearer(state: tuple[Cast, Focus], place: tuple[int, int], head: Token, text: str) -> tuple[Person | None, str]:
    """The person whose printed office shares most with a role phrase; else, for a short one, the last speaker without office.

    `place` is the offset of the paragraph and of the phrase. Plural and indefinite phrases mean nobody in particular, but
    for one custom of leads: "a prosecutor said" before the only prosecutor is named.
    """
    word, position = head.lower_, place[1]
    if head.tag_ in ("NNS", "NNPS") or word not in ROLE_HEADS | FEMALE_HEADS | MALE_HEADS:
        return None, ""
    members = state[0]
    if text.lower().startswith(("a ", "an ")):
        first = not any(mention.label == "PERSON" for mention in members.named_between(0, position))
        bearers = [person for person in members.persons.values() if word in person.roles]
        return (bearers[0], "lead") if first and len(bearers) == 1 and word not in _ANYBODY else (None, "")
    if not text.lower().startswith(("the ", "that ", "this ")) and text[:1].islower() and not _possessed(head):
        return None, ""
    best = _best_office(members, position, text)
    return (best, "role") if best else (_last_speaker(state, position, text), "focus")


_ANYBODY = frozenset(
    "spokesman spokeswoman spokesperson aide adviser advisor official analyst witness resident".split()
)


def _possessed(head: Token) -> bool:
    return any(child.dep_ == "poss" for child in head.children)


def _best_office(members: Cast, position: int, text: str) -> Person | None:
    wanted, places = role_words(text), qualifiers(text)
    scored = []
    for person in members.persons.values():
        shared = wanted & person.roles
        if not any(word in ROLE_HEADS or word.startswith("#") for word in shared) or shared == {"#head"}:
            continue
        clash = bool(places and person.qualifiers and not places & person.qualifiers)
        scored.append((len(shared) - 2 * clash, person.n_mentions, person.entity_id))
    return members.persons[max(scored)[2]] if scored and max(scored)[0] > 0 else None


def _last_speaker(state: tuple[Cast, Focus], position: int, text: str) -> Person | None:
    """Whoever spoke last, when no office of that person is printed and the words fit the gender."""
    members, focus = state
    wanted = role_words(text)
    gender = "f" if wanted & FEMALE_HEADS else "m" if wanted & MALE_HEADS else None
    recent = [event for event in focus.between(position - _NEAR_ROLE, position) if event.weight >= SPEAKER]
    if not recent or len(text.split()) > 4:
        return None
    last = members.persons.get(recent[0].entity_id)
    return last if last and not last.roles and gender in (None, gender_of(last, focus)) else None
