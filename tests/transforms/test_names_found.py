"""Names of an article: labels by what stands beside them, whole spans, none missed, in headline, dateline and caption too."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from analysed import article
from recognised import Doc, Found

from transforms.language.pipeline import Paragraph
from transforms.naming.spans import Name, consistent_names
from transforms.records import Article, Evidence, Segment


def reading(piece: Article, said: Sequence[tuple[str, str]]) -> tuple[Paragraph, ...]:
    """Paragraphs whose recogniser found the first occurrence after the last of each (words, spaCy label)."""
    paragraphs, left = [], list(said)
    for segment in piece.segments:
        if segment.kind not in ("headline", "body"):
            continue
        text, ends, position = piece.slice(segment), [], 0
        while left and (start := text.find(left[0][0], position)) >= 0:
            words, label = left.pop(0)
            position = start + len(words)
            ends.append(Found(start, position, label, words))
        doc: Any = Doc(ends)
        paragraphs.append(Paragraph(segment.char_start, segment.kind, 1, False, text, doc))
    assert not left, f"not in the text in this order: {left}"
    return tuple(paragraphs)


def names_of(text: str, *said: tuple[str, str], headline: str | None = None) -> list[Name]:
    piece = article(text, headline)
    return consistent_names(reading(piece, said), piece)


def labels_of(text: str, *said: tuple[str, str]) -> dict[str, str]:
    return {name.surface: name.label for name in names_of(text, *said)}


@pytest.mark.parametrize(
    ("text", "said", "label"),
    [
        ("Fashion retailer Adda Brook cut jobs.", ("Adda Brook", "PERSON"), "ORG"),
        ("The takeover of Brookmill was agreed.", ("Brookmill", "PERSON"), "ORG"),
        ("Brookmill shares fell.", ("Brookmill", "PERSON"), "ORG"),
        ("They met near the town of Ostrel on Friday.", ("Ostrel", "PERSON"), "PLACE"),
        ("Floods hit Ostrel province.", ("Ostrel", "ORG"), "PLACE"),
        ("Ostrel, who is 40, left.", ("Ostrel", "ORG"), "PERSON"),
        ("Ostrel, 58, left.", ("Ostrel", "GPE"), "PERSON"),
        ("The minister spoke in Paraguay.", ("Paraguay", "ORG"), "PLACE"),
        ("The Ugandan team won.", ("Ugandan", "ORG"), "MISC"),
        ("The Ostrel Development Bank lent more.", ("Ostrel Development Bank", "GPE"), "ORG"),
        ("They ran at the Ostrel Summer Games.", ("Ostrel Summer Games", "ORG"), "MISC"),
        ("The Ostrel Reef Project said so.", ("Ostrel Reef Project", "WORK_OF_ART"), "ORG"),
        ("Then Mr. Ostrel left.", ("Ostrel", "ORG"), "PERSON"),
        ("Hurricane Ostrel hit.", ("Hurricane Ostrel", "PERSON"), "MISC"),
    ],
)
def test_what_stands_beside_a_name_decides_its_label(text: str, said: tuple[str, str], label: str) -> None:
    assert labels_of(text, said)[said[0]] == label


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("Then Han Duk-wol left.", ("Han Duk", "PERSON"), "Han Duk-wol"),
        ("Envoy Minister Odd Rimestad left.", ("Minister Odd Rimestad", "PERSON"), "Odd Rimestad"),
        ("A man surnamed Rimestad left.", ("surnamed Rimestad", "PERSON"), "Rimestad"),
        ("It was an anti-Rimestad march.", ("anti-Rimestad", "PERSON"), "Rimestad"),
        ("For it B K Rimestad voted.", ("Rimestad", "PERSON"), "B K Rimestad"),
        ("Rimestad 57 was first.", ("Rimestad 57", "PERSON"), "Rimestad"),
        ("The Reserve Bank of Ostrel lent more.", ("Reserve Bank", "ORG"), "Reserve Bank of Ostrel"),
        ("He joined the Ostrel party on Monday.", ("Ostrel party", "ORG"), "Ostrel"),
        ("They went to Burkina Faso and back.", ("Burkina", "GPE"), "Burkina Faso"),
        ("They sued Rimestad Corp. on Monday.", ("Rimestad Corp.", "ORG"), "Rimestad Corp"),
        ("It was a Rimestad-era law.", ("Rimestad-era", "PERSON"), "Rimestad"),
        ("Then Oslo-born Rimestad left.", ("Oslo-born Rimestad", "PERSON"), "Rimestad"),
        ("It hit (D-Ostrel) hardest.", ("D-Ostrel", "GPE"), "Ostrel"),
        ("So Brookmill Inc co-founder left.", ("Brookmill Inc co-founder", "ORG"), "Brookmill Inc"),
        ("So Brookmill Vice Chairman left.", ("Brookmill Vice Chairman", "ORG"), "Brookmill"),
        ("Then Dean Rimestad left.", ("Dean Rimestad", "PERSON"), "Dean Rimestad"),
    ],
)
def test_a_name_is_whole_and_bare(text: str, said: tuple[str, str], whole: str) -> None:
    assert [name.surface for name in names_of(text, said)] == [whole]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The health ministry warned.", ("health ministry", "ORG")),
        ("The State was not asked.", ("State", "ORG")),
        ("He met the Minister of Health today.", ("Minister of Health", "ORG")),
        ("She came on Tuesday.", ("Tuesday", "PERSON")),
        ("The MoU was signed.", ("MoU", "ORG")),
        ("Then the Sheikh spoke.", ("Sheikh", "PERSON")),
        ("It rose (BRKM.N) again.", ("BRKM.N", "ORG")),
        ("It rose ( BRKMn.DE ) again.", ("DE", "ORG")),
        ("See @brookmill for more.", ("@brookmill", "ORG")),
    ],
)
def test_common_nouns_and_offices_are_no_names(text: str, said: tuple[str, str]) -> None:
    assert names_of(text, said) == []


@pytest.mark.parametrize("said", [["Odd Rimestad Odd Arne Rimestad"], ["Odd Rimestad", "Odd Arne Rimestad"]])
def test_a_name_printed_twice_over_is_one_name_and_what_follows(said: list[str]) -> None:
    found = names_of("See Odd Rimestad Odd Arne Rimestad here.", *((words, "PERSON") for words in said))

    assert [name.surface for name in found] == ["Odd Rimestad", "Rimestad"]


def test_names_that_were_run_together_come_apart() -> None:
    text = "Ana Rimestad spoke. The Rimestad White House was silent.\nDefeat Rimestad, they cried, to defeat her and the Rimestad Administration."
    said = [
        ("Ana Rimestad", "PERSON"), ("Rimestad White House", "ORG"), ("Defeat Rimestad", "PERSON"),
        ("Rimestad Administration", "ORG"),
    ]  # fmt: skip

    found = [(name.surface, name.label) for name in names_of(text, *said)]

    assert found == [
        ("Ana Rimestad", "PERSON"),
        *[("Rimestad", "PERSON"), ("White House", "ORG")],
        *[("Rimestad", "PERSON")] * 2,
    ]


def test_an_acronym_is_known_from_its_expansion_and_found_everywhere() -> None:
    text = "The Ostrel Fishing Association (OFA) met.\nNobody at OFA would say why, and the OFA's chair had left."

    found = [(name.surface, name.label) for name in names_of(text, ("Ostrel Fishing Association", "ORG"))]

    assert found == [("Ostrel Fishing Association", "ORG"), *[("OFA", "ORG")] * 3]


def test_a_name_found_once_is_found_everywhere_unless_it_is_a_word_too() -> None:
    text = "Brookmill makes sails. Dyers at Brookmill left.\nMarket sold Rimstone; the market fell, and Market closed."

    found = [name.surface for name in names_of(text, ("Brookmill", "ORG"), ("Market", "ORG"))]

    assert found == ["Brookmill", "Brookmill", "Market"]


def test_the_label_of_a_name_is_that_of_most_signs_everywhere() -> None:
    text = "In Ostrel snow fell. They lived in Ostrel. Rain is rare in northern Ostrel."

    names = names_of(text, ("Ostrel", "PERSON"), ("Ostrel", "PERSON"), ("Ostrel", "PERSON"))

    assert [name.label for name in names] == ["PLACE"] * 3


def test_a_country_stays_a_country_beside_a_firm_that_is_called_after_it() -> None:
    found = names_of("Patrick Namibia sang. They left Namibia.", ("Patrick Namibia", "PERSON"), ("Namibia", "GPE"))

    assert [(name.surface, name.label) for name in found] == [("Patrick Namibia", "PERSON"), ("Namibia", "PLACE")]


def test_a_headline_in_capitals_is_read_through_the_body() -> None:
    names = names_of(
        "Odd Rimestad sold the pier to Brookmill. The sailing was rough.",
        ("SAILING", "ORG"),
        ("Odd Rimestad", "PERSON"),
        ("Brookmill", "ORG"),
        headline="SAILING - RIMESTAD SELLS PIER TO BROOKMILL IN NORWAY",
    )

    assert [(name.surface, name.label) for name in names[:3]] == [
        ("RIMESTAD", "PERSON"),
        ("BROOKMILL", "ORG"),
        ("NORWAY", "PLACE"),
    ]


def test_names_stand_in_datelines_and_captions_too() -> None:
    dateline, caption, body = (
        "OSTREL, Norway (Harbour Press)",
        "Odd Rimestad, who was born in Oslo",
        "Rimestad left.",
    )
    text = "\n".join((dateline, caption, body))
    first, second = len(dateline) + 1, len(dateline) + len(caption) + 2
    piece = replace(
        article(text),
        segments=(
            Segment("dateline", 0, len(dateline)),
            Segment("caption", first, second - 1),
            Segment("body", second, len(text), 1),
        ),
        evidence=(
            Evidence("dateline_place", "OSTREL, Norway", 0, 14, "dateline", 0.9),
            Evidence("agency", "Harbour Press", 16, 29, "dateline", 0.9),
        ),
    )

    names = consistent_names(reading(piece, [("Rimestad", "PERSON")]), piece)

    assert [(name.surface, name.label) for name in names] == [
        ("OSTREL", "PLACE"), ("Norway", "PLACE"), ("Harbour Press", "ORG"), ("Odd Rimestad", "PERSON"), ("Oslo", "PLACE"),
        ("Rimestad", "PERSON"),
    ]  # fmt: skip
    assert all(text[name.start : name.end] == name.surface for name in names)


def test_a_text_that_was_not_read_has_no_names() -> None:
    assert consistent_names((), article("Anna Holt in Oslo")) == []
