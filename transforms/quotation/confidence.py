"""How far an attribution is to be trusted: the chance that both the words and the speaker are right."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.quotation.draft import Draft
from transforms.quotation.linear import Weights, band, logistic, total
from transforms.quotation.words import n_words

_CHANCES = tuple((bound, f"<={bound}") for bound in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98))
_FOUND = frozenset(("pronoun", "role", "focus", "lead"))  # ways to a name that the phrase does not print
_LENGTHS = ((2, "<=1-2"), (4, "<=3-4"), (8, "<=5-8"))


def confidence(draft: Draft, weights: Weights) -> float:
    """The chance, by the fitted model, that words and speaker phrase are right.

    For a pronoun or a role it is multiplied with that of the name found for the phrase.
    """
    chance = logistic(total(weights, confidence_signals(draft)))
    found = draft.speaker.rule.rpartition("+")[2] in _FOUND
    return chance * draft.speaker.confidence if found else chance


def confidence_signals(draft: Draft) -> list[str]:
    """The features of a draft, for the logistic model `confidence`."""
    return ["bias", *_signals(draft)]


def _signals(draft: Draft) -> Iterator[str]:
    chance, quotation = band(draft.chance, _CHANCES), band(draft.quotation, _CHANCES)
    rule = draft.speaker.rule.split("+")[0].replace(
        "relative", "subject"
    )  # the gold marks "who", we whom it stands for
    marked = "marked" if draft.verbatim else "unmarked"
    length = band(sum(map(n_words, draft.verbatim)), _LENGTHS) if draft.verbatim else "none"
    yield f"chance={chance}|{marked}"
    yield f"quotation={quotation}"
    yield f"rule={rule}|{marked}"
    yield f"form={draft.form}"
    yield f"form={draft.form}|length={length}"
    yield f"speaker_kind={draft.speaker.kind}|{marked}"
    yield f"cue={draft.lemma}|{marked}"
