"""What a word is, and how many there are."""

import re

WORD = re.compile(r"[^\W\d_][\w’'-]*")


def words_of(text: str) -> list[str]:
    """The words of a text, by runs of letters."""
    return WORD.findall(text)


def n_words(text: str) -> int:
    """How many words a text has."""
    return len(words_of(text))
