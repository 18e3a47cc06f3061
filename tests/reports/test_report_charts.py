"""Figures say what their frames say."""

import re

import polars as pl
import pytest

from reports import charts

HEAT = ["topic", "source", "share", "articles", "all", "lift"]


def _heat(*rows: tuple[object, ...]) -> charts.Grid:
    return charts.heat(pl.DataFrame(rows, schema=HEAT, orient="row"))


def test_the_darkest_cell_is_the_largest_share_and_nothing_is_palest() -> None:
    grid = _heat(("sport", "A", 0.4, 4, 10, 1.0), ("sport", "B", 0.01, 1, 100, 0.1), ("sport", "C", 0.0, 0, 9, 0.0))
    assert [cell.step for cell in grid.rows[0].cells] == [6, 1, 0]
    assert [cell.text for cell in grid.rows[0].cells] == ["40%", "1%", "·"]
    assert [column.n for column in grid.columns] == [10, 100, 9]


def test_a_cell_is_outlined_only_when_enough_articles_stand_behind_it() -> None:
    grid = _heat(("sport", "A", 0.4, 3, 10, 1.5), ("sport", "B", 0.4, 2, 5, 9.0), ("sport", "All", 0.2, 90, 450, None))
    assert [cell.over for cell in grid.rows[0].cells] == [True, False, False]
    assert grid.rows[0].cells[0].hint == "3 of 10, 1.5 times the overall share"


def test_a_source_that_is_called_like_the_total_keeps_its_own_column() -> None:
    grid = _heat(("sport", "All", 0.4, 3, 10, 1.0), ("sport", "All", 0.2, 9, 45, None))
    assert [column.n for column in grid.columns] == [10, 45]


def test_a_heat_table_with_holes_is_refused() -> None:
    holes = [("sport", "A", 0.4, 3, 10, 1.0), ("sport", "B", 0.4, 3, 10, 1.0), ("health", "B", 0.4, 3, 10, 1.0)]
    with pytest.raises(ValueError, match="same columns"):
        charts.shape("heat", pl.DataFrame(holes, schema=HEAT, orient="row"))


def test_a_stacked_bar_is_full_and_says_its_parts() -> None:
    grid = charts.shares(
        pl.DataFrame({"source": ["A <b>"], "quotes": [8], "direct": [4], "mixed": [1], "indirect": [3]})
    )
    svg = grid.rows[0].bar
    assert sum(float(width) for width in re.findall(r'width="([\d.]+)%" height="26"/', svg)) == pytest.approx(100)
    assert 'aria-label="A &lt;b&gt;: direct 50%, mixed 12%, indirect 38%"' in svg


def test_bars_share_one_scale() -> None:
    frame = pl.DataFrame(
        {"source": ["A", "B"], "share": [0.3, 0.1], "unnamed": [3, 1], "n": [10, 10], "words": [["x"], []]}
    )
    widths = [re.search(r'rect width="([\d.]+)%', row.bar) for row in charts.bars(frame).rows]
    assert [found and found[1] for found in widths] == ["100.0", "33.3"]


def test_nothing_counted_draws_nothing_and_does_not_fail() -> None:
    zero = pl.DataFrame({"source": ["A"], "share": [0.0], "unnamed": [0], "n": [0], "words": [None]})
    assert 'width="0.0%"' in charts.bars(zero).rows[0].bar
    assert 'width="0.00%"' in charts.shares(pl.DataFrame({"s": ["A"], "n": [0], "direct": [0]})).rows[0].bar
    assert charts.league(pl.DataFrame({"who": ["A"], "quotes": [0]})).rows[0].n == 0


@pytest.mark.parametrize("chart", charts.CHARTS)
def test_a_frame_without_rows_fits_every_chart(chart: str, sections: list) -> None:
    frame = next(section.frame for section in sections if section.chart == chart)
    assert charts.shape(chart, frame.clear()) is not None


def test_an_unknown_chart_kind_names_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"no chart kind 'pie': use one of .*heat"):
        charts.shape("pie", pl.DataFrame())


def test_columns_that_do_not_fit_are_named() -> None:
    with pytest.raises(ValueError, match=r"\['a'\] do not fit chart 'heat'"):
        charts.shape("heat", pl.DataFrame({"a": [1]}))
