"""Paragraphs of wrapped copy stay whole, and crossheads are cut out of paragraphs that hold a whole story."""

import pytest
from test_structure_article import LEAD, body, read

from transforms.structure.crossheads import crossheads
from transforms.structure.paragraphs import paragraphs

HEADLESS = """    VELL CITY, Merida, March 11 - Gulf Harbour Corp said the decision by
General Wharves, comprised of Dorn Industries and Brandt and
Bell, to end its offer was expected and changed nothing.
    The company said its fleet of forty large ferries, built
by Dorn Yards Corp, was grounded after a crack had been found
in one of them last week.
    Brandt's plan for the old docks of Vell is to be considered
by the council at the end of this month.
"""


def test_wrapped_copy_without_a_headline_keeps_its_sentences_whole() -> None:
    article = read(HEADLESS)
    assert (article.headline, article.dateline_place) == (None, "VELL CITY, Merida")
    assert [len(paragraph.splitlines()) for paragraph in body(article)] == [3, 3, 2]
    assert body(article)[0].startswith("Gulf Harbour Corp said the decision by\nGeneral Wharves")


@pytest.mark.parametrize(
    ("line", "is_apart"), [("by Ada Bell", True), ("BY ADA BELL", True), ("by Dorn Yards.", False)]
)
def test_a_byline_in_wrapped_copy_stands_alone_and_the_end_of_a_sentence_does_not(line: str, is_apart: bool) -> None:
    text = f"The harbour master of Vell will raise the dues for large ships,\nas was ordered last year and planned\n{line}\n"
    assert (paragraphs(text)[-1].text == line) == is_apart


def test_rows_of_a_table_in_capitals_stay_in_the_story() -> None:
    rows = [
        "                CUMULATIVE     QUOTA 2031",
        " MERIDA              37          7,500",
        " VELL               nil         11,830",
    ]
    article = read("\n".join(["HARBOUR QUOTAS DETAILED", f"    {LEAD[:60]}\n{LEAD[60:]}", *rows, ""]))
    assert body(article)[-3:] == [row.strip() for row in rows]


FILLER = f"{LEAD} The council wrote to 40 firms. " * 10


def heads(middle: str) -> list[str]:
    text = f"{FILLER}{middle} {FILLER}".rstrip()
    return [text[start:end] for start, end in crossheads(text)]


@pytest.mark.parametrize(
    ("middle", "found"),
    [
        ("GROWTH PAUSE Economists see no end of it.", ["GROWTH PAUSE"]),
        ("“They may,” she said. METHODS, MODELS DOUBTED The models are old.", ["METHODS, MODELS DOUBTED"]),
        ("WHITE KNIGHT? Dorn asked for time. A HEAVY TOLL The ranks are thin.", ["WHITE KNIGHT?", "A HEAVY TOLL"]),
        ("'HOLY GRAIL' For years it was sought.", ["'HOLY GRAIL'"]),
        ("TRADE GAP U.S. officials were not asked.", ["TRADE GAP"]),
        ("HIGH PRICES A ferry costs more.", ["HIGH PRICES"]),
        ("FERRY FEVER “It works,” Brandt said.", ["FERRY FEVER"]),
        ("MV Vell sank. SENSITIVE TOPIC MV Vell was old.", ["SENSITIVE TOPIC"]),
        ("QUAY FEES Defending them took years.", ["QUAY FEES"]),
    ],
)  # fmt: skip
def test_crossheads_are_told_from_the_sentences_around_them(middle: str, found: list[str]) -> None:
    assert heads(middle) == found


@pytest.mark.parametrize(
    "middle",
    [
        "IBM Corp was asked.", "GE Aviation was asked.", "U.S. District Judge Bell was asked.", "GM CEO Ada Bell was asked.",
        "BANK OF VELL Corp was asked.", "He lives in St. LOUIS PARK Avenue is near.", "WASHINGTON (Reuters) Ships came.",
        "OPEC The cartel met.", "ADA BELL, ANALYST, VELL BANK “We wait.”", "THE PRESIDENT: Sit down.", "PARTY MINISTER CY DORN “No.”",
        "THE LONGEST TITLE THAT NOBODY WOULD EVER PRINT The end.", "WE WILL WIN! They did.",
    ],
)  # fmt: skip
def test_names_in_capitals_and_lists_of_voices_are_no_crossheads(middle: str) -> None:
    assert heads(middle) == []


def test_a_short_paragraph_is_left_as_it_is() -> None:
    assert not crossheads(f"{LEAD} GROWTH PAUSE Economists see no end of it.")


def test_a_story_in_one_paragraph_is_parted_at_its_crossheads() -> None:
    story = f"{FILLER}GROWTH PAUSE Economists see no end of it. {FILLER}NEXT STEPS The council meets. (Reporting by Ada Bell)"
    article = read(f"Harbour dues to rise in Vell next spring\n\nVELL CITY (MPA) - {LEAD}\n\n{story}\n")
    kinds = ["headline", "dateline", "body", "body", "crosshead", "body", "crosshead", "body", "sign_off"]
    assert [segment.kind for segment in article.segments] == kinds
    assert [segment.paragraph_no for segment in article.spans("body")] == [1, 2, 3, 4]
    assert [article.slice(segment) for segment in article.spans("crosshead")] == ["GROWTH PAUSE", "NEXT STEPS"]
    assert [paragraph.split()[0] for paragraph in body(article)] == ["The", "The", "Economists", "The"]
    assert body(article)[-1] == "The council meets."
