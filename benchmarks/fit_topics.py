"""Fits the topic classifier that comes with newsledger, on a folder of news texts without labels, and measures it on gold.

    python -m benchmarks.fit_topics FOLDER                  # writes transforms/topics/base.model
    python -m benchmarks.fit_topics --measure GOLD.jsonl…   # accuracy, and how often topics of each score are right

The same texts and lexicon give the same file. GOLD has lines {"doc_id", "text", "label", "accept"?}, labels being names of top
terms. The texts must not be in the repository; only weights are, of words that stand in at least one of 1,000 texts.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from transforms.decode import document
from transforms.extractors.topics import piece
from transforms.records import Article, Document, Reject
from transforms.structure import Given, structure
from transforms.topics.assign import assigned
from transforms.topics.classifier import base_model, to_bytes
from transforms.topics.fitting import fit
from transforms.topics.vocabulary import LABELS

MODEL = Path(__file__).parent.parent / "transforms" / "topics" / "base.model"
_BANDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
_RENAMED = {"religion and belief": "religion"}
Judged = list[tuple[float, bool]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write the model, or print what it is worth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--measure", type=Path, nargs="+", default=[])
    given = parser.parse_args(arguments)
    if given.folder:
        files = sorted(file for file in given.folder.rglob("*.txt*") if file.is_file())
        model = fit([piece(article) for article in _read(file.read_bytes() for file in files)], "base")
        MODEL.write_bytes(to_bytes(model))
        print(model.version, model.fitted)
    every: Judged = []
    for gold in given.measure:
        judged = list(_judge(gold))
        right = sum(is_right for _, is_right in judged)
        print(f"{gold.name}: {right / len(judged):.1%} of {len(judged)} right")
        every += judged
    print(*_reliability(every), sep="\n")


def _judge(gold: Path) -> Iterator[tuple[float, bool]]:
    """The first topic's score and whether it is right, for each line of a gold file; no topic is wrong, with score 0."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        accepted = {_RENAMED.get(name, name) for name in row.get("accept") or [row["label"]]}
        articles = list(_read([row["text"].encode("utf-8", "replace")]))
        found = assigned(piece(articles[0]), base_model()) if articles else ()
        yield (found[0].score, LABELS[found[0].topic_id] in accepted) if found else (0.0, False)


def _read(contents: Iterable[bytes]) -> Iterator[Article]:
    for data in contents:
        read = document(data)
        found = structure(read, Given()) if isinstance(read, Document) else read
        if not isinstance(found, Reject):
            yield from (article for article in found if article.language in ("en", "und"))


def _reliability(judged: Judged) -> Iterator[str]:
    if judged:
        yield f"{'score':<14}{'texts':>8}{'mean':>8}{'right':>8}"
    for low, high in pairwise(_BANDS):
        if band := [(score, right) for score, right in judged if low <= score < high and score]:
            mean, right = (sum(column) / len(band) for column in zip(*band, strict=True))
            yield f"{low:.1f} – {min(high, 1):.1f}{len(band):>13}{mean:>8.2f}{right:>8.2f}"


if __name__ == "__main__":
    main()
