"""newsledger extract"""

import json
import os
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.errors import UserError
from flows.scan import expand, read_file, text_files
from flows.settings import require_model
from flows.terminal import COMMON, Common, settings_of, to_json, write
from transforms.decode import document
from transforms.extract import Named
from transforms.extract import extract as read_articles
from transforms.formats.text import payload
from transforms.records import Document, Reject

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can escape half of a surrogate pair; no text in UTF-8 holds one


def extract(
    *inputs: Annotated[str, Parameter(help="Files (.txt, .txt.gz), folders, or globs in quotation marks.")],
    jsonl: Annotated[
        Path | None,
        Parameter(help='Read lines {"doc_id", "text"} from this file (`-` is stdin).', allow_leading_hyphen=True),
    ] = None,
    model: Annotated[str | None, Parameter(help="spaCy pipeline (default auto).")] = None,
    common: Common = COMMON,
) -> int:
    """Print one JSON object an article: fields, segments, quotes, entities, topics. The keys are documented in docs/extract.md."""
    if bool(inputs) == bool(jsonl):
        raise UserError("give files, or --jsonl", where="newsledger extract", fix="newsledger extract FILE…")
    settings = settings_of(common, model=model)
    require_model(settings)
    sources = _lines(jsonl) if jsonl else _files(inputs)
    for row in read_articles(sources, settings.model):
        write(to_json(row))
    return 0


def _files(inputs: tuple[str, ...]) -> Iterator[Named]:
    for file in (file for given in inputs for entry in expand(given) for file in text_files(entry)):
        data = read_file(file)
        content = payload(file, data) if isinstance(data, bytes) else data
        name = os.fsencode(file).decode("utf-8", "backslashreplace")
        yield {"path": name}, content if isinstance(content, Reject) else document(content)


def _lines(jsonl: Path) -> Iterator[Named]:
    try:
        handle = sys.stdin if str(jsonl) == "-" else jsonl.open(encoding="utf-8")
    except OSError as error:
        raise UserError(f"cannot read: {error.strerror}", where=str(jsonl), fix="name a file of JSON lines") from error
    with handle:
        for number, line in enumerate(handle, 1):
            if line.strip():
                yield _line(line, f"{jsonl}:{number}")


def _line(line: str, where: str) -> Named:
    try:
        row = json.loads(line)
        text, name = row["text"], row["doc_id"]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"no JSON object with doc_id and text: {error}", where=where, fix='{"doc_id": "1", "text": "…"}'
        ) from error
    if not isinstance(text, str):
        raise UserError("text is no string", where=where, fix='{"doc_id": "1", "text": "…"}')
    if not text.strip():
        return {"doc_id": name}, Reject("empty", "no text")
    text = _HALF_CHARACTER.sub("\ufffd", text)
    data = text.encode("utf-8")
    digest = sha256(data).hexdigest()
    return {"doc_id": name}, Document(digest[:16], digest, "utf-8", len(data), text)
