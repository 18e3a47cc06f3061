"""Who published an article, as far as the text says.

An outlet is believed when it speaks of itself: in a copyright line, in its calls to subscribe, in the credit of its own
reporters, in "the Harbour Post has learned". To be told things ("she told the Harbour Post") is a weak sign, for outlets
quote one another: it counts only beside another sign, or when one outlet alone is told things again and again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from transforms.structure import agencies
from transforms.structure.hints import holds
from transforms.structure.outlets import BROADCASTERS, is_outlet
from transforms.structure.paragraphs import Block

_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s+)?"
_AFTER_HOLDER = r"(?=\s*(?:[.|©\n]|,? (?:inc|ltd|llc|plc|corp|gmbh|limited|all rights)\b|(?:19|20)\d\d|$))"
_COPYRIGHT = re.compile(
    rf"(?:^|(?<=[\s.|*]))(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?{_YEARS}(?:by\s+)?"
    rf"(?P<holder>[^\W\d_][^.|©\n]{{1,60}}?){_AFTER_HOLDER}",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:(?:this (?:story|article) was )?(?:first |originally )?published in|source:)\s+(?P<holder>[A-Z][\w'’&\-]*(?: [A-Z][\w'’&\-]*){0,4})"
)
_NO_HOLDER = re.compile(
    r"(?:all rights|riproduzione|tous droits|alle rechte|todos los|this|the (?:author|writer)s?$|notice|policy|terms|image|photo|getty|and |or )",
    re.IGNORECASE,
)
# What holds the rights of a picture is not who published the story: "Image copyright …", "… via AP Images", "Name/Agency".
_PICTURE_BEFORE = re.compile(r"(?:image|images|photo|photograph|picture|video|media|graphic|data)\s*$", re.IGNORECASE)
_PICTURE_HOLDER = re.compile(r"/|\bvia\b|\bimages?\b|\bcaption\b", re.IGNORECASE)
_SYNDICATE = re.compile(r"\b(?:syndicate|content agency|holdings|creators)\b", re.IGNORECASE)
# Companies that own several outlets, by the last word of their names: a copyright line of theirs does not say which.
_COMPANY = re.compile(
    r"\b(?:media|interactive|group|us|usa|corporation|company|entertainment|networks?|communications|publishing|holdings|international)$",
    re.IGNORECASE,
)
_MOST_HOLDERS = 5  # copyright lines that are tried, from the end; each is looked for in the whole document
_SITE_NAMES = 1  # blocks that name a holder: its own line is one
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)
_MARKS = ("©", "copyright", "(c)", "published in", "source:")

_WORD = r"[A-Z](?:[\w&\-]|\.(?=\w))*"
_OUTLET = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:of |the |and |& )?{_WORD}){{0,4}}?)"
_PEOPLE = r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){1,3}"
# An outlet's calls and credits: words of which one stands in every such text (they are looked for before the form is tried),
# the form, how much one such sign says, and whether the name must look like a publisher's.
_SIGNS = (
    (("contributed ",), rf"^\W*{_OUTLET}['’]s? (?:[a-z]+ ){{0,3}}{_PEOPLE}[^.]{{0,120}} contributed (?:to th|report)", 0.8, False),
    (("contributed ",), rf"^\W*{_PEOPLE},? of {_OUTLET},? contributed (?:to th|report)", 0.6, True),
    (("xpressed ",), rf"\b[Oo]pinions? (?:and views )?expressed [^.]{{0,160}}\bof {_OUTLET}(?:[.,]|$)", 0.8, True),
    (("ewsletter",), rf"(?:[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Jj]oin) (?:the )?{_OUTLET}['’]s? (?:[a-z]+ ){{0,2}}[Nn]ewsletters?\b", 0.6, False),
    (("ewsletter",), rf"(?:[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Jj]oin) (?:the )?{_OUTLET} (?:[a-z]+ ){{0,2}}[Nn]ewsletters?\b", 0.6, True),
    (("ollow ",), rf"[Ff]ollow {_OUTLET} on (?:Twitter|Facebook|Instagram|Google|YouTube)\b", 0.6, True),
    (("ownload ",), rf"[Dd]ownload the {_OUTLET} app\b", 0.7, False),
    (("is supported by",), rf"{_OUTLET} is supported by (?:its|our) (?:audience|readers)", 0.7, False),
    ((" learned", " reached out", " contacted"), rf"(?<![\w'’] ){_OUTLET} (?:has (?:learned|reached out|contacted)|reached out to)\b", 0.6, True),
    ((" reporter ", " correspondent ", "staff writer "), rf"\bis (?:a|an|the) (?:[\w\-]+ ){{0,4}}(?:reporter|correspondent|staff writer) (?:for|at|with) {_OUTLET}(?:['’][^s]|[.,;]|$| and | who | based | in | covering )", 0.45, True),
)  # fmt: skip
_FORMS = tuple((hints, re.compile(form), weight, shaped) for hints, form, weight, shaped in _SIGNS)
_TOLD_TO = ("told ", "nterview with ")
_HINTS = frozenset(hint for hints, *_ in _SIGNS for hint in hints) | frozenset(_TOLD_TO)
_TOLD = re.compile(rf"{_OUTLET}(?!\w| [A-Z])")
_ON_AIR = frozenset(("Radio", "TV", "Television"))
_TOLD_WEIGHT, _MOST_TOLD = 0.3, 2
_LONGEST_SIGN = 600  # characters; calls and credits are short
_BELIEVED = 0.5
_SUREST = 0.8
_NO_OUTLET = frozenset(
    "we i he she it they this my post times journal press sun mail guardian standard today our daily your the news newsletter newsletters all breaking morning free weekly email".split()
)


class Source(NamedTuple):
    """A publisher and where the text names it."""

    name: str
    start: int
    end: int
    rule: str
    confidence: float


def printed_source(blocks: Sequence[Block], kinds: Sequence[str]) -> Source | None:
    """The holder of a copyright line, or of `Published in …`, outside the story; an agency comes back by its short name.

    An agency's copyright line travels with its copy into any newspaper: it says less than a newspaper's own. A holder
    whose name is no publisher's and stands nowhere else in the document is a company that owns one, and is not believed.
    """
    outside = [block for block, kind in zip(blocks, kinds, strict=True) if kind != "body"]
    marked = [block for block in reversed(outside) if holds(block.text.lower(), _MARKS)]
    if not marked:
        return None
    for form, rule in ((_COPYRIGHT, "copyright_line"), (_PUBLISHED, "published_line")):
        tried = 0
        for block in marked:
            match = form.search(block.text)
            if match and _is_publisher(block.text[: match.start()], match["holder"]):
                found = _source(blocks, block, match, rule)
                tried += 1
                if found or tried == _MOST_HOLDERS:
                    return found
    return None


def self_mention(blocks: Sequence[Block], kinds: Sequence[str]) -> Source | None:
    """The outlet that speaks of itself, by the signs that name it taken together; None when they do not say enough."""
    text = "\n".join([block.text for block in blocks])
    present = {hint for hint in _HINTS if hint in text}  # in six of ten articles one or two, in the others none
    if not present:
        return None
    ends = list(accumulate([len(block.text) + 1 for block in blocks]))
    signs: list[Source] = []
    for hints, form, weight, shaped in _FORMS:
        for number in _holders(text, ends, present.intersection(hints)):
            match = form.search(blocks[number].text) if len(blocks[number].text) <= _LONGEST_SIGN else None
            if match and _is_own_name(match["name"], shaped):
                signs.append(_named(blocks[number], match, "call", weight))
    for number in _holders(text, ends, present.intersection(_TOLD_TO)):
        if kinds[number] == "body":
            signs += _told(blocks[number])
    found: dict[str, list[Source]] = {}
    for sign in signs:
        found.setdefault(_folded(sign.name), []).append(sign)
    best = max(found.values(), key=_belief, default=[])
    belief = _belief(best)
    is_rivalled = any(_belief(others) >= belief for others in found.values() if others is not best)
    only_told = all(sign.rule == "told" for sign in best)
    if belief < _BELIEVED or is_rivalled or (only_told and not _is_told_alone(found, best)):
        return None
    return max(best, key=lambda sign: sign.confidence)._replace(rule="self_mention", confidence=round(belief, 2))


def _is_told_alone(found: dict[str, list[Source]], best: Sequence[Source]) -> bool:
    """No other outlet is told anything, and the one is told three things and is no station: those everybody quotes."""
    words = best[0].name.split(" ")
    return (
        len(found) == 1 and len(best) > _MOST_TOLD and not BROADCASTERS.intersection(words) and words[-1] not in _ON_AIR
    )


def _belief(signs: Sequence[Source]) -> float:
    """How sure independent signs make together: one minus the product of their doubts; being told counts twice at most."""
    doubt = 1.0
    told = 0
    for sign in signs:
        told += sign.rule == "told"
        if sign.rule != "told" or told <= _MOST_TOLD:
            doubt *= 1 - sign.confidence
    return min(1 - doubt, _SUREST)


def _holders(text: str, ends: Sequence[int], hints: Iterable[str]) -> list[int]:
    """Numbers of the blocks in which one of the words stands; `ends` is where each block ends in the joined text."""
    found: set[int] = set()
    for hint in hints:
        at = text.find(hint)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(number)
            at = text.find(hint, ends[number])
    return sorted(found)


def _told(block: Block) -> Iterator[Source]:
    """The outlets that somebody in the story told something."""
    for words in _TOLD_TO:
        at = block.text.find(words)
        while at >= 0:
            match = _TOLD.match(block.text, at + len(words))
            if match and _is_own_name(match["name"], True):
                yield _named(block, match, "told", _TOLD_WEIGHT)
            at = block.text.find(words, at + 1)


def _is_own_name(name: str, shaped: bool) -> bool:
    plain = name.strip(" .").removeprefix("the ").removeprefix("The ")
    listed = agencies.is_known(plain) and not _is_broadcaster(plain)
    if listed or plain.casefold() in _NO_OUTLET:
        return False
    titled = plain.split(" ")[0].casefold() not in _NO_OUTLET
    return (titled and not shaped) or is_outlet(plain) or _is_broadcaster(plain)


def _is_broadcaster(name: str) -> bool:
    return name in BROADCASTERS


def _named(block: Block, match: re.Match[str], rule: str, weight: float) -> Source:
    name = match["name"].rstrip(". ")
    start = block.start + match.start("name")
    if name.startswith("the "):
        name, start = name[4:], start + 4
    return Source(name, start, start + len(name), rule, weight)


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold().removeprefix("the ").removesuffix(".com")))


def _is_publisher(before: str, holder: str) -> bool:
    other = _NO_HOLDER.match(holder) or _MONTH.match(holder) or _SYNDICATE.search(holder)
    return not (other or _PICTURE_BEFORE.search(before[-12:]) or _PICTURE_HOLDER.search(holder))


def _source(blocks: Sequence[Block], block: Block, match: re.Match[str], rule: str) -> Source | None:
    holder = match["holder"].strip(" ,")
    start = block.start + match.start("holder")
    agency = agencies.short_name(holder)
    if agency:
        return Source(agency, start, start + len(holder), f"agency_{rule}", 0.65)
    if rule == "published_line":
        return Source(holder, start, start + len(holder), rule, 0.7) if is_outlet(holder) else None
    if _COMPANY.search(holder) or ")" in holder:
        return None
    known = is_outlet(holder) or sum(holder in other.text for other in blocks) > _SITE_NAMES
    return Source(holder, start, start + len(holder), rule, 0.9 if known else 0.72)
