"""Speed and memory of an ingest: files a second, CPU seconds by station, peak memory of all processes, size.

python benchmarks/load_test.py FOLDER [--data DIR] [--model NAME]

Memory is the proportional set size (PSS) of the whole process tree, sampled every two seconds from /proc: pages that
processes share are counted once. The same folder is ingested a second time, to time a run that finds nothing new.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_EVERY = 2.0


def main() -> None:
    """Ingest, sample, ingest again, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, help="warehouse folder to make (default: a temporary one)")
    parser.add_argument("--model", default="auto")
    given = parser.parse_args()
    data = given.data or Path(tempfile.mkdtemp(prefix="newsledger-load-"))
    command = ["ingest", "--direct", "--json", "--data", str(data), "--model", given.model, str(given.folder)]
    figures, seconds, memory = measured(command)
    _, again, _ = measured(command)
    report(figures, seconds, memory)
    print(f"second run, nothing new      {again:8.2f} s")
    print(f"published file               {(data / 'published.duckdb').stat().st_size / 1e6:8.1f} MB")
    if given.data is None:
        shutil.rmtree(data)


def measured(arguments: list[str]) -> tuple[dict[str, object], float, list[int]]:
    """What the command printed, its wall seconds, and its memory in MB at each sample."""
    begun, samples = time.monotonic(), []
    program = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        while process.poll() is None:
            samples.append(sum(proportional_kb(pid) for pid in tree(process.pid)) // 1024)
            time.sleep(min(_EVERY, 0.05 + (time.monotonic() - begun) / 4))
        seconds = time.monotonic() - begun
        printed = process.stdout.read() if process.stdout else ""
    return json.loads(printed), seconds, samples


def tree(pid: int) -> Iterator[int]:
    """The process and all below it."""
    yield pid
    try:
        children = [
            child for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:
        return
    for child in children:
        yield from tree(int(child))


def proportional_kb(pid: int) -> int:
    """PSS of a process in kB; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def report(figures: dict[str, object], seconds: float, memory: list[int]) -> None:
    """Print the figures of the first run; the stations' CPU seconds, and the share that is not spaCy."""
    stations = figures["cpu_seconds"]
    assert isinstance(stations, dict)
    # "rows" holds the extractors, which are timed one by one too; the difference is the making of rows.
    inner = ("entities", "quotes", "mentions", "time_expressions", "topics")
    stations["rows"] -= sum(stations.get(name, 0.0) for name in inner)
    total = sum(stations.values())
    print(f"files                        {figures['seen']:>8}   {figures['new']} new, {figures['rejected']} rejected")
    print(f"wall                         {seconds:8.1f} s   {float(str(figures['seen'])) / seconds:.1f} files/s")
    for name, spent in sorted(stations.items(), key=lambda item: -item[1]):
        print(f"  cpu {name:<22} {spent:8.1f} s   {spent / total:6.1%}")
    print(f"not spaCy                    {1 - stations['spacy'] / total:8.1%}")
    tenth = max(1, len(memory) // 10)
    print(f"memory of all processes      {max(memory):8} MB peak; by tenth of the run: {memory[tenth::tenth]}")


if __name__ == "__main__":
    main()
