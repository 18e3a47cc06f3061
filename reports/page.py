"""Pages of the report site: titles and sections in, the files of the page out.

Nothing here asks for the time, so the same data gives the same bytes; nothing is fetched, so a page opens from a disk.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports import charts, text
from reports.figures import Figure, Section, csv_of, figures
from reports.links import Links

_HERE = Path(__file__).parent
NAVIGATION = (
    ("index.html", "Overview"),
    ("sources.html", "Sources"),
    ("speakers.html", "Speakers"),
    ("topics.html", "Topics"),
    ("quotes.html", "Quotes"),
    ("quality.html", "Quality"),
)

Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Edition:
    """What the whole site rests on: the run that its rows come from (times in UTC), the dates they cover, their number.

    `run_id` is empty before the first run.
    """

    run_id: str
    run_status: str
    run_ended_at: datetime | None
    date_range: tuple[date, date] | None
    code_version: str
    n_articles: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path in the site, a word of what kind it is, its title, a standfirst, its sections.

    A section of chart kind `lead` states the title and the standfirst instead. `navigation` leads to the other pages, by path
    and name; a page that stands alone has none.
    """

    path: str
    kicker: str
    title: str
    standfirst: str
    sections: tuple[Section, ...]
    navigation: tuple[tuple[str, str], ...] = NAVIGATION

    @property
    def root(self) -> str:
        """The way from the page to the folder of the site."""
        return "../" * self.path.count("/")


def render_page(page: Page, links: Links, *, empty: bool = False) -> Files:
    """The page and a CSV file for each of its figures, by path. ValueError when a frame does not fit its chart.

    An `empty` ledger has nothing to count: the page says how to fill it.
    """
    folder = f"data/{page.path.removesuffix('.html')}"
    found = list(figures(page.sections, folder, links))
    lead = next((figure for figure in found if figure.section.chart == "lead" and figure.shape), None)
    shown = [figure for figure in found if figure.section.chart != "lead"]
    drawn = [(figure, _drawn(figure, page.root)) for figure in shown]
    rows = [
        [drawn[place] for place in group]
        for _, group in groupby(range(len(shown)), key=lambda place: _row(place, shown))
    ]
    html = template("page.html").render(page=page, root=page.root, lead=lead, empty=empty, rows=rows)
    yield page.path, html.encode()
    for figure in found:
        if not figure.section.csv:
            yield figure.csv, csv_of(figure)


def edition_files(edition: Edition) -> Files:
    """What every page shows of the run, kept apart from them: a page stays the same file until its own rows change."""
    stamp = {
        "run": edition.run_id,
        "status": edition.run_status,
        "ended": text.moment(edition.run_ended_at) if edition.run_ended_at else "",
        "dates": text.days(edition.date_range),
        "version": edition.code_version,
        "articles": edition.n_articles,
    }
    yield "data/edition.js", f"window.edition = {script_json(stamp)};\n".encode()


def assets() -> Files:
    """Styles, scripts and typefaces."""
    folder = _HERE / "assets"
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield f"assets/{file.relative_to(folder).as_posix()}", file.read_bytes()


def script_json(value: Any) -> str:
    """JSON that no script element ends in; the script that prints its texts shows control and bidi characters (`seen`)."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def template(name: str) -> Any:
    """A template that escapes every value; it knows `root`, the way to the folder of the site."""
    return _environment().get_template(name)


def _drawn(figure: Figure, root: str) -> Markup:
    """The drawing of a figure, empty without rows. Written apart and in one piece: an include hands on every cell by itself."""
    if figure.section.frame.is_empty():
        return Markup()
    drawing = template(f"{figure.section.chart}.html").render(shape=figure.shape, anchor=figure.anchor, root=root)
    return Markup(drawing)


def _row(number: int, shown: Sequence[Any]) -> int:
    """The number of the first figure of the row that a figure stands in: two halves share one."""
    first = number
    while first > 0 and shown[first].section.half and shown[first - 1].section.half:
        first -= 1
    return number - (number - first) % 2


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a stat a figure, else
    )
    environment.filters |= {"words": text.words, "percent": text.percent, "day": text.day, "moment": text.moment}
    environment.globals |= {
        "FEW": charts.FEW,
        "OVER": charts.OVER,
        "OVER_FROM": charts.OVER_FROM,
    }
    return environment


def _seen(value: Any) -> Any:
    """Every value that a template prints passes here, so no template can forget to show control characters."""
    return text.visible(value) if isinstance(value, str) and not value.isprintable() else value
