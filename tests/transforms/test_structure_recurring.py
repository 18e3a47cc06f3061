"""The fingerprint by which a learned line is known again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.structure.recurring import fingerprint


@pytest.mark.parametrize("other", ["  Read on at the quay ", "Read  on\tat the\nquay", "Read on\u00a0at the quay"])
def test_white_space_makes_no_other_line(other: str) -> None:
    assert fingerprint(other) == fingerprint("Read on at the quay")


@pytest.mark.parametrize("other", ["Read on at the quays", "Read on at the quay.", "READ ON AT THE QUAY", ""])
def test_another_word_does(other: str) -> None:
    assert fingerprint(other) != fingerprint("Read on at the quay")


def test_a_line_as_long_as_a_paragraph_is_never_learned() -> None:
    assert fingerprint("quay " * 200) == ""


@given(st.text(st.characters()))
def test_any_text_has_one(text: str) -> None:
    assert len(fingerprint(text)) in (0, 16)
