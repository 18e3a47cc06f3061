"""Marks that do not open and close as they should are noticed; quotations that go on are not taken for them."""

import pytest

from transforms.structure.balance import unbalanced


@pytest.mark.parametrize(
    "story",
    [
        ["“It is fair,” she said.", "No marks."],
        ["“It is fair.", "“And late.", "“And dear,” she said."],
        ['"It is fair.', '"And late," she said.'],
        ['The pipe is 12" wide and "new," she said.'],
        [],
    ],
)
def test_marks_in_order(story: list[str]) -> None:
    assert not unbalanced(story)


@pytest.mark.parametrize(
    "story",
    [
        ["“It is fair, said the mayor.", "She added that it was late,” and left."],
        ["It is fair,” she said."],
        ["“It is fair, she said."],
        ['"It is fair, she said.', "Nobody else spoke."],
        ["“It is “fair,” she said."],
    ],
)
def test_marks_out_of_order(story: list[str]) -> None:
    assert unbalanced(story)
