"""The report site: a masthead and sections in, the files of the site out.

Nothing here asks for the time, so the same data gives the same bytes; nothing is fetched, so the page opens from a disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports import charts, text
from reports.export import to_csv

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Section:
    """One figure: a title that asks or finds, prose with measure and unit, a chart kind of `charts.CHARTS`, its data.

    `view` and `sql` are printed under the figure so that the reader can ask the same again.
    """

    title: str
    prose: str
    chart: str
    view: str
    sql: str
    frame: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the page is about: its title, the run that its rows come from (times in UTC) and the dates they cover.

    `run_id` is empty before the first run.
    """

    title: str
    prose: str
    run_id: str
    run_status: str
    run_ended_at: datetime | None
    date_range: tuple[date, date] | None
    code_version: str
    n_articles: int


@dataclass(frozen=True, slots=True)
class _Figure:
    section: Section
    anchor: str
    shape: charts.Grid | list[charts.Row]


def render(masthead: Masthead, sections: Sequence[Section]) -> dict[str, str | bytes]:
    """The site's files by relative path: `index.html`, `data/<slug>.csv` a section, `assets/…`.

    A section of chart kind `lead` becomes the headline instead of a figure. ValueError when a frame does not fit its chart.
    """
    figures = list(_figures(sections))
    html = (
        _environment()
        .get_template("index.html")
        .render(
            masthead=masthead,
            figures=[figure for figure in figures if figure.section.chart != "lead"],
            lead=next((figure for figure in figures if figure.section.chart == "lead" and figure.shape), None),
        )
    )
    data = {f"data/{figure.anchor}.csv": to_csv(figure.section.frame) for figure in figures}
    return {"index.html": html, **data, **_assets()}


def _figures(sections: Sequence[Section]) -> Iterator[_Figure]:
    taken: set[str] = set()
    for section in sections:
        anchor = _free(text.slug(section.title), taken)
        taken.add(anchor)
        yield _Figure(section, anchor, charts.shape(section.chart, section.frame))


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while (candidate := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return candidate


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"words": text.words, "percent": text.percent, "day": text.day, "moment": text.moment}
    environment.globals |= {"days": text.days, "FEW": charts.FEW, "OVER": charts.OVER, "OVER_FROM": charts.OVER_FROM}
    return environment


def _seen(value: Any) -> Any:
    """Every value that a template prints passes here, so no template can forget to show control characters."""
    if isinstance(value, Markup):
        return Markup(text.visible(value))
    return text.visible(value) if isinstance(value, str) else value


def _assets() -> dict[str, str | bytes]:
    folder = _HERE / "assets"
    return {
        f"assets/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
