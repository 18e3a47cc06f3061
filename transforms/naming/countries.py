"""The country that a word or a place name stands for, and those that an article gives its organisations."""

import re
from collections.abc import Iterator

from transforms.naming.page import Fact, Page
from transforms.naming.trades import BODY_NOUNS
from transforms.places.gazetteer import country_of_demonym, known_places
from transforms.records import Mention

_TRADES = (
    r"(?:state-owned |state-run |private |public |budget |low-cost |luxury |online |telecoms? |oil |energy |steel |car |tech |software |"
    r"football |soccer |news |media |bank(?:ing)? |insurance |opposition |ruling |human rights |rights |security |defen[cs]e |mining |"
    r"biotech |drug |pharmaceutical |fashion |electronics |chip |internet |e-commerce |investment |industrial |engineering |export |daily )"
    rf"{{0,3}}(?:{'|'.join(sorted(BODY_NOUNS))}|drug maker|think tank|investor|rival) "
)
_PEOPLE_BEFORE = re.compile(rf"(?<![\w-])([A-Z][a-z]+|U\.S\.|US|U\.K\.|UK) {_TRADES}$")
_BASED_BEFORE = re.compile(rf"[-‐‑ ]based (?:{_TRADES})?$")
_BASED_AFTER = re.compile(r"(?:, (?:which is )?| is )(?:based|headquartered) in ")
_POINT = re.compile(r"(?<!\w)(North|South)[ -]$")
_WITHIN = re.compile(r"(?<!\w)(?:Native|African|Asian|Mexican|Latin|Arab|Anglo)[ ‑-]$")
_OWNER = re.compile(r"['’]s $")
_OF = re.compile(r" of (?:the )?")
_BACK = 90
# A possessive country owns the name before a word like these, and what the name stands before otherwise: "Sweden's NATO bid".
_FREE = re.compile(
    r"\s*(?:[.,;:!?)”\"—–]|$)|\s(?:and|or|said|says|is|was|has|have|had|will|would|to|in|on|at|for|from|by|with|which|who|that|as|"
    r"but|are|were|can|could|may|also|told|plans|agreed|announced|reported|[A-Z])\b"
)
_BETWEEN_COUNTRIES = frozenset(
    """nato eu un imf who wto opec asean ecb fifa uefa ioc unesco unicef unhcr oecd iaea world united european international
    african asian reuters afp ap bloomberg""".split()
)
_PUBLIC = frozenset(
    """ministry government parliament army navy embassy police senate congress treasury bank court assembly federation cabinet
    football association council academy customs administration forces union""".split()
)


def country_of_place(place: Mention) -> str | None:
    """ISO 3166-1 alpha-2 of the country that a place name is of: what the mention says, else a country of that name."""
    if place.label != "PLACE" or (len(place.surface) < 3 and place.surface not in ("US", "UK")):
        return None
    return place.country_iso or country_named(place.surface)


def country_named(surface: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country's own name; None for towns, regions and whatever is no country."""
    found = known_places(surface)
    return found[0].country_iso if found and found[0].kind == "country" else None


def country_of_people(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where a people's name or adjective ends at `end` ("Russian", "South Korean", "U.S."), and its country; else None.

    The span may hold the last word only. "Native American" tells of no foreign land, "Russian-born" not of today's.
    """
    if text.startswith(("-born", "‑born", "-American"), end):
        return None
    if found := _POINT.search(text, max(0, start - 6), start):
        first = found.start()
        country = country_of_word(f"{found.group(1)} {text[start:end]}")
        return (first, country) if country else None
    country = country_of_word(text[start:end])
    return (start, country) if country and not _WITHIN.search(text, max(0, start - 9), start) else None


def country_of_word(word: str) -> str | None:
    """ISO 3166-1 alpha-2 of a people's name or adjective ("Russian", "U.S."); None where it means no country."""
    return "US" if word in ("U.S.", "US") else "GB" if word in ("U.K.", "UK") else country_of_demonym(word)


def body_countries(page: Page, body: Mention) -> Iterator[Fact]:
    """The countries that the words right round an organisation's name give it.

    "German carmaker BMW"; "France's Thales"; "Paris-based Thales"; "Thales, based in Paris"; "the Foreign Ministry of Kenya";
    "the Chinese Foreign Ministry".
    """
    start, end = page.span(body)
    before = page.text[max(0, start - _BACK) : start]
    if (match := _PEOPLE_BEFORE.search(before)) and (country := country_of_word(match.group(1))):
        at = start - len(before) + match.start()
        yield Fact("country", country, at, start - 1, "people_before_trade", 0.9)
    if (owner := page.ending.get(start - 3)) and _OWNER.search(before) and _may_be_owned(page.text, body, end):
        yield from _of_place(page, owner, "country_owner", 0.85)
    based = _BASED_BEFORE.search(before) if _FREE.match(page.text, end) else None
    if based and (place := page.ending.get(start - len(before) + based.start())):
        yield from _of_place(page, place, "based_in", 0.9)
    if (based := _BASED_AFTER.match(page.text, end)) and (place := page.starting.get(based.end())):
        yield from _of_place(page, place, "based_in", 0.9)
    yield from _public_body(page, body)


def _public_body(page: Page, body: Mention) -> Iterator[Fact]:
    start, end = page.span(body)
    words = body.surface.split()
    if words[-1].lower() not in _PUBLIC:
        return
    if len(words) > 1 and (country := country_of_word(words[0])):
        yield Fact("country", country, start, start + len(words[0]), "people_in_name", 0.9)
    if (match := _OF.match(page.text, end)) and (place := page.starting.get(match.end())):
        yield from _of_place(page, place, "body_of_country", 0.9)


def _may_be_owned(text: str, body: Mention, end: int) -> bool:
    words = body.surface.lower().replace(".", "").split()
    return not _BETWEEN_COUNTRIES & set(words) and _FREE.match(text, end) is not None


def _of_place(page: Page, place: Mention, rule: str, confidence: float) -> Iterator[Fact]:
    if country := country_of_place(place):
        yield Fact("country", country, *page.span(place), rule, confidence)
