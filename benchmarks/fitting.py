"""Fits the linear models of `transforms/quotation/weights.csv`: logistic regression and conditional logit, L2-penalised.

Both losses are minimised by L-BFGS from zero, so that the same gold gives the same table. Whatever is fitted is judged on
publishers that it was not fitted on: `held_out` pairs every publisher with the weights of the others.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

TABLE = Path(__file__).parent.parent / "transforms" / "quotation" / "weights.csv"
FEWEST = 40  # a feature seen less often gets no weight: it would fit its few cases, and could give their words away
_STEPS = 300


@dataclass(frozen=True, slots=True)
class Case:
    """One decision: the features of each candidate, which of them are right, and the publisher it comes from.

    A binary case has one candidate.
    """

    candidates: Sequence[Sequence[str]]
    right: Sequence[bool]
    publisher: str


Fit = Callable[[Sequence[Case], float], dict[str, float]]


def fit_binary(cases: Sequence[Case], penalty: float = 1.0) -> dict[str, float]:
    """Logistic regression over all candidates; the feature "bias" must be among theirs if one is wanted."""
    names, matrix = _matrix(cases)
    right = np.array([r for case in cases for r in case.right], dtype=float)
    sign = 2 * right - 1

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ w)
        value = np.logaddexp(0, -margin).sum() + penalty / 2 * w @ w
        return value, matrix.T @ (-sign * expit(-margin)) + penalty * w

    return _minimised(loss, names)


def fit_choice(cases: Sequence[Case], penalty: float = 1.0) -> dict[str, float]:
    """Conditional logit: of each case's candidates the right ones together should be likely; cases without one are left out."""
    usable = [case for case in cases if any(case.right)]
    names, matrix = _matrix(usable)
    right = np.array([r for case in usable for r in case.right], dtype=bool)
    sizes = np.array([len(case.candidates) for case in usable])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ w
        score -= np.repeat(np.maximum.reduceat(score, starts), sizes)
        power = np.exp(np.maximum(score, -30))
        whole, good = np.add.reduceat(power, starts), np.add.reduceat(power * right, starts)
        value = np.log(whole / good).sum() + penalty / 2 * w @ w
        share = power / np.repeat(whole, sizes) - power * right / np.repeat(good, sizes)
        return value, matrix.T @ share + penalty * w

    return _minimised(loss, names)


def held_out(cases: Sequence[Case], fit: Fit, penalty: float = 1.0) -> Iterator[tuple[str, dict[str, float]]]:
    """Each publisher with the weights fitted on all the others."""
    for publisher in sorted({case.publisher for case in cases}):
        yield publisher, fit([case for case in cases if case.publisher != publisher], penalty)


def write(models: Mapping[str, Mapping[str, float]], path: Path = TABLE) -> None:
    """Replace these models in the table; the others stay. Weights too small to turn a decision are left out."""
    kept: list[tuple[str, str, str]] = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            kept = [(r["model"], r["feature"], r["weight"]) for r in csv.DictReader(lines) if r["model"] not in models]
    fitted = [(m, f, f"{w:.3f}") for m, table in models.items() for f, w in table.items() if abs(w) >= 0.05]
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("model", "feature", "weight"))
        writer.writerows(sorted(kept + fitted))


def _matrix(cases: Sequence[Case]) -> tuple[list[str], csr_matrix]:
    """Candidates × features (a count each), with the features that are frequent enough."""
    counts = Counter(f for case in cases for candidate in case.candidates for f in set(candidate))
    names = sorted(f for f, n in counts.items() if n >= FEWEST)
    number = {name: i for i, name in enumerate(names)}
    rows = [[number[f] for f in candidate if f in number] for case in cases for candidate in case.candidates]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row], dtype=int)
    return names, csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))


def _minimised(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], names: Sequence[str]) -> dict[str, float]:
    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return dict(zip(names, map(float, result.x), strict=True))
