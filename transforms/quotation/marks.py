"""Quotation marks: which stretches of a paragraph stand inside them.

Straight, curly, low and angle double marks, doubled apostrophes and doubled backticks count, also mixed in one text; an
apostrophe never does, nor an inch sign, nor the marks of a tag's attribute. Single marks count only where asked for
(`single_marks`). What a mark looks like and what stands on both sides of it say how well it opens or closes; `pairing`
finds what belongs together. The time is linear whatever the marks are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transforms.quotation.pairing import Mark, paired

_MARK = re.compile('=\\s?["“”][^"“”<>\n]{0,300}["“”]|([“”„‟«»"＂]|``|\'\'|’’|‘‘)')
_SIGN_OPENS = {"”": 2.0, "’’": 2.0, "»": 0.7}  # cost of a sign that mostly closes
_SIGN_CLOSES = {"``": 4.0, "„": 4.0, "‘‘": 3.0}  # and of one that never or hardly does
_BRACKETS = frozenset("([{<—–-/")
_STOPS = frozenset(",.:;…?!")
_AFTER_CLOSING = frozenset(",.:;…?!)]}>—–-/")
_CLEAR, _AGAINST, _EDGE = 0.0, 3.0, 5.0
_STRAY = 2.5
_ANEW, _ANEW_SENTENCE = 2.0, 0.7  # to open where a quotation is still open: amid a sentence, and after its end
_INCHES = re.compile(r"\d(?:['’′]\s?\d{1,2})?$")
_LOOK_BACK = 12
_REPORT_INSIDE = re.compile(
    r"[,.!?] (?=(?:said|says|added) (?:he|she|(?:[A-Z][\w’'-]+ ?){1,3})(?:[,.]| who\b|$)|(?:he|she|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:said|says|added)(?:[,.]|$))"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch inside marks: `start`, `end` without the marks, `outer_start`, `outer_end` with them.

    `closed` is False when no closing mark comes before the paragraph's end (the convention for a quotation that goes on in
    the next paragraph, or a slip).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def quoted_runs(text: str, start: int, end: int) -> list[Run]:
    """The runs of the paragraph `text[start:end]`, in order, none overlapping; runs without a letter or digit are left out."""
    return list(_quoted_runs(text, start, end))


@lru_cache(maxsize=256)  # the paragraphs of an article, which several stations read one after the other
def _quoted_runs(text: str, start: int, end: int) -> tuple[Run, ...]:
    return tuple(runs_between(text, (start, end), list(double_marks(text, start, end))))


def runs_between(text: str, bounds: tuple[int, int], marks: Sequence[Mark]) -> list[Run]:
    """The runs that the marks of a paragraph enclose; one never closed ends with the paragraph, or before the next one.

    What stands between such a run's report and the next run is not taken ("…, he added, “…”").
    """
    if not marks:
        return []
    pairs = paired(marks)
    runs = []
    for index, (opening, closing) in enumerate(pairs):
        if closing is not None:
            runs.append(Run(opening.end, closing.start, opening.start, closing.end, True))
        else:
            limit = pairs[index + 1][0].start if index + 1 < len(pairs) else bounds[1]
            last = opening.end + len(text[opening.end : limit].rstrip()) if limit < bounds[1] else limit
            run = Run(opening.end, last, opening.start, last, False)
            runs.append(cut_at_report(text, run) if limit < bounds[1] else run)
    return [run for run in runs if any(map(str.isalnum, text[run.start : run.end]))]


def cut_at_report(text: str, run: Run) -> Run:
    """A run whose closing mark was forgotten, ended before the report that follows it ("…, said Vole"), if there is one."""
    report = _REPORT_INSIDE.search(text, run.start, run.end)
    if report is None:
        return run
    return Run(run.start, report.start() + 1, run.outer_start, report.start() + 1, True)


def double_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The double marks of `text[start:end]`, each with the costs of its readings."""
    for match in _MARK.finditer(text, start, end):
        sign = match.group(1)
        if sign is None:
            continue
        opens, closes = _by_neighbours(text, match.span(), (start, end))
        inches = sign == '"' and _INCHES.search(text, max(start, match.start() - 6), match.start())
        stray = _STRAY
        if inches:
            stray, closes = (0.3 if len(inches.group()) > 1 else 1.2), closes + 0.6
            opens += _AGAINST
        yield Mark(
            match.start(), match.end(), sign, opens + _SIGN_OPENS.get(sign, 0.0), closes + _SIGN_CLOSES.get(sign, 0.0),
            cost_anew(text, match.span(), start), stray,
        )  # fmt: skip


def cost_anew(text: str, span: tuple[int, int], start: int) -> float:
    """What it costs to open here while a quotation is open: little after a full stop and before a capital."""
    before = text[max(start, span[0] - _LOOK_BACK) : span[0]].rstrip()
    ended = before.endswith((".", "?", "!", "…", ":")) and text[span[1] : span[1] + 1].isupper()
    return _ANEW_SENTENCE if ended else _ANEW


def _by_neighbours(text: str, span: tuple[int, int], bounds: tuple[int, int]) -> tuple[float, float]:
    """What it costs to read a mark as opening and as closing, by the characters on both sides of it."""
    before = text[span[0] - 1] if span[0] > bounds[0] else ""
    after = text[span[1]] if span[1] < bounds[1] else ""
    if not before or not after:
        return (_EDGE, _CLEAR) if before else (_CLEAR, _EDGE)
    if before.isspace() and after.isspace():
        is_last = bounds[1] - span[1] < _LOOK_BACK and not text[span[1] : bounds[1]].strip()
        return (_EDGE, _CLEAR) if is_last else (0.5, 0.5)
    if before.isspace() or after.isspace():
        return (_CLEAR, _AGAINST) if before.isspace() else (_AGAINST, _CLEAR)
    if before in _BRACKETS:
        return _CLEAR, 1.0
    if after in _AFTER_CLOSING:
        return _AGAINST, _CLEAR
    return (0.5, 0.5) if before in _STOPS or not after.isalnum() else (1.5, 1.5)
