"""A part of the published warehouse, asked as if it were the whole: the articles and quotes that filters choose.

Views read `current_articles` and `current_quotes` by their bare names, and DuckDB looks for a name among the temporary views
first. So a temporary view of either name narrows every view that reads it, and no view has to be written anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from warehouse.named import Speaker, Topic, sources_called, speaker_called, topic_called

# What counts as a quote of a speaker: the headline repeats what the body says.
_COUNTED = "speech AND in_segment <> 'headline'"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person asks about; None is no filter. Names as typed, days inclusive, language an ISO 639-1 code."""

    source: str | None = None
    speaker: str | None = None
    topic: str | None = None
    since: date | None = None
    until: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The filters with every name resolved; `sources` is empty when any source will do."""

    sources: tuple[str, ...] = ()
    speaker: Speaker | None = None
    topic: Topic | None = None
    since: date | None = None
    until: date | None = None
    language: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether undated articles are left out."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many articles fit, of how many, and how many would have but for being undated."""

    articles: int
    of: int
    undated: int


def resolve(con: duckdb.DuckDBPyConnection, filters: Filters) -> Choice:
    """What the names in the filters stand for. Raises NoSingleMatch for a name that nothing, or too much, is called."""
    return Choice(
        sources_called(con, filters.source) if filters.source is not None else (),
        speaker_called(con, filters.speaker) if filters.speaker is not None else None,
        topic_called(con, filters.topic) if filters.topic is not None else None,
        filters.since,
        filters.until,
        filters.language.lower() if filters.language is not None else None,
    )


def count(con: duckdb.DuckDBPyConnection, choice: Choice) -> Chosen:
    """How many current articles the choice leaves, before anything is narrowed."""
    conditions, values = _of_articles(choice)
    dates, days = _of_dates(choice)
    row = con.execute(
        f"""
        SELECT
            count(*) FILTER ({_all([*conditions, *dates])}),
            count(*),
            count(*) FILTER ({_all([*conditions, "content_date IS NULL"])})
        FROM current_articles
        """,
        values | days,
    ).fetchone()
    articles, of, undated = row or (0, 0, 0)
    return Chosen(articles, of, undated if choice.is_dated else 0)


def gather(con: duckdb.DuckDBPyConnection, choice: Choice) -> None:
    """Make the temporary table asked_articles: the `article_id` of each current article that fits."""
    conditions, values = _of_articles(choice)
    dates, days = _of_dates(choice)
    con.execute(
        f"CREATE TEMP TABLE asked_articles AS SELECT article_id FROM current_articles WHERE {_all([*conditions, *dates])}",
        values | days,
    )


def narrow(con: duckdb.DuckDBPyConnection, choice: Choice) -> None:
    """Let every view of this connection see only the articles of the choice, and of a speaker only their quotes."""
    if choice == Choice():
        return
    gather(con, choice)
    if choice.speaker:
        condition, values = of_speaker(choice.speaker)
        con.execute(f"CREATE TEMP TABLE asked_quotes AS SELECT quote_id FROM current_quotes WHERE {condition}", values)
        _shadow(con, "current_quotes", "asked_quotes", "quote_id")
    _shadow(con, "current_articles", "asked_articles", "article_id")


def of_speaker(speaker: Speaker) -> tuple[str, dict[str, Any]]:
    """The condition that rows with `speaker_entity_id` and `speaker` are theirs, and its values."""
    if speaker.entity_id:
        return "speaker_entity_id = $speaker", {"speaker": speaker.entity_id}
    return "(speaker_entity_id IS NULL AND list_contains($speakers, speaker))", {"speakers": list(speaker.spellings)}


def _shadow(con: duckdb.DuckDBPyConnection, view: str, chosen: str, key: str) -> None:
    database = con.execute("SELECT current_database()").fetchall()[0][0].replace('"', '""')
    con.execute(f'CREATE TEMP VIEW {view} AS SELECT * FROM "{database}".main.{view} SEMI JOIN {chosen} USING ({key})')


def _of_articles(choice: Choice) -> tuple[list[str], dict[str, Any]]:
    """Conditions on rows of current_articles, the dates left aside, and their values."""
    conditions, values = list[str](), dict[str, Any]()
    if choice.sources:
        conditions.append("list_contains($sources, source)")
        values["sources"] = list(choice.sources)
    if choice.language is not None:
        conditions.append("language = $language")
        values["language"] = choice.language
    if choice.topic and choice.topic.topic_ids:
        conditions.append(
            "article_id IN (SELECT article_id FROM article_topics WHERE list_contains($topics, topic_id))"
        )
        values["topics"] = list(choice.topic.topic_ids)
    elif choice.topic:
        conditions.append(
            "article_id NOT IN (SELECT article_id FROM article_topics WHERE starts_with(topic_id, 'medtop:'))"
        )
    if choice.speaker:
        condition, speaker = of_speaker(choice.speaker)
        conditions.append(f"article_id IN (SELECT article_id FROM current_quotes WHERE {_COUNTED} AND {condition})")
        values |= speaker
    return conditions, values


def _of_dates(choice: Choice) -> tuple[list[str], dict[str, Any]]:
    days = {name: day for name, day in (("since", choice.since), ("until", choice.until)) if day}
    signs = {"since": ">=", "until": "<="}
    return [f"content_date {signs[name]} ${name}" for name in days], dict(days)


def _all(conditions: Iterable[str]) -> str:
    return " AND ".join(conditions) or "true"
