import pytest

from transforms.decode import document
from transforms.records import Article, Document, Reject
from transforms.structure import Given, structure
from transforms.structure.recurring import fingerprint

LEAD = "The port of Vell will raise its dues for large ships next spring, harbour master Zoë Brandt told reporters."
SECOND = "Shipping firms in the gulf called the plan unfair and asked the council to think again before the summer."
WIRE = f"""World

Harbour dues ‘too low’: Brandt

By Ada Bell and Cy Dorn

Port Vell, Merida, July 12, 2026 (MPA).- {LEAD}

{SECOND}

“We have waited ten years,” Brandt said. MPA

ab/cd

Related Articles

Back to top button
"""


def read(text: str, mapped_source: str | None = None) -> Article:
    source = document(text.encode())
    assert isinstance(source, Document)
    found = structure(source, Given(mapped_source))
    assert not isinstance(found, Reject), found
    assert len(found) == 1
    return found[0]


def body(article: Article) -> list[str]:
    return [article.slice(segment) for segment in article.spans("body")]


def test_a_wire_story_is_taken_apart_into_its_fields() -> None:
    article = read(WIRE)
    assert article.section == "World"
    assert article.headline == "Harbour dues ‘too low’: Brandt"
    assert article.bylines == ("Ada Bell", "Cy Dorn")
    assert article.dateline_text == "Port Vell, Merida, July 12, 2026 (MPA).-"
    assert (article.dateline_place, article.dateline_date) == ("Port Vell, Merida", "July 12, 2026")
    assert (article.agency, article.source, article.source_basis) == ("MPA", "MPA", "agency_credit")
    assert (str(article.content_date), article.date_precision) == ("2026-07-12", "day")
    assert article.sign_off == ("MPA", "ab/cd")
    assert (article.language, article.quality_flags) == ("en", ())


def test_body_paragraphs_are_numbered_and_hold_neither_dateline_nor_sign_off() -> None:
    article = read(WIRE)
    assert body(article) == [LEAD, SECOND, "“We have waited ten years,” Brandt said."]
    assert [segment.paragraph_no for segment in article.spans("body")] == [1, 2, 3]
    assert [article.slice(segment) for segment in article.spans("boilerplate")] == [
        "Related Articles",
        "Back to top button",
    ]


def test_every_field_has_evidence_that_its_span_gives_back() -> None:
    article = read(WIRE)
    fields = {row.field for row in article.evidence}
    expected = "section headline bylines dateline_text dateline_place dateline_date agency source content_date sign_off"
    assert fields == set(expected.split())
    for row in article.evidence:
        if row.field not in ("content_date", "source"):
            assert row.char_start is not None
            assert article.text[row.char_start : row.char_end] == row.value


def test_a_bare_text_keeps_its_first_sentence_and_says_what_it_lacks() -> None:
    article = read(f"{LEAD}\n{SECOND}\n")
    assert article.headline is None
    assert article.section is None
    assert body(article) == [LEAD, SECOND]
    assert article.quality_flags == ("no_headline", "no_date", "no_source")


def test_a_headline_with_a_full_stop_is_one_when_a_dateline_follows() -> None:
    article = read(f"Vell to raise its harbour dues.\n\nPORT VELL (MPA) — {LEAD}\n\n{SECOND}\n")
    assert article.headline == "Vell to raise its harbour dues."


