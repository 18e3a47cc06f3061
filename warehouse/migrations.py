"""Durable tables: numbered SQL files, each applied once, each in one transaction."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.transaction import transaction

FOLDER = Path(__file__).parent.parent / "sql" / "migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """A file of sql/migrations: `001_durable.sql` is version 1, name `durable`."""

    version: int
    name: str
    sql: str


def migrate(con: duckdb.DuckDBPyConnection) -> None:
    """Apply the pending files in order; `schema_version` gets a row for each. A failing file leaves no trace."""
    for migration in pending(con):
        with transaction(con):
            con.execute(migration.sql)
            con.execute(
                "CREATE TABLE IF NOT EXISTS schema_version"
                " (version BIGINT PRIMARY KEY, name VARCHAR NOT NULL, applied_at TIMESTAMP WITH TIME ZONE NOT NULL)"
            )
            con.execute("INSERT INTO schema_version VALUES (?, ?, now())", [migration.version, migration.name])


def pending(con: duckdb.DuckDBPyConnection) -> list[Migration]:
    """The files that this database has not seen, in order of their number."""
    done = version(con)
    return [migration for migration in _all() if migration.version > done]


def version(con: duckdb.DuckDBPyConnection) -> int:
    """Number of the last file applied; 0 for an empty database."""
    exists = con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'schema_version'").fetchone()
    row = con.execute("SELECT coalesce(max(version), 0) FROM schema_version").fetchone() if exists else None
    return int(row[0]) if row else 0


def _all() -> list[Migration]:
    files = sorted(FOLDER.glob("[0-9]*.sql"))
    return [Migration(int(f.stem.split("_")[0]), f.stem.split("_", 1)[1], f.read_text("utf-8")) for f in files]
