"""What an article says of its persons and organisations, and with which words."""

import time
from dataclasses import replace

import pytest
from analysed import article, read
from hypothesis import given
from hypothesis import strategies as st
from marked import named

from transforms.extractors.attributes import attributes, rows
from transforms.records import Mention, NameAttribute
from transforms.schema import DERIVED


def found(text: str, *more: Mention) -> list[tuple[str, str, str]]:
    """(name, attribute, value) of a marked text."""
    paragraphs, names = named(text)
    called = {name.name_id: name.canonical_name for name in names}
    records = attributes(article(paragraphs[0].text), paragraphs, names, (*names, *more))
    return [(called[record.name_id], record.attribute, record.value) for record in records]


def of(text: str, attribute: str) -> list[str]:
    """The values of one attribute."""
    return [value for _, kind, value in found(text) if kind == attribute]


def records_of(text: str) -> tuple[str, tuple[NameAttribute, ...]]:
    paragraphs, names = named(text)
    return paragraphs[0].text, attributes(article(paragraphs[0].text), paragraphs, names, names)


@pytest.mark.parametrize(("text", "role"), [
    ("Foreign Minister [Ana Ruiz|PERSON] left.", "Foreign Minister"),
    ("The port's former chief executive, [Ana Ruiz|PERSON], left.", "former chief executive"),
    ("[Ana Ruiz|PERSON], 61, the French finance minister, left.", "finance minister"),
    ("[Ana Ruiz|PERSON], head of research at [Sofibank|ORG], left.", "head of research"),
    ("[Ana Ruiz|PERSON], a professor of port history at [Ellery University|ORG], left.", "professor of port history"),
    ("[Ana Ruiz|PERSON], who is the mayor of [Ellery|PLACE], left.", "mayor"),
    ("[Ana Ruiz|PERSON] is the head of [Sofibank|ORG].", "head"),
    ("Secretary of State [Ana Ruiz|PERSON] left.", "Secretary of State"),
    ("[Ana Ruiz|PERSON], the former secretary of state, left.", "former secretary of state"),
    ("[Sofibank|ORG] analyst [Ana Ruiz|PERSON] left.", "analyst"),
    ("former French President [Ana Ruiz|PERSON] left.", "former French President"),
    ("[Ana Ruiz|PERSON], the founder of the union based in [Ellery|PLACE], left.", "founder"),
    ("[Ana Ruiz|PERSON], co-chair of the National Harbour Forum, left.", "co-chair"),
    ("said [Ana Ruiz|PERSON], editor-in-chief of the [Ellery Post|ORG].", "editor-in-chief"),
])  # fmt: skip
def test_a_role_is_read_from_the_words_round_the_name(text: str, role: str) -> None:
    assert of(text, "role") == [role]


@pytest.mark.parametrize("text", [
    "At dinner with [Ana Ruiz|PERSON], the president said little.",
    "The mayors met [Ana Ruiz|PERSON], ministers and judges.",
    "He challenged the majority leader. [Ruiz|PERSON] won.",
    "[Ana Ruiz|PERSON], Sen. [Kit Doe|PERSON] and others left.",
    "When he looks at [Ana Ruiz|PERSON], he sees a candidate, no more.",
    "[Ana Ruiz|PERSON] and her husband, [Kit Doe|PERSON], left.",
    "[Ana Ruiz|PERSON] is a leader.",
])  # fmt: skip
def test_words_that_are_of_somebody_else_are_no_role(text: str) -> None:
    assert [value for name, kind, value in found(text) if name != "Kit Doe" and kind == "role"] == []
    assert of("her husband, [Kit Doe|PERSON], left.", "role") == []


def test_titles_are_what_is_printed_right_before_the_name() -> None:
    assert of("Dr. [Ana Ruiz|PERSON] left.", "title") == ["Dr."]
    assert of("[Ellery|PLACE] Mayor Dr [Ana Ruiz|PERSON] left.", "title") == ["Mayor", "Dr"]
    assert of("the harbour spokesman [Kit Doe|PERSON] left.", "title") == []
    assert of("Republican [Kit Doe|PERSON] left.", "title") == []
    assert of("first lady [Ana Ruiz|PERSON] left.", "title") == []


@pytest.mark.parametrize(("text", "body"), [
    ("[Sofibank|ORG]'s chief executive, [Ana Ruiz|PERSON], left.", "Sofibank"),
    ("[Sofibank|ORG] analyst [Ana Ruiz|PERSON] left.", "Sofibank"),
    ("[Ana Ruiz|PERSON], head of research at [Sofibank|ORG], left.", "Sofibank"),
    ("“No,” said [Ana Ruiz|PERSON] of [Sofibank|ORG].", "Sofibank"),
    ("Sen. [Ana Ruiz|PERSON] (D-Ohio) left.", "Democratic Party"),
    ("The [Port Ellery Harbour Authority|ORG] met. [PEHA|ORG] head [Ana Ruiz|PERSON] left.", "Port Ellery Harbour Authority"),
])  # fmt: skip
def test_an_affiliation_is_the_fullest_name_of_the_body(text: str, body: str) -> None:
    assert of(text, "affiliation") == [body]


def test_who_stands_against_a_body_is_not_in_it() -> None:
    assert of("[Ana Ruiz|PERSON], a critic of [Sofibank|ORG], left.", "affiliation") == []
    assert of("[Ana Ruiz|PERSON], a lawyer for [Sofibank|ORG], left.", "affiliation") == []
    assert of("[Ana Ruiz|PERSON] met [Kit Doe|PERSON] at [Sofibank|ORG] on Monday.", "affiliation") == []


