"""What the warehouse remembers of files, contents and runs."""

import duckdb
from invented import NOON, Stage, content, refused, run_row

from transforms.schema.durable import Runs
from warehouse.ledger import (
    RunRow,
    begin_run,
    finish_run,
    known_files,
    last_run,
    stale_documents,
    stored_texts,
    touch_files,
)
from warehouse.load import load_batch

Con = duckdb.DuckDBPyConnection


def test_a_run_is_written_when_it_begins_and_again_when_it_ends(con: Con) -> None:
    assert last_run(con) is None
    begin_run(con, run_row())
    assert last_run(con) == run_row()
    ended = run_row(status="completed", ended_at=NOON.replace(minute=5), n_seen=3, n_new=3)
    finish_run(con, ended)
    assert last_run(con) == ended
    assert con.execute("SELECT count(*) FROM runs").fetchone() == (1,)


def test_a_run_that_was_killed_is_called_interrupted_by_the_next(con: Con) -> None:
    begin_run(con, run_row("a" * 16))
    begin_run(con, run_row("b" * 16, started_at=NOON.replace(hour=13)))
    assert con.execute("SELECT run_id[1], status FROM runs ORDER BY 1").fetchall() == [
        ("a", "interrupted"),
        ("b", "running"),
    ]


def test_a_run_row_has_the_declared_columns_in_order() -> None:
    assert list(RunRow.__slots__) == list(Runs.columns())


def test_the_latest_version_of_a_path_is_known_even_when_it_was_rejected(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), refused("b.txt")))
    load_batch(con, stage(refused("a.txt", 2, sha256="e" * 64)))
    known = known_files(con)
    assert list(known) == ["a.txt", "b.txt"]
    assert (known["a.txt"].version_no, known["a.txt"].status, known["a.txt"].sha256) == (2, "rejected", "e" * 64)


def test_stored_texts_come_back_unaltered(con: Con, stage: Stage) -> None:
    text = "“Naïve,” said Ada Brook 🙂\n\n\tthe end"
    load_batch(con, stage(content("a.txt", text)))
    document_id = known_files(con)["a.txt"].document_id or ""
    assert stored_texts(con, [document_id, "f" * 16]) == {document_id: text}
    assert stored_texts(con, []) == {}


def test_contents_of_superseded_versions_are_derived_again_too(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum", mapped_source="The Example")))
    load_batch(con, stage(content("a.txt", "Dolor sit amet", 2)))
    assert stale_documents(con, "one") == []
    stale = {document.version_no: document for document in stale_documents(con, "two")}
    assert (stale[1].status, stale[1].mapped_source, stale[2].status) == ("superseded", "The Example", "current")
    assert stale_documents(con, None) == stale_documents(con, "two")


def test_of_several_paths_a_current_one_speaks_for_a_content(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), content("b.txt", "Lorem ipsum")))
    load_batch(con, stage(content("a.txt", "Dolor sit amet", 2)))
    assert sorted(document.path for document in stale_documents(con, None)) == ["a.txt", "b.txt"]


def test_a_touched_file_keeps_everything_but_size_and_time(con: Con, stage: Stage) -> None:
    load_batch(con, stage(content("a.txt", "Lorem ipsum"), content("b.txt", "Dolor sit amet")))
    touch_files(con, [])
    touch_files(con, [("a.txt", 1, 99, 1_900_000_000_000_000_001)])
    known = known_files(con)
    assert (known["a.txt"].size, known["a.txt"].mtime_ns) == (99, 1_900_000_000_000_000_001)
    assert (known["b.txt"].size, known["b.txt"].mtime_ns) == (0, 0)
