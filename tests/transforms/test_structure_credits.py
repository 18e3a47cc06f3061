"""Who wrote it, for whom, who published it, and what the editors say of it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_structure_article import LEAD, SECOND, body, read

from transforms.structure import agencies
from transforms.structure.byline import bare_name, byline, credited_names
from transforms.structure.notes import credit_line, editor_note
from transforms.structure.sign_off import sign_off_line, trailing_sign_off


@pytest.mark.parametrize(
    ("line", "people", "organisations"),
    [
        ("By Reuters Staff", [], ["Reuters"]),
        ("By AFP", [], ["AFP"]),
        ("By Wei Sun", ["Wei Sun"], []),
        ("By Ada Cypress", ["Ada Cypress"], []),
        ("By Ada Bell, Harbour Post staff writer", ["Ada Bell"], ["Harbour Post"]),
        ("By Ada Bell | The Harbour Post | Posted Jul 9", ["Ada Bell"], ["The Harbour Post"]),
        ("-- By  Ada Bell , Gulf Shipping Correspondent", ["Ada Bell"], []),
        ("-- By Ada Bell-Dorn - Analysis", ["Ada Bell-Dorn"], []),
        ("By Analysis Ada Bell", ["Ada Bell"], []),
        ("By Rep. Ada Bell", ["Ada Bell"], []),
        ("By Ada Bell, Cy Dorn, and E. Frances Gull", ["Ada Bell", "Cy Dorn", "E. Frances Gull"], []),
        ("By Ada Bell in Port Vell and Cy Dorn in Grandport", ["Ada Bell", "Cy Dorn"], []),
        ("Words: Ada Bell", ["Ada Bell"], []),
        ("Par Ada Bell et Cy Dorn", ["Ada Bell", "Cy Dorn"], []),
        ("Von Jörg Bell und Zoë Dorn", ["Jörg Bell", "Zoë Dorn"], []),
        ("Por Ada Bell y Íñigo Dorn", ["Ada Bell", "Íñigo Dorn"], []),
        ("Автор: Анна Белова", ["Анна Белова"], []),
        ("News | Posted: 5 hours ago | Written by Ada Bell", ["Ada Bell"], []),
        ("July 9, 2026 by Ada Bell", ["Ada Bell"], []),
        ("By Ada Bell @adabell Nov 18, 2026, 11:47am EST", ["Ada Bell"], []),
        ("by Ada Bell ada.bell@harbourpost.example", ["Ada Bell"], []),
    ],
)
def test_people_stand_apart_from_the_organisations_they_write_for(
    line: str, people: list[str], organisations: list[str]
) -> None:
    found = byline(line)
    assert [one.name for one in found if one.kind == "person"] == people
    assert [one.name for one in found if one.kind == "organisation"] == organisations
    assert all(line[one.start : one.end] == one.name for one in found)


@pytest.mark.parametrize("line", ["By Staff", "By Our Correspondent", "By Staff and agencies", "By Staff Writers"])
def test_a_role_is_a_byline_without_a_name(line: str) -> None:
    assert {one.kind for one in byline(line)} == {"role"}


@pytest.mark.parametrize(
    "line",
    ["By the numbers", "By contrast, it was mild", "by the council at the end of the month.", "By 2030, ships will be gone",
     "By Tuesday", "by Vell Shipping AG, and the port of Vell,", "Von der Bell ist", "Di notte", ""],
)  # fmt: skip
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    assert byline(line) == ()


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ada Bell", ["Ada Bell"]),
        ("Ada Bell and Cy Dorn", ["Ada Bell", "Cy Dorn"]),
        ("Emma Bell Lifestyle Writer", ["Emma Bell"]),
        ("Emma Bell • 3 min read", ["Emma Bell"]),
        ("Emma Bell@EmmaBell", ["Emma Bell"]),
        ("Emma Bell · Harbour News · Posted: Aug 08, 2026 4:00 AM EDT", ["Emma Bell"]),
        ("Harbour Dues Rise Again", ["Harbour Dues Rise Again"]),  # It looks like a name: its place must say more.
        ("Harbour Dues Rise Again, Council Says in a Letter", []),
        ("David Bell, the leader of the harbour council", []),
        ("Holt’s Harbour Plan", []),
    ],
)
def test_a_bare_line_of_names_roles_and_dates_gives_its_people(line: str, people: list[str]) -> None:
    assert [one.name for one in bare_name(line) if one.kind == "person"] == people


def test_an_agency_alone_is_a_bare_credit_and_a_known_byline_is_read_leniently() -> None:
    assert [one.kind for one in bare_name("The Associated Press")] == ["organisation"]
    assert [one.name for one in credited_names("Ada Marie Bell og Cÿra Holt-Dorn")] == [
        "Ada Marie Bell",
        "Cÿra Holt-Dorn",
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [("Agence France-Presse", "AFP"), ("The Associated Press", "AP"), ("REUTER", "Reuters"), ("SPA", "SPA"), ("Spa", None), ("Map", None)],
)  # fmt: skip
def test_agencies_are_known_by_every_name_but_not_by_common_words(name: str, short: str | None) -> None:
    assert agencies.short_name(name) == short


@pytest.mark.parametrize(
    ("paragraph", "end"),
    [
        ("It opens. (Polling by Ada Bell; Editing by Cy Dorn)", "(Polling by Ada Bell; Editing by Cy Dorn)"),
        ("It opens. (Ada Bell in Vell; Editing by Cy Dorn)", "(Ada Bell in Vell; Editing by Cy Dorn)"),
        ("It opens. (Reporting Ada Bell in Vell) ($1=0.7 euros)", "(Reporting Ada Bell in Vell) ($1=0.7 euros)"),
        ("It opens. (Reporting by Ada Bell (VELL); Editing by Cy Dorn", "(Reporting by Ada Bell (VELL); Editing by Cy Dorn"),
        ("It opens (soon). (Vell newsroom; 202-555-0100)", "(Vell newsroom; 202-555-0100)"),
        ("It opens. (ada.bell@harbourpost.example)", "(ada.bell@harbourpost.example)"),
        ("It opens, the group said.The Gull Press contributed to this report.", "The Gull Press contributed to this report."),
        ("It opens, she said. ab/cd", "ab/cd"),
        ("It opens, she said.  MPA", "MPA"),
    ],
)  # fmt: skip
def test_credits_of_the_desk_leave_the_last_paragraph(paragraph: str, end: str) -> None:
    found = trailing_sign_off(paragraph, "MPA")
    assert found is not None
    assert paragraph[found.start : found.end] == end


@pytest.mark.parametrize(
    "paragraph",
    ["The book (written by Ada Bell) sold well. It was printed in Vell. Nobody knows why (yet).",
     "He and she contributed to this report of the council, which the mayor wrote in May and lost.",
     "Exports of metals contributed 83 million to the net profit.", "The plan (see below) is dead (really)."],
)  # fmt: skip
def test_brackets_and_contributions_of_the_story_stay_in_it(paragraph: str) -> None:
    assert trailing_sign_off(paragraph, None) is None


@pytest.mark.parametrize(
    "line",
    ["(Corrects spelling of Vell in paragraph 3)", "(This version of the story corrects the day)", "Editor’s note: This story is free.",
     "CORRECTION: An earlier version misspelled Vell.", "Clarification: The harbour is public.", "Updated at 4:04 p.m. ET",
     "This article was amended on 9 July 2026. It named the wrong pier.", "An earlier version of this article misstated the fee.",
     "(Updates with comment of the mayor)", "This is a developing story. Check back.", "[Editor's note: free to read.]",
     "UPDATE (12/12/2026): The mayor has replied."],
)  # fmt: skip
def test_editors_notes_are_known(line: str) -> None:
    assert editor_note(line)


@pytest.mark.parametrize(
    "line",
    ["The council updated its plan on Tuesday.", "Corrections officers met in Vell.", "The earlier plan was dropped.", "Note: gulls bite.",
     "He adds sugar to everything.", "A correction in house prices is due, she said.", "This story begins in Vell."],
)  # fmt: skip
def test_sentences_that_speak_of_change_are_no_notes(line: str) -> None:
    assert not editor_note(line)


@pytest.mark.parametrize(
    "line",
    ["Ada Bell contributed to this report.", "Ada Bell and Cy Dorn contributed.", "Contributing: Ada Bell", "Follow Ada Bell on Twitter: @adabell",
     "Ada Bell can be reached at ada@harbourpost.example.", "Ada Bell is a staff writer at the Harbour Post.",
     "Write to Ada Bell at ada@harbourpost.example", "Bell reported from Vell. Gull writer Cy Dorn in Grandport contributed to this report.",
     "A version of this column appeared in the Gull.", "With inputs from agencies", "FOLLOW ADA BELL ON TWITTER",
     "Bell reported from Vell. Dorn reported from Gull. Zoë Brandt contributed from Marsh.", "This article was compiled from Gull Press content."],
)  # fmt: skip
def test_lines_on_who_made_the_story_are_credits(line: str) -> None:
    assert credit_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The port of Vell is a harbour for ships.",
        "Metals contributed 83 million to profit.",
        "He is writing to the mayor.",
    ],
)
def test_sentences_of_the_story_are_no_credits(line: str) -> None:
    assert not credit_line(line)


def test_who_a_story_is_about_is_no_credit_in_the_middle_of_it() -> None:
    about = "Ada Bell is a columnist who sleeps in the old lighthouse of Vell and pays no dues."
    article = read(
        "\n\n".join(["Dues rise again in Vell", LEAD, about, *[LEAD, SECOND] * 6, "Cy Dorn is a columnist in Vell."])
    )
    kinds = {article.slice(segment): segment.kind for segment in article.segments}
    assert (kinds[about], kinds["Cy Dorn is a columnist in Vell."]) == ("body", "credit")


def _source(*lines: str, first: str = "Harbour dues to rise in Vell next spring") -> tuple[str | None, str | None]:
    article = read("\n\n".join([first, LEAD, SECOND, *lines]))
    return article.source, article.source_basis


@pytest.mark.parametrize(
    ("lines", "source", "basis"),
    [
        (["© 2026 The Harbour Post. All rights reserved."], "The Harbour Post", "copyright_line"),
        (["Harbour News' Ada Bell and Cy Dorn contributed to this report."], "Harbour News", "self_mention"),
        (["The opinions expressed here do not represent the views of Gullhall.com."], "Gullhall.com", "self_mention"),
        (["The harbour master resigned on Monday, the Harbour Post has learned."], "Harbour Post", "self_mention"),
        (["It is fair, she told the Harbour Post. It was late, he told the Harbour Post.", "It is over, they told the Harbour Post in May."], "Harbour Post", "self_mention"),
        (["Harbour News' Ada Bell contributed to this report.", "Gull News' Cy Dorn contributed to this report."], None, None),
        (["The opinions expressed are those of the author and not of the Gull Centre."], None, None),
        (["Ada Bell is a reporter for the Harbour Post, which had sent her to the harbour of Vell in May."], None, None),
        (["Copyright 2026 The Associated Press. All rights reserved."], "AP", "agency_copyright_line"),
        (["This story was first published in The Gull Times"], "The Gull Times", "published_line"),
        (["Image copyright Gull Images"], None, None),
        (["© 2026 Gull Holdings International"], None, None),
        (["It is fair, she told the Harbour Post on Monday, and left the room at once."], None, None),
        (["It is fair, she told the Harbour Post. It is not, he told the Gull Times. It was, she told the Harbour Post."], None, None),
        (["It is fair, she told Reuters on Monday. It was late, he told Reuters. It is over, they told Reuters."], None, None),
        (["According to the Gull Times, the harbour is full; the Gull Times did not say of what."], None, None),
    ],
)  # fmt: skip
def test_a_source_is_who_speaks_of_itself_and_never_who_is_merely_mentioned(
    lines: list[str], source: str | None, basis: str | None
) -> None:
    assert _source(*lines) == (source, basis)


def test_the_paper_that_says_so_is_the_source_and_the_agency_stays_the_agency() -> None:
    lead = "PORT VELL (AFP) - " + LEAD
    article = read("\n\n".join(["Harbour dues to rise", lead, SECOND, "© 2026 The Harbour Post"]))
    assert (article.source, article.source_basis, article.agency) == ("The Harbour Post", "copyright_line", "AFP")
    agency_only = read("\n\n".join(["Harbour dues to rise", lead, SECOND]))
    assert (agency_only.source, agency_only.agency) == ("AFP", "AFP")


def test_an_agency_in_the_byline_is_credited_and_is_no_author() -> None:
    article = read("\n\n".join(["Harbour dues to rise in Vell", "By Reuters Staff", LEAD, SECOND]))
    assert (article.bylines, article.agency, article.source) == ((), "Reuters", "Reuters")
    written = read("\n\n".join(["Harbour dues to rise in Vell", "By Ada Bell, Reuters", LEAD, SECOND]))
    assert (written.bylines, written.agency, written.source) == (("Ada Bell",), None, "Reuters")


def test_the_story_keeps_its_words_when_credits_leave_it() -> None:
    article = read("\n\n".join(["Harbour dues to rise", LEAD, SECOND + " (Polling by Ada Bell; Editing by Cy Dorn)"]))
    assert body(article) == [LEAD, SECOND]
    assert article.sign_off == ("(Polling by Ada Bell; Editing by Cy Dorn)",)


@pytest.mark.parametrize(
    "piece", ["By A, ", "(Reporting by ", "told Aa Bb ", "A. ", "Aa ", "contributed ", "| ", "(((", "© ", ") ("]
)
def test_hostile_lines_take_linear_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    line = (piece * 400)[:399]
    read(LEAD + "\n\n" + piece * 50)  # What is loaded once is loaded now.
    started = time.process_time()
    for _ in range(20):
        byline(line), bare_name(line[:119]), editor_note(line * 3), credit_line(line[:699])
    trailing_sign_off(text, "MPA")
    read(LEAD + "\n\n" + text)
    assert time.process_time() - started < 2


_PIECES = [
    "By ",
    "by ",
    "Ada",
    " Bell",
    ", ",
    " and ",
    "Dr. ",
    "Staff",
    "News",
    "AFP",
    "the ",
    "@",
    "|",
    " - ",
    ".",
    "’s",
    "(",
    ")",
    "5",
    "é",
    "기자",
    "\t",
    " ",
]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)))
def test_any_line_is_read_without_an_error_and_names_are_slices_of_it(line: str) -> None:
    for name in (*byline(line), *bare_name(line), *credited_names(line)):
        assert line[name.start : name.end] == name.name != ""
    editor_note(line), credit_line(line)
    for found in (sign_off_line(line, "MPA") if line else None, trailing_sign_off(line, "MPA")):
        assert found is None or 0 <= found.start <= found.end <= len(line)
