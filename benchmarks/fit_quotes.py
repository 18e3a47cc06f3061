"""Fits every model of `transforms/quotation/weights.csv` on a gold file and writes the table.

    python -m benchmarks.fit_quotes GOLD.jsonl [--out-of-fold PRED.jsonl]

The gold must not be in the repository; only the weights are. With --out-of-fold the table stays as it is, and the quotes of
every publisher are written as read with weights fitted on the other publishers: what a score of the models must be taken from.
Either way a table shows how often quotes of each confidence are right, on publishers left out.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks import fit_clauses, fit_pronouns, fit_speakers
from benchmarks.fitting import Case, Fit, fit_binary, fit_choice, held_out, write
from benchmarks.known import Known, read_known
from transforms.extract import quote_json
from transforms.extractors.quotes import quotes
from transforms.quotation.linear import Weights, logistic, total, using

Models = Mapping[str, Weights]
_BANDS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Step:
    """A model: its name in the table, how a document gives its cases, and how it is fitted, with which L2 penalty."""

    model: str
    cases: Callable[[Known], Iterable[Case]]
    fit: Fit
    penalty: float


STEPS = (
    Step("pronoun", fit_pronouns.cases, fit_choice, 4.0),
    Step("extent", fit_clauses.extent_cases, fit_choice, 3.0),
    Step("clause", fit_clauses.clause_cases, fit_binary, 3.0),
    Step("speaker", fit_speakers.speaker_cases, fit_choice, 5.0),
    Step("quotation", fit_speakers.quotation_cases, fit_binary, 5.0),
    Step("confidence", fit_speakers.confidence_cases, fit_binary, 3.0),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, and write the table or the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out-of-fold", type=Path)
    parser.add_argument("--model", default="auto", help="spaCy pipeline")
    given = parser.parse_args(arguments)
    known = list(read_known(given.gold, given.model))
    whole, folds = fit(known)
    print(*reliability(cases_of(STEPS[-1], known, folds), folds), sep="\n")
    if given.out_of_fold is None:
        write(whole)
        return
    with given.out_of_fold.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(line) + "\n" for line in predictions(known, folds))


def fit(known: Sequence[Known]) -> tuple[dict[str, Weights], dict[str, dict[str, Weights]]]:
    """The models fitted on everything, and for each publisher those fitted on the others.

    Each model learns from what the ones before it make of a document when they were not fitted on its publisher.
    """
    whole: dict[str, Weights] = {}
    folds: dict[str, dict[str, Weights]] = {one.gold.publisher: {} for one in known}
    for step in STEPS:
        cases = cases_of(step, known, folds)
        whole[step.model] = step.fit(cases, step.penalty)
        for publisher, table in held_out(cases, step.fit, step.penalty):
            folds[publisher][step.model] = table
    return whole, folds


def cases_of(step: Step, known: Iterable[Known], folds: Mapping[str, Models]) -> list[Case]:
    """The cases of a model, each document read with the weights that its publisher had no part in."""
    found: list[Case] = []
    for one in known:
        with using(folds[one.gold.publisher]):
            found += step.cases(one)
    return found


def reliability(cases: Iterable[Case], folds: Mapping[str, Models]) -> Iterator[str]:
    """A line for each band of confidence: quotes, mean confidence, and the share that is right."""
    sure = [(logistic(total(folds[c.publisher]["confidence"], c.candidates[0])), c.right[0]) for c in cases]
    yield f"{'confidence':<14}{'quotes':>8}{'mean':>8}{'right':>8}"
    for low, high in pairwise(_BANDS):
        band = [(chance, right) for chance, right in sure if low <= chance < high]
        if band:
            mean, right = (sum(column) / len(band) for column in zip(*band, strict=True))
            yield f"{low:.2f} – {min(high, 1):.2f}{len(band):>10}{mean:>8.3f}{right:>8.3f}"


def predictions(known: Iterable[Known], folds: Mapping[str, Models]) -> Iterator[dict[str, object]]:
    """A line a document, as `newsledger extract` prints its quotes, read with the weights of the other publishers."""
    for one in known:
        with using(folds[one.gold.publisher]):
            found = quotes(one.article, one.paragraphs, one.entities)
        yield {"doc_id": one.gold.doc_id, "quotes": [quote_json(one.article, quote) for quote in found]}


if __name__ == "__main__":
    main()
