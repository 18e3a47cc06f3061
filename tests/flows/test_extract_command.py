"""`newsledger extract`: the interface that measuring stands on."""

import gzip
import io
import json
from typing import Any

import pytest
from newsroom import Call, Desk, article, write

from flows.cli import run

EXTRACTED = {
    "article_no", "source", "section", "headline", "subhead", "byline", "dateline_place", "dateline_date", "content_date",
    "date_precision", "agency", "sign_off", "language", "body", "segments", "quotes", "entities", "attributes", "topics", "times",
}  # fmt: skip
QUOTE = {
    "start", "end", "fragments", "text", "type", "speech", "cue_text", "cue_start", "cue_end", "speaker_start",
    "speaker_end", "speaker_text", "speaker_canonical", "speaker_kind", "confidence", "topics",
}  # fmt: skip
ENTITY = {"start", "end", "text", "label", "canonical", "entity_id", "country_iso", "geonames_id"}


def assert_spans_fit(row: dict[str, Any], text: str) -> None:
    assert row.keys() - {"path", "doc_id"} == EXTRACTED
    assert row["quotes"]
    assert row["entities"]
    for quote in row["quotes"]:
        assert quote.keys() >= QUOTE
        assert text[quote["start"] : quote["end"]] == quote["text"]
        assert quote["cue_text"] is None or text[quote["cue_start"] : quote["cue_end"]] == quote["cue_text"]
        assert (
            quote["speaker_text"] is None
            or text[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]
        )
    assert all(entity.keys() == ENTITY for entity in row["entities"])
    assert all(text[entity["start"] : entity["end"]] == entity["text"] for entity in row["entities"])
    assert all(topic.keys() == {"id", "label", "score"} for topic in row["topics"])


def test_extract_prints_files_in_order_and_touches_no_warehouse(
    desk: Desk, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.project)
    write(desk.inbox, b=article(2), empty="")
    (desk.inbox / "a.txt.gz").write_bytes(gzip.compress(article(1).encode()))
    lines = call("extract", "inbox/empty.txt", "inbox/b.txt", "inbox/a.txt.gz").splitlines()
    rejected, second, packed = map(json.loads, lines)
    assert rejected == {"path": "inbox/empty.txt", "reject": {"reason": "empty", "detail": "zero bytes"}}
    assert (second["path"], packed["path"]) == ("inbox/b.txt", "inbox/a.txt.gz")
    assert_spans_fit(second, article(2))
    assert_spans_fit(packed, article(1))
    assert not desk.settings.data.exists()


def test_extract_reads_json_lines(desk: Desk, call: Call, capfd: pytest.CaptureFixture[str]) -> None:
    texts = ["\ufeff" + article(3).replace("\n", "\r\n"), " ", article(4)]
    file = desk.project / "in.jsonl"
    file.write_text("\n".join(json.dumps({"doc_id": n, "text": text}) for n, text in enumerate(texts)) + "\n\n")
    marked, empty, broken = map(json.loads, call("extract", "--jsonl", str(file)).splitlines())
    assert empty == {"doc_id": 1, "reject": {"reason": "empty", "detail": "no text"}}
    assert_spans_fit(marked, texts[0])
    assert_spans_fit(broken, texts[2])
    file.write_text('{"doc_id": "1"}\n')
    assert run(["extract", "--jsonl", str(file)]) == 2
    assert f"{file}:1" in capfd.readouterr().err


@pytest.mark.usefixtures("desk")
def test_extract_reads_stdin_and_survives_half_characters(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text = article(4).replace("will pay", "will \ud83d pay")
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"doc_id": "half \udfff", "text": text})))
    row = json.loads(call("extract", "--jsonl", "-"))
    assert row["doc_id"] == "half \udfff"
    assert_spans_fit(row, text.replace("\ud83d", "\ufffd"))
