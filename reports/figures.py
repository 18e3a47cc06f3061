"""Sections of a page made ready for its template: shapes, addresses, anchors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from reports import charts, text
from reports.export import to_csv
from reports.links import Links


@dataclass(frozen=True, slots=True)
class Section:
    """One figure: a title that asks or finds, prose with measure and unit, a chart kind of `charts.CHARTS`, its data.

    `view` and `sql` are printed under the figure so that the reader can ask the same again. `empty` is said where there
    are no rows. `csv` is the file of its rows when several pages share one that is written apart; `more` is the text and
    the address of a link to all that the figure shows a part of. A column `finding` of the frame, the same in every row, is the title instead. Two `half` sections that
    follow each other stand side by side.
    """

    title: str
    prose: str
    chart: str
    view: str
    sql: str
    frame: pl.DataFrame
    empty: str = ""
    half: bool = False
    csv: str = ""
    more: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A section with its shape, its anchor on the page and where its rows are to download."""

    section: Section
    anchor: str
    shape: charts.Shape
    csv: str


def figures(sections: Sequence[Section], folder: str, links: Links) -> Iterator[Figure]:
    """The figures of a page whose data files lie in `folder`. ValueError when a frame does not fit its chart."""
    taken: set[str] = set()
    for section in sections:
        anchor = _free(text.slug(section.title), taken)
        taken.add(anchor)
        stated = _stated(section)
        yield Figure(
            stated, anchor, charts.shape(section.chart, stated.frame, links), section.csv or f"{folder}/{anchor}.csv"
        )


def csv_of(figure: Figure) -> bytes:
    """The rows behind a figure, as it shows them and with their ids."""
    return to_csv(figure.section.frame)


def _stated(section: Section) -> Section:
    """The section with its finding, if it has one, as its title."""
    if "finding" not in section.frame.columns or section.chart == "lead":
        return section
    finding = section.frame["finding"].drop_nulls()
    title = str(finding[0]) if len(finding) else section.title
    return replace(
        section, title=title, frame=section.frame[[name for name in section.frame.columns if name != "finding"]]
    )


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while (candidate := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return candidate
