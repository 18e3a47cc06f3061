"""The data that the search of quotations and the article page read: whole, in place, and the same for the same rows."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from script_pages import FIRST, QUOTES, SECOND, STORY, rows, site, unpacked

from reports import articles, quotes
from reports.page import Page


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("script"), rows())


def _article(columns: dict[str, Any], article_id: str) -> dict[str, Any]:
    row = columns["article_id"].index(article_id)
    return {name: values[row] for name, values in columns.items()}


def _places(gaps: list[int], lengths: list[int]) -> list[tuple[int, int]]:
    starts = [sum(gaps[: place + 1]) for place in range(len(gaps))]
    return [(start, start + length) for start, length in zip(starts, lengths, strict=True)]


def test_offsets_in_an_articles_data_give_back_its_words(built: Path) -> None:
    article = _article(unpacked(built / "data/articles/a.js"), FIRST)
    assert article["text"] == STORY.rstrip("\n")
    spans = _places(article["spans.gap"], article["spans.length"])
    words = [(role, STORY[slice(*span)]) for role, span in zip(article["spans.role"], spans, strict=True)]
    assert ("content", "“We will reopen the bridge, 🦭”") in words
    assert ("content", "nobody had read the survey of the Tides") in words
    assert {word for role, word in words if role == "source"} == {"Ilse Marrow", "She"}
    names = _places(article["names.gap"], article["names.length"])
    assert [STORY[slice(*span)] for span in names] == ["Ilse Marrow", "She", "Tides Office"]
    assert article["names.name"] == [0, 0, 1]


def test_a_name_printed_as_it_is_called_is_not_written_twice(built: Path) -> None:
    assert _article(unpacked(built / "data/articles/a.js"), FIRST)["called.name"] == [None, None]
    assert _article(unpacked(built / "data/articles/b.js"), SECOND)["called.name"] == ["Marrow <b>"]


def test_quotations_are_searchable_as_they_were_said(built: Path) -> None:
    columns = unpacked(built / "data/quotes/0001.js")
    assert columns["words"][-1] == "We will reopen the bridge, 🦭 … before the first frost."
    assert columns["type"] == "iid"  # the undated one is the oldest, and within an article the last comes first
    assert columns["id"] == "".join(reversed(QUOTES))
    assert columns["sure"] == [696, 610, 970]  # thousandths, none rounded up
    assert [columns["speakers"]["speaker"][place] for place in columns["speaker"]] == [
        "officials",
        "Ilse Marrow",
        "Ilse Marrow",
    ]
    assert [columns["articles"]["date"][place] for place in columns["article"]] == ["", "2031-07-14", "2031-07-14"]
    assert [[columns["topics"][topic] for topic in some] for some in columns["topic"]] == [
        ["(no topic)"],
        ["(no topic)"],
        ["politics"],
    ]


def test_new_articles_change_the_last_file_of_quotations_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "SHARD", 2)
    page = Page("quotes.html", "", "Quotations", "", ())
    before, after = (dict(quotes.files(_said(n), ["Harbour Post"], page, "FROM it")) for n in (5, 6))
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed == {"data/quotes/0003.js", "data/quotes.js", "quotes.html"}


def _said(n: int) -> pl.DataFrame:
    texts = ("words", "speaker", "speaker_entity_id", "speaker_kind", "cue", "source", "headline", "path")
    return pl.DataFrame(
        {"quote_id": [f"{i:016x}" for i in range(n)], "article_id": [f"{i:016x}" for i in range(n)]}
        | {name: [f"{name} {i}" for i in range(n)] for name in texts}
        | {"type": ["direct"] * n, "topics": [["sport"]] * n, "char_start": [1] * n, "confidence": [0.5] * n}
        | {"date": pl.Series([None] * n, dtype=pl.Date)}
    )


@pytest.mark.parametrize(("n", "digits"), [(0, 1), (800, 1), (801, 2), (10_000, 2), (12_801, 3)])
def test_files_of_articles_stay_small(n: int, digits: int) -> None:
    assert articles._digits(n) == digits


def test_an_empty_warehouse_has_both_pages(tmp_path: Path) -> None:
    built = site(tmp_path, {})
    assert 'data-digits="1"' in (built / "article.html").read_text("utf-8")
    assert '"shards":[]' in (built / "data/quotes.js").read_text("utf-8")
