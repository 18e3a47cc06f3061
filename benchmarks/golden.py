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
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transforms.decode import document
from transforms.extract import extract
from transforms.formats.text import payload
from transforms.language.pipeline import MEDIUM_MODEL, SMALL_MODEL
from transforms.records import Reject

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "golden" / "scores.json"
MODELS = (SMALL_MODEL, MEDIUM_MODEL)
FIELDS = (
    "source", "section", "headline", "subhead", "byline", "dateline_place", "content_date", "date_precision", "agency",
    "sign_off", "language",
)  # fmt: skip
Record = dict[str, Any]
Scores = dict[str, list[int]]
_ANALYSED = "en"
_CLOSE_ENOUGH = 0.5  # token F1 from which an indirect quote is found, as in the PolNeAR scorer


@dataclass
class Sheet:
    """Right and total by measure, and a line for each thing that is wrong."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def mark(self, measure: str, good: bool, where: str, detail: str) -> None:
        """One decision."""
        self.total[measure] += 1
        self.right[measure] += good
        if not good:
            self.errors[where].append(f"{measure}: {detail}")

    def scores(self) -> Scores:
        """Measure → [right, total]."""
        return {measure: [self.right[measure], self.total[measure]] for measure in sorted(self.total)}


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


def compare(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    """Mark one article: `found` is the object that `newsledger extract` prints."""
    _compare_structure(sheet, name, gold, found)
    for quote in gold["quotes"] + gold["headline_quotes"]:
        _compare_quote(sheet, name, quote, found)
    for quote in found["quotes"]:
        _compare_row(sheet, name, gold, quote)
    for run in gold["not_quotes"]:
        taken = any(folded(run) == folded(quote["verbatim"] or "") for quote in found["quotes"])
        sheet.mark("titles_and_scare_quotes_left_out", not taken, name, repr(run))
    persons = {entity["canonical"] for entity in found["entities"] if entity["label"] == "PERSON"}
    for person in gold["persons"]:
        sheet.mark("persons", person in persons, name, person)
    topics = [topic["id"] for topic in found["topics"] if topic["id"].startswith("medtop:")]
    sheet.mark(
        "first_topic", bool(topics) and topics[0] in gold["topics"], name, f"{topics[:1]} is none of {gold['topics']}"
    )


def folded(text: str) -> str:
    """A text with white space folded and without punctuation at its edges."""
    return " ".join(text.split()).strip(" ,.;:!?…")


def worse(scores: Scores, floors: Scores) -> list[str]:
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


def _compare_structure(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    for key in FIELDS:
        sheet.mark(key, gold[key] == found[key], name, f"{found[key]!r}, not {gold[key]!r}")
    if gold["dateline_place"]:
        good = gold["dateline_date"] == found["dateline_date"]
        sheet.mark("dateline_date", good, name, f"{found['dateline_date']!r}, not {gold['dateline_date']!r}")
    n_body = len(found["body"])
    sheet.mark(
        "body_paragraphs", gold["n_body_paragraphs"] == n_body, name, f"{n_body}, not {gold['n_body_paragraphs']}"
    )
    body = {folded(paragraph) for paragraph in found["body"]}
    for kind in ("boilerplate", "captions", "crossheads", "date_lines"):
        inside = [line for line in gold[kind] if folded(line) in body]
        sheet.mark("body_without_furniture", not inside, name, f"{kind} in the body: {inside}")


def _compare_quote(sheet: Sheet, name: str, gold: Record, article: Record) -> None:
    """Whether a golden quote is found, and read right; of languages that are not analysed only the marks are read."""
    quotes = article["quotes"]
    words = gold["content"] if gold["type"] == "indirect" else " … ".join(gold["runs"])
    found = _indirect(words, quotes) if gold["type"] == "indirect" else _marked(gold["runs"], quotes)
    sheet.mark(f"{gold['type']}_found", found is not None, name, repr(words[:90]))
    if found is not None and article["language"] == _ANALYSED:
        detail = f"{words[:60]!r} by {found['speaker_text']!r} = {found['speaker_canonical']!r}, not {gold['speaker_canonical'] or gold['speaker_text']!r}"
        sheet.mark(f"{gold['type']}_speaker", _speaker_right(gold, found), name, detail)
        kinds = gold["speaker_kind"], found["speaker_kind"]
        sheet.mark(
            "speaker_kind", kinds[0] == kinds[1], name, f"{found['speaker_text']!r} is {kinds[1]}, not {kinds[0]}"
        )
        if gold["type"] != "indirect":
            sheet.mark("quote_type", gold["type"] == found["type"], name, f"{words[:60]!r} is {gold['type']}")
        _compare_framing(sheet, name, gold, found)


def _compare_row(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    """Whether a printed row is a golden quote; beliefs, which no view counts, are let pass."""
    quotes = gold["quotes"] + gold["headline_quotes"]
    words = found["verbatim"]
    if words:
        said = [run for quote in quotes for run in quote.get("runs", ())]
        good = any(folded(run) in folded(words) or folded(words) in folded(run) for run in said)
        sheet.mark("marked_quotes_true", good, name, f"no quotation: {words!r}")
    elif found["speech"]:
        good = any("content" in quote and _indirect(quote["content"], [found]) for quote in quotes)
        sheet.mark("indirect_true", good, name, f"not said: {found['text']!r} by {found['speaker_text']!r}")


def _compare_framing(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    """What a golden quote does not say is the usual: speech, a neutral cue, no channel and no addressee."""
    opening = repr(found["text"][:60])
    if "content" in gold:
        good = _tokens(gold["content"]) == _tokens(_spoken(found))
        sheet.mark("extent", good, name, f"{_spoken(found)!r}, not {gold['content']!r}")
    if gold["type"] == "indirect":
        sheet.mark("speech", gold.get("speech", True) == found["speech"], name, f"{opening} is {found['speech']}")
    if gold["cue_text"]:
        wanted = gold.get("cue_class", "neutral")
        detail = f"{opening} {found['cue_text']!r} is {found['cue_class']}, not {wanted}"
        sheet.mark("cue_class", wanted == found["cue_class"], name, detail)
    channels = gold.get("channel"), found["channel"]
    if any(channels):
        sheet.mark("channel", channels[0] == channels[1], name, f"{opening} {channels[1]}, not {channels[0]}")
    hearers = gold.get("addressee"), found["addressee"]
    if any(hearers):
        good = _token_f1(hearers[0] or "", hearers[1] or "") >= _CLOSE_ENOUGH
        sheet.mark("addressee", good, name, f"{opening} {hearers[1]!r}, not {hearers[0]!r}")


def _spoken(found: Record) -> str:
    start = found["start"]
    return " ".join(found["text"][first - start : last - start] for first, last in found["fragments"])


def _marked(runs: list[str], quotes: list[Record]) -> Record | None:
    """The quote that holds most of the runs."""
    held = [(sum(folded(run) in folded(quote["verbatim"] or "") for run in runs), -i) for i, quote in enumerate(quotes)]
    most, place = max(held, default=(0, 0))
    return quotes[-place] if most else None


def _indirect(content: str, quotes: list[Record]) -> Record | None:
    scored = [(_token_f1(content, quote["text"]), -i) for i, quote in enumerate(quotes) if quote["type"] == "indirect"]
    best, place = max(scored, default=(0.0, 0))
    return quotes[-place] if best >= _CLOSE_ENOUGH else None


def _token_f1(one: str, other: str) -> float:
    first, second = Counter(_tokens(one)), Counter(_tokens(other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _speaker_right(gold: Record, found: Record) -> bool:
    """Equal names; where nobody is named, no person, or the printed words without their article."""
    wanted = gold["speaker_canonical"]
    printed = _bare(found["speaker_text"] or "")
    if wanted is None:
        name = found["speaker_canonical"]
        return (
            name is None or found["speaker_kind"] != "named_person" or _bare(name) == _bare(gold["speaker_text"] or "")
        )
    if gold["speaker_kind"] != "named_person" and found["speaker_canonical"] is None:
        return _bare(wanted) == printed
    return bool(wanted == found["speaker_canonical"])


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", " ".join(words.split()).lower())


def main(arguments: list[str]) -> int:
    """Print or update; 1 when a score is under its floor."""
    stored: Record = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"digest": digest(), "floors": {}}
    fallen = False
    for model in filter(installed, MODELS):
        sheet = measure(model)
        lower = worse(sheet.scores(), stored["floors"].get(model, {}))
        print(model)
        for name, (right, total) in sheet.scores().items():
            print(f"  {name:<34}{right:>4} of {total}")
        if "--errors" in arguments:
            print(*(f"  {name}: {line}" for name, lines in sheet.errors.items() for line in lines), sep="\n")
        print(*(f"  FALLEN {line}" for line in lower), sep="\n")
        fallen |= bool(lower) and stored["digest"] == digest()
        stored["floors"][model] = sheet.scores()
    if "--update" in arguments and not fallen:
        text = json.dumps({"digest": digest(), "floors": stored["floors"]}, indent=1)
        FLOORS.write_text(re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text) + "\n", "utf-8")
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
