"""Reads a gold file of quotations: one JSON object a line, with doc_id, text and quotes."""

import json
from collections.abc import Iterator
from pathlib import Path

from transforms.scoring.attributions import Gold, Quotation, is_right

__all__ = ["Gold", "Quotation", "is_right", "read_gold"]


def read_gold(path: Path) -> Iterator[Gold]:
    """The documents of a gold file."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Gold(row["doc_id"], row["text"], row["quotes"])
