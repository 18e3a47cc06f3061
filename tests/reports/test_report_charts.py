"""Figures say what their frames say."""

import re
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import charts
from reports.charts.bars import bars, shares
from reports.charts.heat import heat
from reports.charts.plain import cards, numbers
from reports.charts.shapes import Grid, end_of_scale, step
from reports.charts.squares import squares
from reports.charts.tables import league, table
from reports.charts.timeline import marks, timeline, when
from reports.figures import Section
from reports.links import Links

HEAT = ["source", "topic", "share", "with_topic", "articles", "lift"]
SQUARES = ["who", "role", "quotations", "source", "quotes", "share", "direct_share"]
TIMES = ["source", "period", "starts_on", "articles", "undated"]
HERE = Links({"A": "sources/a.html"}, {"sport": "topics/sport.html"}, {"1": "speakers/one.html"})


def _frame(schema: list[str], *rows: tuple[Any, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=schema, orient="row", infer_schema_length=None)


def _heat(*rows: tuple[Any, ...]) -> Grid:
    return heat(_frame(HEAT, *rows), HERE)


def _days(*counts: int, name: str = "A", start: date = date(2031, 6, 20)) -> list[tuple[Any, ...]]:
    return [(name, "day", start + timedelta(number), count, "") for number, count in enumerate(counts)]


def test_the_darkest_cell_is_the_largest_share_and_nothing_is_palest() -> None:
    grid = _heat(("A", "sport", 0.4, 4, 10, 1.0), ("A", "health", 0.01, 1, 10, 0.1), ("A", "arts", 0.0, 0, 10, 0.0))
    assert [cell.step for cell in grid.rows[0].cells] == [6, 1, 0]
    assert [cell.text for cell in grid.rows[0].cells] == ["40", "1", "·"]
    assert (grid.rows[0].n, grid.measure, grid.top) == (10, "Articles", 0.4)


def test_a_cell_is_outlined_only_when_enough_articles_stand_behind_it() -> None:
    grid = _heat(("A", "sport", 0.4, 3, 10, 1.5), ("A", "arts", 0.4, 2, 10, 9.0), ("A", "health", 0.4, 9, 10, 1.4))
    assert [cell.over for cell in grid.rows[0].cells] == [True, False, False]
    assert grid.rows[0].cells[0].hint == "3, 1.5 times the overall share"


def test_the_row_of_all_sources_stands_apart() -> None:
    grid = _heat(("A", "sport", 0.4, 3, 10, 1.0), ("All sources", "sport", 0.2, 9, 45, None))
    assert [row.name for row in grid.rows] == ["A"]
    assert grid.total
    assert (grid.total.name, grid.total.n, grid.total.cells[0].text) == ("All sources", 45, "20")


def test_topics_have_short_headings_and_rows_and_columns_lead_to_their_pages() -> None:
    grid = _heat(("A", "sport", 0.4, 3, 10, 1.0), ("A", "crime, law and justice", 0.2, 2, 10, 1.0))
    assert [(column.text, column.whole, column.href) for column in grid.columns] == [
        ("Sport", "sport", "topics/sport.html"),
        ("Crime", "crime, law and justice", None),
    ]
    assert grid.rows[0].href == "sources/a.html"


def test_a_heat_table_with_holes_is_refused() -> None:
    holes = [("A", "sport", 0.4, 3, 10, 1.0), ("A", "arts", 0.4, 3, 10, 1.0), ("B", "arts", 0.4, 3, 10, 1.0)]
    with pytest.raises(ValueError, match="same columns"):
        charts.shape("heat", _frame(HEAT, *holes), HERE)


def test_squares_are_shaded_by_share_and_show_counts() -> None:
    grid = squares(
        _frame(
            SQUARES,
            ("Ilse", "mayor", 8, "A", 6, 0.06, 0.5),
            ("Ilse", "mayor", 8, "B", 2, 0.12, 0.5),
            ("Jun", None, 4, "A", 0, 0.0, 1.0),
            ("Jun", None, 4, "B", 4, 0.24, 1.0),
        ),
        HERE,
    )
    assert [[(cell.text, cell.step) for cell in row.cells] for row in grid.rows] == [
        [("6", 2), ("2", 3), ("50%", 3)],
        [("·", 0), ("4", 6), ("100%", 6)],
    ]
    assert [(row.name, row.note, row.n) for row in grid.rows] == [("Ilse", "mayor", 8), ("Jun", "", 4)]
    assert [(column.text, column.href) for column in grid.squares] == [("A", "sources/a.html"), ("B", None)]
    assert [column.text for column in grid.columns] == ["Who", "Quotations", "Direct"]


def test_two_speakers_of_one_name_keep_their_own_rows() -> None:
    frame = _frame(
        ["speaker_entity_id", "speaker", *SQUARES[1:]],
        ("1", "Jun", None, 4, "A", 4, 0.2, 1.0),
        ("2", "Jun", None, 4, "A", 4, 0.2, 1.0),
    )
    assert [row.href for row in squares(frame, HERE).rows] == ["speakers/one.html", "quotes.html#speaker=Jun"]


def test_panels_share_one_scale_and_say_their_peak() -> None:
    first, second = timeline(_frame(TIMES, *_days(0, 30, 10), *_days(0, 3, 5, name="B")), HERE)
    assert first.axis == second.axis
    assert re.findall(r'class="tick"[^>]*>(\d+)<', first.axis) == ["0", "10", "20", "30"]
    assert first.said == "A: articles, 20 Jun 2031 to 22 Jun 2031, 40 in all; at most 30 a day, 21 Jun 2031"
    assert ">30, 21 Jun</text>" in first.drawing
    assert ">5, 22 Jun</text>" in second.drawing
    assert (first.href, second.href) == ("sources/a.html", None)


def _places(drawing: str) -> list[tuple[int, int]]:
    """The points of a panel's line, from its steps."""
    line = re.search(r'<path d="M(\d+) (\d+)l?([^"h]*)', drawing)
    assert line
    place = (int(line[1]), int(line[2]))
    steps = [int(number) for number in re.findall(r"-?\d+", line[3])]
    places = [place]
    for x, y in zip(steps[::2], steps[1::2], strict=True):
        place = (place[0] + x, place[1] + y)
        places.append(place)
    return places


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=80))
@settings(max_examples=60, deadline=None)
def test_the_line_stays_in_its_panel_and_rises_with_the_count(counts: list[int]) -> None:
    places = _places(timeline(_frame(TIMES, *_days(*counts)), HERE)[0].drawing)
    assert len(places) == len(counts)
    assert all(30 <= x <= 316 and 22 <= y <= 90 for x, y in places)
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    by_count = sorted(zip(counts, places, strict=True), key=lambda each: each[0])
    assert [y for _, (_, y) in by_count] == sorted((y for _, (_, y) in by_count), reverse=True)


