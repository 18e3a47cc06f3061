"""The classifier: a linear model over words and pairs of words, as TF-IDF, that gives each of the 17 top terms a chance.

A `Model` is data: bytes that hold feature names and numbers. Predicting needs NumPy only; `fitting` makes models.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from transforms.topics.vocabulary import TOP

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a model rests on: articles seen, articles learnt from, the lexicon's digest, and how sharp its chances are.

    `sharpness` is the exponent that makes scores mean what they say: see `transforms.topics.fitting`.
    """

    n_articles: int
    n_examples: int
    lexicon: str
    sharpness: float


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A fitted classifier: features ("goal", "interest rate") by row, their weights (rows × 17, idf included) and biases.

    `version` names its content: the same corpus and lexicon give the same one.
    """

    version: str
    fitted: Fitted
    features: Mapping[str | tuple[str, str], int]
    idf: Numbers
    weights: Numbers
    biases: Numbers


def chances(model: Model, text: Sequence[str]) -> Numbers:
    """The chance of each top term, in the order of `vocabulary.TOP`, given the words of a text; they add up to 1.

    A text with no known word gives all the same chance.
    """
    known = model.features
    names: Iterator[str | tuple[str, str]] = chain(text, pairwise(text))
    found = Counter(filter(known.__contains__, names))
    if not found:
        return np.full(len(TOP), 1 / len(TOP), dtype=np.float32)
    rows = np.array([known[name] for name in found])
    values = (1 + np.log([*found.values()])) * model.idf[rows]
    logits = values @ model.weights[rows] / np.sqrt(values @ values) + model.biases
    powers = np.exp(logits - logits.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def to_bytes(model: Model) -> bytes:
    """The model as compressed bytes; weights are kept as 8-bit steps, which `rounded` models lose nothing by."""
    step = _step(model.weights)
    fitted = model.fitted
    head = {
        "n_articles": fitted.n_articles,
        "n_examples": fitted.n_examples,
        "lexicon": fitted.lexicon,
        "sharpness": fitted.sharpness,
        "kind": model.version.split("-")[0],
        "step": step,
        "features": [name if isinstance(name, str) else " ".join(name) for name in model.features],
    }
    steps = np.rint(model.weights / step).astype(np.int8)
    parts = (steps.tobytes(), model.idf.astype("<f2").tobytes(), model.biases.astype("<f4").tobytes())
    return zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(parts), 9)


def from_bytes(data: bytes) -> Model:
    """The model of such bytes. Raises ValueError when they are damaged or of another kind."""
    try:
        line, _, rest = zlib.decompress(data).partition(b"\n")
        head = json.loads(line)
        names = [tuple(name.split(" ")) if " " in name else name for name in head["features"]]
        n, k = len(names), len(TOP)
        steps = np.frombuffer(rest, np.int8, n * k)
        idf = np.frombuffer(rest, "<f2", n, offset=n * k)
        biases = np.frombuffer(rest, "<f4", k, offset=n * (k + 2))
        fitted = Fitted(head["n_articles"], head["n_examples"], head["lexicon"], head["sharpness"])
        version = f"{head['kind']}-{sha256(data).hexdigest()[:12]}"
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(f"no topic model: {error}") from error
    weights = steps.reshape(n, k).astype(np.float32) * np.float32(head["step"])
    features = {name: row for row, name in enumerate(names)}
    return Model(version, fitted, features, idf.astype(np.float32), weights, biases.astype(np.float32))


@cache
def base_model() -> Model:
    """The model that comes with newsledger: fitted by benchmarks/fit_topics.py, see docs/topics.md."""
    return from_bytes(resources.files("transforms.topics").joinpath("base.model").read_bytes())


def _step(weights: Numbers) -> float:
    return float(np.abs(weights).max() / 127) if weights.size else 1.0
