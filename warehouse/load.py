"""Loading a staged batch: a folder of Parquet files goes in with one transaction, or not at all.

The folder holds `<table>-<chunk>.parquet` for documents, files, rejects and every derived table; any may be missing.
"""

from pathlib import Path

import duckdb

from transforms.schema import DERIVED, DURABLE
from warehouse.transaction import transaction

STAGED = ("documents", "files", "rejects", *DERIVED)

REPLACED_ARTICLES = """
CREATE OR REPLACE TEMP TABLE replaced_articles AS
SELECT article_id FROM articles SEMI JOIN staged_documents USING (document_id)
UNION
SELECT article_id FROM staged_articles
"""


def load_batch(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Load the batch and return the rows written by table; loading it again changes nothing.

    Derived rows of the batch's documents are replaced, known documents and rejects are left, and the ledger follows:
    a new good version of a path supersedes the one before, a rejected one does not. A known document that is only in
    the batch's files and rejects could not be derived again: its rows stay as they were. Raises duckdb.Error with the
    database as it was.
    """
    with transaction(con):
        for table in STAGED:
            _stage(con, table, [str(file) for file in sorted(folder.glob(f"{table}-*.parquet"))])
        con.execute(REPLACED_ARTICLES)
        rows = {table: _replace(con, table) for table in DERIVED}
        rows |= {"documents": _add_documents(con), "files": _write_ledger(con), "rejects": _add_rejects(con)}
        for table in (*(f"staged_{name}" for name in STAGED), "replaced_articles"):
            con.execute(f"DROP TABLE {table}")
    return rows


def _stage(con: duckdb.DuckDBPyConnection, table: str, files: list[str]) -> None:
    """A temporary table with the staged rows; the same content read in two chunks counts once."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE staged_{table} AS FROM {table} LIMIT 0")
    if not files:
        return
    keys = ", ".join((DERIVED | DURABLE)[table].primary_key())
    once, order = (f"DISTINCT ON ({keys})", f"ORDER BY {keys}, filename") if keys else ("DISTINCT", "")
    con.execute(
        f"INSERT INTO staged_{table} BY NAME SELECT {once} * EXCLUDE (filename)"
        f" FROM read_parquet($files, filename = true, hive_partitioning = false) {order}",
        {"files": files},
    )


def _replace(con: duckdb.DuckDBPyConnection, table: str) -> int:
    con.execute(f"DELETE FROM {table} WHERE article_id IN (FROM replaced_articles)")
    return _count(con, f"INSERT INTO {table} BY NAME FROM staged_{table}")


def _add_documents(con: duckdb.DuckDBPyConnection) -> int:
    return _count(con, "INSERT INTO documents BY NAME FROM staged_documents ANTI JOIN documents USING (document_id)")


def _write_ledger(con: duckdb.DuckDBPyConnection) -> int:
    _pass_on_extractor_versions(con)
    kept = ("path", "version_no", "first_seen_at")
    updates = ", ".join(f"{name} = excluded.{name}" for name in DURABLE["files"].columns() if name not in kept)
    n_rows = _count(
        con,
        f"INSERT INTO files BY NAME FROM staged_files ON CONFLICT (path, version_no) DO UPDATE SET {updates}",
    )
    con.execute(
        """
        UPDATE files SET status = 'superseded'
        FROM (
            SELECT path, max(version_no) AS version_no
            FROM files
            WHERE status = 'current' AND path IN (SELECT path FROM staged_files)
            GROUP BY path
        ) AS latest
        WHERE files.path = latest.path AND files.version_no < latest.version_no AND files.status = 'current'
        """
    )
    return n_rows


def _pass_on_extractor_versions(con: duckdb.DuckDBPyConnection) -> None:
    """Copies of a content at other paths were derived with it, or were refused with it.

    A path that is staged for the first time was read for nothing but its content, whatever the rejects say of it.
    """
    con.execute(
        """
        UPDATE files SET extractor_version = staged.extractor_version
        FROM (
            SELECT document_id, any_value(extractor_version) AS extractor_version
            FROM staged_files
            WHERE document_id IN (SELECT document_id FROM staged_documents)
                OR (
                    path IN (SELECT path FROM staged_rejects)
                    AND (path, version_no, document_id) IN (SELECT (path, version_no, document_id) FROM files)
                )
            GROUP BY document_id
        ) AS staged
        WHERE files.document_id = staged.document_id AND files.extractor_version != staged.extractor_version
        """
    )


def _add_rejects(con: duckdb.DuckDBPyConnection) -> int:
    return _count(con, "INSERT INTO rejects BY NAME FROM staged_rejects ANTI JOIN rejects USING (path, run_id)")


def _count(con: duckdb.DuckDBPyConnection, insert: str) -> int:
    row = con.execute(insert).fetchone()
    return int(row[0]) if row else 0
