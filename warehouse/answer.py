"""One of the views, asked by its name and with filters."""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.database import open_published
from warehouse.errors import BadSql, NoSingleMatch
from warehouse.narrow import Choice, Chosen, Filters, count, gather, narrow, of_speaker, resolve
from warehouse.views import View, catalogue

Condition = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The view that was asked, its first rows, what the filters were taken to mean, and what they leave to count."""

    view: View
    rows: pl.DataFrame
    choice: Choice
    chosen: Chosen


def answer(published: Path, name: str, filters: Filters, limit: int | None) -> Answer:
    """Ask a view of the published file; the first `limit` rows, or all with None.

    A filter on what the view shows (a source, speaker, topic, entity, week, day or article) selects rows; any other selects
    the articles and quotes that are counted. Raises Missing; NoSingleMatch for a name that is none, or several things, and for a
    view that nothing of an article goes into; BadSql when the view cannot be read.
    """
    with open_published(published) as con:
        view = _view_called(con, name)
        choice = resolve(con, filters)
        chosen = count(con, choice)
        conditions, left = _on_rows(view, choice)
        if left != Choice() and "article_id" in view.columns:
            gather(con, left)
            conditions.append(("article_id IN (SELECT article_id FROM asked_articles)", {}))
        elif left != Choice():
            if not reads_articles(con, view):
                raise NoSingleMatch(
                    f"{view.name} cannot be asked with this filter: it counts no articles and shows no such column",
                    where=f"columns: {', '.join(view.columns)}",
                    fix=f"newsledger views {view.name} explains it",
                )
            narrow(con, left)
        return Answer(view, _rows(con, view, conditions, limit), choice, chosen)


def _view_called(con: duckdb.DuckDBPyConnection, name: str) -> View:
    known = {view.name: view for view in catalogue(con)}
    folded = re.sub(r"\W+", "_", name.strip().lower())
    if folded in known:
        return known[folded]
    alike = get_close_matches(folded, known, n=3, cutoff=0.5) or [one for one in known if folded in one][:3]
    raise NoSingleMatch(
        f"no question is called {name!r}",
        where="newsledger ask",
        fix=f"did you mean {', '.join(alike)}?" if alike else "newsledger ask lists them",
    )


def _on_rows(view: View, choice: Choice) -> tuple[list[Condition], Choice]:
    """The conditions that the view's own columns meet, and the filters that are left for its articles."""
    conditions, left = list[Condition](), choice
    for takes in (_by_source, _by_speaker, _by_topic, _by_week, _by_day):
        condition, left = takes(view, left)
        if condition:
            conditions.append(condition)
    return conditions, left


def _by_source(view: View, choice: Choice) -> tuple[Condition | None, Choice]:
    if not choice.sources or "source" not in view.columns:
        return None, choice
    return ("list_contains($sources, source)", {"sources": list(choice.sources)}), replace(choice, sources=())


def _by_speaker(view: View, choice: Choice) -> tuple[Condition | None, Choice]:
    speaker, left = choice.speaker, replace(choice, speaker=None)
    if speaker and {"speaker", "speaker_entity_id"} <= view.columns.keys():
        return of_speaker(speaker), left
    entity_columns = [name for name in ("entity_id", "other_entity_id") if name in view.columns]
    if speaker and speaker.entity_id and entity_columns:
        condition = " OR ".join(f"{name} = $speaker" for name in entity_columns)
        return (f"({condition})", {"speaker": speaker.entity_id}), left
    return None, choice


def _by_topic(view: View, choice: Choice) -> tuple[Condition | None, Choice]:
    if not choice.topic or choice.topic.is_narrower or "topic" not in view.columns:
        return None, choice
    left, topic_ids = replace(choice, topic=None), choice.topic.topic_ids
    if topic_ids and "topic_id" in view.columns:
        return ("list_contains($topics, topic_id)", {"topics": list(topic_ids)}), left
    return ("list_contains($topics, topic)", {"topics": list(choice.topic.labels)}), left


def _by_week(view: View, choice: Choice) -> tuple[Condition | None, Choice]:
    """Whole weeks: what a view says of a week compares it with the weeks before, which must not be cut away."""
    if not choice.is_dated or "week" not in view.columns:
        return None, choice
    days = {"since": choice.since, "until": choice.until}
    touches = "try_cast(week AS DATE) > coalesce($since::DATE - 7, DATE '-infinity')"
    condition = f"{touches} AND try_cast(week AS DATE) <= coalesce($until::DATE, DATE 'infinity')"
    return (condition, days), replace(choice, since=None, until=None)


def _by_day(view: View, choice: Choice) -> tuple[Condition | None, Choice]:
    if not choice.is_dated or "content_date" not in view.columns:
        return None, choice
    days = {"since": choice.since, "until": choice.until}
    condition = (
        "content_date BETWEEN coalesce($since::DATE, DATE '-infinity') AND coalesce($until::DATE, DATE 'infinity')"
    )
    return (condition, days), replace(choice, since=None, until=None)


def reads_articles(con: duckdb.DuckDBPyConnection, view: View) -> bool:
    """Whether the view reads the current articles, itself or through the views that it reads."""
    statements = dict(
        con.execute("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal AND NOT temporary").fetchall()
    )
    waiting, seen = [view.name], set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        waiting += [other for other in _words(statements[name]) & statements.keys() if other not in seen]
    return "current_articles" in seen


def _words(sql: str) -> set[str]:
    return set(re.findall(r"\w+", sql))


def _rows(con: duckdb.DuckDBPyConnection, view: View, conditions: list[Condition], limit: int | None) -> pl.DataFrame:
    where = " AND ".join(condition for condition, _ in conditions) or "true"
    values = {name: value for _, given in conditions for name, value in given.items()}
    most = "" if limit is None else f" LIMIT {limit:d}"
    try:
        return con.execute(f'SELECT * FROM "{view.name}" WHERE {where}{most}', values).pl()
    except duckdb.Error as error:
        raise BadSql(
            str(error).splitlines()[0], where=f"the view {view.name}", fix="publish again: newsledger ingest"
        ) from error
