"""From a folder to the published warehouse, and what a second look does."""

import gzip
from pathlib import Path

import pytest
from newsroom import (
    Desk,
    article,
    assert_sound,
    counts,
    derived_here,
    everything,
    fails,
    numbered,
    rewrite,
    touch,
    write,
)

from flows.stages import Run
from flows.summary import as_markdown, in_words, summary

pytestmark = pytest.mark.usefixtures("quick")
LEDGER = "SELECT path, version_no, status FROM files ORDER BY path, version_no"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Run]:
    """Three articles, one of them packed, a copy of the first, and three files that hold none: ingested, only to be read."""
    desk = Desk(tmp_path_factory.mktemp("mixed"))
    numbered(desk.inbox, 2)
    (desk.inbox / "packed.txt.gz").write_bytes(gzip.compress(article(7).encode()))
    write(desk.inbox, copy=article(0), empty="", blank=" \n\n")
    (desk.inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (desk.inbox / "notes.md").write_text("not for the ledger")
    with derived_here():
        return desk, desk.ingest()


@pytest.fixture
def mixed(first: tuple[Desk, Run], tmp_path: Path) -> Desk:
    """A copy of these for each test."""
    return first[0].copied(tmp_path)


def test_everything_seen_is_loaded_or_rejected_with_a_reason(first: tuple[Desk, Run]) -> None:
    mixed, run = first
    assert counts(run) == {"seen": 7, "new": 4, "rejected": 3}
    assert run.plan.n_ignored == 1
    assert mixed.ask("SELECT path, reason FROM rejects ORDER BY path") == [
        ("inbox/blank.txt", "empty"), ("inbox/empty.txt", "empty"), ("inbox/picture.txt", "not_text"),
    ]  # fmt: skip
    assert mixed.ask("SELECT count(*), sum(n_paths) FROM current_articles") == [(3, 4)]
    assert mixed.ask("SELECT DISTINCT source FROM current_articles") == [("The Harbour Post",)]
    assert mixed.ask("SELECT count(*) >= 6, count(DISTINCT path) FROM current_quotes") == [(True, 3)]
    assert_sound(mixed)


def test_the_summary_says_what_the_tables_hold(first: tuple[Desk, Run]) -> None:
    mixed, run = first
    figures = summary(run)
    for table, written in figures["rows"].items():
        assert mixed.ask(f"SELECT count(*) FROM {table}") == [(written,)], table
    assert in_words(figures).startswith("4 new, 0 unchanged, 3 rejected of 7 files in ")
    assert "- `inbox/picture.txt`: not_text" in as_markdown(run)
    assert {"decode", "structure", "spacy", "load", "publish"} <= figures["cpu_seconds"].keys()


def test_the_same_folder_again_writes_no_row(mixed: Desk) -> None:
    before, file = everything(mixed.settings.published), mixed.settings.published.stat()
    again = mixed.ingest()
    assert counts(again) == {"seen": 7, "unchanged": 7}
    assert summary(again)["run_id"] is None
    assert everything(mixed.settings.published) == before
    assert mixed.settings.published.stat().st_ino == file.st_ino, "nothing was published either"


def test_touched_files_are_noted_and_read_no_more(mixed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    derived = mixed.ask("FROM articles ORDER BY ALL")
    for name in ("a000.txt", "empty.txt", "packed.txt.gz"):
        touch(mixed.inbox / name)
    assert counts(mixed.ingest()) == {"seen": 7, "unchanged": 7}
    assert mixed.ask("FROM articles ORDER BY ALL") == derived
    assert mixed.ask("SELECT max(version_no), count(*) FROM files") == [(1, 7)]
    assert_sound(mixed)
    monkeypatch.setattr("flows.scan.read_file", lambda file: pytest.fail(f"{file} was opened"))
    assert counts(mixed.ingest()) == {"seen": 7, "unchanged": 7}


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(two: Desk) -> None:
    rewrite(two.inbox / "a000.txt", article(500))
    assert counts(two.ingest()) == {"seen": 2, "changed": 1, "unchanged": 1}
    assert two.ask(LEDGER) == [
        ("inbox/a000.txt", 1, "superseded"), ("inbox/a000.txt", 2, "current"), ("inbox/a001.txt", 1, "current"),
    ]  # fmt: skip
    assert two.ask("SELECT headline FROM current_articles WHERE path = 'inbox/a000.txt'") == [
        ("Karstvik council backs cod quota plan 500",)
    ]
    assert two.ask("SELECT count(*) FROM articles") == [(3,)]
    assert_sound(two)


def test_a_file_that_goes_back_to_its_old_content_shows_that_again(two: Desk) -> None:
    for number in (2, 1):
        rewrite(two.inbox / "a001.txt", article(number))
        two.ingest()
    assert two.ask(LEDGER) == [
        ("inbox/a000.txt", 1, "current"),
        *[("inbox/a001.txt", n, s) for n, s in ((1, "superseded"), (2, "superseded"), (3, "current"))],
    ]
    assert two.ask("SELECT headline LIKE '% 1' FROM current_articles WHERE path LIKE '%a001.txt'") == [(True,)]
    assert counts(two.ingest()) == {"seen": 2, "unchanged": 2}
    assert_sound(two)


def test_a_good_file_that_becomes_empty_keeps_its_last_good_version(two: Desk) -> None:
    rewrite(two.inbox / "a001.txt", "")
    assert counts(two.ingest()) == {"seen": 2, "unchanged": 1, "rejected": 1}
    assert two.ask(LEDGER) == [
        ("inbox/a000.txt", 1, "current"), ("inbox/a001.txt", 1, "current"), ("inbox/a001.txt", 2, "rejected"),
    ]  # fmt: skip
    assert two.ask("SELECT count(*) FROM current_articles") == [(2,)]
    assert counts(two.ingest()) == {"seen": 2, "unchanged": 2}
    assert_sound(two)


def test_a_rejected_file_that_becomes_good_is_loaded(desk: Desk) -> None:
    write(desk.inbox, a="")
    assert counts(desk.ingest()) == {"seen": 1, "rejected": 1}
    assert desk.ask("SELECT count(*) FROM current_articles") == [(0,)]
    rewrite(desk.inbox / "a.txt", article(1))
    assert counts(desk.ingest()) == {"seen": 1, "changed": 1}
    assert desk.ask("SELECT count(*) FROM current_articles") == [(1,)]
    assert_sound(desk)


def test_a_file_that_changes_between_the_look_and_the_reading_is_read_by_the_next_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk.inbox, a=article(1), b=article(1))
    with monkeypatch.context() as patch:
        patch.setattr("flows.worker.payload", lambda _, data: data + b"one more line\n")
        run = desk.ingest()
    assert counts(run) == {"seen": 2, "rejected": 2}
    assert {(reason, detail) for _, reason, detail in run.rejects} == {
        ("unreadable", "the file changed while it was read; the next run reads it again")
    }
    assert counts(desk.ingest()) == {"seen": 2, "new": 2}
    assert_sound(desk)


def test_a_new_source_map_derives_only_what_it_names(desk: Desk) -> None:
    write(desk.inbox, alpha=article(1), beta=article(2), copy=article(1))
    desk.ingest()
    runs = dict(desk.ask("SELECT document_id, run_id FROM files"))
    desk.map_sources(alpha="The Fenland Echo", copy="The Fenland Echo")
    assert counts(desk.ingest()) == {"seen": 3, "unchanged": 3, "rederived": 1}
    assert desk.ask("SELECT path, source, source_basis FROM current_articles ORDER BY path") == [
        ("inbox/alpha.txt", "The Fenland Echo", "source_map"), ("inbox/beta.txt", "The Harbour Post", "copyright_line"),
    ]  # fmt: skip
    assert [
        path for path, document, run in desk.ask("SELECT path, document_id, run_id FROM files") if runs[document] == run
    ] == ["inbox/beta.txt"]
    assert counts(desk.ingest()) == {"seen": 3, "unchanged": 3}, "the copy is remapped in the same run"
    desk.map_sources()
    assert counts(desk.ingest()) == {"seen": 3, "unchanged": 3, "rederived": 1}
    assert desk.ask("SELECT DISTINCT source FROM current_articles") == [("The Harbour Post",)]
    assert_sound(desk)


def test_small_batches_come_to_the_same(desk: Desk, tmp_path: Path) -> None:
    numbered(desk.inbox, 5)
    desk.ingest()
    other = Desk(tmp_path / "other")
    numbered(other.inbox, 5)
    (other.project / "newsledger.toml").write_text("batch_size = 2")
    other.ingest()
    questions = ("FROM quotes ORDER BY ALL", "FROM entities ORDER BY ALL", LEDGER)
    assert [desk.ask(sql) for sql in questions] == [other.ask(sql) for sql in questions]
    assert other.ask("SELECT count(DISTINCT batch_id) FROM files") == [(3,)]


def test_a_run_that_did_not_publish_is_made_good_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    numbered(desk.inbox, 1)
    with monkeypatch.context() as patch:
        patch.setattr("flows.stages.publish", fails)
        with pytest.raises(RuntimeError):
            desk.ingest()
    assert not desk.settings.published.exists()
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1}
    assert desk.ask("SELECT count(*) FROM current_articles") == [(1,)]


def test_an_empty_folder_is_no_work(desk: Desk) -> None:
    assert counts(desk.ingest()) == {}
    assert not desk.settings.work.exists()
