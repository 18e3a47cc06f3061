"""Gold that a person labelled: a folder of texts with a JSON record beside each, or a file of JSON lines."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from flows.errors import UserError
from transforms.decode import document
from transforms.formats.text import payload
from transforms.records import Document, Reject
from transforms.scoring.articles import problem_of
from transforms.scoring.attributions import problem_of_spans

_HOW = "docs/how-to.md says what a gold set is"


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text, or why it cannot be read, and what a person says stands in it."""

    name: str
    content: Document | Reject
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """All texts of the gold, its name, a SHA-256 of texts and records, and whether these are spans of the text."""

    name: str
    sha256: str
    texts: tuple[GoldText, ...]
    has_spans: bool


def read_gold(path: Path) -> GoldSet:
    """The gold in a folder, or in a file of JSON lines. Raises UserError where there is none, or where it is wrong."""
    if path.is_dir():
        return _of_folder(path)
    if path.suffix == ".jsonl" and path.is_file():
        return _of_lines(path)
    raise UserError("no folder and no .jsonl file", where=str(path), fix=_HOW)


def _of_folder(folder: Path) -> GoldSet:
    pairs = [(record, text) for record in sorted(folder.rglob("*.json")) if (text := _text_beside(record))]
    if not pairs:
        raise UserError("no name.txt with a name.json beside it", where=str(folder), fix=_HOW)
    texts, parts = [], []
    for file, beside in pairs:
        written, data = _bytes_of(file), _bytes_of(beside)
        content = payload(beside.name, data)
        record = _json(written, str(file), problem_of)
        name = file.relative_to(folder).with_suffix("").as_posix()
        texts.append(GoldText(name, content if isinstance(content, Reject) else document(content), record))
        parts += [data, written]
    return GoldSet(folder.resolve().name, _digest(parts), tuple(texts), False)


def _of_lines(file: Path) -> GoldSet:
    texts, whole = [], _bytes_of(file)
    for number, line in enumerate(whole.splitlines(), 1):
        if line.strip():
            record = _json(line, f"{file}:{number}", problem_of_spans)
            data = record["text"].encode("utf-8", "replace")
            digest = sha256(data).hexdigest()
            read = Document(digest[:16], digest, "utf-8", len(data), data.decode("utf-8"))
            texts.append(GoldText(record["doc_id"], read if data.strip() else Reject("empty", "no text"), record))
    if not texts:
        raise UserError("no line with a text", where=str(file), fix=_HOW)
    return GoldSet(file.name, _digest([whole]), tuple(texts), True)


def _text_beside(record: Path) -> Path | None:
    return next((text for end in (".txt", ".txt.gz") if (text := record.with_suffix(end)).is_file()), None)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(f"cannot read: {error.strerror}", where=str(file), fix=_HOW) from error


def _json(written: bytes, where: str, problem: Callable[[Any], str | None]) -> dict[str, Any]:
    try:
        record = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise UserError(f"no JSON: {error}", where=where, fix=_HOW) from error
    if wrong := problem(record):
        raise UserError(wrong, where=where, fix=_HOW)
    return dict(record)


def _digest(parts: Iterable[bytes]) -> str:
    return sha256(b"\0".join(parts)).hexdigest()
