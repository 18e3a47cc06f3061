"""Components of a spaCy pipeline run over many Docs, in less time than `nlp.pipe` and with the same result.

The parser and the name recogniser choose one action after another. In `predict` that loop gives up Python's global lock and
takes it back several times for each action that it weighs; `transition_states`, which spaCy trains with, does the same under
the lock that it holds, in half the time. And Docs of unlike length in one batch leave the last steps of the loop to the
longest alone: here they are batched by length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A parser holds 4 KB for each token of a batch; larger batches are no faster on 45,000 tokens of news.
_TOKENS = 4_096


def run(nlp: Language, names: Sequence[str], docs: Sequence[Doc]) -> None:
    """Run those of the named components that the pipeline has over the Docs, which they change in place.

    The matrix library keeps to one thread meanwhile: the work is spread over processes.
    """
    components = [nlp.get_pipe(name) for name in names if nlp.has_pipe(name)]
    with one_thread():
        for batch in _batches(docs):
            for component in components:
                _annotate(component, batch)


def one_thread() -> AbstractContextManager[Any]:
    """While it is open, NumPy's matrix library uses one thread, whatever it used before."""
    limiter: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limiter


@cache
def _libraries() -> Any:
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # The package has no type hints.

    return ThreadpoolController()


def _batches(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Docs of like length together, longest last, as many as hold 4,096 tokens; a Doc without tokens is in none."""
    batch: list[Doc] = []
    for doc in sorted(filter(len, docs), key=len):
        if batch and (len(batch) + 1) * len(doc) > _TOKENS:
            yield batch
            batch = []
        batch.append(doc)
    if batch:
        yield batch


def _annotate(component: Any, docs: list[Doc]) -> None:
    if not hasattr(component, "predict"):
        for doc in docs:
            component(doc)
    elif hasattr(component, "transition_states") and component.cfg.get("beam_width", 1) == 1:
        component.set_annotations(docs, _decode(component, docs))
    else:
        component.set_annotations(docs, component.predict(docs))


def _decode(component: Any, docs: list[Doc]) -> Any:
    """The final states of a greedy parser (or name recogniser), as its `predict` gives them, one for each Doc."""
    final = component.moves.init_batch(docs)
    step = component.model.predict(docs)
    states = [state for state in final if not state.is_final()]
    while states:
        states = component.transition_states(states, step.predict(states))
    step.clear_memory()
    return final
