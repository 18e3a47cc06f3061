"""Two invented articles in a warehouse, and the files of the pages that are drawn by script."""

import json
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from flows.publish import write_site
from transforms.schema import TABLES
from warehouse.database import open_for_write
from warehouse.publish import publish
from warehouse.refresh import refresh

Rows = dict[str, list[dict[str, Any]]]

NOW = datetime(2031, 7, 25, 6, 0, tzinfo=UTC)
# Seals lie outside the first plane of Unicode: a string of JavaScript counts each as two.
STORY = (
    "🦭 Bridge to reopen\n\nDOVRIN, 14 July – “We will reopen the bridge, 🦭” said Ilse Marrow, “before the first frost.”\n\n"
    "She added that nobody had read the survey of the Tides Office.\nRead more 🦭\n"
)
OWNED = "document.documentElement.setAttribute('data-owned','yes')"
HOSTILE = (
    f'=1+2</script><img src=x onerror="{OWNED}">\n\nOfficials said that <script>{OWNED}</script> \u202eevil\u202c was '
    "=cmd in the Marrow file.\n"
)
FIRST, SECOND = "a" * 16, "b" * 16
QUOTES = {"1" * 16: "direct", "2" * 16: "indirect", "3" * 16: "indirect"}


def span(text: str, words: str) -> dict[str, int]:
    """The place of the words in the text, in code points."""
    start = text.index(words)
    return {"char_start": start, "char_end": start + len(words)}


