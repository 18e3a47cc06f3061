"""Tables: any columns, or a league with a bar for the count that ranks it."""

from collections.abc import Mapping
from datetime import date
from itertools import repeat
from typing import Any

import polars as pl

from reports.charts.shapes import Cell, Grid, Heading, Line, bar, named, step
from reports.links import Links, split
from reports.text import day, label, percent


def table(frame: pl.DataFrame, links: Links) -> Grid:
    """Any columns, the first one names the row; a column called `…_share` is a share between 0 and 1."""
    return _grid(*split(frame, links))


def league(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: row, the count that ranks it (drawn as a bar), then whatever a table shows."""
    shown, hrefs = split(frame, links)
    counts = shown.to_series(1).to_list()
    grid, most = _grid(shown, hrefs), max([*counts, 1])
    ranked = tuple(
        Line(line.name, line.cells, n, bar(n / most), href=line.href) for line, n in zip(grid.rows, counts, strict=True)
    )
    return Grid(grid.columns, ranked)


def _grid(shown: pl.DataFrame, hrefs: Mapping[str, list[str | None]]) -> Grid:
    headings = tuple(
        Heading(label(name.removesuffix("_share")), kind.is_numeric()) for name, kind in shown.schema.items()
    )
    columns = list(shown.schema.items())
    addresses = [hrefs.get(name, [None] * len(shown)) for name, _ in columns]
    cells = [
        [cell(*column, value, href) for value, href in zip(shown[column[0]].to_list(), to, strict=True)]
        for column, to in zip(columns[1:], addresses[1:], strict=True)
    ]
    names = [named(columns[0][0], value) for value in shown.to_series().to_list()]
    rows = zip(*cells, strict=True) if cells else repeat((), len(names))
    lines = tuple(Line(name, row, href=to) for name, row, to in zip(names, rows, addresses[0], strict=True))
    return Grid(headings, lines)


def cell(name: str, kind: pl.DataType, value: Any, href: str | None = None) -> Cell:
    """A value as a table shows it, and where it leads; `value` keeps it for sorting."""
    raw = (
        value.isoformat()
        if isinstance(value, date)
        else ""
        if value is None
        else f"{value:.6g}"
        if isinstance(value, float)
        else str(value)
    )
    if isinstance(kind, pl.Date):
        return Cell(day(value), raw, href=href)
    if not name.endswith("share") or value is None:
        said = named(name, value)
        return Cell(said, said if isinstance(value, str) else raw, href=href)
    return Cell(percent(value), f"{value:.4f}", step(value, 1.0), href=href)
