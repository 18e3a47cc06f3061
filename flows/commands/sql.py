"""newsledger sql"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.answers import form_of
from flows.errors import UserError
from flows.querying import Terms, answered
from flows.terminal import COMMON, Common, say, settings_of

Format = Literal["table", "csv", "json", "ndjson", "markdown", "parquet"]
_ROWS, _ROWS_IN_SHELL = 1_000, 40


def sql(
    query: Annotated[
        str | None,
        Parameter(
            help="One SELECT statement; absent, a shell on a terminal, else read from stdin as with `-`.",
            allow_leading_hyphen=True,
        ),
    ] = None,
    *,
    file: Annotated[Path | None, Parameter(name=["--file", "-f"], help="Read the statement from a file.")] = None,
    format: Annotated[
        Format | None, Parameter(help="How the rows are printed (default table, or as --out ends).")
    ] = None,
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help="Write to a file instead of stdout.")] = None,
    limit: Annotated[int | None, Parameter(help="Most rows (default 1,000, in the shell 40, in a file all).")] = None,
    timeout: Annotated[int | None, Parameter(help="Most seconds that the query may take (default 30).")] = None,
    common: Common = COMMON,
) -> int:
    """Ask the published warehouse in SQL, read-only, in a sandbox with limits of time and memory; without a statement, a shell."""
    settings = settings_of(common, sql_seconds=timeout)
    if limit is not None and limit < 1:
        raise UserError(f"--limit {limit} is no number from 1 up", where="newsledger sql", fix="--limit 1000")
    form = "ndjson" if common.json else form_of(format, out)
    most = limit or (_ROWS if out is None else None)
    terms = Terms(form, most, settings.sql_seconds, settings.sql_memory_mb, out)
    if query is None and file is None and out is None and sys.stdin.isatty() and sys.stdout.isatty():
        from flows.shell import shell

        return shell(settings, replace(terms, limit=limit or _ROWS_IN_SHELL), os.environ)
    n_rows, more = answered(settings.published, _statement(query, file), terms)
    if more and not common.quiet:
        say(f"the first {n_rows:,} rows of more: raise --limit for the rest")
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
