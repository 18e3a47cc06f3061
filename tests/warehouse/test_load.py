"""Loading: all or nothing, the same rows however often, and the last good version of every file."""

import random
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import Stage, all_rows, content, refused

from transforms.schema import DERIVED, REFRESHED, TABLES
from warehouse.checks import check
from warehouse.database import open_for_write
from warehouse.ledger import stale_documents
from warehouse.load import load_batch
from warehouse.refresh import refresh

Con = duckdb.DuckDBPyConnection
HOUSE = Path(__file__).parents[2]
KILLED = """
import os, shutil, signal, sys, time
from pathlib import Path
from warehouse.database import open_for_write
from warehouse.load import load_batch

work, moments = Path(sys.argv[1]), map(float, sys.argv[2].split())
for number, moment in enumerate(moments):
    ready, tell = os.pipe()
    if (writer := os.fork()) == 0:
        with open_for_write(work) as con:
            os.write(tell, b"open")
            for folder in sys.argv[3 + 2 * number :]:
                load_batch(con, Path(folder))
            os._exit(0)
    os.read(ready, 4)
    time.sleep(moment)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    shutil.copytree(work.parent, work.parent.with_name(f"killed-{number}"))
"""


def ledger(con: Con) -> list[tuple[str, int, str]]:
    return con.execute("SELECT path, version_no, status FROM files ORDER BY ALL").fetchall()


def test_a_batch_is_counted_by_table(con: Con, stage: Stage) -> None:
    rows = load_batch(
        con, stage(content("a.txt", "Lorem ipsum"), content("b.txt", "Dolor sit amet") | refused("c.txt"))
    )
    assert rows["articles"] == rows["quotes"] == rows["documents"] == 2
    assert rows["rejects"] == 1
    assert set(rows) == set(TABLES) - REFRESHED.keys() - {"runs", "reviews", "topic_models", "quality_metrics"}


def test_loading_twice_changes_nothing(con: Con, stage: Stage) -> None:
    batch = stage(content("a.txt", "Lorem ipsum"), refused("b.txt"))
    load_batch(con, batch)
    before = all_rows(con)
    load_batch(con, batch)
    assert all_rows(con) == before


def test_a_changed_file_supersedes_its_version_before(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    load_batch(con, stage(content("a.txt", "Dolor sit amet", 2)))
    assert ledger(con) == [("a.txt", 1, "superseded"), ("a.txt", 2, "current")]
    assert con.execute("SELECT count(*) FROM documents").fetchone() == (2,)


def test_a_rejected_version_leaves_the_good_one_current(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    load_batch(con, stage(refused("a.txt", 2)))
    assert ledger(con) == [("a.txt", 1, "current"), ("a.txt", 2, "rejected")]
    load_batch(con, stage(content("a.txt", "Dolor sit amet", 3)))
    assert ledger(con) == [("a.txt", 1, "superseded"), ("a.txt", 2, "rejected"), ("a.txt", 3, "current")]


def test_a_rejected_file_that_is_understood_later_becomes_current(con: Con, stage: Stage) -> None:
    load_batch(con, stage(refused("a.txt")))
    load_batch(con, stage(content("a.txt", "Lorem ipsum", extractor_version="two")))
    assert ledger(con) == [("a.txt", 1, "current")]


def test_an_old_version_derived_again_stays_superseded(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    load_batch(con, stage(content("a.txt", "Dolor sit amet", 2)))
    load_batch(con, stage(content("a.txt", "Lorem ipsum", 1, extractor_version="two")))
    assert ledger(con) == [("a.txt", 1, "superseded"), ("a.txt", 2, "current")]


def test_the_same_content_in_two_chunks_is_loaded_once(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), content("copy.txt", "Lorem ipsum")))
    counts = {
        table: con.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("documents", "articles", "quotes")
    }
    assert set(counts.values()) == {(1,)}
    assert ledger(con) == [("a.txt", 1, "current"), ("copy.txt", 1, "current")]


def test_deriving_again_replaces_every_row_of_the_document(con: Con, stage: Stage) -> None:
    first = content("a.txt", "Lorem ipsum")
    second = first["articles"][0] | {"article_id": "f" * 16, "article_no": 2}
    load_batch(con, stage(first | {"articles": [*first["articles"], second]}))
    again = content("a.txt", "Lorem ipsum", extractor_version="two") | {"quotes": [], "quote_spans": []}
    load_batch(con, stage(again))
    assert con.execute("SELECT article_no FROM articles").fetchall() == [(1,)]
    assert con.execute("SELECT count(*) FROM quotes").fetchone() == (0,)


def test_copies_of_a_derived_content_are_no_longer_stale(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), content("copy.txt", "Lorem ipsum")))
    assert [stale.path for stale in stale_documents(con, "two")] == ["a.txt"]
    load_batch(con, stage(content("a.txt", "Lorem ipsum", extractor_version="two")))
    assert stale_documents(con, "two") == []


