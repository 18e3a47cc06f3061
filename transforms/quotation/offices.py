"""Offices and epithets of a person, as an article prints them round the name, and when a phrase means one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transforms.language.pipeline import Paragraph
from transforms.quotation.roles import KIN_HEADS, PERSON_HEADS, is_role_word

# Different words for one office. Sources: common usage of English-language agencies.
_FAMILIES = {
    "#foreign": r"secretary of state|foreign (?:minister|secretary)|(?:top|chief) diplomat|head of (?:\w+ )?diplomacy|foreign affairs",
    "#defence": r"defen[cs]e (?:minister|secretary|chief)|pentagon (?:chief|head)",
    "#government": r"prime minister|premier|taoiseach|head of (?:the )?government|chancellor(?! of)",
    "#vice": r"vice[ -]president|veep",
    "#state": r"(?<!vice )(?<!vice-)president(?! of (?!the united))|head of state|commander[ -]in[ -]chief",
    "#finance": r"finance (?:minister|secretary|chief)|treasury (?:secretary|chief)|chancellor of the exchequer",
    "#justice": r"attorney[ -]general|justice (?:minister|secretary)|top (?:prosecutor|law enforcement official)",
    "#company": r"chief executive|ceo|managing director|boss",
    "#mayor": r"mayor|head of (?:the )?city",
    "#governor": r"gov(?:ernor)?",
    "#senator": r"sen(?:ator)?",
    "#house": r"congress(?:man|woman|member)|rep(?:resentative)?",
    "#member": r"mp|member of parliament|backbencher|parliamentarian",
    "#lawmaker": r"sen(?:ator)?|rep(?:resentative)?|congress(?:man|woman|member)|lawmaker|legislator|mp|assembly(?:man|woman)",
    "#police": r"police (?:chief|commissioner|captain)|chief constable|chief of police|sheriff",
    "#police_officer": r"detective|inspector|superintendent|sergeant|constable|police officer|trooper",
    "#club": r"(?:head )?coach|(?<!campaign )manager|trainer",
    "#speech": r"spokes(?:man|woman|person)|press (?:secretary|officer)|communications director|director of communications",
    "#head": r"head|leader|chief|chair|chairman|chairwoman|boss|director",
    "#contender": r"candidate|nominee|front-?runner|hopeful|contender|standard-?bearer|challenger",
    "#wealth": r"billionaire|millionaire|tycoon|mogul|magnate|business(?:man|woman|person)|entrepreneur|(?:property|estate) developer",
    "#screen": r"actor|actress|star|host|celebrity|personality|entertainer",
    "#law": r"lawyer|attorney|solicitor|barrister|counsel",
    "#prosecutor": r"prosecutor|district attorney",
    "#judge": r"judge|justice|magistrate",
    "#leader": r"leader|prime minister|premier|chancellor|(?<!vice )president|king|emir|ruler|strongman",
    "#medicine": r"doctor|dr|physician|surgeon|neurosurgeon|psychiatrist",
    "#learning": r"professor|prof|academic|scholar|lecturer|historian|scientist|researcher|economist|expert",
    "#press": r"journalist|reporter|columnist|correspondent|editor|anchor|broadcaster",
    "#church": r"pastor|rev|reverend|priest|preacher|vicar|clergyman|bishop|archbishop|cardinal|pontiff|pope",
    "#aide": r"aide|advis[eo]r|strategist|consultant|operative|campaign (?:manager|chairman|chairwoman|chief)",
}  # fmt: skip
_FAMILY_OF = {tag: re.compile(rf"\b(?:{pattern})\b") for tag, pattern in _FAMILIES.items()}
# Families so wide that one word more must be shared.
_WIDE = frozenset(("#leader", "#head", "#learning", "#press", "#screen", "#aide"))
_TITLES = {
    "sen": "senator", "gov": "governor", "rep": "representative", "dr": "doctor", "prof": "professor", "gen": "general",
    "sgt": "sergeant", "col": "colonel", "capt": "captain", "rev": "pastor", "lt": "lieutenant", "det": "detective",
    "supt": "superintendent", "pres": "president", "amb": "ambassador", "atty": "attorney", "adm": "admiral", "maj": "major",
    "cmdr": "commander", "cllr": "councillor", "insp": "inspector", "fr": "priest", "msgr": "priest",
}  # fmt: skip
_PARTIES = {
    "republican": "@republican", "gop": "@republican", "democrat": "@democrat", "democratic": "@democrat", "labour": "@labour",
    "tory": "@conservative", "conservative": "@conservative", "libertarian": "@libertarian", "green": "@green",
    "r": "@republican", "d": "@democrat", "i": "@independent",
}  # fmt: skip
_STATES = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado", "conn": "connecticut",
    "del": "delaware", "fla": "florida", "ga": "georgia", "ill": "illinois", "ind": "indiana", "kan": "kansas", "ky": "kentucky",
    "la": "louisiana", "md": "maryland", "mass": "massachusetts", "mich": "michigan", "minn": "minnesota", "miss": "mississippi",
    "mo": "missouri", "mont": "montana", "neb": "nebraska", "nev": "nevada", "nh": "new hampshire", "nj": "new jersey",
    "nm": "new mexico", "ny": "new york", "nc": "north carolina", "nd": "north dakota", "okla": "oklahoma", "ore": "oregon",
    "pa": "pennsylvania", "ri": "rhode island", "sc": "south carolina", "sd": "south dakota", "tenn": "tennessee", "tex": "texas",
    "vt": "vermont", "va": "virginia", "wash": "washington", "wva": "west virginia", "wis": "wisconsin", "wyo": "wyoming",
}  # fmt: skip
# Peoples whose name does not begin as the country's does.
_PEOPLES = {
    "french": "france", "danish": "denmark", "dane": "denmark", "dutch": "netherlands", "irish": "ireland", "welsh": "wales",
    "swiss": "switzerland", "spanish": "spain", "spaniard": "spain", "polish": "poland", "pole": "poland", "finnish": "finland",
    "finn": "finland", "american": "us", "usa": "us", "british": "uk", "briton": "uk", "britain": "uk", "filipino": "philippines",
}  # fmt: skip
_BREAK = re.compile(
    r"[,;:()“”\"—–]|\s(?:of|for|at|in|from|on|with|to|by|who|whose|whom|that|which|and|as|since|during|under|after|before|but|or|"
    r"when|where|running|representing|is|was|has|had|said|says)\s"
)
NATIVE = "native"
_PEOPLE = re.compile(r"(?:an|er|ite|ese|ish|man|woman|i)$")
_OWNER = re.compile(r"^.*[’']s?\s(?=\S)")
_LETTERS = re.compile(r"[^\W\d_][\w’']*")
_AGED = re.compile(r"\b\d{1,3}[- ]year[- ]old\b")
_DEPUTY = frozenset("vice deputy assistant associate under junior".split())
_FORMER = frozenset("former ex retired onetime then ousted late outgoing erstwhile".split())
_EMPTY = frozenset("the a an his her its their our then now new late former ex current longtime one of and as".split())
_SMALL = frozenset(
    ("The", "A", "An", "Mr", "Mrs", "Ms", "Former", "Then", "But", "And", "As", "In", "Even", "His", "Her")
)
_MAX_TITLE = 8  # words of a title before a name


@dataclass(frozen=True, slots=True)
class Office:
    """An office or epithet: its head noun, all its telling words, families ("#state"), party ("@democrat") and places.

    All lower-case; `deputy` for a vice or deputy of it, `former` for one that is over.
    """

    head: str
    words: frozenset[str]
    families: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]
    deputy: bool
    former: bool

    @property
    def keys(self) -> frozenset[str]:
        """What it may be found under: its head and its families."""
        return self.families | {self.head}


@lru_cache(maxsize=4096)
def office(phrase: str) -> Office | None:
    """The office that a phrase turns on ("the former Texas governor", "head of the port"); None when it is no person's."""
    plain = _unhyphenated(phrase)
    found = _BREAK.search(plain)
    front, tail = (plain[: found.start()], plain[found.start() : found.start() + 60]) if found else (plain, "")
    words = [word.replace("’", "'").removesuffix("'s") for word in _LETTERS.findall(front)]
    head = _head(words[-1], phrase) if words else ""
    if head not in PERSON_HEADS:
        return None
    after = _tail(tail)
    own = [word.lower() for word in _LETTERS.findall(_OWNER.sub("", front))]  # "Ruiz's aide" is no Ruiz
    telling = [word.lower() for word in [*words, *after]]
    folded = " ".join([*map(_full_title, own), *(["of", *telling[len(words) :]] if after else [])])
    edge = len(" ".join(map(_full_title, own)))  # "a critic of the mayor" is no mayor
    families = {tag for tag, p in _FAMILY_OF.items() if (match := p.search(folded)) and match.start() < edge}
    names = [
        word
        for word in [*(words if head == NATIVE else words[:-1]), *after]
        if word[0].isupper() and word not in _SMALL
    ]
    return Office(
        head,
        frozenset(telling) - _EMPTY,
        frozenset(families - ({"#head"} if len(families) > 1 else set())),
        frozenset(_PARTIES[word] for word in telling if len(word) > 1 and word in _PARTIES),
        frozenset(place(word) for word in names if word.lower() not in _PARTIES and not is_office_word(word)),
        bool(_DEPUTY & set(own)),
        bool(_FORMER & set(own)),
    )


