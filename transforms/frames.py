"""Rows to validated frames: what leaves the transforms keeps the promises of `transforms.schema`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

import polars as pl

from transforms.records import Article, Row
from transforms.schema import TABLES


def article_rows(article: Article, n_sentences: int) -> dict[str, list[Row]]:
    """Rows of the structure station's tables: articles, segments, evidence."""
    body = " ".join(" ".join(article.slice(segment) for segment in article.spans("body")).split())
    columns = ("article_id", "document_id", "article_no", "source", "source_basis", "section", "headline", "subhead",
               "dateline_text", "dateline_place", "dateline_date", "agency", "content_date", "date_precision", "date_basis",
               "language")  # fmt: skip
    row = {column: getattr(article, column) for column in columns} | {
        "bylines": list(article.bylines),
        "sign_off": list(article.sign_off),
        "quality_flags": list(article.quality_flags),
        "n_words": len(body.split()),
        "n_sentences": n_sentences,
        "body_sha256": sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
    }
    key = {"article_id": article.article_id}
    return {
        "articles": [row],
        "segments": [
            key | {"segment_no": number, "kind": s.kind, "paragraph_no": s.paragraph_no, "char_start": s.char_start, "char_end": s.char_end}
            for number, s in enumerate(article.segments, 1)
        ],
        "evidence": [
            key | {"field": e.field, "value": e.value, "char_start": e.char_start, "char_end": e.char_end, "rule": e.rule, "confidence": e.confidence}
            for e in article.evidence
        ],
    }  # fmt: skip


def frames(rows: Mapping[str, Sequence[Row]]) -> tuple[dict[str, pl.DataFrame], dict[str, str]]:
    """Frames by table, and for each article with a row that breaks its table's promises the rule that it breaks.

    The frames hold every row whose own promises are kept; the caller drops the named articles whole.
    """
    good: dict[str, pl.DataFrame] = {}
    broken: dict[str, str] = {}
    for table, table_rows in rows.items():
        schema = TABLES[table]
        frame = pl.DataFrame(table_rows, schema=schema.create_empty().schema, orient="row")
        good[table], failures = schema.filter(frame)
        for rule, row in _failed(failures.details() if len(good[table]) < len(frame) else None):
            broken[row["article_id"]] = f"{table}: {rule}"
    return good, broken


def _failed(details: pl.DataFrame | None) -> list[tuple[str, Row]]:
    if details is None:
        return []
    failed = []
    for row in details.iter_rows(named=True):
        rules = [name for name, value in row.items() if value == "invalid"]
        failed.append((rules[0] if rules else "unknown rule", row))
    return failed


def merged(parts: Sequence[Mapping[str, Sequence[Row]]]) -> dict[str, list[Row]]:
    """Rows of several articles, by table."""
    tables: dict[str, list[Row]] = defaultdict(list)
    for part in parts:
        for table, table_rows in part.items():
            tables[table].extend(table_rows)
    return dict(tables)
