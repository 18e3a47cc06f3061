"""Which source, speaker or topic a person means by a name typed on the command line: case, accents and signs are folded."""

from dataclasses import dataclass

import duckdb

from warehouse.errors import NoSingleMatch
from warehouse.show import is_identifier

_SHOWN = 5
# Names further apart than this share of their letters are no slips of the pen (Jaro and Winkler's similarity).
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant: the entity with this identifier, or with None those that are no entity and are called so, spelled in these ways."""

    name: str
    entity_id: str | None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """The topics of all schemes that bear the name, spelled as views show it; a narrower topic is a part of one that they show."""

    labels: tuple[str, ...]
    topic_ids: tuple[str, ...]
    is_narrower: bool


def folded(expression: str) -> str:
    """SQL that makes words comparable: no case, no accents, one space for whatever stands between letters and digits."""
    return f"trim(regexp_replace(lower(strip_accents({expression})), '[^\\p{{L}}\\p{{N}}]+', ' ', 'g'))"


_SOURCES = f"""
    SELECT name, {folded("name")} AS folded, count(*) AS weight
    FROM (
        SELECT source AS name FROM current_articles
        UNION ALL
        SELECT mapped_source FROM files WHERE mapped_source IS NOT NULL
    )
    GROUP BY name
"""

_TOPICS = f"""
    SELECT label AS name, {folded("label")} AS folded, topic_id, broader IS NOT NULL AS is_narrower, 0 AS weight
    FROM topics
    UNION ALL
    SELECT '(no topic)', 'no topic', NULL, false, 0
"""

# Each way in which an entity, or a speaker that is none, is called, with the quotes that it has.
_SPEAKERS = f"""
    WITH heard AS (
        SELECT speaker_entity_id AS entity_id, speaker, count(*) AS quotes
        FROM current_quotes
        WHERE speech AND in_segment <> 'headline'
        GROUP BY speaker_entity_id, speaker
    ),
    called AS (
        SELECT entity_id, canonical_name AS name, canonical_name AS called, true AS is_fullest FROM entities
        UNION
        SELECT entity_id, canonical_name, alias, false FROM entity_aliases JOIN entities USING (entity_id)
    )
    SELECT c.entity_id, c.name, c.called, {folded("c.called")} AS folded, c.is_fullest, coalesce(h.quotes, 0) AS weight
    FROM called AS c
    LEFT JOIN heard AS h ON h.entity_id = c.entity_id
    UNION ALL
    SELECT NULL, speaker, speaker, {folded("speaker")}, true, quotes AS weight FROM heard WHERE entity_id IS NULL
