"""Finding many known names in a text at once: one look at each capitalised word, however many names are sought."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

Words = list[tuple[str, int]]  # the capitalised words of a text, and where each starts

_CAPITALISED = re.compile(r"(?<![\w_])[^\W_a-zà-öø-ÿ]\w*")
_LONGEST = 80  # code points of a sought name; a longer one is no name
_TIES = frozenset("-&")


def words_of(text: str) -> Words:
    """The words of a text that begin with no small letter, and where each starts."""
    return [(match.group(), match.start()) for match in _CAPITALISED.finditer(text)]


class Lookup:
    """Names sought by their first word, each with what it stands for; of names that begin alike the longest is found."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names`: each name as printed, and what it stands for (its label); one that begins with a small letter is never found."""
        self._meanings: dict[str, str] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for name, meaning in names.items():
            first = _CAPITALISED.match(name)
            if first and len(name) <= _LONGEST:
                self._meanings.setdefault(_plain(name), meaning)
                lengths[first.group()].add(len(name))
        self._lengths = {word: sorted(counts, reverse=True) for word, counts in lengths.items()}

    def find(self, text: str, words: Words) -> Iterator[tuple[int, int, str]]:
        """(start, end, what it stands for) of the names in a text whose capitalised words are given, in order and apart."""
        after, lengths_of, meanings, plain = 0, self._lengths, self._meanings, _plain(text)
        for word, start in words:
            if word not in lengths_of or start < after:
                continue
            for length in lengths_of[word]:
                end = start + length
                if end <= len(text) and (meaning := meanings.get(plain[start:end])) and stands_alone(plain, start, end):
                    yield start, end, meaning
                    after = end
                    break


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words are whole and nothing ties them to others, as in "Holt-Brandt" and "Holt & Sons"."""
    after = text[end : end + 1]
    if after.isalnum() or (start and text[start - 1] in _TIES):
        return False
    return not (text.startswith(" & ", end) or (after in _TIES and text[end + 1 : end + 2].isalnum()))


def _plain(text: str) -> str:
    """The text, code point for code point, with one kind of space and of apostrophe."""
    return text.replace("\n", " ").replace("’", "'")
