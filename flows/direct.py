"""A run without Prefect: the same stations, called one after the other."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from flows.lock import run_lock
from flows.pool import n_versions, workers
from flows.settings import Settings
from flows.stages import Request, Run, batches, finish, new_pool_size, note_last_look, plan_run, process_batch, recorded

# Given the number of files to do, a context whose value is told of each few that are done.
Progress = Callable[[int], AbstractContextManager[Callable[[int], None]]]


def ingest_directly(settings: Settings, request: Request, progress: Progress) -> Run:
    """Plan, derive, load, refresh and publish; an idle run writes no row. Raises Busy when another run is at work."""
    with run_lock(settings.data):
        run = plan_run(settings, request)
        note_last_look(settings, run)
        if run.has_work:
            with recorded(run), workers(new_pool_size(run)) as pool, progress(n_versions(run.plan.jobs)) as done:
                for jobs in batches(run):
                    process_batch(run, jobs, pool, done)
                finish(run)
    return run
