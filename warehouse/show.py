"""Looking one thing up: an article, quote or entity by its identifier, with its place in the file."""

import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.database import open_published
from warehouse.errors import NoSingleMatch

AROUND = 200
MAX_PLACES = 10
LEAST_DIGITS = 6

KINDS = {"article": ("articles", "article_id"), "quote": ("quotes", "quote_id"), "entity": ("entities", "entity_id")}

SPANS = {
    "article": "SELECT article_id, min(char_start) AS s, max(char_end) AS e FROM segments WHERE article_id = $id GROUP BY 1",
    "quote": "SELECT article_id, char_start AS s, char_end AS e FROM quotes WHERE quote_id = $id",
    "entity": """
        SELECT article_id, char_start AS s, char_end AS e
        FROM mentions
        SEMI JOIN current_articles USING (article_id)
        WHERE entity_id = $id
        ORDER BY article_id, s
        LIMIT $most
    """,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a document: every path that holds it (current ones first), half-open offsets, line from 1, words around.

    `before` and `after` are up to 200 characters each.
    """

    paths: tuple[str, ...]
    char_start: int
    char_end: int
    line: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """What an identifier names (`article`, `quote` or `entity`): its row by column, and up to 10 places in the files."""

    kind: str
    identifier: str
    row: dict[str, object]
    places: list[Place]


def find(published: Path, identifier: str) -> Found:
    """The thing with this identifier, or with a unique beginning of one (six digits or more).

    Raises NoSingleMatch, naming the candidates, when none or several have it; Missing when nothing is published.
    """
    wanted = identifier.strip().lower()
    if not re.fullmatch(rf"[0-9a-f]{{{LEAST_DIGITS},16}}", wanted):
        raise NoSingleMatch(
            f"{identifier!r} is not an identifier", where="the identifier", fix="give 6 to 16 hexadecimal digits of one"
        )
    with open_published(published) as con:
        kind, found = _only_match(con, wanted)
        return Found(kind, found, _row(con, kind, found), _places(con, kind, found))


def _only_match(con: duckdb.DuckDBPyConnection, wanted: str) -> tuple[str, str]:
    matches = [
        (kind, row[0])
        for kind, (table, column) in KINDS.items()
        for row in con.execute(
            f"SELECT {column} FROM {table} WHERE starts_with({column}, ?) ORDER BY 1 LIMIT ?", [wanted, MAX_PLACES]
        ).fetchall()
    ]
    if not matches:
        raise NoSingleMatch(
            f"nothing is called {wanted}", where="articles, quotes and entities", fix="copy an identifier from a view"
        )
    if len(matches) > 1:
        names = ", ".join(f"{kind} {name}" for kind, name in matches[:MAX_PLACES])
        raise NoSingleMatch(f"several begin with {wanted}", where=names, fix="give more of its digits")
    return matches[0]


def _row(con: duckdb.DuckDBPyConnection, kind: str, identifier: str) -> dict[str, object]:
    table, column = KINDS[kind]
    cursor = con.execute(f"SELECT * FROM {table} WHERE {column} = ?", [identifier])
    names = [description[0] for description in cursor.description or ()]
    return dict(zip(names, cursor.fetchone() or (), strict=True))


def _places(con: duckdb.DuckDBPyConnection, kind: str, identifier: str) -> list[Place]:
    rows = con.execute(
        f"""
        WITH spans AS ({SPANS[kind]}),
        paths AS (
            SELECT document_id, list(path ORDER BY is_old, path) AS paths
            FROM (
                SELECT document_id, path, bool_and(status != 'current') AS is_old
                FROM files
                WHERE document_id IN (SELECT document_id FROM articles SEMI JOIN spans USING (article_id))
                GROUP BY document_id, path
            )
            GROUP BY document_id
        )
        SELECT
            coalesce(paths, []),
            s,
            e,
            s - length(replace(substr(text, 1, s), chr(10), '')) + 1,
            substr(text, greatest(s - $around, 0) + 1, least(s, $around)),
            substr(text, s + 1, e - s),
            substr(text, e + 1, $around)
        FROM spans
        JOIN articles USING (article_id)
        JOIN documents USING (document_id)
        LEFT JOIN paths USING (document_id)
        ORDER BY paths, s
        """,
        {"id": identifier, "around": AROUND} | ({"most": MAX_PLACES} if kind == "entity" else {}),
    ).fetchall()
    return [Place(tuple(paths), *rest) for paths, *rest in rows]
