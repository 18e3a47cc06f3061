"""Whose words a run in quotation marks is, and whether it is a quotation: the fitted judge on invented sentences."""

from collections.abc import Sequence

import pytest
from analysed import paragraphs_of, read

from transforms.quotation.attribution import Verdict, fitted_judge, judge_with
from transforms.quotation.candidates import NOBODY, Candidate, RunTokens, Scene
from transforms.quotation.cast import cast
from transforms.quotation.linear import logistic, softmax, strongest, total, weights
from transforms.quotation.reading import read as read_body
from transforms.quotation.signals import Past


def speakers(text: str) -> list[str | None]:
    """The printed speaker of each quote, in order of the text."""
    return [quote.speaker.text for quote in read(text).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” said Anna Holt. Peter Whitlock replied: “It is not.”", ["Anna Holt", "Peter Whitlock"]),
        ("“It is over,” said Mr. Whitlock. “It is not,” said Dr. Holt.", ["Mr. Whitlock", "Dr. Holt"]),
        ("“We were the last to leave the pier that night.” — Anna Holt", ["Anna Holt"]),
        ("Anna Holt said the ferry, which the town vowed to keep, was “a ruin on water”.", ["Anna Holt"]),
        ("According to Anna Holt, the ferry is “a ruin on water that nobody will pay for”.", ["Anna Holt"]),
        ("Asked about the pier, Whitlock laughed. “Ask me again when it is built,” he said.", ["he"]),
    ],
)
def test_a_run_is_given_to_the_one_who_said_it(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_the_speaker_of_a_run_is_carried_to_the_next() -> None:
    found = read("“The pier is closed,” said Anna Holt. “It was closed in March.”\n“Nobody minded until the storm.”")

    assert {quote.speaker.name for quote in found.quotes} == {"Anna Holt"}


def test_a_gesture_before_a_paragraph_of_speech_names_its_speaker() -> None:
    found = read("Anna Holt shook her head.\n“Nobody on the island asked us what we thought about it.”")

    assert [quote.speaker.name for quote in found.quotes] == ["Anna Holt"]


def test_an_attribution_says_what_decided_it_and_how_sure_it_is() -> None:
    (plain,) = read("“The pier is closed until spring,” said Anna Holt, the mayor.").quotes
    doubtful = read("Peter Whitlock met Anna Holt and the harbour “crowd” for tea.").quotes

    assert plain.speaker.confidence > 0.85
    assert plain.speaker.signals
    assert all(quote.speaker.confidence < 0.7 for quote in doubtful)


def test_a_judge_without_weights_finds_every_candidate_equally_likely() -> None:
    judge = judge_with({}, {})
    seen: list[tuple[Sequence[Candidate], Verdict]] = []

    def watching(scene: Scene, run: RunTokens, candidates: Sequence[Candidate], past: Past) -> Verdict:
        verdict = judge(scene, run, candidates, past)
        seen.append((candidates, verdict))
        return verdict

    paragraphs = paragraphs_of("“It is over,” said Anna Holt.")
    read_body(paragraphs, cast(paragraphs, ()), watching, frozenset())

    ((candidates, verdict),) = seen
    assert candidates[-1] == NOBODY
    assert verdict.probability == pytest.approx(1 / len(candidates))
    assert verdict.quotation == 0.5


def test_the_models_of_the_table_stand_for_probabilities() -> None:
    assert total({"a": 1.0, "b": -3.0}, ["a", "b", "unknown"]) == -2.0
    assert logistic(0) == 0.5
    assert logistic(1e9) <= 1
    assert sum(softmax([1.0, 2.0, 3.0])) == pytest.approx(1)
    assert softmax([1000.0, -1000.0])[0] == pytest.approx(1)
    assert strongest({"a": 1.0, "b": -3.0}, ["a", "b"]) == "b -3.0; a +1.0"
    assert fitted_judge() is not None
    for model in ("speaker", "quotation", "confidence"):
        assert weights(model)
