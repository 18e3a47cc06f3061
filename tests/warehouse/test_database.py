"""Who may open which file when, and what stands in it then."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from transforms.schema import DERIVED, TABLES
from warehouse import migrations, tables
from warehouse.database import open_for_write, open_published
from warehouse.errors import Locked, Missing, WarehouseError

HOLD = "import duckdb, sys, time\ncon = duckdb.connect(sys.argv[1])\nprint('held', flush=True)\ntime.sleep(float(sys.argv[2]))"
TRY = "import duckdb, sys\ntry:\n    duckdb.connect(sys.argv[1])\nexcept duckdb.IOException:\n    sys.exit(3)"


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def is_locked(path: Path) -> bool:
    return subprocess.run([sys.executable, "-c", TRY, str(path)], check=False).returncode == 3


@pytest.mark.parametrize("table", TABLES)
def test_every_table_stands_as_declared(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert tables.columns(con, table) == tables.declared(TABLES[table])


def test_only_the_ledger_has_a_key(con: duckdb.DuckDBPyConnection) -> None:
    keys = con.execute(
        "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    ).fetchall()
    assert sorted(keys) == [("files", ["path", "version_no"]), ("schema_version", ["version"])]


def test_a_second_writer_is_told_which_process_holds_the_file(work: Path) -> None:
    with open_for_write(work):
        pass
    holder = hold(work, 30)
    try:
        with pytest.raises(Locked, match=f"process {holder.pid} holds the file"), open_for_write(work, 0.1):
            pass
    finally:
        holder.kill()
        holder.communicate()


def test_a_writer_waits_for_the_one_before(work: Path) -> None:
    work.parent.mkdir()
    with hold(work, 0.4), open_for_write(work, 20) as con:
        assert con.execute("SELECT count(*) FROM runs").fetchone() == (0,)


def test_without_a_published_file_the_way_out_is_said(work: Path) -> None:
    with pytest.raises(Missing, match="newsledger ingest"), open_published(work):
        pass


@pytest.mark.parametrize("opener", [open_for_write, open_published])
def test_a_file_that_is_no_database_is_named(opener: type, work: Path) -> None:
    work.parent.mkdir()
    work.write_text("These are the minutes of the parish council. " * 500)
    with pytest.raises(WarehouseError, match="not a valid DuckDB database") as caught, opener(work):
        pass
    assert caught.value.where == str(work)


@pytest.fixture
def later_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder)
    monkeypatch.setattr(migrations, "FOLDER", folder)
    return folder


def test_the_file_is_copied_before_it_is_changed_and_stays_locked(work: Path, later_migrations: Path) -> None:
    with open_for_write(work) as con:
        con.execute("INSERT INTO rejects VALUES ('a.txt', 'r', 'empty', '')")
    assert not list(work.parent.glob("*.before-*"))
    (later_migrations / "900_notes.sql").write_text("CREATE TABLE notes (note VARCHAR);")
    with open_for_write(work) as con:
        assert migrations.version(con) == 900
        assert con.execute("SELECT path FROM rejects").fetchall() == [("a.txt",)]
        assert is_locked(work)
    assert not is_locked(work)
    with duckdb.connect(str(work.with_name("work.duckdb.before-900"))) as before:
        assert migrations.version(before) < 900
        assert before.execute("SELECT path FROM rejects").fetchall() == [("a.txt",)]


def test_a_failing_migration_leaves_no_trace(work: Path, later_migrations: Path) -> None:
    with open_for_write(work):
        pass
    (later_migrations / "900_notes.sql").write_text("CREATE TABLE notes (note VARCHAR); SELECT nothing FROM nowhere;")
    with pytest.raises(duckdb.CatalogException), open_for_write(work):
        pass
    (later_migrations / "900_notes.sql").unlink()
    with open_for_write(work) as con:
        assert migrations.version(con) < 900
        assert tables.columns(con, "notes") == []


def test_a_changed_declaration_rebuilds_the_derived_tables_and_asks_for_derivation(work: Path) -> None:
    with open_for_write(work) as con:
        con.execute("INSERT INTO files VALUES ('a', 1, 'd', 's', 1, 1, now(), now(), 'current', NULL, 'one', 'b', 'r')")
        con.execute("INSERT INTO article_topics VALUES ('a', 't', 1, 1, 'lexicon', NULL)")
        con.execute("ALTER TABLE quotes DROP COLUMN confidence")
    with open_for_write(work) as con:
        assert all(tables.columns(con, name) == tables.declared(schema) for name, schema in DERIVED.items())
        assert con.execute("SELECT extractor_version FROM files").fetchall() == [("",)]
        assert con.execute("SELECT count(*) FROM article_topics").fetchone() == (0,)


def test_a_release_that_leaves_the_derived_tables_as_they_are_keeps_their_rows(work: Path) -> None:
    """The notes of who is who hold a table of articles too, which is none of these."""
    with open_for_write(work) as con:
        con.execute("CREATE SCHEMA identity")
        con.execute("CREATE TABLE identity.articles (article_id VARCHAR NOT NULL, digest UBIGINT NOT NULL)")
        con.execute("INSERT INTO article_topics VALUES ('a', 't', 1, 1, 'lexicon', NULL)")
        con.execute("UPDATE declarations SET seal = 'of an earlier release'")
    with open_for_write(work) as con:
        assert con.execute("SELECT count(*) FROM article_topics").fetchone() == (1,)


def test_a_warehouse_of_before_the_framing_of_quotes_is_upgraded(work: Path) -> None:
    new = ("channel", "addressee_text", "addressee_name_id", "attribution_signals")
    with open_for_write(work) as con:
        con.execute("INSERT INTO files VALUES ('a', 1, 'd', 's', 1, 1, now(), now(), 'current', NULL, 'one', 'b', 'r')")
        con.execute("INSERT INTO documents VALUES ('d', 's', 'utf-8', 1, 'x', now(), 'r')")
        for column in new:
            con.execute(f"ALTER TABLE quotes DROP COLUMN {column}")
    with open_for_write(work) as con:
        assert {name for name, _, _ in tables.columns(con, "quotes")} >= set(new)
        assert con.execute("SELECT extractor_version FROM files").fetchall() == [("",)]
        assert con.execute("SELECT text FROM documents").fetchall() == [("x",)]


def test_opening_again_is_quick_and_changes_nothing(work: Path) -> None:
    with open_for_write(work) as con:
        con.execute("INSERT INTO article_topics VALUES ('a', 't', 1, 1, 'lexicon', NULL)")
    began = time.process_time()
    with open_for_write(work) as con:
        assert con.execute("SELECT count(*) FROM article_topics").fetchone() == (1,)
    assert time.process_time() - began < 2
