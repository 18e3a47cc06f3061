"""Scores on the golden records of samples/, and the floors that tests/golden holds the code to.

    python -m benchmarks.golden            print the scores of every installed model beside the floors
    python -m benchmarks.golden --errors   and what is wrong, file by file
    python -m benchmarks.golden --update   raise the floors; refused where a score has fallen

A score is [right, total]. Floors belong to the golden files whose digest stands beside them: when those change, `--update`
takes the new scores and names the ones that fell.
"""

import hashlib
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transforms.decode import document
from transforms.extract import extract
from transforms.formats.text import payload
from transforms.language.pipeline import MEDIUM_MODEL, SMALL_MODEL
from transforms.records import Reject
from transforms.scoring.articles import Record, compare
from transforms.scoring.sheet import Marks, Sheet

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "golden" / "scores.json"
MODELS = (SMALL_MODEL, MEDIUM_MODEL)


def installed(model: str) -> bool:
    """Whether a model is there to be measured."""
    return importlib.util.find_spec(model) is not None


def golden_files() -> list[Path]:
    """The golden records, each beside its article."""
    return sorted((ROOT / "samples").glob("*/*.json"))


def digest() -> str:
    """16 hex digits that change with any golden record or its article."""
    parts = [file.read_bytes() for record in golden_files() for file in (_article_of(record), record)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def measure(model: str) -> Sheet:
    """Read all golden articles with a model and compare."""
    records = golden_files()
    sheet = Sheet()
    for record, found in zip(records, extract(_sources(records), model), strict=True):
        name = record.relative_to(ROOT / "samples").with_suffix("").as_posix()
        compare(sheet, name, json.loads(record.read_text("utf-8")), found)
    return sheet


def worse(scores: Marks, floors: Marks) -> list[str]:
    """A line for each measure whose share of right answers lies under its floor."""
    return [
        f"{name}: {scores.get(name, [0, 0])[0]} of {scores.get(name, [0, 0])[1]}, the floor is {right} of {total}"
        for name, (right, total) in floors.items()
        if scores.get(name, [0, 1])[0] * total < right * scores.get(name, [0, 1])[1]
    ]


def _article_of(record: Path) -> Path:
    plain = record.with_suffix(".txt")
    return plain if plain.exists() else record.with_suffix(".txt.gz")


def _sources(records: list[Path]) -> Iterator[tuple[Record, Any]]:
    for record in records:
        file = _article_of(record)
        content = payload(file.name, file.read_bytes())
        yield {"path": file.name}, content if isinstance(content, Reject) else document(content)


def main(arguments: list[str]) -> int:
    """Print or update; 1 when a score is under its floor."""
    stored: Record = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"digest": digest(), "floors": {}}
    fallen = False
    for model in filter(installed, MODELS):
        sheet = measure(model)
        lower = worse(sheet.marks(), stored["floors"].get(model, {}))
        print(model)
        for name, (right, total) in sheet.marks().items():
            print(f"  {name:<34}{right:>4} of {total}")
        if "--errors" in arguments:
            print(*(f"  {name}: {line}" for name, lines in sheet.errors.items() for line in lines), sep="\n")
        print(*(f"  FALLEN {line}" for line in lower), sep="\n")
        fallen |= bool(lower) and stored["digest"] == digest()
        stored["floors"][model] = sheet.marks()
    if "--update" in arguments and not fallen:
        text = json.dumps({"digest": digest(), "floors": stored["floors"]}, indent=1)
        FLOORS.write_text(re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text) + "\n", "utf-8")
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
