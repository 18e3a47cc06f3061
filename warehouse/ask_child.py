"""The other side of `warehouse.ask`: a process of its own that runs one foreign query and can be killed.

Started by path with `python -I`, so it imports nothing of ours. Reads a JSON object on stdin, writes an Arrow stream to
stdout, or a JSON object with `kind` (`BadSql`, `OutOfMemory`) and `what` to stderr and exits with 1.
"""

import json
import os
import re
import resource
import sys
from typing import Any, NoReturn

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

ALLOWED = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
BATCH_ROWS = 1_000
# Address space beside the query's own: the runtime maps 0.55 GB for a first query with two threads (measured), Arrow copies.
RUNTIME_MB = 1_024
# Types that Polars cannot take from Arrow; they come back as text.
AS_TEXT = re.compile(r"\b(INTERVAL|UNION|BIT|BIGNUM|VARIANT|GEOMETRY|TIME_NS)\b")


class Refused(Exception):
    """Why a query is not run to its end: a kind of error, and what to say."""

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(kind, what)
        self.kind = kind
        self.what = what


def main() -> None:
    """Run the request on stdin within its limits."""
    request = json.load(sys.stdin)
    answer = _private_stdout()
    try:
        con = _connect(request)
        _forbid_files()
        _send(only_statement(con, request["sql"]), request, answer)
    except Refused as refusal:
        _exit(refusal.kind, refusal.what)
    # What fails while rows are streamed, Arrow raises with DuckDB's words: as OSError or its own kind.
    except (duckdb.Error, pa.ArrowException, OSError, MemoryError) as error:
        if isinstance(error, MemoryError) or "Out of Memory" in str(error):
            _exit("OutOfMemory", str(error).splitlines()[0] if str(error) else "out of memory")
        _exit("BadSql", str(error))


def _private_stdout() -> int:
    """A handle on stdout for the answer alone: DuckDB's logging and profiling print to what is then /dev/null."""
    answer = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answer


def _connect(request: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    space = (request["memory_mb"] + RUNTIME_MB) << 20
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    con = duckdb.connect(request["path"], read_only=True, config=request["config"])
    for setting in ("TimeZone = 'UTC'", "enable_external_access = false", "lock_configuration = true"):
        con.execute(f"SET {setting}")
    return con


def _forbid_files() -> None:
    """No file can be opened or grow from here on: `FROM enable_logging(storage := 'file')` passes DuckDB's own locks."""
    lowest_free = os.dup(0)
    os.close(lowest_free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest_free, lowest_free))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def only_statement(con: duckdb.DuckDBPyConnection, sql: str) -> duckdb.DuckDBPyRelation:
    """The rows of the query, not yet read. Raises Refused unless it is one SELECT or EXPLAIN, duckdb.Error for bad SQL."""
    statements = duckdb.extract_statements(sql)
    if len(statements) != 1 or statements[0].type not in ALLOWED:
        raise Refused("BadSql", "one SELECT or EXPLAIN statement is allowed, nothing else")
    try:
        rows = con.sql(statements[0].query)
    except duckdb.BinderException:
        con.execute(statements[0])  # fails in the same way, but names the line
        raise
    if rows is None:
        raise Refused("BadSql", "the statement gives no rows")
    return rows.project(", ".join(_columns(rows)))


def _columns(rows: duckdb.DuckDBPyRelation) -> list[str]:
    """Each column under a name of its own (`SELECT 1 AS a, 2 AS a` gives a and a_2), in a type that Polars can take."""
    taken: set[str] = set()
    columns = []
    for number, (printed, sql_type) in enumerate(zip(rows.columns, rows.types, strict=True), 1):
        name = printed
        while name in taken:
            name = f"{name}_{number}"
        taken.add(name)
        cast = "::VARCHAR" if AS_TEXT.search(str(sql_type)) else ""
        quoted = name.replace('"', '""')
        columns.append(f'#{number}{cast} AS "{quoted}"')
    return columns


def _send(rows: duckdb.DuckDBPyRelation, request: dict[str, Any], answer: int) -> None:
    left, room = request["limit_rows"], request["memory_mb"] << 20
    reader = rows.limit(left).to_arrow_reader(BATCH_ROWS)
    with os.fdopen(answer, "wb") as sink, pa.ipc.new_stream(sink, reader.schema) as stream:
        for batch in reader:
            room -= batch.nbytes
            if room < 0:
                raise Refused("OutOfMemory", f"the answer is larger than {request['memory_mb']} MB")
            stream.write_batch(batch)


def _exit(kind: str, what: str) -> NoReturn:
    json.dump({"kind": kind, "what": what}, sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main()
