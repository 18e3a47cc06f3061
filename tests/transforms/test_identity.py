"""Who is who across articles: invented names, and what they come to."""

from typing import Any

from namesakes import apart, basis, entities, listed, named, together

from transforms.identity.names import Review
from transforms.identity.resolve import resolve


def test_middle_names_and_initials_may_be_left_out() -> None:
    assert entities(named("Ada Brook", 9), named("Ada M. Brook", 2), named("Ada Maria Brook"), named("A. Brook")) == {
        ("Ada Brook", frozenset({"Ada Brook", "Ada M. Brook", "Ada Maria Brook", "A. Brook"}))
    }
    assert together(named("José Ruíz-Peña", 2), named("Jose Ruiz Pena", 1))


def test_middle_names_that_clash_keep_two_persons_apart() -> None:
    assert apart(named("Tom W. Quent", 9), named("Tom H. Quent", 5))
    assert apart(named("Tom W. Quent", 9), named("Tom H. Quent", 5), named("Tom Quent", 2))
    assert len(entities(named("Tom W. Quent", 90), named("Tom H. Quent", 2), named("Tom Quent", 2))) == 2


def test_father_and_son_stay_two_unless_the_son_is_mostly_meant() -> None:
    assert apart(named("Cal Thorn", 90), named("Cal Thorn Jr.", 9))
    assert together(named("Cal Thorn", 3), named("Cal Thorn Jr.", 9))


def test_a_short_form_of_a_given_name_is_the_same_person_where_few_have_the_surname() -> None:
    assert together(named("Joe Marrow", 9), named("Joseph Marrow", 2))
    crowd = [named(f"{given} Marrow", 3) for given in "Ada Ben Cal Dora Eve Finn Gus Hal Ida Jan Kit".split()]
    two = (named("Joe Marrow", 9), named("Joseph Marrow", 2))
    assert len(entities(*two, *crowd)) == len(crowd) + 2
    met = named("Joe Marrow", 9, surfaces={"Joseph Marrow": 1})
    assert len(entities(met, two[1], *crowd)) == len(crowd) + 1


def test_words_that_ran_into_a_well_known_name_make_no_other_person() -> None:
    assert entities(named("John Quent", 9), named("Ohio's John Quent"), named("Quent John Quent")) == {
        ("John Quent", frozenset({"John Quent", "Ohio's John Quent", "Quent John Quent"}))
    }
    assert apart(named("John Quent", 9), named("Mary John Quent", 1))
    assert apart(named("Ada Quent", 3), named("Whip Ada Quent", 2))


def test_a_lone_surname_goes_to_the_bearer_who_dominates() -> None:
    ada = named("Ada Brook", 30, surfaces={"Brook": 28})
    assert entities(ada, named("Brook", 4)) == {("Ada Brook", frozenset({"Ada Brook", "Brook"}))}
    assert basis("Brook", ada, named("Brook", 4)) == "sole_bearer"


def test_an_ambiguous_surname_is_nobodys() -> None:
    ada, tom = named("Ada Brook", 30, surfaces={"Brook": 28}), named("Tom Brook", 20, surfaces={"Brook": 18})
    assert apart(ada, tom, named("Brook", 4))
    assert basis("Brook", ada, tom, named("Brook", 4)) == "own_name"
    assert apart(named("Ada Brook", 2, surfaces={"Brook": 2}), named("Brook", 4))


def test_the_gender_that_an_article_tells_chooses_among_bearers() -> None:
    ada = named("Ada Brook", 30, surfaces={"Brook": 28}, gender="female")
    tom = named("Tom Brook", 20, surfaces={"Brook": 18}, gender="male")
    found = entities(ada, tom, named("Brook", 3, gender="male"))
    assert ("Tom Brook", frozenset({"Tom Brook", "Brook"})) in found
    assert ("Ada Brook", frozenset({"Ada Brook", "Mrs. Brook"})) in entities(ada, tom, named("Mrs. Brook", 3))


