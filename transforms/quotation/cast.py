"""The persons of an article: their offices, as printed beside their names, and what is known of their gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.naming.given_names import likely_gender
from transforms.quotation.institutions import Organisations, organisations
from transforms.quotation.roles import FEMALE_HEADS, MALE_HEADS, ROLE_HEADS, is_role_word, qualifiers, role_words
from transforms.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

# White space is bounded: two open runs of it side by side take quadratic time on a long gap after a name.
_APPOSITION = re.compile(
    r"\s{0,3},\s{1,3}(?:the |a |an |who (?:is|was) (?:the )?|his |her )?([^,;:.“”\"()]{3,90})(?=[,.;)]|$)"
)
_OFFICE_BEFORE = re.compile(r"([^,;:.“”\"()—]{3,90}),\s+$")
_HEADED = re.compile(
    r"\s{0,3},?\s{1,3}(?:who\s{1,3})?(?:has |had )?(head|lead|led|chair|run|coach|own)(?:s|es|ed)? ((?:the |an? )?[^,;:.“”\"()]{3,60})"
)
_OFFICE_OF_VERB = {
    "head": "head", "lead": "leader", "led": "leader", "chair": "chair", "run": "manager", "coach": "coach", "own": "owner",
}  # fmt: skip
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Dame|Lady)\.?\s+$")
_THEY = re.compile(
    r"\s{0,3},?\s{1,3}who (?:uses|goes by) (?:the )?(?:gender-neutral )?pronouns? “?\"?they|\s{0,3}\(they/them\)"
)
_OWN_PRONOUN = {"his": "m", "himself": "m", "her": "f", "herself": "f"}
_MAX_TITLE = 9  # words of a title before a name
_PRINTED, _NEAR_PRONOUN = 3, 1  # weight of an honorific or gendered office, and of a pronoun in the name's sentence


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: words of the printed offices, their capitalised qualifiers, gender (`m`, `f`, `n` for they, None)."""

    entity_id: str
    name: str
    roles: frozenset[str]
    qualifiers: frozenset[str]
    gender: str | None
    n_mentions: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the article: persons by entity_id, all name mentions in order of the text, and the organisations."""

    persons: dict[str, Person]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    organisations: Organisations

    def named_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The name mentions that begin in [start, end)."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def named_at(self, position: int) -> Mention | None:
        """The name mention that this offset stands in."""
        index = bisect_right(self.starts, position) - 1
        return self.mentions[index] if index >= 0 and position < self.mentions[index].char_end else None


def cast(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> Cast:
    """Read offices and gender from what stands right before and right after each person's name."""
    roles: dict[str, list[str]] = defaultdict(list)
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    people = [mention for mention in mentions if mention.label == "PERSON"]
    for mention, paragraph in _placed(people, paragraphs):
        start, end = mention.char_start - paragraph.char_start, mention.char_end - paragraph.char_start
        printed = _offices(paragraph, start, end)
        roles[mention.entity_id].extend(printed)
        genders[mention.entity_id].update(_printed_gender(paragraph.text, (start, end), printed))
    for entity, gender in _pronoun_votes(people, paragraphs):
        genders[entity][gender] += _NEAR_PRONOUN
    counts = Counter(mention.entity_id for mention in people)
    names = {mention.entity_id: mention.canonical_name for mention in people}
    persons = {
        entity: Person(
            entity,
            names[entity],
            frozenset().union(*map(role_words, roles[entity])),
            frozenset().union(*map(qualifiers, roles[entity])),
            _verdict(genders[entity]) or likely_gender(names[entity]),
            counts[entity],
        )
        for entity in counts
    }
    starts = tuple(mention.char_start for mention in mentions)
    return Cast(persons, tuple(mentions), starts, organisations(mentions))


def _placed(mentions: Iterable[Mention], paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Mention, Paragraph]]:
    """Each mention with its paragraph; both come in order of the text."""
    queue = iter(paragraphs)
    paragraph = next(queue, None)
    for mention in mentions:
        while paragraph is not None and mention.char_start >= paragraph.char_start + len(paragraph.text):
            paragraph = next(queue, None)
        if paragraph is not None and mention.char_start >= paragraph.char_start:
            yield mention, paragraph


def _offices(paragraph: Paragraph, start: int, end: int) -> list[str]:
    """The offices printed around a name: "mayor Ana Ruiz", "the mayor, Ana Ruiz,", "Ana Ruiz, the mayor", "…, who leads …"."""
    text = paragraph.text
    found = [_title_before(paragraph.doc, start), _apposition_after(text, end)]
    before = _OFFICE_BEFORE.search(text[max(0, start - 100) : start]) if text[end : end + 1] in (",", ".") else None
    if before and _heads(before.group(1)):
        found.append(before.group(1))
    if headed := _HEADED.match(text, end):
        found.append(f"{_OFFICE_OF_VERB[headed.group(1)]} of {headed.group(2)}")
    return [office for office in found if office]


def _heads(phrase: str) -> bool:
    """Whether a phrase turns on an office: its last word, or the one before "of", "for", "at"."""
    words = re.split(r" (?:of|for|at|in) ", phrase, maxsplit=1)[0].split()
    return bool(words) and words[-1].lower() in ROLE_HEADS


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


def _printed_gender(text: str, name: tuple[int, int], offices: Sequence[str]) -> Counter[str]:
    """Votes of an honorific, of gendered offices and of printed pronouns."""
    start, end = name
    honorific = _HONORIFIC.search(text[max(0, start - 12) : start])
    words = {honorific.group(1).lower()} if honorific else set()
    words.update(word for office in offices for word in office.lower().split())
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
            if len({mention.entity_id for mention in persons}) != 1:
                continue
            after = persons[0].char_end - paragraph.char_start
            genders = {_OWN_PRONOUN[t.lower_] for t in sentence if t.lower_ in _OWN_PRONOUN and t.idx > after}
            if len(genders) == 1:
                yield persons[0].entity_id, genders.pop()


def _verdict(votes: Counter[str]) -> str | None:
    """The gender with more than twice the votes of any other; None when none has."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= 2 * ranked[1][1]):
        return None
    return ranked[0][0]
