"""What looks across articles: entities, their names, and the labels of topics, made again after every load."""

from pathlib import Path

import duckdb

from warehouse.transaction import transaction

FOLDER = Path(__file__).parent.parent / "sql" / "refresh"


def refresh(con: duckdb.DuckDBPyConnection) -> None:
    """Run the files of sql/refresh in alphabetical order, all in one transaction."""
    with transaction(con):
        for file in sorted(FOLDER.glob("*.sql")):
            con.execute(file.read_text("utf-8"))
