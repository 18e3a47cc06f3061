"""Scores on gold, kept for good: what was measured when, with which code and model."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

import duckdb

from warehouse.transaction import transaction


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The first columns of `quality_metrics`; `measured_at` is aware, in UTC."""

    measured_at: datetime
    gold: str
    gold_sha256: str
    code_version: str
    model: str


def record_scores(
    con: duckdb.DuckDBPyConnection, circumstances: Circumstances, scores: Sequence[tuple[str, str, float, int]]
) -> None:
    """Enter the scores (metric, slice, value, n) of one measurement, in one transaction."""
    with transaction(con):
        con.executemany(
            'INSERT INTO quality_metrics (measured_at, gold, gold_sha256, code_version, model, metric, slice, "value", n)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [[*astuple(circumstances), *score] for score in scores],
        )
