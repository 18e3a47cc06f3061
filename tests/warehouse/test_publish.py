"""Readers get a finished copy, and nothing disturbs the one that they have open."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from invented import Stage, content, run_row

from warehouse import prepare, views
from warehouse import publish as publishing
from warehouse import refresh as refreshing
from warehouse.ask import read_frame
from warehouse.database import open_for_write, open_published
from warehouse.ledger import begin_run, finish_run
from warehouse.load import load_batch
from warehouse.publish import is_published, publish
from warehouse.refresh import refresh

TRY = "import duckdb, sys\ntry:\n    duckdb.connect(sys.argv[1])\nexcept duckdb.IOException:\n    sys.exit(3)"


@pytest.fixture
def published(work: Path) -> Path:
    return work.with_name("published.duckdb")


def test_an_open_reader_keeps_its_copy_and_the_next_one_gets_the_new(work: Path, published: Path, stage: Stage) -> None:
    with open_for_write(work) as con:
        load_batch(con, stage(content("a.txt", "Lorem ipsum")))
    publish(work, published)
    with open_published(published) as reader:
        with open_for_write(work) as con:
            load_batch(con, stage(content("b.txt", "Dolor sit amet")))
        publish(work, published)
        assert read_frame(reader, "SELECT path FROM current_articles")["path"].to_list() == ["a.txt"]
    assert sorted(read_frame(published, "SELECT path FROM current_articles")["path"]) == ["a.txt", "b.txt"]
    assert sorted(file.name for file in work.parent.iterdir()) == ["published.duckdb", "work.duckdb"]


def test_what_a_killed_run_left_is_cleared(work: Path, published: Path) -> None:
    work.parent.mkdir()
    leftover = published.with_name("published.duckdb.unfinished")
    leftover.write_bytes(b"half a database")
    publish(work, published)
    assert not leftover.exists()
    assert read_frame(published, "FROM runs").is_empty()


def test_a_copy_that_cannot_be_finished_leaves_the_old_one(
    work: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(work, published)
    before = published.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(OSError, match="No space left"):
        publish(work, published)
    assert published.read_bytes() == before
    assert not published.with_name("published.duckdb.unfinished").exists()


def test_no_writer_comes_in_while_the_copy_is_made(
    work: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = []
    copy = shutil.copyfileobj

    def copy_while_another_tries(*arguments: object) -> None:
        copy(*arguments)  # type: ignore[arg-type]
        attempts.append(subprocess.run([sys.executable, "-c", TRY, str(work)], check=False).returncode)

    monkeypatch.setattr(publishing.shutil, "copyfileobj", copy_while_another_tries)
    publish(work, published)
    assert attempts == [3]


def test_published_means_the_last_run_as_it_ended(work: Path, published: Path) -> None:
    with open_for_write(work) as con:
        begin_run(con, run_row())
        assert not is_published(con, published)
        refresh(con)
    publish(work, published)
    with open_for_write(work) as con:
        assert is_published(con, published)
        finish_run(con, run_row(status="completed"))
        assert not is_published(con, published)


def test_a_correction_that_was_not_published_is_something_to_publish(work: Path, published: Path) -> None:
    with open_for_write(work) as con:
        refresh(con)
    publish(work, published)
    with open_for_write(work) as con:
        con.execute(
            "INSERT INTO reviews VALUES ('r', now(), 'rename', 'PERSON', 'ada brook', 'Ada B.', NULL, NULL, NULL)"
        )
        assert not is_published(con, published)


def test_a_new_view_is_something_to_publish(
    work: Path, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_for_write(work) as con:
        refresh(con)
    publish(work, published)
    folder = tmp_path / "views"
    shutil.copytree(views.FOLDER, folder)
    monkeypatch.setattr(views, "FOLDER", folder)
    with open_for_write(work) as con:
        assert is_published(con, published)
        (folder / "extra.sql").write_text("-- What else?\nCREATE OR REPLACE VIEW extra AS SELECT 1 AS one;")
        assert not is_published(con, published)
    publish(work, published)
    assert read_frame(published, "FROM extra").rows() == [(1,)]


@pytest.mark.parametrize("changed", ["topics.sql", "derived.py"])
def test_tables_to_be_refreshed_in_another_way_are_something_to_publish(
    work: Path, published: Path, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_for_write(work) as con:
        refresh(con)
    publish(work, published)
    with open_for_write(work) as con:
        assert is_published(con, published)
    folder = tmp_path / "refresh"
    shutil.copytree(refreshing.FOLDER, folder)
    shutil.copytree(prepare.DECLARATIONS, folder, dirs_exist_ok=True)
    monkeypatch.setattr(refreshing, "FOLDER", folder)
    monkeypatch.setattr(refreshing, "DECLARATIONS", folder)
    with open_for_write(work) as con:
        assert is_published(con, published)
        with (folder / changed).open("a") as file:
            file.write("\n-- another\n")
        assert not is_published(con, published)
        refresh(con)
    publish(work, published)
    with open_for_write(work) as con:
        assert is_published(con, published)


def test_a_damaged_published_file_counts_as_none(work: Path, published: Path) -> None:
    with open_for_write(work) as con:
        published.write_bytes(b"not a database" * 1000)
        assert not is_published(con, published)
