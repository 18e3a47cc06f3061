"""Articles come and go in batches; who is who depends on what is there, not on how it came."""

import random
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.identity import attach_names
from transforms.records import identifier
from warehouse.database import open_for_write
from warehouse.identity import forget
from warehouse.refresh import refresh

REFRESHED = ("entity_names", "entities", "entity_aliases", "entity_attributes")
PEOPLE = (
    ("Ada Brook", "Brook"), ("Ada M. Brook", "Brook"), ("Tom Brook", "Brook"), ("Brook", "Brook"), ("Joe Marrow", "Marrow"),
    ("Joseph Marrow", "Marrow"), ("Marrow", "Marrow"), ("Cal Thorn Jr.", "Thorn"), ("Cal Thorn", "Thorn"), ("Xu Lanying", "Xu"), ("Xu", "Xu"),
)  # fmt: skip
BODIES = (
    ("North Sea Tide Agency", "NSTA"),
    ("NSTA", "NSTA"),
    ("Acme Motors Inc.", "Acme Motors"),
    ("Acme", "Acme"),
    ("Brook", "Brook"),
)
NAMES = st.one_of(
    st.tuples(st.just("PERSON"), st.sampled_from(PEOPLE), st.sampled_from((None, "female", "male"))),
    st.tuples(st.just("ORG"), st.sampled_from(BODIES), st.none()),
    st.tuples(
        st.just("PLACE"), st.sampled_from((("Karstvik", "Karstvik"), ("K.V.", "K.V."))), st.sampled_from((None, 11))
    ),
)
ARTICLES = st.lists(st.lists(NAMES, min_size=1, max_size=4), min_size=2, max_size=7)


def add(con: duckdb.DuckDBPyConnection, number: int, names: list[Any]) -> None:
    """An article with the names, each printed in full and then in its short form."""
    article_id = f"{number:016x}"
    con.execute("DELETE FROM files WHERE path = ?", [article_id])
    con.execute(
        "INSERT INTO files BY NAME SELECT * REPLACE (? AS path, ? AS document_id) FROM a_file", [article_id, article_id]
    )
    if con.execute("SELECT 1 FROM articles WHERE article_id = ?", [article_id]).fetchone():
        return
    con.execute(
        "INSERT INTO articles BY NAME SELECT * REPLACE (? AS article_id, ? AS document_id) FROM an_article",
        [article_id] * 2,
    )
    for offset, (label, (name, short), told) in enumerate(names):
        name_id = identifier(label, name.casefold())
        place = told if label == "PLACE" else None
        for place_in_text, surface in ((100 * offset, name), (100 * offset + 50, short)):
            values = [article_id, name_id, name, surface, label, place_in_text, place, "NO" if place else None]
            con.execute(
                "INSERT INTO mentions BY NAME SELECT * REPLACE (? AS article_id, ? AS name_id, ? AS canonical_name, ? AS surface,"
                " ? AS label, ? AS char_start, ? AS geonames_id, ? AS country_iso) FROM a_mention",
                values,
            )
        if told and label == "PERSON":
            con.execute(
                "INSERT INTO name_attributes VALUES (?, ?, 'gender', ?, ?, ?, 'pronoun', 1.0)",
                [article_id, name_id, told, 100 * offset, 100 * offset + 3],
            )


def remove(con: duckdb.DuckDBPyConnection, number: int) -> None:
    con.execute("DELETE FROM files WHERE path = ?", [f"{number:016x}"])


def patterns(con: duckdb.DuckDBPyConnection) -> None:
    """One row of each table that the articles are made of."""
    for pattern, table, values in (
        ("a_file", "files", "'' AS path, 1 AS version_no, '' AS document_id, 'current' AS status"),
        ("an_article", "articles", "'' AS article_id, '' AS document_id"),
        ("a_mention", "mentions", "'' AS article_id, '' AS name_id, '' AS canonical_name, '' AS surface, 'name' AS kind, '' AS label, "
         "0::BIGINT AS char_start, NULL::BIGINT AS geonames_id, NULL::VARCHAR AS country_iso"),
    ):  # fmt: skip
        columns = con.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [table]
        ).fetchall()
        given_names = {part.rsplit(" AS ", 1)[1] for part in values.split(", ")}
        rest = [f"{_filler(kind)} AS {name}" for name, kind in columns if name not in given_names]
        con.execute(f"CREATE TEMP TABLE {pattern} AS SELECT {', '.join([values, *rest])}")


def _filler(kind: str) -> str:
    plain = {"VARCHAR": "''", "BIGINT": "0", "DOUBLE": "1.0", "DATE": "NULL::DATE", "VARCHAR[]": "[]"}
    return plain.get(kind, "'2031-05-06 12:00:00Z'::TIMESTAMPTZ")


def rows(con: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    attach_names(con)
    refresh(con)
    return {table: sorted(con.execute(f"FROM {table}").fetchall(), key=repr) for table in REFRESHED}


@settings(max_examples=3, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_batches_in_any_order_give_what_one_batch_gives(articles: list[list[Any]], chance: random.Random) -> None:
    numbers = list(range(len(articles)))
    with open_for_write(Path(":memory:")) as con:
        patterns(con)
        for number in numbers:
            add(con, number, articles[number])
        at_once = rows(con)
        for number in chance.sample(numbers, len(numbers) // 2):
            remove(con, number)
        some_gone = rows(con)
        forget(con)
        assert rows(con) == some_gone
        for number in chance.sample(numbers, len(numbers)):
            add(con, number, articles[number])
            if chance.random() < 0.2:
                attach_names(con)
        assert rows(con) == at_once


def test_nothing_is_resolved_again_without_a_change(con: duckdb.DuckDBPyConnection) -> None:
    patterns(con)
    add(con, 1, [("PERSON", PEOPLE[0], None)])
    before = rows(con)
    assert rows(con) == before
    assert con.execute("SELECT count(*) FROM wanted").fetchone() == (0,)


def test_a_resolution_that_is_lost_is_made_again(con: duckdb.DuckDBPyConnection) -> None:
    patterns(con)
    for number in range(6):
        add(con, number, [("PERSON", PEOPLE[0], None)])
    add(con, 6, [("PERSON", PEOPLE[3], None)])
    before = rows(con)
    assert [name for _, name, *_ in before["entities"]] == ["Ada Brook"]
    con.execute("DELETE FROM entity_names")
    assert rows(con) == before
