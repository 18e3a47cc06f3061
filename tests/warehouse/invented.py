"""Invented contents, as the ingest stages them."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from transforms.records import identifier
from transforms.schema import TABLES
from warehouse.ledger import RunRow

NOON = datetime(2031, 5, 6, 12, 0, tzinfo=UTC)
DEFAULTS: dict[type, Any] = {
    pl.String: "",
    pl.Int64: 0,
    pl.Float64: 1.0,
    pl.Boolean: True,
    pl.List: [],
    pl.Datetime: NOON,
}

Rows = dict[str, list[dict[str, Any]]]
Stage = Callable[..., Path]


def frame(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """The rows as declared; what they leave out is null, or something harmless where null is not allowed."""
    columns = TABLES[table].columns()
    defaults = {name: None if c.nullable else DEFAULTS.get(type(c.dtype)) for name, c in columns.items()}
    schema = {name: column.dtype for name, column in columns.items()}
    return pl.DataFrame([defaults | row for row in rows], schema=schema, orient="row")


def content(path: str, text: str, version_no: int = 1, **file: Any) -> Rows:
    """A file that holds one article: a quote by `Ada Brook` over the first five characters, and her mention after it."""
    digest = sha256(text.encode()).hexdigest()
    document_id, article_id = digest[:16], identifier(digest[:16], 1)
    quote_id, name_id = identifier(article_id, 0, 5, "direct"), identifier("PERSON", "ada brook")
    at_article = {"article_id": article_id}
    ledger = {"path": path, "version_no": version_no, "document_id": document_id, "sha256": digest, "status": "current"}
    speaker = {"speaker_name_id": name_id, "speaker_name": "Ada Brook", "speaker_kind": "named_person"}
    return {
        "files": [ledger | {"extractor_version": "one"} | file],
        "documents": [{"document_id": document_id, "sha256": digest, "encoding": "utf-8", "text": text}],
        "articles": [at_article | {"document_id": document_id, "article_no": 1, "date_precision": "none"}],
        "segments": [at_article | {"segment_no": 1, "kind": "body", "char_start": 0, "char_end": len(text)}],
        "mentions": [
            at_article
            | {"name_id": name_id, "canonical_name": "Ada Brook", "surface": text[5:10], "kind": "name"}
            | {"label": "PERSON", "char_start": 5, "char_end": 10, "in_segment": "body"}
        ],
        "quotes": [
            at_article
            | {"quote_id": quote_id, "type": "direct", "content": text[:5], "char_start": 0, "char_end": 5}
            | {"n_words": 1, "n_verbatim_words": 1}
            | speaker
        ],
        "quote_spans": [
            at_article | {"quote_id": quote_id, "role": "content", "fragment_no": 1, "char_start": 0, "char_end": 5}
        ],
        "time_expressions": [
            at_article
            | {"surface": text[:5], "precision": "day", "basis": "relative", "char_start": 0, "char_end": 5}
            | {"in_segment": "body"}
        ],
        "article_topics": [at_article | {"topic_id": "medtop:15000000", "rank": 1, "method": "lexicon"}],
        "name_attributes": [
            at_article
            | {"name_id": name_id, "attribute": "title", "value": text[:5], "rule": "office"}
            | {"char_start": 0, "char_end": 5}
        ],
        "quote_topics": [
            at_article | {"quote_id": quote_id, "topic_id": "medtop:15000000", "rank": 1, "method": "lexicon"}
        ],
        "key_phrases": [
            at_article | {"phrase": text[:5], "surface": text[:5], "rank": 1, "char_start": 0, "char_end": 5}
        ],
    }


def refused(path: str, version_no: int = 1, **file: Any) -> Rows:
    """A file that gave no article."""
    ledger = {"path": path, "version_no": version_no, "status": "rejected", "extractor_version": "one"}
    return {
        "files": [ledger | file],
        "rejects": [{"path": path, "run_id": "a" * 16, "reason": "empty", "detail": "0 bytes"}],
    }


def run_row(run_id: str = "a" * 16, status: str = "running", **values: Any) -> RunRow:
    """A run at noon."""
    numbers = dict.fromkeys(("n_seen", "n_new", "n_changed", "n_unchanged", "n_rejected", "n_rederived"), 0)
    row: dict[str, Any] = {
        "run_id": run_id, "flow_run_id": None, "trigger": "direct", "started_at": NOON, "ended_at": None, "status": status,
        "code_version": "0.1.0", "model": "none", "config": "{}", "seconds": "{}",
    }  # fmt: skip
    return RunRow(**(row | numbers | values))


def staged(folder: Path, *chunks: Rows) -> Path:
    """Write chunks (each the rows by table) as one staged batch."""
    folder.mkdir()
    for number, chunk in enumerate(chunks):
        for table, rows in chunk.items():
            frame(table, rows).write_parquet(folder / f"{table}-{number}.parquet")
    return folder


def all_rows(con: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    """Every row of every table, sorted."""
    return {table: sorted(con.execute(f"FROM {table}").fetchall(), key=repr) for table in TABLES}
