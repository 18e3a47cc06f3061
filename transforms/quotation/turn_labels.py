"""Whose the labels of a transcript are: "RUIZ:", "Sen. Ana Ruiz (D-Ohio):", "MODERATOR:", "Q:", "A:"; and which are none."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import Cast, Person
from transforms.records import Mention, Speaker

QUESTION, ANSWER = "Q", "A"
# What news sites print before a colon that is nobody's speech; any one of these words disqualifies a label.
_NO_SPEAKER = frozenset(
    """note notes update updates updated correction clarification related read more watch see also listen photo photos video
    videos image images picture pictures gallery graphic chart map file caption credit credits source sources contributing
    opinion analysis commentary comment comments exclusive breaking live new news just in factbox timeline explainer profile
    key points point fact facts claim claims truth verdict rating reality check background context bottom line summary
    transcript topic theme story stories headline advertisement share subscribe follow contact tel phone email web website
    address date time when where what why how who which here there winner winners loser losers pro pros con cons upside
    downside result results score scores poll polls previous next now then today tomorrow yesterday example warning tip
    disclosure disclaimer editor editors’ editor’s editor's rt re cc fwd ps via by on at the and or of for with
    monday tuesday wednesday thursday friday saturday sunday""".split()
)  # fmt: skip
_ROLES = frozenset(
    """moderator host interviewer question questioner reporter journalist correspondent presenter anchor narrator announcer
    operator caller listener viewer voter student audience member man woman male female boy girl child unidentified unknown
    crowd all speaker president chairman chairwoman chair secretary senator governor mayor minister judge court clerk
    prosecutor counsel lawyer attorney defendant witness officer police dispatcher spokesman spokeswoman participant
    panelist guest translator interpreter""".split()
)  # fmt: skip
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Fr|Sir|Lord|Lady|Dame|President|Senator|Governor|Secretary|"
    r"Congressman|Congresswoman|Mayor|Minister|Chairman|Professor|Doctor|Judge|Justice|General)\.?\s+",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|conversation|(?:spoke|talk(?:ed|s)?|sat down|chatted|speaking|speaks) (?:\w+ ){0,4}?(?:with|to)|transcript|"
    r"news conference|press conference|Q&A with|answer(?:ed|s) (?:our|your|readers’|readers'|some|questions)|"
    r"edited (?:\w+ ){0,3}?(?:for|and condensed)|condensed)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:interview(?:ed|s)?|Q&A|conversation|spoke|talked|talks|sat down|chatted|speaks)\b[^.\n]{0,40}$"
)
_MOST_NAMESAKES = 20
_REACH = 80  # code points before a name in which an interview makes it the one interviewed


Names = Mapping[str, Sequence[Person]]


def names_of(members: Cast) -> Names:
    """The persons of an article by each word of their name in lower case, and by their initials."""
    names: dict[str, list[Person]] = defaultdict(list)
    for person in members.persons.values():
        words = person.name.lower().split()
        initials = "".join(word[0] for word in words)
        for key in {*words, initials} if len(words) > 1 else words[:1]:
            names[key].append(person)
    return names


def interviewed(paragraphs: Sequence[Paragraph], members: Cast, first: int) -> tuple[bool, Mention | None]:
    """Whether the paragraphs before number `first` announce an interview, and with whom, if it is one person."""
    opening = paragraphs[:first]
    if not any(_INTERVIEW.search(paragraph.text) for paragraph in opening):
        return False, None
    persons = [(p, m) for p in opening for m in _persons(p, members)]
    asked = [m for p, m in persons if _WITH.search(_before(p, m))]
    above = [m for p, m in persons if p.in_segment in ("headline", "subhead")]
    for known in (asked, above, [m for _, m in persons]):
        if len({mention.name_id for mention in known}) == 1:
            return True, known[0]
    return True, None


def speaker_of_label(label: str, span: tuple[int, int], known: tuple[Cast, Names]) -> Speaker | None:
    """Who a label other than "Q" and "A" means: a person of the article, else a role or a name in capitals.

    None for a label that names nobody: a place, an organisation, a word of the page ("UPDATE").
    """
    members, names = known
    words = label.lower().replace(".", " ").split()
    if _NO_SPEAKER & set(words):
        return None
    person = _mention(span, members) or _person_called(_TITLE.sub("", label), names)
    if person is not None:
        return Speaker("named_person", "speaker_label", 0.95, label, *span, *person)
    if any(mention.label in ("PLACE", "ORG") for mention in members.named_between(*span)) and not _ROLES & set(words):
        return None
    named = (label.isupper() and len(label) > 1) or _TITLE.match(label)
    if named or words[-1] in _ROLES:
        return Speaker("unnamed", "speaker_label", 0.7, label, *span)
    return None


def speaker_of_letter(label: str, span: tuple[int, int], asked: Mention | None) -> Speaker:
    """Who "Q" or "A" means: the one interviewed where the article says who that is."""
    if label == ANSWER and asked is not None:
        return Speaker("named_person", "speaker_label", 0.85, label, *span, asked.name_id, asked.canonical_name)
    return Speaker("unknown", "speaker_label", 0.3, label, *span)  # an interview has names: they were not found


def _persons(paragraph: Paragraph, members: Cast) -> list[Mention]:
    start = paragraph.char_start
    named = members.named_between(start, start + len(paragraph.text))
    return [mention for mention in named if mention.label == "PERSON"]


def _before(paragraph: Paragraph, mention: Mention) -> str:
    end = mention.char_start - paragraph.char_start
    return paragraph.text[max(0, end - _REACH) : end]


def _mention(span: tuple[int, int], members: Cast) -> tuple[str, str] | None:
    """The person named in the label whose full name the article knows."""
    for mention in members.named_between(*span):
        if mention.label == "PERSON" and mention.char_end == span[1] and mention.canonical_name != mention.surface:
            return mention.name_id, mention.canonical_name
    return None


def _person_called(label: str, names: Names) -> tuple[str, str] | None:
    """The one person whose name holds all words of the label, or whose initials it is; of several, one that all stand for."""
    words = label.lower().split()
    candidates = names.get(words[-1], []) if words else []
    if len(candidates) > _MOST_NAMESAKES:
        return None
    fitting = [
        (set(p.name.lower().split()), p)
        for p in candidates
        if len(words) == 1 or set(words) <= set(p.name.lower().split())
    ]
    full, longest = max(fitting, key=lambda found: len(found[1].name), default=(set(), None))
    if longest is None or any(not parts <= full for parts, _ in fitting):
        return None
    return longest.name_id, longest.name
