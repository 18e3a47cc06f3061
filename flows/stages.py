"""The stations of a run as plain functions: plan, batches, derive and load, refresh, publish. No Prefect here."""

import json
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version

from flows.chunks import Chunk
from flows.files import replace_file
from flows.identity import attach_names
from flows.pool import Workers, n_versions, run_chunks
from flows.recurring import Recurring, fingerprints
from flows.scan import Job, Ledger, Plan, Version, compare, find
from flows.settings import Settings, as_config, require_model, worker_count
from flows.topic_models import update_topics
from transforms.language.pipeline import model_version
from transforms.records import Document, identifier
from transforms.versions import extractor_version
from warehouse import ledger
from warehouse.database import open_for_write
from warehouse.publish import is_published, publish
from warehouse.refresh import refresh

_CHUNK = 50  # files in one call of a worker
_MOST_BATCHES = 80  # a flow run stays below about a hundred task runs: beyond, batches grow
LAST_LOOK = "last_look.json"


@dataclass(slots=True)
class Run:
    """A run in the making: what it is to do, and what it has come to."""

    settings: Settings
    row: ledger.RunRow
    plan: Plan
    extractor_version: str
    must_publish: bool
    recurring: Recurring
    entered: set[str] = field(default_factory=set)
    n_rederived: int = 0
    n_words: int = 0
    rejects: list[tuple[str, str, str]] = field(default_factory=list)
    seconds: defaultdict[str, float] = field(default_factory=partial(defaultdict, float))
    rows: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=time.monotonic)
    elapsed: float = 0.0

    @property
    def has_work(self) -> bool:
        """Whether anything would be written."""
        return bool(self.plan.jobs or self.plan.touched or self.must_publish)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: inputs, whether stored texts are all to be derived again, and who asks."""

    inputs: tuple[str, ...]
    reprocess: bool = False
    trigger: str = "direct"
    flow_run_id: str | None = None


def plan_run(settings: Settings, request: Request) -> Run:
    """Look at the inbox and the ledger and say what there is to do; writes nothing.

    UserError when an input names nothing or the model is not installed.
    """
    require_model(settings)
    began, now = time.monotonic(), datetime.now(UTC)
    derivation = extractor_version(settings.model)
    found, ignored = find(request.inputs, settings)
    if not settings.work.exists():
        plan = compare(found, Ledger({}, set(), derivation), now)
        must_publish, recurring = bool(found), {}
    else:
        with open_for_write(settings.work) as con:
            wanted = None if request.reprocess else derivation
            files = ledger.known_files(con)
            derived = {file.document_id for file in files.values() if file.document_id}
            plan = compare(found, Ledger(files, derived, wanted), now)
            stale = {item.document_id for item in ledger.stale_documents(con, wanted)} | plan.remapped.keys()
            again = _stale_jobs(plan, stale, ledger.stale_documents(con, None)) if stale else []
            plan.jobs += again
            plan.n_rederived = len(again)
            must_publish = not is_published(con, settings.published)
            recurring = fingerprints(ledger.recurring_lines(con), settings.story_lines)
    plan.n_ignored = ignored
    row = _run_row(settings, request, plan, now)
    planned = Run(settings, row, plan, derivation, must_publish, recurring, began=began)
    planned.elapsed = time.monotonic() - began
    return planned


def _stale_jobs(plan: Plan, stale: set[str], stored: Sequence[ledger.StaleDocument]) -> list[Job]:
    """Jobs for stored documents whose extractors, or whose source in the map, are not those of the ledger."""
    return [_again(item, plan.remapped.get(item.document_id, [])) for item in stored if item.document_id in stale]


def _again(item: ledger.StaleDocument, remapped: Sequence[Version]) -> Job:
    """The job that derives a stored document again; its text is fetched batch by batch.

    The path that speaks for the document comes first, whether it is remapped or not.
    """
    as_stored = Version(
        item.path, item.version_no, item.size, item.mtime_ns, item.first_seen_at, item.status, item.mapped_source
    )
    versions = {as_stored.path: as_stored} | {entry.path: entry for entry in remapped}
    stored = Document(item.document_id, item.sha256, item.encoding, item.byte_size, "")
    return Job(tuple(versions.values()), item.sha256, document=stored)


def _run_row(settings: Settings, request: Request, plan: Plan, now: datetime) -> ledger.RunRow:
    return ledger.RunRow(
        run_id=identifier(now.isoformat(), request.trigger, *request.inputs),
        flow_run_id=request.flow_run_id,
        trigger=request.trigger,
        started_at=now,
        ended_at=None,
        status="running",
        code_version=version("newsledger"),
        model=model_version(settings.model),
        config=json.dumps(as_config(settings), sort_keys=True),
        n_seen=plan.n_seen,
        n_new=0,
        n_changed=0,
        n_unchanged=plan.n_unchanged,
        n_rejected=0,
        n_rederived=0,
        seconds="{}",
    )


@contextmanager
def recorded(run: Run) -> Iterator[None]:
    """Enter the run in the ledger; at the end write what it came to, or that it failed."""
    shutil.rmtree(run.settings.staging, ignore_errors=True)
    with open_for_write(run.settings.work) as con:
        ledger.begin_run(con, run.row)
        ledger.touch_files(con, run.plan.touched)
    try:
        yield
    except BaseException as error:
        _finish(run, "interrupted" if isinstance(error, KeyboardInterrupt) else "failed")
        raise


def batches(run: Run) -> list[tuple[Job, ...]]:
    """The jobs in batches of the set size, or larger ones where there would be too many."""
    jobs = run.plan.jobs
    size = max(run.settings.batch_size, -(-len(jobs) // _MOST_BATCHES))
    return [tuple(jobs[start : start + size]) for start in range(0, len(jobs), size)]


def process_batch(run: Run, jobs: Sequence[Job], pool: Workers, done: Callable[[int], None]) -> dict[str, int]:
    """Derive a batch in the worker processes and load it in one transaction; returns the rows written by table."""
    jobs = _with_texts(run.settings, jobs)
    batch_id = identifier(run.row.run_id, *(version.path for job in jobs for version in job.versions))
    folder = run.settings.staging / batch_id
    folder.mkdir(parents=True)
    size = min(_CHUNK, -(-len(jobs) // pool.n_workers))
    chunks = [
        Chunk(
            jobs=tuple(jobs[start : start + size]),
            folder=folder,
            name=f"{start:05d}",
            batch_id=batch_id,
            run_id=run.row.run_id,
            extractor_version=run.extractor_version,
            model=run.settings.model,
            now=run.row.started_at,
            recurring=run.recurring,
        )
        for start in range(0, len(jobs), size)
    ]
    for tally in run_chunks(pool, chunks, done):
        run.n_words += tally.n_words
        run.rejects.extend(tally.rejects)
        for station, spent in tally.seconds.items():
            run.seconds[station] += spent
    from warehouse.load import load_batch  # with the declarations of the tables, which take a second to import

    begun = time.process_time()
    with open_for_write(run.settings.work) as con:
        written = load_batch(con, folder)
    run.seconds["load"] += time.process_time() - begun
    run.rows.update(written)
    run.entered.update(version.path for job in jobs if not job.document for version in job.versions)
    run.n_rederived += sum(1 for job in jobs if job.document)
    shutil.rmtree(folder)
    return written


def _with_texts(settings: Settings, jobs: Sequence[Job]) -> tuple[Job, ...]:
    """The jobs, those on stored documents with their texts."""
    wanted = [job.document.document_id for job in jobs if job.document]
    if not wanted:
        return tuple(jobs)
    with open_for_write(settings.work) as con:
        texts = ledger.stored_texts(con, wanted)
    return tuple(
        replace(job, document=replace(job.document, text=texts[job.document.document_id])) if job.document else job
        for job in jobs
    )


def finish(run: Run) -> None:
    """Refresh what looks across articles, close the run's record and publish the warehouse."""
    begun = time.process_time()
    update_topics(run.settings, run.row.run_id)
    with open_for_write(run.settings.work) as con:
        attach_names(con)
        refresh(con)
    run.seconds["refresh"] += time.process_time() - begun
    _finish(run, "completed")
    begun = time.process_time()
    publish(run.settings.work, run.settings.published)
    run.elapsed = time.monotonic() - run.began
    run.seconds["publish"] += time.process_time() - begun
    shutil.rmtree(run.settings.staging, ignore_errors=True)


