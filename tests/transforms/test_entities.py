"""Names of an article: one surface one label, surnames found everywhere, nothing that is no name."""

import time

import pytest
from analysed import article, paragraphs_of, read
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extractors.entities import entities, name_id
from transforms.naming.shown import looks_like_person, shown_bodies, shown_persons
from transforms.naming.spans import trim_name
from transforms.schema.vocabulary import ENTITY_TYPES


def labels(text: str) -> set[tuple[str, str]]:
    return {(mention.canonical_name, mention.label) for mention in read(text).entities}


def test_a_surname_means_the_full_name_everywhere() -> None:
    found = read(
        "Anna Holt, the mayor, walked to the pier. Holt was alone.\nIn the fog nobody saw Holt, and Holt's horn was silent."
    )

    holts = [mention for mention in found.entities if "Holt" in mention.surface]
    assert [mention.surface for mention in holts] == ["Anna Holt", "Holt", "Holt", "Holt"]
    assert {(mention.canonical_name, mention.label) for mention in holts} == {("Anna Holt", "PERSON")}
    assert len({mention.name_id for mention in holts}) == 1


def test_a_family_first_name_is_known_by_its_family_name() -> None:
    found = read("Wang Yi met reporters in Vienna. Wang said the talks were useful, and Wang left early.")

    assert {m.canonical_name for m in found.entities if m.surface == "Wang"} == {"Wang Yi"}


@pytest.mark.parametrize(
    "text",
    [
        "“My crew asks where it may fish,” said Odd Rimestad, who leads the skippers.",
        "Odd Rimestad, 58, sold his boat in the spring.",
        "The fisheries minister, Odd Rimestad, flew to Vienna.",
        "Odd Rimestad, the skippers' spokesman, was cautious.",
        "Odd Rimestad mended nets. Rimestad, who is eighty-two, has fished since he was a boy.",
    ],
)
def test_the_text_itself_shows_a_person(text: str) -> None:
    assert ("Odd Rimestad", "PERSON") in labels(text)


@pytest.mark.parametrize(
    "name", ["Harbour Street", "City Council", "New Brighton", "Senate Democrats", "The Hague", "National Bank"]
)
def test_names_of_places_and_bodies_are_no_persons(name: str) -> None:
    assert not looks_like_person(name)
    assert shown_persons(f"The meeting was opened by {name}, who was late.") == set()


def test_a_body_s_name_is_whole() -> None:
    text = "The Port Ellery Harbour Authority met the University of Thrang and the Skippers' Association on Monday."

    assert [text[start:end] for start, end in shown_bodies(text)] == [
        "Port Ellery Harbour Authority",
        "Skippers' Association",
    ]


@pytest.mark.parametrize(
    ("surface", "bare"),
    [
        ("the Harbour Post", "Harbour Post"), ("“Anna Holt,”", "Anna Holt"), ("Anna Holt's", "Anna Holt"),
        ("Anna Holt’s", "Anna Holt"), ("Anna Holt. Service", "Anna Holt"), ("Anna Holt - The", "Anna Holt"), ("“”", ""),
        ("", ""), ("J. Holt", "J. Holt"),
    ],
)  # fmt: skip
def test_a_name_is_bare(surface: str, bare: str) -> None:
    assert surface[slice(*trim_name(surface))] == bare


def test_one_surface_has_one_label() -> None:
    found = read("Anna Holt opened the yard. Holt & Sons built it. Brandt came. Lucille Brandt stayed. Brandt left.")

    by_surface: dict[str, set[str]] = {}
    for mention in found.entities:
        by_surface.setdefault(mention.surface, set()).add(mention.label)
    assert all(len(names) == 1 for names in by_surface.values())


def test_the_same_name_has_the_same_id_in_any_article() -> None:
    assert name_id("PERSON", "Anna  HOLT") == name_id("PERSON", "anna holt")
    assert name_id("PERSON", "Anna Holt") != name_id("ORG", "Anna Holt")


def test_sentences_are_counted_through_the_article() -> None:
    found = read("Anna Holt came. She left.\nThe pier was closed. Peter Whitlock saw it.")

    assert {mention.surface: mention.sentence_no for mention in found.entities if " " in mention.surface} == {
        "Anna Holt": 1,
        "Peter Whitlock": 4,
    }


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from("Anna Holt HOLT: the Mr & Sons , . - ’s who ( Council \u2028 \n “".split(" ")), max_size=40
    )
)
def test_names_of_any_text_are_apart_ordered_and_inside(words: list[str]) -> None:
    text = " ".join(words)
    piece = article(text)
    end = 0
    for mention in entities(piece, paragraphs_of(text)):
        assert end <= mention.char_start < mention.char_end <= len(piece.text)
        assert mention.surface == piece.text[mention.char_start : mention.char_end]
        assert mention.label in ENTITY_TYPES
        end = mention.char_end


@pytest.mark.parametrize(
    "piece", ["A", "Aa ", "Anna Holt, ", "a, Aa Bb ", "Aa’", "Council ", "said Aa-", "Mr ", "Aa Bb, a b c d "]
)
def test_signs_of_names_are_looked_for_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()

    shown_persons(text)
    list(shown_bodies(text))
    trim_name(text[:2_000])

    assert time.perf_counter() - start < 3
