"""What can be told of a line from its shape alone: prose, a title, or the navigation of a web page."""

import re
from collections.abc import Sequence

from transforms.structure.paragraphs import Block

_CLOSING = "\"'”’»)] \u200b"
_FULL_STOP = (".", "…", "。")
_STOP = (".", "!", "?", "…", "。", ":")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_TITLE = 30  # words


def words(text: str) -> int:
    """Words of a line, counted by spaces."""
    return text.count(" ") + 1


def is_prose(text: str) -> bool:
    """A sentence or more of running text: long, or closed by a full stop and not set in capitals like a title."""
    count = words(text) if text.isascii() else max(words(text), len(text) // 9)  # Some scripts have no spaces.
    if count >= _LONGEST_TITLE:
        return True
    if count < 6:
        return False
    end = text.rstrip(_CLOSING)
    if not end.endswith(_FULL_STOP):
        return count >= 14 and end.endswith(("!", "?"))
    return not _is_capitalised(text, 0.75 if count < 16 else 0.95)


def is_sentence(text: str) -> bool:
    """At least three words, closed by a mark that ends a sentence."""
    return words(text) >= 3 and text.rstrip(_CLOSING).endswith(_STOP)


def is_title(text: str) -> bool:
    """Could be a headline: not running text, and at least a word with letters."""
    return not is_prose(text) and len(text) <= 250 and _LONG_WORD.search(text) is not None


def is_label(text: str) -> bool:
    """A few words without a closing mark or digits, as a section or a crosshead has them."""
    return words(text) <= 4 and len(text) <= 32 and text[-1].isalpha() and text[0].isupper() and not _digits(text)


def is_page(blocks: Sequence[Block], kinds: Sequence[str]) -> bool:
    """A rendered web page, with its menus and link lists: many lines that are a few words without an end.

    Half of them are enough; where several lines say by their own words that they are boilerplate, an eighth.
    """
    if len(blocks) < 15 or any("\n" in block.text for block in blocks):
        return False
    scraps = sum(words(text) <= 9 and not is_sentence(text) and not _digits(text) for _, _, text in blocks)
    cues = {folded(block.text[:40]) for block, kind in zip(blocks, kinds, strict=True) if kind == "boilerplate"}
    return scraps >= (0.12 if len(cues) >= 4 else 0.5) * len(blocks)


def folded(text: str) -> str:
    """Letters and digits only, in lower case: equal for two printings of one line."""
    return "".join(filter(str.isalnum, text)).casefold()


def _is_capitalised(text: str, share: float) -> bool:
    long_words = _LONG_WORD.findall(text)
    return sum(word[0].isupper() for word in long_words) >= share * len(long_words) and len(long_words) > 0


def _digits(text: str) -> bool:
    return sum(map(str.isdigit, text)) * 5 > len(text)
