"""What the run's start knows of lines that recur: the same for all its batches, so that their order does not matter."""

import fnmatch
import re
from collections.abc import Iterable, Mapping

from transforms.structure.recurring import fingerprint

Recurring = dict[str, frozenset[str]]  # by source, as `transforms.records.Given` has it


def fingerprints(lines: Mapping[str, Iterable[str]], story_lines: Iterable[str]) -> Recurring:
    """The fingerprints of the lines by source, without the lines that a glob of `story_lines` matches."""
    kept = [re.compile(fnmatch.translate(glob)) for glob in story_lines]
    return {
        source: frozenset(fingerprint(line) for line in recurring if not any(glob.match(line) for glob in kept))
        for source, recurring in lines.items()
    }
