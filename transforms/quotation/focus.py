"""Whom a pronoun means: the persons that the discourse is about, and what is known of their gender."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.quotation.cast import Cast, Person

GENDER_OF_PRONOUN = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_NEAR = 1200  # code points back within which a pronoun looks for its person
_FADE = 400.0  # code points over which an event loses the weight of a mention as subject
SUBJECT, SPEAKER = 1.0, 2.0
_SAME_PARAGRAPH = 2.5  # the subject right before outweighs whoever spoke in an earlier paragraph
_MERE_MENTION = -0.5


@dataclass(frozen=True, slots=True)
class Event:
    """A person was a subject or a speaker, outside quotation marks, at this offset of the text."""

    position: int
    entity_id: str
    weight: float


@dataclass(slots=True)
class Focus:
    """What the discourse is about so far: events in order of reading, and the gender that a pronoun gave to a person."""

    events: list[Event] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def note(self, position: int, entity_id: str, weight: float) -> None:
        """A person was a SUBJECT or a SPEAKER at this offset."""
        self.events.append(Event(position, entity_id, weight))

    def between(self, start: int, end: int) -> list[Event]:
        """The events with start ≤ position < end, latest reading first; an article is read in order, give or take a paragraph."""
        found = []
        for event in reversed(self.events):
            if event.position < start - _NEAR:
                break
            if start <= event.position < end:
                found.append(event)
        return found

    def last(self, start: int, end: int) -> Event | None:
        """The event with the greatest position in [start, end)."""
        return max(self.between(start, end), key=lambda event: event.position, default=None)


def person_of_pronoun(members: Cast, focus: Focus, place: tuple[int, int], gender: str) -> Person | None:
    """The person that a pronoun means at `place` (offset of its paragraph, its own), None when nobody fits.

    Speakers go before subjects before others, recent before distant, the paragraph's own subject before all; never one
    of the other gender.
    """
    paragraph, position = place
    scores: dict[str, float] = {}
    for event in focus.between(position - _NEAR, position):
        near = _SAME_PARAGRAPH if event.position >= paragraph else 0.0
        _raise(scores, event.entity_id, event.weight + near - (position - event.position) / _FADE)
    for mention in members.named_between(position - _NEAR, position):
        if mention.label == "PERSON":
            _raise(scores, mention.entity_id, _MERE_MENTION - (position - mention.char_start) / _FADE)
    fitting = [
        (score + 0.03 * min(members.persons[entity].n_mentions, 10), entity)
        for entity, score in scores.items()
        if entity in members.persons and gender_of(members.persons[entity], focus) in (None, gender)
    ]
    if not fitting:
        return None
    best = members.persons[max(fitting)[1]]
    focus.genders.setdefault(best.entity_id, gender)
    return best


def gender_of(person: Person, focus: Focus) -> str | None:
    """`m`, `f`, `n` (uses "they") or None: as the article shows it, else as an earlier pronoun was read."""
    return person.gender or focus.genders.get(person.entity_id)


def _raise(scores: dict[str, float], entity: str, score: float) -> None:
    scores[entity] = max(scores.get(entity, score), score)