@pytest.mark.parametrize(("text", "country"), [
    ("Norwegian Prime Minister [Ana Ruiz|PERSON] left.", "NO"),
    ("South Korean President [Ana Ruiz|PERSON] left.", "KR"),
    ("[Ana Ruiz|PERSON], the French finance minister, left.", "FR"),
    ("[Ana Ruiz|PERSON], president of [Kenya|PLACE], left.", "KE"),
    ("[Kenya|PLACE]'s president, [Ana Ruiz|PERSON], left.", "KE"),
    ("U.S. Secretary of State [Ana Ruiz|PERSON] left.", "US"),
    ("Sen. [Ana Ruiz|PERSON], R-Iowa, left.", "US"),
    ("German carmaker [Halvor|ORG] closed.", "DE"),
    ("[France|PLACE]'s [Halvor|ORG] said so.", "FR"),
    ("[Kenya|PLACE]-based [Halvor|ORG] said so.", "KE"),
    ("the [Foreign Ministry|ORG] of [Kenya|PLACE]", "KE"),
    ("The [Chinese Foreign Ministry|ORG] said so.", "CN"),
])  # fmt: skip
def test_a_country_needs_words_that_say_so(text: str, country: str) -> None:
    assert of(text, "country") == [country]


@pytest.mark.parametrize("text", [
    "Native American leader [Ana Ruiz|PERSON] left.",
    "[China|PLACE] correspondent [Ana Ruiz|PERSON] left.",
    "[Ana Ruiz|PERSON], a Russian-born banker, left.",
    "[Sweden|PLACE]'s [NATO|ORG] bid failed.",
    "[Kenya|PLACE]'s [Halvor|ORG] problem grew.",
    "[Ana Ruiz|PERSON], a scholar of [US|PLACE] foreign policy, left.",
    "[Ana Ruiz|PERSON] flew to [Kenya|PLACE].",
])  # fmt: skip
def test_other_lands_near_a_name_are_not_its_country(text: str) -> None:
    assert of(text, "country") == []


def test_gender_is_read_from_honorifics_and_pronouns_only() -> None:
    assert of("Mrs. [Ruiz|PERSON] left.", "gender") == ["female"]
    assert of("[Kim Doe|PERSON] left, but she came back.", "gender") == ["female"]
    assert of("[Anna Ruiz|PERSON], the congresswoman, left.", "gender") == []
    assert of("[Kim Doe|PERSON] and [Pat Roe|PERSON] left, but he came back.", "gender") == []
    assert of("[Kim Doe|PERSON] left, his wife said, and she came back.", "gender") == ["male"]
    assert of("[Kim Doe|PERSON] met the spokesman, and he left.", "gender") == []
    assert of("[Kim Doe|PERSON] said: “The dog? He left.”", "gender") == []


def test_a_pronoun_that_speaks_tells_the_gender_of_its_person() -> None:
    story = read("Anna Holt, the mayor, met Peter Whitlock. “The pier is closed,” she said.")

    records = attributes(story.article, (), story.entities, story.mentions)

    assert [(record.value, story.article.text[record.char_start : record.char_end]) for record in records] == [
        ("female", "she")
    ]


def test_contradicting_evidence_is_kept_and_doubted() -> None:
    _, records = records_of("Mr. [Doe|PERSON] left. Mrs. [Doe|PERSON] left.")
    one, other = (record for record in records if record.attribute == "gender")
    assert one.name_id != other.name_id

    _, records = records_of("Mr. [Kim Doe|PERSON] left. Ms. [Kim Doe|PERSON] came back.")
    doubted = [record for record in records if record.attribute == "gender"]
    assert {record.value for record in doubted} == {"male", "female"}
    assert all(record.confidence < 0.5 for record in doubted)


def test_one_row_for_one_fact_with_the_words_that_say_it() -> None:
    text, records = records_of("President [Ana Ruiz|PERSON] left. President [Ruiz|PERSON] came back.")

    assert [(r.attribute, text[r.char_start : r.char_end]) for r in records] == [
        ("role", "President"), ("title", "President"),
    ]  # fmt: skip


def test_rows_have_the_columns_of_their_table() -> None:
    text, records = records_of("Dr. [Ana Ruiz|PERSON] left.")

    (table,) = rows(article(text), records).values()
    assert set(table[0]) == set(DERIVED["name_attributes"].column_names())


@given(st.lists(st.sampled_from(
    ["[Ana Ruiz|PERSON]", "[Sofibank|ORG]", "[Kenya|PLACE]", "[French|MISC]", "’s", ",", ", ", " ", "the ", "President ", "Mr. ", "of ",
     "former ", " is the head of ", "he ", "she ", "-based ", "(D-", "“", "\n", "é", ". "]
), max_size=30).map("".join))  # fmt: skip
def test_any_text_gives_spans_within_it(text: str) -> None:
    plain, records = records_of(text)

    for record in records:
        assert 0 <= record.char_start < record.char_end <= len(plain)
        assert record.value


@pytest.mark.parametrize(
    "filler", ["of ", "President ", "the ", ", ", "French ", "said ", "\n", "Mr. ", "’s ", "A.", "former-"]
)
def test_hostile_texts_take_linear_time(filler: str) -> None:
    def seconds(n: int) -> float:
        paragraphs, names = named(filler * n + "[Ana Ruiz|PERSON]" + filler * n)
        many = tuple(
            replace(names[0], char_start=names[0].char_start + i, char_end=names[0].char_end + i) for i in range(200)
        )
        start = time.process_time()
        attributes(article(paragraphs[0].text), paragraphs, many, many)
        return time.process_time() - start

    assert seconds(20_000) < 10 * seconds(4_000) + 0.2
