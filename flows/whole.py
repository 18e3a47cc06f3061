"""The working file for a person's own change (a correction, a measurement): only a whole one may reach the readers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import UserError
from warehouse.database import open_for_write
from warehouse.reviews import all_derived
from warehouse.transaction import Connection


@contextmanager
def open_whole(work: Path) -> Iterator[Connection]:
    """The working file, to write. UserError when it is half done: its readers keep the whole one that they have."""
    with open_for_write(work) as con:
        if not all_derived(con):
            raise UserError(
                "the warehouse is not complete: what it holds must be read again first",
                where=str(work),
                fix="run `newsledger ingest` first",
            )
        yield con
