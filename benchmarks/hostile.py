"""Ingest a folder of hostile files and hold each to what its manifest expects.

    python -m benchmarks.hostile FOLDER MANIFEST

A line of the manifest is a JSON object: `id`, `file` (path in the folder), `what`, `expect` (in words) and any of
`expected_articles` (null where a policy decides: docs/input.md), `must_contain`, `section`, `headline`, `lang`, `dateline`
(null, or place, date and agency), `speaker`, `max_quote_chars`, `must_normalise`, `duplicate_of`, `updates`. "< 5 s" in
`expect` bounds the CPU seconds that reading the file takes. Prints a table; exits with 1 when a row does not hold.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from transforms.decode import document
from transforms.extract import extract
from transforms.extractors.entities import name_id
from transforms.language.pipeline import load

NEWSLEDGER = (sys.executable, "-c", "from flows.cli import main; main()")
MODEL = "auto"
ARTICLE_COLUMNS = (
    "article_id", "document_id", "section", "headline", "dateline_text", "dateline_place", "dateline_date", "agency",
    "language", "quality_flags",
)  # fmt: skip
QUOTE_COLUMNS = ("speaker_name", "speaker_text", "speaker_name_id", "content")
_NEWEST = "SELECT status, document_id FROM files WHERE path = ? ORDER BY version_no DESC LIMIT 1"
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f]")
_LIMIT = re.compile(r"< ?(\d+) s")

Row = dict[str, Any]
Findings = Iterator[tuple[str, str, bool]]  # what was expected, what was got, whether it holds


@dataclass(frozen=True)
class Found:
    """What the warehouse has of a file: `status` is None when the run passed it over."""

    file: Path
    status: str | None = None
    reason: str | None = None
    document_id: str | None = None
    text: str = ""
    articles: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)


def main() -> None:
    """Ingest, check the warehouse, check every row, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("manifest", type=Path)
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.manifest.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory(prefix="newsledger-hostile-") as data:
        ingest(given.folder, Path(data))
        with duckdb.connect(str(Path(data) / "published.duckdb"), read_only=True) as con:
            failed = [row["id"] for row in rows if not show(row, look(con, given.folder / row["file"]), con)]
    print(f"{len(rows) - len(failed)} of {len(rows)} rows hold" + (f"; not {failed}" if failed else ""))
    sys.exit(bool(failed))


def ingest(folder: Path, data: Path) -> None:
    """Ingest and check; raises CalledProcessError when either fails."""
    began = time.monotonic()
    subprocess.run([*NEWSLEDGER, "ingest", "--direct", "--quiet", "--data", str(data), str(folder)], check=True)
    print(f"ingested in {time.monotonic() - began:.1f} s")
    subprocess.run([*NEWSLEDGER, "check", "--quiet", "--data", str(data)], check=True, stdout=subprocess.DEVNULL)


def look(con: duckdb.DuckDBPyConnection, file: Path) -> Found:
    """The rows of the newest version of one file, which the ledger knows by its absolute path."""
    path = str(file.parent.resolve() / file.name)
    ledger = con.execute(_NEWEST, [path]).fetchone()
    if ledger is None:
        return Found(file)
    reject = con.execute("SELECT reason FROM rejects WHERE path = ?", [path]).fetchone()
    text = con.execute("SELECT text FROM documents WHERE document_id = ?", [ledger[1]]).fetchone()
    return Found(
        file, ledger[0], reject[0] if reject else None, ledger[1], text[0] if text else "",
        _rows(con, ARTICLE_COLUMNS, "articles", ledger[1]),
        _rows(con, QUOTE_COLUMNS, "quotes JOIN articles USING (article_id)", ledger[1]),
    )  # fmt: skip


def _rows(con: duckdb.DuckDBPyConnection, columns: tuple[str, ...], source: str, document_id: str) -> list[Row]:
    found = con.execute(f"SELECT {', '.join(columns)} FROM {source} WHERE document_id = ?", [document_id]).fetchall()
    return [dict(zip(columns, row, strict=True)) for row in found]


