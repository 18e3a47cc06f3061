"""Are the tables as declared? Told by a seal, since importing the declarations takes longer than an idle run."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.transaction import transaction
from warehouse.views import forget_views

DECLARATIONS = Path(__file__).parent.parent / "transforms" / "schema"


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Rebuild the tables that can be recomputed, unless neither they nor their declarations have changed since."""
    if _noted(con) == _seal(con):
        return
    from warehouse.tables import rebuild

    with transaction(con):
        rebuild(con)
        forget_views(con)
        con.execute("CREATE OR REPLACE TABLE declarations (seal VARCHAR NOT NULL)")
        con.execute("INSERT INTO declarations VALUES (?)", [_seal(con)])


def _noted(con: duckdb.DuckDBPyConnection) -> str | None:
    exists = con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'declarations'").fetchone()
    row = con.execute("SELECT seal FROM declarations").fetchone() if exists else None
    return str(row[0]) if row else None


def _seal(con: duckdb.DuckDBPyConnection) -> str:
    """Digest of the declarations' source and of the columns that the tables have, but for the notes of what was done."""
    columns = con.execute(
        """
        SELECT table_name, column_name, data_type, is_nullable
        FROM duckdb_columns()
        WHERE NOT internal AND table_oid IN (SELECT table_oid FROM duckdb_tables() WHERE NOT temporary)
            AND table_name NOT IN ('declarations', 'view_files', 'refresh_files') AND schema_name != 'identity'
        ORDER BY table_name, column_index
        """
    ).fetchall()
    return sha256(_source() + repr(columns).encode()).hexdigest()


@cache
def _source() -> bytes:
    return b"".join(file.read_bytes() for file in sorted(DECLARATIONS.glob("*.py")))
