"""An invented warehouse for the site: one story in two sources, one of them unknown, with one person who speaks."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from transforms.schema import TABLES
from warehouse.database import open_for_write
from warehouse.publish import publish
from warehouse.refresh import refresh

Rows = dict[str, list[dict[str, Any]]]

NOW = datetime(2031, 7, 25, 6, 0, tzinfo=UTC)
SAID = "We will reopen the bridge before the first frost."
RETOLD = "the survey had been read by nobody"
STORY = f"Bridge to reopen\n\n“{SAID}” said Ilse Marrow. Officials said that {RETOLD}.\n"
MARROW = f"{99:016x}"


def key(number: int) -> str:
    """An identifier."""
    return f"{number:016x}"


def rows(n_articles: int) -> Rows:
    """Articles of Harbour Post (odd ones, politics) and of unknown source; each quotes Ilse Marrow and officials."""
    numbers = range(1, n_articles + 1)
    marrow = {
        "name_id": MARROW,
        "canonical_name": "Ilse Marrow",
        "surface": "Ilse Marrow",
        "kind": "name",
        "label": "PERSON",
    }
    direct = {
        "type": "direct", "verbatim": SAID, "cue": "said", "cue_class": "neutral", "speaker_kind": "named_person",
        "speaker_name_id": MARROW, "speaker_name": "Ilse Marrow",
    }  # fmt: skip
    retold = {
        "type": "indirect",
        "speaker_kind": "unnamed",
        "speaker_text": "Officials",
        "cue": "warned",
        "cue_class": "warn",
    }
    return {
        "files": [{"path": f"inbox/{i}.txt", "version_no": 1, "document_id": key(i), "status": "current"} for i in numbers],
        "documents": [{"document_id": key(i), "sha256": "0" * 64, "text": STORY} for i in numbers],
        "articles": [article(i, "Harbour Post" if i % 2 else None, date(2031, 7, i) if i > 1 else None) for i in numbers],
        "mentions": [
            {"article_id": key(i), **marrow, "char_start": 71, "char_end": 82, "in_segment": "body"} for i in numbers
        ],
        "quotes": [_quote(i, i, SAID, **direct) for i in numbers] + [_quote(50 + i, i, RETOLD, **retold) for i in numbers],
        "article_topics": [{"article_id": key(i), "topic_id": "medtop:11000000", "rank": 1} for i in numbers if i % 2],
        "runs": [{"run_id": key(7), "started_at": NOW, "ended_at": NOW, "status": "completed", "code_version": "0.1.0"}],
    }  # fmt: skip


def article(number: int, source: str | None, day: date | None) -> dict[str, Any]:
    """A row of the table articles."""
    return {
        "article_id": key(number),
        "document_id": key(number),
        "article_no": 1,
        "source": source,
        "headline": "Bridge to reopen",
        "content_date": day,
        "date_precision": "day" if day else "none",
    }


def published_with(folder: Path, contents: Rows) -> Path:
    """A published warehouse that holds these rows."""
    folder.mkdir(exist_ok=True)
    with open_for_write(folder / "work.duckdb") as con:
        for table, of_table in contents.items():
            frame = _frame(table, of_table)  # noqa: F841 (the statement reads it)
            con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM frame")
        refresh(con)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


def _frame(table: str, of_table: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows of a table with harmless values in the columns that a row does not name."""
    fill = {pl.String: "", pl.Int64: 0, pl.Float64: 0.5, pl.Boolean: True, pl.List: [], pl.Datetime: NOW}
    columns = TABLES[table].columns()
    blank = {name: None if column.nullable else fill[type(column.dtype)] for name, column in columns.items()}
    return pl.DataFrame([blank | row for row in of_table], schema={name: c.dtype for name, c in columns.items()})


def _quote(number: int, of_article: int, content: str, **fields: Any) -> dict[str, Any]:
    start = STORY.index(content)
    place = {"char_start": start, "char_end": start + len(content), "n_words": len(content.split())}
    ids = {"quote_id": key(number), "article_id": key(of_article), "content": content, "in_segment": "body"}
    return ids | place | fields
