"""A warehouse of its own for every test, and batches to load into it."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from invented import Rows, Stage, staged

from warehouse.database import OFFLINE, open_for_write


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Write chunks (each the rows by table) as one staged batch and return its folder."""
    n_batches = 0

    def write(*chunks: Rows) -> Path:
        nonlocal n_batches
        n_batches += 1
        return staged(tmp_path / f"batch [{n_batches}] *", *chunks)

    return write


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "data" / "work.duckdb"


@pytest.fixture(scope="session")
def _new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("new") / "work.duckdb"
    with open_for_write(file):
        return file


@pytest.fixture
def con(_new: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """What stands in a new working file, in memory: copied, since that takes a third of making it."""
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"ATTACH '{_new}' AS new (READ_ONLY)")
        connection.execute("COPY FROM DATABASE new TO memory")
        connection.execute("DETACH new")
        yield connection