@given(st.integers(0, 10**9))
def test_the_marks_are_round_and_hold_everything(most: int) -> None:
    found = marks(most)
    assert found[0] == 0
    assert max(most, 1) <= found[-1]
    assert 2 <= len(found) <= 4
    assert str(found[1]).strip("0") in {"1", "2", "5"}


def test_a_peak_label_stays_inside_the_panel() -> None:
    for counts in ((9, 0, 0), (0, 0, 9)):
        label = re.search(
            r'class="peak" x="(\d+)"[^>]*>([^<]+)<', timeline(_frame(TIMES, *_days(*counts)), HERE)[0].drawing
        )
        assert label
        assert int(label[1]) - len(label[2]) * 2.5 >= 0
        assert int(label[1]) + len(label[2]) * 2.5 <= 320


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("day", "28 Jun 2031"),
        ("week", "week of 28 Jun 2031"),
        ("month", "Jun 2031"),
        ("quarter", "Q2 2031"),
        ("year", "2031"),
    ],
)
def test_a_period_is_said_as_long_as_it_is(period: str, said: str) -> None:
    assert when(date(2031, 6, 28), period) == said


def test_more_panels_than_fit_are_refused() -> None:
    rows = [row for number in range(13) for row in _days(1, name=f"Source {number}")]
    with pytest.raises(ValueError, match="12 panels"):
        charts.shape("timeline", _frame(TIMES, *rows), HERE)


