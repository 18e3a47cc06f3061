"""What a worker process is given, and what it answers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from flows.scan import Job


@dataclass(frozen=True, slots=True)
class Chunk:
    """Jobs for one worker call, and what its rows need to say; `recurring` is as `transforms.records.Given` has it."""

    jobs: tuple[Job, ...]
    folder: Path
    name: str
    batch_id: str
    run_id: str
    extractor_version: str
    model: str
    now: datetime
    recurring: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class Tally:
    """What a chunk came to: rejects by path, CPU seconds by station."""

    rejects: list[tuple[str, str, str]] = field(default_factory=list)
    seconds: defaultdict[str, float] = field(default_factory=partial(defaultdict, float))
    n_words: int = 0
