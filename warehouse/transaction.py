"""All or nothing: what is done inside is committed together, or leaves the database as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

Connection = duckdb.DuckDBPyConnection  # for those who hand one on and may not import duckdb


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit at the end, roll back on any error and on Ctrl-C. They do not nest: DuckDB raises TransactionException."""
    con.execute("BEGIN")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
