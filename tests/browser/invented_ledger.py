"""A published warehouse of invented outlets and people, with rows in every table; and the same with hostile text in every field."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import dataframely as dy
import duckdb
import polars as pl

from flows.identity import attach_names
from transforms.records import identifier
from transforms.schema import TABLES
from warehouse.database import open_for_write
from warehouse.publish import publish
from warehouse.refresh import refresh

NOON = datetime(2031, 5, 6, 12, 0, tzinfo=UTC)
# Two of them are names that every JavaScript object answers to: no look-up of the site may mistake them for a filter.
SOURCES = ("Harbour Post", "Quayside Wire", "Harbour Post", None, "Fenland Echo", "constructor", "Quayside Wire")
PEOPLE = (
    ("Ilse Marrow", "minister of tides", "female"), ("Tobias Quent", "harbour master", "male"), ("Adaeze Follow-Lund", "mayor", "female"),
    ("Jun Osei", "ferry pilot", "male"), ("Petra van der Holm", "surveyor", "female"), ("__proto__", "councillor", "male"),
)  # fmt: skip
TOPICS = ("medtop:11000000", "medtop:04000000", "medtop:15000000", "medtop:03000000")
SAYINGS = (
    "We will reopen the {} before the first frost, and not a day later",
    "Jun Osei had not read the survey of the {}",
    "The levy on the {} is a tax on people who have no other road to work",
    "I have asked for the minutes of the {}, and I have been given nothing",
    "No sane operator would insure the {} in its present state",
)
THINGS = ("bridge", "ferry", "pier", "market hall", "tide mill", "lock gate", "lighthouse")
REPEATED = "The sea does not wait for a tender"
TYPES = ("direct", "indirect", "mixed")
CUES = (("said", "neutral"), ("warned", "warn"), ("told reporters", "neutral"), ("denied", "deny"))
FILL: dict[type, Any] = {
    pl.String: "words",
    pl.Int64: 1,
    pl.Float64: 0.5,
    pl.Boolean: True,
    pl.List: [],
    pl.Datetime: NOON,
}
ARTICLES = 26
RUN, ODD_RUN = "00000000000000b2", "00000000000000b1"
# Words that SQL chooses by: with hostile text in all rows there would be nothing left to show, so it goes into the last one.
CHOSEN_BY = {"topics.scheme", "evidence.field", "name_attributes.value", "entity_attributes.value"}

Rows = dict[str, list[dict[str, Any]]]


class Text:
    """A text that grows piece by piece and says where each piece came to stand."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, piece: str) -> dict[str, int]:
        """Append and give the offsets."""
        start = len(self.text)
        self.text += piece
        return {"char_start": start, "char_end": len(self.text)}


