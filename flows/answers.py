"""Printing the rows of a query in one of six forms, with text from articles made harmless in each."""

import sys
from codecs import BOM_UTF8
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from flows.errors import UserError
from flows.files import replace_file
from flows.terminal import harmless, to_json, write_table
from reports.export import to_csv


def write_answer(answer: pl.DataFrame, form: str, out: Path | None) -> None:
    """Write the rows to stdout, or to a file that takes its place when it is whole."""
    if out is not None:
        _to_file(_as_bytes(answer, "csv" if form == "table" else form), out)
    elif form == "table":
        write_table(answer.columns, answer.rows())
    elif form == "parquet" and sys.stdout.isatty():
        raise UserError("Parquet is no text for a terminal", where="newsledger sql", fix="--out FILE.parquet")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(
            _as_bytes(answer, form).removeprefix(BOM_UTF8)
        )  # a file needs the mark, a pipe does not


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
    rows = [to_json(row) for row in answer.iter_rows(named=True)]
    return "[" + ",\n ".join(rows) + "]\n" if form == "json" else "".join(f"{row}\n" for row in rows)


def _markdown(answer: pl.DataFrame) -> str:
    lines = ["| " + " | ".join(map(_cell, answer.columns)) + " |", "|" + "---|" * answer.width]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in answer.iter_rows()]
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
