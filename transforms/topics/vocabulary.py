"""The vocabulary: IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0), its two upper levels.

`media_topics.csv` beside this file holds topic_id, label and broader; an empty `broader` marks one of the 17 top terms.
"""

import csv
from collections.abc import Iterator, Mapping
from importlib import resources
from types import MappingProxyType


def packaged(name: str) -> str:
    """The text of a file of the package."""
    return resources.files("transforms.topics").joinpath(name).read_text(encoding="utf-8")


def _read() -> Iterator[tuple[str, str, str]]:
    lines = [line for line in packaged("media_topics.csv").splitlines() if not line.startswith("#")]
    yield from ((row["topic_id"], row["label"], row["broader"]) for row in csv.DictReader(lines))


_ROWS = tuple(_read())
# topic_id → label of all topics, of the 17 top terms only, and topic_id → broader topic_id of the second level.
EVERY_LABEL: Mapping[str, str] = MappingProxyType({topic_id: label for topic_id, label, _ in _ROWS})
LABELS: Mapping[str, str] = MappingProxyType({topic_id: label for topic_id, label, broader in _ROWS if not broader})
BROADER: Mapping[str, str] = MappingProxyType({topic_id: broader for topic_id, _, broader in _ROWS if broader})
TOP = tuple(LABELS)
