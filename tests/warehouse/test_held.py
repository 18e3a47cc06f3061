"""Views that are held give the answers that they gave before."""

from pathlib import Path

import duckdb
import pytest
from invented import content, staged

from warehouse.ask import read_frame
from warehouse.database import open_for_write, open_published
from warehouse.held import OFTEN_READ, hold
from warehouse.load import load_batch
from warehouse.publish import publish
from warehouse.refresh import refresh
from warehouse.views import catalogue


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("held")
    with open_for_write(folder / "work.duckdb") as con:
        for number in range(4):
            load_batch(con, staged(folder / str(number), content(f"{number}.txt", f"Lorem ipsum {number}")))
        refresh(con)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


def _answers(con: duckdb.DuckDBPyConnection, views: list[str]) -> dict[str, list[str]]:
    return {view: sorted(map(str, read_frame(con, f"FROM {view}").rows())) for view in views}


def test_every_view_answers_as_before(published: Path) -> None:
    with open_published(published) as con:
        views = [view.name for view in catalogue(con)]
        before = _answers(con, views)
        hold(con)
        assert _answers(con, views) == before
        assert len(before["top_speakers"]) == 1


def test_a_view_reads_what_is_held_and_the_file_stays_as_it_is(published: Path) -> None:
    with open_published(published) as con:
        hold(con)
        con.execute("DELETE FROM temp.current_quotes")
        assert con.execute("SELECT sum(quotes) FROM voices").fetchone() == (None,)
    with open_published(published) as con:
        assert con.execute("SELECT count(*) FROM current_quotes").fetchone() == (4,)
        assert set(OFTEN_READ) <= {view.name for view in catalogue(con)}
