"""Addresses: where in the site a source, a topic, a speaker, an article or a quote is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import polars as pl

from reports.text import slug

# Which column says whose page the words of another column lead to; the first of the pair is not shown.
_KEYS = {"speaker_entity_id": "speaker", "article_id": "headline", "quote_id": "quote", "entity_id": "name"}


@dataclass(frozen=True, slots=True)
class Links:
    """The pages that there are, relative to the folder of the site.

    `sources` and `topics` go by the name that readers read, `speakers` by entity id. Without a `site` nothing leads anywhere,
    and every column is shown.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    site: bool = True


NOWHERE = Links(site=False)


def address(folder: str, key: str, name: str) -> str:
    """The path of a page: readable by its name, its own by a hash of what it is about (`sources/harbour-post-1f9ab2.html`)."""
    return f"{folder}/{slug(name)}-{sha256(key.encode()).hexdigest()[:6]}.html"


def article(article_id: str, quote_id: str | None = None) -> str:
    """The place of an article, or of a quote in it."""
    return f"article.html#a={article_id}" + (f"&q={quote_id}" if quote_id else "")


def search(**chosen: str) -> str:
    """The quotes page with filters chosen (`speaker`, `source`, `topic`, `q`)."""
    return "quotes.html#" + "&".join(f"{name}={quote(value, safe='')}" for name, value in chosen.items())


def split(frame: pl.DataFrame, links: Links) -> tuple[pl.DataFrame, dict[str, list[str | None]]]:
    """The frame without the columns that only say which (`article_id`), and by column the addresses of its cells."""
    hrefs: dict[str, list[str | None]] = {}
    if not links.site:
        return frame, hrefs
    names = frame.columns
    for name in names:
        if name == "source":
            hrefs[name] = [links.sources.get(value) for value in frame[name].to_list()]
        elif name == "topic":
            hrefs[name] = [links.topics.get(value) for value in frame[name].to_list()]
        elif (shown := _KEYS.get(name)) in names:
            hrefs[str(shown)] = list(_keyed(name, frame, links))
    kept = [name for name in names if _KEYS.get(name) not in names]
    return (frame[kept] if len(kept) < len(names) else frame), hrefs


def _keyed(name: str, frame: pl.DataFrame, links: Links) -> Iterable[str | None]:
    if name == "speaker_entity_id":
        for entity_id, speaker in zip(frame[name], frame["speaker"], strict=True):
            yield links.speakers.get(entity_id) or (search(speaker=speaker) if speaker else None)
    elif name == "entity_id":
        yield from (links.speakers.get(value) for value in frame[name])
    elif name == "article_id":
        yield from (article(value) for value in frame[name])
    else:
        articles: Iterable[Any] = frame["article_id"] if "article_id" in frame.columns else [None] * len(frame)
        for quote_id, article_id in zip(frame[name], articles, strict=True):
            yield article(article_id, quote_id) if article_id else None
