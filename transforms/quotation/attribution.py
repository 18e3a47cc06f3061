"""Which candidate said the words of a run, and whether the run is a quotation at all: two fitted linear models."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transforms.quotation.candidates import Candidate, RunTokens, Scene
from transforms.quotation.linear import Weights, logistic, softmax, strongest, total, weights
from transforms.quotation.signals import Past, signals
from transforms.quotation.utterance import utterance_signals


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who said it, how likely that is among the candidates, how likely the run is a quotation (0 to 1), and why."""

    speaker: Candidate
    probability: float
    quotation: float
    why: str = ""


Judge = Callable[[Scene, RunTokens, Sequence[Candidate], Past], Verdict]


def fitted_judge() -> Judge:
    """The judge with the weights of the table."""
    return judge_with(weights("speaker"), weights("quotation"))


def judge_with(speaker: Weights, quotation: Weights) -> Judge:
    """A judge that ranks candidates by one table of weights and tells quotations from mere expressions by another."""

    def judge(scene: Scene, run: RunTokens, candidates: Sequence[Candidate], past: Past) -> Verdict:
        features = [signals(scene, run, candidate, past) for candidate in candidates]
        chances = softmax(total(speaker, found) for found in features)
        best = max(range(len(candidates)), key=chances.__getitem__)
        said = logistic(total(quotation, utterance_signals(scene, run, (candidates[best], chances[best]), past.taken)))
        return Verdict(candidates[best], chances[best], said, strongest(speaker, features[best]))

    return judge
