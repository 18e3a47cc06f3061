"""Small multiples: one area a panel, all on one scale, so that panels can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from math import ceil, log10
from operator import itemgetter
from typing import Any

import polars as pl
from markupsafe import Markup

from reports.charts.shapes import Panel, Unfit
from reports.links import Links, split
from reports.text import day, label, words

MOST_PANELS = 12
# Units of the drawing (templates/timeline.html), which the browser scales to the width of its panel; the margins hold the labels.
_WIDTH, _HEIGHT = 320, 108
_LEFT, _TOP, _BOTTOM = 30, 22, 90
_LETTER = 5.6  # the width of a letter of the labels, about

Point = tuple[date, int]


@dataclass(frozen=True, slots=True)
class _Scale:
    """What all panels share: the length of a period, what is counted, the first and the last date, the marks of the y axis."""

    period: str
    measure: str
    first: date
    last: date
    marks: tuple[int, ...]

    def x(self, when: date) -> int:
        """A date as a place from left to right; in the middle when there is but one."""
        span = (self.last - self.first).days
        part = (when - self.first).days / span if span else 0.5
        return round(_LEFT + part * (_WIDTH - _LEFT - 4))

    def y(self, count: float) -> int:
        """A count as a place from top to bottom."""
        return round(_BOTTOM - count / self.marks[-1] * (_BOTTOM - _TOP))


def timeline(frame: pl.DataFrame, links: Links) -> list[Panel]:
    """Columns by place: panel, period (day, week, month, quarter or year), its first day, count, a word beside the panel's name.

    The rows of a panel follow each other in the order of time; a period without any has 0. ValueError for more than
    `MOST_PANELS` panels.
    """
    shown, hrefs = split(frame, links)
    if shown.is_empty():
        return []
    if shown.to_series(0).n_unique() > MOST_PANELS:
        raise Unfit(f"a timeline has {MOST_PANELS} panels at most")
    days = shown.to_series(2)
    scale = _Scale(
        period=shown.to_series(1)[0],
        measure=label(shown.columns[3]).lower(),
        first=min(days),
        last=max(days),
        marks=marks(max(shown.to_series(3))),
    )
    addresses = dict(zip(shown.to_series(0), hrefs.get(shown.columns[0], []), strict=False))
    axis = _axis(scale)
    return [
        _panel([*rows], scale, axis, addresses.get(name))
        for name, rows in groupby(shown.iter_rows(), key=itemgetter(0))
    ]


def _panel(rows: Sequence[tuple[Any, ...]], scale: _Scale, axis: Markup, href: str | None) -> Panel:
    name, points = words(rows[0][0]), [(row[2], row[3]) for row in rows]
    peak = max(points, key=lambda point: (point[1], point[0]))
    return Panel(
        name=name,
        note=words(rows[0][4] or ""),
        said=_said(name, points, peak, scale),
        axis=axis,
        drawing=_area(points, scale) + (_peak(peak, scale) if peak[1] else ""),
        href=href,
    )


def marks(most: int) -> tuple[int, ...]:
    """Round numbers from 0 to `most` or above, three steps of 1, 2 or 5 times a power of ten at most."""
    power = 10 ** max(int(log10(most / 3)), 0) if most > 0 else 1
    step = next(step for step in (power, 2 * power, 5 * power, 10 * power) if ceil(most / step) <= 3)
    return tuple(range(0, max(ceil(most / step), 1) * step + 1, step))


def _said(name: str, points: Sequence[Point], peak: Point, scale: _Scale) -> str:
    """The panel in words."""
    total = sum(count for _, count in points)
    span = f"{when(scale.first, scale.period)} to {when(scale.last, scale.period)}"
    most = f"at most {words(peak[1])} a {scale.period}, {when(peak[0], scale.period)}"
    return f"{name}: {scale.measure}, {span}, {words(total)} in all; {most}"


def when(start: date, period: str) -> str:
    """A period in words: `28 Jun 2022`, `week of 27 Jun 2022`, `Q2 2022`, `Jun 2022` or `2022`."""
    match period:
        case "year":
            return str(start.year)
        case "quarter":
            return f"Q{(start.month + 2) // 3} {start.year}"
        case "month":
            return f"{start:%b} {start.year}"
        case "week":
            return f"week of {day(start)}"
        case _:
            return day(start)


def _brief(start: date, scale: _Scale) -> str:
    """The same without the year where all panels are of one."""
    said = when(start, scale.period).removeprefix("week of ")
    one_year = scale.first.year == scale.last.year and scale.period in ("day", "week")
    return said.removesuffix(f" {start.year}") if one_year else said


def _path(points: Sequence[Point], scale: _Scale) -> str:
    """The line in steps from point to point: a third of the bytes of whole coordinates."""
    places = [(scale.x(start), scale.y(count)) for start, count in points]
    steps = " ".join(f"{right - left} {low - high}" for (left, high), (right, low) in pairwise(places))
    return f"M{places[0][0]} {places[0][1]}" + (f"l{steps}".replace(" -", "-") if steps else "h0")


def _area(points: Sequence[Point], scale: _Scale) -> Markup:
    line = _path(points, scale)
    return Markup('<path class="under" d="{}V{}H{}z"/><path d="{}"/>').format(
        line, _BOTTOM, scale.x(points[0][0]), line
    )


def _axis(scale: _Scale) -> Markup:
    """A line for every mark, in one path, and its number; under them the first, the middle and the last period."""
    lines = "".join(f"M{_LEFT} {scale.y(mark)}H{_WIDTH}" for mark in scale.marks)
    ticks = [
        Markup('<text class="tick" x="{}" y="{}">{}</text>').format(_LEFT - 5, scale.y(mark) + 3, words(mark))
        for mark in scale.marks
    ]
    periods = [
        Markup('<text class="{}" x="{}" y="{}">{}</text>').format(at, scale.x(start), _HEIGHT - 4, _brief(start, scale))
        for at, start in _ends(scale).items()
    ]
    return Markup('<path class="grid" d="{}"/>{}').format(lines, Markup("").join([*ticks, *periods]))


def _ends(scale: _Scale) -> dict[str, date]:
    """The periods that are named under the panels: one where there is but one."""
    middle = scale.first + (scale.last - scale.first) / 2
    if scale.period == "year":
        middle = middle.replace(month=1, day=1)
    return (
        {"middle": middle}
        if scale.first == scale.last
        else {"first": scale.first, "middle": middle, "last": scale.last}
    )


def _peak(peak: Point, scale: _Scale) -> Markup:
    """The highest point and its number, kept inside the panel."""
    x, y = scale.x(peak[0]), scale.y(peak[1])
    said = f"{words(peak[1])}, {_brief(peak[0], scale)}"
    half = len(said) * _LETTER / 2
    middle = round(min(max(x, half), _WIDTH - half))
    return Markup('<circle cx="{}" cy="{}" r="3"/><text class="peak" x="{}" y="{}">{}</text>').format(
        x, y, middle, y - 8, said
    )
