"""Printing the rows of a query in one of six forms, with text from articles made harmless in each."""

import sys
from codecs import BOM_UTF8
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from flows.errors import UserError
from flows.files import replace_file
from flows.printable import printable
from flows.terminal import harmless, to_json, write_table
from reports.export import plain, to_csv

_ENDINGS = {".csv": "csv", ".json": "json", ".ndjson": "ndjson", ".md": "markdown", ".parquet": "parquet"}


def write_answer(answer: pl.DataFrame, form: str, out: Path | None) -> None:
    """Write the rows to stdout, or to a file that takes its place when it is whole.

    UserError where it cannot be written, and for a date that no text can hold.
    """
    rows = answer if form == "parquet" else printable(answer)
    if out is not None:
        _to_file(_as_bytes(rows, form), out)
    elif form == "table":
        write_table(rows.columns, map(_shown, rows.iter_rows()))
    elif form == "parquet" and sys.stdout.isatty():
        raise UserError("Parquet is no text for a terminal", where="--format parquet", fix="--out FILE.parquet")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(_as_bytes(rows, form).removeprefix(BOM_UTF8))  # a file needs the mark, a pipe does not


def form_of(asked: str | None, out: Path | None) -> str:
    """The form that was asked for; else the one that the name of the file ends with; a table without a file.

    UserError for a name that tells no form, and for a table in a file.
    """
    form = asked or ("table" if out is None else _ENDINGS.get(out.suffix.lower()))
    if out is None and form:
        return form
    if form in (None, "table"):
        raise UserError(
            "a table is for a terminal" if form else "its name does not tell the form of the rows",
            where=f"--out {out}",
            fix=f"end it in {', '.join(_ENDINGS)}, or say --format csv",
        )
    return str(form)


def _shown(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values of a row; what is nested without the names of Python's types."""
    return tuple(plain(value) if isinstance(value, list | dict | bytes) else value for value in row)


def _as_bytes(answer: pl.DataFrame, form: str) -> bytes:
    if form == "parquet":
        buffer = BytesIO()
        answer.write_parquet(buffer)
        return buffer.getvalue()
    if form == "csv":
        return to_csv(answer)
    if form == "markdown":
        return _markdown(answer).encode("utf-8")
    return _json(answer, form).encode("utf-8")


def _json(answer: pl.DataFrame, form: str) -> str:
    rows = [to_json(plain(row)) for row in answer.iter_rows(named=True)]
    return "[" + ",\n ".join(rows) + "]\n" if form == "json" else "".join(f"{row}\n" for row in rows)


def _markdown(answer: pl.DataFrame) -> str:
    lines = ["| " + " | ".join(map(_cell, answer.columns)) + " |", "|" + "---|" * answer.width]
    lines += ["| " + " | ".join(map(_cell, _shown(row))) + " |" for row in answer.iter_rows()]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    """A value that a Markdown table and the page made of it leave alone."""
    text = harmless("" if value is None else value)
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, "\\" + sign)
    return text


def _to_file(content: bytes, out: Path) -> None:
    try:
        replace_file(out, content)
    except OSError as error:
        raise UserError(
            f"cannot write: {error.strerror}", where=str(out), fix="name a file in a folder that exists"
        ) from error
