"""Derived and refreshed tables: created from their declarations, rebuilt when these change, never migrated."""

import dataframely as dy
import duckdb
import polars as pl

from transforms.schema import DERIVED, REFRESHED

SQL_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
}


def rebuild(con: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that hold what can be recomputed be exactly as declared.

    One derived table that differs takes all of them with it, and every file's extractor_version is emptied, so that the
    next run derives all documents again from their stored text.
    """
    if any(columns(con, name) not in ([], declared(schema)) for name, schema in DERIVED.items()):
        _drop(con, list(DERIVED))
        con.execute("UPDATE files SET extractor_version = ''")
    _drop(con, [name for name, schema in REFRESHED.items() if columns(con, name) != declared(schema)])
    for name, schema in (DERIVED | REFRESHED).items():
        con.execute(f"CREATE TABLE IF NOT EXISTS {name} ({', '.join(map(_column_sql, declared(schema)))})")


def declared(schema: type[dy.Schema]) -> list[tuple[str, str, bool]]:
    """Name, SQL type and nullability of each declared column, in order."""
    return [(name, _sql_type(column.dtype), column.nullable) for name, column in schema.columns().items()]


def columns(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str, bool]]:
    """Name, SQL type and nullability of each column that the table has, in order; empty when there is no such table."""
    return con.execute(
        """
        SELECT column_name, data_type, is_nullable FROM duckdb_columns()
        WHERE table_name = ? AND schema_name = 'main'  -- the notes of who is who have a table of articles too
        ORDER BY column_index
        """,
        [table],
    ).fetchall()


def _drop(con: duckdb.DuckDBPyConnection, names: list[str]) -> None:
    for name in names:
        con.execute(f"DROP TABLE IF EXISTS {name}")


def _column_sql(column: tuple[str, str, bool]) -> str:
    name, sql_type, nullable = column
    return f'"{name}" {sql_type}' + ("" if nullable else " NOT NULL")


def _sql_type(dtype: pl.DataType) -> str:
    if isinstance(dtype, pl.List):
        return _sql_type(dtype.inner) + "[]"  # type: ignore[arg-type]
    if isinstance(dtype, pl.Datetime):
        return "TIMESTAMP WITH TIME ZONE" if dtype.time_zone else "TIMESTAMP"
    return SQL_TYPES[type(dtype)]
