"""Squares: a league with a shaded cell for every column, such as who is quoted by which source."""

from dataclasses import replace
from itertools import groupby
from typing import Any

import polars as pl

from reports.charts.shapes import Cell, Grid, Heading, Line, Unfit, bar, end_of_scale, step
from reports.charts.tables import cell
from reports.links import Links, split
from reports.text import label, words

_BEFORE = 6  # places of a row before what a table shows


def squares(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: row, a word under it, the count that ranks it (a bar), column, count there, share there; then as a table.

    The share (0 to 1) shades the square, the count stands in it. The rows of one name follow each other, with the same
    columns in the same order; what comes after place six is the same in all of them.
    """
    shown, hrefs = split(frame, links)
    names = shown.columns
    to_row, to_column = hrefs.get(names[0], [None] * len(shown)), hrefs.get(names[3], [None] * len(shown))
    numbered = [(row, here, there) for row, here, there in zip(shown.iter_rows(), to_row, to_column, strict=True)]
    groups = [list(group) for _, group in groupby(numbered, key=lambda each: (each[0][:3], each[1]))]
    if len({tuple(row[3] for row, _, _ in group) for group in groups}) > 1:
        raise Unfit("the rows of a figure of squares need the same columns in the same order")
    most, darkest = max([*shown.to_series(2), 1]), end_of_scale(shown.to_series(5))
    rest = list(shown.schema.items())[_BEFORE:]
    return Grid(
        columns=tuple(Heading(label(name.removesuffix("_share")), kind.is_numeric()) for name, kind in _shown(shown)),
        rows=tuple(
            replace(
                _line([row for row, _, _ in group], darkest, rest), bar=bar(group[0][0][2] / most), href=group[0][1]
            )
            for group in groups
        ),
        top=darkest,
        squares=tuple(Heading(words(row[3]), href=there) for row, _, there in groups[0]) if groups else (),
    )


def _shown(frame: pl.DataFrame) -> list[tuple[str, pl.DataType]]:
    """The columns that are no squares: the name, the count, and what a table shows."""
    columns = list(frame.schema.items())
    return [columns[0], columns[2], *columns[_BEFORE:]]


def _line(rows: list[tuple[Any, ...]], darkest: float, rest: list[tuple[str, pl.DataType]]) -> Line:
    name, note, count = rows[0][:3]
    shaded = (Cell(words(row[4]) if row[4] else "·", str(row[4]), step(row[5], darkest)) for row in rows)
    others = (cell(*column, value) for column, value in zip(rest, rows[0][_BEFORE:], strict=True))
    return Line(words(name), (*shaded, *others), n=count, note=words(note or ""))