def _frame(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    fill = {pl.String: "", pl.Int64: 0, pl.Float64: 0.5, pl.Boolean: True, pl.List: [], pl.Datetime: NOW}
    columns = TABLES[table].columns()
    blank = {name: None if column.nullable else fill[type(column.dtype)] for name, column in columns.items()}
    return pl.DataFrame([blank | row for row in rows], schema={name: c.dtype for name, c in columns.items()})


def _mention(article: str, name: str, surface: str, label: str, **fields: Any) -> dict[str, Any]:
    text = STORY if article == FIRST else HOSTILE
    name_id = f"{abs(hash_of(name)):016x}"
    return {
        "article_id": article, "name_id": name_id, "canonical_name": name, "surface": surface, "kind": "name", "label": label,
        "in_segment": "body", **span(text, surface), **fields,
    }  # fmt: skip


def hash_of(name: str) -> int:
    """The same number for a name in every process."""
    return zlib.crc32(name.encode())


def _spans(quote: str, article: str, text: str, roles: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    for role, fragments in roles.items():
        for number, words in enumerate(fragments, 1):
            key = {"quote_id": quote, "article_id": article, "role": role, "fragment_no": number}
            yield key | span(text, words)


def rows() -> Rows:
    """What the warehouse holds: one quotation in two fragments, one paraphrase, and an article of hostile text."""
    direct, indirect, evil = QUOTES
    fragments = ["“We will reopen the bridge, 🦭”", "“before the first frost.”"]
    whole = STORY[STORY.index(fragments[0]) : STORY.index(fragments[1]) + len(fragments[1])]
    retold = "nobody had read the survey of the Tides"
    said = "<script>" + OWNED + "</script> \u202eevil\u202c was =cmd"
    marrow = {
        "speaker_kind": "named_person",
        "speaker_name": "Ilse Marrow",
        "speaker_name_id": f"{hash_of('Ilse Marrow'):016x}",
    }
    lines = STORY.split("\n\n")
    body = lines[1].removeprefix("DOVRIN, 14 July – ")
    return {
        "files": [{"path": f"inbox/{name}.txt", "version_no": 1, "document_id": key, "status": "current"} for name, key in (("bridge", FIRST), ("=evil", SECOND))],
        "documents": [{"document_id": FIRST, "sha256": "0" * 64, "text": STORY}, {"document_id": SECOND, "sha256": "1" * 64, "text": HOSTILE}],
        "articles": [
            {"article_id": FIRST, "document_id": FIRST, "article_no": 1, "source": "Harbour Post", "headline": lines[0], "content_date": date(2031, 7, 14), "date_precision": "day"},
            {"article_id": SECOND, "document_id": SECOND, "article_no": 1, "headline": HOSTILE.split("\n")[0], "date_precision": "none", "quality_flags": ["no_date"]},
        ],
        "segments": [
            {"article_id": FIRST, "segment_no": 1, "kind": "headline", **span(STORY, lines[0])},
            {"article_id": FIRST, "segment_no": 2, "kind": "dateline", **span(STORY, "DOVRIN, 14 July –")},
            {"article_id": FIRST, "segment_no": 3, "kind": "body", "paragraph_no": 1, **span(STORY, body)},
            {"article_id": FIRST, "segment_no": 4, "kind": "body", "paragraph_no": 2, **span(STORY, "She added that nobody had read the survey of the Tides Office.")},
            {"article_id": FIRST, "segment_no": 5, "kind": "boilerplate", **span(STORY, "Read more 🦭")},
            {"article_id": SECOND, "segment_no": 1, "kind": "body", "paragraph_no": 1, "char_start": 0, "char_end": len(HOSTILE)},
        ],
        "evidence": [{"article_id": FIRST, "field": "headline", "value": lines[0], "rule": "headline_line", "confidence": 0.9, **span(STORY, lines[0])}],
        "mentions": [
            _mention(FIRST, "Ilse Marrow", "Ilse Marrow", "PERSON"),
            _mention(FIRST, "Ilse Marrow", "She", "PERSON", kind="pronoun"),
            _mention(FIRST, "Tides Office", "Tides Office", "ORG"),
            _mention(SECOND, "Marrow <b>", "Marrow", "PERSON"),
        ],
        "quotes": [
            {"quote_id": direct, "article_id": FIRST, "type": "direct", "content": whole, "verbatim": "We will reopen the bridge, 🦭 … before the first frost.", "cue": "said", "cue_class": "neutral", "speaker_text": "Ilse Marrow", "attribution_rule": "inverted", "attribution_signals": "cue=say +0.9; bias -0.8", "confidence": 0.97, "in_segment": "body", **marrow, **span(STORY, whole)},
            {"quote_id": indirect, "article_id": FIRST, "type": "indirect", "content": retold, "cue": "added", "speaker_text": "She", "attribution_rule": "subject+pronoun", "confidence": 0.61, "in_segment": "body", **marrow, **span(STORY, retold)},
            {"quote_id": evil, "article_id": SECOND, "type": "indirect", "content": said, "cue": "said", "speaker_kind": "unnamed", "speaker_text": "Officials", "attribution_rule": "subject+unnamed", "confidence": 0.6961, "in_segment": "body", **span(HOSTILE, said)},
        ],
        "quote_spans": [
            *_spans(direct, FIRST, STORY, {"content": fragments, "source": ["Ilse Marrow"], "cue": ["said"]}),
            *_spans(indirect, FIRST, STORY, {"content": [retold], "source": ["She"], "cue": ["added"]}),
            *_spans(evil, SECOND, HOSTILE, {"content": [said], "source": ["Officials"], "cue": ["said"]}),
        ],
        "quote_topics": [{"quote_id": direct, "article_id": FIRST, "topic_id": "medtop:11000000", "rank": 1}],
        "article_topics": [{"article_id": FIRST, "topic_id": "medtop:11000000", "rank": 1}],
        "runs": [{"run_id": "7" * 16, "started_at": NOW, "ended_at": NOW, "status": "completed", "code_version": "0.1.0"}],
    }  # fmt: skip


def site(folder: Path, contents: Rows) -> Path:
    """The report site of a warehouse with these rows."""
    with open_for_write(folder / "work.duckdb") as con:
        for table, some in contents.items():
            frame = _frame(table, some)  # noqa: F841 (the statement reads it)
            con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM frame")
        refresh(con)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    write_site(folder / "published.duckdb", folder / "site")
    return folder / "site"


def unpacked(file: Path) -> Any:
    """What a data file hands to its page."""
    call = re.fullmatch(r'take\("([\w/]+)",(\d+),"(.*)"\);\n', file.read_text("utf-16"))
    assert call is not None
    assert file.as_posix().endswith(f"/{call[1]}.js")
    bits = "".join(f"{ord(sign) - 0x3000:015b}" for sign in call[3])
    content = bytes(int(bits[start : start + 8], 2) for start in range(0, 8 * int(call[2]), 8))
    return json.loads(zlib.decompress(content))
