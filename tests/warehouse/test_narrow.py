"""Filters: a part of the warehouse answers as a warehouse would that holds nothing else."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from papers import MONDAY, fill

from warehouse.answer import reads_articles
from warehouse.database import open_for_write
from warehouse.errors import NoSingleMatch
from warehouse.narrow import Choice, Chosen, Filters, count, narrow, of_speaker, resolve
from warehouse.views import catalogue

SINCE, UNTIL = MONDAY + timedelta(days=10), MONDAY + timedelta(days=30)
FILTERS = {
    "nothing known, in a period": (
        Filters(source="(source unknown)", topic="(no topic)", since=SINCE, until=UNTIL + timedelta(days=10)),
        f"source IS NULL AND content_date BETWEEN '{SINCE}' AND '{UNTIL + timedelta(days=10)}'"
        " AND article_id NOT IN (SELECT article_id FROM article_topics)",
    ),
    "all at once": (
        Filters(source="fellside echo", since=SINCE, topic="medtop:11000000", language="EN"),
        f"source = 'Fellside Écho' AND content_date >= '{SINCE}'"
        " AND article_id IN (SELECT article_id FROM article_topics WHERE topic_id = 'medtop:11000000')",
    ),
}


@pytest.fixture(scope="module")
def whole() -> Iterator[duckdb.DuckDBPyConnection]:
    with open_for_write(Path(":memory:")) as con:
        con.execute("SET threads = 1")  # so few rows are quicker so
        fill(con)
        yield con


@pytest.fixture
def part(whole: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The whole, to be narrowed; afterwards it is whole again."""
    yield whole
    for kind, name in whole.execute(
        "SELECT 'VIEW', view_name FROM duckdb_views() WHERE temporary AND NOT internal"
        " UNION ALL SELECT 'TABLE', table_name FROM duckdb_tables() WHERE temporary"
    ).fetchall():
        whole.execute(f"DROP {kind} temp.{name}")


