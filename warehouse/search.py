"""Quotes and articles by their words: ranked by BM25 where there is an index, the newest first where there is none."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import duckdb
import polars as pl

from warehouse.database import open_published
from warehouse.errors import BadSql
from warehouse.hits import Hit, article_hits, as_table, quote_hits
from warehouse.named import folded
from warehouse.narrow import Choice, Chosen, Filters, count, narrow, resolve
from warehouse.search_index import Damaged, NoIndex, build, open_index, scores, stems, texts
from warehouse.snippet import Marks, words_of

_PHRASE = re.compile(r'["“”]([^"“”]*)["“”]')
# What a search is not about, unless it holds nothing else.
_SMALL = frozenset(
    "a about all an and are as at be been but by for from had has have he her his i if in is it its me my no not of on or our s "
    "she so t that the their them they this to us was we were what when which who will with would you your".split()
)
_HITS = {"quote": quote_hits, "article": article_hits}
_HOLDS_PHRASES = "len(list_filter($phrases::VARCHAR[], lambda part: contains(folded, part))) = len($phrases::VARCHAR[])"
_HOLDS_WORDS = "len(list_filter($words::VARCHAR[], lambda part: contains(folded, part))) >= $least"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Search:
    """Words to find, `"in quotation marks"` those that stand together; the kinds that are wanted; the most hits of each."""

    words: str
    filters: Filters = field(default_factory=Filters)
    kinds: tuple[str, ...] = ("quote", "article")
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Part:
    """The hits of a kind, best first, and how many there are in all. `is_loosened`: none holds all the words, these hold some."""

    hits: list[Hit]
    total: int
    is_loosened: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of each kind. `unranked` says why there is no ranking, else it is empty."""

    parts: dict[str, Part]
    unranked: str
    choice: Choice
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class _Query:
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Library:
    """The published file, narrowed to what the filters choose, and the index of its words, if there is one."""

    published: duckdb.DuckDBPyConnection
    index: duckdb.DuckDBPyConnection | None


def search(published: Path, wanted: Search, announce: Callable[[str], None]) -> Found:
    """Find what holds all the words; where nothing does, what holds some of them. Announces the making of an index.

    Raises Missing; NoSingleMatch for a filter; BadSql when there is no word to search for.
    """
    query = _query(wanted.words)
    with open_published(published) as con:
        choice = resolve(con, wanted.filters)
        chosen = count(con, choice)
        narrow(con, choice)

        def parts(index: duckdb.DuckDBPyConnection | None) -> dict[str, Part]:
            library = _Library(con, index)
            return {kind: _part(library, kind, query, wanted.limit) for kind in wanted.kinds}

        found, unranked = _with_index(published, parts, announce)
        return Found(found, unranked, choice, chosen)


def _query(words: str) -> _Query:
    phrases = tuple(tuple(phrase) for quoted in _PHRASE.findall(words) if (phrase := words_of(quoted)))
    single = words_of(_PHRASE.sub(" ", words))
    telling = [word for word in single if word not in _SMALL]
    kept = tuple(dict.fromkeys(telling or ([] if phrases else single)))
    if not kept and not phrases:
        raise BadSql("there is no word to search for", where=repr(words), fix='newsledger search "harbour levy"')
    return _Query(kept, phrases)


def _with_index(
    published: Path, use: Callable[[duckdb.DuckDBPyConnection | None], _T], announce: Callable[[str], None]
) -> tuple[_T, str]:
    """What is found with the index, made anew if it turns out damaged; else without one, and why."""
    try:
        try:
            with open_index(published, announce) as index:
                return use(index), ""
        except Damaged:
            announce("the index of words is damaged: making it anew")
            build(published)
            with open_index(published, announce) as index:
                return use(index), ""
    except NoIndex as error:
        return use(None), str(error)


def _part(library: _Library, kind: str, query: _Query, limit: int) -> Part:
    find = _plain if library.index is None else _ranked

    def hits(least: int) -> tuple[list[Hit], int]:
        matches = find(library, kind, query, least)
        return _HITS[kind](library.published, matches, limit, lambda shown: _marks(library.index, query, shown))

    every, total = hits(len(query.words))
    if every or len(query.words) < 2:
        return Part(every, total, False)
    some, total = hits(1)
    return Part(some, total, bool(some))


def _ranked(library: _Library, kind: str, query: _Query, least: int) -> pl.DataFrame:
    """Id and score of what holds every phrase, and all words or, if `least` is fewer than these, any."""
    assert library.index is not None
    asked = " ".join([*query.words, *(word for phrase in query.phrases for word in phrase)])
    matches = scores(library.index, kind, asked, conjunctive=int(least == len(query.words)))
    if not query.phrases:
        return matches
    as_table(library.published, "scored", matches)
    return library.published.execute(
        f"SELECT id, score FROM scored JOIN ({_texts(kind, 'IN (SELECT id FROM scored)')}) USING (id) WHERE {_HOLDS_PHRASES}",
        {"phrases": _padded(query)},
    ).pl()


def _plain(library: _Library, kind: str, query: _Query, least: int) -> pl.DataFrame:
    """Id, with a score of null, of what holds every phrase and so many of the words at least, if only within longer ones."""
    return library.published.execute(
        f"SELECT id, NULL::DOUBLE AS score FROM ({_texts(kind)}) WHERE {_HOLDS_PHRASES} AND {_HOLDS_WORDS}",
        {"phrases": _padded(query), "words": list(query.words), "least": least},
    ).pl()


def _texts(kind: str, among: str = "IS NOT NULL") -> str:
    return f"SELECT id, ' ' || {folded('words')} || ' ' AS folded FROM ({texts(kind, among=among)})"


def _padded(query: _Query) -> list[str]:
    """Phrases as they stand in a folded text, words whole."""
    return [f" {' '.join(phrase)} " for phrase in query.phrases]


def _marks(index: duckdb.DuckDBPyConnection | None, query: _Query, shown: Iterable[str]) -> Marks:
    """What to mark in texts that are shown: the forms of a word that the index takes for one, or words that hold it."""
    if index is None:
        return Marks(lambda word: any(part in word for part in query.words), query.phrases)
    stem_of = stems(index, sorted({word for text in shown for word in words_of(text)}.union(query.words)))
    wanted = {stem_of.get(word, word) for word in query.words}
    return Marks(lambda word: stem_of.get(word) in wanted, query.phrases)
