"""Quotation marks: which stretches of a paragraph stand inside them.

Straight, curly, low and angle double marks, doubled apostrophes and doubled backticks count, also mixed in one text; an
apostrophe never does, nor does an inch sign. One pass over the paragraph, so the time is linear whatever the marks are.
"""

import re
from dataclasses import dataclass

_MARK = re.compile("[“”„‟«»\"＂]|``|''|’’|‘‘")
_OPENING = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSING = frozenset("”»") | {"’’"}
_BEFORE_OPENING = frozenset("([{<—–-/…:,.'‘")
_REPORT_INSIDE = re.compile(
    r"[,.!?] (?=(?:said|says|added) (?:he|she|(?:[A-Z][\w’'-]+ ?){1,3})(?:[,.]| who\b|$)|(?:he|she|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:said|says|added)(?:[,.]|$))"
)
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch inside marks: `start`, `end` without the marks, `outer_start`, `outer_end` with them.

    `closed` is False when the paragraph ends before a closing mark (the convention for a quotation that goes on in the
    next paragraph, or a slip).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def quoted_runs(text: str, start: int, end: int) -> list[Run]:
    """The runs of the paragraph `text[start:end]`, in order, none overlapping; runs without a letter or digit are left out."""
    runs: list[Run] = []
    opened: re.Match[str] | None = None
    depth = 0
    nests = _nests(text, start, end)
    for mark in _MARK.finditer(text, start, end):
        opens = _opens(text, mark, (start, end), opened)
        if opens is None:
            continue
        if opened is None:
            if opens:
                opened, depth = mark, 1
        elif opens:
            depth += nests
        else:
            depth -= 1
            if depth <= 0:
                runs.append(Run(opened.end(), mark.start(), opened.start(), mark.end(), True))
                opened = None
    if opened is not None:
        runs.append(Run(opened.end(), end, opened.start(), end, False))
    return [run for run in runs if any(map(str.isalnum, text[run.start : run.end]))]


def cut_at_report(text: str, run: Run) -> Run:
    """A run whose closing mark was forgotten, ended before the report that follows it ("…, said Vole"), if there is one."""
    report = _REPORT_INSIDE.search(text, run.start, run.end)
    if report is None:
        return run
    return Run(run.start, report.start() + 1, run.outer_start, report.start() + 1, True)


def single_runs(text: str, start: int, end: int) -> list[Run]:
    """Runs in single marks, as headlines print quotations: ‘concerned’, 'a new start'. Apostrophes are no marks."""
    runs, position = [], start
    while opening := _SINGLE_OPEN.search(text, position, end):
        closing = _SINGLE_CLOSE.search(text, opening.end(), end)
        if closing is None:
            break
        runs.append(Run(opening.end(), closing.start(), opening.start(), closing.end(), True))
        position = closing.end()
    return runs


def _nests(text: str, start: int, end: int) -> int:
    """1 if the paragraph's directed marks balance, so that an opening mark inside a run is a nested one and no slip."""
    return int(text.count("“", start, end) == text.count("”", start, end))


def _opens(text: str, mark: re.Match[str], bounds: tuple[int, int], opened: re.Match[str] | None) -> bool | None:
    """True for an opening mark, False for a closing one, None for one that is no quotation mark here."""
    before = text[mark.start() - 1] if mark.start() > bounds[0] else " "
    after = text[mark.end()] if mark.end() < bounds[1] else " "
    sign = mark.group()
    if sign in _OPENING:
        return not (opened is not None and after.isspace() and not before.isspace())
    if sign in _CLOSING:
        return opened is None and (before.isspace() or before in "([—") and not after.isspace()
    return _straight_opens(before, after, opened)


def _straight_opens(before: str, after: str, opened: re.Match[str] | None) -> bool | None:
    may_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    if opened is None:
        if before.isdigit():
            return None  # inches: 6'2"
        return True if may_open else None
    return before.isspace() and not after.isspace()  # opened anew: the closing mark was forgotten
