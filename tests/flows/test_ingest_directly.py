"""From a folder to the published warehouse, and what a second look does."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import Desk, article, everything, numbered, rewrite, touch, write

from flows.stages import Run
from flows.summary import as_markdown, in_words, summary
from warehouse import refresh
from warehouse.checks import check
from warehouse.database import open_published

pytestmark = pytest.mark.usefixtures("quick")
LEDGER = "SELECT path, version_no, status FROM files ORDER BY path, version_no"


def counts(run: Run) -> dict[str, int]:
    figures = summary(run)
    names = ("seen", "new", "changed", "unchanged", "rejected", "rederived")
    return {name: figures[name] for name in names if figures[name]}


def assert_sound(desk: Desk) -> None:
    with open_published(desk.settings.published) as con:
        assert check(con) == []
    assert desk.ask("SELECT run_id FROM runs WHERE n_new + n_changed + n_unchanged + n_rejected != n_seen") == []


@pytest.fixture
def mixed(desk: Desk) -> Desk:
    """Three articles, one of them packed, a copy of the first, and three files that hold none."""
    numbered(desk.inbox, 2)
    (desk.inbox / "packed.txt.gz").write_bytes(gzip.compress(article(7).encode()))
    write(desk.inbox, copy=article(0), empty="", blank=" \n\n")
    (desk.inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (desk.inbox / "notes.md").write_text("not for the ledger")
    return desk


def test_everything_seen_is_loaded_or_rejected_with_a_reason(mixed: Desk) -> None:
    run = mixed.ingest()
    assert counts(run) == {"seen": 7, "new": 4, "rejected": 3}
    assert run.plan.n_ignored == 1
    assert mixed.ask("SELECT path, reason FROM rejects ORDER BY path") == [
        ("inbox/blank.txt", "empty"), ("inbox/empty.txt", "empty"), ("inbox/picture.txt", "not_text"),
    ]  # fmt: skip
    assert mixed.ask("SELECT count(*), sum(n_paths) FROM current_articles") == [(3, 4)]
    assert mixed.ask("SELECT DISTINCT source FROM current_articles") == [("The Harbour Post",)]
    assert mixed.ask("SELECT count(*) >= 6, count(DISTINCT path) FROM current_quotes") == [(True, 3)]
    assert_sound(mixed)


def test_the_summary_says_what_the_tables_hold(mixed: Desk) -> None:
    run = mixed.ingest()
    figures = summary(run)
    for table, written in figures["rows"].items():
        assert mixed.ask(f"SELECT count(*) FROM {table}") == [(written,)], table
    assert in_words(figures).startswith("4 new, 0 unchanged, 3 rejected of 7 files in ")
    assert "- `inbox/picture.txt`: not_text" in as_markdown(run)
    assert {"decode", "structure", "spacy", "load", "publish"} <= figures["cpu_seconds"].keys()


def test_the_same_folder_again_writes_no_row(mixed: Desk) -> None:
    mixed.ingest()
    before, file = everything(mixed.settings.published), mixed.settings.published.stat()
    again = mixed.ingest()
    assert counts(again) == {"seen": 7, "unchanged": 7}
    assert summary(again)["run_id"] is None
    assert everything(mixed.settings.published) == before
    assert mixed.settings.published.stat().st_ino == file.st_ino, "nothing was published either"


def test_touched_files_are_noted_and_read_no_more(mixed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed.ingest()
    derived = mixed.ask("FROM articles ORDER BY ALL")
    for name in ("a000.txt", "empty.txt", "packed.txt.gz"):
        touch(mixed.inbox / name)
    assert counts(mixed.ingest()) == {"seen": 7, "unchanged": 7}
    assert mixed.ask("FROM articles ORDER BY ALL") == derived
    assert mixed.ask("SELECT max(version_no), count(*) FROM files") == [(1, 7)]
    assert_sound(mixed)
    monkeypatch.setattr("flows.scan.read_file", lambda file: pytest.fail(f"{file} was opened"))
    assert counts(mixed.ingest()) == {"seen": 7, "unchanged": 7}


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(desk: Desk) -> None:
    numbered(desk.inbox, 2)
    desk.ingest()
    rewrite(desk.inbox / "a000.txt", article(500))
    assert counts(desk.ingest()) == {"seen": 2, "changed": 1, "unchanged": 1}
    assert desk.ask(LEDGER) == [
        ("inbox/a000.txt", 1, "superseded"), ("inbox/a000.txt", 2, "current"), ("inbox/a001.txt", 1, "current"),
    ]  # fmt: skip
    assert desk.ask("SELECT headline FROM current_articles WHERE path = 'inbox/a000.txt'") == [
        ("Karstvik council backs cod quota plan 500",)
    ]
    assert desk.ask("SELECT count(*) FROM articles") == [(3,)]
    assert_sound(desk)


def test_a_file_that_goes_back_to_its_old_content_shows_that_again(desk: Desk) -> None:
    write(desk.inbox, a=article(1))
    for number in (1, 2, 1):
        rewrite(desk.inbox / "a.txt", article(number))
        desk.ingest()
    assert desk.ask(LEDGER) == [
        ("inbox/a.txt", n, s) for n, s in ((1, "superseded"), (2, "superseded"), (3, "current"))
    ]
    assert desk.ask("SELECT headline LIKE '% 1' FROM current_articles") == [(True,)]
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1}
    assert_sound(desk)


def test_a_good_file_that_becomes_empty_keeps_its_last_good_version(desk: Desk) -> None:
    write(desk.inbox, a=article(1))
    desk.ingest()
    rewrite(desk.inbox / "a.txt", "")
    assert counts(desk.ingest()) == {"seen": 1, "rejected": 1}
    assert desk.ask(LEDGER) == [("inbox/a.txt", 1, "current"), ("inbox/a.txt", 2, "rejected")]
    assert desk.ask("SELECT count(*) FROM current_articles") == [(1,)]
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1}
    assert_sound(desk)


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


def test_reprocess_derives_stored_texts_without_files(desk: Desk) -> None:
    numbered(desk.inbox, 2)
    desk.ingest()
    before = desk.ask("SELECT * FROM quotes ORDER BY quote_id")
    for file in desk.inbox.iterdir():
        file.unlink()
    assert counts(desk.ingest(desk.inbox, reprocess=True)) == {"rederived": 2}
    assert desk.ask("SELECT * FROM quotes ORDER BY quote_id") == before
    assert desk.ask("SELECT count(*) FROM runs") == [(2,)]
    assert_sound(desk)


@pytest.fixture
def upgrade(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make the stations those of another version."""
    return lambda version: monkeypatch.setattr("flows.stages.extractor_version", lambda _: version)


