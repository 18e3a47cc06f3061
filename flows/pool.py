"""Worker processes for a run: started once, fed chunk by chunk, replaced when one dies."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import connection

from flows.chunks import Chunk, Tally
from flows.scan import Job

_WAIT_SECONDS = 0.2
# Each worker is one process of one thread: numeric libraries that start their own threads would fight over the cores.
_SINGLE_THREADED = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS"), "1")


@dataclass(slots=True)
class Workers:
    """A pool of worker processes that survives the death of one of them."""

    n_workers: int
    executor: ProcessPoolExecutor | None = field(default=None)


@contextmanager
def workers(n_workers: int) -> Iterator[Workers]:
    """Up to `n_workers` processes, started when first needed and gone at the end; at once when the run fails."""
    pool = Workers(n_workers)
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        _close(pool)


def run_chunks(pool: Workers, chunks: Sequence[Chunk], done: Callable[[int], None]) -> list[Tally]:
    """Stage the chunks; `done` is told the number of versions of each as it ends.

    Where a worker dies (memory, a crash in native code), the chunks without an answer are repeated file by file, and
    only the file that kills its worker again is rejected as `extraction_failed`.
    """
    tallies, left = _try(pool, chunks, done)
    for chunk in left:
        alone = [replace(chunk, jobs=(job,), name=f"{chunk.name}-{n}") for n, job in enumerate(chunk.jobs)]
        for single in alone:
            tally, broken = _try(pool, [single], done)
            tallies.extend(tally or [_give_up(broken[0], done)])
    return tallies


def _try(pool: Workers, chunks: Sequence[Chunk], done: Callable[[int], None]) -> tuple[list[Tally], list[Chunk]]:
    """The tallies of the chunks that were staged, and the chunks that have none because a worker died."""
    tallies: dict[int, Tally] = {}
    try:
        running = _submit(pool, chunks)
        for future in _as_they_end(running):
            tallies[running[future]] = future.result()
            done(n_versions(chunks[running[future]].jobs))
    except BrokenProcessPool:
        _close(pool)
    left = [chunk for n, chunk in enumerate(chunks) if n not in tallies]
    for half_staged in (file for chunk in left for file in chunk.folder.glob(f"*-{chunk.name}.parquet")):
        half_staged.unlink()
    return list(tallies.values()), left


def _as_they_end(running: Iterable[Future[Tally]]) -> Iterator[Future[Tally]]:
    """The futures, each when it has ended. Polars' signal handler makes an endless wait deaf to Ctrl-C: short ones are not."""
    left = set(running)
    while left:
        ended, left = wait(left, _WAIT_SECONDS, FIRST_COMPLETED)
        yield from ended


def _submit(pool: Workers, chunks: Sequence[Chunk]) -> dict[Future[Tally], int]:
    """Hand out the chunks. Workers are born with Ctrl-C blocked: it is the run that ends them."""
    executor = _executor(pool)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return {executor.submit(stage_chunk, chunk): number for number, chunk in enumerate(chunks)}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stage_chunk(chunk: Chunk) -> Tally:
    """In the worker process: what it imports takes over a second, which a run that finds nothing new need not pay."""
    from flows.worker import stage_chunk as stage

    return stage(chunk)


def _give_up(chunk: Chunk, done: Callable[[int], None]) -> Tally:
    """The rejects of a chunk that no worker survives, staged in this process, since nothing of it is read."""
    tally = stage_chunk(replace(chunk, jobs=tuple(replace(job, lost=True) for job in chunk.jobs)))
    done(n_versions(chunk.jobs))
    return tally


def n_versions(jobs: Sequence[Job]) -> int:
    """Versions of paths that the jobs enter."""
    return sum(len(job.versions) for job in jobs)


def _executor(pool: Workers) -> ProcessPoolExecutor:
    if pool.executor is None:
        os.environ.update({name: value for name, value in _SINGLE_THREADED.items() if name not in os.environ})
        context = multiprocessing.get_context("spawn")
        pool.executor = ProcessPoolExecutor(pool.n_workers, mp_context=context, initializer=_end_with_the_run)
    return pool.executor


def _end_with_the_run() -> None:
    """In a worker: end when the run does, even if that was killed. Waiting for work, a worker would never notice."""
    run = multiprocessing.parent_process()
    if run is not None:
        threading.Thread(target=_exit_after, args=(run.sentinel,), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _close(pool: Workers) -> None:
    if pool.executor is not None:
        pool.executor.shutdown(wait=True, cancel_futures=True)
        pool.executor = None
