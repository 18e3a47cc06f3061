"""Quotations in single marks: all runs of a paragraph printed the British way, and what a headline prints so.

An apostrophe is told from a mark by where it stands: within a word never a mark, at a word's end one only where a quotation
is open, at its start none before the known short forms (’em, ’90s).
"""

import re
from collections.abc import Iterator

from transforms.quotation.marks import Run, cost_anew, double_marks, runs_between
from transforms.quotation.pairing import Mark

_SINGLE = re.compile(r"(?<![\w’'‘])[‘'’‚](?=[\w“\"$£€#@(\[…])|(?<=[^\s‘'’(\[])[’'](?![\w’'])")
_CLIPPED = re.compile(
    r"(?:\d\ds?|em|n|til|till|tis|twas|cause|bout|round|cos|cuz|neath|ere|burbs|hood|s|t|m|d|ll|re|ve)\b", re.IGNORECASE
)
_OPEN_COST = {"‘": 0.0, "'": 0.3, "’": 2.0, "‚": 0.0}
_STRAY, _NO_CLOSING = 2.5, 6.0


def singly_quoted_runs(text: str, start: int, end: int) -> list[Run]:
    """The runs of a paragraph of an article printed in single marks: like `quoted_runs`, and single marks count too."""
    marks = sorted([*double_marks(text, start, end), *_single_marks(text, start, end)], key=lambda mark: mark.start)
    return runs_between(text, (start, end), marks)


def single_runs(text: str, start: int, end: int) -> list[Run]:
    """Closed runs in single marks, as headlines print quotations: ‘concerned’, 'a new start'. Apostrophes are no marks."""
    return [run for run in runs_between(text, (start, end), list(_single_marks(text, start, end))) if run.closed]


def _single_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _SINGLE.finditer(text, start, end):
        at, sign = match.start(), match.group()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if before.isspace() or not (before.isalnum() or before in ',.?!…—–-:;)]”"%*'):
            clipped = sign != "‘" and _CLIPPED.match(text, at + 1, end)
            stray = 0.0 if clipped or sign == "’" else _STRAY
            yield Mark(
                at,
                at + 1,
                sign,
                _OPEN_COST[sign] + (2.0 if clipped else 0.0),
                _NO_CLOSING,
                cost_anew(text, match.span(), start),
                stray,
            )
        elif after.isalnum():
            yield Mark(at, at + 1, sign, _OPEN_COST[sign] + 0.5, 1.0, cost_anew(text, match.span(), start), 1.5)
        else:
            closes, stray = _at_word_end(before)
            yield Mark(at, at + 1, sign, _NO_CLOSING, closes, cost_anew(text, match.span(), start), stray)


def _at_word_end(before: str) -> tuple[float, float]:
    """What it costs to read a mark after this character as closing, and as an apostrophe: the boys’, nothin’, said.’"""
    if not before.isalpha():
        return 0.0, _STRAY
    return {"s": (0.8, 0.5), "n": (0.5, 0.9)}.get(before, (0.3, 1.5))
