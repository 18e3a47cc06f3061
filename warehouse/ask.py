"""Ad-hoc SQL: foreign queries in a sandbox, our own in this process.

A foreign query runs in a child process that can read the published file and nothing else. DuckDB's own locks are not
enough: some functions cannot be interrupted, so only killing the process stops them; see `ask_child` for the other limits.
"""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import duckdb
import polars as pl

from warehouse.database import OFFLINE, open_published
from warehouse.errors import BadSql, OutOfMemory, TimedOut, WarehouseError

CHILD = Path(__file__).with_name("ask_child.py")
SANDBOX = OFFLINE | {
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "threads": "2",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One SELECT or EXPLAIN, and what it may cost: rows of the answer, seconds of wall time, megabytes of memory."""

    sql: str
    limit_rows: int = 1_000
    timeout_seconds: float = 30.0
    memory_mb: int = 500


def ask(published: Path, question: Question) -> pl.DataFrame:
    """Answer a foreign query from the published file; the first `limit_rows` rows, types kept.

    Raises Missing, BadSql (DuckDB's message with the offending line), TimedOut or OutOfMemory.
    """
    with open_published(published):
        pass
    request = {
        "path": str(published),
        "sql": question.sql,
        "limit_rows": question.limit_rows,
        "memory_mb": question.memory_mb,
        "config": SANDBOX | {"memory_limit": f"{question.memory_mb}MB"},
    }
    answer, complaint, code = _run_child(json.dumps(request).encode(), question.timeout_seconds)
    if code != 0:
        raise _as_ours(complaint, code)
    return pl.read_ipc_stream(BytesIO(answer))


def read_frame(warehouse: duckdb.DuckDBPyConnection | Path, sql: str) -> pl.DataFrame:
    """The rows of a query of our own, read in this process. Raises BadSql, and Missing for a path without a file."""
    if isinstance(warehouse, Path):
        with open_published(warehouse) as con:
            return read_frame(con, sql)
    try:
        return warehouse.sql(sql).pl()
    except duckdb.Error as error:
        raise BadSql(
            str(error), where="a query of the program", fix="publish again; report it if that does not help"
        ) from error


def _run_child(request: bytes, timeout_seconds: float) -> tuple[bytes, bytes, int]:
    command = [sys.executable, "-I", str(CHILD)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True, env={}) as child:
        try:
            answer, complaint = child.communicate(request, timeout_seconds)
        except subprocess.TimeoutExpired as error:
            raise TimedOut(
                f"the query took longer than {timeout_seconds:g} s",
                where="the query",
                fix="narrow it, or raise --timeout",
            ) from error
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
    return answer, complaint, child.returncode


def _as_ours(complaint: bytes, code: int) -> WarehouseError:
    try:
        report = json.loads(complaint)
    except ValueError:
        # The process ended before it could say why: an allocation failed in a library, or DuckDB aborted.
        out_of_memory = b"alloc" in complaint or code == -signal.SIGKILL
        report = {
            "kind": "OutOfMemory" if out_of_memory else "BadSql",
            "what": f"the query ended its process (code {code})",
        }
    if report["kind"] == "OutOfMemory":
        return OutOfMemory(report["what"], where="the query", fix="narrow it, or raise sql_memory_mb")
    return BadSql(report["what"], where="the query", fix="SHOW TABLES and DESCRIBE <view> list what can be asked")
