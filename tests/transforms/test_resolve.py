"""Whom a pronoun, a role or an institution means in an article."""

import time

import pytest
from analysed import paragraphs_of, read

from transforms.naming.given_names import is_given_name, likely_gender
from transforms.quotation.cast import cast
from transforms.quotation.institutions import last_organisation, organisation_meant, organisations
from transforms.quotation.roles import qualifiers, role_words
from transforms.records import Mention


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


def test_different_words_for_one_office_share_a_family() -> None:
    assert role_words("the head of US diplomacy") & role_words("secretary of state") >= {"#foreign"}
    assert qualifiers("the Norwegian fisheries minister") == {"Norwegian"}


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


def test_a_long_gap_after_a_name_takes_linear_time() -> None:
    text = "Anna Holt" + " " * 20_000 + "said the pier was closed."
    paragraphs, names = (
        paragraphs_of(text),
        [Mention("e" * 16, "Anna Holt", "Anna Holt", "name", "PERSON", 0, 9, 0, "body")],
    )
    start = time.perf_counter()

    cast(paragraphs, names)

    assert time.perf_counter() - start < 1


def test_an_institution_in_each_of_many_sentences_takes_bounded_time() -> None:
    names = [
        Mention("e" * 16, "Holt Shipyards", "Holt Shipyards", "name", "ORG", 40 * i, 40 * i + 14, 0, "body")
        for i in range(5_000)
    ]
    named = organisations(names)
    start = time.perf_counter()

    found = [organisation_meant(named, 40 * i + 20, "the company") for i in range(5_000)]
    last = [last_organisation(named, 40 * i + 20, 1_200) for i in range(5_000)]

    assert found == last == names
    assert time.perf_counter() - start < 5
