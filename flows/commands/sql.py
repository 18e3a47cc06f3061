"""newsledger sql"""

import sys
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
from cyclopts import Parameter

from flows.answers import write_answer
from flows.errors import UserError
from flows.terminal import COMMON, Common, say, settings_of
from warehouse.ask import Question, ask

Format = Literal["table", "csv", "json", "ndjson", "markdown", "parquet"]


def sql(
    query: Annotated[
        str | None,
        Parameter(help="One SELECT statement; read from stdin when absent or `-`.", allow_leading_hyphen=True),
    ] = None,
    *,
    file: Annotated[Path | None, Parameter(name=["--file", "-f"], help="Read the statement from a file.")] = None,
    format: Annotated[Format, Parameter(help="How the rows are printed.")] = "table",
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help="Write to a file instead of stdout.")] = None,
    limit: Annotated[int, Parameter(help="Most rows to fetch.")] = 1_000,
    timeout: Annotated[int | None, Parameter(help="Most seconds that the query may take (default 30).")] = None,
    common: Common = COMMON,
) -> int:
    """Ask the published warehouse in SQL, read-only, in a sandbox with limits of time and memory."""
    settings = settings_of(common, sql_seconds=timeout)
    if limit < 1:
        raise UserError(f"--limit {limit} is no number from 1 up", where="newsledger sql", fix="--limit 1000")
    question = Question(_statement(query, file), limit + 1, settings.sql_seconds, settings.sql_memory_mb)
    answer: pl.DataFrame = ask(settings.published, question)
    write_answer(answer.head(limit), "ndjson" if common.json else format, out)
    if len(answer) > limit and not common.quiet:
        say(f"the first {limit:,} rows of more: raise --limit for the rest")
    return 0


def _statement(query: str | None, file: Path | None) -> str:
    if query is not None and file is not None:
        raise UserError("a statement and a file were given", where="newsledger sql", fix="give one of them")
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(
                f"cannot read the statement: {error}", where=str(file), fix="name a UTF-8 text file"
            ) from error
    if query in (None, "-"):
        if sys.stdin.isatty():
            raise UserError("no statement", where="newsledger sql", fix='newsledger sql "FROM top_speakers"')
        return sys.stdin.read()
    return str(query)
