"""What looks across articles: entities, their names, and the labels of topics, made again after every load."""

from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.prepare import DECLARATIONS
from warehouse.transaction import transaction

FOLDER = Path(__file__).parent.parent / "sql" / "refresh"


def refresh(con: duckdb.DuckDBPyConnection) -> None:
    """Run the files of sql/refresh in alphabetical order, and note which they were, all in one transaction."""
    with transaction(con):
        for file in sorted(FOLDER.glob("*.sql")):
            con.execute(file.read_text("utf-8"))
        con.execute("CREATE OR REPLACE TABLE refresh_files (name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL)")
        con.executemany("INSERT INTO refresh_files VALUES (?, ?)", declared())


def declared() -> list[tuple[str, str]]:
    """Name and SHA-256 of what makes the refreshed tables, their declarations among it, in order of names.

    The table refresh_files holds the same where they are up to date.
    """
    files = (*FOLDER.glob("*.sql"), DECLARATIONS)
    return sorted((file.name, sha256(file.read_bytes()).hexdigest()) for file in files)
