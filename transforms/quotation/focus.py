"""What an article is about at any place: who was a subject, who spoke, outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from transforms.quotation.cast import Person

_SAME_PLACE = 4  # events that may share an offset
_RECENT = 200  # events among which the last one is looked for
SUBJECT, SPEAKER = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Event:
    """A person was a SUBJECT or a SPEAKER (the weight), outside quotation marks, at this offset of the text.

    `name_id` of a person without a name is a question mark with the noun and the offset ("?official@812").
    """

    position: int
    name_id: str
    weight: float


@dataclass(slots=True)
class Focus:
    """What the discourse is about so far: events in order of the text, the gender that a pronoun gave to a person, and how many
    of the stage's actors have been read.
    """

    events: list[Event] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    n_read: int = 0

    def note(self, position: int, name_id: str, weight: float) -> None:
        """A person was a SUBJECT or a SPEAKER at this offset; noting it again changes nothing."""
        event, place = Event(position, name_id, weight), bisect_right(self.events, position, key=_position)
        if event not in self.events[max(0, place - _SAME_PLACE) : place]:
            self.events.insert(place, event)

    def between(self, start: int, end: int, most: int) -> list[Event]:
        """The last `most` events with start ≤ position < end, in order of the text."""
        last = bisect_left(self.events, end, key=_position)
        return [event for event in self.events[max(0, last - most) : last] if event.position >= start]

    def last(self, start: int, end: int) -> Event | None:
        """The event of a named person with the greatest position in [start, end)."""
        found = reversed(self.between(start, end, _RECENT))
        return next((event for event in found if not is_unnamed(event.name_id)), None)


def _position(event: Event) -> int:
    return event.position


def unnamed(noun: str, position: int) -> str:
    """The identifier, within one article, of a person without a name."""
    return f"?{noun}@{position}"


def is_unnamed(name_id: str) -> bool:
    """Whether an event's person has no name."""
    return name_id.startswith("?")


def gender_of(person: Person, focus: Focus) -> str | None:
    """`m`, `f`, `n` (uses "they") or None: as the article shows it, else as an earlier pronoun was read."""
    return person.gender or focus.genders.get(person.name_id)
