"""Measuring this installation on gold: read as `extract` reads, marked, kept in the warehouse and published."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import groupby
from typing import Any

from flows.direct import Progress
from flows.errors import UserError
from flows.gold import GoldSet
from flows.lock import run_lock
from flows.settings import Settings, require_model
from flows.whole import open_whole
from transforms.extract import extract
from transforms.language.pipeline import model_version
from transforms.scoring.articles import NOTHING, compare
from transforms.scoring.attributions import Gold, compare_spans
from transforms.scoring.sheet import Score, Sheet, scores
from warehouse.publish import publish
from warehouse.quality import Circumstances, record_scores
from warehouse.transaction import Connection


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured, when and with what, the scores, and a line for each thing that is wrong, by text."""

    circumstances: Circumstances
    scores: tuple[Score, ...]
    errors: dict[str, list[str]]


def measured(settings: Settings, gold: GoldSet, progress: Progress) -> Measurement:
    """Score the installation on the gold, enter the scores in the warehouse and publish it.

    Raises UserError when there is no warehouse, it is half done, or nothing in the gold can be marked; Busy while a run is at work.
    """
    require_model(settings)
    with _whole_warehouse(settings):
        pass
    sheet = _marked(settings.model, gold, progress)
    found = tuple(scores(sheet.marks()))
    if not found:
        raise UserError("nothing in it can be marked", where=gold.name, fix="docs/how-to.md says what a gold set is")
    with_what = Circumstances(
        datetime.now(UTC), gold.name, gold.sha256, version("newsledger"), model_version(settings.model)
    )
    with run_lock(settings.data):
        with _whole_warehouse(settings) as con:
            record_scores(con, with_what, [(one.metric, one.slice, one.value, one.n) for one in found])
        publish(settings.work, settings.published)
    return Measurement(with_what, found, dict(sheet.errors))


@contextmanager
def _whole_warehouse(settings: Settings) -> Iterator[Connection]:
    """The working file. UserError when there is none, or its readers have a whole one that this one would replace."""
    if not settings.work.is_file():
        raise UserError(
            "there is no warehouse to keep the scores in", where=str(settings.work), fix="run `newsledger ingest` first"
        )
    with open_whole(settings.work) as con:
        yield con


def _marked(model: str, gold: GoldSet, progress: Progress) -> Sheet:
    sheet = Sheet()
    sources = [({"number": number}, text.content) for number, text in enumerate(gold.texts)]
    with progress(len(sources)) as done:
        for number, rows in groupby(extract(sources, model), key=lambda row: row["number"]):
            text, found = gold.texts[number], _joined(list(rows))
            if gold.has_spans:
                compare_spans(sheet, Gold(text.name, text.record["text"], text.record["quotes"]), found["quotes"])
            else:
                compare(sheet, text.name, text.record, found)
            done(1)
    return sheet


def _joined(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What was read of a text as one article: its first with what all hold, or nothing where it was rejected."""
    articles = [row for row in rows if "reject" not in row] or [NOTHING]
    held = ("body", "quotes", "entities")
    return articles[0] | {key: [item for article in articles for item in article[key]] for key in held}
