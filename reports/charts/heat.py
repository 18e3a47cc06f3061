"""Heat table: a share for every row and column, the unusually large ones outlined."""

from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from reports.charts.shapes import Cell, Grid, Heading, Line, Unfit, end_of_scale, step
from reports.links import Links, split
from reports.text import brief, label, percent, words

OVER = 1.5  # a cell with this many times the overall share is outlined …
OVER_FROM = 3  # … when at least this many articles stand behind it


def heat(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: row, column, share (0 to 1), count, the row's total (shown last), lift over all (null: none).

    The cells of a row follow each other, in the same order of columns in every row; none is left out. A last row whose
    cells have no lift stands apart: it is all the others together.
    """
    frame, hrefs = split(frame, links)
    row_name, column_name = frame.columns[:2]
    top = end_of_scale(frame.to_series(2))
    groups = [list(cells) for _, cells in groupby(frame.iter_rows(), key=itemgetter(0))]
    if len({tuple(cell[1] for cell in group) for group in groups}) > 1:
        raise Unfit("the rows of a heat table need the same columns in the same order")
    to_column = dict(zip(frame.to_series(1), hrefs.get(column_name, []), strict=False))
    to_row = dict(zip(frame.to_series(0), hrefs.get(row_name, []), strict=False))
    rows = [
        Line(words(group[0][0]), tuple(_cell(each, top) for each in group), n=group[0][4], href=to_row.get(group[0][0]))
        for group in groups
    ]
    apart = len(groups) > 1 and all(each[5] is None for each in groups[-1])
    return Grid(
        columns=tuple(_heading(each[1], column_name, to_column.get(each[1])) for each in groups[0]) if groups else (),
        rows=tuple(rows[:-1] if apart else rows),
        top=top,
        measure=label(frame.columns[4]),
        total=rows[-1] if apart else None,
    )


def _heading(name: Any, column: str, href: str | None) -> Heading:
    whole = words(name)
    return Heading(label(brief(whole)), href=href, whole=whole) if column == "topic" else Heading(whole, href=href)


def _cell(cell: tuple[Any, ...], top: float) -> Cell:
    _, _, share, count, _, lift = cell
    over = lift is not None and lift >= OVER and count >= OVER_FROM
    hint = words(count) + (f", {lift:.1f} times the overall share" if over else "")
    return Cell(percent(share).removesuffix("%") if count else "·", str(share), step(share, top), over, hint)