def test_new_extractors_derive_everything_that_is_stored(desk: Desk, upgrade: Callable[[str], None]) -> None:
    write(desk.inbox, a=article(1), gone=article(2), copy=article(1))
    desk.ingest()
    rewrite(desk.inbox / "a.txt", article(3))
    desk.ingest()
    (desk.inbox / "gone.txt").unlink()
    upgrade("2" * 16)
    assert counts(desk.ingest()) == {"seen": 2, "unchanged": 2, "rederived": 3}
    assert desk.ask("SELECT DISTINCT extractor_version FROM files") == [("2" * 16,)]
    assert desk.ask("SELECT path FROM current_articles ORDER BY path") == [
        ("inbox/a.txt",), ("inbox/copy.txt",), ("inbox/gone.txt",),
    ]  # fmt: skip
    assert counts(desk.ingest()) == {"seen": 2, "unchanged": 2}
    assert_sound(desk)


def test_new_extractors_try_rejected_files_again(
    desk: Desk, upgrade: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk.inbox, a=article(1))
    with monkeypatch.context() as patch:
        patch.setattr("flows.worker.structure", _fails)
        assert counts(desk.ingest()) == {"seen": 1, "rejected": 1}
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1}
    upgrade("2" * 16)
    assert counts(desk.ingest()) == {"seen": 1, "new": 1}
    assert desk.ask(LEDGER) == [("inbox/a.txt", 1, "current")]
    assert_sound(desk)


