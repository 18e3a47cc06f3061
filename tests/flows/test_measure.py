"""The score of an installation on gold: printed, kept in the warehouse, and seen by its readers."""

import json
from pathlib import Path
from typing import Any

import pytest
from newsroom import Call, Desk, article, assert_sound, derived_here, everything, write

from flows.cli import run
from flows.lock import run_lock

SCORES = "SELECT slice, metric, value, n FROM gold_scores ORDER BY ALL"
QUOTE = "We will pay for the harbour levy and nobody will regret it,"
MONEY = "It costs 1000 crowns,"


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("measured"))
    write(desk.inbox, a=article(0))
    with derived_here():
        desk.ingest()
    return desk


@pytest.fixture
def there(ingested: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = ingested.copied(tmp_path)
    monkeypatch.chdir(desk.project)
    return desk


def gold_folder(desk: Desk, **changed: Any) -> Path:
    """One article whose record is right but for what is changed."""
    direct = {"type": "direct", "speaker_canonical": "Ilse Marrow"}
    record = {
        "headline": "Karstvik council backs harbour levy plan 0",
        "section": "Politics",
        "persons": ["Ilse Marrow"],
    }
    quotes = [direct | {"runs": [QUOTE]}, direct | {"runs": [MONEY]}]
    folder = write(desk.project / "gold", one=article(0))
    (folder / "one.json").write_text(json.dumps(record | {"quotes": quotes} | changed))
    return folder


def test_scores_are_printed_kept_and_published(there: Desk, call: Call) -> None:
    gold_folder(there, section="Sport")
    said = call("measure", "gold")
    assert "precision" in said
    kept = {(what, metric): (value, n) for what, metric, value, n in there.ask(SCORES)}
    assert kept["headline", "accuracy"] == (1.0, 1)
    assert kept["section", "accuracy"] == (0.0, 1)
    assert kept["direct quotes", "recall"] == (1.0, 2)
    assert kept["persons", "recall"] == (1.0, 1)
    assert there.ask("SELECT DISTINCT gold, model LIKE 'en_core_web_sm%' FROM gold_scores") == [("gold", True)]
    assert_sound(there)
    with derived_here():
        there.ingest(reprocess=True)
    assert len(there.ask(SCORES)) == len(kept), "runs leave scores alone"


def test_readers_see_the_newest_measurement_and_what_it_changed(there: Desk, call: Call) -> None:
    gold_folder(there)
    call("measure", "gold")
    call("measure", "gold")
    assert there.ask("SELECT count(DISTINCT measured_at) FROM quality_metrics") == [(2,)]
    assert there.ask("SELECT DISTINCT change FROM gold_scores") == [(0.0,)]
    gold_folder(there, section="Sport")
    call("measure", "gold")
    assert there.ask("SELECT DISTINCT change FROM gold_scores") == [(None,)], "other gold, nothing to compare with"


def test_json_holds_the_scores_and_with_errors_what_is_wrong(there: Desk, call: Call) -> None:
    gold_folder(there, persons=["Nobody Here"])
    found = json.loads(call("measure", "gold", "--errors", "--json"))
    assert found["gold"] == "gold"
    assert {"slice": "persons", "metric": "recall", "value": 0.0, "n": 1} in found["scores"]
    assert "persons: Nobody Here" in found["errors"]["one"]


def test_lines_of_labelled_spans_are_gold_too(there: Desk, call: Call) -> None:
    text = article(0)
    start = text.index(QUOTE)
    quote = {"type": "direct", "fragments": [[start, start + len(QUOTE)]]}
    row = {"doc_id": "one", "text": text, "quotes": [quote]}
    (there.project / "spans.jsonl").write_text(json.dumps(row) + "\n\n")
    call("measure", "spans.jsonl")
    kept = {(what, metric): (value, n) for what, metric, value, n in there.ask(SCORES)}
    assert kept["direct quotes", "recall"] == (1.0, 1)
    assert kept["marked quotes", "precision"] == (0.5, 2), "the other quote is not labelled"


def test_a_text_that_cannot_be_read_counts_as_read_wrongly(there: Desk, call: Call) -> None:
    (gold_folder(there) / "one.txt").write_bytes(b"\0" * 5000)
    call("measure", "gold")
    kept = {(what, metric): value for what, metric, value, _ in there.ask(SCORES)}
    assert kept["headline", "accuracy"] == kept["quotes", "recall"] == 0.0


WRONG = {
    "no folder": (None, "no folder and no .jsonl file"),
    "no record": ({}, "no name.txt with a name.json"),
    "no JSON": ({"a.txt": "x", "a.json": "{"}, "no JSON"),
    "no record's shape": ({"a.txt": "x", "a.json": "[]"}, "no JSON object"),
    "a key of another kind": ({"a.txt": "x", "a.json": '{"quotes": {}}'}, "quotes is no list"),
    "a bottomless record": ({"a.txt": "x", "a.json": "[" * 100_000}, "no JSON"),
    "nothing to mark": ({"a.txt": "x", "a.json": "{}"}, "nothing in it can be marked"),
    "an empty file of lines": ({"a.jsonl": "\n"}, "no line with a text"),
    "a line that is none": ({"a.jsonl": '{"doc_id": "1"}'}, "doc_id and text"),
}


@pytest.mark.parametrize(("files", "said"), WRONG.values(), ids=WRONG)
def test_what_is_no_gold_is_said_and_nothing_is_kept(
    there: Desk, files: dict[str, str] | None, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = there.project / "gold"
    for name, text in (files or {}).items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    if files == {}:
        folder.mkdir()
    before = everything(there.settings.published)
    given = next(folder.glob("*.jsonl"), folder)
    assert run(["measure", str(given)]) == 2
    assert said in capfd.readouterr().err
    assert everything(there.settings.published) == before


def test_nothing_is_kept_without_a_whole_warehouse_or_beside_a_run(
    there: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    gold = gold_folder(there)
    with run_lock(there.settings.data):
        assert run(["measure", str(gold)]) == 3
    assert "another run is at work" in capfd.readouterr().err
    assert run(["measure", str(gold), "--data", str(there.project / "elsewhere")]) == 2
    assert "there is no warehouse" in capfd.readouterr().err
