"""One run at a time on a data folder, told by a lock that the system gives up when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import Busy


@contextmanager
def run_lock(data: Path) -> Iterator[None]:
    """Hold the data folder for this process; Busy, naming the other process, if one holds it."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "run.lock"
    with path.open("a+", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.seek(0)
            holder = handle.read().strip() or "unknown"
            raise Busy(
                f"another run is at work (process {holder})", where=str(data), fix="wait for it, or stop that process"
            ) from error
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield
