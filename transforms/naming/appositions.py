"""What is printed after a person's name: "Ana Ruiz, 61, the mayor of Ellery", "Ana Ruiz of Sofibank"."""

import re
from collections.abc import Iterator

from transforms.naming.countries import country_of_people, country_of_place
from transforms.naming.page import Fact, Page
from transforms.naming.role_phrases import ABOUT_COUNTRIES, OUTSIDERS, changes_role, is_role, is_short_title, sector
from transforms.records import Mention

_LEAD = re.compile(
    r"\s?,\s{1,2}(?:\d{1,3},\s)?(?:(who\s(?:is|was|serves as|served as|works as|worked as)\s)(?:now |also |currently )?)?"
    r"(?:now |currently )?(?:the |a |an |his |her |their |its |one of the )?"
)
_COPULA = re.compile(r"\s(?:is|was|became|remains|serves as|served as)\s(?:now |also |currently )?(?:the |a |an )")
_PHRASE = re.compile(r"(?:[A-Z]\.|[^,;:.()“”\"—–\n]|\n(?!\n)){3,120}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*(?:\.[A-Z]\.?)*|\d[\w-]*")
_BREAK = frozenset(
    """of for at in from on with to by who whose whom that which as since during under after before but or when where until
    running representing based""".split()
)
_VERBS = re.compile(
    r"\s(?:said|says|told|tells|is|was|were|are|has|have|had|will|would|added|can|could|did|does|do|may|might|met|asked|wrote|"
    r"announced|called|warned|urged|denied|took|made|went|began|must|should)\s"
)
_RELATIVE = re.compile(r"\s(?:who|whose|whom|which|that|where|when|as|after|since|while|because|if)\s")
_FIELD = re.compile(
    r" (?:of|for) (?:the )?(?!based )(?:[a-z][a-z’'-]+ (?!of\b|for\b|based\b)){0,4}?[a-z][a-z’'-]+(?= (?:at|of|in|with|for)\b|$)"
)
_NO_PHRASE = re.compile(
    r"(?:he|she|they|it|we|i|you|there|this|that|but|and|or|if|when|while|what|so|as|for|in|at|on|with|to)\b",
    re.IGNORECASE,
)
_LAND_ENDS = re.compile(r"[,.;:)”\"—]|['’]s?\b|$|\s(?:who|and|said|since|from|in|at|as|until|for)\b")
_AT = re.compile(r"(?<= )(?:of|at|for|with|from|in) (?:the )?$")
_OF_NAME = re.compile(r",? (of|at|from|with) (?:the )?")
_ENDED = re.compile(r"[,.;)]|\s(?:said|says|told|wrote|and)\b|$")
_SPOKE = re.compile(r"(?:said|says|say|according to|told|by) (?:\w+\.? )?$")
# American custom: "(R-Iowa)", ", D-Ky.,"; the codes are the Associated Press's.
_PARTY = re.compile(r"\s?(?:[(\[]|,\s)([RDI])(?:[-‐‑–][A-Z][A-Za-z.]{1,11}| of [A-Z])")
_PARTIES = {"R": "Republican Party", "D": "Democratic Party"}
_APPOSITION, _CLAUSE, _SENTENCE = 0.9, 0.9, 0.8


def facts_after(page: Page, person: Mention) -> Iterator[Fact]:
    """Role, affiliation and country printed right after a person's name.

    "Ana Ruiz, the French finance minister,"; "Ana Ruiz, head of research at Sofibank"; "Ana Ruiz, who is …"; "Ana Ruiz is the
    head of …"; "Ana Ruiz of Sofibank".
    """
    _, end = page.span(person)
    sign = page.text[end : end + 2]
    if sign[:1] == "," or sign == " ,":
        if lead := _LEAD.match(page.text, end):
            rule, sure = ("clause_after", _CLAUSE) if lead.group(1) else ("apposition_after", _APPOSITION)
            yield from _phrase_facts(page, lead.end(), rule, sure)
    elif sign[:1] == " " and (lead := _COPULA.match(page.text, end)):
        yield from _phrase_facts(page, lead.end(), "copula", _SENTENCE)
    yield from _of_name(page, person)
    if party := _PARTY.match(page.text, end):
        if name := _PARTIES.get(party.group(1)):
            yield Fact("affiliation", name, *party.span(1), "party_and_state", 0.95)
        yield Fact("country", "US", party.start(1), party.end(), "party_and_state", 0.95)


