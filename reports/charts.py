"""The geometry of every figure: a frame goes in, what its template draws comes out.

Each chart kind reads its columns by place, so that a query names them as its reader wants; what is no grid goes by name.
A kind here has a template of the same name in `templates/`. Colours live in the stylesheet: a shade is a step from 0 to 6.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl
from markupsafe import Markup

from reports.text import day, label, percent, words

FEW = 30  # below this many cases a share says little: its n is shown beside it
OVER = 1.5  # a cell with this many times the overall share is outlined …
OVER_FROM = 3  # … when at least this many articles stand behind it
STEPS = 6
QUOTE = (
    "quote_id", "quote", "type", "speaker", "cue", "source", "date", "headline", "path", "char_start", "prefix", "printed",
    "suffix", "confidence",
)  # fmt: skip

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, its raw value for sorting, its shade (None: not shaded), its outline and its tooltip."""

    text: str
    value: str
    step: int | None = None
    over: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a figure: what it is about, its cells, and n where the figure shows one."""

    name: str
    cells: tuple[Cell, ...]
    n: int = 0
    bar: Markup | str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a figure: its heading, whether numbers stand in it, and n where the figure shows one."""

    text: str
    numeric: bool = True
    n: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A figure with rows and columns; `top` is the largest share in it, the end of the scale; `measure` says what n counts."""

    columns: tuple[Heading, ...]
    rows: tuple[Line, ...]
    top: float = 1.0
    measure: str = ""


def shape(chart: str, frame: pl.DataFrame) -> Grid | list[Row]:
    """What the template of this chart kind draws; ValueError when there is no such kind or the frame does not fit."""
    if chart not in CHARTS:
        raise ValueError(f"no chart kind {chart!r}: use one of {', '.join(CHARTS)}")
    try:
        return CHARTS[chart](frame)
    except (pl.exceptions.PolarsError, IndexError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"columns {frame.columns} do not fit chart {chart!r}: {error}") from error


def heat(frame: pl.DataFrame) -> Grid:
    """Columns by place: row, column, share (0 to 1), count, the column's total, lift over all (null: none).

    The cells of a row follow each other, in the same order of columns in every row; none is left out.
    """
    top, measure = _top(frame.to_series(2)), label(frame.columns[4])
    groups = [list(cells) for _, cells in groupby(frame.iter_rows(), key=itemgetter(0))]
    if len({tuple(cell[1] for cell in group) for group in groups}) > 1:
        raise ValueError("the rows of a heat table need the same columns in the same order")
    columns = tuple(Heading(words(column), n=total) for _, column, _, _, total, _ in groups[0]) if groups else ()
    rows = tuple(Line(words(group[0][0]), tuple(_heat_cell(cell, top) for cell in group)) for group in groups)
    return Grid(columns, rows, top, measure)


def shares(frame: pl.DataFrame) -> Grid:
    """Columns by place: row, n, then one count a part; every row is a bar of its parts' shares, 100% long."""
    parts = [label(name) for name in frame.columns[2:]]
    lines = tuple(
        Line(words(row), (), n=n, bar=_stacked_bar(words(row), list(zip(parts, counts, strict=True))))
        for row, n, *counts in frame.iter_rows()
    )
    return Grid(tuple(Heading(part) for part in parts), lines, measure=label(frame.columns[1]))


def bars(frame: pl.DataFrame) -> Grid:
    """Columns by place: row, share (0 to 1), count, n, a note in words; every row is a bar on one scale from 0."""
    top = _top(frame.to_series(1))
    lines = tuple(
        Line(
            words(row),
            (Cell(percent(share), str(share)), Cell(words(count), str(count))),
            n,
            _bar(share / top),
            words(note),
        )
        for row, share, count, n, note in frame.iter_rows()
    )
    return Grid((Heading(label(frame.columns[2])), Heading(label(frame.columns[4]), numeric=False)), lines, top)


def league(frame: pl.DataFrame) -> Grid:
    """Columns by place: row, the count that ranks it (drawn as a bar), then whatever a table shows."""
    grid, most = table(frame), max([*frame.to_series(1), 1])
    ranked = tuple(
        Line(line.name, line.cells, n=n, bar=_bar(n / most))
        for line, n in zip(grid.rows, frame.to_series(1), strict=True)
    )
    return Grid(grid.columns, ranked)