def test_a_stacked_bar_is_full_and_says_its_parts() -> None:
    frame = pl.DataFrame({"source": ["A <b>"], "quotes": [8], "direct": [4], "mixed": [1], "indirect": [3]})
    svg = shares(frame, HERE).rows[0].bar
    assert sum(float(width) for width in re.findall(r'width="([\d.]+)%" height="26"/', svg)) == pytest.approx(100)
    assert 'aria-label="A &lt;b&gt;: direct 50%, mixed 12%, indirect 38%"' in svg


def test_bars_share_one_scale() -> None:
    frame = pl.DataFrame(
        {"source": ["A", "B"], "share": [0.3, 0.1], "unnamed": [3, 1], "n": [10, 10], "words": [["x"], None]}
    )
    grid = bars(frame, HERE)
    widths = [re.search(r'rect width="([\d.]+)%', row.bar) for row in grid.rows]
    assert [found and found[1] for found in widths] == ["100.0", "33.3"]
    assert [(row.note, row.href) for row in grid.rows] == [("x", "sources/a.html"), ("", None)]


def test_nothing_counted_draws_nothing_and_does_not_fail() -> None:
    zero = pl.DataFrame({"source": ["A"], "share": [0.0], "unnamed": [0], "n": [0], "words": [None]})
    assert 'width="0.0%"' in bars(zero, HERE).rows[0].bar
    assert 'width="0.0%"' in shares(pl.DataFrame({"s": ["A"], "n": [0], "direct": [0]}), HERE).rows[0].bar
    assert league(pl.DataFrame({"who": ["A"], "quotes": [0]}), HERE).rows[0].n == 0
    assert timeline(_frame(TIMES, *_days(0, 0)), HERE)[0].drawing.count("<circle") == 0


@given(st.lists(st.floats(0, 1), max_size=20))
def test_shades_are_seven_and_the_scale_holds_every_share(found: list[float]) -> None:
    top = end_of_scale(found)
    assert all(share <= top and 0 <= step(share, top) <= 6 for share in found)
    assert all((step(share, top) == 0) == (share == 0) for share in found)


def test_a_page_that_stands_alone_leads_nowhere(sections: list[Section]) -> None:
    frames = {section.chart: section.frame for section in sections}
    alone = Links(site=False)
    assert {row["href"] for row in cards(frames["cards"], alone)} == {None}
    assert {row["page"] for row in numbers(frames["numbers"], alone)} == {None}


def test_a_share_sorts_by_its_value_and_shows_per_cent() -> None:
    cell = table(pl.DataFrame({"source": ["A"], "direct_share": [0.31459]}), HERE).rows[0].cells[0]
    assert (cell.text, cell.value) == ("31%", "0.3146")


def test_a_frame_without_rows_fits_every_chart(sections: list[Section], links: Links) -> None:
    for section in sections:
        assert charts.shape(section.chart, section.frame.clear(), links) is not None


def test_an_unknown_chart_kind_names_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"no chart kind 'pie': use one of .*heat"):
        charts.shape("pie", pl.DataFrame(), HERE)


@pytest.mark.parametrize(
    "chart", ["bars", "cards", "echoes", "heat", "lead", "league", "numbers", "shares", "squares", "timeline"]
)
def test_columns_that_do_not_fit_are_named(chart: str) -> None:
    with pytest.raises(ValueError, match=rf"\['a'\] do not fit chart '{chart}'"):
        charts.shape(chart, pl.DataFrame({"a": [1]}), HERE)
