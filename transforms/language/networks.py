"""The neural networks of a loaded spaCy pipeline, changed to give the same output in less time.

Nothing else in the process is touched: another pipeline that is loaded beside ours works as spaCy made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

_OF_THE_WORD = frozenset("ORTH NORM LOWER PREFIX SUFFIX SHAPE SPACY IS_SPACE".split())


def multiply_with_numpy(nlp: Language) -> None:
    """Let a pipeline's networks multiply with NumPy's matrix library; those on a GPU or with Apple's library keep theirs.

    thinc's default on a CPU, the `blis` package, took two to three times as long as NumPy's OpenBLAS on our processors.
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for layer in (layer for network in _networks(nlp) for layer in network.walk()):
        if type(layer.ops) is NumpyOps:
            layer.ops = ops


def embed_each_word_once(nlp: Language) -> None:
    """Let the first layer of a pipeline's networks, which sees no neighbours, work once for each different word of a batch.

    That layer is a third of the arithmetic, and of 4,000 tokens of news some 1,400 are different words. A layer that looks
    at more than the form of a word and the space after it stays as it is.
    """
    from thinc.api import Model

    for network in _networks(nlp):
        for layer in list(_embeddings(network)):
            network.replace_node(layer, Model("embed_each_word_once", _embed, layers=[layer], ops=layer.ops))


def _networks(nlp: Language) -> list[Model[Any, Any]]:
    from thinc.api import Model

    models = [getattr(component, "model", None) for _, component in nlp.components]
    return [model for model in models if isinstance(model, Model)]


def _embeddings(network: Model[Any, Any]) -> Iterator[Model[Any, Any]]:
    for layer in network.walk():
        if layer.has_ref("embed"):
            features = [part.attrs["columns"] for part in layer.get_ref("embed").walk() if "columns" in part.attrs]
            if features and all(_OF_THE_WORD.issuperset(columns) for columns in features):
                yield layer.get_ref("embed")


def _embed(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
    """The vectors of each Doc's tokens; the second value stands where a gradient would be if anything were trained here."""
    from spacy.tokens import Doc

    forms = np.concatenate([doc.to_array(["ORTH", "NORM", "SPACY"]) for doc in docs])
    # The columns are 64-bit hashes, so that this sum (it wraps round) is as good a hash of the three.
    numbers = forms @ np.array([1, 3, 1], dtype=np.uint64)
    _, first, place = np.unique(numbers, return_index=True, return_inverse=True)
    orths, norms, spaces = forms[first].T
    vocab = docs[0].vocab
    words = Doc(vocab, words=[vocab.strings[orth] for orth in orths], spaces=spaces.astype(bool).tolist())
    words.from_array(["NORM"], norms)
    [vectors] = model.layers[0]([words], is_train=is_train)[0]
    bounds = np.cumsum([len(doc) for doc in docs])[:-1]
    return np.split(vectors[place], bounds), lambda gradient: gradient
