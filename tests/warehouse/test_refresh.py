"""What looks across articles is made again as a whole, and always in the same way."""

from pathlib import Path

import duckdb
import pytest
from invented import Stage, all_rows, content

from warehouse import refresh as refreshing
from warehouse.load import load_batch
from warehouse.refresh import refresh


def test_refreshing_again_gives_the_same_rows(con: duckdb.DuckDBPyConnection, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), content("b.txt", "Dolor sit amet")))
    refresh(con)
    before = all_rows(con)
    assert len(before["topics"]) == 120
    assert [(name, mentions, articles) for _, name, _, _, _, mentions, articles, *_ in before["entities"]] == [
        ("Ada Brook", 2, 2)
    ]
    refresh(con)
    assert all_rows(con) == before


def test_names_of_superseded_articles_are_forgotten(con: duckdb.DuckDBPyConnection, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    load_batch(con, stage(content("a.txt", "Dolor sit amet", 2) | {"mentions": []}))
    refresh(con)
    assert all_rows(con)["entities"] == []


def test_a_refresh_that_fails_leaves_what_was_there(
    con: duckdb.DuckDBPyConnection, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    refresh(con)
    before = all_rows(con)
    (tmp_path / "1.sql").write_text("DELETE FROM entities;")
    (tmp_path / "2.sql").write_text("INSERT INTO entities SELECT NULL;")
    monkeypatch.setattr(refreshing, "FOLDER", tmp_path)
    with pytest.raises(duckdb.Error):
        refresh(con)
    assert all_rows(con) == before
