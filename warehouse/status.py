"""What the published file holds, in a few numbers."""

from dataclasses import dataclass
from pathlib import Path

from transforms.schema import TABLES
from warehouse.database import open_published
from warehouse.ledger import RunRow, last_run


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that gave no article: a word of the fixed vocabulary, and what exactly was wrong."""

    path: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Status:
    """Rows by table, the last run, and the files that it rejected."""

    tables: dict[str, int]
    last_run: RunRow | None
    rejects: list[Rejected]


def status(published: Path) -> Status:
    """Count what is published. Raises Missing when nothing is."""
    with open_published(published) as con:
        tables = {name: len(con.table(name)) for name in TABLES}
        run = last_run(con)
        rows = con.execute(
            "SELECT path, reason, detail FROM rejects WHERE run_id = ? ORDER BY path", [run.run_id if run else ""]
        ).fetchall()
    return Status(tables, run, [Rejected(*row) for row in rows])
