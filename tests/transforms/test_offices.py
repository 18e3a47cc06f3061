"""Which words name one office, and which places are one."""

import pytest

from transforms.quotation.offices import office, offices, same_place, shared_keys


def test_different_words_may_name_one_office() -> None:
    same = [
        ("the head of US diplomacy", "secretary of state"),
        ("the front-runner", "Republican presidential nominee"),
        ("the chief executive", "CEO of Holt Shipyards"),
        ("the harbour chief", "head of the harbour office"),
    ]
    other = [
        ("the president", "vice president"),
        ("the foreign minister", "prime minister"),
        ("the nurse", "governor"),
        ("the mayor’s spokeswoman", "mayor of Port Ellery"),
    ]

    assert [pair for pair in same if not shared(*pair)] == []
    assert [pair for pair in other if shared(*pair)] == []


def shared(phrase: str, printed: str) -> float:
    one, two = office(phrase), office(printed)
    return shared_keys(one, two) if one and two else 0.0


def test_a_phrase_turns_on_its_last_noun_before_of() -> None:
    assert office("the company") is None
    assert office("a critic of the mayor") is not None
    assert [found.head for found in offices("lawyer and former mayor")] == ["lawyer", "mayor"]
    assert not shared("a critic of the mayor", "mayor")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("texas", "texan", True), ("china", "chinese", True), ("ohio", "oregon", False), ("iran", "iraq", False)],
)
def test_a_place_and_its_people_are_one(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same
