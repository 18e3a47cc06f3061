"""How well topics agree with labels by hand, over all 17 IPTC top-level terms.

    python -m benchmarks.topic_labels FOLDER [LABELS.csv]

FOLDER holds the labelled files, at any depth; LABELS, by default `topic_labels.csv` beside this file, names each by the
first 16 hex digits of its SHA-256. The strongest top-level topic is compared: `strict` with the label, `lenient` also with what either labeller
would assign besides. Macro-F1 is the mean over the 17 terms.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from transforms.decode import document
from transforms.extractors.topics import topics
from transforms.records import Document
from transforms.structure import Given, structure

LABELS = Path(__file__).with_name("topic_labels.csv")


@dataclass(frozen=True, slots=True)
class Label:
    """A text's main topic, and what else would do."""

    topic_id: str
    also: frozenset[str]


def read_labels(file: Path) -> dict[str, Label]:
    """document_id → its label."""
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {row["document_id"]: Label(row["topic_id"], frozenset(row["also"].split())) for row in csv.DictReader(lines)}


def predictions(folder: Path, wanted: set[str]) -> Iterator[tuple[str, str | None]]:
    """document_id and strongest top-level topic of each labelled file, as often as it lies in the folder."""
    for file in sorted(folder.rglob("*")):
        data = file.read_bytes() if file.is_file() else b""
        if sha256(data).hexdigest()[:16] not in wanted:
            continue
        found = document(data)
        if isinstance(found, Document):
            yield found.document_id, _strongest(found)


def _strongest(found: Document) -> str | None:
    read = structure(found, Given())
    assigned = () if not isinstance(read, tuple) else topics(read[0])
    media = [topic for topic in assigned if topic.topic_id.startswith("medtop:") and topic.topic_id.endswith("000000")]
    return max(media, key=lambda topic: topic.score).topic_id if media else None


def macro_f1(pairs: list[tuple[str, str | None]]) -> dict[str, float]:
    """F1 of each label from pairs (label, prediction)."""
    right = Counter(label for label, found in pairs if label == found)
    labels, found = Counter(label for label, _ in pairs), Counter(found for _, found in pairs)
    return {label: 2 * right[label] / (labels[label] + found[label]) for label in sorted(labels)}


def main() -> None:
    """Print accuracy and macro-F1, strict and lenient, and F1 by term."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("labels", type=Path, nargs="?", default=LABELS)
    given = options.parse_args()
    labels = read_labels(given.labels)
    predicted = dict(predictions(given.folder, set(labels)))
    if missing := labels.keys() - predicted.keys():
        sys.exit(f"{len(missing)} labelled texts are not in the folder, the first is {min(missing)}")
    strict = [(label.topic_id, predicted[doc]) for doc, label in labels.items()]
    lenient = [
        (f if f in label.also else label.topic_id, f) for label, (_, f) in zip(labels.values(), strict, strict=True)
    ]
    for name, pairs in (("strict", strict), ("lenient", lenient)):
        scores = macro_f1(pairs)
        right = sum(label == found for label, found in pairs)
        print(f"{name:8} accuracy {right / len(pairs):.3f}  macro-F1 {sum(scores.values()) / len(scores):.3f}")
    print(f"no topic {sum(found is None for _, found in strict)}")
    print("\n".join(f"{label} {score:.2f}" for label, score in macro_f1(strict).items()))


if __name__ == "__main__":
    main()
