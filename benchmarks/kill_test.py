"""Kill an ingest with SIGKILL at random moments, run it again, and compare the tables with those of one undisturbed run.

    python -m benchmarks.kill_test FOLDER --files 300 --kills 20 --batch-size 15

Prints a table of the kills. Exits with 1 when a table differs from the undisturbed run's, the published file could not be
read at some moment, or a process was left behind.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb

from transforms.schema import TABLES

COMMAND = (sys.executable, "-c", "from flows.cli import main; main()", "ingest", "--direct", "--quiet")
# What tells one run from another: everything else must be equal.
PER_RUN = {"run_id", "batch_id", "first_seen_at", "last_seen_at", "extractor_version"}
LOOK_SECONDS = 0.05
LEAVE_SECONDS = 10.0
_WATCH_SECONDS = 0.01


@dataclass(frozen=True)
class Trial:
    """What is ingested, where to, and in batches of how many files."""

    inbox: Path
    data: Path
    batch_size: int = 15

    @property
    def published(self) -> Path:
        """The file that readers open."""
        return self.data / "published.duckdb"


@dataclass
class Reader:
    """Somebody who opens the published file all the time: how often it could be read, and why not."""

    n_read: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Kill:
    """One disturbed run: when it was killed (seconds after its start), files in the ledger then, processes left behind."""

    seconds: float
    n_files: int
    was_running: bool
    n_left: int


def contents(published: Path) -> dict[str, list[str]]:
    """The rows of each table but `runs`, in order, without what tells one run from another."""
    with duckdb.connect(str(published), read_only=True) as con:
        return {
            table: sorted(map(repr, con.execute(f"SELECT {', '.join(_columns(table))} FROM {table}").fetchall()))
            for table in TABLES
            if table != "runs"
        }


def _columns(table: str) -> list[str]:
    return [f'"{name}"' for name in TABLES[table].columns() if name not in PER_RUN]


def run_whole(trial: Trial) -> float:
    """Ingest without disturbance; returns the seconds that it took. Raises CalledProcessError when it fails."""
    began = time.monotonic()
    subprocess.run(_command(trial), check=True)
    return time.monotonic() - began


def publish_one_file(trial: Trial) -> None:
    """Ingest the first file alone, so that there is something to read from the beginning."""
    run_whole(replace(trial, inbox=min(trial.inbox.iterdir())))


def run_killed(trial: Trial, seconds: float, is_time: Callable[[], bool] = lambda: False) -> Kill:
    """Ingest, and kill the process with SIGKILL after so many seconds, or as soon as it is time."""
    began = time.monotonic()
    process = subprocess.Popen(_command(trial), start_new_session=True, stderr=subprocess.DEVNULL)
    while process.poll() is None and time.monotonic() - began < seconds and not is_time():
        time.sleep(_WATCH_SECONDS)
    was_running = process.poll() is None
    process.kill()
    process.wait()
    took, n_left = time.monotonic() - began, _wait_for_the_end_of(process.pid)
    return Kill(took, _files_in_ledger(trial.data / "work.duckdb"), was_running, n_left)


@contextlib.contextmanager
def reading(published: Path) -> Iterator[Reader]:
    """Read the published file again and again, from the moment when it is there first."""
    reader, ended = Reader(), threading.Event()

    def read() -> None:
        while not ended.wait(LOOK_SECONDS):
            if reader.n_read or published.exists():
                _look(published, reader)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield reader
    finally:
        ended.set()
        thread.join()


def _look(published: Path, reader: Reader) -> None:
    try:
        with duckdb.connect(str(published), read_only=True) as con:
            con.execute("SELECT count(*) FROM current_quotes").fetchone()
        reader.n_read += 1
    except duckdb.Error as error:
        reader.failures.append(str(error).splitlines()[0])


def _command(trial: Trial) -> list[str]:
    return [*COMMAND, str(trial.inbox), "--data", str(trial.data), "--batch-size", str(trial.batch_size)]


def _files_in_ledger(work: Path) -> int:
    if not work.exists():
        return 0
    with duckdb.connect(str(work)) as con:
        known = con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'files'").fetchone()
        return con.execute("SELECT count(*) FROM files").fetchall()[0][0] if known else 0


def _wait_for_the_end_of(group: int) -> int:
    """Processes of the group that are still there after ten seconds (workers must see that their run has died)."""
    deadline = time.monotonic() + LEAVE_SECONDS
    while members := _members(group):
        if time.monotonic() > deadline:
            os.killpg(group, signal.SIGKILL)
            break
        time.sleep(LOOK_SECONDS)
    return members


def _members(group: int) -> int:
    count = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
            count += int(its_group) == group and state != "Z"
    return count


def main() -> int:
    """Run the trial that the command line describes."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        inbox = _sample(options.folder, Path(scratch, "inbox"), options.files)
        calm = Trial(inbox, Path(scratch, "calm"), options.batch_size)
        whole = run_whole(calm)
        wanted = contents(calm.published)
        print(f"undisturbed: {whole:.1f} s, {len(wanted['files'])} files, {len(wanted['rejects'])} rejects", flush=True)
        random.seed(options.seed)
        return _disturb(Trial(inbox, Path(scratch, "disturbed"), options.batch_size), wanted, options.kills, whole)


def _disturb(trial: Trial, wanted: dict[str, list[str]], kills: int, whole: float) -> int:
    print("kill  after s  files in ledger  left behind", flush=True)
    done, rounds, faults = 0, 0, []
    publish_one_file(trial)
    with reading(trial.published) as reader:
        while done < kills:
            # A killed run goes on where the one before stopped: short spells keep some work for the last kill.
            kill = run_killed(trial, random.uniform(1.0, whole / 5))
            if kill.was_running:
                done += 1
                print(f"{done:4}  {kill.seconds:7.1f}  {kill.n_files:15}  {kill.n_left:11}", flush=True)
                faults += ["a process was left behind"] * (kill.n_left > 0)
            if done == kills or kill.n_files == len(wanted["files"]):
                rounds += 1
                run_whole(trial)
                faults += _differences(wanted, contents(trial.published))
                print(f"      completed, {'equal' if not faults else 'NOT EQUAL'} to the undisturbed run", flush=True)
                for leftover in trial.data.iterdir() if done < kills else ():
                    if leftover != trial.published:
                        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    faults += reader.failures
    print(
        f"{done} kills in {rounds} rounds; published file read {reader.n_read} times, {len(reader.failures)} failures"
    )
    print("\n".join(faults) or "every table equal, nothing left behind")
    return 1 if faults else 0


def _differences(wanted: dict[str, list[str]], found: dict[str, list[str]]) -> list[str]:
    return [
        f"{table}: {len(found[table])} rows, {len(set(rows) ^ set(found[table]))} differ"
        for table, rows in wanted.items()
        if found[table] != rows
    ]


def _sample(folder: Path, inbox: Path, count: int) -> Path:
    inbox.mkdir()
    for file in sorted(folder.rglob("*.txt"))[:count]:
        shutil.copy2(file, inbox / file.name)
    return inbox


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of .txt files")
    parser.add_argument("--files", type=int, default=300, help="how many of them (default 300)")
    parser.add_argument("--kills", type=int, default=20, help="how many times to kill (default 20)")
    parser.add_argument("--batch-size", type=int, default=15, help="files in one batch (default 15)")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments (default 1)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
