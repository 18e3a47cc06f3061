"""The page on which every quotation is searched, and the quotations as its script reads them.

They lie in files of `SHARD` quotations each, the oldest in the first: new articles change the last files only. A file
holds columns, and lists of what repeats in them; `assets/search.js` reads it.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from reports.page import Files, Page, template
from reports.shards import packed, plain

SHARD = 20_000
_NO_TOPIC = "(no topic)"
_SPEAKER = ("speaker", "speaker_entity_id", "speaker_kind")
_ARTICLE = ("article_id", "headline", "source", "date", "path")


def files(said: pl.DataFrame, sources: Sequence[str], page: Page, sql: str) -> Files:
    """The page and its data: `said` as `sql` gives it, oldest first; `sources` in the order of every page."""
    shards = [said.slice(start, SHARD) for start in range(0, len(said), SHARD)]
    yield plain("quotes", _about(said, sources, shards))
    for number, shard in enumerate(shards, start=1):
        yield packed(f"quotes/{number:04}", json.dumps(_columns(shard), ensure_ascii=False, separators=(",", ":")))
    html = template("quotes.html").render(page=page, root=page.root, sql=sql, n_quotes=len(said))
    yield page.path, html.encode()


def _about(said: pl.DataFrame, sources: Sequence[str], shards: Sequence[pl.DataFrame]) -> dict[str, Any]:
    """What the page knows before it loads a shard: how many there are, the order of sources, topics, and the days covered."""
    quoted = set(said["source"].unique())
    days = said["date"].drop_nulls()
    return {
        "shards": [len(shard) for shard in shards],
        "sources": [source for source in sources if source in quoted],
        "topics": _topics(said),
        "days": [str(days.min()), str(days.max())] if len(days) else [],
    }


def _topics(said: pl.DataFrame) -> list[str]:
    """The topic of most quotations first, those without one last."""
    counted = said.select(topic=pl.col("topics").explode()).drop_nulls().group_by("topic").len()
    ordered = counted.sort(pl.col("topic") == _NO_TOPIC, -pl.col("len").cast(pl.Int64), "topic")
    return ordered["topic"].to_list()


def _columns(shard: pl.DataFrame) -> dict[str, Any]:
    speakers, speaker = _listed(shard, _SPEAKER)
    articles, article = _listed(shard, _ARTICLE)
    cues, cue = _listed(shard, ("cue",))
    topics, topic = _listed_topics(shard)
    return {
        "speakers": speakers.select(pl.all().fill_null("")).to_dict(as_series=False),
        "articles": articles.with_columns(pl.col("date").cast(pl.String)).fill_null("").to_dict(as_series=False),
        "cues": cues["cue"].fill_null("").to_list(),
        "topics": topics,
        "speaker": speaker,
        "article": article,
        "cue": cue,
        "topic": topic,
        "type": "".join(kind[0] for kind in shard["type"]),
        "sure": _per_mille(shard["confidence"]).to_list(),
        "start": shard["char_start"].to_list(),
        "id": "".join(shard["quote_id"]),
        "words": shard["words"].to_list(),
    }


def _per_mille(share: pl.Series) -> pl.Series:
    """Whole thousandths, never rounded up: “at least 95 %” gives the rows that SQL gives for `>= 0.95`."""
    return (share * 1000 + 1e-6).floor().cast(pl.Int64)  # 0.57 is a hair less than 57 hundredths


def _listed(shard: pl.DataFrame, names: Sequence[str]) -> tuple[pl.DataFrame, list[int]]:
    """The distinct rows of some columns in the order of their first use, and of each quotation the place of its row."""
    distinct = shard.select(names).unique(maintain_order=True).with_row_index("place")
    places = shard.select(names).join(distinct, on=names, how="left", nulls_equal=True, maintain_order="left")["place"]
    return distinct.drop("place"), places.to_list()


def _listed_topics(shard: pl.DataFrame) -> tuple[list[str], list[list[int]]]:
    """The distinct topics of a shard, and of each quotation the places of its own."""
    known: dict[str, int] = {}
    places = [[known.setdefault(topic, len(known)) for topic in topics] for topics in _each(shard["topics"])]
    return list(known), places


def _each(lists: pl.Series) -> Iterator[list[str]]:
    return (topics or [] for topics in lists.to_list())
