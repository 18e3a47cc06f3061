"""The persons of an article: their offices, as printed beside their names, and what is known of their gender."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.roles import FEMALE_HEADS, MALE_HEADS, ROLE_HEADS, is_role_word, qualifiers, role_words
from transforms.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

_APPOSITION = re.compile(r"\s*,\s+(?:the |a |an |who is the |his |her )?([^,;:.“”\"()]{3,90})(?=[,.;)]|$)")
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Dame|Lady)\.?\s+$")
_MAX_TITLE = 9  # words of a title before a name


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: the words of the printed offices, their capitalised qualifiers, and `m`, `f` or None for gender."""

    entity_id: str
    name: str
    roles: frozenset[str]
    qualifiers: frozenset[str]
    gender: str | None
    n_mentions: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the article: persons by entity_id, and all name mentions in order of the text."""

    persons: dict[str, Person]
    mentions: tuple[Mention, ...]


def cast(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> Cast:
    """Read offices and gender from what stands right before and right after each person's name."""
    found: dict[str, list[str]] = defaultdict(list)
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    people = [mention for mention in mentions if mention.label == "PERSON"]
    for mention, paragraph in _placed(people, paragraphs):
        text = paragraph.doc.text
        start, end = mention.char_start - paragraph.char_start, mention.char_end - paragraph.char_start
        roles = [_title_before(paragraph.doc, start), _apposition_after(text, end)]
        found[mention.entity_id].extend(filter(None, roles))
        genders[mention.entity_id].update(_genders(text[:start], roles))
    counts = Counter(mention.entity_id for mention in people)
    names = {mention.entity_id: mention.canonical_name for mention in people}
    persons = {
        entity: Person(
            entity,
            names[entity],
            frozenset().union(*map(role_words, found[entity])) if found[entity] else frozenset(),
            frozenset().union(*map(qualifiers, found[entity])) if found[entity] else frozenset(),
            _verdict(genders[entity]),
            counts[entity],
        )
        for entity in counts
    }
    return Cast(persons, tuple(mentions))


def _placed(mentions: Iterable[Mention], paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Mention, Paragraph]]:
    """Each mention with its paragraph; both come in order of the text."""
    queue = iter(paragraphs)
    paragraph = next(queue, None)
    for mention in mentions:
        while paragraph is not None and mention.char_start >= paragraph.char_start + len(paragraph.doc.text):
            paragraph = next(queue, None)
        if paragraph is not None and mention.char_start >= paragraph.char_start:
            yield mention, paragraph


def _title_before(doc: Doc, start: int) -> str:
    """ "secretary of state" before "Antony Blinken"; empty when no office stands there."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    words: list[str] = []
    index = span.start - 1 if span is not None else -1
    while index >= 0 and len(words) < _MAX_TITLE and doc[index].is_alpha and is_role_word(doc[index].text):
        words.insert(0, doc[index].text)
        index -= 1
    return " ".join(words) if any(word.lower() in ROLE_HEADS for word in words) else ""


def _apposition_after(text: str, end: int) -> str:
    match = _APPOSITION.match(text, end)
    if not match:
        return ""
    words = match.group(1).lower().split()
    return match.group(1) if any(word in ROLE_HEADS | FEMALE_HEADS | MALE_HEADS for word in words) else ""


def _genders(before: str, roles: Sequence[str]) -> Iterable[str]:
    honorific = _HONORIFIC.search(before[-12:])
    words = {honorific.group(1).lower()} if honorific else set()
    words.update(word for role in roles for word in role.lower().split())
    if words & FEMALE_HEADS:
        yield "f"
    if words & MALE_HEADS:
        yield "m"


def _verdict(votes: Counter[str]) -> str | None:
    """The only gender seen; None when none or both were."""
    return next(iter(votes)) if len(votes) == 1 else None