def answers(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every view that counts articles."""
    views = [view for view in catalogue(con) if reads_articles(con, view)]
    return {
        view.name: sorted(
            [
                tuple(round(value, 9) if isinstance(value, float) else value for value in row)
                for row in con.execute(f'FROM "{view.name}"').fetchall()
            ],
            key=repr,
        )
        for view in views
    }


@pytest.mark.parametrize("name", FILTERS)
def test_every_view_answers_as_if_nothing_else_were_held(part: duckdb.DuckDBPyConnection, name: str) -> None:
    filters, condition = FILTERS[name]
    part.execute("BEGIN")
    part.execute(f"DELETE FROM articles WHERE NOT coalesce({condition}, false)")
    expected = answers(part)
    held = part.execute("SELECT count(*) FROM articles").fetchall()[0][0]
    part.execute("ROLLBACK")
    choice = resolve(part, filters)
    chosen = count(part, choice)
    narrow(part, choice)
    assert chosen.articles == held > 0
    assert len(expected) > 20
    assert answers(part) == expected


def test_of_a_speaker_only_their_quotes_are_counted(part: duckdb.DuckDBPyConnection) -> None:
    part.execute("BEGIN")
    part.execute("DELETE FROM quotes WHERE speaker_name IS DISTINCT FROM 'Zoë Hartmann'")
    part.execute("DELETE FROM articles WHERE article_id NOT IN (SELECT article_id FROM quotes)")
    expected = answers(part)
    part.execute("ROLLBACK")
    narrow(part, resolve(part, Filters(speaker="zoe hartmann")))
    assert answers(part) == expected


def test_speakers_without_a_name_are_asked_for_by_their_words(part: duckdb.DuckDBPyConnection) -> None:
    narrow(part, resolve(part, Filters(speaker="Officials")))
    assert part.execute("SELECT DISTINCT speaker FROM current_quotes").fetchall() == [("officials",)]
    assert part.execute("SELECT count(*) FROM current_articles").fetchall() == [(24,)]


@pytest.fixture
def renamed(part: duckdb.DuckDBPyConnection) -> Iterator[Callable[[str, str], None]]:
    """Give those who have no name, of the first quote and of the second, words that stand for them."""

    def rename(first: str, second: str) -> None:
        for quote_no, words in enumerate((first, second), 1):
            part.execute(
                "UPDATE quotes SET speaker_text = $1, speaker_kind = 'metonym' WHERE speaker_name IS NULL AND quote_no = $2",
                [words, quote_no],
            )

    part.execute("BEGIN")
    yield rename
    part.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("THE CITY HALL", {"The city hall": 12, "the city hall": 12}),
        ("The city hall", {"The city hall": 12}),
        ("the city hall", {"the city hall": 12}),
    ],
)
def test_speakers_without_a_name_are_one_in_all_spellings_unless_one_is_typed(
    part: duckdb.DuckDBPyConnection, renamed: Callable[[str, str], None], typed: str, meant: dict[str, int]
) -> None:
    renamed("The city hall", "the city hall")
    choice = resolve(part, Filters(speaker=typed))
    assert choice.speaker is not None
    assert (choice.speaker.entity_id, set(choice.speaker.spellings)) == (None, set(meant))
    condition, values = of_speaker(choice.speaker)
    asked = f"SELECT speaker, count(*) FROM current_quotes WHERE {condition} GROUP BY speaker"
    assert dict(part.execute(asked, values).fetchall()) == meant


def test_an_exact_spelling_tells_an_entity_from_what_is_none(
    part: duckdb.DuckDBPyConnection, renamed: Callable[[str, str], None]
) -> None:
    renamed("ada BROOK", "ada BROOK")
    entity, other = (resolve(part, Filters(speaker=typed)).speaker for typed in ("Ada Brook", "ada BROOK"))
    assert entity is not None
    assert entity.entity_id is not None
    assert other is not None
    assert (other.entity_id, other.spellings) == (None, ("ada BROOK",))
    with pytest.raises(NoSingleMatch, match="several speakers") as refused:
        resolve(part, Filters(speaker="ADA BROOK"))
    assert "no entity ada BROOK" in refused.value.where


def test_undated_articles_that_a_period_leaves_out_are_counted(whole: duckdb.DuckDBPyConnection) -> None:
    choice = Choice(sources=("The Harbour Post",), since=date(1900, 1, 1))
    assert count(whole, choice) == Chosen(articles=16, of=48, undated=0)
    assert count(whole, Choice(since=date(1900, 1, 1))) == Chosen(articles=40, of=48, undated=8)
    assert count(whole, Choice()) == Chosen(articles=48, of=48, undated=0)


def test_nothing_is_narrowed_without_a_filter(part: duckdb.DuckDBPyConnection) -> None:
    narrow(part, resolve(part, Filters()))
    assert part.execute("SELECT count(*) FROM duckdb_tables() WHERE temporary").fetchall() == [(0,)]
    assert part.execute("SELECT count(*) FROM current_articles").fetchall() == [(48,)]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(source="Harbor Post"), "did you mean The Harbour Post?"),
        (Filters(source="'; DROP TABLE quotes; --"), "no source is called"),
        (Filters(topic="sprot"), "did you mean sport"),
        (Filters(speaker="Ada Brok"), "did you mean Ada Brook"),
        (Filters(speaker="Brook"), "several speakers are called 'Brook'"),
        (Filters(speaker="?"), "no speaker is called '?'"),
        (Filters(speaker="000000"), "no speaker is called '000000'"),
    ],
)
def test_a_name_that_is_none_or_several_is_refused_with_those_like_it(
    whole: duckdb.DuckDBPyConnection, filters: Filters, said: str
) -> None:
    with pytest.raises(NoSingleMatch) as refused:
        resolve(whole, filters)
    assert said in str(refused.value)


def test_several_speakers_of_one_name_are_listed_and_each_can_be_meant(whole: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(NoSingleMatch) as refused:
        resolve(whole, Filters(speaker="brook"))
    known = dict.fromkeys(("Ada Brook", "Tom Brook"))
    for one in refused.value.where.split("; "):
        entity_id, name = one.split(" (")[0].split(" ", 1)
        speaker = resolve(whole, Filters(speaker=entity_id[:8])).speaker
        assert speaker is not None
        assert (speaker.name, speaker.entity_id) == (name, entity_id)
        known.pop(name)
    assert not known


def test_case_accents_and_an_article_before_the_name_do_not_matter(whole: duckdb.DuckDBPyConnection) -> None:
    assert resolve(whole, Filters(source="THE FELLSIDE ECHO")).sources == ("Fellside Écho",)
    assert resolve(whole, Filters(source="harbour-post")).sources == ("The Harbour Post",)
    speaker = resolve(whole, Filters(speaker="ZOË  hartmann")).speaker
    assert speaker is not None
    assert speaker.name == "Zoë Hartmann"
    assert resolve(whole, Filters(speaker="hartmann")).speaker == speaker