def test_a_short_first_line_without_a_headline_below_is_the_headline() -> None:
    article = read(f"Dues rise\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.section, article.headline) == (None, "Dues rise")


def test_a_repeated_headline_is_not_part_of_the_story() -> None:
    article = read(f"Dues rise again in Vell\n\nDues rise again in Vell\n\n{LEAD}\n")
    assert article.headline == "Dues rise again in Vell"
    assert body(article) == [LEAD]


def test_the_source_map_wins_and_the_evidence_of_the_text_stays() -> None:
    article = read(WIRE, "The Harbour Post")
    assert (article.source, article.source_basis) == ("The Harbour Post", "source_map")
    rows = [row for row in article.evidence if row.field == "source"]
    assert ("The Harbour Post", None) in [(row.value, row.char_start) for row in rows]
    assert ("MPA", "agency_credit") in [(row.value, row.rule) for row in rows]


def test_a_copyright_line_names_the_outlet_before_the_agency() -> None:
    article = read(f"Dues rise again\n\nPORT VELL (MPA) — {LEAD}\n\n© 2026 The Harbour Post. All rights reserved.\n")
    assert (article.source, article.source_basis) == ("The Harbour Post", "copyright_line")
    assert article.agency == "MPA"
    assert body(article) == [LEAD]


def test_an_agency_in_a_copyright_line_goes_by_its_own_short_name() -> None:
    assert read(f"Dues rise again\n\n{LEAD}\n\n© Agence France-Presse\n").source == "AFP"


def test_a_copyright_that_is_talked_about_in_the_story_is_no_source() -> None:
    told = "The court ruled that copyright 2020 The Gull Press held on the map was void and that anyone may print it."
    assert read(f"Map is free\n\n{told}\n").source is None


def test_adverts_captions_and_credits_are_outside_the_body() -> None:
    parts = [
        "Dues rise again in Vell",
        "FILE - A ship waits in Port Vell on May 3. (Photo: Ada Bell/Gull Pictures)",
        LEAD,
        "Advertisement",
        SECOND,
        "Read more: Ten years of dues in Vell",
        "Cy Dorn contributed to this report.",
        "Sign up for our newsletter: the tides of the week, every Sunday.",
    ]
    article = read("\n\n".join(parts))
    assert body(article) == [LEAD, SECOND]
    assert [segment.kind for segment in article.segments] == [
        "headline", "caption", "body", "boilerplate", "body", "boilerplate", "credit", "boilerplate",
    ]  # fmt: skip


def test_a_crosshead_between_two_paragraphs_is_not_body() -> None:
    article = read(f"Dues rise again in Vell\n\n{LEAD}\n\nTen years of waiting\n\n{SECOND}\n")
    assert [segment.kind for segment in article.segments] == ["headline", "body", "crosshead", "body"]


def test_a_text_of_boilerplate_only_is_rejected() -> None:
    source = document(b"Related Articles\n\nShare\n\nAdvertisement\n")
    assert isinstance(source, Document)
    found = structure(source, Given())
    assert isinstance(found, Reject)
    assert (found.reason, found.detail) == ("no_article", "none of 3 lines is a paragraph of a story")


def test_another_language_is_named_and_flagged() -> None:
    article = read(
        "Le port relève ses droits\n\nLe maire de Port Vell a annoncé mardi que les droits du port vont augmenter "
        "au printemps, malgré les protestations des compagnies.\n"
    )
    assert article.language == "fr"
    assert "not_analysed" in article.quality_flags


def test_too_few_letters_have_no_language() -> None:
    assert read("PORT VELL, July 12 (MPA) — 3:2, 1:0, 4:4\n").language == "und"


@pytest.mark.parametrize("line", ["Image copyright Fenwick Pictures Image caption The pier", "© Ana Ruiz/Meridian"])
def test_the_holder_of_a_picture_is_not_the_source(line: str) -> None:
    assert read(f"Fog closes the harbour again\n\n{LEAD}\n\n{SECOND}\n\n{line}").source is None


@pytest.mark.parametrize("last", ["(Reuters)", "LONDON (Reuters)"])
def test_an_agency_alone_below_the_story_signs_it_off(last: str) -> None:
    article = read(f"{LEAD}\n{SECOND}\n{last}")

    assert body(article) == [LEAD, SECOND]
    assert article.sign_off == (last,)
    assert article.dateline_text is None


def test_the_source_is_the_one_under_which_its_lines_recur() -> None:
    line = "This story was first published in Gull Times"
    known = Given(recurring={"Gull Times": frozenset({fingerprint(line)})})
    first = read(f"{LEAD}\n{SECOND}\n{line}")
    again = structure(Document("d" * 16, "", "utf-8", 0, first.text), known)

    assert first.source == "Gull Times"
    assert not isinstance(again, Reject)
    assert (again[0].source, again[0].source_basis) == (first.source, first.source_basis)


def test_an_article_is_not_lost_to_lines_that_recur() -> None:
    text = f"Port of Vell raises dues\n{LEAD}"
    found = structure(
        Document("d" * 16, "", "utf-8", 0, text), Given("Gull Times", {"Gull Times": frozenset({fingerprint(LEAD)})})
    )

    assert not isinstance(found, Reject)
    assert body(found[0]) == [LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was changed on Monday by the council of Vell.",
        "Loading docks in Vell were shut on Monday after the storm.",
        "Published in 1961, the book sold a million copies in a year.",
        "For more than a year the town had waited to visit the new pier.",
    ],
)
def test_a_sentence_that_opens_like_a_call_is_story(line: str) -> None:
    assert body(read(f"{LEAD}\n{line}\n{SECOND}")) == [LEAD, line, SECOND]
