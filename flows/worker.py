"""What a worker process does: a chunk of jobs in, staged Parquet and a tally out.

This is the one place where any exception is caught: a file that breaks a station becomes a reject, and the run goes on.
"""

import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.chunks import Chunk, Tally
from flows.scan import Job, Version, read_file
from transforms.decode import document
from transforms.derive import derive, table_rows
from transforms.formats.text import payload
from transforms.frames import article_rows, frames, merged
from transforms.language.pipeline import Paragraph, load, read_paragraphs
from transforms.records import Article, Document, Reject, Row
from transforms.schema import TABLES
from transforms.structure import Given, structure

if TYPE_CHECKING:
    from spacy.language import Language

_GROUP = 16  # articles that the model sees together: enough to fill its batches, few enough to keep memory flat
Outcome = Document | Reject
Tables = dict[str, list[Row]]


def stage_chunk(chunk: Chunk) -> Tally:
    """Read, derive and validate the chunk's contents and write `<table>-<name>.parquet` files into its folder."""
    tally = Tally()
    outcomes: dict[int, Outcome] = {}
    rows: list[Tables] = []
    for start in range(0, len(chunk.jobs), _GROUP):
        group = dict(enumerate(chunk.jobs[start : start + _GROUP], start))
        for number, (outcome, tables) in _stage_group(group, chunk, tally).items():
            outcomes[number] = outcome
            rows.extend(tables)
    good = _timed(tally, "validate", _validated, rows, outcomes)
    ledger = _ledger_frames(chunk, outcomes, tally)
    _timed(tally, "stage", _write, chunk, good | ledger)
    return tally


def _stage_group(jobs: dict[int, Job], chunk: Chunk, tally: Tally) -> dict[int, tuple[Outcome, list[Tables]]]:
    """For each job with a content to read, its document with the rows of its articles, or why there are none."""
    read = {number: _guarded(tally, "decode", _read, job) for number, job in jobs.items() if not job.known}
    articles = {
        number: content
        if isinstance(content, Reject)
        else _guarded(tally, "structure", structure, content, _given(jobs[number], chunk))
        for number, content in read.items()
    }
    good = [article for found in articles.values() if not isinstance(found, Reject) for article in found]
    derived = _analyse(good, chunk.model, tally)
    staged: dict[int, tuple[Outcome, list[Tables]]] = {}
    for number, found in articles.items():
        parts = [found] if isinstance(found, Reject) else [derived[article.article_id] for article in found]
        failed = next((part for part in parts if isinstance(part, Reject)), None)
        whole = [] if failed else [part for part in parts if not isinstance(part, Reject)]
        staged[number] = (failed or read[number], whole)
        tally.n_words += sum(part["articles"][0]["n_words"] for part in whole)
    return staged


def _analyse(articles: Sequence[Article], model: str, tally: Tally) -> dict[str, Tables | Reject]:
    """The rows of each article by its id; if the model fails on them together, each is tried alone."""
    if not articles:
        return {}
    nlp = load(model)
    derived: dict[str, Tables | Reject] = {}
    with nlp.memory_zone():
        together = _guarded(tally, "spacy", read_paragraphs, nlp, articles)
        for number, article in enumerate(articles):
            alone = isinstance(together, Reject)
            paragraphs = _guarded(tally, "spacy", _read_alone, nlp, article) if alone else together[number]
            failed = isinstance(paragraphs, Reject)
            derived[article.article_id] = (
                paragraphs if failed else _guarded(tally, "rows", _rows, article, paragraphs, tally)
            )
    return derived


def _read_alone(nlp: "Language", article: Article) -> tuple[Paragraph, ...]:
    return read_paragraphs(nlp, [article])[0]


def _rows(article: Article, paragraphs: Sequence[Paragraph], tally: Tally) -> Tables:
    n_sentences = sum(1 for p in paragraphs if p.in_segment == "body" for _ in p.doc.sents)
    derived = derive(article, paragraphs, partial(_timed, tally))
    return article_rows(article, n_sentences) | table_rows(article, derived)


def _given(job: Job, chunk: Chunk) -> Given:
    return Given(job.versions[0].mapped_source, chunk.recurring)


