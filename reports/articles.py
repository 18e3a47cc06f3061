"""The page that shows an article as it was read, and the articles as its script reads them.

One page shows them all: its address says which. The texts lie in files by the first digits of the article's identifier,
so that a new article changes few files; `assets/article.js` reads them.
"""

from collections.abc import Mapping

import polars as pl

from reports.explanations import EXPLANATIONS
from reports.page import Files, Page, template
from reports.shards import packed, plain
from reports.signals import SIGNALS

PARTS = ("segments", "evidence", "quotes", "spans", "called", "names")
_PLACED = ("segments", "spans", "names")  # parts with many rows, all of them with a place in the text
_MOST_A_SHARD = 50


def files(frames: Mapping[str, pl.DataFrame], page: Page) -> Files:
    """The page and its data: `frames` holds `articles`, a row each, and `PARTS`, whose rows name their article.

    Each is sorted by article_id.
    """
    digits = _digits(len(frames["articles"]))
    shards = _shards(frames, digits)
    for shard, columns in shards.iter_rows():
        yield packed(f"articles/{shard}", columns)
    yield plain("explanations", EXPLANATIONS | {"signals": SIGNALS})
    html = template("article.html").render(page=page, root=page.root, digits=digits, shards=shards["shard"].to_list())
    yield page.path, html.encode()


def _digits(n_articles: int) -> int:
    """How many of an identifier's hex digits name its file, for about `_MOST_A_SHARD` articles in each."""
    digits = 1
    while n_articles > _MOST_A_SHARD * 16**digits:
        digits += 1
    return digits


def _shards(frames: Mapping[str, pl.DataFrame], digits: int) -> pl.DataFrame:
    """Name of each shard, and as JSON its columns: a value an article, of a part (`names.kind`) a list an article.

    By column, for packed row by row the same data takes a sixth more.
    """
    articles = frames["articles"].with_columns(pl.col("date").cast(pl.String))
    for part in PARTS:
        rows = _relative(frames[part]) if part in _PLACED else frames[part]
        lists = rows.group_by("article_id", maintain_order=True).agg(pl.exclude("article_id").name.prefix(f"{part}."))
        articles = articles.join(lists, on="article_id", how="left", maintain_order="left")
    shards = articles.group_by(pl.col("article_id").str.head(digits).alias("shard"), maintain_order=True).agg(pl.all())
    return shards.select("shard", columns=pl.struct(pl.exclude("shard")).struct.json_encode())


def _relative(rows: pl.DataFrame) -> pl.DataFrame:
    """`gap` from the start of the row before in its article and `length` for start and end: half the bytes when packed."""
    before = pl.col("start").shift().over("article_id").fill_null(0)
    return rows.select(pl.exclude("start", "end"), gap=pl.col("start") - before, length=pl.col("end") - pl.col("start"))
