"""Counting words."""

import re

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def n_words(text: str) -> int:
    """Words of a text, by runs of letters."""
    return len(_WORD.findall(text))