def _phrase_facts(page: Page, start: int, rule: str, confidence: float) -> Iterator[Fact]:
    phrase = _PHRASE.match(page.text, start)
    if phrase is None or _NO_PHRASE.match(page.text, start):
        return
    end = phrase.end()
    if relative := _RELATIVE.search(page.text, start, end):
        end = relative.start()
    if _VERBS.search(page.text, start - 1, min(end + 1, phrase.end())) or (head := _head(page, start, end)) is None:
        return
    if rule == "copula" and not re.match(r" (?:of|at|for)\b", page.text[head[1] : head[1] + 4]):
        return
    first, whose = _opening(page, start, head)
    last = _extended(page, head[1], end)
    after = page.starting.get(_after(page.text, last))
    if after is not None and after.label == "PERSON":
        return  # the next of a list: "Ana Ruiz, Chief of Staff Kit Doe"
    noun = page.text[head[0] : head[1]].lower()
    yield Fact("role", " ".join(page.text[first:last].split()), first, last, rule, confidence)
    for fact in (*whose, *_tail(page, (last, end), noun)):
        outside = fact.attribute == "affiliation" and noun in OUTSIDERS
        about = fact.rule == "country_before_role" and noun in ABOUT_COUNTRIES
        if not outside and not about:
            yield fact


def _head(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """The span of the noun that a phrase turns on: the last word before its first preposition, if it is one for a role."""
    last: re.Match[str] | None = None
    for word in _WORD.finditer(page.text, start, end):
        if word.group() in _BREAK:
            break
        if word.group() == "and" and last is not None and is_role(last.group()):
            break
        last = word
    if last is None or not is_role(last.group()) or is_short_title(last.group()):
        return None
    inside = any(
        name.char_start - page.char_start < last.start() < name.char_end - page.char_start for name in page.names
    )
    return None if inside else last.span()


def _opening(page: Page, start: int, head: tuple[int, int]) -> tuple[int, list[Fact]]:
    """Where the role begins after the names and peoples that open its phrase, and what these say."""
    facts: list[Fact] = []
    first, changed = start, None
    for word in _WORD.finditer(page.text, start, head[0]):
        if word.start() < first:
            continue
        name = page.starting.get(word.start())
        if name is not None and (last := name.char_end - page.char_start) <= head[0]:
            facts.extend(_said_by(page, name))
            first = _after(page.text, last)
        elif people := country_of_people(page.text, *word.span()):
            facts.append(Fact("country", people[1], people[0], word.end(), "people_before_role", 0.95))
            first = _after(page.text, word.end())
        elif word.group()[0].isdigit() or word.group().endswith(("’s", "'s", "s’")):
            first = _after(page.text, word.end())
        elif changes_role(word.group()) and changed is None:
            changed = word.start()
    return (first if changed is None else min(changed, first)), facts


def _after(text: str, position: int) -> int:
    """The start of the next word, a possessive left out."""
    found = re.compile(r"(?:['’]s?)?[\s-]*").match(text, position)
    return found.end() if found else position


def _said_by(page: Page, name: Mention) -> list[Fact]:
    span = page.span(name)
    if name.label == "ORG":
        return [Fact("affiliation", name.canonical_name, *span, "body_before_role", 0.9)]
    if country := country_of_place(name):
        return [Fact("country", country, *span, "country_before_role", 0.9)]
    people = country_of_people(page.text, *span) if name.label == "MISC" else None
    return [Fact("country", people[1], people[0], span[1], "people_before_role", 0.95)] if people else []


def _extended(page: Page, head: int, end: int) -> int:
    """Where the role ends: with the office ("of State") or field ("of the political science department") after its noun."""
    if (last := sector(page.text, head, end)) > head:
        return last
    field = _FIELD.match(page.text, head, end)
    return field.end() if field else head


def _tail(page: Page, span: tuple[int, int], noun: str) -> Iterator[Fact]:
    """The organisation or the country that a role is held in."""
    start, end = span
    for name in page.names:
        first = name.char_start - page.char_start
        if first < start:
            continue
        if first >= end:
            return
        between = page.text[start:first]
        if _AT.search(between) is None:
            return
        if name.label == "ORG":
            yield Fact("affiliation", name.canonical_name, *page.span(name), "role_at_body", 0.9)
        elif between.lstrip().startswith("of") and noun not in OUTSIDERS:
            country = country_of_place(name) if _LAND_ENDS.match(page.text, page.span(name)[1]) else None
            if country:
                yield Fact("country", country, *page.span(name), "role_of_country", 0.85)
        return


def _of_name(page: Page, person: Mention) -> Iterator[Fact]:
    """ "Ana Ruiz of Sofibank", "said Ana Ruiz at Sofibank", "Ana Ruiz of France"."""
    start, end = page.span(person)
    match = _OF_NAME.match(page.text, end)
    name = page.starting.get(match.end()) if match else None
    if match is None or name is None or not _ENDED.match(page.text, name.char_end - page.char_start):
        return
    if match.group(1) != "of" and not _SPOKE.search(page.text[max(0, start - 24) : start]):
        return
    if name.label == "ORG":
        yield Fact("affiliation", name.canonical_name, *page.span(name), "person_of_body", 0.85)
    elif match.group(1) == "of" and (country := country_of_place(name)):
        yield Fact("country", country, *page.span(name), "person_of_country", 0.8)
