"""A run that is killed at any moment leaves nothing wrong behind: run again, the tables are as if nothing had happened."""

import time
from functools import partial
from pathlib import Path

import pytest
from newsroom import Desk, ask, numbered, write

from benchmarks.kill_test import Trial, contents, reading, run_killed, run_whole
from flows.direct import ingest_directly
from flows.settings import load_settings
from flows.stages import Request
from flows.terminal import progress
from transforms.language.pipeline import SMALL_MODEL

BATCH = 3


class Watch:
    """Somebody who watches the staging folder, where each batch has a folder of its own until it is loaded."""

    def __init__(self, trial: Trial) -> None:
        self.staging = trial.data / "staging"
        self.old = self.folders()  # what a killed run left
        self.seen: set[Path] = set()
        self.active_at = 0.0

    def folders(self) -> set[Path]:
        return set(self.staging.glob("*"))

    def look(self) -> set[Path]:
        now = self.folders() - self.old
        if now:
            self.active_at = time.monotonic()
        self.seen |= now
        return now

    def in_the_first_batch(self) -> bool:
        return bool(self.look())

    def with_a_later_batch_about_to_be_loaded(self) -> bool:
        staged = any(next(folder.glob("quotes-*.parquet"), None) for folder in self.look())
        return staged and len(self.seen) > 1

    def after_the_last_batch(self) -> bool:
        return not self.look() and bool(self.seen) and time.monotonic() - self.active_at > 0.1


MOMENTS = (Watch.in_the_first_batch, Watch.with_a_later_batch_about_to_be_loaded, Watch.after_the_last_batch)


def publish_one_file(trial: Trial, project: Path) -> None:
    """Ingest the first file alone, so that there is something to read from the beginning."""
    settings = load_settings({"model": SMALL_MODEL, "data": str(trial.data)}, {}, project)
    ingest_directly(settings, Request((str(min(trial.inbox.iterdir())),)), progress)


@pytest.mark.usefixtures("quick")
def test_kill_9_and_again_gives_the_tables_of_an_undisturbed_run(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.project)
    numbered(desk.inbox, 8)
    write(desk.inbox, empty="", last="")
    desk.ingest()
    disturbed = Trial(desk.inbox, tmp_path / "disturbed", BATCH)
    publish_one_file(disturbed, desk.project)
    with reading(disturbed.published) as reader:
        kills = [run_killed(disturbed, 60, partial(moment, Watch(disturbed))) for moment in MOMENTS]
        run_whole(disturbed)
    assert contents(disturbed.published) == contents(desk.settings.published)
    assert len(contents(disturbed.published)["articles"]) == 8
    assert reader.failures == []
    assert reader.n_read > 10
    assert [kill.was_running for kill in kills[:-1]] == [True] * 2, "the last one may have been quicker than we are"
    assert [kill.n_left for kill in kills] == [0] * 3, "the workers end with their run"
    n_files = [kill.n_files for kill in kills]
    assert n_files[0] == 1
    assert 1 + BATCH <= n_files[1] < n_files[2] == 10, "what was loaded is kept"
    assert ask(disturbed.published, "SELECT status FROM runs ORDER BY started_at")[-1] == ("completed",)
    assert ask(disturbed.published, "SELECT count(*) FROM runs WHERE status = 'running'") == [(0,)]
