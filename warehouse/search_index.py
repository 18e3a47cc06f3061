"""The index of words beside the published file: made by the first search after a publish, thrown away by the next.

DuckDB's extension `fts` ranks by BM25 (Robertson and Zaragoza 2009). It comes in a package of its own and is loaded by path:
INSTALL would ask the network. The index is built in memory, which may spill to the disk, and put in place in a single step.
"""

import importlib.util
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import polars as pl

from warehouse.database import OFFLINE

# What is searched, each with its words: the whole of what a person may remember of it.
_TEXTS = {
    "quote": """
        SELECT quote_id AS id, speaker || ' ' || content AS words
        FROM {database}current_quotes
        WHERE speech AND in_segment <> 'headline' AND quote_id {among}
    """,
    "article": """
        SELECT article_id AS id, string_agg(substr(d.text, s.char_start + 1, s.char_end - s.char_start), chr(10)) AS words
        FROM {database}current_articles AS a
        JOIN {database}documents AS d USING (document_id)
        JOIN {database}segments AS s USING (article_id)
        WHERE s.kind IN ('headline', 'subhead', 'body', 'crosshead') AND article_id {among}
        GROUP BY article_id
    """,
}
_FORM = "1"  # of the index: raise it when what is indexed changes
_MEMORY = "1GB"


class NoIndex(Exception):
    """There is no index to search, and why: the extension or the place to write to is missing."""


class Damaged(NoIndex):
    """The index was there, but cannot be read to its end."""


def texts(kind: str, *, database: str = "", among: str = "IS NOT NULL") -> str:
    """SQL for the id and words of what is searched: `quote`s or `article`s, all or those whose id is `among` others."""
    return _TEXTS[kind].format(database=database, among=among)


def index_of(published: Path) -> Path:
    """Where the index of a published file lies."""
    return published.with_name("search.duckdb")


@contextmanager
def open_index(published: Path, announce: Callable[[str], None]) -> Iterator[duckdb.DuckDBPyConnection]:
    """The index of what is published now, read-only; built, after an announcement, when there is none or it is damaged.

    Raises NoIndex when it cannot be had.
    """
    extension, file = _extension(), index_of(published)
    con = _opened(file, published, extension)
    if con is None:
        announce("making the index of words, once after each publish")
        build(published)
        con = _opened(file, published, extension)
    if con is None:
        raise Damaged("the index cannot be read")
    try:
        yield con
    finally:
        con.close()


def build(published: Path) -> None:
    """Write the index anew. Raises NoIndex when the extension is missing, or the disk refuses."""
    extension, file = _extension(), index_of(published)
    try:
        with tempfile.TemporaryDirectory(prefix=".search-", dir=file.parent) as scratch:
            unfinished = Path(scratch, file.name)
            _write(published, extension, unfinished)
            os.replace(unfinished, file)
    except (OSError, duckdb.Error) as error:
        raise NoIndex(f"the index cannot be written: {str(error).splitlines()[0]}") from error


def scores(index: duckdb.DuckDBPyConnection, kind: str, words: str, *, conjunctive: int) -> pl.DataFrame:
    """Id and BM25 score of each text that holds the words, all of them (1) or any (0). Raises Damaged."""
    bm25 = f"fts_main_{kind}.match_bm25(name, $1, conjunctive := {conjunctive:d})"
    with _damage_named():
        return index.execute(
            f"SELECT name AS id, {bm25} AS score FROM fts_main_{kind}.docs WHERE score IS NOT NULL", [words]
        ).pl()


def stems(index: duckdb.DuckDBPyConnection, words: Sequence[str]) -> dict[str, str]:
    """The stem of each folded word, as the index has it. Raises Damaged."""
    with _damage_named():
        rows = index.execute(
            "SELECT w, stem(w, 'english') FROM (SELECT unnest(string_split($1, ' ')) AS w)", [" ".join(words)]
        )
        return dict(rows.fetchall())


@contextmanager
def _damage_named() -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise Damaged(str(error).splitlines()[0]) from error


def _extension() -> str:
    spec = importlib.util.find_spec("duckdb_extension_fts")
    for place in (spec and spec.submodule_search_locations) or ():
        file = Path(place, "extensions", f"v{duckdb.__version__}", "fts.duckdb_extension")
        if file.is_file():
            return str(file).replace("'", "''")
    raise NoIndex(f"the package duckdb-extension-fts is not installed for DuckDB {duckdb.__version__}")


def _opened(file: Path, published: Path, extension: str) -> duckdb.DuckDBPyConnection | None:
    """A connection to an index that belongs to what is published now; None for any other file, or none."""
    if not file.is_file():
        return None
    con = None
    with suppress(duckdb.Error):
        con = duckdb.connect(str(file), read_only=True, config=OFFLINE)
        con.execute(f"LOAD '{extension}'")
        if con.execute("SELECT seal FROM made_from").fetchall() == [(_seal(published),)]:
            return con
    if con is not None:
        con.close()
    return None


def _write(published: Path, extension: str, target: Path) -> None:
    config = OFFLINE | {"memory_limit": _MEMORY, "temp_directory": str(target.parent / "spill")}
    with duckdb.connect(config=config) as con:
        try:
            con.execute(f"LOAD '{extension}'")
        except duckdb.Error as error:
            raise NoIndex(f"the extension fts cannot be loaded: {str(error).splitlines()[0]}") from error
        con.execute("SET enable_progress_bar = false")
        con.execute("CREATE TABLE made_from AS SELECT ? AS seal", [_seal(published)])
        con.execute(f"ATTACH {_literal(published)} AS published (READ_ONLY)")
        for kind in _TEXTS:
            con.execute(f"CREATE TABLE {kind} AS {texts(kind, database='published.')}")
            con.execute(
                f"PRAGMA create_fts_index({kind}, 'id', 'words', stemmer = 'english', stopwords = 'none', "
                "ignore = '[^\\p{L}\\p{N}]+')"
            )
            con.execute(f"DROP TABLE {kind}")
        con.execute("DETACH published")
        con.execute(f"ATTACH {_literal(target)} AS written")
        con.execute("COPY FROM DATABASE memory TO written")
        con.execute("DETACH written")


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _seal(published: Path) -> str:
    """What tells one published file from the next: each takes the place of the one before, so its time and size will do."""
    state = published.stat()
    return f"{_FORM} {duckdb.__version__} {state.st_size} {state.st_mtime_ns}"
