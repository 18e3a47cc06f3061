"""Whom a pronoun, a role or an institution means in an article."""

import pytest
from analysed import read

from transforms.naming.given_names import is_given_name, likely_gender


def speakers(text: str) -> list[str | None]:
    return [quote.speaker.name for quote in read(text).quotes]


def test_of_two_persons_with_one_surname_the_last_named_in_full_is_meant() -> None:
    found = read(
        "“The pier is closed,” said Dana Whitlock, the mayor.\n"
        "Peter Whitlock voted against the plan. “We will see,” Whitlock said."
    )

    assert [quote.speaker.name for quote in found.quotes] == ["Dana Whitlock", "Peter Whitlock"]


def test_the_title_before_a_name_is_an_office() -> None:
    assert speakers(
        "Foreign minister Mira Tolvanik flew to Vienna. The foreign minister said the truce would hold."
    ) == ["Mira Tolvanik"]


def test_the_apposition_after_a_name_is_an_office() -> None:
    assert speakers(
        "Lars Halvorsen, the head of the harbour office, met reporters.\nThe harbour chief said the horn had failed."
    ) == ["Lars Halvorsen"]


def test_a_clause_about_what_somebody_leads_is_an_office() -> None:
    assert speakers(
        "Zainab Thurai, who leads the teachers' union, was cross.\n“It is unfair to them all,” the union leader said."
    ) == ["Zainab Thurai"]


def test_another_country_s_minister_is_somebody_else() -> None:
    found = read(
        "Norwegian minister Torvald Espeseth and Danish minister Margit Holm met on Monday.\n"
        "“Nobody wants a cod war,” the Danish minister said."
    )

    assert found.quotes[-1].speaker.name == "Margit Holm"


def test_a_lead_may_name_the_office_before_the_person() -> None:
    assert speakers(
        "The treasurer kept two sets of books, a prosecutor said on Wednesday.\n"
        "“The first set is beautiful,” prosecutor Denise Achterberg told the jury."
    ) == ["Denise Achterberg", "Denise Achterberg"]


def test_any_spokesman_is_nobody_in_particular() -> None:
    assert speakers("A spokesman said the pier was closed.\nSpokesman Peter Whitlock was not there.") == [None]


def test_a_gendered_word_beside_the_name_decides_for_the_pronoun() -> None:
    assert speakers(
        "Queen Robin opened the bridge. Her son, Prince Alex Morrow, stood behind her.\n“It is a fine bridge,” he said."
    )[-1] == ("Alex Morrow")


def test_they_is_one_person_only_where_the_article_says_so() -> None:
    assert speakers(
        "Sam Okonjo, who uses the pronoun they, teaches physics. “It was a fine lesson for us,” they said."
    ) == ["Sam Okonjo"]
    assert speakers("Sam Okonjo teaches physics. “It was a fine lesson for us,” they said.") == [None]


def test_it_is_the_organisation_named_last() -> None:
    found = read("The Port Ellery Harbour Authority closed the pier. It said the horn had failed in March.")

    assert found.quotes[0].speaker.kind == "organisation"
    assert found.quotes[0].speaker.name == "Port Ellery Harbour Authority"


@pytest.mark.parametrize("phrase", ["The company", "The shipbuilder"])
def test_the_company_is_the_firm_that_the_article_is_about(phrase: str) -> None:
    found = read(
        f"Crewe & Halden will cut a thousand jobs in Scotland.\n{phrase} said the first would go in September."
    )

    assert found.quotes[-1].speaker.name == "Crewe & Halden"


def test_the_union_is_an_organisation_of_workers() -> None:
    found = read(
        "The plan angered the Allied Yard Workers on Monday.\nThe union said the true number was higher than that."
    )

    assert found.quotes[-1].speaker.name == "Allied Yard Workers"


def test_what_is_not_known_is_not_guessed() -> None:
    found = read("The chairman said the pier was closed for good.")

    assert (found.quotes[0].speaker.name, found.quotes[0].speaker.kind) == (None, "unnamed")


def test_of_two_senators_the_one_of_that_state_is_meant() -> None:
    assert (
        speakers(
            "Sen. Lena Marsh (D-Ohio) and Sen. Paul Dorn (R-Texas) met on Monday. Marsh left early.\n"
            "“We will vote on the harbour bill,” the Texas senator said."
        )[-1]
        == "Paul Dorn"
    )


