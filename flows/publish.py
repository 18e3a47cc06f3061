"""From the published warehouse to the report site: read the questions, ask them, write the pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import polars as pl

from flows.report_sql import FOLDER, Part, Report, read_report
from flows.settings import Settings
from flows.site_files import Written, point_latest, write_files
from reports import articles, quotes
from reports.export import to_csv
from reports.figures import Section
from reports.links import Links, address, search
from reports.page import Edition, Files, Page, assets, edition_files, render_page
from reports.shards import pages_known
from reports.text import slug, visible
from warehouse.ask import read_frame
from warehouse.database import open_published
from warehouse.held import hold
from warehouse.ledger import last_run
from warehouse.status import status
from warehouse.transaction import Connection

# One page each, by the file of sql/reports that holds its figures …
_SINGLE = {
    "overview": "index.html",
    "sources": "sources.html",
    "speakers": "speakers.html",
    "topics": "topics.html",
    "quality": "quality.html",
}
# … and those that make a page for each value of their key, by the folder of these pages.
_KEYED = {"source": "sources", "speaker": "speakers", "topic": "topics"}
_FILTER = {"speaker": "who"}  # its filter on the quotes page goes by the key, for two speakers can have one name
_COVERED = "SELECT count(*) AS articles, min(content_date) AS first, max(content_date) AS last FROM current_articles"


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A report with a page for each value of its key: the rows of all pages, read at once, by figure."""

    name: str
    report: Report
    frames: tuple[pl.DataFrame, ...]

    @property
    def folder(self) -> str:
        """Where its pages lie in the site."""
        return _KEYED[self.name]

    @property
    def pages(self) -> pl.DataFrame:
        """Its first statement says which pages there are: the key, `title`, `kicker`, `standfirst`."""
        return self.frames[0]

    def csv(self, part: Part) -> str:
        """The file that holds the rows of this figure for all pages."""
        return f"data/{self.folder}/{slug(part.title)}.csv"


def write_site(published: Path, out: Path) -> Written:
    """Write the report site of the published warehouse into the folder `out`, whole or not at all.

    Raises Missing when nothing was published, ValueError when a statement's columns do not fit its chart, UserError or
    OSError when the folder cannot be written.
    """
    with open_published(published) as con:
        hold(con)
        return write_files(out, _site(con), "the report site")


def write_latest(settings: Settings) -> tuple[Path, Written]:
    """Write the site into the folder of its run, beside those of earlier ones, and have the link `latest` lead to it.

    Gives the folder too; raises as `write_site`.
    """
    run = status(settings.published).last_run
    folder = settings.reports / (run.run_id if run else "empty")
    site = write_site(settings.published, folder)
    point_latest(folder)
    return folder, site


def edition_of(con: Connection) -> Edition:
    """What the published warehouse holds, and the run that it comes from."""
    run = last_run(con)
    n_articles, first, last = read_frame(con, _COVERED).row(0)
    return Edition(
        run_id=run.run_id if run else "",
        run_status=run.status if run else "",
        run_ended_at=run.ended_at if run else None,
        date_range=None if first is None else (first, last),
        code_version=run.code_version if run else "",
        n_articles=n_articles,
    )


def _site(con: Connection) -> Files:
    edition = edition_of(con)
    keyed = [_read(con, name) for name in _KEYED]
    links = _links(keyed)
    yield from assets()
    yield from edition_files(edition)
    for name, path in _SINGLE.items():
        page = _single(con, read_report(FOLDER / f"{name}.sql"), path)
        yield from render_page(page, links, empty=edition.n_articles == 0)
    for page in chain.from_iterable(map(_pages, keyed)):
        yield from render_page(page, links)
    for found in keyed:
        for part, frame in zip(found.report.parts[1:], found.frames[1:], strict=True):
            yield found.csv(part), to_csv(frame)
    yield from _drawn_by_script(con, links)


def _drawn_by_script(con: Connection, links: Links) -> Files:
    """The page that searches quotations and the one that shows articles, with the data that their scripts read."""
    yield from pages_known(links)
    report = read_report(FOLDER / "quotes.sql")
    said, sources = (read_frame(con, part.sql) for part in report.parts)
    page = Page("quotes.html", "", report.title, report.prose, ())
    yield from quotes.files(said, sources["source"].to_list(), page, report.parts[0].sql)
    report = read_report(FOLDER / "articles.sql")
    frames = {part.title: read_frame(con, part.sql) for part in report.parts}
    yield from articles.files(frames, Page("article.html", "", report.title, report.prose, ()))


def _single(con: Connection, report: Report, path: str) -> Page:
    sections = tuple(_section(part, read_frame(con, part.sql)) for part in report.parts)
    return Page(path, report.title if path != "index.html" else "", report.title, report.prose, sections)


def _read(con: Connection, name: str) -> _Keyed:
    report = read_report(FOLDER / f"{name}.sql")
    return _Keyed(name, report, tuple(read_frame(con, part.sql) for part in report.parts))


def _pages(found: _Keyed) -> Iterator[Page]:
    """The pages of a keyed report: each figure holds the rows of its page only, without the key."""
    key = found.report.key
    rows = [frame.partition_by(key, as_dict=True, include_key=False, maintain_order=True) for frame in found.frames[1:]]
    none = [frame.clear().drop(key) for frame in found.frames[1:]]
    for about in found.pages.iter_rows(named=True):
        sections = tuple(
            replace(
                _section(_narrowed(part, key, about[key]), by_key.get((about[key],), empty)),
                csv=found.csv(part),
                more=(part.more, search(**{_FILTER.get(found.name, found.name): about[key]})) if part.more else None,
            )
            for part, by_key, empty in zip(found.report.parts[1:], rows, none, strict=True)
        )
        path = address(found.folder, about[key], about["title"])
        yield Page(path, about["kicker"], about["title"], about["standfirst"], sections)


def _narrowed(part: Part, key: str, value: str) -> Part:
    """The part with the statement that gives the rows of one page."""
    literal = _literal(value)
    return replace(part, sql=f"SELECT * EXCLUDE ({key})\nFROM (\n{part.sql}\n)\nWHERE {key} = {literal}")


def _literal(value: str) -> str:
    """The text in SQL, without a sign that a page would show as a mark: who copies the statement gets the same rows."""
    quoted = value.replace("'", "''")
    signs = (sign if visible(sign) == sign else f"' || chr({ord(sign)}) || '" for sign in quoted)
    return f"'{''.join(signs)}'"


def _section(part: Part, frame: pl.DataFrame) -> Section:
    return Section(part.title, part.prose, part.chart, part.view, part.sql, frame, part.empty, part.half)


def _links(keyed: list[_Keyed]) -> Links:
    def addresses(found: _Keyed) -> dict[str, str]:
        pages: Any = found.pages.select(found.report.key, "title").iter_rows()
        return {key: address(found.folder, key, title) for key, title in pages}

    pages_of = {found.folder: addresses(found) for found in keyed}
    return Links(pages_of["sources"], pages_of["topics"], pages_of["speakers"])
