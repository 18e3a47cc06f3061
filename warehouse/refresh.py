"""What looks across articles: entities, their names, and the labels of topics, made again after every load."""

from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.identity import FOLDER as IDENTITY
from warehouse.identity import remember
from warehouse.prepare import DECLARATIONS
from warehouse.transaction import transaction

FOLDER = Path(__file__).parent.parent / "sql" / "refresh"
# Where the rules stand by which names are resolved.
RULES = tuple(Path(__file__).parent.parent / "transforms" / folder for folder in ("identity", "naming"))


def refresh(con: duckdb.DuckDBPyConnection) -> None:
    """Run the files of sql/refresh in alphabetical order, and note which they were, all in one transaction.

    Of entities only those are made anew whose names or articles changed, as `flows.identity.attach_names` saw before.
    """
    with transaction(con):
        remember(con)
        if _noted(con) != declared():
            con.execute("DELETE FROM entities")  # so that all are made anew
        for file in sorted(FOLDER.glob("*.sql")):
            con.execute(file.read_text("utf-8"))
        con.execute("CREATE OR REPLACE TABLE refresh_files (name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL)")
        names, digests = zip(*declared(), strict=True)
        con.execute("INSERT INTO refresh_files SELECT unnest($1), unnest($2)", [list(names), list(digests)])


def _noted(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    exists = con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'refresh_files'").fetchone()
    return con.execute("SELECT name, sha256 FROM refresh_files ORDER BY name, sha256").fetchall() if exists else []


def declared() -> list[tuple[str, str]]:
    """Name and SHA-256 of what makes the refreshed tables, their declarations among it, in order of names.

    The table refresh_files holds the same where they are up to date.
    """
    files = (*FOLDER.glob("*.sql"), *DECLARATIONS.glob("*.py"))
    digests = [(file.name, sha256(file.read_bytes()).hexdigest()) for file in files]
    return sorted([*digests, ("identity", rules())])


def rules() -> str:
    """SHA-256 of what resolves names: with another one, all of them are resolved again."""
    found = (file for folder in (*RULES, IDENTITY) for file in folder.iterdir())
    files = [file for file in found if file.suffix in (".csv", ".py", ".sql")]
    return sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()