def test_an_epithet_means_the_person_in_focus() -> None:
    assert (
        speakers(
            "Viktor Hale told a crowd in Ohio on Monday that he would run for governor.\n"
            "“I never lose a fair race,” the billionaire said."
        )[-1]
        == "Viktor Hale"
    )


def test_the_name_of_a_people_is_no_person_s_name() -> None:
    assert (
        speakers(
            "Paul Dorn, a rancher from Dallas, told reporters that he was glad.\n“It rained at last,” the Texan said."
        )[-1]
        == "Paul Dorn"
    )


def test_a_known_officeholder_is_not_taken_for_somebody_of_another_trade() -> None:
    found = read("Governor Carl Dunn said the ward was closed. “They locked me in for a week,” the nurse said.")

    assert (found.quotes[-1].speaker.name, found.quotes[-1].speaker.kind) == (None, "unnamed")


def test_an_unnamed_source_goes_on_without_a_name() -> None:
    found = read(
        "Mayor Carl Dunn closed the pier. An official at the port said the horn had failed.\n"
        "“Nobody listens to us at the port,” the official said."
    )

    assert [quote.speaker.name for quote in found.quotes] == [None, None]


def test_an_aide_of_somebody_is_not_that_person() -> None:
    found = read("Mayor Carl Dunn flew home on Monday. “He is tired of the whole affair,” his aide said.")

    assert (found.quotes[-1].speaker.name, found.quotes[-1].speaker.kind) == (None, "unnamed")


def test_a_campaign_speaks_for_itself() -> None:
    found = read("Viktor Hale opened an office in Ohio. His campaign said the race was open to all.")

    assert (found.quotes[-1].speaker.name, found.quotes[-1].speaker.kind) == (None, "organisation")


def test_the_name_after_the_office_is_the_speaker() -> None:
    assert speakers("“The pier is safe for everybody,” said the mayor of the port at the time, Dana Whitlock.") == [
        "Dana Whitlock"
    ]


def test_a_pronoun_never_means_somebody_of_the_other_gender() -> None:
    assert (
        speakers(
            "Anna Holt had warned the council. On Monday Peter Whitlock voted against the plan in front of a crowd.\n"
            "“They never listen to the port,” she said."
        )[-1]
        == "Anna Holt"
    )


def test_a_pronoun_follows_the_subject_of_the_sentence_before() -> None:
    assert (
        speakers(
            "Carl Dunn met Peter Whitlock at the pier on Monday. Whitlock had brought a new map of the harbour.\n"
            "He said the pier would be open by June."
        )[-1]
        == "Peter Whitlock"
    )


def test_a_pronoun_follows_a_role_that_was_the_subject() -> None:
    assert (
        speakers(
            "Mayor Carl Dunn and Peter Whitlock, the harbour chief, toured the pier. Dunn left early.\n"
            "The harbour chief stayed until noon to show the new horn. He said it would last for a century."
        )[-1]
        == "Peter Whitlock"
    )


def test_a_speaker_does_not_name_himself_in_what_he_says() -> None:
    assert (
        speakers(
            "Peter Whitlock spoke to reporters after the vote.\n“Carl Dunn has lost the trust of this town,” he said."
        )[-1]
        == "Peter Whitlock"
    )


def test_a_seat_of_power_is_a_metonym() -> None:
    (quote,) = read("The White House said on Monday that the truce would hold.").quotes

    assert quote.speaker.kind == "metonym"


@pytest.mark.parametrize(
    ("name", "gender"), [("Anna Holt", "f"), ("Peter Whitlock", "m"), ("Sam Holt", None), ("Anna", None)]
)
def test_a_given_name_only_hints(name: str, gender: str | None) -> None:
    assert likely_gender(name) == gender


def test_given_names_that_begin_other_names_show_no_person() -> None:
    assert is_given_name("Anna")
    assert not is_given_name("Virginia")


@pytest.mark.parametrize("who", ["A deckhand", "One shopper", "The parish clerk", "Two cops"])
def test_a_person_of_no_known_trade_is_an_unnamed_source(who: str) -> None:
    (quote,) = read(f"“The ferry was late again this morning,” {who.lower()} said.").quotes

    assert (quote.speaker.kind, quote.speaker.name) == ("unnamed", None)


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("the port", "organisation"),
        ("the trust", "organisation"),
        ("the prospectus", "document"),
        ("the result", "unknown"),
    ],
)
def test_what_is_no_person_is_no_unnamed_source(who: str, kind: str) -> None:
    (quote,) = read(f"“The ferry was late again this morning,” {who} said.").quotes

    assert quote.speaker.kind == kind
