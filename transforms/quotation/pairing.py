"""Which quotation marks belong together: the cheapest reading of a paragraph's marks, whatever they are.

Each mark comes with what it costs to take it for an opening, a closing or a stray one; a reading is a way through all marks,
its cost the sum. So a forgotten or superfluous mark costs its own price and never turns all that follows inside out. The
costs are ours, set on hand-read cases; what matters is their order. Linear: one reading is kept for each set of open marks,
of which there are few, and dear readings are given up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_NESTED, _NESTED_ALIKE = 0.6, 1.5  # a quotation within one, in other marks and in the same
_NEVER_CLOSED = 1.0  # left open at the end: the convention for a quotation that goes on in the next paragraph
_INNER_NEVER_CLOSED = 2.0
_MISMATCH = 2.5
_TOO_MUCH = 5.0  # a reading that costs so much more than the best is given up
_ROUND = "“”„‟"
# Opening and closing signs that go together, and at what cost if it is not nothing.
_PAIRS = {
    "“”": 0, "““": 1.5, "”“": 0, "””": 0, "„“": 0, "„”": 0, "‟”": 0, '""': 0, "«»": 0, "»«": 0, "»»": 0.5, "＂＂": 0,
    "``''": 0, "``’’": 0, "''''": 0, "‘‘’’": 0, "‘‘''": 0, "''’’": 0.5, "’’’’": 0.5, "‘’": 0, "''": 0, "‘'": 0.5, "'’": 0.5, "’’": 0.5, "‚‘": 0, "‚’": 0, "‘‘": 1.5,
} | {sign + '"': 0.5 for sign in (*_ROUND, "``", "''")} | {'"' + sign: 0.5 for sign in ("”", "''", "’’")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a text: its span, its sign, and what it costs to read it as opening, closing, opening anew or as none.

    To open anew is to begin a quotation where the one before was never closed, at `anew` on top of `opens`.
    """

    start: int
    end: int
    sign: str
    opens: float
    closes: float
    anew: float
    stray: float


# A way through the marks so far: its cost, and its latest step. A step is an outermost mark, whether it opened, and the step
# before. Plain tuples: a dozen are made for each mark.
_Step = tuple[Mark, bool, Any] | None
_Readings = dict[tuple[str, ...], tuple[float, _Step]]  # by the signs of the quotations that are open, outermost first


def paired(marks: Sequence[Mark]) -> list[tuple[Mark, Mark | None]]:
    """The outermost quotations as (opening mark, closing mark), in order; None for the closing mark of one never closed."""
    readings: _Readings = {(): (0.0, None)}
    for mark in marks:
        readings = _read(readings, mark)
    return _outermost(min(readings.items(), key=lambda item: item[1][0] + _at_end(item[0]))[1][1])


def _read(readings: _Readings, mark: Mark) -> _Readings:
    """All that a mark may be, an opening, a closing, a nested or a stray one: the cheapest reading for each state."""
    sign, following, best = mark.sign, _Readings(), min(cost for cost, _ in readings.values()) + _TOO_MUCH
    for state, (cost, step) in readings.items():
        if cost > best:
            continue
        _keep(following, state, cost + mark.stray, step)
        _keep(following, (sign,), cost + mark.opens + mark.anew * len(state), (mark, True, step))
        if len(state) == 1:
            nested = _NESTED_ALIKE if sign == state[0] else _NESTED
            _keep(following, (), cost + mark.closes + _PAIRS.get(state[0] + sign, _MISMATCH), (mark, False, step))
            _keep(following, (*state, sign), cost + mark.opens + nested, step)
        elif state:
            _keep(following, state[:1], cost + mark.closes + _PAIRS.get(state[1] + sign, _MISMATCH), step)
    return following


def _keep(readings: _Readings, state: tuple[str, ...], cost: float, step: _Step) -> None:
    known = readings.get(state)
    if known is None or cost < known[0]:
        readings[state] = (cost, step)


def _at_end(state: tuple[str, ...]) -> float:
    return (0.0, _NEVER_CLOSED, _NEVER_CLOSED + _INNER_NEVER_CLOSED)[len(state)]


def _outermost(step: _Step) -> list[tuple[Mark, Mark | None]]:
    pairs: list[tuple[Mark, Mark | None]] = []
    closing = None
    while step is not None:
        mark, opened, step = step
        if opened:
            pairs.append((mark, closing))
        closing = None if opened else mark
    return pairs[::-1]
