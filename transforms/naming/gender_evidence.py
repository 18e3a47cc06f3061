"""What an article prints about the gender of its persons: honorifics before the name and pronouns that mean them."""

import re
from collections.abc import Iterator

from transforms.naming.given_names import likely_gender
from transforms.naming.honorifics import honorific_before
from transforms.naming.page import Fact, Page
from transforms.naming.titles import HONORIFICS
from transforms.quotation.roles import ANONYMOUS_HEADS, FEMALE_HEADS, KIN_HEADS, MALE_HEADS
from transforms.records import Mention

OF_PRONOUN = {
    "he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female",
    "herself": "female",
}  # fmt: skip
# Not "her" and "him": as objects they are often somebody who is not named.
_PRONOUN = re.compile(r"(?<![\w’'-])(?:[Hh]e|[Hh]is|[Ss]he)(?![\w-])")
_NOUNS = (FEMALE_HEADS | MALE_HEADS | KIN_HEADS | ANONYMOUS_HEADS) - HONORIFICS
_SOMEBODY = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(sorted(_NOUNS))}|boy|girl|suspect|defendant|leader|candidate|victim)(?!\w)"
)
_MARKS = re.compile(r"[“”\"«»]")
_OF_LETTER = {"f": "female", "m": "male"}
_REACH = 400  # code points from the start of a paragraph in which its sole person may be meant


def honorific_gender(page: Page, person: Mention) -> Iterator[Fact]:
    """The gender that a form of address right before a name tells."""
    start, _ = page.span(person)
    if found := honorific_before(page.text, start):
        end = found.start + len(found.printed)
        yield Fact("gender", _OF_LETTER[found.gender], found.start, end, "honorific", 0.97)


def sole_person_gender(page: Page) -> Iterator[tuple[Mention, Fact]]:
    """The first "he", "his" or "she" outside quotation marks of a paragraph that has named but one person before it.

    Nothing where somebody else may be meant: a spokesman, a wife, a suspect before the pronoun; nor against the hint of a
    given name.
    """
    persons = [name for name in page.names if name.label == "PERSON"]
    if not persons:
        return
    first = page.span(persons[0])[1]
    found = _PRONOUN.search(page.text, first, first + _REACH)
    if found is None:
        return
    before = page.text[: found.start()]
    named = {name.name_id for name in persons if name.char_start - page.char_start < found.start()}
    if len(named) != 1 or len(_MARKS.findall(before)) % 2 or _SOMEBODY.search(before):
        return
    gender = OF_PRONOUN[found.group().lower()]
    if hinted_otherwise(persons[0], gender):
        return
    yield persons[0], Fact("gender", gender, *found.span(), "sole_person_before", 0.85)


def hinted_otherwise(person: Mention, gender: str) -> bool:
    """Whether the given name of a person is one of the other gender."""
    hint = likely_gender(person.canonical_name)
    return hint is not None and _OF_LETTER[hint] != gender