def _head(word: str, phrase: str) -> str:
    """The noun that a phrase turns on, titles spelled out; "the Texan" is a native."""
    people = word[0].isupper() and _PEOPLE.search(word) and phrase[:4].lower() == "the "
    return NATIVE if people and word.lower() not in PERSON_HEADS else _full_title(word.lower())


def offices(phrase: str) -> list[Office]:
    """The offices of a phrase that may join two: "a lawyer and former mayor"."""
    return [found for part in re.split(r"\sand\s", phrase, maxsplit=2) if (found := office(part)) is not None]


def is_office_word(word: str) -> bool:
    """Whether a word names an office or ranks one, whatever its case."""
    return _full_title(word.lower()) in PERSON_HEADS or (word[:1].isupper() and is_role_word(word.lower()))


def place(word: str) -> str:
    """A place's or people's name, folded, abbreviations of American states spelled out by their usual short forms."""
    folded = word.lower().replace(".", "")
    return _STATES.get(folded, _PEOPLES.get(folded, folded)).split()[-1]


LANDS = frozenset(
    [name.split()[-1] for name in [*_STATES.values(), *_PEOPLES.values()]]
    + "alaska hawaii idaho iowa maine ohio utah".split()
)


def is_land(word: str) -> bool:
    """Whether a folded word is the name of an American state or may be that of a people: "ohio", "norwegian"."""
    return word in LANDS or (word[0] != "@" and len(word) > 4 and _PEOPLE.search(word) is not None)