def test_reprocess_tries_rejected_files_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk.inbox, a=article(1))
    with monkeypatch.context() as patch:
        patch.setattr("flows.worker.structure", _fails)
        desk.ingest()
    assert counts(desk.ingest(desk.inbox, reprocess=True)) == {"seen": 1, "new": 1}


def test_articles_that_new_extractors_fail_on_stay_and_come_back_when_newer_ones_take_them(
    desk: Desk, upgrade: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk.inbox, a=article(1), b=article(1), c=article(1), other=article(2))
    desk.ingest()
    kept = ("FROM current_articles ORDER BY ALL", "FROM quotes ORDER BY ALL", LEDGER)
    before = [desk.ask(sql) for sql in kept]
    for file in desk.inbox.iterdir():
        file.unlink()
    upgrade("2" * 16)
    with monkeypatch.context() as patch:
        patch.setattr("flows.worker.structure", _fails)
        run = desk.ingest()
        assert counts(run) == {"rederived": 2}
        assert [(path, reason) for path, reason, _ in sorted(run.rejects)] == [
            ("inbox/a.txt", "extraction_failed"), ("inbox/other.txt", "extraction_failed"),
        ]  # fmt: skip
        assert desk.ask("SELECT path, run_id FROM rejects ORDER BY path") == [
            ("inbox/a.txt", run.row.run_id), ("inbox/other.txt", run.row.run_id),
        ]  # fmt: skip
        assert [desk.ask(sql) for sql in kept] == before
        assert desk.ask("SELECT DISTINCT extractor_version FROM files") == [("2" * 16,)]
        assert_sound(desk)
        assert counts(desk.ingest()) == {}, "not tried for ever with the same extractors"
        assert counts(desk.ingest(desk.inbox, reprocess=True)) == {"rederived": 2}
    upgrade("3" * 16)
    run = desk.ingest()
    assert (counts(run), run.rejects) == ({"rederived": 2}, [])
    assert [desk.ask(sql) for sql in kept] == before
    assert desk.ask("SELECT DISTINCT extractor_version FROM files") == [("3" * 16,)]
    assert_sound(desk)


def test_all_versions_of_a_path_may_fail_in_one_run(
    desk: Desk, upgrade: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk.inbox, a=article(1))
    desk.ingest()
    rewrite(desk.inbox / "a.txt", article(2))
    desk.ingest()
    upgrade("2" * 16)
    monkeypatch.setattr("flows.worker.structure", _fails)
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1, "rederived": 2}
    assert desk.ask("SELECT path, reason FROM rejects") == [("inbox/a.txt", "extraction_failed")]
    assert desk.ask(LEDGER) == [("inbox/a.txt", 1, "superseded"), ("inbox/a.txt", 2, "current")]
    assert desk.ask("SELECT count(*) FROM articles") == [(2,)]
    assert_sound(desk)


def test_another_way_to_refresh_is_something_to_do(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbered(desk.inbox, 1)
    desk.ingest()
    assert desk.ask("SELECT count(*) > 0 FROM entities") == [(True,)]
    folder = tmp_path / "refresh"
    shutil.copytree(refresh.FOLDER, folder)
    (folder / "z_nobody.sql").write_text("DELETE FROM entities;")
    monkeypatch.setattr(refresh, "FOLDER", folder)
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1}
    assert desk.ask("SELECT count(*) FROM entities") == [(0,)]
    n_runs = desk.ask("SELECT count(*) FROM runs")
    desk.ingest()
    assert desk.ask("SELECT count(*) FROM runs") == n_runs, "idle again"


def _fails(*_: object) -> None:
    raise RuntimeError("a station nobody wrote")


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
        patch.setattr("flows.stages.publish", _fails)
        with pytest.raises(RuntimeError):
            desk.ingest()
    assert not desk.settings.published.exists()
    assert counts(desk.ingest()) == {"seen": 1, "unchanged": 1}
    assert desk.ask("SELECT count(*) FROM current_articles") == [(1,)]


def test_an_empty_folder_is_no_work(desk: Desk) -> None:
    assert counts(desk.ingest()) == {}
    assert not desk.settings.work.exists()
