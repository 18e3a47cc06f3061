"""benchmarks/hostile.py: which rows of the warehouse a hostile file is held to."""

from pathlib import Path

import duckdb

from benchmarks.hostile import look
from warehouse.database import open_for_write

COLUMNS = "path, version_no, size, mtime_ns, first_seen_at, last_seen_at, status, extractor_version, batch_id, run_id"


def test_a_file_is_known_by_its_newest_version(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with open_for_write(Path(":memory:")) as con:
        for version, status in ((2, "current"), (1, "superseded"), (3, "rejected")):
            _enter(con, file, version, status)
        assert look(con, file).status == "rejected"
        assert look(con, tmp_path / "b.txt").status is None


def _enter(con: duckdb.DuckDBPyConnection, file: Path, version: int, status: str) -> None:
    values = [str(file.parent.resolve() / file.name), version, 1, 1, status]
    con.execute(f"INSERT INTO files ({COLUMNS}) VALUES (?, ?, ?, ?, now(), now(), ?, 'one', 'b', 'r')", values)
