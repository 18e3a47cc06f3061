"""Definite phrases that can only mean one person of the article: "the French president" beside "French President Ana Ruiz"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.language.pipeline import Paragraph
from transforms.naming.appositions import facts_after
from transforms.naming.countries import country_named, country_of_word
from transforms.naming.offices_before import facts_before
from transforms.naming.page import pages
from transforms.records import Mention

# Offices that one person at a time holds in a country.
_OFFICES = (
    r"president|prime minister|premier|chancellor|king|queen|emperor|vice president|leader|"
    r"(?:foreign|finance|defen[cs]e|interior|justice|health|energy|oil|trade|economy|education|environment) (?:minister|secretary)"
)
_LAND = r"(?:(?:North|South|New|Saudi) )?[A-Z][a-z]+|U\.S\.|US|U\.K\.|UK"
# Without its first letter, for which every word of the text would have to be looked at twice as long.
_PHRASE = re.compile(rf"he ({_LAND}) ({_OFFICES})(?![\w’'-])(?! (?:of|for|to|and|[A-Z]))")
_LEADING = frozenset(("president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader"))
_ROLE = re.compile(rf"(?<!\w)({_OFFICES})$")
_Office = tuple[str, str]  # country, office


def nominals(paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> list[Mention]:
    """A nominal mention for each such phrase; none where two persons of the article hold, or held, that office."""
    found = [(paragraph, match) for paragraph in paragraphs for match in _phrases(paragraph.text)]
    holders = _holders(paragraphs, names) if found else {}
    return [
        _mention(paragraph, match, holders[office][0])
        for paragraph, match in found
        if len(holders.get(office := (_country(match), match.group(2).lower()), ())) == 1
    ]


def _phrases(text: str) -> Iterator[re.Match[str]]:
    """The phrases that begin with a whole "the", and not right after a name that they explain."""
    for match in _PHRASE.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        if before[-1:] in ("t", "T") and not before[-2:-1].isalnum() and before[1:3] != ", " and _country(match):
            yield match


def _country(match: re.Match[str]) -> str:
    return country_of_word(match.group(1)) or country_named(match.group(1)) or ""


def _holders(paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> dict[_Office, list[Mention]]:
    """(country, office) → the first mention of each person whom the words round a name give it."""
    persons: dict[_Office, dict[str, Mention]] = defaultdict(dict)
    for office, person in _held(paragraphs, names):
        persons[office].setdefault(person.name_id, person)
    return {office: list(held.values()) for office, held in persons.items()}


def _held(paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> Iterator[tuple[_Office, Mention]]:
    for page in pages(paragraphs, names):
        for name in page.names:
            if name.label != "PERSON":
                continue
            for facts in (list(facts_before(page, name)), list(facts_after(page, name))):
                countries = [fact.value for fact in facts if fact.attribute == "country"]
                roles = [fact.value.lower() for fact in facts if fact.attribute == "role"]
                held = {found.group(1) for role in roles if (found := _ROLE.search(role))}
                if len(countries) == 1:
                    for office in held | ({"leader"} if held & _LEADING else set()):
                        yield (countries[0], office), name


def _mention(paragraph: Paragraph, match: re.Match[str], person: Mention) -> Mention:
    ends = [sentence.end_char for sentence in paragraph.doc.sents][:-1]
    return replace(
        person,
        surface=paragraph.text[match.start() - 1 : match.end()],
        kind="nominal",
        char_start=paragraph.char_start + match.start() - 1,
        char_end=paragraph.char_start + match.end(),
        sentence_no=paragraph.sentence_no + bisect_right(ends, match.start()),
        in_segment=paragraph.in_segment,
    )