def same_place(one: str, other: str) -> bool:
    """Whether two folded names are of one place or its people: "texas" and "texan", "china" and "chinese"."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or shared >= max(4, min(len(one), len(other)) - 3)


def shared_keys(one: Office, other: Office) -> float:
    """How much two offices are one: 0 not at all, 1 one family, 2 one head; less for a deputy and the chief."""
    if one.deputy != other.deputy and "#vice" not in one.families & other.families:
        return 0.0
    if one.head == other.head:
        return 2.0 if not _clash(one, other) else 0.0
    families = one.families & other.families
    more = (one.words & other.words) - {one.head, other.head}
    return 1.0 if families - _WIDE or (families and more) else 0.0


def _clash(one: Office, other: Office) -> bool:
    """One head in different families: a "foreign minister" is no "prime minister", a "general secretary" no "press secretary"."""
    narrow, rest = one.families - _WIDE, other.families - _WIDE
    return bool(narrow and rest and not narrow & rest)


def offices_around(paragraph: Paragraph, start: int, end: int) -> Iterator[Office]:
    """The offices printed round the name at [start, end) of the paragraph's text.

    "mayor Ana Ruiz"; "the mayor, Ana Ruiz,"; "Ana Ruiz, 61, the mayor"; "Ana Ruiz, who is the mayor"; "Ana Ruiz is the mayor";
    "Ana Ruiz, who leads the port"; "Ana Ruiz (D-Ohio)".
    """
    text = paragraph.text
    if title := _title_before(text, start):
        yield from offices(title)
    if text[end : end + 1] in (",", ".", "") and (before := _BEFORE.search(text[max(0, start - 100) : start])):
        yield from offices(before.group(1))
    for pattern in (_APPOSITION, _COPULA, _CHOSEN):
        if after := pattern.match(text, end):
            yield from offices(after.group(1))
    if kin := _KIN.match(text, end):
        yield from (found for found in offices(kin.group(1)) if found.head in KIN_HEADS)
    if headed := _HEADED.match(text, end):
        yield from offices(f"{_OFFICE_OF_VERB[headed.group(1)]} of {headed.group(2)}")


def affiliation(text: str, end: int) -> tuple[str | None, str | None]:
    """Party and place printed after a name: "(R-S.C.)", ", D-Calif.,", "of Vermont", "(Republican, Ohio)"."""
    if match := _PARTY_STATE.match(text, end):
        return _PARTIES[match.group(1).lower()], place(match.group(2).strip().split()[-1].replace(".", ""))
    if match := _OF_PLACE.match(text, end):
        return None, place(match.group(1).split()[-1])
    return None, None


# White space is bounded: two open runs of it side by side take quadratic time on a long gap after a name.
_APPOSITION = re.compile(
    r"\s{0,3},\s{1,3}(?:\d{1,3},\s)?(?:who\s(?:is|was|has been|had been|served as|serves as|works as|worked as)\s)?"
    r"(?:once |now |then |also )?(?:the |a |an )?(?!his |her |their )((?:(?! (?:his|her|their) )[^,;:.“”\"()]){3,90})"
)
_CHOSEN = re.compile(
    r"\s{0,3}(?:,[^,.;:()“”\"]{1,40},)?\s(?:was|is|has been|had been)\s(?:re-?)?(?:elected|appointed|named|chosen|made)\s(?:as\s)?"
    r"(?:the |a )?([^,;:.“”\"()]{3,60})"
)
_KIN = re.compile(r"\s{0,3},\s{1,3}(?:his|her|their) ([^,;:.“”\"()]{3,40})")
_COPULA = re.compile(
    r"\s(?:is|was|became|remains|serves as|served as|works as|worked as)\s(?:now |also |still |currently |once )?"
    r"(?:the |a |an )([^,;:.“”\"()]{3,90})"
)
_BEFORE = re.compile(r"([^,;:.“”\"()—]{3,90}),\s+$")
_HEADED = re.compile(
    r"\s{0,3},?\s{1,3}(?:who\s{1,3})?(?:has |had )?(head|lead|led|chair|run|coach|own)(?:s|es|ed)? ((?:the |an? )?[^,;:.“”\"()]{3,60})"
)
_OFFICE_OF_VERB = {
    "head": "head", "lead": "leader", "led": "leader", "chair": "chair", "run": "manager", "coach": "coach", "own": "owner",
}  # fmt: skip
_PARTY_STATE = re.compile(
    r"\s{0,3}(?:\(|,\s)(R|D|I|Republican|Democrat|Labour|Conservative)(?:-|–|‑|, | of | from )((?:[A-Z][\w.]{0,20} ?){1,3})"
)
_OF_PLACE = re.compile(r"\sof ((?:[A-Z][\w’-]{1,20} ?){1,2})")
_TITLE_WORD = re.compile(r"[\w.’'-]+")


def _title_before(text: str, start: int) -> str:
    """ "former secretary of state" before "Antony Blinken": role words and capitalised words up to the name; empty without any."""
    words: list[str] = []
    backwards = text[max(0, start - 120) : start].rstrip()[::-1]
    while len(words) < _MAX_TITLE and (match := _TITLE_WORD.match(backwards)):
        word = match.group()[::-1]
        known = is_role_word(word) or _full_title(_unhyphenated(word).lower().rstrip(".")) in PERSON_HEADS
        if not known or (word[-1] == "." and _full_title(word.lower().rstrip(".")) not in PERSON_HEADS and words == []):
            break
        words.insert(0, word.rstrip("."))
        backwards = backwards[match.end() :].lstrip()
    return " ".join(words)


def _full_title(word: str) -> str:
    return _TITLES.get(word.rstrip("."), word)


def _unhyphenated(phrase: str) -> str:
    """Compounds as one word or two: "front-runner" → "frontrunner", "vice-president" → "vice president", "president-elect" →
    "president"; a phrase that turns on an age means an "old".
    """
    text = re.sub(r"[-‐‑]elect\b", "", phrase)
    text = re.sub(
        r"(?<=\b[Ff]ront)\s?[-‐‑]\s?(?=runner)|(?<=\bstandard)\s?[-‐‑]\s?(?=bearer)|(?<=\b[Cc]o)[-‐‑]", "", text
    )
    text = _AGED.sub("old", text) if _AGED.search(text[-14:]) else _AGED.sub("", text)
    return re.sub(r"\s?[-‐‑]\s?", " ", text)


def _tail(tail: str) -> list[str]:
    """The telling words after "of", "for", "at": "secretary of state", "head of the harbour office"."""
    if not re.match(r"\s(?:of|for|at|in|from)\s", tail):
        return []
    rest = tail.split(maxsplit=1)[1] if len(tail.split()) > 1 else ""
    cut = re.search(
        r"[,;:()]|\s(?:who|whose|that|which|and|as|since|is|was|said|for|in|at|on|from|during|under)\s", rest
    )
    words = (rest[: cut.start()] if cut else rest).split()[:6]
    return [w for word in words for w in _LETTERS.findall(word) if w.lower() not in _EMPTY]
