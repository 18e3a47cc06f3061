"""The fitting of the weight tables, on invented cases and an invented gold file."""

import json
from pathlib import Path

import pytest

from benchmarks.fitting import Case, fit_binary, fit_choice, held_out, write
from benchmarks.gold import is_right, read_gold

TEXT = "“The pier is closed,” said Anna Holt, the mayor. She called it “a ruin”."


def cases() -> list[Case]:
    """A hundred choices among three: whoever is near is right, but for one in ten."""
    return [
        Case([["near", "bias"], ["far", "bias"], ["far", "bias"]], [n % 10 > 0, n % 10 == 0, False], f"outlet{n % 4}")
        for n in range(100)
    ]


def test_the_weights_follow_what_is_right_more_often() -> None:
    choice, binary = fit_choice(cases()), fit_binary(cases())

    assert choice["near"] > choice["far"]
    assert binary["near"] > binary["far"]
    assert fit_choice(cases()) == choice


def test_a_feature_that_few_cases_have_gets_no_weight() -> None:
    rare = Case([["near", "bias", "a rare word"], ["far", "bias"]], [True, False], "outlet0")

    assert "a rare word" not in fit_choice([*cases(), rare])


def test_every_publisher_is_judged_by_the_others() -> None:
    only_here = [Case([["here", "bias"], ["bias"]], [True, False], "alone") for _ in range(60)]

    weights = dict(held_out([*cases(), *only_here], fit_choice))

    assert sorted(weights) == ["alone", "outlet0", "outlet1", "outlet2", "outlet3"]
    assert "here" not in weights["alone"]
    assert "here" in weights["outlet0"]


def test_the_table_keeps_the_models_that_are_not_fitted_anew(tmp_path: Path) -> None:
    table = tmp_path / "weights.csv"

    write({"one": {"b": 1.0, "a": -0.5, "tiny": 0.001}}, table)
    write({"two": {"c": 2.0}}, table)

    assert table.read_text(encoding="utf-8").splitlines() == [
        "model,feature,weight", "one,a,-0.500", "one,b,1.000", "two,c,2.000",
    ]  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    start = TEXT.index("Anna Holt")
    quote = {
        "start": 0, "end": 21, "fragments": [[0, 21]], "speaker_start": start, "speaker_end": start + 20,
        "speaker_text": "Anna Holt, the mayor",
    }  # fmt: skip
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"doc_id": "outlet_2001_pier", "text": TEXT, "quotes": [quote]}), encoding="utf-8")
    return file


def test_the_gold_says_which_speaker_is_right(gold: Path) -> None:
    (document,) = read_gold(gold)
    quote = document.covering(1, 20)

    assert document.publisher == "outlet"
    assert quote is not None
    assert document.covering(50, 60) is None
    assert document.matching([(0, 21)]) == quote
    assert document.matching([(0, 70)]) is None
    she = TEXT.index("She")
    assert is_right(quote, TEXT, (she, she + 3), "Anna Holt")
    assert not is_right(quote, TEXT, (she, she + 3), "Peter Whitlock")
    assert not is_right(quote, TEXT, None, None)
