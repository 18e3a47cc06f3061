"""Which names of an article belong together."""

import time

import pytest

from transforms.naming.chains import canonical_names
from transforms.naming.spans import Name


def chained(*names: tuple[str, str]) -> list[str]:
    """The canonical names of (surface, label) pairs in order of the text."""
    text, found = "", []
    for surface, label in names:
        text += "of "
        found.append(Name(len(text), len(text) + len(surface), surface, label, 0))
        text += surface + " "
    return canonical_names(found, text)


def in_text(text: str, *surfaces: str) -> list[str]:
    """The canonical names of persons named in a text, in this order."""
    found, position = [], 0
    for surface in surfaces:
        position = text.index(surface, position)
        found.append(Name(position, position + len(surface), surface, "PERSON", 0))
        position += len(surface)
    return canonical_names(found, text)


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
    assert canonical_names([], "") == []


def test_many_given_names_with_one_surname_are_chained_in_linear_time() -> None:
    surfaces = [f"A{chr(97 + i % 26)}{'o' * (i // 26 % 40)}{chr(97 + i // 1040 % 26)} Holt" for i in range(20_000)]
    start = time.perf_counter()

    assert people(*surfaces) == surfaces

    assert time.perf_counter() - start < 3


def test_a_double_surname_takes_its_longest_known_form() -> None:
    assert people("Mar Ruiz", "Ana Mar Ruiz", "Ana Ruiz") == ["Ana Mar Ruiz", "Ana Mar Ruiz", "Ana Mar Ruiz"]


def test_an_honorific_chooses_between_a_couple() -> None:
    text = "Jane Doe met voters with John Doe. Mrs. Doe spoke first, Mr. Doe last."

    assert in_text(text, "Jane Doe", "John Doe", "Doe", "Doe")[2:] == ["Jane Doe", "John Doe"]


@pytest.mark.parametrize(("own", "text"), [
    ("Mrs. Doe", "John Doe stayed away. Mrs. Doe spoke."),
    ("Lady Doe", "Sir Pat Doe stayed away. Lady Doe spoke."),
    ("Mr Doe", "Doctors called the wife, Pat Doe, on Monday. Mr Doe waited."),
    ("Ms. Doe", "Kit Doe arrived, and Mr. Doe spoke. Ms. Doe waited, and Mr. Doe left."),
])  # fmt: skip
def test_the_spouse_of_a_named_person_is_a_person_too(own: str, text: str) -> None:
    words = [word.strip(",.") for word in text.split()]
    full = f"{words[words.index('Doe') - 1]} Doe"
    surfaces = [full, *["Doe"] * (words.count("Doe") - 1)]

    assert own in in_text(text, *surfaces)
    assert in_text(text, *surfaces)[0] == full


def test_an_honorific_of_a_name_that_tells_nothing_is_that_person_s() -> None:
    assert in_text("Kit Doe arrived. Mr. Doe spoke.", "Kit Doe", "Doe") == ["Kit Doe", "Kit Doe"]
    assert in_text("Ms. Doe arrived. Kit Doe spoke.", "Doe", "Kit Doe") == ["Kit Doe", "Kit Doe"]


def test_a_surname_alone_keeps_its_name_unless_both_are_meant() -> None:
    assert in_text("Mr. Doe spoke.", "Doe") == ["Doe"]
    assert in_text("Mr. Doe and Mrs. Doe spoke.", "Doe", "Doe") == ["Mr. Doe", "Mrs. Doe"]


def test_what_is_printed_goes_before_the_hint_of_a_given_name() -> None:
    assert in_text("Ms. John Doe came. Ms. Doe spoke.", "John Doe", "Doe") == ["John Doe", "John Doe"]


def test_two_forms_of_address_are_one_person() -> None:
    assert in_text("John Doe left. Mrs. Doe spoke. Ms. Doe sat.", "John Doe", "Doe", "Doe")[1:] == ["Mrs. Doe"] * 2
