"""Who speaks in a headline: the name or the role that a stretch of it ends in, or begins with."""

import re
from collections.abc import Sequence

from transforms.language.pipeline import Paragraph
from transforms.quotation.cues import speech_verb
from transforms.quotation.roles import BODY_HEADS, ORGANISATION_HEADS, ROLE_HEADS, UNNAMED_HEADS
from transforms.quotation.words import WORD
from transforms.records import Mention, Speaker

SPEAKER_LAST = re.compile(r"(?::|\s[–—-])\s+([^:–—]{2,60})$")  # after a colon or a dash
_EDGE = frozenset(  # words that a speaker's phrase does not reach across
    "as and but while after before when if that which who of in on at for over by to with from amid the a an is are was".split()
)
_KINDS = {"PERSON": "named_person", "ORG": "organisation", "PLACE": "metonym", "MISC": "unnamed"}
_ROLES = ROLE_HEADS | UNNAMED_HEADS | ORGANISATION_HEADS | BODY_HEADS
_LONGEST_ROLE = 3  # words


def speaker_ending(
    paragraph: Paragraph, span: tuple[int, int], entities: Sequence[Mention], rule: str
) -> Speaker | None:
    """The name, else the role, that a stretch of the headline ends in; after a comma, the name that it begins with."""
    start, offset = span[0], paragraph.char_start
    stretch = paragraph.text[start : span[1]].rstrip()
    names = [m for m in entities if m.label != "MISC" and offset + start <= m.char_start < offset + span[1]]
    if stretch.endswith(","):
        first = next((m for m in names if not paragraph.text[start : m.char_start - offset].strip(" -")), None)
        return named(first, rule) if first else None
    for mention in names:
        if mention.char_end == offset + start + len(stretch):
            return named(mention, rule)
    words = list(WORD.finditer(paragraph.text, *span))
    return _role(paragraph, _last_phrase(words), rule) if words and _is_role(words[-1]) else None


def speaker_starting(paragraph: Paragraph, span: tuple[int, int], entities: Sequence[Mention]) -> Speaker | None:
    """The name or the role that a stretch of the headline begins with, up to four words in ("harbour chief Ana Ruiz")."""
    words = list(WORD.finditer(paragraph.text, *span))[: _LONGEST_ROLE + 1]
    phrase: list[re.Match[str]] = []
    for word in words:
        position = paragraph.char_start + word.start()
        if mention := next((m for m in entities if m.char_start == position), None):
            return named(mention, "headline_verb")
        if word.group().lower() in _EDGE:
            break
        phrase.append(word)
        if _is_role(word):
            return _role(paragraph, phrase, "headline_verb")
    return None


def _last_phrase(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last words that can be one phrase."""
    phrase = words[-_LONGEST_ROLE:]
    edges = [index for index, word in enumerate(phrase) if word.group().lower() in _EDGE or speech_verb(word.group())]
    return phrase[edges[-1] + 1 :] if edges and edges[-1] + 1 < len(phrase) else phrase


def _is_role(word: re.Match[str]) -> bool:
    return word.group().lower().rsplit("-", 1)[-1] in _ROLES


def named(mention: Mention, rule: str) -> Speaker:
    """The speaker that a name is; `rule` says how it was found."""
    return Speaker(
        _KINDS[mention.label], rule, 0.9, mention.surface, mention.char_start, mention.char_end,
        mention.name_id, mention.canonical_name,
    )  # fmt: skip


def _role(paragraph: Paragraph, words: Sequence[re.Match[str]], rule: str) -> Speaker:
    start, end = words[0].start(), words[-1].end()
    kind = "organisation" if words[-1].group().lower() in ORGANISATION_HEADS | BODY_HEADS else "unnamed"
    offset = paragraph.char_start
    return Speaker(kind, rule, 0.7, paragraph.text[start:end], offset + start, offset + end)
