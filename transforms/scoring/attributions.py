"""Marks quotes against labelled spans: one JSON object a text, with `doc_id`, `text` and `quotes`.

Each gold quote has `fragments` ([start, end] pairs of code points of the text) and may have `start` and `end`, `type`,
`speech` (false: a belief or wish, neither asked for nor held against us), `speaker_start`, `speaker_end`, `speaker_text`. A
quote is found when its words and those of one of ours agree with a token F1 of one half; a speaker is right that shares a word
with the gold's mention, or the last name (the rules of the PolNeAR scorer).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from transforms.schema.vocabulary import QUOTE_TYPES
from transforms.scoring.sheet import Sheet

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
            if quote["fragments"][-1][1] <= fragments[0][0] or fragments[-1][1] <= quote["fragments"][0][0]:
                continue
            other = {a + m.start() for a, b in quote["fragments"] for m in _WORD.finditer(self.text[a:b])}
            agreement = 2 * len(words & other) / max(1, len(words) + len(other))
            if agreement >= most:
                best, most = quote, agreement
        return best


def compare_spans(sheet: Sheet, gold: Gold, found: Sequence[Quotation]) -> None:
    """Mark the quotes of one text: `found` are those that `newsledger extract` prints for it."""
    answers: dict[int, Quotation] = {}
    for quote in (quote for quote in found if quote["speech"] and quote["fragments"]):
        match = gold.matching(quote["fragments"])
        measure = "indirect_true" if quote["type"] == "indirect" else "marked_quotes_true"
        if match is None or match.get("speech", True):
            sheet.mark(measure, match is not None, gold.doc_id, repr(quote["text"][:90]))
        if match is not None:
            answers.setdefault(id(match), quote)
    for wanted in (wanted for wanted in gold.quotes if wanted.get("speech", True)):
        kind, answer = wanted.get("type", "direct"), answers.get(id(wanted))
        words = repr(gold.text[slice(*wanted["fragments"][0])][:90])
        sheet.mark(f"{kind}_found", answer is not None, gold.doc_id, words)
        if answer is not None and {"speaker_start", "speaker_end"} <= wanted.keys():
            detail = f"{words} by {answer['speaker_text']!r}, not {wanted.get('speaker_text')!r}"
            sheet.mark(f"{kind}_speaker", _speaker_right(wanted, gold.text, answer), gold.doc_id, detail)


def problem_of_spans(row: Any) -> str | None:
    """Why a line is no gold, naming the key; None when it is."""
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("doc_id", "text")):
        return "it is no object with doc_id and text"
    if not isinstance(row.get("quotes"), list):
        return "it has no list of quotes"
    return next(filter(None, (_problem_of_quote(quote, row["text"]) for quote in row["quotes"])), None)


def _problem_of_quote(quote: Any, text: str) -> str | None:
    fragments = quote.get("fragments") if isinstance(quote, dict) else None
    if not isinstance(fragments, list) or not fragments or not all(_is_span(part, text) for part in fragments):
        return f"a quote has no fragments inside of the text: {quote!r}"
    if quote.get("type", "direct") not in QUOTE_TYPES:
        return f"type is none of {', '.join(QUOTE_TYPES)}: {quote!r}"
    if not isinstance(quote.get("speech", True), bool):
        return f"speech is neither true nor false: {quote!r}"
    speaker = [quote.get("speaker_start"), quote.get("speaker_end")]
    if speaker != [None, None] and not _is_span(speaker, text):
        return f"speaker_start and speaker_end are no span inside of the text: {quote!r}"
    if not isinstance(quote.get("speaker_text") or "", str):
        return f"speaker_text is no text: {quote!r}"
    return None


def is_right(gold: Quotation, text: str, span: tuple[int, int] | None, name: str | None) -> bool:
    """Whether a mention (span in the text) that means a name is the gold quotation's speaker."""
    if gold["speaker_start"] is None:
        return span is None
    if span is None:
        return False
    if _content(text, gold["speaker_start"], gold["speaker_end"]) & _content(text, *span):
        return True
    known = set(_names(gold.get("speaker_text") or ""))
    return any(_last(words) in known for words in (name, text[slice(*span)]) if words and _last(words))


def _speaker_right(gold: Quotation, text: str, answer: Quotation) -> bool:
    given = answer["speaker_start"], answer["speaker_end"]
    return is_right(gold, text, None if None in given else given, answer["speaker_canonical"])


def _is_span(part: Any, text: str) -> bool:
    pair = isinstance(part, list) and len(part) == 2 and all(type(place) is int for place in part)
    return pair and 0 <= part[0] < part[1] <= len(text)


def _content(text: str, start: int, end: int) -> set[int]:
    words = [(start + m.start(), m.group().lower()) for m in _WORD.finditer(text[start:end])][:12]
    return {place for place, word in words if word not in _TITLES} or {place for place, _ in words}


def _names(words: str) -> list[str]:
    return [w for w in _NAME.findall(re.sub(r"[’']s\b", "", words)) if w.lower() not in _TITLES]


def _last(words: str) -> str | None:
    found = _names(re.split(r",| who | of | at | for | in ", re.sub(r"[’']s\b", "", words))[0])
    return found[-1] if found else None
