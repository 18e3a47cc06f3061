"""Opening the two files: the working file, one writer at a time, and the published file, any number of readers.

DuckDB locks a file for a process, and a read-only reader keeps a writer out too: so readers get a copy of their own.
"""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from warehouse import migrations
from warehouse.errors import Locked, Missing, WarehouseError
from warehouse.prepare import prepare

# Without these DuckDB asks its extension server, and waits for it, whenever a function is not built in.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


@contextmanager
def open_for_write(path: Path, wait_seconds: float = 60.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """The working file, migrated and with its derived tables as declared; created when it is not there.

    Waits up to `wait_seconds` for another writer to leave, then raises Locked with the process that holds the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        con = _connect_patiently(path, wait_seconds)
        stack.callback(con.close)
        con.execute("SET TimeZone = 'UTC'")
        if migrations.version(con) and (pending := migrations.pending(con)):
            con.execute("CHECKPOINT")
            backup = path.with_name(f"{path.name}.before-{pending[0].version}")
            # Closing any handle on a file gives up this process's lock on it: this one stays open past the connection.
            source = stack.enter_context(path.open("rb"))
            stack.callback(con.close)
            with backup.open("wb") as target:
                shutil.copyfileobj(source, target)
        migrations.migrate(con)
        prepare(con)
        yield con


@contextmanager
def open_published(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published file, read-only. Raises Missing when nothing was published yet."""
    if not path.is_file():
        raise Missing("there is no published warehouse", where=str(path), fix="run `newsledger ingest` first")
    try:
        con = duckdb.connect(str(path), read_only=True, config=OFFLINE)
    except duckdb.Error as error:
        raise _as_ours(error, path) from error
    try:
        con.execute("SET TimeZone = 'UTC'")
        yield con
    finally:
        con.close()


def _connect_patiently(path: Path, wait_seconds: float) -> duckdb.DuckDBPyConnection:
    deadline, delay = time.monotonic() + wait_seconds, 0.05
    while True:
        try:
            return duckdb.connect(str(path), config=OFFLINE)
        except duckdb.Error as error:
            problem = _as_ours(error, path)
            if not isinstance(problem, Locked) or time.monotonic() >= deadline:
                raise problem from error
        time.sleep(delay)
        delay = min(2 * delay, 1.0)


def _as_ours(error: duckdb.Error, path: Path) -> WarehouseError:
    message = str(error)
    if "Could not set lock" not in message:
        return WarehouseError(
            message.splitlines()[0],
            where=str(path),
            fix="restore the file from a copy, or move it away and ingest again",
        )
    holder = re.search(r"PID (\d+)", message)
    process = f"process {holder[1]}" if holder else "another process"
    return Locked(
        f"{process} holds the file", where=str(path), fix="wait for it to end, or close the program that has it open"
    )
