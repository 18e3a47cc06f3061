"""The Prefect flow `ingest`: a thin shell over the stations, one task a batch."""

import os
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.utilities.annotations import quote

from flows.direct import Progress
from flows.lock import run_lock
from flows.pool import n_versions, workers
from flows.settings import Settings, load_settings
from flows.stages import Request, Run, batches, finish, new_pool_size, note_last_look, plan_run, process_batch, recorded
from flows.summary import as_markdown, summary
from flows.terminal import progress

ARTIFACT = "ingest-run"


@flow(name="ingest")
def ingest(inputs: list[str], project: str = ".", reprocess: bool = False) -> dict[str, Any]:
    """Ingest files, folders and globs (relative to the project folder) and publish; returns the run's summary.

    The ledger in the warehouse decides what is to be done, never Prefect's cache, so a run may be repeated at will.
    """
    folder = Path(project).resolve()
    settings = load_settings({}, os.environ, folder)
    chosen = tuple(str(folder / given) for given in inputs)
    return summary(run_tasks(settings, Request(chosen, reprocess, "flow", flow_run.get_id()), progress))


def run_tasks(settings: Settings, request: Request, progress: Progress) -> Run:
    """The stations as tasks of the flow run that this is called in, with an artifact that sums the run up."""
    with run_lock(settings.data):
        run: Run = _look(_whole((settings, request)))
        note_last_look(settings, run)
        if run.has_work:
            with recorded(run), workers(new_pool_size(run)) as pool, progress(n_versions(run.plan.jobs)) as done:
                for number, jobs in enumerate(batches(run), 1):
                    _batch.with_options(task_run_name=f"batch {number}")(_whole((run, jobs, pool, done)))
                _publish(_whole(run))
    create_markdown_artifact(as_markdown(run), key=ARTIFACT, description="What the run came to")
    for path, reason, detail in run.rejects:
        get_run_logger().warning("rejected %s: %s (%s)", path, reason, detail)
    return run


def _whole(argument: Any) -> Any:
    """The argument as it is: Prefect would walk through it, looking for futures, and hand on a copy."""
    return quote(argument)


@task(name="look at the inbox", cache_policy=NO_CACHE)
def _look(asked: tuple[Settings, Request]) -> Run:
    return plan_run(*asked)


@task(name="batch", cache_policy=NO_CACHE)
def _batch(work: tuple[Any, ...]) -> dict[str, int]:
    return process_batch(*work)


@task(name="refresh and publish", cache_policy=NO_CACHE)
def _publish(run: Run) -> None:
    finish(run)
