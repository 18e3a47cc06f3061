"""A person's corrections of who is who: finding the entity that is meant, writing a correction, taking one back."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.errors import NoSingleMatch
from warehouse.ledger import last_run
from warehouse.show import is_identifier

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the table reviews that holds; `made_at` is aware, in UTC."""

    review_id: str
    made_at: datetime
    action: str
    type: str
    name: str
    target: str
    article_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity as it stands: identifier, name, type, articles, and the folded name by which corrections keep it."""

    entity_id: str
    name: str
    type: str
    n_articles: int
    kept_as: str


def all_derived(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the last run is complete, and no content waits to be derived again since tables were made anew."""
    last = last_run(con)
    waiting = con.execute("SELECT 1 FROM files WHERE status = 'current' AND extractor_version = '' LIMIT 1").fetchone()
    return last is not None and last.status == "completed" and not waiting


def find_entity(con: duckdb.DuckDBPyConnection, wanted: str, label: str | None = None) -> KnownEntity:
    """The entity with this name, alias or identifier (six digits or more), of the type if one is given.

    Raises NoSingleMatch, naming candidates or names that look alike, when none or several are meant.
    """
    matches = _matches(con, wanted, label)
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise NoSingleMatch(
            f"several entities are called {wanted!r}",
            where="; ".join(
                f"{one.entity_id} {one.name} ({one.type}, {one.n_articles} articles)" for one in matches[:_SHOWN]
            ),
            fix="give the identifier of the one that is meant, or --type",
        )
    raise NoSingleMatch(
        f"no entity is called {wanted!r}",
        where="the entities of the warehouse",
        fix=f"did you mean {_alike(con, wanted)}?",
    )


def names_of(con: duckdb.DuckDBPyConnection, entity: KnownEntity) -> list[str]:
    """The fullest names that articles have for the entity, most frequent first."""
    rows = con.execute(
        """
        SELECT n.canonical_name
        FROM identity.names AS n
        JOIN entity_names AS e USING (article_id, name_id)
        WHERE e.entity_id = ?
        GROUP BY n.canonical_name
        ORDER BY count(*) DESC, n.canonical_name
        """,
        [entity.entity_id],
    ).fetchall()
    return [name for (name,) in rows]


def article_of(con: duckdb.DuckDBPyConnection, wanted: str, entity: KnownEntity) -> str:
    """The article with this identifier, or a unique beginning of it, that names the entity. Raises NoSingleMatch."""
    rows = con.execute(
        "SELECT DISTINCT article_id FROM entity_names WHERE entity_id = ? AND starts_with(article_id, ?) ORDER BY 1",
        [entity.entity_id, wanted.strip().lower()],
    ).fetchall()
    if len(rows) != 1 or not is_identifier(wanted):
        raise NoSingleMatch(
            f"{'several articles' if len(rows) > 1 else 'no article'} {wanted!r} that name {entity.name}",
            where="the current articles",
            fix="copy an article_id from the view current_mentions",
        )
    return str(rows[0][0])


def write_review(con: duckdb.DuckDBPyConnection, review: ReviewRow) -> None:
    """Add the correction; once more does nothing."""
    con.execute("DELETE FROM reviews WHERE review_id = ?", [review.review_id])
    con.execute(
        'INSERT INTO reviews (review_id, made_at, "action", "type", "name", target, article_id, note)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            review.review_id, review.made_at, review.action, review.type, review.name, review.target, review.article_id,
            review.note,
        ],
    )  # fmt: skip


def reviews(con: duckdb.DuckDBPyConnection) -> list[ReviewRow]:
    """The corrections that hold, in the order in which they were made."""
    rows = con.execute(
        'SELECT review_id, made_at, "action", "type", "name", target, article_id, note FROM reviews'
        " WHERE withdrawn_at IS NULL ORDER BY made_at, review_id"
    ).fetchall()
    return [ReviewRow(*row) for row in rows]


def withdraw(con: duckdb.DuckDBPyConnection, wanted: str, now: datetime) -> ReviewRow:
    """Take back the correction with this identifier, or a unique beginning of it. Raises NoSingleMatch."""
    found = [one for one in reviews(con) if is_identifier(wanted) and one.review_id.startswith(wanted.strip().lower())]
    if len(found) != 1:
        raise NoSingleMatch(
            f"{'several corrections begin' if found else 'no correction begins'} with {wanted!r}",
            where="the table reviews",
            fix="newsledger review list",
        )
    con.execute("UPDATE reviews SET withdrawn_at = ? WHERE review_id = ?", [now, found[0].review_id])
    return found[0]


def _matches(con: duckdb.DuckDBPyConnection, wanted: str, label: str | None) -> list[KnownEntity]:
    """By identifier, else by name, else by alias: the first way that finds any."""
    ways = {
        "starts_with(entity_id, lower($wanted))": is_identifier(wanted),
        "lower(canonical_name) = lower($wanted)": True,
        "entity_id IN (SELECT entity_id FROM entity_aliases WHERE lower(alias) = lower($wanted))": True,
    }
    for condition in (condition for condition, applies in ways.items() if applies):
        rows = con.execute(
            f'SELECT entity_id, canonical_name, "type", n_articles, geonames_id FROM entities'
            f' WHERE {condition} AND ($label IS NULL OR "type" = $label) ORDER BY n_articles DESC, entity_id',
            {"wanted": " ".join(wanted.split()), "label": label},
        ).fetchall()
        if rows:
            return [
                KnownEntity(entity_id, name, kind, n_articles, _kept_as(con, (entity_id, name), place))
                for entity_id, name, kind, n_articles, place in rows
            ]
    return []


def _kept_as(con: duckdb.DuckDBPyConnection, entity: tuple[str, str], geonames_id: int | None) -> str:
    """A place by its id; else a name of the entity that is its own, or what a correction calls it."""
    if geonames_id:
        return f"geonames:{geonames_id}"
    entity_id, name = entity
    found = con.execute(
        """
        SELECT n.canonical_name
        FROM identity.names AS n
        JOIN identity.resolved AS r USING ("key")
        WHERE r.entity_id = ? AND r.basis IN ('full_name', 'compatible_name', 'own_name')
        GROUP BY ALL
        ORDER BY count(*) DESC, 1
        """,
        [entity_id],
    ).fetchone()
    return " ".join((found[0] if found else name).casefold().split())


def _alike(con: duckdb.DuckDBPyConnection, wanted: str) -> str:
    rows = con.execute(
        "SELECT canonical_name FROM entities ORDER BY jaro_winkler_similarity(lower(canonical_name), lower(?)) DESC, n_articles DESC LIMIT 3",
        [wanted],
    ).fetchall()
    return ", ".join(repr(name) for (name,) in rows) or "something else: there are no entities yet"
