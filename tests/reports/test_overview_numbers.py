"""Every number on the overview is what the query under it answers; the counts agree with each other."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pytest
from overview_ledger import published as invented

from flows.publish import write_site
from flows.report_sql import FOLDER, read_report
from warehouse.database import open_published

Row = dict[str, Any]
PARTS = read_report(FOLDER / "overview.sql").parts
VOID = {"br", "meta", "link", "rect", "path", "circle", "use", "i", "u"}
ASIDE = {"summary", "thead", "pre", "details"}


@dataclass(slots=True)
class _Figure:
    """What a reader sees of a figure: its title, its texts in order (drawings by their words), and the view and query below."""

    title: str = ""
    texts: list[str] = field(default_factory=list)
    view: str = ""
    sql: str = ""
    points: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """The opening and the sections of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.figures: list[_Figure] = []
        self.inside: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "section" or named.get("class") == "opening":
            self.figures.append(_Figure())
        if "aria-label" in named and named.get("role") == "img":
            self.figures[-1].texts.append(named["aria-label"])
        if tag == "path" and list(named) == ["d"]:
            self.figures[-1].points.append(named["d"])
        if tag not in VOID:
            self.inside.append((tag, named.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        tags, classes = {tag for tag, _ in self.inside}, {name for _, name in self.inside}
        if not self.figures or "main" not in tags or not data.strip():
            return
        figure, words = self.figures[-1], " ".join(data.split())
        if "pre" in tags:
            figure.sql += data
        elif "summary" in tags and "code" in tags and "provenance" in classes:
            figure.view = words
        elif tags & {"h1", "h2"}:
            figure.title = words
        elif not tags & (ASIDE if "peak" in classes else ASIDE | {"svg"}) and not classes & {
            "sub",
            "scale",
            "key",
            "kicker",
            "few",
        }:
            figure.texts.append(words)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented(tmp_path_factory.mktemp("warehouse"))


@pytest.fixture(scope="module")
def page(published: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    site = tmp_path_factory.mktemp("reports") / "run"
    write_site(published, site)
    return (site / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def answers(page: str, published: Path) -> list[list[Row]]:
    """What the queries that the page prints give, by figure."""
    return [_answers(published, figure.sql) for figure in _Reader(page).figures]


def _answers(published: Path, sql: str) -> list[Row]:
    with open_published(published) as con:
        return _rows(con, sql)


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    result = con.sql(sql)
    return [dict(zip(result.columns, row, strict=True)) for row in result.fetchall()]


def _percent(share: float) -> str:
    return "<1" if 0 < share < 0.005 else f"{share * 100:.0f}"


def _day(value: date | None) -> str:
    return f"{value.day} {value:%b %Y}" if value else "undated"


def _lead(rows: list[Row]) -> list[str]:
    return [rows[0]["detail"]]


def _numbers(rows: list[Row]) -> list[str]:
    return [text for row in rows for text in (row["label"], f"{row['value']:,}", row["note"])]


def _heat(rows: list[Row]) -> list[str]:
    texts = []
    for source, group in groupby(rows, key=lambda row: row["source"]):
        cells = list(group)
        texts += [source, *(_percent(cell["share"]) if cell["with_topic"] else "·" for cell in cells)]
        texts.append(f"{cells[0]['articles']:,}")
    return texts


def _timeline(rows: list[Row]) -> list[str]:
    first, last = min(row["starts_on"] for row in rows), max(row["starts_on"] for row in rows)
    texts = []
    for source, group in groupby(rows, key=lambda row: row["source"]):
        days = list(group)
        most = max(row["articles"] for row in days)
        peak = max(row["starts_on"] for row in days if row["articles"] == most)
        total = sum(row["articles"] for row in days)
        said = f"{source}: articles, {_day(first)} to {_day(last)}, {total} in all; at most {most} a day, {_day(peak)}"
        texts += [source, days[0]["undated"], said, *([f"{most}, {peak.day} {peak:%b}"] if most else [])]
    return texts


def _squares(rows: list[Row]) -> list[str]:
    texts = []
    for _, group in groupby(rows, key=lambda row: row["speaker_entity_id"]):
        cells = list(group)
        one = cells[0]
        texts += [one["speaker"], *([one["role"]] if one["role"] else []), f"{one['quotations']:,}"]
        texts += [f"{cell['quotes']:,}" if cell["quotes"] else "·" for cell in cells]
        texts += [str(one["sources"]), one["mostly_about"] or "–", _percent(one["word_for_word_share"]) + "%"]
    return texts


def _shares(rows: list[Row]) -> list[str]:
    texts = []
    for row in rows:
        parts = ", ".join(
            f"{name} {_percent(row[name] / row['quotations'])}%" for name in ("direct", "mixed", "indirect")
        )
        texts += [row["source"], f"{row['source']}: {parts}", f"{row['quotations']:,}"]
    return texts


def _bars(rows: list[Row]) -> list[str]:
    texts = []
    for row in rows:
        texts += [
            row["source"],
            _percent(row["share"]) + "%",
            *(["; ".join(row["in_which_words"])] if row["in_which_words"] else []),
        ]
        texts += [f"{row['unnamed']:,}", f"of {row['quotations']:,}"]
    return texts


def _cards(rows: list[Row]) -> list[str]:
    kinds = {"direct": "word for word", "mixed": "partly word for word", "indirect": "paraphrase"}
    texts = []
    for row in rows:
        quote = f"“{row['quote']}”" if row["type"] == "direct" else row["quote"]
        texts += [
            quote,
            row["speaker"],
            f"· {row['cue']}",
            f"{row['source']} · {_day(row['date'])} · {kinds[row['type']]}",
        ]
    return texts


def _echoes(rows: list[Row]) -> list[str]:
    return [text for row in rows for text in (f"“{row['quote']}”", row["speaker"], row["printed_by"])]


SHOWN: dict[str, Callable[[list[Row]], list[str]]] = {
    "lead": _lead,
    "numbers": _numbers,
    "heat": _heat,
    "timeline": _timeline,
    "squares": _squares,
    "shares": _shares,
    "bars": _bars,
    "cards": _cards,
    "echoes": _echoes,
}


def _differences(page: str, answers: list[list[Row]]) -> list[str]:
    """Where the page shows something else than its own queries answer."""
    found = []
    for part, figure, rows in zip(PARTS, _Reader(page).figures, answers, strict=True):
        expected = [" ".join(text.split()) for text in SHOWN[part.chart](rows)]
        title = rows[0].get("finding") or part.title
        if (figure.title, figure.texts) != (title, expected):
            found.append(f"{part.title}: {[figure.title, *figure.texts]} instead of {[title, *expected]}")
    return found


def test_every_number_equals_what_its_query_gives(page: str, answers: list[list[Row]]) -> None:
    assert _differences(page, answers) == []


@pytest.mark.parametrize("number", range(len(PARTS)))
def test_a_number_that_is_not_in_the_answer_is_found(page: str, answers: list[list[Row]], number: int) -> None:
    """The comparison can fail: one digit changed in any figure is enough."""
    pieces = re.split(r'(?=<section|<div class="opening">)', page)
    said = next(text for text in reversed(_Reader(page).figures[number].texts) if re.search(r"\d", text))
    wrong = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), said)
    pieces[number + 1] = re.sub(rf'(?<=[>"]){re.escape(said)}(?=[ <"])', wrong, pieces[number + 1])
    assert len(_differences("".join(pieces), answers)) == 1


def test_every_figure_names_a_view_that_its_query_reads(page: str, published: Path) -> None:
    with open_published(published) as con:
        views = {name for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}
    for figure in _Reader(page).figures:
        assert figure.view in views, figure.title
        assert re.search(rf"\b{figure.view}\b", figure.sql), figure.title


def test_the_lines_are_as_high_as_their_counts(page: str, published: Path) -> None:
    timeline = next(figure for figure in _Reader(page).figures if figure.view == "articles_over_time")
    rows = _answers(published, timeline.sql)
    for drawn, (_, group) in zip(timeline.points, groupby(rows, key=lambda row: row["source"]), strict=True):
        counts = [row["articles"] for row in group]
        height, steps = int(re.findall(r"\d+", drawn)[1]), re.findall(r"-?\d+", drawn.partition("l")[2])[1::2]
        heights = [height := height + int(step) for step in ["0", *steps]]
        assert len({(count, y) for count, y in zip(counts, heights, strict=True)}) == len(set(counts))
        assert sorted(zip(counts, heights, strict=True)) == sorted(
            zip(counts, heights, strict=True), key=lambda pair: (pair[0], -pair[1])
        )


def test_an_outline_marks_what_is_over_covered(page: str, answers: list[list[Row]]) -> None:
    (rows,) = (rows for part, rows in zip(PARTS, answers, strict=True) if part.chart == "heat")
    over = [row for row in rows if (row["lift"] or 0) >= 1.5 and row["with_topic"] >= 3]
    assert over
    assert len(re.findall(r'class="h\d over"', page)) == len(over)


def test_the_counts_agree_with_each_other(published: Path, answers: list[list[Row]]) -> None:
    charts = {part.chart: rows for part, rows in zip(PARTS, answers, strict=True)}
    numbers = {row["label"]: row["value"] for rows in answers for row in rows if "label" in row}
    with open_published(published) as con:

        def total(sql: str) -> int:
            return int(con.sql(f"SELECT {sql}").fetchall()[0][0])

        said = "FROM current_quotes WHERE speech AND in_segment <> 'headline'"
        assert 0 < total(f"count(*) {said}") < total("count(*) FROM current_quotes")
        assert numbers["Quotations"] == total(f"count(*) {said}")
        for view in ("quote_type_mix", "anonymous_sourcing", "top_speakers"):
            assert numbers["Quotations"] == total(f"sum(quotes) FROM {view}"), view
        assert numbers["Quotations without a name"] == total(f"count(*) {said} AND speaker_kind = 'unnamed'")
        assert numbers["Articles"] == total("sum(articles) FROM data_health")
        assert {row["articles"] for row in charts["heat"] if row["source"] == "All sources"} == {numbers["Articles"]}
        for speaker, quotations in {(row["speaker"], row["quotations"]) for row in charts["squares"]}:
            assert quotations == total(f"sum(quotes) FROM top_speakers WHERE speaker = '{speaker}'")


def test_one_is_not_called_many(page: str) -> None:
    words = html.unescape(re.sub(r"<pre.*?</pre>|<[^>]+>", " ", page, flags=re.DOTALL))
    assert not re.search(r"\b1 (articles|sources|quotations|times)\b(?! the share)", words)


def test_a_finding_has_a_base(published: Path) -> None:
    """No outlet with an article or two leads, and never what could not be read."""
    lead = _answers(published, PARTS[0].sql)[0]
    assert "Upland Radio" not in lead["finding"]
    assert "(source unknown)" not in lead["finding"]
    assert re.fullmatch(
        r"(Harbour Post|Quayside Wire|Fenland Echo) gives .+ \d\.\d times the share it has across all sources",
        lead["finding"],
    )
