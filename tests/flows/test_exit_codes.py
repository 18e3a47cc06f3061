"""What a script that calls the command line can count on."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from newsroom import Desk, article, numbered, write

from flows.cli import run
from flows.errors import Busy
from flows.lock import run_lock

Captured = pytest.CaptureFixture[str]
PROGRAM = [sys.executable, "-c", "from flows.cli import main; main()"]


@pytest.fixture
def there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(desk.project)
    return desk


WRONG_USE = {
    "an unknown command": (["inhale", "inbox"], "inhale"),
    "an unknown option": (["ingest", "inbox", "--fast"], "--fast"),
    "no input": (["ingest"], "nothing to ingest"),
    "a folder that is not there": (["ingest", "--direct", "nowhere"], "no such file or folder"),
    "a folder that is not there, rehearsed": (["ingest", "--dry-run", "nowhere"], "no such file or folder"),
    "a model that is not there": (["ingest", "--direct", "inbox", "--model", "no_such_model"], "no_such_model"),
    "a model that is not there, to extract": (["extract", "inbox", "--model", "no_such_model"], "no_such_model"),
    "a number that is none": (["ingest", "--direct", "inbox", "--workers", "two"], "two"),
    "a negative number": (["ingest", "--direct", "inbox", "--workers", "-2"], "workers = -2"),
    "a format that is none": (["sql", "SELECT 1", "--format", "xml"], "xml"),
    "a limit of nothing": (["sql", "SELECT 1", "--limit", "0"], "--limit 0"),
    "two statements": (["sql", "SELECT 1", "--file", "x.sql"], "a statement and a file"),
    "a file of SQL that is not there": (["sql", "--file", "x.sql"], "x.sql"),
    "nothing to extract": (["extract"], "give files, or --jsonl"),
    "a JSON file that is not there": (["extract", "--jsonl", "x.jsonl"], "x.jsonl"),
    "a cron that is none": (["schedule", "every day", "inbox"], "no cron expression"),
    "a schedule of nothing": (["schedule", "0 6 * * *"], "no folder to ingest"),
    "nothing to show": (["show"], "show"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_2_and_says_what_was_wrong(there: Desk, arguments: list[str], said: str, capsys: Captured) -> None:
    write(there.inbox, a=article(1))
    assert run(arguments) == 2
    answer = capsys.readouterr()
    assert said in answer.out + answer.err
    assert "Traceback" not in answer.out + answer.err
    assert not (there.project / "newsledger-data" / "work.duckdb").exists()


@pytest.mark.parametrize(
    "arguments", [["status"], ["check"], ["views"], ["sql", "SELECT 1"], ["show", "abcdef"], ["report"]]
)
def test_nothing_published_yet_is_2_and_says_what_to_do(there: Desk, arguments: list[str], capsys: Captured) -> None:
    assert run(arguments) == 2
    assert "newsledger ingest" in capsys.readouterr().err


@pytest.mark.usefixtures("quick")
def test_rejects_are_0_and_with_strict_1(there: Desk, capsys: Captured) -> None:
    write(there.inbox, good=article(1), empty="")
    assert run(["ingest", "--direct", "inbox"]) == 0
    assert "rejected inbox/empty.txt: empty" in capsys.readouterr().err
    write(there.inbox, blank=" ")
    assert run(["ingest", "--direct", "inbox", "--strict"]) == 1


@pytest.mark.usefixtures("quick")
def test_a_broken_promise_is_1_and_names_the_rows(there: Desk, capsys: Captured) -> None:
    import duckdb

    numbered(there.inbox, 1)
    assert run(["ingest", "--direct", "inbox"]) == run(["check"]) == 0
    assert "all checks hold" in capsys.readouterr().err
    with duckdb.connect(str(there.settings.published)) as con:
        con.execute("UPDATE quotes SET content = 'never said' WHERE quote_no = 1")
    assert run(["check"]) == 1
    assert "offsets_round_trip" in capsys.readouterr().out
    assert run(["check", "--json"]) == 1
    (failure,) = json.loads(capsys.readouterr().out)
    assert (failure["name"], failure["count"]) == ("offsets_round_trip", 1)


def test_a_second_run_is_3_and_names_the_first(there: Desk, capsys: Captured) -> None:
    numbered(there.inbox, 1)
    first = "import sys, time; from pathlib import Path; from flows.lock import run_lock\n"
    first += "with run_lock(Path('newsledger-data')): print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", first], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert run(["ingest", "--direct", "inbox"]) == 3
        assert f"another run is at work (process {holder.pid})" in capsys.readouterr().err
        assert run(["ingest", "--dry-run", "inbox"]) == 0, "looking is allowed"
        holder.kill()
    with run_lock(there.settings.data):
        pass


def test_the_lock_is_given_up_at_the_end(tmp_path: Path) -> None:
    with run_lock(tmp_path), pytest.raises(Busy, match="another run is at work"), run_lock(tmp_path):
        pass
    with run_lock(tmp_path):
        assert (tmp_path / "run.lock").is_file()


def test_an_interrupted_run_is_130_and_goes_on_later(there: Desk) -> None:
    numbered(there.inbox, 60)
    command = [*PROGRAM, "ingest", "--direct", "inbox", "--batch-size", "1", "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        staging = there.settings.staging
        deadline = time.monotonic() + 60
        while not staging.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "interrupted; what was loaded is kept\n", "no worker complains"
    assert time.monotonic() - began < 5
    import duckdb

    with duckdb.connect(str(there.settings.work), read_only=True) as con:
        assert con.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]