def _read(job: Job) -> Outcome:
    if job.lost:
        return Reject("extraction_failed", "the worker process died on this file, twice")
    if job.document is not None:
        return job.document
    data = read_file(job.file or "")
    content = payload(job.file or "", data) if isinstance(data, bytes) else data
    if isinstance(content, Reject):
        return content
    if sha256(content).hexdigest() != job.digest:
        return Reject("unreadable", "the file changed while it was read; the next run reads it again")
    return document(content)


def _guarded(tally: Tally, station: str, step: Callable[..., Any], *arguments: Any) -> Any:
    """What the step returns, or the reject that says how it failed."""
    try:
        return _timed(tally, station, step, *arguments)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        return Reject("extraction_failed", f"{type(error).__name__}: {error} ({where})"[:300])


def _timed(tally: Tally, station: str, step: Callable[..., Any], *arguments: Any) -> Any:
    begun = time.process_time()
    try:
        return step(*arguments)
    finally:
        tally.seconds[station] += time.process_time() - begun


def _validated(rows: list[Tables], outcomes: dict[int, Outcome]) -> dict[str, pl.DataFrame]:
    """Frames of the good articles; a document with a row that breaks a promise becomes a reject."""
    good, broken = frames(merged(rows))
    if not broken:
        return good
    document_of = {row["article_id"]: row["document_id"] for part in rows for row in part["articles"]}
    bad = {document_of[article]: rule for article, rule in broken.items()}
    for number, outcome in outcomes.items():
        if isinstance(outcome, Document) and outcome.document_id in bad:
            outcomes[number] = Reject("invalid_rows", bad[outcome.document_id])
    dropped = [article for article, owner in document_of.items() if owner in bad]
    return {table: frame.filter(~pl.col("article_id").is_in(dropped)) for table, frame in good.items()}


def _ledger_frames(chunk: Chunk, outcomes: dict[int, Outcome], tally: Tally) -> dict[str, pl.DataFrame]:
    files: list[Row] = []
    documents: dict[str, Row] = {}
    rejects: dict[str, Row] = {}  # by path: several stored versions of one may fail
    for number, job in enumerate(chunk.jobs):
        outcome = outcomes.get(number)
        files.extend(_file_row(chunk, version, job, outcome) for version in job.versions)
        if isinstance(outcome, Reject):
            named = [(version.path, outcome.reason, outcome.detail) for version in job.versions]
            tally.rejects.extend(named)
            for path, reason, detail in named:
                rejects.setdefault(path, {"path": path, "run_id": chunk.run_id, "reason": reason, "detail": detail})
            continue
        if outcome is not None:
            documents[outcome.document_id] = _document_row(chunk, outcome)
    rows = {"files": files, "documents": list(documents.values()), "rejects": list(rejects.values())}
    return {
        table: TABLES[table].validate(pl.DataFrame(part, schema=TABLES[table].create_empty().schema, orient="row"))
        for table, part in rows.items()
    }


def _file_row(chunk: Chunk, version: Version, job: Job, outcome: Outcome | None) -> Row:
    # A stored document that could be derived before keeps its rows and its place in the ledger.
    rejected = isinstance(outcome, Reject) and job.document is None
    digest = None if isinstance(outcome, Reject) and outcome.reason == "unreadable" else job.digest
    return {
        "path": version.path,
        "version_no": version.version_no,
        "document_id": digest[:16] if digest and not rejected else None,
        "sha256": digest,
        "size": version.size,
        "mtime_ns": version.mtime_ns,
        "first_seen_at": version.first_seen_at,
        "last_seen_at": chunk.now,
        "status": "rejected" if rejected else version.status,
        "mapped_source": version.mapped_source,
        "extractor_version": chunk.extractor_version,
        "batch_id": chunk.batch_id,
        "run_id": chunk.run_id,
    }


def _document_row(chunk: Chunk, read: Document) -> Row:
    columns = ("document_id", "sha256", "encoding", "byte_size", "text")
    return {column: getattr(read, column) for column in columns} | {"first_seen_at": chunk.now, "run_id": chunk.run_id}


def _write(chunk: Chunk, tables: dict[str, pl.DataFrame]) -> None:
    for table, frame in tables.items():
        if len(frame):
            frame.write_parquet(chunk.folder / f"{table}-{chunk.name}.parquet")
