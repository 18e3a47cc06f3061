"""One bad file never stops a run, whatever it does to the station that reads it."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from newsroom import Desk, article, numbered, write

import flows.worker
from flows.chunks import Chunk, Tally
from flows.stages import Run
from flows.worker import stage_chunk
from transforms.records import Article, Row
from warehouse.checks import check
from warehouse.database import open_published

BAD = "A deadly word"
REJECTS = "SELECT path, reason, detail FROM rejects ORDER BY path"


def desk_with_bad(desk: Desk, bad: Mapping[str, str]) -> Desk:
    """Two sound articles, and between them one for each name in `bad`, with those words in it."""
    numbered(desk.inbox, 2)
    texts = {
        name: article(9 + n).replace("The council", f"{words}. The council")
        for n, (name, words) in enumerate(bad.items())
    }
    write(desk.inbox, **texts)
    return desk


def desk_with_one_bad(desk: Desk) -> Desk:
    return desk_with_bad(desk, {"a000b": BAD})


def assert_only_the_bad_are_missing(desk: Desk, run: Run, bad: Sequence[str] = ("a000b",)) -> None:
    assert (run.row.n_new, run.row.n_rejected, run.row.status) == (2, len(bad), "completed")
    assert desk.ask("SELECT path FROM current_articles ORDER BY path") == [("inbox/a000.txt",), ("inbox/a001.txt",)]
    rejected = desk.ask("SELECT path FROM files WHERE status = 'rejected' ORDER BY path")
    assert rejected == [(f"inbox/{name}.txt",) for name in bad]
    assert desk.ask(f"SELECT count(*) FROM documents WHERE contains(text, '{BAD}')") == [(0,)]
    assert desk.ask("SELECT count(DISTINCT article_id) FROM segments") == [(2,)]
    with open_published(desk.settings.published) as con:
        assert check(con) == []


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("station", ["structure", "derive", "article_rows", "_read_alone"])
def test_a_station_that_fails_on_a_text_rejects_that_file_alone(
    desk: Desk, station: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = getattr(flows.worker, station)

    def fails(*given: Any) -> Any:
        if any(BAD in getattr(item, "text", "") for item in given):
            raise ZeroDivisionError("nobody\nforesaw \x1b[31mthis")
        return sound(*given)

    monkeypatch.setattr(flows.worker, station, fails)
    if station == "_read_alone":
        monkeypatch.setattr(flows.worker, "read_paragraphs", _fails_on_several(flows.worker.read_paragraphs))
    run = desk_with_one_bad(desk).ingest()
    assert_only_the_bad_are_missing(desk, run)
    ((path, reason, detail),) = desk.ask(REJECTS)
    assert (path, reason) == ("inbox/a000b.txt", "extraction_failed")
    assert detail.startswith("ZeroDivisionError: nobody")
    assert "(test_worker_isolation.py:" in detail, "where it happened"


def _fails_on_several(sound: Any) -> Any:
    def read(nlp: Any, articles: Sequence[Article]) -> Any:
        if len(articles) > 1:
            raise MemoryError
        return sound(nlp, articles)

    return read


# File and table, the column of its first row, and what stands there that must not.
BROKEN: dict[str, tuple[str, str, object]] = {
    "a000b": ("quotes", "confidence", 1.5),
    "a000c": ("segments", "kind", "no_kind"),
    "a000d": ("articles", "date_precision", "roughly"),
    "a000e": ("mentions", "char_start", -1),
}


@pytest.mark.usefixtures("quick")
def test_a_row_that_breaks_its_promise_takes_its_document_with_it_and_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = flows.worker._rows

    def breaks(found: Article, *rest: Any) -> dict[str, list[Row]]:
        tables = sound(found, *rest)
        for name, (table, column, value) in BROKEN.items():
            if f"{BAD} {name}" in found.text:
                tables[table][0][column] = value
        return tables

    monkeypatch.setattr(flows.worker, "_rows", breaks)
    run = desk_with_bad(desk, {name: f"{BAD} {name}" for name in BROKEN}).ingest()
    assert_only_the_bad_are_missing(desk, run, list(BROKEN))
    for (path, reason, detail), (name, (table, _, _)) in zip(desk.ask(REJECTS), BROKEN.items(), strict=True):
        assert (path, reason) == (f"inbox/{name}.txt", "invalid_rows")
        assert detail.startswith(f"{table}: ")


def stage_or_die(chunk: Chunk) -> Tally:
    """In a worker process: what a crash in native code does, in the midst of writing."""
    if any("a000b" in version.path for job in chunk.jobs if not job.lost for version in job.versions):
        (chunk.folder / f"documents-{chunk.name}.parquet").write_bytes(b"PAR1 half of a file")
        os._exit(9)
    return stage_chunk(chunk)


def test_a_file_that_kills_its_worker_is_rejected_and_the_others_are_loaded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.pool.stage_chunk", stage_or_die)
    run = desk_with_one_bad(desk).ingest()
    assert_only_the_bad_are_missing(desk, run)
    assert desk.ask(REJECTS) == [
        ("inbox/a000b.txt", "extraction_failed", "the worker process died on this file, twice")
    ]
    assert not desk.settings.staging.exists()
