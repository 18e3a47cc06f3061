"""Who published an article, as far as the text says."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.structure import agencies
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
_PICTURE_BEFORE = re.compile(r"(?:image|images|photo|photograph|picture|video|media|graphic)\s*$", re.IGNORECASE)
_PICTURE_HOLDER = re.compile(r"/|\bvia\b|\bimages?\b|\bcaption\b", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)
_MARKS = ("©", "copyright", "(c)", "published in", "source:")


class Source(NamedTuple):
    """A publisher and where the text names it."""

    name: str
    start: int
    end: int
    rule: str
    confidence: float


def printed_source(blocks: Sequence[Block], kinds: Sequence[str]) -> Source | None:
    """The holder of a copyright line, or of `Published in …`, outside the story; an agency comes back by its short name."""
    for form, rule in ((_COPYRIGHT, "copyright_line"), (_PUBLISHED, "published_line")):
        for block, kind in zip(reversed(blocks), reversed(kinds), strict=True):
            if kind == "body" or not any(mark in block.text.lower() for mark in _MARKS):
                continue
            match = form.search(block.text)
            if match and _is_publisher(block.text[: match.start()], match["holder"]):
                return _source(block, match, rule)
    return None


def _is_publisher(before: str, holder: str) -> bool:
    other = _NO_HOLDER.match(holder) or _MONTH.match(holder)
    return not (other or _PICTURE_BEFORE.search(before[-12:]) or _PICTURE_HOLDER.search(holder))


def _source(block: Block, match: re.Match[str], rule: str) -> Source:
    holder = match["holder"].strip(" ,")
    start = block.start + match.start("holder")
    return Source(agencies.short_name(holder) or holder, start, start + len(holder), rule, 0.85)
