"""Every table and view as a file: Parquet with all that is in it, CSV that a spreadsheet opens without harm."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import dataframely as dy
import duckdb

from transforms.schema import TABLES
from warehouse.errors import WarehouseError
from warehouse.tables import columns as columns_of
from warehouse.views import View, catalogue

# Offsets count in this text to the character, which no cell that is made harmless keeps; a spreadsheet cuts it off besides.
_PARQUET_ONLY = {("documents", "text")}
# What would act on a reader, as in reports/text.py (controls, separators, byte order mark, marks of direction), and what a
# spreadsheet runs (OWASP, "CSV Injection").
_UNSEEN = (
    r"[\x00-\x08\x0B-\x1F\x7F-\x{9F}\x{2028}\x{2029}\x{FEFF}\x{061C}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]"
)
_FORMULA = r"^(\s*[=+\-@＝＋－＠]|[\t\r\n])"
# An ORDER BY at the end of a statement, outside all brackets.
_ORDERED = re.compile(r"ORDER BY (?:[^()]|\((?:[^()]|\([^()]*\))*\))*;?\s*$")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its SQL type and its sentence; `words` is the vocabulary of one that has a fixed one."""

    name: str
    sql_type: str
    sentence: str
    is_required: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exportable:
    """A table, or a view with the question that it answers; `key` are the columns that tell rows apart, `order` sorts them."""

    name: str
    kind: str
    sentence: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: str

    @property
    def in_csv(self) -> tuple[Column, ...]:
        """The columns that the CSV has."""
        return tuple(column for column in self.columns if (self.name, column.name) not in _PARQUET_ONLY)


def exportables(con: duckdb.DuckDBPyConnection) -> list[Exportable]:
    """What can be exported: the declared tables that the file has, then its views."""
    held = {
        name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'").fetchall()
    }
    statements = dict(con.execute("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal").fetchall())
    tables = [_table(con, name, schema) for name, schema in TABLES.items() if name in held]
    return tables + [_view(con, view, statements[view.name]) for view in catalogue(con)]


def write_relation(con: duckdb.DuckDBPyConnection, relation: Exportable, parquet: Path, csv: Path) -> int:
    """Write both files, the same bytes for the same rows, and return the number of rows. Raises WarehouseError."""
    order = f" ORDER BY {relation.order}" if relation.order else ""
    try:
        # Sums of fractions differ in their last digit with the order in which threads take the rows.
        for setting in ("threads = 1", "enable_progress_bar = false", "TimeZone = 'UTC'"):
            con.execute(f"SET {setting}")
        copied = con.execute(
            f'COPY (SELECT * FROM "{relation.name}"{order}) TO {_literal(parquet)} (FORMAT parquet, COMPRESSION zstd)'
        ).fetchone()
        con.execute(
            f"COPY (SELECT {_cells(relation.in_csv)} FROM read_parquet({_very_file(parquet)}, hive_partitioning = false)) TO {_literal(csv)}"
            " (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"')"
        )
    except duckdb.Error as error:
        raise WarehouseError(
            str(error).splitlines()[0],
            where=f"the {relation.kind} {relation.name}",
            fix="free disk space, or use --only",
        ) from error
    return int(copied[0]) if copied else 0


def _table(con: duckdb.DuckDBPyConnection, name: str, schema: type[dy.Schema]) -> Exportable:
    types = {column: sql_type for column, sql_type, _ in columns_of(con, name)}
    described = {column: schema.columns()[column] for column in types if column in schema.columns()}
    key = tuple(column for column, declared in described.items() if declared.primary_key)
    columns = tuple(
        Column(
            column,
            types[column],
            declared.description or "",
            not declared.nullable,
            tuple((declared.metadata or {}).get("one_of", ())),
        )
        for column, declared in described.items()
    )
    return Exportable(name, "table", (schema.__doc__ or "").strip(), columns, key, _quoted(key) if key else "ALL")


def _view(con: duckdb.DuckDBPyConnection, view: View, statement: str) -> Exportable:
    types = {column: sql_type for column, sql_type, _ in columns_of(con, view.name)}
    columns = tuple(Column(name, types[name], sentence, False) for name, sentence in view.columns.items())
    return Exportable(view.name, "view", view.question, columns, (), "" if _ORDERED.search(statement) else "ALL")


def _cells(columns: Iterable[Column]) -> str:
    """The columns as a spreadsheet may have them; the first name carries the mark by which Excel knows UTF-8."""
    return ", ".join(
        f'{_cell(column)} AS "{"" if number else _BYTE_ORDER_MARK}{column.name}"'
        for number, column in enumerate(columns)
    )


def _cell(column: Column) -> str:
    name = f'"{column.name}"'
    if column.sql_type.endswith("[]"):
        return _inert(f"array_to_string({name}::VARCHAR[], '; ')")
    if column.sql_type == "VARCHAR":
        return _inert(name)
    if column.sql_type == "TIMESTAMP WITH TIME ZONE":
        return f"strftime({name}, '%Y-%m-%dT%H:%M:%S.%fZ')"
    return name


def _inert(words: str) -> str:
    """Words that a spreadsheet does not run, with every sign that is not seen written out as `[U+202E]`."""
    guarded = f"regexp_replace({words}, '{_FORMULA}', '''\\1')"
    sign = f"if(regexp_matches(sign, '{_UNSEEN}'), format('[U+{{:04X}}]', unicode(sign)), sign)"
    seen = f"array_to_string(list_transform(string_split({guarded}, ''), lambda sign: {sign}), '')"
    return f"CASE WHEN regexp_matches({words}, '{_UNSEEN}') THEN {seen} ELSE {guarded} END"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _very_file(path: Path) -> str:
    """This file and no other: DuckDB takes a path for a pattern, in which a backslash parts folders and cannot be escaped."""
    pattern = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))
    return _literal(pattern.replace("\\", "?"))


def _literal(path: Path | str) -> str:
    return "'" + str(path).replace("'", "''") + "'"
