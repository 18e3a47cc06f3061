"""Bars: one share a row on one scale, or the parts of a whole."""

from collections.abc import Sequence

import polars as pl
from markupsafe import Markup

from reports.charts.shapes import Cell, Grid, Heading, Line, bar, end_of_scale, named
from reports.links import Links, split
from reports.text import label, percent, words

_ROOM = 13  # a piece narrower than this many per cent has no room for its number in half a page; the label says it


def bars(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: row, share (0 to 1), count, n, a note in words (empty: none); every row is a bar on one scale from 0."""
    shown, hrefs = split(frame, links)
    top = end_of_scale(shown.to_series(1))
    addresses = hrefs.get(shown.columns[0], [None] * len(shown))
    lines = tuple(
        Line(
            named(shown.columns[0], row),
            (Cell(percent(share), str(share)), Cell(words(count), str(count))),
            n,
            bar(share / top),
            words(note or ""),
            href,
        )
        for (row, share, count, n, note), href in zip(shown.iter_rows(), addresses, strict=True)
    )
    return Grid((Heading(label(shown.columns[2])),), lines, top)


def shares(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: row, n, then one count a part (three at most); every row is a bar of its parts, 100% long."""
    shown, hrefs = split(frame, links)
    parts = [label(name) for name in shown.columns[2:]]
    addresses = hrefs.get(shown.columns[0], [None] * len(shown))
    lines = tuple(
        Line(
            named(shown.columns[0], row),
            (),
            n=n,
            bar=_stacked(words(row), list(zip(parts, counts, strict=True))),
            href=href,
        )
        for (row, n, *counts), href in zip(shown.iter_rows(), addresses, strict=True)
    )
    return Grid(tuple(Heading(part) for part in parts), lines, measure=label(shown.columns[1]))


def _stacked(name: str, parts: Sequence[tuple[str, int]]) -> Markup:
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
    drawn = Markup('<rect class="k{}" x="{}%" width="{}%" height="26"/>').format(number, f"{start:.1f}", f"{width:.1f}")
    if width < _ROOM:
        return drawn
    return drawn + Markup('<text class="t{}" x="{}%" dx="7" y="17">{}</text>').format(
        number, f"{start:.1f}", percent(width / 100)
    )
