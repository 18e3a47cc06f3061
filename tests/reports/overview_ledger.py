"""A published warehouse of fourteen invented outlets of uneven size, for the numbers of the overview."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from flows.identity import attach_names
from transforms.records import identifier
from transforms.schema import TABLES
from warehouse.database import open_for_write
from warehouse.publish import publish
from warehouse.refresh import refresh

NOON = datetime(2031, 7, 25, 12, 0, tzinfo=UTC)
SOURCES = ["Harbour Post"] * 21 + ["Quayside Wire"] * 12 + [None] * 9 + ["Fenland Echo"] * 6
SOURCES += [f"Upland Radio {number}" for number in range(1, 11)]
TOPICS = [f"medtop:{code}000000" for code in ("11", "04", "02", "15", "01", "07", "16", "13", "05", "06", "12", "03")]
PEOPLE = ["Ilse Marrow", "Tobias Quent", "Adaeze Follow-Lund", "Petra van der Holm", "Jun Osei", "Nell Harrow"]
KINDS = ("named_person", "named_person", "organisation", "unnamed", "unknown")
TYPES = ("direct", "mixed", "indirect")
FILL: dict[type, Any] = {
    pl.String: "",
    pl.Int64: 0,
    pl.Float64: 0.5,
    pl.Boolean: True,
    pl.List: [],
    pl.Datetime: NOON,
}

Rows = dict[str, list[dict[str, Any]]]


def published(folder: Path) -> Path:
    """Publish the invented ledger in `folder`."""
    with open_for_write(folder / "work.duckdb") as con:
        chunks = [_article(number, source) for number, source in enumerate(SOURCES)]
        for table in {table for chunk in chunks for table in chunk}:
            contents = _frame(table, [row for chunk in chunks for row in chunk.get(table, [])])  # noqa: F841
            con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM contents")
        attach_names(con)
        refresh(con)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


def _frame(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    columns = TABLES[table].columns()
    blank = {name: None if column.nullable else FILL[type(column.dtype)] for name, column in columns.items()}
    return pl.DataFrame([blank | row for row in rows], schema={name: c.dtype for name, c in columns.items()})


def _article(number: int, source: str | None) -> Rows:
    document_id = identifier("document", number)
    article_id = identifier(document_id, 1)
    at = {"article_id": article_id}
    dated = number % 4 > 0
    rows: Rows = {
        "files": [{"path": f"inbox/{number:04}.txt", "version_no": 1, "document_id": document_id, "status": "current"}],
        "articles": [
            at
            | {
                "document_id": document_id,
                "article_no": 1,
                "source": source,
                "date_precision": "day" if dated else "none",
            }
            | {"content_date": date(2031, 7, 1) + timedelta(number * 3 % 24) if dated else None}
            | {"headline": f"Bridge {number} to reopen" if number % 7 else None}
        ],
        "article_topics": [
            at | {"topic_id": TOPICS[turn % len(TOPICS)], "rank": rank, "method": "lexicon"}
            for rank, turn in enumerate([3] if source == "Fenland Echo" else {number // 5, number // 3 + 1}, 1)
            if number % 9
        ],
        "mentions": [],
        "quotes": [],
    }
    if number % 13 == 0:
        refused = {"path": f"inbox/bad-{number}.txt", "version_no": 1, "status": "rejected", "mapped_source": source}
        rows["files"].append(refused)
    text = f"Bridge {number} to reopen\n\n"
    for turn in range(number % 4 + 1):
        text += _quote(rows, text, at, number + turn)
    rows["documents"] = [{"document_id": document_id, "sha256": "0" * 64, "text": text}]
    return rows


def _quote(rows: Rows, before: str, at: dict[str, Any], turn: int) -> str:
    """A sentence with a quote, whose rows it adds: some repeated, some in a headline, some no speech."""
    said = f"We will reopen bridge {turn % 9} before the first frost, not a day later"
    kind, form = KINDS[turn % len(KINDS)], TYPES[turn // 2 % len(TYPES)]
    name = PEOPLE[turn * turn % len(PEOPLE)] if kind == "named_person" else "Ministry of Tides"
    named = {"name_id": identifier("PERSON" if kind == "named_person" else "ORG", name.casefold())}
    who: dict[str, Any] = {"speaker_kind": kind, "speaker_text": "Officials" if kind == "unnamed" else None}
    start = len(before) + 1
    if kind in ("named_person", "organisation"):
        who |= {"speaker_name_id": named["name_id"], "speaker_name": name, "speaker_text": name}
        place = {"char_start": start + len(said) + 7, "char_end": start + len(said) + 7 + len(name)}
        label = {"kind": "name", "label": "PERSON" if kind == "named_person" else "ORG", "in_segment": "body"}
        rows["mentions"].append(at | named | label | place | {"canonical_name": name, "surface": name})
    rows["quotes"].append(
        at | who
        | {"quote_id": identifier(at["article_id"], start), "quote_no": len(rows["quotes"]) + 1, "type": form, "content": said}
        | {"verbatim": said if form == "direct" else None, "speech": turn % 17 != 0, "n_words": len(said.split())}
        | {"in_segment": "headline" if turn % 11 == 0 else "body", "char_start": start, "char_end": start + len(said)}
        | {"cue": "said", "confidence": turn % 10 / 10}
    )  # fmt: skip
    return f"“{said}” said {name}. "
