"""A warehouse that was loaded keeps its promises, and every way to break one is noticed."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from invented import content, run_row, staged

from warehouse.checks import check
from warehouse.database import open_for_write
from warehouse.ledger import finish_run
from warehouse.load import load_batch
from warehouse.refresh import refresh
from warehouse.views import define_views

BREAKS = {
    "UPDATE quotes SET content = 'other'": "offsets_round_trip",
    "UPDATE mentions SET surface = 'other'": "offsets_round_trip",
    "UPDATE time_expressions SET surface = 'other'": "offsets_round_trip",
    "INSERT INTO time_expressions FROM time_expressions": "no_duplicate_ids",
    "UPDATE segments SET char_end = 999": "offsets_round_trip",
    "UPDATE quote_spans SET char_end = 6": "offsets_round_trip",
    "INSERT INTO evidence SELECT article_id, 'source', 'x', 990, 999, 'rule', 1 FROM articles": "offsets_round_trip",
    "INSERT INTO evidence SELECT article_id, 'headline', 'other', 0, 5, 'rule', 1 FROM articles": "offsets_round_trip",
    "UPDATE articles SET headline = 'other'": "offsets_round_trip",
    "INSERT INTO quote_spans SELECT quote_id, article_id, 'cue', 1, 11, 15 FROM quotes": "offsets_round_trip",
    "INSERT INTO quote_spans SELECT quote_id, article_id, 'source', 1, 16, 25 FROM quotes": "offsets_round_trip",
    "UPDATE quotes SET addressee_text = 'x'; INSERT INTO quote_spans SELECT quote_id, article_id, 'addressee', 1, 0, 3 FROM quotes": "offsets_round_trip",
    "UPDATE quotes SET channel = 'interview'": "framing_has_evidence",
    "INSERT INTO quote_spans SELECT quote_id, article_id, 'channel', 1, 0, 3 FROM quotes": "framing_has_evidence",
    "DELETE FROM documents": "no_orphans",
    "DELETE FROM files": "no_orphans",
    "DELETE FROM articles": "no_orphans",
    "DELETE FROM quotes": "no_orphans",
    "DELETE FROM topics": "no_orphans",
    "UPDATE mentions SET quote_id = 'ffffffffffffffff'": "no_orphans",
    "UPDATE runs SET n_seen = 9": "run_counts_add_up",
    "INSERT INTO quotes FROM quotes": "no_duplicate_ids",
    "INSERT INTO files SELECT * REPLACE (2 AS version_no) FROM files": "no_duplicate_ids",
    "INSERT INTO segments SELECT article_id, 2, 'byline', NULL, 3, 7 FROM segments": "segments_do_not_overlap",
    "ALTER TABLE quotes RENAME COLUMN cue_class TO cues": "views_bind",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    batch = staged(tmp_path_factory.mktemp("checks") / "batch", content("a.txt", "“Naïve 🙂” said Ada Brook"))
    with open_for_write(Path(":memory:")) as con:
        finish_run(con, run_row(status="completed", n_seen=1, n_new=1))
        load_batch(con, batch)
        refresh(con)
        define_views(con)
        yield con


@pytest.fixture
def loaded(sound: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse whose damage is undone after the test."""
    sound.execute("BEGIN")
    yield sound
    sound.execute("ROLLBACK")


def test_a_loaded_warehouse_keeps_its_promises(loaded: duckdb.DuckDBPyConnection) -> None:
    assert check(loaded) == []


@pytest.mark.parametrize("damage", BREAKS)
def test_damage_is_noticed_and_named(loaded: duckdb.DuckDBPyConnection, damage: str) -> None:
    loaded.execute(damage)
    failure = {failure.name: failure for failure in check(loaded)}[BREAKS[damage]]
    assert len(failure.rows) == min(failure.count, 20) > 0
    assert failure.rows.columns == ["table_name", "id", "what"]
    assert failure.message.endswith(".")


def test_many_rows_are_counted_and_some_are_shown(loaded: duckdb.DuckDBPyConnection) -> None:
    loaded.execute("INSERT INTO article_topics SELECT 'gone', range::VARCHAR, 1, 1, 'lexicon', NULL FROM range(50)")
    failure = next(failure for failure in check(loaded) if failure.name == "no_orphans")
    assert (len(failure.rows), failure.count) == (20, 100)
