"""HTML that was left in a text: its tags taken out, its character references read.

Text is taken for HTML only when elements that stand for blocks (`<p>…</p>`, `<h1>…</h1>`) hold most of it. A lone tag in
a story, a ticker (`<HBPT.O>`) or an e-mail address in angle brackets is text. Patterns are used because the standard
library's parser is quadratic on unfinished tags, and `html.unescape` raises on a reference of 5,000 digits.
"""

import html
import re
from collections.abc import Iterator

_BLOCKS = "p|h[1-6]|div|li|ul|ol|td|th|tr|table|article|section|header|footer|blockquote|figcaption|figure|title|body|html|head"
_WITHIN = frozenset(
    """a abbr b big button center cite code del em font i iframe img input ins label link mark meta noscript picture q s script
    small source span strong style sub sup svg path time u video audio""".split()
)
_BLOCK = re.compile(rf"<(/?)({_BLOCKS})(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(r"<(?:(/?)([a-z][\w:-]*)(?:[\s/][^<>]*)?|[!?][^<>]*)>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\n]*\n[ \t]*")
_NOT_SHOWN = frozenset(("script", "style"))
_FEWEST_BLOCKS = 2
_MOST_OF_IT = 0.5
_DEEPEST = 3  # "&amp;amp;quot;": how often the same text was escaped


def plain(text: str) -> str:
    """The text without markup: unchanged if it holds none, else with blocks as paragraphs and references as characters.

    Linear in the length of the text. Contents of `script` and `style` go with their tags, other contents stay.
    """
    if "<" in text and _is_markup(text):
        text = _BLANK.sub("\n\n", "".join(_shown(text)))
    return _read_references(text) if "&" in text else text


def _is_markup(text: str) -> bool:
    """Whether at least two block elements are closed, and characters inside such elements are most of all."""
    inside = depth = closed = start = 0
    for match in _BLOCK.finditer(text):
        if not match.group(1):
            start = start if depth else match.end()
            depth += 1
        elif depth:
            depth -= 1
            closed += 1
            inside += 0 if depth else match.start() - start
    return closed >= _FEWEST_BLOCKS and inside >= _MOST_OF_IT * (len(text.strip()) - _length_of_tags(text))


def _length_of_tags(text: str) -> int:
    return sum(match.end() - match.start() for match in _TAG.finditer(text))


def _shown(text: str) -> Iterator[str]:
    """What is between the tags, with a blank line or a line end where a block or a break was."""
    end, hidden = 0, ""
    for match in _TAG.finditer(text):
        name = (match.group(2) or "").lower()
        if not hidden:
            yield text[end : match.start()]
            yield "\n" if name == "br" else "" if name in _WITHIN or not name else "\n\n"
        end = match.end()
        if name in _NOT_SHOWN and (not hidden or name == hidden):
            hidden = "" if match.group(1) else name
    if not hidden:
        yield text[end:]


def _read_references(text: str) -> str:
    for _ in range(_DEEPEST):
        before, text = text, _REFERENCE.sub(lambda match: html.unescape(match.group()), text)
        if text == before or "&" not in text:
            break
    return text
