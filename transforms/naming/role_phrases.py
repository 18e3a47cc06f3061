"""Role phrases of news English: the noun that one turns on, the words that may stand before it, and what its words say."""

import re

from transforms.naming.titles import HONORIFICS, SHORT_TITLES
from transforms.quotation.roles import EPITHET_HEADS, KIN_HEADS, PARTISAN_HEADS, PERSON_HEADS

_MORE_HEADS = frozenset(
    "expert fellow counsel coordinator specialist associate supervisor coo cto cio co-chair president-elect contractor counselor counsellor".split()
)
# What anybody may be called besides what they do, and words that are as often adjectives or verbs.
_NO_ROLES = (
    KIN_HEADS
    | (EPITHET_HEADS - PARTISAN_HEADS - frozenset("dissident suspect defendant veteran".split()))
    | frozenset(
        """friend ally donor supporter fan victim survivor witness source person user caller insider peer private star host
        count elder marine convict felon operative reader viewer heckler passenger bystander caretaker critic graduate chief's
        rebel counterpart mother father teenager lead runner guard man woman incumbent neighbor neighbour""".split()
    )
)
ROLES = (PERSON_HEADS | SHORT_TITLES.keys() | _MORE_HEADS) - _NO_ROLES - HONORIFICS
# Besides roles and departments themselves.
_MODIFIERS = frozenset(
    """former ex then late acting interim outgoing incoming new current longtime long-time retired vice assistant senior junior
    lead top co prime city county state regional national federal local managing operating financial technology
    investment research credit equity market currency commodities portfolio fund hedge political economics policy
    monetary military police army navy intelligence rights civil legal court district supreme appeals circuit special
    independent minority majority democratic conservative liberal socialist gubernatorial presidential senate
    congressional parliamentary opposition party union campaign communications media marketing sales product business
    company team club football soccer basketball baseball hockey cricket rugby tennis golf boxing film movie pop rock
    rap country jazz opera music television tv radio news sports history law criminology medical public private real
    estate oil gas mining tech software internet university college school high world olympic technical creative spy
    artistic editorial immigration criminal divorce homicide budget tax wildlife weather climate emergency fire rescue
    nuclear cyber social cultural religious community tribal village spiritual""".split()
)
# Roles whose field may be a country: "China correspondent", "senior U.S. economist".
ABOUT_COUNTRIES = frozenset(
    "correspondent economist analyst strategist editor expert specialist historian scholar reporter trader director adviser advisor".split()
)
_DEPARTMENTS = frozenset(
    """treasury interior commerce energy education labor labour health justice defense defence foreign finance transport
    transportation agriculture homeland security environment trade home culture economy economic and affairs veterans industry
    development science housing urban human services attorney press""".split()
)
_FORMER = frozenset("former ex then late acting interim retired outgoing deputy".split())
# Roles that are borne towards a body, not in it: "a critic of Apple", "a lawyer for Apple".
OUTSIDERS = frozenset(
    """critic opponent foe rival challenger lawyer attorney barrister solicitor counsel expert candidate contender nominee
    ambassador envoy victim veteran historian biographer author writer suspect defendant investor""".split()
)
_OF_OFFICE = re.compile(
    r"(?<![\w-])(?:(?:[Uu]nder|[Dd]eputy|[Aa]ssistant) )?(?:[Ss]ecretary|[Mm]inister|[Cc]hief|[Dd]irector|[Ss]peaker|[Ll]eader|[Ss]uperintendent"
    r"|[Aa]ttorney|[Mm]inister)(?: of| for) (?:the )?(?:[A-Z][a-z]{2,16}|staff|police|state)(?: (?:and )?[A-Z][a-z]{2,16})?$"
)
_SECTORS = re.compile(
    r" (?:of|for) (?:the )?(?:(?:State|Defen[cs]e|Treasury|Interior|Commerce|Energy|Education|Labou?r|Health|Justice|Finance|"
    r"Transport(?:ation)?|Agriculture|Homeland|Security|Foreign|Affairs|Trade|Environment|Police|Staff|National|Intelligence|"
    r"Public|Social|Human|Services|Veterans|Urban|Economy|Culture|Tourism|Science|Technology|Industry|Development)\b(?:,? and )? ?){1,5}"
)
_PARTS = re.compile(r"[-‐‑]")


def is_role(word: str) -> bool:
    """Whether a word is a noun for what a person does or is in public life, also within a compound ("editor-in-chief").

    A full stop makes it an abbreviation ("Sen.") or the end of a sentence.
    """
    folded = word.lower().rstrip(".")
    if word.endswith("."):
        return folded in SHORT_TITLES
    return folded in ROLES or ("-" in folded and any(part in ROLES for part in _PARTS.split(folded)))


def is_honorific(word: str) -> bool:
    """Whether a word is a form of address that names no office ("Mr", "Dr.")."""
    return word[0].isupper() and word.lower().rstrip(".") in HONORIFICS


def is_short_title(word: str) -> bool:
    """Whether a word is an abbreviated title, which stands before a name only: "Sen"."""
    return word.lower().rstrip(".") in SHORT_TITLES


def names_department(surface: str) -> bool:
    """Whether a name before "Secretary" or "Minister" is but the field of the office: "Homeland Security Secretary"."""
    return all(word in _DEPARTMENTS for word in surface.lower().split())


def is_modifier(word: str) -> bool:
    """Whether a word may stand before the noun of a role and belong to it ("former chief investment strategist")."""
    folded = word.lower()
    if folded in _MODIFIERS or folded in _DEPARTMENTS or folded in ROLES:
        return True
    return "-" in folded and any(part in _MODIFIERS for part in _PARTS.split(folded))


def changes_role(word: str) -> bool:
    """Whether a word tells that somebody holds an office no longer, not yet or not quite ("former", "then-", "deputy")."""
    return _PARTS.split(word.lower())[0] in _FORMER


def may_be_title(word: str) -> bool:
    """Whether a role's noun is a title when it stands capitalised before a name: an office, no party or epithet."""
    folded = word.lower().rstrip(".")
    return folded not in PARTISAN_HEADS and folded not in EPITHET_HEADS


def office_ending(text: str) -> re.Match[str] | None:
    """ "Secretary of State", "Chief of Staff" at the end of a text."""
    return _OF_OFFICE.search(text)


def sector(text: str, position: int, end: int) -> int:
    """Where " of State", " for Foreign Affairs" that begins at a position ends; the position itself if none does."""
    found = _SECTORS.match(text, position, end)
    if found is None or text[found.end() : found.end() + 1].isupper():
        return position  # the name of a body goes on: "co-chairman of the National Association"
    return position + len(found.group().rstrip(" ,"))
