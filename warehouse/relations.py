"""What can be asked: the tables and views of a published file with their columns."""

from dataclasses import dataclass

import duckdb


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view (`kind`), its sentence (empty for tables), and the SQL type and sentence of each column by name, in order."""

    name: str
    kind: str
    sentence: str
    columns: dict[str, tuple[str, str]]


def relations(con: duckdb.DuckDBPyConnection) -> list[Relation]:
    """The views, then the tables that readers may know, each in alphabetical order."""
    rows = con.execute(
        """
        SELECT r.name, r.kind, coalesce(r.comment, ''), c.column_name, c.data_type, coalesce(c.comment, '')
        FROM (
            SELECT view_name AS name, 'view' AS kind, comment, view_oid AS oid, database_oid FROM duckdb_views() WHERE NOT internal
            UNION ALL
            SELECT table_name, 'table', comment, table_oid, database_oid FROM duckdb_tables() WHERE schema_name = 'main'
        ) AS r
        JOIN duckdb_columns() AS c ON c.table_oid = r.oid AND c.database_oid = r.database_oid
        ORDER BY r.kind DESC, r.name, c.column_index
        """
    ).fetchall()
    found: dict[str, Relation] = {}
    for name, kind, sentence, column, sql_type, meaning in rows:
        found.setdefault(name, Relation(name, kind, sentence, {})).columns[column] = (sql_type, meaning)
    return list(found.values())
