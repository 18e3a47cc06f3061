"""Names that the model found in one place of an article and missed in another, and the short forms of its persons."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from transforms.language.pipeline import Paragraph
from transforms.naming.generic import is_common
from transforms.naming.known import is_certain
from transforms.naming.lookup import Lookup, Words
from transforms.naming.name import Name, name_at

_WHOLE_WORD = re.compile(r"\w+(?:[-’']\w{2,})*")
_TURN = re.compile(r"(?<![\w’'-])([A-Z][A-Z’'-]+):")  # "HOLT:" in a transcript
_SHORTEST_SURNAME = 3
_SHORTEST = 2


def as_in_body(surface: str) -> str:
    """A surname as the body prints it: transcripts, datelines and crossheads set it in capitals."""
    return surface.title() if surface.isupper() else surface


def all_words(text: str) -> list[str]:
    """The words of a text; "Suk-yeol" and "O'Brien" are one."""
    return _WHOLE_WORD.findall(text)


def surnames_of(full: Collection[str], lines: Sequence[Sequence[str]]) -> set[str]:
    """The one-word short forms of full person names: the last word, or the first where only that stands alone.

    `lines` are the words of each paragraph (`all_words`).    Family-first names ("Wang Yi … Wang said") show themselves so, without a list of them.
    """
    names = [words for words in map(str.split, full) if len(words) > 1]
    pairs = {(words[0], words[1]) for words in names if len(words) == 2}
    words_of_text: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for words in lines:
        words_of_text.update(words)
        together.update(pair for pair in pairwise(words) if pair in pairs)
    families = {first for first, last in pairs if words_of_text[first] > together[first, last] >= words_of_text[last]}
    return {word for word in families | {words[-1] for words in names} if _is_surname(word)}


def _is_surname(word: str) -> bool:
    if len(word) < _SHORTEST_SURNAME or not word[0].isupper() or word.isupper():
        return False
    return not is_common(word) and not is_certain(word)


def telling(names: Sequence[Name], lines: Sequence[Sequence[str]]) -> dict[str, str]:
    """Surface → label of the names that mean the same wherever the article has them.

    A name of one word does only if the article never has that word in small letters.
    """
    seen = {word for words in lines for word in words}
    return {name.surface: name.label for name in names if _is_telling(name.surface, seen)}


def repeated(labels: dict[str, str], paragraphs: Sequence[Paragraph], words: Sequence[Words]) -> Iterator[Name]:
    """Every occurrence of names with these labels, and of persons in capitals that label a turn ("HOLT:")."""
    sought = Lookup(labels)
    turns = {surface.upper() for surface, label in labels.items() if label == "PERSON"}
    for number, paragraph in enumerate(paragraphs):
        for start, end, label in sought.find(paragraph.text, words[number]):
            yield name_at((start, end), label, number, paragraph)
        for turn in _TURN.finditer(paragraph.text):
            if turn.group(1) in turns:
                yield name_at(turn.span(1), "PERSON", number, paragraph)


def _is_telling(surface: str, seen: set[str]) -> bool:
    if len(surface) < _SHORTEST or not surface[0].isupper():
        return False
    return " " in surface or surface.lower() not in seen