def _finish(run: Run, status: str) -> None:
    run.elapsed = time.monotonic() - run.began
    rejected, plan = {path for path, _, _ in run.rejects}, run.plan
    run.row = replace(
        run.row,
        status=status,
        ended_at=datetime.now(UTC),
        n_new=len(plan.new & run.entered - rejected),
        n_changed=len(plan.changed & run.entered - rejected),
        n_rejected=len((plan.new | plan.changed) & rejected),
        n_rederived=run.n_rederived,
        seconds=json.dumps({name: round(value, 2) for name, value in sorted(run.seconds.items())}),
    )
    with open_for_write(run.settings.work) as con:
        ledger.finish_run(con, run.row)


def note_last_look(settings: Settings, run: Run) -> None:
    """Beside the warehouse, when the inbox was last looked at: an idle run writes no row."""
    settings.data.mkdir(parents=True, exist_ok=True)
    note = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seen": run.plan.n_seen,
        "unchanged": run.plan.n_unchanged,
    }
    replace_file(settings.data / LAST_LOOK, json.dumps(note).encode())


def new_pool_size(run: Run) -> int:
    """Worker processes for the run: no more than there are chunks to do."""
    chunks = -(-n_versions(run.plan.jobs) // _CHUNK)
    return max(1, min(worker_count(run.settings), chunks))
