"""Bullets: a share a row against the share that all have, marked by a tick."""

import polars as pl
from markupsafe import Markup

from reports.charts.shapes import Cell, Grid, Heading, Line, end_of_scale, named
from reports.links import Links, split
from reports.text import label, percent, words


def bullets(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: row, share (0 to 1), the share that the tick shows, count; one scale from 0 to the largest share."""
    shown, hrefs = split(frame, links)
    top = max(end_of_scale(shown.to_series(1)), end_of_scale(shown.to_series(2)))
    addresses = hrefs.get(shown.columns[0], [None] * len(shown))
    lines = tuple(
        Line(
            named(shown.columns[0], row),
            (Cell(percent(share), str(share)), Cell(percent(usual), str(usual)), Cell(words(count), str(count))),
            bar=_bullet(share / top, usual / top),
            href=href,
        )
        for (row, share, usual, count), href in zip(shown.iter_rows(), addresses, strict=True)
    )
    return Grid(tuple(Heading(label(name.removesuffix("_share"))) for name in shown.columns[1:]), lines, top)


def _bullet(part: float, tick: float) -> Markup:
    return Markup(
        '<svg class="bullet" width="100%" height="18" aria-hidden="true"><rect y="3" width="{}%" height="12"/>'
        '<rect class="tick" x="{}%" width="3" height="18"/></svg>'
    ).format(f"{part * 100:.1f}", f"{min(tick * 100, 99.5):.1f}")
