"""The topic classifiers of a warehouse: which is in force, what it can learn from, and the topics that it gives."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from typing import Any

import duckdb

from warehouse.transaction import transaction

Connection = duckdb.DuckDBPyConnection

# Titles, section and body of chosen articles, as their extractor reads them. Ids go in as one text: DuckDB looks for modules
# that are not installed at every item of a list.
_TEXTS = """
SELECT a.article_id, a.headline, a.subhead, a.section, coalesce(b.body, '')
FROM articles AS a
LEFT JOIN (
    SELECT s.article_id, string_agg(substr(d.text, s.char_start + 1, s.char_end - s.char_start), chr(10) ORDER BY s.segment_no) AS body
    FROM segments AS s
    JOIN articles AS x USING (article_id)
    JOIN documents AS d USING (document_id)
    WHERE s.kind = 'body' AND s.article_id IN (SELECT unnest(string_split($ids, ',')))
    GROUP BY s.article_id
) AS b USING (article_id)
WHERE a.article_id IN (SELECT unnest(string_split($ids, ',')))
ORDER BY a.article_id
"""
_CURRENT = "SELECT DISTINCT document_id FROM files WHERE status = 'current'"
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A row of the table topic_models: its columns in the order of `transforms.schema.TopicModels`."""

    model: str
    fitted_at: datetime | None
    run_id: str | None
    n_articles: int
    n_examples: int
    lexicon: str


@dataclass(frozen=True, slots=True)
class StoredText:
    """What of an article its topics rest on."""

    article_id: str
    headline: str | None
    subhead: str | None
    section: str | None
    body: str


def known_models(con: Connection) -> list[ModelRow]:
    """The models on record, the one that was fitted last first; the one that comes with newsledger last."""
    columns = ", ".join(field.name for field in fields(ModelRow))
    rows = con.execute(f"SELECT {columns} FROM topic_models ORDER BY fitted_at DESC NULLS LAST, model").fetchall()
    return [ModelRow(*row) for row in rows]


def record_model(con: Connection, row: ModelRow) -> None:
    """Enter a model, or enter it again."""
    with transaction(con):
        con.execute("DELETE FROM topic_models WHERE model = ?", [row.model])
        con.execute(f"INSERT INTO topic_models VALUES ({', '.join('?' for _ in fields(ModelRow))})", astuple(row))


def n_current(con: Connection) -> int:
    """How many current English articles there are."""
    row = con.execute(f"SELECT count(*) FROM articles WHERE language = 'en' AND document_id IN ({_CURRENT})").fetchone()
    return int(row[0]) if row else 0


def sample(con: Connection, most: int) -> list[str]:
    """Ids of current English articles, at most so many: those with the lowest ids, which are hashes, so any of them."""
    rows = con.execute(
        f"SELECT article_id FROM articles WHERE language = 'en' AND document_id IN ({_CURRENT})"
        " ORDER BY article_id LIMIT ?",
        [most],
    ).fetchall()
    return [article_id for (article_id,) in rows]


def of_other_models(con: Connection, model: str, languages: Sequence[str]) -> list[str]:
    """Ids of the articles in these languages whose topics another model gave, in order."""
    return _articles(con, ("IN (SELECT article_id FROM article_topics WHERE model != $model)", model), languages)


def not_of_model(con: Connection, model: str, languages: Sequence[str]) -> list[str]:
    """The same, and those of the articles that have no topics."""
    return _articles(con, ("NOT IN (SELECT article_id FROM article_topics WHERE model = $model)", model), languages)


def _articles(con: Connection, which: tuple[str, str], languages: Sequence[str]) -> list[str]:
    rows = con.execute(
        f"SELECT article_id FROM articles WHERE list_contains($languages, language) AND article_id {which[0]} ORDER BY article_id",
        {"languages": list(languages), "model": which[1]},
    ).fetchall()
    return [article_id for (article_id,) in rows]


def stored_texts(con: Connection, ids: Sequence[str]) -> Iterator[StoredText]:
    """The texts of articles, in order of their ids; memory holds a thousand at once."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = con.execute(_TEXTS, {"ids": ",".join(ordered[start : start + _AT_ONCE])}).fetchall()
        yield from (StoredText(*row) for row in rows)


def replace_topics(con: Connection, ids: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Give the articles these rows of article_topics in place of their Media Topics, in one transaction."""
    import polars as pl  # a second, with the declarations, that a run with nothing to replace need not pay

    from transforms.schema import DERIVED

    schema = DERIVED["article_topics"]
    frame = schema.validate(pl.DataFrame(rows, schema=schema.create_empty().schema, orient="row"))
    with transaction(con):
        con.execute(
            "DELETE FROM article_topics WHERE starts_with(topic_id, 'medtop:') AND article_id IN (SELECT unnest(string_split(?, ',')))",
            [",".join(ids)],
        )
        con.register("new_topics", frame)
        con.execute("INSERT INTO article_topics BY NAME FROM new_topics")
        con.unregister("new_topics")
