"""The pages of `docs/` that are written by the program, from the declarations and the samples: `python -m flows.document`."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dataframely as dy
import polars as pl

from flows.direct import ingest_directly
from flows.questions import ANSWERED, NOT_YET, Answered, NotYet
from flows.settings import load_settings
from flows.stages import Request
from flows.terminal import progress
from transforms.schema import DERIVED, DURABLE, REFRESHED
from warehouse.ask import read_frame
from warehouse.tables import declared

ROOT = Path(__file__).parent.parent
REJECT_REASONS_EXPLAINED = {
    "empty": "The file has no text: zero bytes, or white space only.",
    "not_text": "The bytes are no text: a known binary format, or too many control characters.",
    "too_large": "The file, or what its archive unpacks to, is larger than the limit.",
    "unreadable": "The file could not be opened or read: permissions, a vanished path, a disk error.",
    "corrupt_archive": "The .gz file is broken or cut short.",
    "no_article": "The text was read, but no paragraph of a story was found in it.",
    "invalid_rows": "The extracted rows broke a rule of their table; detail names the table and the rule.",
    "extraction_failed": "Reading the file failed in a way that nobody foresaw; detail holds the error. Please report it.",
}

_LONGEST = 60
_STATEMENT = re.compile(r"COMMENT ON (?:VIEW (\w+)|COLUMN \w+\.\"?(\w+)\"?) IS '((?:[^']|'')*)';")
_NOTE = "<!-- Written by `make docs` from {origin}: change it there. -->"
_KINDS = (
    ("Durable tables", "They hold what cannot be recomputed; numbered files in `sql/migrations` change them.", DURABLE),
    ("Derived tables", "Each article's rows, derived from `documents.text`; a new rule derives them again.", DERIVED),
    ("Refreshed tables", "They look across articles; `sql/refresh` fills them anew after each load.", REFRESHED),
)


def tables_page() -> str:
    """The Markdown of docs/tables.md: each table's sentence, its columns, its fixed vocabularies, and why files are rejected."""
    parts = [
        _NOTE.format(origin="transforms/schema"),
        "# Tables",
        "Offsets are half-open `[char_start, char_end)`, counted in Unicode code points of `documents.text`:\n"
        "`substr(text, char_start + 1, char_end - char_start)` gives back the words of any span.\n"
        "A column marked *key* is part of what makes a row unique.",
    ]
    for title, sentence, tables in _KINDS:
        parts += [f"## {title}", sentence, *(part for name, schema in tables.items() for part in _table(name, schema))]
    reasons = ([f"`{reason}`", sentence] for reason, sentence in REJECT_REASONS_EXPLAINED.items())
    parts += ["## Why a file is rejected", "The words of `rejects.reason`:", _grid(["reason", "meaning"], reasons)]
    return "\n\n".join(parts) + "\n"


def views_page(sql_views: Path) -> str:
    """The Markdown of docs/views.md from a folder of view files: each view's question, columns and a query to start from.

    Raises OSError when a file cannot be read, and ValueError naming the file when it holds no COMMENT ON VIEW.
    """
    parts = [
        _NOTE.format(origin="sql/views/*.sql"),
        "# Views",
        'Each view answers one question; ask it with `newsledger sql "SELECT …"`, or open the published file in any DuckDB.',
    ]
    for file in sorted(sql_views.glob("*.sql")):
        parts += _view(file)
    return "\n\n".join(parts) + "\n"


def questions_page(sql_views: Path, answer: Callable[[str], str]) -> str:
    """The Markdown of docs/questions.md: each of the 25 questions with its view and an example, or what it waits for.

    `answer` gives the Markdown of what a statement answers. Raises OSError when a file of the folder cannot be read.
    """
    parts = [
        _NOTE.format(origin="flows/questions.py and samples/"),
        "# Questions",
        "What people ask of a ledger of quotes, and the view that answers. The examples are answered from `samples/`, whose\n"
        "outlets and people are invented, after one figure of one article was changed, so that question 13 has an answer.\n"
        "Long texts are cut; [views.md](views.md) explains every column. Quotes are of speech, headlines left out.",
    ]
    asked = {file.stem: _question(file) for file in sorted(sql_views.glob("*.sql"))}
    entries: list[Answered | NotYet] = [*ANSWERED, *NOT_YET]
    for entry in sorted(entries, key=lambda entry: entry.number):
        parts += _not_yet(entry) if isinstance(entry, NotYet) else _answered(entry, asked.pop(entry.view), answer)
    rest = ([f"`{view}`", question] for view, question in asked.items())
    parts += [
        "## More views",
        "What these are made from, what the report shows, and more:",
        _grid(["view", "question"], rest),
    ]
    return "\n\n".join(parts) + "\n"


