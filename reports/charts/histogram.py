"""Histogram: counts by bins of a share, the part of each bin that is set apart paler on top."""

import polars as pl
from markupsafe import Markup

from reports.charts.shapes import Grid, Heading, Line
from reports.links import Links
from reports.text import label, percent, words

_HEIGHT, _TOP = 140, 18  # pixels: of the tallest bar, and of the number over it


def histogram(frame: pl.DataFrame, links: Links) -> Grid:
    """Columns by place: where a bin begins and ends (0 to 1), its count, and of these how many are set apart."""
    rows = frame.iter_rows()
    most = max([*frame.to_series(2), 1])
    lines = tuple(
        Line(
            f"{percent(start)} to {percent(end)}", (), n=count, note=f"{words(count)}, {words(apart)} of them {measure}"
        )
        for start, end, count, apart, measure in ((*row, label(frame.columns[3]).lower()) for row in rows)
    )
    drawn = Markup("").join(_bin(number, row, most) for number, row in enumerate(frame.iter_rows()))
    said = "; ".join(f"{line.name}: {line.note}" for line in lines)
    picture = Markup('<svg class="histogram" width="100%" height="{}" role="img" aria-label="{}">{}</svg>').format(
        _HEIGHT + _TOP + 20, said, drawn
    )
    headings = (Heading(label(frame.columns[2])), Heading(label(frame.columns[3])))
    return Grid(headings, (Line("", (), bar=picture),))


def _bin(number: int, row: tuple[float, float, int, int], most: int) -> Markup:
    start, _, count, apart = row
    whole, pale = round(count / most * _HEIGHT), round(apart / most * _HEIGHT)
    floor, left = _TOP + _HEIGHT, number * 10
    return Markup(
        '<rect class="k1" x="{x}%" y="{y}" width="9.4%" height="{h}"/><rect class="k2" x="{x}%" y="{top}" width="9.4%" height="{p}"/>'
        '<text class="count" x="{mid}%" y="{over}">{n}</text><text class="from" x="{x}%" y="{under}">{start}</text>'
    ).format(
        x=left, y=floor - whole + pale, h=whole - pale, top=floor - whole, p=pale, mid=left + 4.7,
        over=floor - whole - 6, n=words(count) if count else "", under=floor + 15, start=percent(start),
    )  # fmt: skip
