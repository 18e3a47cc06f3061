"""What a search shows of its best matches: the words, where they stand, and what is marked in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import polars as pl

from warehouse.named import folded
from warehouse.snippet import Marks, Span, best_part, spans_of

MarksOf = Callable[[Iterable[str]], Marks]

PIECE = 280  # characters of an article that are shown
_POOL = 400  # best matches, of which those with the same words are shown as one
_BEST_FIRST = "score DESC NULLS LAST, content_date DESC NULLS LAST, id"
# BM25 puts the shortest text first: a quote that is little more than the words of the search says nothing new.
_TELLING = "m.score * q.n_words / (q.n_words + 6)"

_QUOTES = f"""
    WITH pool AS (
        SELECT m.id, {_TELLING} AS score, q.*, count(*) OVER () AS total
        FROM matches AS m
        JOIN current_quotes AS q ON q.quote_id = m.id
        ORDER BY {_BEST_FIRST}
        LIMIT $pool
    ),
    shown AS MATERIALIZED (
        SELECT *, {folded("content")} AS folded
        FROM pool
        QUALIFY row_number() OVER (PARTITION BY folded ORDER BY {_BEST_FIRST}) = 1
        ORDER BY {_BEST_FIRST}
        LIMIT $most
    ),
    repeated AS (
        SELECT {folded("q.content")} AS folded, count(*) - 1 AS also_in
        FROM matches AS m
        JOIN current_quotes AS q ON q.quote_id = m.id
        WHERE {folded("q.content")} IN (SELECT folded FROM shown)
        GROUP BY ALL
    )
    SELECT
        id AS identifier, article_id, score, speaker, source, content_date, headline, path, char_start, char_end, content AS text,
        also_in, total
    FROM shown
    JOIN repeated USING (folded)
    ORDER BY {_BEST_FIRST}
"""

_ARTICLES = f"""
    WITH pool AS (
        SELECT
            m.id, m.score, a.*,
            count(*) OVER (PARTITION BY body_sha256) - 1 AS also_in, count(*) OVER () AS total
        FROM matches AS m
        JOIN current_articles AS a ON a.article_id = m.id
        ORDER BY {_BEST_FIRST}
        LIMIT $pool
    )
    SELECT
        id AS identifier, article_id, score, NULL AS speaker, source, content_date, headline, path, also_in, total
    FROM pool
    QUALIFY row_number() OVER (PARTITION BY body_sha256 ORDER BY {_BEST_FIRST}) = 1
    ORDER BY {_BEST_FIRST}
    LIMIT $most
"""

_PIECES = """
    SELECT article_id, s.char_start, substr(d.text, s.char_start + 1, s.char_end - s.char_start) AS text
    FROM segments AS s
    JOIN articles USING (article_id)
    JOIN documents AS d USING (document_id)
    WHERE s.kind IN ('subhead', 'body', 'crosshead') AND list_contains($articles, article_id)
    ORDER BY article_id, segment_no
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote, or an article with the piece of it that fits best.

    `text` stands at [char_start, char_end) of the file at `path`; `spans` are the marks in it, `headline_spans` those in the
    headline. `also_in` counts all other matches with the very same words, those beyond the limit too. `score` is null where nothing was ranked.
    """

    kind: str
    identifier: str
    article_id: str
    score: float | None
    speaker: str | None
    source: str
    content_date: date | None
    headline: str | None
    path: str
    char_start: int
    char_end: int
    text: str
    spans: list[Span]
    headline_spans: list[Span]
    also_in: int


def quote_hits(
    con: duckdb.DuckDBPyConnection, matches: pl.DataFrame, most: int, marks_of: MarksOf
) -> tuple[list[Hit], int]:
    """The best of the matches (`id`, a quote's, and `score`), and how many of them are current."""
    rows, total = _rows(con, _QUOTES, matches, most)
    marks = marks_of(row["text"] for row in rows)
    return [Hit("quote", **row, spans=spans_of(row["text"], marks), headline_spans=[]) for row in rows], total


def article_hits(
    con: duckdb.DuckDBPyConnection, matches: pl.DataFrame, most: int, marks_of: MarksOf
) -> tuple[list[Hit], int]:
    """The best of the matches (`id`, an article's, and `score`), and how many of them are current."""
    rows, total = _rows(con, _ARTICLES, matches, most)
    pieces: dict[str, list[tuple[int, str]]] = {row["identifier"]: [] for row in rows}
    for article_id, start, text in con.execute(_PIECES, {"articles": list(pieces)}).fetchall():
        pieces[article_id].append((start, text))
    headlines = [row["headline"] or "" for row in rows]
    marks = marks_of([*headlines, *(text for several in pieces.values() for _, text in several)])
    return [
        Hit("article", **row, **_piece(pieces[row["identifier"]], marks), headline_spans=spans_of(headline, marks))
        for row, headline in zip(rows, headlines, strict=True)
    ], total


def as_table(con: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """Keep a frame as a temporary table: there the planner sees how few rows it has."""
    con.register("held", frame)
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM held")
    con.unregister("held")


def _rows(
    con: duckdb.DuckDBPyConnection, sql: str, matches: pl.DataFrame, most: int
) -> tuple[list[dict[str, Any]], int]:
    as_table(con, "matches", matches)
    rows = con.execute(sql, {"most": most, "pool": max(_POOL, 4 * most)}).pl().to_dicts()
    total = rows[0]["total"] if rows else 0
    return [{name: value for name, value in row.items() if name != "total"} for row in rows], total


def _piece(pieces: list[tuple[int, str]], marks: Marks) -> dict[str, Any]:
    """The part of the pieces that shows most of what is marked; the beginning where nothing is."""
    best = {"char_start": 0, "char_end": 0, "text": "", "spans": list[Span]()}
    most_shown = -1
    for offset, text in pieces:
        spans = spans_of(text, marks)
        (start, end), shown = best_part(text, spans, PIECE)
        if shown > most_shown:
            most_shown = shown
            inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
            best = {"char_start": offset + start, "char_end": offset + end, "text": text[start:end], "spans": inside}
    return best
