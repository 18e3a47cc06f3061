"""The persons of an article: their offices, as printed beside their names, and what is known of their gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from transforms.language.pipeline import Paragraph
from transforms.naming.given_names import likely_gender
from transforms.quotation.institutions import Organisations, organisations
from transforms.quotation.offices import LANDS, Office, affiliation, is_land, office, offices_around, place
from transforms.quotation.roles import FEMALE_HEADS, MALE_HEADS
from transforms.quotation.stage import Stage, stage
from transforms.records import Mention

_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Dame|Lady)\.?\s+$")
_THEY = re.compile(
    r"\s{0,3},?\s{1,3}who (?:uses|goes by) (?:the )?(?:gender-neutral )?pronouns? “?\"?they|\s{0,3}\(they/them\)"
)
_OWN_PRONOUN = {"his": "m", "himself": "m", "her": "f", "herself": "f"}
_MOST_OFFICES = 24  # of a person, and places, in order of the text
_STEM = 4  # letters by which a place and its people are alike ("Texas", "Texan")
# Weight of an honorific or gendered office, of a listed given name, and of a pronoun in the name's sentence.
_PRINTED, _GIVEN_NAME, _NEAR_PRONOUN = 3, 3, 1


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: printed offices, parties, places, gender (`m`, `f`, `n` for they, None) and number of name mentions."""

    name_id: str
    name: str
    offices: tuple[Office, ...]
    parties: frozenset[str]
    places: frozenset[str]
    gender: str | None


@dataclass(frozen=True, slots=True)
class Bearers:
    """Under one key of an office: where it is printed, in order of the text, and whose it is."""

    starts: tuple[int, ...]
    persons: tuple[tuple[str, Office], ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the article: persons by name_id, all name mentions in order of the text, the organisations, who bears which
    office, and what stands on the page besides names.

    `places` holds where each person is named; `headlined` who is in the headline; `stems` the first letters of the places of
    the article and of American states; `stage` the marked stretches, the unnamed persons and the subjects that are no
    names.
    """

    persons: dict[str, Person]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    organisations: Organisations
    bearers: dict[str, Bearers]
    places: dict[str, list[int]]
    stage: Stage
    headlined: frozenset[str]
    stems: frozenset[str]
    any_they: bool

    def named_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The name mentions that begin in [start, end)."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def real_places(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the folded words that the article, or common knowledge, takes for places or their people."""
        return frozenset(word for word in words if _is_place(word, self.stems))

    def named_at(self, position: int) -> Mention | None:
        """The name mention that this offset stands in."""
        index = bisect_right(self.starts, position) - 1
        return self.mentions[index] if index >= 0 and position < self.mentions[index].char_end else None


@dataclass(slots=True)
class _Notes:
    """What is gathered about a person while the names are read."""

    name: str
    starts: list[int] = field(default_factory=list)
    offices: list[tuple[int, Office]] = field(default_factory=list)
    affiliations: set[str] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)


def cast(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> Cast:
    """Read offices and gender from what stands right before and right after each person's name."""
    mentions = _without_epithets(mentions, paragraphs)
    people = [mention for mention in mentions if mention.label == "PERSON"]
    notes = {mention.name_id: _Notes(mention.canonical_name) for mention in people}
    for mention, paragraph in _placed(people, paragraphs):
        _note(notes[mention.name_id], mention, paragraph)
    for entity, gender in _pronoun_votes(people, paragraphs):
        notes[entity].votes[gender] += _NEAR_PRONOUN
    stems = _place_stems(mentions)
    persons = {entity: _person(entity, noted, stems) for entity, noted in notes.items()}
    return Cast(
        persons,
        mentions,
        tuple(mention.char_start for mention in mentions),
        organisations(mentions),
        _bearers(notes),
        {entity: noted.starts for entity, noted in notes.items()},
        stage(paragraphs, people),
        frozenset(mention.name_id for mention in people if mention.in_segment == "headline"),
        stems,
        any(person.gender == "n" for person in persons.values()),
    )


def _note(notes: _Notes, mention: Mention, paragraph: Paragraph) -> None:
    start, end = mention.char_start - paragraph.char_start, mention.char_end - paragraph.char_start
    found = list(offices_around(paragraph, start, end))
    notes.starts.append(mention.char_start)
    notes.offices.extend((mention.char_start, each) for each in found)
    notes.affiliations.update(fact for fact in affiliation(paragraph.text, end) if fact)
    notes.votes.update(_printed_gender(paragraph.text, (start, end), found))


def _without_epithets(mentions: Sequence[Mention], paragraphs: Sequence[Paragraph]) -> tuple[Mention, ...]:
    """The mentions without those that only seem to be persons' names: "the Texan", "the Wisconsin Republican"."""
    wrong = set()
    for mention, paragraph in _placed((m for m in mentions if m.canonical_name == m.surface), paragraphs):
        start = mention.char_start - paragraph.char_start
        if paragraph.text[max(0, start - 4) : start].lower() == "the " and office(f"the {mention.surface}"):
            wrong.add(mention.char_start)
    return tuple(mention for mention in mentions if mention.label == "ORG" or mention.char_start not in wrong)


def _placed(mentions: Iterable[Mention], paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Mention, Paragraph]]:
    """Each mention with its paragraph; both come in order of the text."""
    queue = iter(paragraphs)
    paragraph = next(queue, None)
    for mention in mentions:
        while paragraph is not None and mention.char_start >= paragraph.char_start + len(paragraph.text):
            paragraph = next(queue, None)
        if paragraph is not None and mention.char_start >= paragraph.char_start:
            yield mention, paragraph


