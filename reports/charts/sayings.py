"""Quotes of one speaker, or on one topic, each with the way to its place in the article."""

import polars as pl

from reports.charts.shapes import Row
from reports.links import Links, article


def sayings(frame: pl.DataFrame, links: Links) -> list[Row]:
    """Columns by name: quote_id, article_id, quote, type, cue, source, date, headline; speaker and speaker_entity_id if shown.

    `quote` is without quotation marks when type is `direct`.
    """
    return [
        {"speaker": None, "speaker_href": None}
        | row
        | {
            "href": article(row["article_id"], row["quote_id"]),
            "source_href": links.sources.get(row["source"]),
            "speaker_href": links.speakers.get(row.get("speaker_entity_id", "")),
        }
        for row in frame.iter_rows(named=True)
    ]