def show(row: Row, found: Found, con: duckdb.DuckDBPyConnection) -> bool:
    """Print the lines of a row; True when all of it holds."""
    findings = list(checked(row, found, con))
    for number, (expected, got, holds) in enumerate(findings):
        label = f"{row['id']:>3} {row['what'][:44]:<44}" if number == 0 else " " * 48
        print(f"{label} {'ok ' if holds else 'NOT'} {expected[:50]:<50} {got[:60]}")
    return all(holds for _, _, holds in findings)


def checked(row: Row, found: Found, con: duckdb.DuckDBPyConnection) -> Findings:
    """What can be checked of a row by a machine."""
    yield _state(row, found)
    for key, check in CHECKS.items():
        if key in row and row["expected_articles"] != 0:
            yield from check(row[key], found)
    if found.text:
        controls = _CONTROL.findall(found.text)
        yield "no control characters", f"{len(controls)}", not controls
    if "duplicate_of" in row:
        sharing = con.execute("SELECT count(*) FROM articles WHERE document_id = ?", [found.document_id]).fetchone()
        yield "one article for equal contents", str(sharing and sharing[0]), sharing == (1,)
    if limit := _LIMIT.search(row["expect"]):
        seconds = seconds_of(found.file)
        yield f"under {limit.group(1)} s", f"{seconds:.2f} CPU s", seconds < int(limit.group(1))


def _state(row: Row, found: Found) -> tuple[str, str, bool]:
    wanted, number = row["expected_articles"], len(found.articles)
    got = f"{found.status or 'passed over'}, {found.reason or f'{number} articles'}"
    if wanted is None:
        return "as docs/input.md says", got, True
    if "duplicate_of" in row:
        return "known content", got, found.status == "current"
    return (f"{wanted} articles", got, number == wanted)


def seconds_of(file: Path) -> float:
    """CPU seconds from the bytes of the file to what `newsledger extract` prints, the model being loaded."""
    load(MODEL)
    began = time.process_time()
    read = document(file.read_bytes())
    list(extract([({}, read)], MODEL))
    return time.process_time() - began


def _must_contain(wanted: list[str], found: Found) -> Findings:
    missing = [words for words in wanted if words not in found.text]
    yield f"contains {wanted}", f"without {missing}" if missing else "contains", not missing


def _field(column: str) -> Callable[[str, Found], Findings]:
    def check(wanted: str, found: Found) -> Findings:
        got = [article[column] for article in found.articles]
        yield f"{column} {wanted}", str(got), bool(got) and got[0] == wanted

    return check


def _dateline(wanted: Row | None, found: Found) -> Findings:
    article = found.articles[0] if found.articles else {}
    names = {"place": "dateline_place", "date": "dateline_date", "agency": "agency"}
    got = {name: article.get(column) for name, column in names.items()}
    none = article.get("dateline_text") is None
    yield f"dateline {wanted}", str(got), none if wanted is None else got == wanted


def _speaker(wanted: str, found: Found) -> Findings:
    got = sorted({str(quote["speaker_name"] or quote["speaker_text"]) for quote in found.quotes})
    yield f"speaker {wanted}", str(got), wanted in got


def _normalised(wanted: dict[str, str], found: Found) -> Findings:
    """The speaker is the same entity as where the name is printed cleanly."""
    name = wanted["speaker"]
    yield from _speaker(name, found)
    yield f"entity of {name}", "", any(q["speaker_name_id"] == name_id("PERSON", name) for q in found.quotes)


def _max_quote(wanted: int, found: Found) -> Findings:
    longest = max((len(quote["content"]) for quote in found.quotes), default=0)
    flags = [flag for article in found.articles for flag in article["quality_flags"]]
    yield (
        f"quotes up to {wanted} characters, flagged",
        f"{longest}, {flags}",
        (longest <= wanted and "unbalanced_quotes" in flags),
    )


def _updates(wanted: str, found: Found) -> Findings:
    yield f"an article beside {wanted}", f"{len(found.articles)}", len(found.articles) == 1


CHECKS: dict[str, Callable[[Any, Found], Findings]] = {
    "must_contain": _must_contain,
    "section": _field("section"),
    "headline": _field("headline"),
    "lang": _field("language"),
    "dateline": _dateline,
    "speaker": _speaker,
    "must_normalise": _normalised,
    "max_quote_chars": _max_quote,
    "updates": _updates,
}


if __name__ == "__main__":
    main()
