"""From a speaker phrase to the one it means: a name, a pronoun, a role, an unnamed source, an institution or a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import Cast, Person
from transforms.quotation.roles import (
    DOCUMENT_HEADS,
    FEMALE_HEADS,
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

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset(("they", "them", "their", "we", "us", "our"))
_NEAR = 1200  # code points back within which a pronoun looks for its person
_KIND_OF_LABEL = {"PERSON": "named_person", "ORG": "organisation", "PLACE": "metonym", "MISC": "unnamed"}


@dataclass(slots=True)
class Focus:
    """What the discourse is about so far: persons in the order in which they last spoke or were a subject."""

    events: list[tuple[int, str, float]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def note(self, position: int, entity_id: str, weight: float) -> None:
        """A person was a subject (weight 1) or a speaker (weight 2) at this offset."""
        self.events.append((position, entity_id, weight))


def resolve(paragraph: Paragraph, span: tuple[int, int, int], state: tuple[Cast, Focus], rule: str) -> Speaker:
    """The speaker that the token span (start, end, head) of the paragraph's Doc means."""
    start, end, head_index = span
    doc = paragraph.doc
    head = doc[head_index]
    char_start = paragraph.char_start + doc[start].idx
    char_end = paragraph.char_start + doc[end - 1].idx + len(doc[end - 1])
    text = doc.text[char_start - paragraph.char_start : char_end - paragraph.char_start]
    kind, person, sure, how = _meaning(paragraph, head, text, state)
    if person is None and kind == "":
        kind, how, sure = "unknown", "unresolved", 0.3
    speaker_rule = f"{rule}+{how}" if how else rule
    entity, name = (person.entity_id, person.name) if isinstance(person, Person) else (None, None)
    if isinstance(person, Mention):
        entity, name = person.entity_id, person.canonical_name
    return Speaker(kind, speaker_rule, sure, text, char_start, char_end, entity, name)


def _meaning(
    paragraph: Paragraph, head: Token, text: str, state: tuple[Cast, Focus]
) -> tuple[str, Person | Mention | None, float, str]:
    members, focus = state
    position = paragraph.char_start + head.idx
    word = head.lower_
    mention = _mention_at(members.mentions, position)
    if mention and (mention.label == "PERSON" or word not in ROLE_HEADS | UNNAMED_HEADS):
        kind = "metonym" if mention.surface.lower() in METONYMS else _KIND_OF_LABEL[mention.label]
        return kind, mention, 0.95, ""
    if word in _GENDER:
        person = _pronoun(members, focus, position, _GENDER[word])
        return ("named_person", person, 0.8, "pronoun") if person else ("unnamed", None, 0.4, "pronoun")
    if word in _PLURAL:
        return "unnamed", None, 0.5, "plural_pronoun"
    if word in ("it", "its"):
        mention = _last_organisation(members.mentions, position)
        return ("organisation", mention, 0.6, "pronoun") if mention else ("unknown", None, 0.3, "pronoun")
    return _nominal(paragraph, head, text, state)


def _nominal(
    paragraph: Paragraph, head: Token, text: str, state: tuple[Cast, Focus]
) -> tuple[str, Person | Mention | None, float, str]:
    members, focus = state
    position, word = paragraph.char_start + head.idx, head.lower_
    inner = _person_within(members.mentions, position, text, head)
    if inner is not None:
        return "named_person", inner, 0.9, "apposition"
    definite = text.lower().startswith(("the ", "that ", "this ")) or text[:1].islower() is False
    if definite and head.tag_ not in ("NNS", "NNPS") and (word in ROLE_HEADS or word in FEMALE_HEADS | MALE_HEADS):
        person, how = _role(members, focus, position, text)
        if person is not None:
            return "named_person", person, 0.75 if how == "role" else 0.5, how
    if word in DOCUMENT_HEADS:
        return "document", None, 0.8, "document"
    if word in UNNAMED_HEADS or word in ROLE_HEADS:
        return "unnamed", None, 0.8, "unnamed"
    if word in ORGANISATION_HEADS:
        return "organisation", None, 0.7, "institution"
    if text.lower().removeprefix("the ") in METONYMS:
        return "metonym", None, 0.8, "metonym"
    return "unknown", None, 0.4, "nominal"


def _mention_at(mentions: Sequence[Mention], position: int) -> Mention | None:
    return next((m for m in mentions if m.char_start <= position < m.char_end), None)


def _person_within(mentions: Sequence[Mention], position: int, text: str, head: Token) -> Mention | None:
    """ "the mayor, Ana Ruiz, said": the name in apposition right after the phrase."""
    names = {child.idx for child in head.children if child.dep_ == "appos"}
    offset = position - head.idx
    inside = (
        m for m in mentions if m.label == "PERSON" and any(m.char_start <= offset + idx < m.char_end for idx in names)
    )
    return next(inside, None)


def _last_organisation(mentions: Sequence[Mention], position: int) -> Mention | None:
    before = [
        m for m in mentions if m.label == "ORG" and position - _NEAR < m.char_start < position and m.quote_id is None
    ]
    return before[-1] if before else None


def _pronoun(members: Cast, focus: Focus, position: int, gender: str) -> Person | None:
    """The person in focus: speakers before subjects before others, recent before distant, never of the other gender."""
    scores: dict[str, float] = {}
    for event, entity, weight in focus.events:
        if position - _NEAR < event < position:
            scores[entity] = max(scores.get(entity, 0.0), weight * 2 - (position - event) / 300)
    for mention in members.mentions:
        if mention.label == "PERSON" and position - _NEAR < mention.char_start < position:
            near = 1.5 - (position - mention.char_start) / 300
            scores[mention.entity_id] = max(scores.get(mention.entity_id, -9.0), near)
    fitting = [
        (score + 0.05 * min(members.persons[entity].n_mentions, 10), entity)
        for entity, score in scores.items()
        if entity in members.persons and _gender(members.persons[entity], focus) in (None, gender)
    ]
    if not fitting:
        return None
    best = members.persons[max(fitting)[1]]
    focus.genders.setdefault(best.entity_id, gender)
    return best


def _gender(person: Person, focus: Focus) -> str | None:
    return person.gender or focus.genders.get(person.entity_id)


def _role(members: Cast, focus: Focus, position: int, text: str) -> tuple[Person | None, str]:
    """The person whose printed office shares most with the phrase; else, for a bare role, the one in focus."""
    wanted, places = role_words(text), qualifiers(text)
    scored = []
    for person in members.persons.values():
        shared = wanted & person.roles
        if not shared or not any(word.startswith("#") or word in ROLE_HEADS for word in shared):
            continue
        clash = bool(places and person.qualifiers and not places & person.qualifiers)
        scored.append((len(shared) - 2 * clash, person.n_mentions, person.entity_id))
    if scored and max(scored)[0] > 0:
        return members.persons[max(scored)[2]], "role"
    gender = "f" if wanted & FEMALE_HEADS else "m" if wanted & MALE_HEADS else None
    recent = [
        (event, entity) for event, entity, weight in focus.events if weight >= 2 and position - 700 < event < position
    ]
    if recent and len(text.split()) <= 4:
        last = members.persons.get(recent[-1][1])
        if last is not None and not last.roles and gender in (None, _gender(last, focus)):
            return last, "focus"
    return None, ""
