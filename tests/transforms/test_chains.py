"""Which names of an article belong together."""

import time

import pytest
from marked import chained as marked_chains

from transforms.naming.chains import canonical_names
from transforms.naming.name import Name


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
    surfaces = [f"Q{chr(97 + i % 26)}{'o' * (i // 26 % 40)}{chr(97 + i // 1040 % 26)} Holt" for i in range(20_000)]
    start = time.process_time()

    assert people(*surfaces) == surfaces

    assert time.process_time() - start < 6


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


@pytest.mark.parametrize(("full", "short"), [
    ("Gabriel García Márquez", "García Márquez"),
    ("Gabriel García Márquez", "Garcia Marquez"),
    ("Gabriel García Márquez", "Márquez"),
    ("Andrés Manuel Ruiz Holt", "Ruiz"),
    ("Ursula von der Holt", "von der Holt"),
    ("Ursula von der Holt", "der Holt"),
    ("Hamad al-Ruiz", "Ruiz"),
    ("Hamad al-Ruiz", "el-Ruiz"),
    ("J.K. Holt", "J. K. Holt"),
    ("J.K. Holt", "JK Holt"),
    ("Joseph R. Holt Jr.", "Joe Holt"),
    ("Joseph R. Holt Jr.", "Holt Jr."),
    ("Jürgen Müller", "Mueller"),
    ("Sergei Holtenskyy", "Holtenskiy"),
    ("Wang Yi", "WANG YI"),
    ("Anna Holt", "Anna"),
    ("Ana Ruiz, MP", "Ana Ruiz"),
    ("Anna Holt-Rees", "Holt-Rees"),
    ("Dwayne “The Pier” Holt", "Dwayne Holt"),
    ("Shinzo Holt", "Holt Shinzo"),
    ("James Holt", "Director Holt"),
])  # fmt: skip
def test_the_ways_in_which_one_person_is_printed(full: str, short: str) -> None:
    assert len(set(people(full, short, full))) == 1


@pytest.mark.parametrize(("one", "other"), [
    ("George H. W. Holt", "George W. Holt"),
    ("Donald Holt", "Donald Holt Jr."),
    ("Alexander Holt", "Alexandra Holt"),
    ("Anna Maria Holt", "Anna Lena Holt"),
])  # fmt: skip
def test_like_names_of_two_persons(one: str, other: str) -> None:
    assert people(one, other) == [one, other]


def test_a_short_given_name_joins_one_of_two_only() -> None:
    assert people("Alexander Holt", "Alexander Holt", "Alexandra Holt", "Alex Holt") == [
        "Alexander Holt", "Alexander Holt", "Alexandra Holt", "Alexander Holt",
    ]  # fmt: skip


def test_kin_do_not_take_the_surname() -> None:
    text = "[Boris Holt|PERSON] visited his wife [Nina|PERSON]. [Nina Holt|PERSON] is ill. [Holt|PERSON] left."
    assert marked_chains(text) == ["Boris Holt", "Nina Holt", "Nina Holt", "Boris Holt"]


def test_a_title_tells_whose_surname_it_is() -> None:
    text = "President [Dan Holt|PERSON] and [Mel Holt|PERSON] came. President [Holt|PERSON] spoke."
    assert marked_chains(text)[-1] == "Dan Holt"


def test_far_from_a_name_its_surname_is_that_of_who_is_named_most() -> None:
    far = " The pier stayed open all day." * 20
    text = f"[Dan Holt|PERSON] spoke. [Dan Holt|PERSON] left. [Mel Holt|PERSON] sat. [Holt|PERSON] ate.{far} [Holt|PERSON] slept."
    assert marked_chains(text)[-2:] == ["Mel Holt", "Dan Holt"]


def test_another_name_that_somebody_is_known_by() -> None:
    text = "[Nita|PERSON] sang. [Ana Ruiz Holt|PERSON], better known as [Nita|PERSON], left."
    assert marked_chains(text) == ["Ana Ruiz Holt"] * 3


def test_an_acronym_in_brackets_needs_no_initials() -> None:
    text = "The [Workers' Front|ORG] ([PKD|ORG]) met the [Port Kelling Department|ORG]. The [PKD|ORG] left."
    assert marked_chains(text)[-1] == "Workers' Front"


def test_company_forms_spellings_and_departments() -> None:
    assert chained(("Halvor Inc.", "ORG"), ("Halvor", "ORG")) == ["Halvor", "Halvor"]
    assert chained(("Harbour Department", "ORG"), ("Harbour", "ORG")) == ["Harbour Department"] * 2
    assert chained(("National Bank", "ORG"), ("National", "ORG"))[1] == "National"
    assert set(chained(("HARBOUR POST", "ORG"), ("Harbour Post", "ORG"), ("Harbour-Post", "ORG"))) == {"Harbour Post"}
    assert set(chained(("U.S.", "PLACE"), ("US", "PLACE"), ("United States", "PLACE"))) == {"United States"}
    assert chained(("Washington, D.C.", "PLACE"), ("Washington", "PLACE")) == ["Washington, D.C."] * 2
    assert chained(("Port Ellery Harbour Authority", "ORG"), ("PEHA", "PLACE"))[1] == "PEHA"


def test_many_bearers_of_one_surname_that_stands_alone_as_often() -> None:
    surfaces = [f"Q{chr(97 + i % 26)}{'o' * (i // 26 % 40)} Holt" for i in range(1_000)]
    start = time.process_time()

    people(*surfaces, *(["Holt"] * 20_000))

    assert time.process_time() - start < 3


def test_a_surname_before_kin_are_named_is_not_theirs() -> None:
    assert marked_chains("[Holt|PERSON] left. His wife, [Nina Holt|PERSON], ate. [Holt|PERSON] slept.") == [
        "Holt", "Nina Holt", "Holt",
    ]  # fmt: skip
    assert marked_chains("[Dan Holt Jr.|PERSON] ate. President [Holt|PERSON] slept.") == ["Dan Holt Jr.", "Holt"]
    assert people("Holt", "Dan Holt Jr.") == ["Dan Holt Jr.", "Dan Holt Jr."]


def test_a_name_that_runs_on_does_not_name_the_person() -> None:
    assert set(people("Ana Ruiz", "Ana Ruiz Colloquium", "Ana Ruiz", "Ruiz")) == {"Ana Ruiz"}
    assert set(people("Lover Peter Ruiz", "Peter Ruiz", "Agent Peter Ruiz", "Ruiz")) == {"Peter Ruiz"}