def test_a_long_surname_is_one_but_a_given_name_is_not() -> None:
    assert together(named("Kit van Oster", 9, surfaces={"van Oster": 8}), named("van Oster", 2))
    assert ("Xu Lanying", frozenset({"Xu Lanying", "Xu"})) in entities(
        named("Xu Lanying", 9, surfaces={"Xu": 9}), named("Xu", 2)
    )
    # A run-on name does not make a full name a surname.
    assert apart(named("Lindsey Holm", 90), named("Senator-elect Lindsey Holm", 1), named("Tom Quent", 1))


def test_a_label_that_few_articles_have_gives_way() -> None:
    assert entities(named("Harbour Bank", 90, "ORG"), named("Harbour Bank", 3)) == {
        ("Harbour Bank", frozenset({"Harbour Bank"}))
    }
    assert len(listed(named("Karst", 9, "ORG"), named("Karst", 8, "PLACE"))) == 2
    lone = named("Brook", 5, "ORG")
    assert basis("Brook", named("Ada Brook", 60, surfaces={"Brook": 50}), lone) == "majority_type"


def test_organisations_are_one_without_company_form_and_by_acronym() -> None:
    assert together(named("Acme Inc.", 2, "ORG"), named("ACME", 1, "ORG"), named("the Acme", 4, "ORG"))
    assert together(named("Department of Tides", 2, "ORG"), named("Tides Department", 3, "ORG"))
    agency = named("North Sea Tide Agency", 5, "ORG", surfaces={"NSTA": 4})
    assert entities(agency, named("NSTA", 40, "ORG")) == {
        ("North Sea Tide Agency", frozenset({"North Sea Tide Agency", "NSTA"}))
    }
    rival = named("Northern Stock Traders Alliance", 5, "ORG", surfaces={"NSTA": 4})
    assert apart(agency, rival, named("NSTA", 40, "ORG"))


def test_a_first_word_is_the_body_that_articles_print_beside_it() -> None:
    motors = named("Acme Motors", 9, "ORG", beside={"Acme": 5})
    europe = named("Acme Motors Europe", 2, "ORG", beside={"Acme": 1})
    assert ("Acme Motors", frozenset({"Acme Motors", "Acme"})) in entities(motors, europe, named("Acme", 6, "ORG"))
    # Most articles print it for itself, or for another one.
    assert apart(motors, named("Acme", 60, "ORG"))
    assert apart(motors, named("Acme Tides", 4, "ORG", beside={"Acme": 4}), named("Acme", 6, "ORG"))


def test_groups_and_countries_that_are_added_and_spaces_that_are_left_out_change_nothing() -> None:
    assert together(named("Acme", 90, "ORG"), named("Acme Holdings", 5, "ORG", beside={"Acme": 2}))
    assert together(named("Tide Court", 90, "ORG"), named("U.S. Tide Court", 9, "ORG", beside={"Tide Court": 6}))
    assert apart(named("Tide Court", 900, "ORG"), named("U.S. Tide Court", 9, "ORG", beside={"Tide Court": 6}))
    assert together(named("Harbour Bank & Co", 5, "ORG"), named("HarbourBank", 2, "ORG"))


def test_short_forms_that_the_world_knows_need_no_evidence() -> None:
    assert entities(named("Federal Reserve", 3, "ORG"), named("Fed", 9, "ORG")) == {
        ("Federal Reserve", frozenset({"Federal Reserve", "Fed"}))
    }
    # Another body that articles print so goes before.
    rival = named("Southern Eel Council", 9, "ORG", surfaces={"SEC": 9})
    known = named("Securities and Exchange Commission", 9, "ORG")
    assert ("Southern Eel Council", frozenset({"Southern Eel Council", "SEC"})) in entities(
        rival, known, named("SEC", 4, "ORG")
    )


def test_an_entity_is_called_as_texts_call_it() -> None:
    titles = [
        next(iter(entities(*names)))[0]
        for names in (
            (named("PORT VELL", 9, "PLACE"), named("Port Vell", 1, "PLACE")),
            (named("Q&R", 9, "ORG"), named("Q and R.", 1, "ORG")),
            (named("Tide Institute", 9, "ORG"), named("TIDE INSTITUTE", 90, "ORG")),
            (named("North Sea Tide Agency", 2, "ORG", surfaces={"NSTA": 2}), named("NSTA", 4, "ORG")),
            (named("North Sea Tide Agency", 2, "ORG", surfaces={"NSTA": 2}), named("NSTA", 90, "ORG")),
        )
    ]
    assert titles == ["Port Vell", "Q&R", "Tide Institute", "North Sea Tide Agency", "NSTA"]


