"""Which names of an article belong together."""

import time

import pytest

from transforms.naming.chains import canonical_names
from transforms.naming.spans import Name


def chained(*names: tuple[str, str]) -> list[str]:
    """The canonical names of (surface, label) pairs in order of the text."""
    return canonical_names([Name(10 * i, 10 * i + 5, surface, label, 0) for i, (surface, label) in enumerate(names)])


def people(*surfaces: str) -> list[str]:
    return chained(*((surface, "PERSON") for surface in surfaces))


def test_a_surname_takes_the_full_name_named_last_before_it() -> None:
    assert people("Dana Whitlock", "Whitlock", "Peter Whitlock", "Whitlock") == [
        "Dana Whitlock", "Dana Whitlock", "Peter Whitlock", "Peter Whitlock",
    ]  # fmt: skip


def test_a_headline_s_surname_takes_the_only_full_name_that_follows() -> None:
    assert people("Holt", "Anna Holt") == ["Anna Holt", "Anna Holt"]
    assert people("Whitlock", "Dana Whitlock", "Peter Whitlock")[0] == "Whitlock"


def test_family_first_names() -> None:
    assert people("Wang Yi", "Wang") == ["Wang Yi", "Wang Yi"]


def test_a_double_surname_belongs_to_its_full_name() -> None:
    assert people("Kelvin Oh Teck", "Oh Teck") == ["Kelvin Oh Teck", "Kelvin Oh Teck"]


def test_capitals_of_a_transcript_are_the_same_person() -> None:
    assert people("Lars Halvorsen", "HALVORSEN") == ["Lars Halvorsen", "Lars Halvorsen"]


def test_initials_and_middle_names_are_the_same_person() -> None:
    assert set(people("Anna Maria Holt", "Anna Holt", "Anna Holt", "A. Holt")) == {"Anna Holt"}


def test_different_given_names_are_different_persons() -> None:
    assert people("Gordon Blaylock", "Tina Blaylock") == ["Gordon Blaylock", "Tina Blaylock"]


@pytest.mark.parametrize("acronym", ["PEHA", "P.E.H.A."])
def test_an_acronym_takes_the_organisation_with_its_initials(acronym: str) -> None:
    assert chained(("Port Ellery Harbour Authority", "ORG"), (acronym, "ORG")) == ["Port Ellery Harbour Authority"] * 2


def test_an_acronym_of_nothing_stays_itself() -> None:
    assert chained(("Port Ellery Harbour Authority", "ORG"), ("EU", "ORG"))[1] == "EU"


def test_no_names() -> None:
    assert canonical_names([]) == []


def test_many_given_names_with_one_surname_are_chained_in_linear_time() -> None:
    surfaces = [f"A{chr(97 + i % 26)}{'o' * (i // 26 % 40)}{chr(97 + i // 1040 % 26)} Holt" for i in range(20_000)]
    start = time.perf_counter()

    assert people(*surfaces) == surfaces

    assert time.perf_counter() - start < 3


def test_a_double_surname_takes_its_longest_known_form() -> None:
    assert people("Mar Ruiz", "Ana Mar Ruiz", "Ana Ruiz") == ["Ana Mar Ruiz", "Ana Mar Ruiz", "Ana Mar Ruiz"]
