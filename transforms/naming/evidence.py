"""What stands beside a name, and what its own words are, as votes for its label: pairs of a label and a weight.

The signs are those of news English: "in X", "the town of X" and "X province" are said of places; "X shares", "retailer X" and
"the takeover of X" of organisations; "minister X", "X, 58," and "X told" of persons. One vote of the model weighs 1.
"""

from collections.abc import Iterator

from transforms.naming.given_names import is_given_name
from transforms.naming.name import Name
from transforms.naming.role_phrases import names_department
from transforms.naming.titles import is_title
from transforms.naming.trades import BODY_NOUNS

Vote = tuple[str, float]

_REACH = 40  # code points on either side
_ACRONYM = 6  # letters at most
_PLACE_NOUNS = """town city village province district region island capital port county suburb municipality neighbourhood
    neighborhood area valley peninsula coast river republic governorate prefecture settlement enclave outskirts hamlet archipelago"""
_DIRECTIONS = """northern southern eastern western central downtown north south east west northeastern northwestern southeastern
    southwestern upper lower mainland"""
_BEFORE: dict[str, Vote] = {
    **dict.fromkeys(_PLACE_NOUNS.split(), ("PLACE", 1.2)),
    **dict.fromkeys(_DIRECTIONS.split(), ("PLACE", 1.5)),
    **dict.fromkeys(BODY_NOUNS, ("ORG", 2.5)),
    **dict.fromkeys(("said", "says", "told"), ("PERSON", 0.5)),
    **dict.fromkeys(("in", "near", "throughout"), ("PLACE", 1.3)),
    **dict.fromkeys(("across", "outside"), ("PLACE", 1.0)),
    **dict.fromkeys(("from", "around"), ("PLACE", 0.5)),
    **dict.fromkeys(("at", "to"), ("PLACE", 0.3)),
}
_OF_FIRMS = frozenset(
    """takeover acquisition purchase shares stake stakes shareholders ceo founder co-founder cofounder owner employees customers
    merger subsidiary bid""".split()
)
_STORMS = frozenset("hurricane typhoon cyclone superstorm".split())
_OF_PLACES = frozenset(_PLACE_NOUNS.split())
_LINKS = frozenset(("of", "in", "with", "for", "by"))
_JOINED = ("-based", "-owned", "-listed", "-backed", "-run")
_AFTER_FIRM = """shares stock shareholders customers users subscribers ceo headquarters stores store factory plc inc ltd llc corp
    subsidiary employees board executives cofounder co-founder founder app website affiliate"""
_AFTER_BODY = """spokesman spokeswoman spokesperson chairman chairwoman chairperson chief members party movement militia group
    newspaper magazine supporters fans striker midfielder coach defender goalkeeper analyst analysts news leader secretariat director
    executive economist president lawmakers candidate editor quarterback manager squad"""
_AFTER_PLACE = """province district county region village city town state island islands peninsula valley river desert prefecture
    municipality governorate neighbourhood neighborhood area border coast airport highway suburb residents constituency mountain
    mountains slum township forest port territory"""
_HUMAN = """told says said recalled smiled laughed explained joked admitted replied thinks believes wrote himself herself who whose
    insisted added tweeted married joined resigned died grew"""
_AFTER: dict[str, Vote] = {
    **dict.fromkeys(_HUMAN.split(), ("PERSON", 0.5)),
    **dict.fromkeys(("administration", "campaign", "presidency"), ("PERSON", 1.5)),
    **dict.fromkeys(("crude", "futures"), ("MISC", 3.0)),
    **dict.fromkeys(_AFTER_PLACE.split(), ("PLACE", 1.5)),
    **dict.fromkeys(_AFTER_BODY.split(), ("ORG", 2.5)),
    **dict.fromkeys(_AFTER_FIRM.split(), ("ORG", 2.5)),
}
# A person has a spokesman and supporters too, but no shareholders.
_AFTER_POSSESSIVE: dict[str, Vote] = {
    **dict.fromkeys(_AFTER_PLACE.split(), ("PLACE", 0.5)),
    **dict.fromkeys(_AFTER_FIRM.split(), ("ORG", 2.5)),
}


def signs(name: Name, text: str) -> Iterator[Vote]:
    """Votes from the words right before and right after a name in the article's text."""
    before = text[max(0, name.start - _REACH) : name.start]
    if before.endswith(" ") and (words := before.split()):
        yield from _before(words)
    yield from _after(text[name.end : name.end + _REACH])


def _before(words: list[str]) -> Iterator[Vote]:
    word, earlier = words[-1].lower(), words[-2].lower() if len(words) > 1 else ""
    if word in _LINKS and earlier in _OF_FIRMS:
        yield "ORG", 2.5
    elif word == "of" and earlier in _OF_PLACES:
        yield "PLACE", 2.0
    elif word in _BEFORE:
        yield _BEFORE[word]
    elif word.endswith(_JOINED):
        yield "ORG", 2.5
    elif is_title(word):
        yield "PERSON", 1.2


def _after(after: str) -> Iterator[Vote]:
    if after.startswith(", "):
        word = after[2:].split(" ", 1)[0].rstrip(",.")
        if word in ("who", "whose", "aged") or (len(word) == 2 and word.isdigit()):
            yield "PERSON", 3.0
        return
    votes = _AFTER
    if after.startswith(("'s ", "’s ")):
        after, votes = after[2:], _AFTER_POSSESSIVE
    if after.startswith(" said in a statement"):
        yield "ORG", 0.7
    elif (
        after.startswith(" ")
        and (words := after.split(None, 1))
        and (vote := votes.get(words[0].rstrip(".,;:!?").lower()))
    ):
        yield vote


def storm_of(surface: str) -> str:
    """The name that a storm goes by ("Ida" of "Hurricane Ida"); empty for any other name."""
    kind, _, storm = surface.partition(" ")
    return storm if kind.lower() in _STORMS else ""


def own_signs(surface: str) -> Iterator[Vote]:
    """Votes from the words of the name itself: a listed given name, the shape of an acronym."""
    first, *rest = surface.split()
    if is_given_name(first):
        yield "PERSON", 1.0
    if storm_of(surface):
        yield "MISC", 4.0
    if rest and names_department(surface):
        yield "ORG", 3.0
    if not rest and len(surface) <= _ACRONYM and surface.isupper() and surface.isalpha():
        yield "PERSON", -1.0
        yield "ORG", 0.3
