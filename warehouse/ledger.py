"""The ledger: which files, contents and runs the warehouse knows."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import datetime

import duckdb

from warehouse.transaction import transaction


@dataclass(frozen=True, slots=True)
class KnownFile:
    """The latest version of a path; `document_id` is None when it was rejected."""

    path: str
    version_no: int
    document_id: str | None
    sha256: str | None
    size: int
    mtime_ns: int
    status: str
    mapped_source: str | None
    extractor_version: str


@dataclass(frozen=True, slots=True)
class StaleDocument:
    """A content to derive again, with the ledger row of the first path that holds it, or else held it."""

    document_id: str
    sha256: str
    encoding: str
    byte_size: int
    path: str
    version_no: int
    size: int
    mtime_ns: int
    first_seen_at: datetime
    status: str
    mapped_source: str | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """A row of the table runs: its columns in the order of `transforms.schema.Runs`. Times are aware, in UTC."""

    run_id: str
    flow_run_id: str | None
    trigger: str
    started_at: datetime
    ended_at: datetime | None
    status: str
    code_version: str
    model: str
    config: str
    n_seen: int
    n_new: int
    n_changed: int
    n_unchanged: int
    n_rejected: int
    n_rederived: int
    seconds: str


def known_files(con: duckdb.DuckDBPyConnection) -> dict[str, KnownFile]:
    """The latest version of every path, good or rejected, by path."""
    rows = con.execute(
        f"SELECT DISTINCT ON (path) {_columns(KnownFile)} FROM files ORDER BY path, version_no DESC"
    ).fetchall()
    return {row[0]: KnownFile(*row) for row in rows}


def stale_documents(con: duckdb.DuckDBPyConnection, extractor_version: str | None) -> list[StaleDocument]:
    """The contents with a file row of another extractor version, current or superseded; all of them for None.

    Of several paths the first in alphabetical order speaks, a current one before a superseded one, so that the source
    map of a path that is still there decides.
    """
    rows = con.execute(
        """
        SELECT DISTINCT ON (d.document_id)
            d.document_id, d.sha256, d.encoding, d.byte_size,
            f.path, f.version_no, f.size, f.mtime_ns, f.first_seen_at, f.status, f.mapped_source
        FROM documents AS d
        JOIN files AS f USING (document_id)
        SEMI JOIN (
            SELECT document_id FROM files WHERE extractor_version IS DISTINCT FROM $wanted
        ) AS stale ON stale.document_id = d.document_id
        ORDER BY d.document_id, f.status, f.path, f.version_no
        """,
        {"wanted": extractor_version},
    ).fetchall()
    return [StaleDocument(*row) for row in rows]


def stored_texts(con: duckdb.DuckDBPyConnection, document_ids: Iterable[str]) -> dict[str, str]:
    """The decoded text of each of the contents, by id; ids that are not stored are left out."""
    rows = con.execute(
        "SELECT document_id, text FROM documents WHERE document_id IN (SELECT unnest($ids))",
        {"ids": list(document_ids)},
    ).fetchall()
    return dict(rows)


def recurring_lines(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """By source, the lines that recur over its articles, as of the last refresh; `""` is the unknown source."""
    rows = con.execute("SELECT source, list(line) FROM recurring_lines GROUP BY source").fetchall()
    return dict(rows)


def begin_run(con: duckdb.DuckDBPyConnection, run: RunRow) -> None:
    """Write the run; earlier ones that still say `running` were killed and become `interrupted`."""
    with transaction(con):
        con.execute("UPDATE runs SET status = 'interrupted' WHERE status = 'running' AND run_id != ?", [run.run_id])
        _replace_run(con, run)


def finish_run(con: duckdb.DuckDBPyConnection, run: RunRow) -> None:
    """Write the run again, with its end, counts and status."""
    with transaction(con):
        _replace_run(con, run)


def last_run(con: duckdb.DuckDBPyConnection) -> RunRow | None:
    """The run that started last; None before the first."""
    row = con.execute(f"SELECT {_columns(RunRow)} FROM runs ORDER BY started_at DESC, run_id LIMIT 1").fetchone()
    return RunRow(*row) if row else None


def touch_files(con: duckdb.DuckDBPyConnection, touched: list[tuple[str, int, int, int]]) -> None:
    """Record new sizes and times of files whose content is as it was: (path, version_no, size, mtime in nanoseconds)."""
    if not touched:
        return
    import polars as pl  # half a second that a run with nothing to touch need not pay

    schema = {"path": pl.String, "version_no": pl.Int64, "size": pl.Int64, "mtime_ns": pl.Int64}
    con.register("touched_files", pl.DataFrame(touched, schema=schema, orient="row"))
    try:
        con.execute(
            "UPDATE files SET size = t.size, mtime_ns = t.mtime_ns, last_seen_at = now()"
            " FROM touched_files AS t WHERE files.path = t.path AND files.version_no = t.version_no"
        )
    finally:
        con.unregister("touched_files")


def _replace_run(con: duckdb.DuckDBPyConnection, run: RunRow) -> None:
    con.execute("DELETE FROM runs WHERE run_id = ?", [run.run_id])
    marks = ", ".join("?" for _ in fields(RunRow))
    con.execute(f"INSERT INTO runs ({_columns(RunRow)}) VALUES ({marks})", list(astuple(run)))


def _columns(row: type[KnownFile | RunRow]) -> str:
    return ", ".join(f'"{field.name}"' for field in fields(row))
