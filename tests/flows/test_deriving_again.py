"""Stored texts are derived again: for new extractors, on demand, and after a failure."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import Desk, article, assert_sound, counts, derived_here, fails, rewrite, write

from warehouse import refresh

pytestmark = pytest.mark.usefixtures("quick")
LEDGER = "SELECT path, version_no, status FROM files ORDER BY path, version_no"


def test_reprocess_derives_stored_texts_without_files(two: Desk) -> None:
    before = two.ask("SELECT * FROM quotes ORDER BY quote_id")
    for file in two.inbox.iterdir():
        file.unlink()
    assert counts(two.ingest(two.inbox, reprocess=True)) == {"rederived": 2}
    assert two.ask("SELECT * FROM quotes ORDER BY quote_id") == before
    assert two.ask("SELECT count(*) FROM runs") == [(2,)]
    assert_sound(two)


def test_what_was_mended_in_a_text_is_still_said_when_it_is_derived_again(desk: Desk) -> None:
    (desk.inbox / "broken.txt").write_text(article(1).replace('"', "”").encode().decode("latin-1"), encoding="utf-8")
    flags = "SELECT list_contains(quality_flags, 'mojibake_repaired') FROM articles"
    desk.ingest()
    assert desk.ask(flags) == [(True,)]
    (desk.inbox / "broken.txt").unlink()
    assert counts(desk.ingest(desk.inbox, reprocess=True)) == {"rederived": 1}
    assert desk.ask(flags) == [(True,)]


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


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("failed"))
    write(desk.inbox, a=article(1))
    with derived_here(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.worker.structure", fails)
        assert counts(desk.ingest()) == {"seen": 1, "rejected": 1}
    return desk


@pytest.fixture
def rejected(failed: Desk, tmp_path: Path) -> Desk:
    """A sound file is rejected, because a station failed on it."""
    return failed.copied(tmp_path)


def test_new_extractors_try_rejected_files_again(rejected: Desk, upgrade: Callable[[str], None]) -> None:
    assert counts(rejected.ingest()) == {"seen": 1, "unchanged": 1}
    upgrade("2" * 16)
    assert counts(rejected.ingest()) == {"seen": 1, "new": 1}
    assert rejected.ask(LEDGER) == [("inbox/a.txt", 1, "current")]
    assert_sound(rejected)


def test_reprocess_tries_rejected_files_again(rejected: Desk) -> None:
    assert counts(rejected.ingest(rejected.inbox, reprocess=True)) == {"seen": 1, "new": 1}


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
        patch.setattr("flows.worker.structure", fails)
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
    two: Desk, upgrade: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(two.inbox / "a001.txt", article(2))
    two.ingest()
    upgrade("2" * 16)
    monkeypatch.setattr("flows.worker.structure", fails)
    assert counts(two.ingest()) == {"seen": 2, "unchanged": 2, "rederived": 3}
    assert two.ask("SELECT path, reason FROM rejects ORDER BY path") == [
        ("inbox/a000.txt", "extraction_failed"), ("inbox/a001.txt", "extraction_failed"),
    ]  # fmt: skip
    assert two.ask(LEDGER) == [
        ("inbox/a000.txt", 1, "current"), ("inbox/a001.txt", 1, "superseded"), ("inbox/a001.txt", 2, "current"),
    ]  # fmt: skip
    assert two.ask("SELECT count(*) FROM articles") == [(3,)]
    assert_sound(two)


def test_another_way_to_refresh_is_something_to_do(two: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert two.ask("SELECT count(*) > 0 FROM entities") == [(True,)]
    folder = tmp_path / "refresh"
    shutil.copytree(refresh.FOLDER, folder)
    (folder / "z_nobody.sql").write_text("DELETE FROM entities;")
    monkeypatch.setattr(refresh, "FOLDER", folder)
    assert counts(two.ingest()) == {"seen": 2, "unchanged": 2}
    assert two.ask("SELECT count(*) FROM entities") == [(0,)]
    n_runs = two.ask("SELECT count(*) FROM runs")
    two.ingest()
    assert two.ask("SELECT count(*) FROM runs") == n_runs, "idle again"
