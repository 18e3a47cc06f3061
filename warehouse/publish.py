"""Handing the working file to the readers: a finished copy takes the place of the published one in a single step."""

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.database import open_for_write, open_published
from warehouse.errors import WarehouseError
from warehouse.ledger import last_run
from warehouse.refresh import declared as declared_refresh
from warehouse.views import declared as declared_views
from warehouse.views import define_views


def publish(work: Path, published: Path) -> None:
    """Define the views and make `published` a copy of `work`; readers of the old copy keep it until they close it.

    A copy that a killed run left half-made is written over; one that cannot be finished (disk full) is removed.
    """
    published.parent.mkdir(parents=True, exist_ok=True)
    unfinished = published.with_name(published.name + ".unfinished")
    try:
        with open_for_write(work) as con:
            define_views(con)
            con.execute("CHECKPOINT")
            _copy_and_close(con, work, unfinished)
        os.replace(unfinished, published)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync(published.parent)


def is_published(con: duckdb.DuckDBPyConnection, published: Path) -> bool:
    """Whether the published file holds the working file's last run, as it ended, its corrections, and today's views and refreshed tables."""
    try:
        with open_published(published) as reader:
            views = reader.execute("SELECT name, sha256 FROM view_files ORDER BY name").fetchall()
            refreshed = reader.execute("SELECT name, sha256 FROM refresh_files ORDER BY name").fetchall()
            published_with = (last_run(reader), _corrections(reader), views, refreshed)
            return published_with == (last_run(con), _corrections(con), declared_views(), declared_refresh())
    except (WarehouseError, duckdb.Error):
        return False


def _corrections(con: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    """What persons corrected, took back and measured: a run that was killed before it published one is something to do."""
    measured = con.execute("SELECT max(measured_at) FROM quality_metrics").fetchall()
    return measured + con.execute("SELECT review_id, withdrawn_at FROM reviews ORDER BY review_id").fetchall()


def _copy_and_close(con: duckdb.DuckDBPyConnection, work: Path, target: Path) -> None:
    # Closing any handle on a file gives up this process's lock on it, so the connection is closed before the handle:
    # no other writer can come in while the copy is made.
    with work.open("rb") as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
        con.close()


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