def published(folder: Path, planted: str = "", articles: int = ARTICLES) -> Path:
    """Publish the invented ledger in `folder`; every text field then starts with `planted`, if that is not empty."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_for_write(folder / "work.duckdb") as con:
        rows: Rows = {}
        for part in (*(article(number, planted) for number in range(articles)), _apart()):
            for table, more in part.items():
                rows[table] = rows.get(table, []) + more
        _insert(con, rows)
        attach_names(con)
        refresh(con)
        _insert(con, {"recurring_lines": [{"source": "Harbour Post", "line": "Read more"}]})
        if planted:
            plant(con, planted)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


def text_columns() -> Iterator[tuple[str, str, Any]]:
    """Table, name and declaration of every column that holds words; identifiers and codes have a pattern that they must match."""
    for table, schema in TABLES.items():
        for name, column in schema.columns().items():
            if isinstance(column, dy.List) or (isinstance(column, dy.String) and not column.regex):
                yield table, name, column


def plant(con: duckdb.DuckDBPyConnection, planted: str) -> None:
    """Put `planted` before every text that does not hold it yet; into the last row only where SQL chooses by the words."""
    for table, name, column in text_columns():
        if isinstance(column, dy.List):
            con.execute(f'UPDATE {table} SET "{name}" = list_transform("{name}" || [\'x\'], x -> $1 || x)', [planted])
            continue
        chosen = (column.metadata or {}).get("one_of") or f"{table}.{name}" in CHOSEN_BY
        last = f"rowid = (SELECT max(rowid) FROM {table})" if chosen else "true"
        con.execute(
            f"""UPDATE {table} SET "{name}" = $1 || coalesce("{name}", 'words')
            WHERE NOT contains(coalesce("{name}", ''), $1) AND {last}
                AND ("{name}" IS NOT NULL OR (SELECT count("{name}") FROM {table}) = 0)""",
            [planted],
        )


def article(number: int, planted: str = "") -> Rows:
    """One file with one article: headline, byline, dateline, three paragraphs with a quote each."""
    path, source = f"inbox/{number:04}.txt", SOURCES[number % len(SOURCES)]
    document_id, thing = identifier("document", number), THINGS[number % len(THINGS)]
    article_id = identifier(document_id, 1)
    at = {"article_id": article_id}
    told, rows = Text(), _held(number, article_id, source)
    segments = []
    for kind, words in (
        ("section", "News"),
        ("headline", f"{thing.capitalize()}: what the council heard"),
        ("byline", "By Nell Harrow"),
        ("dateline", "PORT AVEN"),
    ):
        segments.append({"kind": kind, **told.add(planted + words)})
        told.add("\n\n")
    for place in range(3):
        start = len(told.text)
        _paragraph(rows, told, (number, place, planted), at)
        segments.append({"kind": "body", "paragraph_no": place + 1, "char_start": start, "char_end": len(told.text)})
        told.add("\n\n")
    head = segments[1]
    rows["segments"] = [at | {"segment_no": no} | segment for no, segment in enumerate(segments, 1)]
    rows["evidence"] = [
        at | {"field": "headline", "value": "x", "rule": "first_line"} | _span(head),
        at | {"field": "source", "value": "x", "rule": "source_map", "char_start": None, "char_end": None},
    ]
    day, dated = date(2031, 5, 1) + timedelta(days=number * 5 % 23), number % 6 != 5
    rows["articles"][0] |= {
        "document_id": document_id,
        "headline": told.text[head["char_start"] : head["char_end"]],
        "content_date": day if dated else None,
        "date_precision": "day" if dated else "none",
    }
    digest = sha256(told.text.encode()).hexdigest()
    ledger = {"path": path, "document_id": document_id, "sha256": digest, "status": "current", "mapped_source": source}
    rows["files"] = [ledger | {"version_no": 1, "run_id": RUN, "batch_id": RUN}]
    rows["documents"] = [{"document_id": document_id, "sha256": digest, "text": told.text, "run_id": RUN}]
    if number == 3:  # read again with another content
        older = {"document_id": identifier("document", 2), "version_no": 1, "status": "superseded"}
        rows["files"] = [rows["files"][0] | {"version_no": 2}, rows["files"][0] | older]
    return rows


def _held(number: int, article_id: str, source: str | None) -> Rows:
    at, topic = {"article_id": article_id}, TOPICS[(number + number // 5) % len(TOPICS)]
    facts = {"source": source, "section": "News", "language": "en", "n_words": 70, "article_no": 1}
    by = {"bylines": ["Nell Harrow"], "dateline_place": "Port Aven", "agency": "QW", "quality_flags": ["short"]}
    sectioned = {"topic_id": "section:news", "rank": 1, "method": "printed_section", "score": 1.0}
    return {
        "articles": [at | facts | by],
        "article_topics": [at | {"topic_id": topic, "rank": 1, "method": "lexicon"}, at | sectioned],
        "key_phrases": [at | {"phrase": THINGS[number % len(THINGS)], "char_start": 0, "char_end": 4}],
        "time_expressions": [
            at
            | {"surface": "Tuesday", "value": "2031-05-06", "precision": "day", "basis": "relative"}
            | {"char_start": 0, "char_end": 4, "in_segment": "body"}
        ],
        "mentions": [],
        "quotes": [],
        "quote_spans": [],
        "quote_topics": [],
        "name_attributes": [],
    }


def _paragraph(rows: Rows, told: Text, which: tuple[int, int, str], at: dict[str, Any]) -> None:
    """Words, a quote, its cue and its speaker, with their rows."""
    number, place, planted = which
    turn = number * 3 + place
    said = REPEATED if turn % 9 == 0 else SAYINGS[turn % len(SAYINGS)].format(THINGS[(turn // 3) % len(THINGS)])
    form, (cue, cue_class) = TYPES[turn % 3], CUES[turn % len(CUES)]
    told.add(f"The council met again on Tuesday, for the {number + 2}th time. “")
    span = told.add(planted + said)
    told.add(",” ")
    cued = told.add(cue)
    told.add(" ")
    quote_id = identifier(at["article_id"], span["char_start"], span["char_end"], form)
    if said.startswith(PEOPLE[3][0]):
        begin = span["char_end"] - len(said)
        at_name = {"char_start": begin, "char_end": begin + len(PEOPLE[3][0])}
        _mention(rows, PEOPLE[3][0], at_name, at | {"quote_id": quote_id})
    who = _speaker(rows, told, turn, at)
    told.add(" after the sitting.")
    content = told.text[span["char_start"] : span["char_end"]]
    words = len(said.split())
    rows["quotes"].append(
        at | {"quote_id": quote_id, "quote_no": place + 1, "type": form, "content": content, "form": "quote_cue_speaker"}
        | {"verbatim": content if form == "direct" else None, "cue": cue, "cue_class": cue_class, "in_segment": "body"}
        | {"confidence": (0.97, 0.81, 0.42)[place], "n_words": words, "n_verbatim_words": words if form == "direct" else 0}
        | {"attribution_rule": "nearest_cue", "attribution_signals": "cue +2.1", "addressee_text": "reporters"} | span | who
    )  # fmt: skip
    spans = [("content", span), ("cue", cued)]
    rows["quote_spans"] += [
        at | {"quote_id": quote_id, "role": role, "fragment_no": 1} | where for role, where in spans
    ]
    rows["quote_topics"].append(
        at | {"quote_id": quote_id, "topic_id": TOPICS[turn % len(TOPICS)], "rank": 1, "method": "lexicon"}
    )


def _speaker(rows: Rows, told: Text, turn: int, at: dict[str, Any]) -> dict[str, Any]:
    """A named person mostly, at times nobody in particular."""
    if turn % 5 == 4:
        told.add("officials")
        return {"speaker_kind": "unnamed", "speaker_text": "Officials"}
    if turn % 11 == 10:
        told.add("a voice")
        return {"speaker_kind": "unknown"}
    name, role, gender = PEOPLE[5 if turn % 21 == 0 else turn * (turn + 3) // 2 % 5]
    named = _mention(rows, name, told.add(name), at)
    name_id = named["name_id"]
    rows["name_attributes"] += [
        named | {"attribute": attribute, "value": value} for attribute, value in (("role", role), ("gender", gender))
    ]
    return {"speaker_kind": "named_person", "speaker_text": name, "speaker_name_id": name_id, "speaker_name": name}


def _mention(rows: Rows, name: str, span: dict[str, int], at: dict[str, Any]) -> dict[str, Any]:
    named = {"article_id": at["article_id"], "name_id": identifier("PERSON", name.casefold())} | span
    kind = {"canonical_name": name, "surface": name, "kind": "name", "label": "PERSON", "in_segment": "body"}
    rows["mentions"].append({"quote_id": None, "country_iso": None, "geonames_id": None} | kind | at | named)
    return named


def _apart() -> Rows:
    """What does not belong to an article: runs, rejects, a correction, a model, scores."""
    known = {"status": "completed", "started_at": NOON, "ended_at": NOON, "code_version": "0.1.0", "model": "none 1.0"}
    counted = {"n_seen": 44, "n_new": 42, "n_rejected": 2, "config": "{}", "seconds": "{}"}
    gold = {"gold": "invented", "gold_sha256": "0" * 64, "slice": "quotes", "value": 0.9, "n": 40}
    refused = [("inbox/empty.txt", "empty", "0 bytes"), ("inbox/picture.txt", "not_text", "NUL bytes at offset 0")]
    return {
        "runs": [
            known | counted | {"run_id": RUN},
            known | counted | {"run_id": ODD_RUN, "started_at": NOON - timedelta(days=1), "status": "interrupted"},
        ],
        "rejects": [{"path": path, "run_id": RUN, "reason": why, "detail": what} for path, why, what in refused],
        "files": [
            {"path": path, "version_no": 1, "status": "rejected", "run_id": RUN, "batch_id": RUN, "mapped_source": None}
            for path, _, _ in refused
        ],
        "reviews": [
            {"review_id": RUN, "action": "rename", "type": "PERSON", "name": "nobody known", "target": "Nobody Known"}
        ],
        "topic_models": [{"model": "invented", "run_id": RUN}],
        "quality_metrics": [gold | {"metric": metric} for metric in ("precision", "recall")],
    }


def _insert(con: duckdb.DuckDBPyConnection, rows: Rows) -> None:
    for table, contents in rows.items():
        frame = _frame(table, contents)  # noqa: F841 (the statement reads it)
        con.execute(f"INSERT INTO {table} BY NAME FROM frame")


def _frame(table: str, rows: Sequence[dict[str, Any]]) -> pl.DataFrame:
    columns = TABLES[table].columns()
    blank = {name: None if column.nullable else FILL.get(type(column.dtype)) for name, column in columns.items()}
    schema = {name: column.dtype for name, column in columns.items()}
    return pl.DataFrame([blank | row for row in rows], schema=schema, orient="row")


def _span(segment: dict[str, Any]) -> dict[str, Any]:
    return {name: segment[name] for name in ("char_start", "char_end")}
