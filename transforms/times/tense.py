"""Whether the clause around an expression tells of what was or of what will be.

In a parsed paragraph the governing verb says it: the first verb above the expression in the tree, with its auxiliaries.
Elsewhere the nearest telling word of the sentence does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.times.calendar_days import FUTURE, PAST, PRESENT, UNKNOWN

if TYPE_CHECKING:
    from spacy.tokens import Token

    from transforms.language.pipeline import Paragraph

_CLIMB = 12  # steps up the tree
_WINDOW = 160  # characters of an unparsed paragraph on either side
_MODALS = frozenset("will shall 'll ’ll wo would may might could can should must".split())
_TO_COME = frozenset("scheduled due set slated planned expected upcoming poised".split())
_AWAITED = frozenset("await awaits awaited awaiting anticipate anticipated anticipating".split())
_OPENING = frozenset("starting beginning effective opening".split())
# Verbs whose infinitive tells what was done: "failed to appear on Friday".
_IMPLICATIVE = frozenset(
    "failed managed forced began begun started continued helped declined refused seemed appeared used had led tried came chose".split()
)
_PAST_TAGS, _PRESENT_TAGS = ("VBD", "VBN"), ("VBZ", "VBP")
_BESIDE = 28  # characters before an expression that may settle it
_AHEAD = re.compile(
    r"\b(?:ahead of|before|until|starting|beginning|due|set for|is|are|begins|starts|opens|closes|ends|expires|comes|effect)\s(?:the\s|a\s|on\s|late\s|early\s)?$"
)
_SAID = re.compile(
    r"\b(?:since|as of|said|told|announced|reported|confirmed|tweeted)\s(?:on\s|in\s|late\s|early\s|mid-|\w+\s(?:on|in|late|early)\s)*$"
)
_PRESENT_FORMS = frozenset("is are 's ’s 're ’re am be being".split())
_VERBS = frozenset(("VERB", "AUX"))
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s")
_COMING = re.compile(
    r"\b(?:will|would|may|might|could|shall|scheduled|due|slated|planned|expected|plans?|aims?|hopes?|is set|are set|going to|"
    r"ahead of|before|upcoming|vote[s]? on)\b|[’']ll\b"
)
_GONE = re.compile(
    r"\b(?:was|were|had|has|have|been|said|told|did|took|came|went|made|won|lost|fell|rose|met|held|left|found|saw|began|gave|got|"
    r"after|following|since|\w{2,}ed)\b"
)


def tense(paragraph: Paragraph, start: int, end: int) -> str:
    """`past`, `present`, `future` or `unknown` for the words at a span of the paragraph's text."""
    before = paragraph.text[max(0, start - _BESIDE) : start].replace("\n", " ")
    if _AHEAD.search(before):
        return FUTURE
    if _SAID.search(before):
        return PAST
    if not paragraph.parsed:
        return _by_words(paragraph.text, start, end)
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return UNKNOWN if span is None else _by_tree(span.root, paragraph.in_segment == "headline")


def _by_tree(token: Token, in_headline: bool) -> str:
    for _ in range(_CLIMB):
        if token.lower_ in _AWAITED or (token.lower_ in _TO_COME and token.tag_ in ("VBN", "JJ")):
            return FUTURE
        if token.pos_ in _VERBS:
            told = _of_verb(token, in_headline)
            if told != UNKNOWN:
                return told
        if token.head is token or token.head.i == token.i:
            break
        token = token.head
    return UNKNOWN


def _of_verb(verb: Token, in_headline: bool) -> str:
    """The tense of a verb with its auxiliaries; unknown for participles and infinitives that take that of the verb above."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & _MODALS:
        return PAST if "have" in words else FUTURE
    if "to" in words:
        return _of_infinitive(verb, "have" in words)
    if any(child.tag_ == "VBD" or child.lower_ in ("has", "have", "'ve", "’ve") for child in auxiliaries):
        return PAST
    if verb.tag_ in _PAST_TAGS and not words & _PRESENT_FORMS:
        return PAST
    if verb.tag_ == "VBG" and not auxiliaries:
        return FUTURE if verb.lower_ in _OPENING else UNKNOWN
    if verb.tag_ in _PRESENT_TAGS or auxiliaries:
        return UNKNOWN if in_headline else PRESENT
    return UNKNOWN


def _of_infinitive(verb: Token, is_perfect: bool) -> str:
    """`agreed to meet on Friday` is to come; `failed to appear on Friday` is not; a purpose has the tense of its verb."""
    if is_perfect:
        return PAST
    if verb.dep_ in ("advcl", "acl") or verb.head.lower_ in _IMPLICATIVE:
        return UNKNOWN
    return FUTURE


def _by_words(text: str, start: int, end: int) -> str:
    """By the nearest telling word of the sentence."""
    left = text[max(0, start - _WINDOW) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    left = left[ends[-1] if ends else 0 :]
    stop = _SENTENCE_END.search(text, end, end + _WINDOW)
    right = text[end : stop.start() if stop else end + _WINDOW]
    coming, gone = _distance(_COMING, left, right), _distance(_GONE, left, right)
    if coming == gone:
        return UNKNOWN
    return FUTURE if coming < gone else PAST


def _distance(words: re.Pattern[str], left: str, right: str) -> int:
    """Characters to the nearest of the words; to the left they count half, since English puts the verb first."""
    before = max((match.end() for match in words.finditer(left)), default=None)
    after = words.search(right)
    return min(
        (len(left) - before) // 2 if before is not None else _WINDOW * 2, after.start() if after else _WINDOW * 2
    )
