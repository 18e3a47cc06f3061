"""Linear models whose weights stand in a table that can be read and argued with: `weights.csv` (model, feature, weight).

A feature is a string ("cue=say", "distance=0|after"); its value is 1 unless a number says otherwise. The table is written by
the fitting scripts in `benchmarks/` from a gold file, never by hand.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from heapq import nlargest
from importlib.resources import files
from itertools import repeat
from math import exp

Weights = Mapping[str, float]
_LIMIT = 30.0  # beyond which a logistic curve is flat


_INSTEAD: ContextVar[Mapping[str, Weights]] = ContextVar("_INSTEAD")


def weights(model: str) -> Weights:
    """Feature → weight of one model; KeyError with the model's name if the table holds none."""
    instead = _INSTEAD.get({})
    return instead[model] if model in instead else _table()[model]


@contextmanager
def using(models: Mapping[str, Weights]) -> Iterator[None]:
    """Within this context these models stand in for those of the table, as when a fit is judged on what it did not see."""
    token = _INSTEAD.set(models)
    try:
        yield
    finally:
        _INSTEAD.reset(token)


def total(weights: Weights, features: Iterable[str]) -> float:
    """The score of a candidate: the sum of the weights of its features; a feature without weight counts nothing."""
    return sum(map(weights.get, features, repeat(0.0)))


def logistic(score: float) -> float:
    """The probability that a score of a binary model stands for."""
    return 1 / (1 + exp(-max(-_LIMIT, min(_LIMIT, score))))


def softmax(scores: Iterable[float]) -> list[float]:
    """The probabilities that the scores of rival candidates stand for; they add up to one."""
    known = list(scores)
    highest = max(known, default=0.0)
    powers = [exp(max(-_LIMIT, score - highest)) for score in known]
    whole = sum(powers)
    return [power / whole for power in powers]


def band(number: float, bounds: Sequence[tuple[float, str]], beyond: str = "more") -> str:
    """The name of the first bound that a number does not exceed, so that a number can be a feature."""
    return next((name for bound, name in bounds if number <= bound), beyond)


def strongest(weights: Weights, features: Iterable[str], n: int = 3) -> str:
    """The features that weighed most, with their weights: "after_comma +2.1; cue=say +0.8"."""
    known = [(abs(weights[feature]), feature) for feature in set(features) if feature in weights]
    return "; ".join(f"{feature} {weights[feature]:+.1f}" for _, feature in nlargest(n, known))


@cache
def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    lines = files(__package__).joinpath("weights.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        table.setdefault(row["model"], {})[row["feature"]] = float(row["weight"])
    return table
