"""What is printed before a person's name: forms of address, offices and roles, and whose they are."""

import re
from collections.abc import Iterator

from transforms.naming.countries import country_of_people, country_of_place
from transforms.naming.page import Fact, Page
from transforms.naming.role_phrases import (
    ABOUT_COUNTRIES,
    OUTSIDERS,
    changes_role,
    is_honorific,
    is_modifier,
    is_role,
    is_short_title,
    may_be_title,
    names_department,
    office_ending,
)
from transforms.records import Mention

_WINDOW = 100  # code points before a name that are read
_MOST_WORDS = 8
_LAST_WORD = re.compile(r"(?<![\w'’.-])([A-Za-z][\w'’-]*(?:\.[A-Z])*\.?)$")
_COMMA = re.compile(r",\s$")
_CLOSED = re.compile(r"[,.;)”\"—–]|$|\s(?:said|told|says)\b")
_DEFINITE = re.compile(r"(?<!\w)(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)\s$|['’]s?\s$")
_OWNER = re.compile(r"['’]s?$")
_APPOSED, _DIRECT = 0.85, 0.95


def facts_before(page: Page, person: Mention) -> Iterator[Fact]:
    """Title, role, affiliation and country printed right before a person's name.

    "Dr. Ruiz"; "French Foreign Minister Ana Ruiz"; "the company's chief executive, Ana Ruiz,"; "Sofibank analyst Ana Ruiz".
    """
    start, end = page.span(person)
    position = _word_end(page.text, start)
    if position < start and (found := _last_word(page.text, position)) and is_honorific(found[1]):
        yield Fact("title", found[1], found[0], position, "honorific", 0.97)
        start, position = found[0], _word_end(page.text, found[0])
    comma = _COMMA.search(page.text[max(0, start - 2) : start])
    if comma:
        position = start - 2
    role = _role_before(page, position) if position < start else None
    if role is None:
        return
    apposed = comma is not None
    if apposed and not (_definite(page, role[0]) and _CLOSED.match(page.text, end)):
        return
    yield from _office_facts(page, role, apposed)


def _office_facts(page: Page, role: tuple[int, int], apposed: bool) -> Iterator[Fact]:
    start, end = role
    head = page.text[:end].rsplit(None, 1)[-1].lower()
    whose = list(_whose(page, start, head))
    first = min((fact.start for fact in whose), default=start)
    earlier = _last_word(page.text, _word_end(page.text, first))
    kept = earlier[0] if earlier and first != start and changes_role(earlier[1]) else start
    confidence = _APPOSED if apposed else _DIRECT
    value = " ".join(page.text[kept:end].split())
    if not apposed and may_be_title(head) and (title := _title(page.text, start, end)):
        yield Fact("title", title[1], title[0], end, "office_before", 0.9)
    yield Fact("role", value, kept, end, "apposition_before" if apposed else "office_before", confidence)
    yield from whose


def _word_end(text: str, start: int) -> int:
    """Where the text before a position ends, white space of two at most left out; the position itself if there is none."""
    end = start
    while end and start - end < 2 and text[end - 1].isspace():
        end -= 1
    return end


def _last_word(text: str, end: int) -> tuple[int, str] | None:
    """Start and letters of the word that ends at a position."""
    found = _LAST_WORD.search(text, max(0, end - 30), end)
    return (found.start(), found.group()) if found else None


def _role_before(page: Page, end: int) -> tuple[int, int] | None:
    """The span of the role phrase that ends at a position: its noun and the words before it that belong to it."""
    if end in page.ending and page.ending[end].label == "PERSON":
        return None
    window = max(0, end - _WINDOW)
    if match := office_ending(page.text[max(window, end - 60) : end]):
        start = max(window, end - 60) + match.start()
    else:
        found = _last_word(page.text, end)
        if found is None or not is_role(found[1]):
            return None
        start = found[0]
    abbreviated = is_short_title(page.text[start:end])
    for _ in range(_MOST_WORDS):
        before = _word_end(page.text, start)
        earlier = _last_word(page.text, before) if before < start else None
        name = page.ending.get(before)
        if earlier is None or not is_modifier(earlier[1]) or (name and not names_department(name.surface)):
            break
        if abbreviated and not changes_role(earlier[1]):
            break
        if earlier[1].lower() == "and" and not _joins(page.text, earlier[0]):
            break
        start = earlier[0]
    return start, end


def _joins(text: str, start: int) -> bool:
    """Whether an "and" before a role joins two words of it: "chairman and chief executive"."""
    earlier = _last_word(text, _word_end(text, start))
    return earlier is not None and is_modifier(earlier[1]) and earlier[1].lower() != "and"


def _title(text: str, start: int, end: int) -> tuple[int, str] | None:
    """The capitalised words that end a role phrase, as a title: "Foreign Minister", not "former spokesman"."""
    words = list(re.finditer(r"\S+", text[start:end]))
    first = None
    for word in reversed(words):
        if not word.group()[0].isupper() and word.group() not in ("of", "the", "and", "for"):
            break
        if word.group()[0].isupper() and not changes_role(word.group()):
            first = word.start()
    return (start + first, " ".join(text[start + first : end].split())) if first is not None else None


def _definite(page: Page, start: int) -> bool:
    """Whether a phrase before a comma is of one known person: "the mayor, Ana Ruiz,"; a list has no article."""
    before = page.text[max(0, start - 6) : start]
    name = _name_before(page, start)
    return _DEFINITE.search(before) is not None or (name is not None and name[0].label in ("ORG", "PLACE"))


def _name_before(page: Page, start: int) -> tuple[Mention, bool] | None:
    """The name that ends right before a position, and whether as the owner ("Apple's")."""
    end = _word_end(page.text, start)
    owner = _OWNER.search(page.text, max(0, end - 2), end)
    if end < start and (name := page.ending.get(owner.start() if owner else end)):
        return name, owner is not None
    return None


def _whose(page: Page, start: int, head: str) -> Iterator[Fact]:
    """The organisation and the country in the two names or words before a role."""
    for _ in range(2):
        end = _word_end(page.text, start)
        if named := _name_before(page, start):
            name, owned = named
            first, last = page.span(name)
            if name.label == "ORG" and head not in OUTSIDERS:
                yield Fact("affiliation", name.canonical_name, first, last, "body_before_role", 0.9)
            elif (country := country_of_place(name)) and head not in ABOUT_COUNTRIES:
                yield Fact("country", country, first, last, "country_before_role", 0.9)
            elif name.label == "MISC" and not owned and (people := country_of_people(page.text, first, last)):
                first = people[0]
                yield Fact("country", people[1], first, last, "people_before_role", 0.95)
            else:
                return
            start = first
        elif (word := _last_word(page.text, end)) and (people := country_of_people(page.text, word[0], end)):
            yield Fact("country", people[1], people[0], end, "people_before_role", 0.95)
            start = people[0]
        else:
            return
