"""The sheet that decisions are marked on, and the scores that it comes to."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Marks = dict[str, list[int]]  # measure → [right, total]

# A quote that stands between marks is told apart from one that does not; gold says direct or mixed of the former.
_FOUND = {"marked quotes": ("direct_found", "mixed_found"), "indirect quotes": ("indirect_found",)}
_TRUE = {"marked quotes": ("marked_quotes_true",), "indirect quotes": ("indirect_true",)}
_SPEAKERS = {
    "speakers of direct quotes": ("direct_speaker",),
    "speakers of mixed quotes": ("mixed_speaker",),
    "speakers of indirect quotes": ("indirect_speaker",),
}
_RECALL_ONLY = {"direct quotes": ("direct_found",), "mixed quotes": ("mixed_found",), "persons": ("persons",)}


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

    def marks(self) -> Marks:
        """Measure → [right, total]."""
        return {measure: [self.right[measure], self.total[measure]] for measure in sorted(self.total)}


@dataclass(frozen=True, slots=True)
class Score:
    """A row of `quality_metrics` less its circumstances: the value is a share, 0 to 1, of n decisions."""

    slice: str
    metric: str
    value: float
    n: int


def scores(marks: Mapping[str, list[int]]) -> list[Score]:
    """The marks as precision, recall and F1 of quotes, recall of persons, and accuracy of all else that was decided."""
    found = list(_quotes(marks))
    found += [Score(what, "recall", *share) for what, parts in _RECALL_ONLY.items() if (share := _share(marks, parts))]
    everybody = tuple(part for parts in _SPEAKERS.values() for part in parts)
    for what, parts in {"speakers": everybody, **_SPEAKERS}.items():
        found += [Score(what, "accuracy", *share) for share in [_share(marks, parts)] if share]
    groups = (*_FOUND.values(), *_TRUE.values(), *_SPEAKERS.values(), *_RECALL_ONLY.values())
    known = {measure for parts in groups for measure in parts}
    for measure in sorted(marks.keys() - known):
        found += [
            Score(measure.replace("_", " "), "accuracy", *share) for share in [_share(marks, (measure,))] if share
        ]
    return found


def _quotes(marks: Mapping[str, list[int]]) -> Iterator[Score]:
    """Precision, recall and F1 = 2PR/(P+R) of all quotes and of the two kinds that our rows can be told apart by."""
    found = {"quotes": tuple(part for parts in _FOUND.values() for part in parts), **_FOUND}
    true = {"quotes": tuple(part for parts in _TRUE.values() for part in parts), **_TRUE}
    for what, parts in found.items():
        precision, recall = _share(marks, true[what]), _share(marks, parts)
        yield from (
            Score(what, name, *share) for name, share in (("precision", precision), ("recall", recall)) if share
        )
        if precision and recall:
            both = precision[0] + recall[0]
            yield Score(what, "f1", 2 * precision[0] * recall[0] / both if both else 0.0, recall[1])


def _share(marks: Mapping[str, list[int]], measures: tuple[str, ...]) -> tuple[float, int] | None:
    """Right of total, and the total, of measures taken together; None where nothing was decided."""
    right, total = (sum(marks.get(measure, [0, 0])[place] for measure in measures) for place in (0, 1))
    return (right / total, total) if total else None