def table(frame: pl.DataFrame) -> Grid:
    """Any columns, the first one names the row; a column called `…_share` is a share between 0 and 1."""
    headings = tuple(
        Heading(label(name.removesuffix("_share")), kind.is_numeric()) for name, kind in frame.schema.items()
    )
    columns = list(frame.schema.items())[1:]
    lines = tuple(
        Line(words(row[0]), tuple(_cell(*column, value) for column, value in zip(columns, row[1:], strict=True)))
        for row in frame.iter_rows()
    )
    return Grid(headings, lines)


def lead(frame: pl.DataFrame) -> list[Row]:
    """Columns by name: finding (one sentence), detail (more of them). The first row is the headline of the page."""
    return frame.select("finding", "detail").to_dicts()


def numbers(frame: pl.DataFrame) -> list[Row]:
    """Columns by name: label, value (a count), note (null: none)."""
    return frame.select("label", "value", "note").to_dicts()


def quotes(frame: pl.DataFrame) -> list[Row]:
    """Columns by name, see `QUOTE`; `quote` is without quotation marks when type is `direct`, `printed` as in the file."""
    return frame.select(QUOTE).to_dicts()


CHARTS: dict[str, Callable[[pl.DataFrame], Grid | list[Row]]] = {
    "lead": lead,
    "numbers": numbers,
    "heat": heat,
    "shares": shares,
    "bars": bars,
    "league": league,
    "gaps": table,
    "table": table,
    "quotes": quotes,
}


def _heat_cell(cell: tuple[Any, ...], top: float) -> Cell:
    _, _, share, count, total, lift = cell
    over = lift is not None and lift >= OVER and count >= OVER_FROM
    hint = f"{words(count)} of {words(total)}" + (f", {lift:.1f} times the overall share" if over else "")
    return Cell(percent(share) if count else "·", str(share), _step(share, top), over, hint)


def _cell(name: str, kind: pl.DataType, value: Any) -> Cell:
    raw = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    if kind == pl.Date:
        return Cell(day(value), raw)
    if not name.endswith("_share") or value is None:
        return Cell(words(value), raw)
    return Cell(percent(value), raw, _step(value, 1.0))


def _top(series: pl.Series) -> float:
    """The largest share, rounded up to a whole per cent: the end of the scale; never 0."""
    return max(math.ceil(float(max([*series.drop_nulls(), 0])) * 100) / 100, 0.01)


def _step(share: float, top: float) -> int:
    """Seven discrete shades: 0 for nothing, then six equal steps up to the top."""
    return min(STEPS, math.ceil(share / top * STEPS))


def _bar(part: float) -> Markup:
    # Sizes are attributes and not styles: the page's content policy refuses inline styles.
    return Markup(
        '<svg class="bar" width="100%" height="12" aria-hidden="true"><rect width="{}%" height="12"/></svg>'
    ).format(f"{part * 100:.1f}")


def _stacked_bar(name: str, parts: Sequence[tuple[str, int]]) -> Markup:
    whole = sum(count for _, count in parts) or 1
    said = ", ".join(f"{part.lower()} {percent(count / whole)}" for part, count in parts)
    pieces, start = [], 0.0
    for number, (_, count) in enumerate(parts, start=1):
        width = count / whole * 100
        pieces.append(_piece(number, start, width))
        start += width
    return Markup('<svg class="stack" width="100%" height="26" role="img" aria-label="{}: {}">{}</svg>').format(
        name, said, Markup("").join(pieces)
    )


def _piece(number: int, start: float, width: float) -> Markup:
    drawn = Markup('<rect class="k{}" x="{}%" width="{}%" height="26"/>').format(number, f"{start:.2f}", f"{width:.2f}")
    if width < 9:  # a narrower piece has no room for its number at phone width; the label says it
        return drawn
    return drawn + Markup('<text class="t{}" x="{}%" dx="7" y="17">{}</text>').format(
        number, f"{start:.2f}", percent(width / 100)
    )
