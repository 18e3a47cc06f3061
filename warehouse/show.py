"""Looking a thing up: an article, quote or entity by its identifier, or the articles of a file, with the place in the file."""

import re
from bisect import bisect_left
from collections.abc import Sequence
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
        SELECT article_id, min(char_start) AS s, arg_min(char_end, char_start) AS e
        FROM current_mentions
        WHERE entity_id = $id AND kind = 'name'
        GROUP BY article_id
        ORDER BY max(content_date) DESC NULLS LAST, article_id
        LIMIT $most
    """,
}

_PATHS = """
    SELECT path, path IN ($given, $absolute) AS is_whole
    FROM files
    WHERE is_whole OR ends_with(path, '/' || $given) OR ends_with($absolute, '/' || path)
    GROUP BY path
    ORDER BY is_whole DESC, path
    LIMIT $most
"""

_ARTICLES_OF_PATH = """
    SELECT article_id
    FROM articles
    WHERE document_id = (
        SELECT document_id
        FROM files
        WHERE path = $path AND document_id IN (SELECT document_id FROM articles)
        ORDER BY status = 'current' DESC, version_no DESC
        LIMIT 1
    )
    ORDER BY article_no
"""


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
class Piece:
    """A segment of an article: its role, the number of a body paragraph, half-open offsets in the document, its words.

    `quotes` are the spans of what is said in it, with offsets in the document too.
    """

    kind: str
    paragraph_no: int | None
    char_start: int
    char_end: int
    text: str
    quotes: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """What an identifier names (`article`, `quote` or `entity`): its row by column, and up to 10 places in the files.

    An entity's row also has its `names`, and what articles say of it (`roles`, `titles` …), each with its count;
    its places are the first in each of its latest articles. `segments` is the whole of an article as it was read; other things have none.
    """

    kind: str
    identifier: str
    row: dict[str, object]
    places: list[Place]
    segments: list[Piece]


def find(published: Path, identifier: str) -> Found:
    """The thing with this identifier, or with a unique beginning of one (six digits or more).

    Raises NoSingleMatch, naming the candidates, when none or several have it; Missing when nothing is published.
    """
    wanted = identifier.strip().lower()
    if not is_identifier(wanted):
        raise NoSingleMatch(
            f"{identifier!r} is not an identifier", where="the identifier", fix="give 6 to 16 hexadecimal digits of one"
        )
    with open_published(published) as con:
        return _found(con, *_only_match(con, wanted))


def find_named(published: Path, name: str) -> Found | None:
    """The entity that is called so across articles, whatever its capitals; None when there is none.

    Raises NoSingleMatch, naming them, when there are several; Missing when nothing is published.
    """
    with open_published(published) as con:
        rows = con.execute(
            "SELECT entity_id, type FROM entities WHERE lower(canonical_name) = lower(trim(?)) ORDER BY n_mentions DESC",
            [name],
        ).fetchall()
        if len(rows) > 1:
            known = ", ".join(f"{entity_id} {kind}" for entity_id, kind in rows[:MAX_PLACES])
            raise NoSingleMatch(f"several are called {name.strip()}", where=known, fix="give the identifier of one")
        return _found(con, "entity", rows[0][0]) if rows else None


def find_in_file(published: Path, given: str, absolute: str) -> list[Found]:
    """The articles of an ingested file, in order: of its current version, else of the last one that held any.

    The file may be given as the ledger names it, by the last parts of that name, or by its absolute path. Raises NoSingleMatch
    when the ledger knows none or several of that name, or the file gave no article; Missing when nothing is published.
    """
    with open_published(published) as con:
        path = _only_path(con, given, absolute)
        rows = con.execute(_ARTICLES_OF_PATH, {"path": path}).fetchall()
        if not rows:
            raise NoSingleMatch(
                f"{path} gave no article",
                where="the ledger of files",
                fix="newsledger status says why files are rejected",
            )
        return [_found(con, "article", article_id) for (article_id,) in rows]


def is_identifier(wanted: str) -> bool:
    """6 to 16 hexadecimal digits."""
    return re.fullmatch(rf"[0-9a-fA-F]{{{LEAST_DIGITS},16}}", wanted.strip()) is not None


def _only_path(con: duckdb.DuckDBPyConnection, given: str, absolute: str) -> str:
    """The file as the ledger names it; a whole name goes before the end of one."""
    rows = con.execute(_PATHS, {"given": given, "absolute": absolute, "most": MAX_PLACES}).fetchall()
    whole = [path for path, is_whole in rows if is_whole]
    paths = whole or [path for path, _ in rows]
    if not paths:
        raise NoSingleMatch(
            f"{given!r} is not an identifier, nor a file that was ingested",
            where="the ledger of files",
            fix="give 6 to 16 hexadecimal digits of an identifier, or the path of a file",
        )
    if len(paths) > 1:
        raise NoSingleMatch(f"several files are called {given}", where=", ".join(paths), fix="give more of the path")
    return str(paths[0])


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


def _found(con: duckdb.DuckDBPyConnection, kind: str, identifier: str) -> Found:
    pieces = _pieces(con, identifier) if kind == "article" else []
    said = _said_of(con, identifier) if kind == "entity" else {}
    return Found(kind, identifier, _row(con, kind, identifier) | said, _places(con, kind, identifier), pieces)


def _said_of(con: duckdb.DuckDBPyConnection, entity_id: str) -> dict[str, object]:
    """The names of an entity, and what articles say of it, the most frequent first."""
    rows = con.execute(
        """
        SELECT 'names', alias, n FROM entity_aliases WHERE entity_id = $id
        UNION ALL
        SELECT attribute || 's', "value", n_articles FROM entity_attributes WHERE entity_id = $id AND attribute <> 'country'
        ORDER BY ALL
        """,
        {"id": entity_id},
    ).fetchall()
    said: dict[str, object] = {}
    for field in dict.fromkeys(field for field, _, _ in rows):
        counted = sorted(((n, value) for name, value, n in rows if name == field), key=lambda row: (-row[0], row[1]))
        said[field] = [f"{value} ({n})" for n, value in counted[:MAX_PLACES]]
    return said


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


def _pieces(con: duckdb.DuckDBPyConnection, article_id: str) -> list[Piece]:
    """The segments of an article in order."""
    asked = [article_id]
    texts = con.execute("SELECT text FROM articles JOIN documents USING (document_id) WHERE article_id = ?", asked)
    text = str((texts.fetchone() or ("",))[0])
    quotes = con.execute(
        "SELECT DISTINCT char_start, char_end FROM quote_spans WHERE article_id = ? AND role = 'content' ORDER BY ALL",
        asked,
    ).fetchall()
    segments = con.execute(
        "SELECT kind, paragraph_no, char_start, char_end FROM segments WHERE article_id = ? ORDER BY segment_no", asked
    ).fetchall()
    return [
        Piece(kind, number, start, end, text[start:end], _inside(quotes, start, end))
        for kind, number, start, end in segments
    ]


def _inside(quotes: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The quotes that begin in the span, as far as they stand in it."""
    first, last = bisect_left(quotes, (start, 0)), bisect_left(quotes, (end, 0))
    return [(opened, min(closed, end)) for opened, closed in quotes[first:last]]
