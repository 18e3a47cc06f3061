"""Whom "he" or "she" means: the persons named before are rivals, and a linear model with readable features ranks them.

The weights (`pronoun` in weights.csv) were fitted without hand labels, by `benchmarks/fit_pronouns.py`: where persons of both
genders are rivals for a "he" or a "she", the right one is among those of the pronoun's gender, so that where subjects, speakers
and recency point can be learned from agreement alone (the idea of Charniak and Elsner, "EM works for pronoun anaphora
resolution", EACL 2009). Gender is no feature, but a bar: nobody of the other gender is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from transforms.quotation.cast import Cast
from transforms.quotation.focus import SPEAKER, Event, Focus, gender_of, is_unnamed
from transforms.quotation.linear import softmax, total, weights
from transforms.quotation.roles import FEMALE_HEADS, MALE_HEADS

GENDER_OF_PRONOUN = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_MODEL = "pronoun"
_REACH = 2500  # code points back within which a pronoun looks for its person
_MOST = 60  # events and mentions that it looks at
_CLAUSE = 200  # code points after a pronoun in which a name stands for somebody else
_TAG = 6  # code points from marks to the pronoun of their tag
_FEW = 8  # names looked at there
_UNSURE = -0.7  # weight of a person whose gender is not known against one whose gender fits
_NO_NAME = -0.7  # weight of a person without a name
_SURE = 0.85  # probability from which a pronoun tells the gender of its person


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means (an name_id, or a person without a name) and how likely that is among the rivals."""

    name_id: str
    probability: float


def person_of_pronoun(members: Cast, focus: Focus, position: int, gender: str) -> Meant | None:
    """The person that a pronoun at this offset means; None when nobody before it fits."""
    rivals = _features(members, focus, position, lambda entity: _fits(gender, _gender(entity, members, focus)))
    if not rivals:
        return None
    table = weights(_MODEL)
    scores = [_handicap(entity, members, focus) + total(table, features) for entity, features in rivals.items()]
    likely, best = max(zip(softmax(scores), rivals, strict=True))
    if likely > _SURE:
        focus.genders.setdefault(best, gender)
    return Meant(best, likely)


def _fits(gender: str, known: str | None) -> bool:
    """Nobody of another gender; "they" is one person only where the article says that somebody uses it."""
    return known == gender or (known is None and gender != "n")


def standings(members: Cast, focus: Focus, position: int) -> dict[str, float]:
    """name_id of each person before this offset → how well a pronoun there would mean the person, gender apart."""
    table = weights(_MODEL)
    return {
        entity: total(table, features) + (_NO_NAME if is_unnamed(entity) else 0.0)
        for entity, features in rival_features(members, focus, position).items()
    }


def rival_features(members: Cast, focus: Focus, position: int) -> dict[str, list[str]]:
    """name_id of each person before this offset → features of where the person stands."""
    return _features(members, focus, position, lambda _: True)


def _features(members: Cast, focus: Focus, position: int, may_be_meant: Callable[[str], bool]) -> dict[str, list[str]]:
    """The features of those persons before this offset that may be meant."""
    start = position - _REACH
    events = focus.between(start, position, _MOST)
    acts: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        acts[event.name_id].append(event)
    named: dict[str, list[int]] = defaultdict(list)
    for mention in members.named_between(start, position)[-_MOST:]:
        if mention.label == "PERSON":
            named[mention.name_id].append(mention.char_start)
    context = members.stage.contexts.get(position, "inner")
    said_of = _said_of(members, position, context)
    speaker = next((event for event in reversed(events) if event.weight >= SPEAKER), None)
    return {
        entity: [
            *_act_features(members, position, acts.get(entity, []), context),
            *_name_features(members, position, entity, named.get(entity, [])),
            *([f"said_of|{context}"] if entity in said_of else []),
            *([f"last_act|{context}"] if events and events[-1].name_id == entity else []),
            *(
                [f"last_speaker|{context}|{_paragraphs(members, speaker.position, position)}"]
                if speaker is not None and speaker.name_id == entity
                else []
            ),
        ]
        for entity in {**acts, **named}
        if (entity in members.persons or is_unnamed(entity)) and may_be_meant(entity)
    }


def _act_features(members: Cast, position: int, acts: list[Event], context: str) -> list[str]:
    """How and how long ago the person was a subject or spoke."""
    if not acts:
        return ["act=none"]
    last = acts[-1]
    kind = "speaker" if last.weight >= SPEAKER else "subject"
    stage = members.stage
    paragraphs = _paragraphs(members, last.position, position)
    sentences = min(stage.sentence_of(position) - stage.sentence_of(last.position), 5)
    here = [act for act in acts if stage.paragraph_of(act.position) == stage.paragraph_of(position)]
    return [
        f"act={kind}|{context}|paragraphs={paragraphs}",
        f"act_sentences={sentences}|paragraphs={min(paragraphs, 1)}",
        f"acts_here={min(len(here), 3)}",
        f"acts={min(len(acts), 5)}",
    ]


def _name_features(members: Cast, position: int, entity: str, names: list[int]) -> list[str]:
    """How and how long ago the person was named, and how often in the article so far."""
    if is_unnamed(entity):
        return []
    stage = members.stage
    so_far = bisect_left(members.places.get(entity, []), position)
    features = [f"named={so_far.bit_length()}", f"headlined={entity in members.headlined}"]
    outside = [name for name in names if not stage.is_marked(name)]
    if not outside:
        return [*features, "name=marked" if names else "name=none"]
    sentences = min(stage.sentence_of(position) - stage.sentence_of(outside[-1]), 6)
    part = stage.parts.get(outside[-1], "unknown")
    return [
        *features,
        f"name_sentences={sentences}",
        f"name_paragraphs={_paragraphs(members, outside[-1], position)}",
        f"name_part={part}|sentences={min(sentences, 2)}",
    ]


def _said_of(members: Cast, position: int, context: str) -> set[str]:
    """Persons named in what the pronoun says: in the marks right before it, or in the rest of its sentence."""
    stage = members.stage
    end = min(stage.sentence_end(position), position + _CLAUSE)
    said = list(members.named_between(position, end)[:_FEW])
    marked = stage.marked_before(position)
    if context == "tag" and marked is not None and position - marked[1] < _TAG:
        said.extend(members.named_between(*marked)[-_FEW:])
    return {mention.name_id for mention in said}


def _paragraphs(members: Cast, start: int, end: int) -> int:
    return min(members.stage.paragraph_of(end) - members.stage.paragraph_of(start), 4)


def _gender(entity: str, members: Cast, focus: Focus) -> str | None:
    if is_unnamed(entity):
        noun = entity[1:].split("@")[0]
        shown = "f" if noun in FEMALE_HEADS else "m" if noun in MALE_HEADS else None
        return shown or focus.genders.get(entity)
    person = members.persons.get(entity)
    return gender_of(person, focus) if person else None


def _handicap(entity: str, members: Cast, focus: Focus) -> float:
    unsure = _UNSURE if _gender(entity, members, focus) is None else 0.0
    return unsure + (_NO_NAME if is_unnamed(entity) else 0.0)
