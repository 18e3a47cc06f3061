"""Reads a gold file of quotations (one JSON object a line: doc_id, text, quotes) and says which of our answers it calls right.

A quoted run belongs to the gold quotation that covers at least half of its letters; a speaker is right that shares a word
with the gold mention, or the last name. The publisher of a document is the first part of its doc_id.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Quotation = dict[str, Any]
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_TITLES = frozenset(
    """the a an of and in on at for to with by from his her their its our my your who which that s mr mrs ms dr sen rep gov
    president senator representative governor secretary judge justice sir lady prof professor chairman spokesman spokeswoman
    jr sr ii iii""".split()
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One document of the gold."""

    doc_id: str
    text: str
    quotes: Sequence[Quotation]

    @property
    def publisher(self) -> str:
        """The first part of the doc_id."""
        return self.doc_id.split("_")[0]

    def covering(self, start: int, end: int) -> Quotation | None:
        """The quotation that covers most of a span, if quotations cover half of its words."""
        words = {start + m.start() for m in _WORD.finditer(self.text[start:end])}
        covered: set[int] = set()
        best, most = None, 0
        for quote in self.quotes:
            shared = {w for w in words for a, b in quote["fragments"] if a <= w < b}
            covered |= shared
            if len(shared) > most:
                best, most = quote, len(shared)
        return best if words and 2 * len(covered) >= len(words) else None

    def matching(self, fragments: Sequence[tuple[int, int]]) -> Quotation | None:
        """The quotation whose words agree with those of the fragments with an F1 of at least one half."""
        words = {a + m.start() for a, b in fragments for m in _WORD.finditer(self.text[a:b])}
        best, most = None, 0.5
        for quote in self.quotes:
            if quote["end"] <= fragments[0][0] or fragments[-1][1] <= quote["start"]:
                continue
            other = {a + m.start() for a, b in quote["fragments"] for m in _WORD.finditer(self.text[a:b])}
            agreement = 2 * len(words & other) / max(1, len(words) + len(other))
            if agreement >= most:
                best, most = quote, agreement
        return best


def read_gold(path: Path) -> Iterator[Gold]:
    """The documents of a gold file."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Gold(row["doc_id"], row["text"], row["quotes"])


def is_right(gold: Quotation, text: str, span: tuple[int, int] | None, name: str | None) -> bool:
    """Whether a mention (span in the text) that means a name is the gold quotation's speaker."""
    if gold["speaker_start"] is None:
        return span is None
    if span is None:
        return False
    if _content(text, gold["speaker_start"], gold["speaker_end"]) & _content(text, *span):
        return True
    known = set(_names(gold["speaker_text"] or ""))
    return any(_last(words) in known for words in (name, text[slice(*span)]) if words and _last(words))


def _content(text: str, start: int, end: int) -> set[int]:
    words = [(start + m.start(), m.group().lower()) for m in _WORD.finditer(text[start:end])][:12]
    return {place for place, word in words if word not in _TITLES} or {place for place, _ in words}


def _names(words: str) -> list[str]:
    return [w for w in _NAME.findall(re.sub(r"[’']s\b", "", words)) if w.lower() not in _TITLES]


def _last(words: str) -> str | None:
    found = _names(re.split(r",| who | of | at | for | in ", re.sub(r"[’']s\b", "", words))[0])
    return found[-1] if found else None
