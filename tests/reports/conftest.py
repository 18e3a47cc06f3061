"""An invented page of the report: five outlets that do not exist, people who never spoke."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest
from invented_frames import SOURCES, SPEAKERS, TOPICS, figures

from reports.figures import Section
from reports.links import Links, address
from reports.page import Edition, Page

TITLES = {
    "lead": "What stands out",
    "numbers": "The ledger in numbers",
    "heat": "What does each source cover?",
    "timeline": "When did each source publish?",
    "squares": "Who is quoted, and by whom?",
    "league": "Who is quoted?",
    "shares": "Word for word, or retold?",
    "bars": "How much rests on sources without a name?",
    "cards": "What was said last?",
    "echoes": "What is repeated most?",
    "gaps": "How far can these figures be trusted?",
    "table": "What did the last runs do?",
}


@pytest.fixture
def edition() -> Edition:
    return Edition(
        run_id="00000000000000a2",
        run_status="completed",
        run_ended_at=datetime(2031, 7, 25, 6, 2, tzinfo=UTC),
        date_range=(date(2031, 6, 20), date(2031, 7, 24)),
        code_version="0.1.0",
        n_articles=1418,
    )


@pytest.fixture
def sections() -> list[Section]:
    frames = figures()
    return [
        Section(
            title,
            f"Prose on {chart}, in per cent.",
            chart,
            f"view_of_{chart}",
            "SELECT *\nFROM it",
            frames[chart],
            half=chart in ("shares", "bars"),
        )
        for chart, title in TITLES.items()
    ]


@pytest.fixture
def page(sections: list[Section]) -> Page:
    """One figure of every kind that the overview has, and the tables."""
    return Page("index.html", "", "Overview", "Who said what, about what, in which source.", tuple(sections))


@pytest.fixture
def links() -> Links:
    """Pages for the sources, the topics and the first two speakers; one source and one topic have none."""
    return Links(
        {name: address("sources", name, name) for name in list(SOURCES)[:4]},
        {name: address("topics", name, name) for name in list(TOPICS)[:-1]},
        {f"{1 + number:016x}": address("speakers", str(number), name) for number, name in enumerate(SPEAKERS[:2])},
    )


OWN = "document.documentElement.setAttribute('data-owned','yes')"
HOSTILE = "".join(
    [
        f"=cmd|calc</title></style></textarea><script>{OWN}</script>",
        f"\"><img src=x onerror=\"{OWN}\">' onfocus='{OWN}' autofocus x='",
        f'<svg/onload={OWN}><a href="javascript:{OWN}">x</a> javascript:{OWN} ',
        "{{ 7*'7' }} {% include 'index.html' %} '; DROP TABLE quotes; -- <!-- ]]> &lt;b&gt; ",
        "\x1b[31mred\x1b[0m \u202egnp.exe\u202c \u2066x\u2069 \u200f \x00\x07\x08\x7f\x85\x9b \u2028 \ufeff",
        "W" * 180,
    ]
)


def _poisoned(frame: pl.DataFrame) -> pl.DataFrame:
    """The same frame with every text replaced by hostile text; equal texts stay equal, so the figure keeps its form."""

    def poison(value: Any) -> Any:
        return [HOSTILE + item for item in value] if isinstance(value, list) else HOSTILE + value

    # `page` is written by our own statements and holds no text of articles.
    types = (pl.String, pl.List(pl.String))
    texts = [name for name, kind in frame.schema.items() if kind in types and name != "page"]
    columns = [
        pl.Series(name, [v if v is None else poison(v) for v in frame[name].to_list()], frame[name].dtype)
        for name in texts
    ]
    return frame.with_columns(columns)


@pytest.fixture
def poison(page: Page, edition: Edition) -> Callable[[], tuple[Page, Edition]]:
    """The invented page with hostile text in every text of every frame, section, page and edition."""

    def poisoned() -> tuple[Page, Edition]:
        stamp = {name: HOSTILE + getattr(edition, name) for name in ("run_id", "run_status", "code_version")}
        sections = tuple(
            replace(
                part,
                frame=_poisoned(part.frame),
                **{n: HOSTILE + getattr(part, n) for n in ("title", "prose", "view", "sql")},
            )
            for part in page.sections
        )
        texts = {name: HOSTILE + getattr(page, name) for name in ("kicker", "title", "standfirst")}
        return replace(page, sections=sections, **texts), replace(edition, **stamp)

    return poisoned
