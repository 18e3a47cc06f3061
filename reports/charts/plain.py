"""Figures that are no grid: their columns go by name."""

import polars as pl

from reports.charts.shapes import Row
from reports.links import Links, article

QUOTE = (
    "quote_id", "article_id", "speaker_entity_id", "quote", "type", "speaker", "cue", "source", "date", "headline", "path", "char_start", "prefix", "printed",
    "suffix", "confidence",
)  # fmt: skip
ECHO = ("quote_id", "article_id", "speaker_entity_id", "quote", "type", "speaker", "printed_by")


def lead(frame: pl.DataFrame, links: Links) -> list[Row]:
    """Columns by name: finding (one sentence), detail (more of them). The first row is the headline of the page."""
    return frame.select("finding", "detail").to_dicts()


def numbers(frame: pl.DataFrame, links: Links) -> list[Row]:
    """Columns by name: label, value (a count), note (null: none); `page`, where there is one, is where the label leads."""
    named = [] if "page" not in frame.columns or not links.site else ["page"]
    return [{"page": None} | row for row in frame[["label", "value", "note", *named]].iter_rows(named=True)]


def cards(frame: pl.DataFrame, links: Links) -> list[Row]:
    """Columns by name, see `QUOTE`; `quote` is without quotation marks when type is `direct`, `printed` as in the file."""
    return _placed(frame[list(QUOTE)], links)


def echoes(frame: pl.DataFrame, links: Links) -> list[Row]:
    """Columns by name, see `ECHO`: utterances that several articles print, `printed_by` says how many."""
    return _placed(frame[list(ECHO)], links)


def _placed(frame: pl.DataFrame, links: Links) -> list[Row]:
    """The rows with the places of their quote and of their speaker."""
    return [
        row
        | {
            "href": article(row["article_id"], row["quote_id"]) if links.site else None,
            "speaker_href": links.speakers.get(row["speaker_entity_id"]),
        }
        for row in frame.iter_rows(named=True)
    ]
