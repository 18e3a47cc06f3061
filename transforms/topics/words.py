"""A text as words: what the lexicon is matched with and the classifier counts."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read of an article: its titles (headline, standfirst), the text of its body, and its section as printed."""

    titles: tuple[str, ...]
    body: str
    section: str | None = None


def words(text: str) -> tuple[str, ...]:
    """The words of a text, case folded: runs of letters and digits. Linear in its length."""
    return tuple(_WORD.findall(text.casefold()))
