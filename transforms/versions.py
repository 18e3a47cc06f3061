"""What the derived rows depend on, as one digest: a change of any part makes stored texts stale."""

from transforms import derive, structure
from transforms.language import pipeline
from transforms.records import identifier
from transforms.topics.classifier import base_model
from transforms.topics.lexicon import lexicon_digest


def extractor_version(model: str) -> str:
    """16 hex digits that change with the model, the version of any station, the lexicons, or the topic model."""
    stations = {"structure": structure.VERSION, "language": pipeline.VERSION, **derive.versions()}
    parts = [f"{name}={number}" for name, number in sorted(stations.items())]
    return identifier(pipeline.model_version(model), lexicon_digest(), base_model().version, *parts)
