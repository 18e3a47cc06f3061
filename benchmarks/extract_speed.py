"""How many articles per CPU second `newsledger extract` reads, beside its spaCy model as it is shipped.

    python -m benchmarks.extract_speed GOLD.jsonl [--documents N]

GOLD.jsonl holds lines with a key `text`. Three child processes read the same texts one after another and count their own
CPU seconds, without imports and without loading the model: the model's full pipeline over the whole texts, as spaCy
documents it (`nlp.pipe`); the whole of `extract`, from structure to topics; and the full pipeline again with the matrix
library that `extract` uses, which tells what of the difference is the library's and what is ours.
"""

import argparse
import json
import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from transforms.decode import document
from transforms.extract import extract
from transforms.language.networks import multiply_with_numpy
from transforms.language.passes import one_thread
from transforms.language.pipeline import MEDIUM_MODEL, load, model_version, resolve_model

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "auto"
Reading = Callable[[list[str]], float]


def shipped(texts: list[str]) -> float:
    """CPU seconds of the model's full pipeline."""
    return _pipe(_full_pipeline(), texts)


def ours(texts: list[str]) -> float:
    """CPU seconds of `extract`."""
    load(MODEL)
    list(extract([({"doc_id": "0"}, document(b"Warm-up."))], MODEL))
    begun = time.process_time()
    for _ in extract((({"doc_id": str(n)}, document(text.encode())) for n, text in enumerate(texts)), MODEL):
        pass
    return time.process_time() - begun


def shipped_with_our_library(texts: list[str]) -> float:
    """CPU seconds of the model's full pipeline with NumPy's matrix library on one thread."""
    nlp = _full_pipeline()
    multiply_with_numpy(nlp)
    with one_thread():
        return _pipe(nlp, texts)


def main() -> None:
    """Print articles per CPU second of each, and the ratios."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("gold", type=Path)
    options.add_argument("--documents", type=int, default=None)
    given = options.parse_args()
    with given.gold.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][: given.documents]
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, {model_version(MODEL)}")
    stock = _report("full pipeline as shipped", shipped, texts)
    seconds = _report("newsledger extract", ours, texts)
    print(f"{'':34}{stock / seconds:.2f} times as many as the pipeline as shipped")
    library = _report("full pipeline, our matrix library", shipped_with_our_library, texts)
    print(f"{'':34}extract reads {library / seconds:.2f} times as many")


def _report(name: str, reading: Reading, texts: list[str]) -> float:
    with multiprocessing.get_context("spawn").Pool(1) as child:
        seconds = child.apply(reading, (texts,))
    print(f"{name:34}{len(texts) / seconds:6.2f} articles per CPU second ({seconds:.1f} s)", flush=True)
    return seconds


def _full_pipeline() -> "Language":
    import importlib

    import spacy

    name = resolve_model(MODEL)
    nlp = spacy.load(importlib.import_module(name).model_path() if name == MEDIUM_MODEL else name)
    nlp("Warm-up.")
    return nlp


def _pipe(nlp: "Language", texts: list[str]) -> float:
    begun = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - begun


if __name__ == "__main__":
    main()