def as_markdown(answer: pl.DataFrame) -> str:
    """The rows as a Markdown table of short cells."""
    if answer.is_empty():
        return "(no rows)"
    return _grid(answer.columns, ([_cell(value) for value in row] for row in answer.iter_rows()))


def write_questions(root: Path) -> Path:
    """Write docs/questions.md from what the samples answer and return its path; raises OSError when a disk refuses."""
    with _samples_published(root / "samples") as published:
        page = questions_page(root / "sql" / "views", lambda sql: as_markdown(read_frame(published, sql)))
    path = root / "docs" / "questions.md"
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def write_docs(root: Path) -> tuple[Path, ...]:
    """Write docs/tables.md and docs/views.md under `root` and return their paths; raises OSError when a disk refuses."""
    pages = {"tables.md": tables_page(), "views.md": views_page(root / "sql" / "views")}
    (root / "docs").mkdir(exist_ok=True)
    for name, page in pages.items():
        (root / "docs" / name).write_text(page, encoding="utf-8", newline="\n")
    return tuple(root / "docs" / name for name in pages)


@contextmanager
def _samples_published(samples: Path) -> Iterator[Path]:
    """A published warehouse of the samples, one of which has changed once, in a folder that goes away."""
    with TemporaryDirectory() as folder:
        project = Path(folder).resolve()
        inbox = shutil.copytree(samples, project / "samples")
        settings = load_settings({}, os.environ, project)
        ingest_directly(settings, Request((str(inbox),), False), progress)
        changed = inbox / "harbour-post" / "brandt-goes-aboard.txt"
        changed.write_text(changed.read_text("utf-8").replace("three days after", "four days after"), "utf-8")
        ingest_directly(settings, Request((str(inbox),), False), progress)
        yield settings.published


def _question(file: Path) -> str:
    return file.read_text("utf-8").partition("\n")[0].removeprefix("-- ")


def _answered(entry: Answered, question: str, answer: Callable[[str], str]) -> Iterator[str]:
    yield f"## {entry.number}. {question}"
    yield f"`{entry.view}`: {entry.note}"
    yield f"```sql\n{entry.example}\n```"
    yield answer(entry.example)


def _not_yet(entry: NotYet) -> Iterator[str]:
    yield f"## {entry.number}. {entry.sentence}"
    yield f"Not yet. {entry.waits_for}"


def _cell(value: Any) -> str:
    """A value on one line, cut short, that a Markdown table leaves alone."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.2f}"
    words = " ".join(("" if value is None else str(value)).split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", shown)


def _table(name: str, schema: type[dy.Schema]) -> Iterator[str]:
    yield f"### {name}"
    yield (schema.__doc__ or "").strip()
    described = schema.columns()
    yield _grid(
        ["column", "type", "null", "meaning"],
        (
            [f"`{column}`", sql_type, _null(described[column], nullable), _meaning(described[column])]
            for column, sql_type, nullable in declared(schema)
        ),
    )


def _null(column: dy.Column, nullable: bool) -> str:
    if column.primary_key:
        return "no, *key*"
    return "yes" if nullable else "no"


def _meaning(column: dy.Column) -> str:
    sentence, words = column.description or "", (column.metadata or {}).get("one_of", ())
    missing = [word for word in words if f"`{word}`" not in sentence]
    return f"{sentence} One of: {', '.join(f'`{word}`' for word in words)}." if missing else sentence


def _view(file: Path) -> Iterator[str]:
    comments = _STATEMENT.findall(file.read_text(encoding="utf-8"))
    sentences = [_unquoted(sentence) for view, _, sentence in comments if view == file.stem]
    columns = [[f"`{column}`", _unquoted(sentence)] for _, column, sentence in comments if column]
    if not sentences:
        raise ValueError(f"{file}: no COMMENT ON VIEW {file.stem} IS '…';")
    yield f"## {file.stem}"
    yield sentences[0]
    yield _grid(["column", "meaning"], columns)
    yield f"```sql\nFROM {file.stem} LIMIT 10;\n```"


def _unquoted(literal: str) -> str:
    return literal.replace("''", "'")


def _grid(titles: list[str], rows: Iterable[list[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.stdout.writelines(f"wrote {path.relative_to(ROOT)}\n" for path in (*write_docs(ROOT), write_questions(ROOT)))
