"""From evidence and chances to scores: one number from 0 to 1 for each of the 17 top terms, the chance that it is the main topic."""

from collections.abc import Mapping

import numpy as np

from transforms.topics.classifier import Model, Numbers, chances
from transforms.topics.evidence import Evidence
from transforms.topics.vocabulary import TOP

# Evidence that a text must outweigh: where there is little to go by, the classifier speaks.
_DOUBT = 3.0
# How much the classifier's chance counts beside the lexicon's share, and the floor under both.
_CLASSIFIER_WEIGHT = 0.4
_FLOOR = 0.01
# How often a term is the main one in general news, by a newsroom's rule of thumb: police, politics, money and sport fill
# the pages; labour or weather are far more often an aspect than the subject. Counts with less than its full weight.
_USUAL = {
    "arts": 0.11, "crime": 0.11, "disaster": 0.04, "economy": 0.16, "education": 0.025, "environment": 0.025,
    "health": 0.05, "human interest": 0.02, "labour": 0.02, "lifestyle": 0.03, "politics": 0.18, "religion": 0.02,
    "science": 0.06, "society": 0.05, "sport": 0.15, "conflict": 0.06, "weather": 0.01,
}  # fmt: skip
_USUAL_WEIGHT = 0.35
_PRIOR = _USUAL_WEIGHT * np.log(np.array([*_USUAL.values()], dtype=np.float32))


def shares(found: Evidence) -> Numbers:
    """Each top term's share of all evidence, text and section, in the order of `TOP`; below 1 in all where there is little."""
    weights = vector(found.text) + vector(found.section)
    return np.asarray(weights / (weights.sum() + _DOUBT), dtype=np.float32)


def scores(found: Evidence, model: Model) -> tuple[Numbers, Numbers]:
    """The score of each top term, in the order of `TOP`, adding up to 1; and what the classifier alone says."""
    learnt = chances(model, found.words)
    return sharpened(mixture(shares(found), learnt), model.fitted.sharpness), learnt


def mixture(share: Numbers, learnt: Numbers) -> Numbers:
    """The logarithm of what lexicon, classifier and the usual agenda of news say together. Shapes (…, 17)."""
    return np.asarray(np.log(share + _CLASSIFIER_WEIGHT * learnt + _FLOOR) + _PRIOR, dtype=np.float32)


def sharpened(mixed: Numbers, sharpness: float) -> Numbers:
    """Mixtures as numbers that add up to 1 over the terms, the strongest the stronger the sharper. Shapes (…, 17)."""
    powers = np.exp(sharpness * (mixed - mixed.max(axis=-1, keepdims=True)))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def vector(weights: Mapping[str, float]) -> Numbers:
    """Weights by topic_id as numbers in the order of `TOP`."""
    return np.array([weights.get(topic_id, 0.0) for topic_id in TOP], dtype=np.float32)