def test_a_known_content_that_fails_keeps_its_rows_and_is_no_longer_stale_at_any_path(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), content("copy.txt", "Lorem ipsum")))
    failed = content("a.txt", "Lorem ipsum", extractor_version="two")["files"]
    load_batch(con, stage({"files": failed, "rejects": refused("a.txt")["rejects"]}))
    assert stale_documents(con, "two") == []
    assert con.execute("SELECT count(*) FROM articles SEMI JOIN quotes USING (article_id)").fetchone() == (1,)
    assert {status for _, _, status in ledger(con)} == {"current"}


def test_a_new_path_of_a_known_content_does_not_pass_for_a_derivation(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    load_batch(con, stage({"files": content("copy.txt", "Lorem ipsum", extractor_version="two")["files"]}))
    assert [stale.path for stale in stale_documents(con, "two")] == ["a.txt"]
    assert con.execute("SELECT count(*) FROM quotes").fetchone() == (1,)


def test_first_seen_is_never_forgotten(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    before = con.execute("SELECT first_seen_at FROM files").fetchone()
    load_batch(con, stage(content("a.txt", "Lorem ipsum", first_seen_at=before and before[0].replace(year=2032))))
    assert con.execute("SELECT first_seen_at FROM files").fetchone() == before


@pytest.mark.parametrize("table", ["files", "quotes", "article_topics"])
def test_a_damaged_file_leaves_the_warehouse_as_it_was(con: Con, stage: Stage, table: str) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    before = all_rows(con)
    batch = stage(content("a.txt", "Dolor sit amet", 2), content("b.txt", "Consectetur"))
    (batch / f"{table}-1.parquet").write_bytes(b"PAR1 torn")
    with pytest.raises(duckdb.Error):
        load_batch(con, batch)
    assert all_rows(con) == before
    load_batch(con, stage(content("c.txt", "Adipiscing")))


def test_a_null_where_none_is_allowed_leaves_the_warehouse_as_it_was(con: Con, stage: Stage) -> None:
    before = all_rows(con)
    batch = content("a.txt", "Lorem ipsum")
    batch["article_topics"][0]["topic_id"] = None
    with pytest.raises(duckdb.ConstraintException):
        load_batch(con, stage(batch))
    assert all_rows(con) == before


STEPS = st.lists(
    st.tuples(st.sampled_from(["a.txt", "b.txt"]), st.sampled_from(["Lorem ipsum", "Dolor sit amet", "refused"])),
    max_size=5,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_to_the_files_the_last_good_version_is_current(
    steps: list[tuple[str, str]], stage: Stage
) -> None:
    with open_for_write(Path(":memory:")) as con:
        versions: dict[str, int] = {}
        good: dict[str, int] = {}
        for path, text in steps:
            version = versions[path] = versions.get(path, 0) + 1
            rows = refused(path, version) if text == "refused" else content(path, text, version)
            good |= {} if text == "refused" else {path: version}
            load_batch(con, stage(rows))
        refresh(con)
        assert {path: version for path, version, status in ledger(con) if status == "current"} == good
        texts = {text for _, text in steps} - {"refused"}
        assert con.execute("SELECT count(*) FROM articles").fetchone() == (len(texts),)
        assert check(con) == []


def test_a_killed_writer_leaves_all_or_nothing_of_a_batch(work: Path, stage: Stage) -> None:
    batches = [stage(*(content(f"{n}/{m}.txt", f"Lorem {n} and {m}") for m in range(4))) for n in range(8)]
    moments = " ".join(str(random.Random(n).uniform(0, 0.4)) for n in range(4))
    command = [sys.executable, "-c", KILLED, str(work), moments, *map(str, batches)]
    subprocess.run(command, cwd=HOUSE, check=True)
    left = sorted(work.parent.parent.glob("killed-*/work.duckdb"))
    assert len(left) == 4
    for file in left:
        with open_for_write(file) as con:
            loaded = con.execute("SELECT split_part(path, '/', 1) AS n, count(*) FROM files GROUP BY n").fetchall()
            assert all(count == 4 for _, count in loaded)
            tables = [table for table in ("documents", *DERIVED) if table != "evidence"]
            counts = [con.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]
            assert set(counts) == {(4 * len(loaded),)}
