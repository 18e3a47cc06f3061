"""Where the words of a search stand in a text, and which part of a long text shows them best."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
# Accents and vowel signs that stand for themselves are part of the word before them: _shadow puts this sign in their place.
_MARK = "\uffff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|{_MARK})*")


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be marked: single words, by a test of the folded word, and phrases, each as its folded words."""

    is_word: Callable[[str], bool]
    phrases: tuple[tuple[str, ...], ...]


def fold(text: str) -> str:
    """The text without case and accents: what DuckDB's lower(strip_accents(text)) gives, which the index is made with.

    Signs are lowered one by one, since Python's str.lower gives a sigma at the end of a word another form.
    """
    if text.isascii():
        return text.lower()
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not _is_mark(sign))
    return "".join(sign.lower() for sign in unicodedata.normalize("NFC", bare))


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [fold(text[start:end]) for start, end in _words(text)]


def spans_of(text: str, marks: Marks) -> list[Span]:
    """The half-open spans of the marked words and phrases, in order, none within another."""
    found = [(start, end, fold(text[start:end])) for start, end in _words(text)]
    folded = [word for _, _, word in found]
    spans = [(start, end) for start, end, word in found if marks.is_word(word)]
    for phrase in marks.phrases:
        spans += [
            (found[at][0], found[at + len(phrase) - 1][1])
            for at in range(len(folded) - len(phrase) + 1)
            if folded[at] == phrase[0] and tuple(folded[at : at + len(phrase)]) == phrase
        ]
    return _outermost(spans)


def best_part(text: str, spans: Sequence[Span], most: int) -> tuple[Span, int]:
    """The part of about `most` characters that shows the most different marked words, and how many these are, phrases' too."""
    words = [fold(text[start:end]) for start, end in spans]
    best, shown, first, counted = (0, 0), 0, 0, Counter[str]()
    for last, (_, end) in enumerate(spans):
        counted[words[last]] += 1
        while first < last and end - spans[first][0] > most:
            counted[words[first]] -= 1
            counted += Counter()
            first += 1
        different = sum(len(words_of(marked)) for marked in counted)
        if different > shown:
            best, shown = (spans[first][0], end), different
    return _with_words_around(text, best, most), shown


def _words(text: str) -> Iterator[Span]:
    """The half-open spans of the words: letters and digits with the accents on them."""
    shadow = text if text.isascii() else "".join(map(_shadow, text))
    return (match.span() for match in _WORD.finditer(shadow))


def _shadow(sign: str) -> str:
    if _is_mark(sign):
        return _MARK
    return " " if sign == _MARK else sign


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _outermost(spans: list[Span]) -> list[Span]:
    kept = list[Span]()
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _with_words_around(text: str, part: Span, most: int) -> Span:
    """The part with as much before as after it, whole words only."""
    room = max(0, most - (part[1] - part[0])) // 2
    start, end = max(0, part[0] - room), min(len(text), part[1] + room)
    if start > 0:
        start += len(text[start : part[0]]) - len(text[start : part[0]].partition(" ")[2] or text[start : part[0]])
    if end < len(text):
        end = part[1] + len(text[part[1] : end].rpartition(" ")[0])
    return start, end