def test_michael_is_a_given_name() -> None:
    assert basis("Michael Brook", named("Michael Brook", 5), named("Michal Brook", 2)) == "full_name"
    assert apart(named("Michael Brook", 5), named("Michal Brook", 2))


def test_places_are_one_by_their_id() -> None:
    north: dict[str, Any] = {"label": "PLACE", "country_iso": "NO", "geonames_id": 11}
    south: dict[str, Any] = {"label": "PLACE", "country_iso": "ZA", "geonames_id": 22}
    found = entities(named("Karstvik", 9, **north), named("K.V.", 30, **north), named("Karstvik", 1, **south))
    assert found == {("Karstvik", frozenset({"Karstvik", "K.V."})), ("Karstvik", frozenset({"Karstvik"}))}
    assert together(named("Karstvik", 9, **north), named("Karstvik", 2, "PLACE"))
    assert apart(named("Karstvik", 9, **north), named("Karstvik", 9, **south), named("Karstvik", 2, "PLACE"))


def test_corrections_hold_whatever_else_comes() -> None:
    merge = Review("merge", "PERSON", "petra holm", "ada brook")
    names = (named("Ada Brook", 3), named("Ada M. Brook", 9), named("Petra Holm", 50))
    assert entities(*names, reviews=[merge]) == {
        ("Ada M. Brook", frozenset({"Ada Brook", "Ada M. Brook", "Petra Holm"}))
    }
    split = Review("split", "PERSON", "ada brook", "Ada Brook (poet)")
    assert ("Ada Brook (poet)", frozenset({"Ada Brook"})) in entities(*names, reviews=[split])
    gone = Review("merge", "PERSON", "nobody here", "ada brook")
    assert entities(*names, reviews=[gone]) == entities(*names)


def test_a_correction_of_a_lone_surname_leaves_whoever_is_only_called_so() -> None:
    ada = named("Ada Brook", 20, surfaces={"Brook": 18}, gender="female")
    tom = named("Tom Brook", 30, surfaces={"Brook": 28}, gender="male")
    his, anyones = named("Brook", 9, gender="male"), named("Brook", 3)
    merge = Review("merge", "PERSON", "brook", "ada brook")
    assert entities(ada, tom, his, anyones, reviews=[merge]) == {
        ("Ada Brook", frozenset({"Ada Brook", "Brook"})),
        ("Tom Brook", frozenset({"Tom Brook", "Brook"})),
    }


def test_one_name_in_two_countries_is_two_places_with_two_identifiers() -> None:
    north, south = (named("Quay Street", 3, "PLACE", country_iso=country) for country in ("NO", "ZA"))
    assert len({one.entity_id for one in resolve([north, south])}) == 2
    # Articles that don't say where it is change nothing about which it is.
    (alone,), both = resolve([north]), resolve([north, named("QUAY Street", 9, "PLACE")])
    assert len({one.entity_id for one in both}) == 1
    located, unlocated = named("Karstvik", 2, "PLACE", geonames_id=11), named("Karstvik", 9, "PLACE")
    assert {one.entity_id for one in resolve([located, unlocated])} == {resolve([located])[0].entity_id}
    assert alone.entity_id != named("Quay Street").name_id


def test_a_namesake_that_was_split_off_keeps_the_identifier_whatever_it_is_called() -> None:
    split = Review("split", "PERSON", "ada brook", "Ada Brook (poet)", "a1")
    rename = Review("rename", "PERSON", "ada brook (poet)", "Ada Brook")
    names = named("Ada Brook", 9), named("Ada Brook", 1, article_id="a1")
    before, after = (resolve(names, reviews) for reviews in ([split], [split, rename]))
    assert [one.entity_id for one in before] == [one.entity_id for one in after]
    assert [one.canonical_name for one in after] == ["Ada Brook", "Ada Brook"]
    assert len({one.entity_id for one in after}) == 2