def _person(entity: str, notes: _Notes, stems: frozenset[str]) -> Person:
    offices = tuple(dict.fromkeys(held for _, held in notes.offices))[:_MOST_OFFICES]
    facts = [*sorted(notes.affiliations), *(fact for held in offices for fact in (*held.parties, *held.places))]
    parties = frozenset(fact for fact in facts if fact[0] == "@")
    places = [fact for fact in dict.fromkeys(facts) if _is_place(fact, stems)][:_MOST_OFFICES]
    votes = Counter(notes.votes)
    if (hint := likely_gender(notes.name)) is not None:
        votes[hint] += _GIVEN_NAME
    return Person(entity, notes.name, offices, parties, frozenset(places), _verdict(votes))


def _is_place(word: str, stems: frozenset[str]) -> bool:
    return word[:_STEM] in stems or is_land(word)


def _place_stems(mentions: Sequence[Mention]) -> frozenset[str]:
    named = {place(words[-1]) for m in mentions if m.label == "PLACE" and (words := m.surface.split())}
    return frozenset(name[:_STEM] for name in named | LANDS)


def _bearers(notes: dict[str, _Notes]) -> dict[str, Bearers]:
    found: dict[str, list[tuple[int, str, Office]]] = defaultdict(list)
    for entity, noted in notes.items():
        for position, held in noted.offices:
            for key in held.keys:
                found[key].append((position, entity, held))
    for entries in found.values():
        entries.sort(key=lambda entry: entry[0])
    return {
        key: Bearers(tuple(entry[0] for entry in entries), tuple((entry[1], entry[2]) for entry in entries))
        for key, entries in found.items()
    }


def _printed_gender(text: str, name: tuple[int, int], offices: Sequence[Office]) -> Counter[str]:
    """Votes of an honorific, of gendered offices and of printed pronouns."""
    start, end = name
    honorific = _HONORIFIC.search(text[max(0, start - 12) : start])
    words = {honorific.group(1).lower()} if honorific else set()
    words.update(held.head for held in offices)
    votes: Counter[str] = Counter()
    if words & FEMALE_HEADS:
        votes["f"] = _PRINTED
    if words & MALE_HEADS:
        votes["m"] = _PRINTED
    if _THEY.match(text, end):
        votes["n"] = 10 * _PRINTED
    return votes


def _pronoun_votes(people: Sequence[Mention], paragraphs: Sequence[Paragraph]) -> Iterable[tuple[str, str]]:
    """(entity, gender) for sentences with one person and "his" or "her", not both, after the name."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in people:
        by_sentence[mention.sentence_no].append(mention)
    for paragraph in paragraphs:
        for number, sentence in enumerate(paragraph.doc.sents, paragraph.sentence_no):
            persons = by_sentence.get(number, [])
            if len({mention.name_id for mention in persons}) != 1:
                continue
            after = persons[0].char_end - paragraph.char_start
            genders = {_OWN_PRONOUN[t.lower_] for t in sentence if t.lower_ in _OWN_PRONOUN and t.idx > after}
            if len(genders) == 1:
                yield persons[0].name_id, genders.pop()


def _verdict(votes: Counter[str]) -> str | None:
    """The gender with more than twice the votes of any other; None when none has."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= 2 * ranked[1][1]):
        return None
    return ranked[0][0]