"""


def sources_called(con: duckdb.DuckDBPyConnection, wanted: str) -> tuple[str, ...]:
    """The sources of that name as articles have it: they differ in case or signs only, else in a `The` before it.

    Raises NoSingleMatch, naming those that look alike, when none has it.
    """
    rows = con.execute(
        f"""
        SELECT name, folded = {folded("$1")} AS is_exact
        FROM ({_SOURCES})
        WHERE is_exact OR 'the ' || folded = {folded("$1")} OR folded = 'the ' || {folded("$1")}
        ORDER BY name
        """,
        [wanted],
    ).fetchall()
    if not rows:
        raise _no_such("source", wanted, _alike(con, _SOURCES, wanted))
    exact = tuple(name for name, is_exact in rows if is_exact)
    return exact or tuple(name for name, _ in rows)


def topic_called(con: duckdb.DuckDBPyConnection, wanted: str) -> Topic:
    """The topic with this label or code. Raises NoSingleMatch, naming those that look alike, when none has it."""
    rows = con.execute(
        f"SELECT name, topic_id, is_narrower FROM ({_TOPICS}) WHERE folded = {folded('$1')} OR lower(topic_id) = lower($1)"
        " ORDER BY is_narrower, name, topic_id",
        [wanted],
    ).fetchall()
    if not rows:
        raise _no_such("topic", wanted, _alike(con, _TOPICS, wanted))
    broadest = [row for row in rows if row[2] == rows[0][2]]
    labels = tuple(dict.fromkeys(label for label, _, _ in broadest))
    return Topic(labels, tuple(topic_id for _, topic_id, _ in broadest if topic_id), rows[0][2])


def speaker_called(con: duckdb.DuckDBPyConnection, wanted: str) -> Speaker:
    """The speaker with this name, alias or identifier (six digits or more).

    Those who are quoted go before those who are not. One whose fullest name it is goes before those who are also called so,
    unless one of these is quoted more; one who is spelled just so before those who are not. Speakers who are no entity are one
    in all spellings, unless it is spelled as some of them are. Raises NoSingleMatch, with the candidates or with names that look alike, when several or none are meant.
    """
    rows = con.execute(
        f"""
        WITH meant AS (
            SELECT *, called = trim($1) AS is_spelled_so
            FROM ({_SPEAKERS})
            WHERE folded = {folded("$1")} OR ($2 AND starts_with(entity_id, lower(trim($1))))
            QUALIFY entity_id IS NOT NULL OR is_spelled_so OR NOT bool_or(is_spelled_so) OVER (PARTITION BY entity_id)
        )
        SELECT
            first(name ORDER BY weight DESC, name) AS name, entity_id, bool_or(is_fullest) AS is_fullest,
            if(entity_id IS NULL, sum(weight), max(weight))::BIGINT AS heard,
            bool_or(is_spelled_so), if(entity_id IS NULL, list(name ORDER BY weight DESC, name), [])
        FROM meant
        GROUP BY entity_id
        ORDER BY heard DESC, is_fullest DESC, name, entity_id
        """,
        [wanted, is_identifier(wanted)],
    ).fetchall()
    if not rows:
        raise _no_such("speaker", wanted, _alike(con, f"FROM ({_SPEAKERS}) WHERE weight > 0", wanted))
    best = [row for row in rows if (row[3] > 0) == (rows[0][3] > 0)]
    if best[0][2]:
        best = [row for row in best if row[2]]
    best = [row for row in best if row[4]] or best
    if len(best) > 1:
        raise _several(wanted, [(row[0], row[1], row[3]) for row in best])
    name, entity_id, *_, spellings = best[0]
    return Speaker(name, entity_id, tuple(spellings))


def _several(wanted: str, candidates: list[tuple[str, str | None, int]]) -> NoSingleMatch:
    """The complaint that names those who are called so: name, identifier, number of quotes."""
    known = "; ".join(
        f"{entity_id or 'no entity'} {name} ({quotes:,} quotes)" for name, entity_id, quotes in candidates[:_SHOWN]
    )
    more = f"; and {len(candidates) - _SHOWN:,} more" if len(candidates) > _SHOWN else ""
    return NoSingleMatch(
        f"several speakers are called {wanted!r}",
        where=known + more,
        fix="give the identifier of the one that is meant, or the name spelled as it is here",
    )


def _alike(con: duckdb.DuckDBPyConnection, named: str, wanted: str) -> list[str]:
    """Names that hold the words, or that a slip of the pen may have become, the likeliest first."""
    rows = con.execute(
        f"""
        SELECT name
        FROM (
            SELECT
                name,
                weight,
                contains(' ' || folded || ' ', ' ' || {folded("$1")} || ' ') AS holds,
                jaro_winkler_similarity({_bare("folded")}, {_bare(folded("$1"))}) AS likeness
            FROM ({named})
        )
        WHERE holds OR likeness >= $2
        GROUP BY name
        ORDER BY max(likeness) DESC, max(weight) DESC, name
        LIMIT 3
        """,
        [wanted, _ALIKE],
    ).fetchall()
    return [name for (name,) in rows]


def _bare(words: str) -> str:
    return f"regexp_replace({words}, '^the ', '')"


def _no_such(kind: str, wanted: str, alike: list[str]) -> NoSingleMatch:
    lists = {"source": "data_health", "topic": "topics", "speaker": "top_speakers"}[kind]
    return NoSingleMatch(
        f"no {kind} is called {wanted!r}",
        where=f"the published {kind}s",
        fix=f"did you mean {', '.join(alike)}?" if alike else f'newsledger sql "FROM {lists}" lists them',
    )
