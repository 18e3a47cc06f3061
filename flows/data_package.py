"""The data dictionary of an export: for programs a Frictionless Data Package (datapackage.org, version 2), for persons a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from warehouse.export import Column, Exportable

MAKER = "newsledger"
_TYPES = {
    "VARCHAR": "string", "BIGINT": "integer", "HUGEINT": "integer", "INTEGER": "integer", "DOUBLE": "number",
    "BOOLEAN": "boolean", "DATE": "date", "TIMESTAMP WITH TIME ZONE": "datetime",
}  # fmt: skip
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_README = """# newsledger export

Who said what, about what, in which source: every table and view of a warehouse, each as Parquet in `parquet/` and as CSV in
`csv/`. `datapackage.json` says the same as this page to programs, and holds the size and SHA-256 of every file.

- Parquet holds the values as they are. CSV is UTF-8 with a header, safe to open in a spreadsheet: text that would run as a
  formula begins with an apostrophe, signs that are not seen are written out (`[U+202E]`), lists are joined by `; `. An empty
  cell is an unknown value, `""` an empty text. Compute from Parquet.
- `documents.text` is in Parquet only: offsets are half-open `[char_start, char_end)`, counted in Unicode code points of it.
- Times are in UTC.
"""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written for a relation: its form (`csv` or `parquet`), path in the folder, size and SHA-256."""

    relation: Exportable
    form: str
    path: str
    size: int
    sha256: str


def package(files: Iterable[Exported], created: str | None) -> dict[str, Any]:
    """The descriptor, one resource a file; `created` is the time of the run whose data it is, as ISO 8601."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "newsledger",
        "title": "Who said what, about what, in which source",
        "generator": MAKER,
        **({"created": created} if created else {}),
        "resources": [_resource(file) for file in files],
    }


def readme(exported: Iterable[tuple[Exportable, int]]) -> str:
    """The page: each relation with its sentence, its number of rows and what its columns mean."""
    known = list(exported)
    parts = [_README.rstrip()]
    for kind in ("table", "view"):
        of_kind = [(relation, rows) for relation, rows in known if relation.kind == kind]
        parts += [f"## {kind.capitalize()}s"] if of_kind else []
        parts += [part for relation, rows in of_kind for part in _section(relation, rows)]
    return "\n\n".join(parts) + "\n"


def _resource(file: Exported) -> dict[str, Any]:
    relation = file.relation
    columns = relation.in_csv if file.form == "csv" else relation.columns
    schema: dict[str, Any] = {"fields": [_field(column, file.form) for column in columns]}
    if relation.key:
        schema["primaryKey"] = list(relation.key)
    return {
        "name": f"{relation.name}.{file.form}",
        "path": file.path,
        "title": relation.name,
        "description": relation.sentence,
        "format": file.form,
        "mediatype": _MEDIA[file.form],
        **({"encoding": "utf-8"} if file.form == "csv" else {}),
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }


def _field(column: Column, form: str) -> dict[str, Any]:
    is_list = column.sql_type.endswith("[]")
    kind = ("array" if form == "parquet" else "string") if is_list else _TYPES.get(column.sql_type, "any")
    constraints: dict[str, Any] = {}
    # In CSV an empty text and no text look alike to most readers: only what is never empty can be asked for.
    if column.is_required and (form == "parquet" or kind != "string" or column.words):
        constraints["required"] = True
    if column.words and not is_list:
        constraints["enum"] = list(column.words)
    field = {"name": column.name, "type": kind, "description": column.sentence}
    return field | ({"constraints": constraints} if constraints else {})


def _section(relation: Exportable, rows: int) -> Iterator[str]:
    yield f"### {relation.name}"
    yield f"{relation.sentence} ({rows:,} row{'' if rows == 1 else 's'})"
    lines = ["| column | type | meaning |", "| --- | --- | --- |"]
    for column in relation.columns:
        key = ", *key*" if column.name in relation.key else ""
        meaning = column.sentence.replace("|", "\\|").replace("\n", " ")
        lines.append(f"| `{column.name}` | {column.sql_type}{key} | {meaning} |")
    yield "\n".join(lines)
