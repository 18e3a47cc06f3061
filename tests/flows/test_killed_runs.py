"""A run that is killed at any moment leaves nothing wrong behind: run again, the tables are as if nothing had happened."""

import time
from pathlib import Path

import pytest
from newsroom import Desk, ask, numbered, write

from benchmarks.kill_test import Trial, contents, publish_one_file, reading, run_killed, run_whole

MOMENTS = (0.5, 0.85, 1.1)  # as shares of the time that a run for a single file takes


@pytest.mark.usefixtures("quick")
def test_kill_9_and_again_gives_the_tables_of_an_undisturbed_run(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.project)
    numbered(desk.inbox, 40)
    write(desk.inbox, empty="", last="")
    desk.ingest()
    disturbed = Trial(desk.inbox, tmp_path / "disturbed", 5)
    began = time.monotonic()
    publish_one_file(disturbed)
    usual = time.monotonic() - began
    with reading(disturbed.published) as reader:
        kills = [run_killed(disturbed, share * usual) for share in MOMENTS]
        run_whole(disturbed)
    assert contents(disturbed.published) == contents(desk.settings.published)
    assert len(contents(disturbed.published)["articles"]) == 40
    assert reader.failures == []
    assert reader.n_read > 10
    assert [kill.n_left for kill in kills] == [0, 0, 0], "the workers end with their run"
    assert ask(disturbed.published, "SELECT status FROM runs ORDER BY started_at")[-1] == ("completed",)
    assert ask(disturbed.published, "SELECT count(*) FROM runs WHERE status = 'running'") == [(0,)]
