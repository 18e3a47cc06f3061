"""The figures of the pages about one source, speaker or topic, and of data quality."""

import re
from datetime import date

import polars as pl

from reports.charts import shape
from reports.charts.shapes import Grid
from reports.links import NOWHERE, Links
from reports.page import template

TOPICS = pl.DataFrame(
    {"topic": ["sport", "politics"], "share": [0.5, 0.04], "all_sources": [0.1, 0.2], "articles": [50, 4]}
)


def _grid(chart: str, frame: pl.DataFrame, links: Links = NOWHERE) -> Grid:
    grid = shape(chart, frame, links)
    assert isinstance(grid, Grid)
    return grid


def test_a_bullet_stands_on_the_scale_of_the_longest_with_a_tick_for_all() -> None:
    grid = _grid("bullets", TOPICS, Links(topics={"sport": "topics/sport.html"}))
    assert grid.top == 0.5
    sport, politics = grid.rows
    assert re.findall(r'<rect y="3" width="([\d.]+)%"', str(sport.bar)) == ["100.0"]
    assert re.findall(r'tick" x="([\d.]+)%"', str(politics.bar)) == ["40.0"]
    assert [cell.text for cell in politics.cells] == ["4%", "20%", "4"]
    assert [column.text for column in grid.columns] == ["Share", "All sources", "Articles"]
    assert (sport.href, politics.href) == ("topics/sport.html", None)


def test_a_tick_beyond_every_bar_is_still_in_the_picture() -> None:
    grid = _grid("bullets", TOPICS.with_columns(share=pl.lit(0.0)))
    assert grid.top == 0.2
    assert float(re.findall(r'tick" x="([\d.]+)%"', str(grid.rows[1].bar))[0]) < 100


def test_a_topic_begins_with_a_capital_where_it_stands_alone() -> None:
    counted = pl.DataFrame({"topic": ["sport"], "articles": [5], "most": ["sport"]})
    for chart in ("table", "league"):
        assert _grid(chart, counted).rows[0].name == "Sport"
    (cell,) = _grid("table", pl.DataFrame({"source": ["iCoast"], "topic": ["arts and media"]})).rows[0].cells
    assert (cell.text, cell.value) == ("Arts and media", "Arts and media")
    assert _grid("table", pl.DataFrame({"source": ["iCoast"]})).rows[0].name == "iCoast"


def _panels(n: int) -> str:
    days = [(f"Outlet {number}", "day", date(2031, 7, 2), 3, "half undated") for number in range(n)]
    frame = pl.DataFrame(days, schema=["source", "period", "first_day", "articles", "note"], orient="row")
    return str(template("timeline.html").render(shape=shape("timeline", frame, NOWHERE), anchor="when", root=""))


def test_a_panel_that_stands_alone_is_large_and_leaves_its_name_to_the_page() -> None:
    alone, two, three = map(_panels, (1, 2, 3))
    assert 'class="panels one"' in alone
    assert "<figcaption>" not in alone
    assert 'aria-label="Outlet 0: articles, ' in alone
    assert 'class="panels two"' in two
    assert 'class="panels two"' in _panels(4)
    assert 'class="panels"' in three
    assert three.count("<figcaption>") == 3


def test_a_histogram_says_its_numbers_in_words_and_draws_the_pale_part_on_top() -> None:
    bins = pl.DataFrame({"a": [0.0, 0.5], "b": [0.5, 1.0], "quotes": [10, 40], "without_speaker": [10, 10]})
    grid = _grid("histogram", bins)
    picture = str(grid.rows[0].bar)
    assert (
        'aria-label="0% to 50%: 10, 10 of them without speaker; 50% to 100%: 40, 10 of them without speaker"' in picture
    )
    heights = [int(height) for height in re.findall(r'height="(\d+)"/>', picture)]
    assert heights == [0, 35, 105, 35]
    assert [column.text for column in grid.columns] == ["Quotes", "Without speaker"]


def test_a_saying_leads_to_its_place_its_source_and_its_speaker() -> None:
    frame = pl.DataFrame(
        {
            "quote_id": ["q1"], "article_id": ["a1"], "quote": ["Yes."], "type": ["direct"], "speaker_entity_id": ["e1"],
            "speaker": ["Jun Osei"], "cue": ["said"], "source": ["Fenland Echo"], "date": [date(2031, 7, 2)], "headline": [None],
        }
    )  # fmt: skip
    links = Links({"Fenland Echo": "sources/f.html"}, {}, {"e1": "speakers/j.html"})
    (row,) = shape("sayings", frame, links)
    assert isinstance(row, dict)
    assert (row["href"], row["source_href"], row["speaker_href"]) == (
        "article.html#a=a1&q=q1",
        "sources/f.html",
        "speakers/j.html",
    )
    (own,) = shape("sayings", frame.drop("speaker", "speaker_entity_id"), links)
    assert isinstance(own, dict)
    assert own["speaker"] is None
