from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_structure_article import LEAD, SECOND, read

from transforms.structure.dated_facts import FACTS, Fact
from transforms.structure.dates import day_and_month, is_date_line, printed_dates
from transforms.structure.months import _BY_LANGUAGE, month_number
from transforms.structure.year import infer_year


@pytest.mark.parametrize(
    "line",
    [
        "July 9, 2022",
        "Sat Jul 9, 2022 6:18am EDT",
        "2022-07-09",
        "2022-07-09 13:27:18+00:00",
        "Saturday, 9 July 2022 9:27PM",
        "Published: 9th July 2022",
        "Posted on July 9 2022, 9:54 a.m.",
        "9-JUL-1987 15:01:01.79".replace("1987", "2022"),
        "20220709T102721",
        "Published in Gull, July 9th, 2022",
    ],
)
def test_a_line_with_nothing_but_a_date_is_a_date_line(line: str) -> None:
    assert is_date_line(line)
    assert next(printed_dates(line)).date == date(2022, 7, 9)


@pytest.mark.parametrize(
    "line", ["July 9", "June 31, 2022", "The port opened on July 9, 2022 after a long strike", "Jul 9 (MPA)", ""]
)
def test_other_lines_are_not(line: str) -> None:
    assert not is_date_line(line)


def test_day_and_month_are_read_in_both_orders() -> None:
    assert day_and_month("Jul 9") == day_and_month("9 July") == (7, 9)
    assert day_and_month("Feb 30") is None


def test_a_date_line_dates_the_article_to_the_day() -> None:
    article = read(f"Dues rise again in Vell\n\nBy Ada Bell\n\nJuly 9, 2022\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.content_date, article.date_precision) == (date(2022, 7, 9), "day")
    assert article.date_basis == "a line of its own prints the date"
    assert [segment.kind for segment in article.segments][:3] == ["headline", "byline", "date"]


@pytest.mark.parametrize("stamp", ["1783339200000", "1783339200"])
def test_a_unix_time_on_a_line_of_its_own_is_a_date_line(stamp: str) -> None:
    article = read(f"Dues rise again in Vell\n\n{stamp}\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.content_date, article.date_precision) == (date(2026, 7, 6), "day")
    assert article.date_basis == "a line of its own prints the Unix time"
    assert ("content_date", "epoch_line") in {(row.field, row.rule) for row in article.evidence}


@pytest.mark.parametrize("number", ["2025551234", "9780306406157", "17833392", "178333920000", "1783339200 1783339200"])
def test_a_telephone_number_or_another_number_is_no_date_line(number: str) -> None:
    assert not is_date_line(number)


def test_the_day_when_an_archive_took_the_story_up_is_not_the_day_of_publication() -> None:
    article = read(f"July 9, 2022\n\nDues rise again in Vell\n\n{LEAD}\n\nLoad-Date: July 11, 2022\n")
    assert article.content_date == date(2022, 7, 9)
    alone = read(f"Dues rise again in Vell\n\n{LEAD}\n\nLoad-Date: July 11, 2022\n")
    assert alone.content_date == date(2022, 7, 11)
    assert [row.confidence for row in alone.evidence if row.field == "content_date"] == [0.5]


def test_a_dateline_with_a_day_that_does_not_exist_keeps_its_place_and_agency() -> None:
    article = read(f"Dues rise again in Vell\n\nGeneva, Feb 30 (MPA).- {LEAD}\n\n{SECOND}\n")
    assert (article.dateline_place, article.dateline_date, article.agency) == ("Geneva", "Feb 30", "MPA")
    assert (article.content_date, article.date_precision) == (None, "none")


def _story(lead: str, more: str = "") -> tuple[date | None, str, str | None]:
    article = read(f"Dues rise again in Vell\n\nPort Vell, Jul 9 (MPA).- {lead}\n\n{SECOND} {more}\n")
    return article.content_date, article.date_precision, article.date_basis


def test_a_year_is_inferred_when_weekday_and_a_dated_event_agree() -> None:
    found = _story(
        "Brandt told the council on Saturday that dues will rise.",
        "Fuel is dear since Russia invaded Ukraine in February.",
    )
    assert found == (
        date(2022, 7, 9),
        "inferred_year",
        "Saturday in the text is 9 July in 2022; the text mentions Russia's invasion of Ukraine (Feb 2022)",
    )


def test_a_year_is_inferred_from_another_printed_date_of_the_past_year() -> None:
    found = _story("Brandt told the council on Thursday that dues will rise.", "The last rise was in March 2026.")
    assert found[:2] == (date(2026, 7, 9), "inferred_year")


@pytest.mark.parametrize(
    ("lead", "more"),
    [
        ("Brandt told the council on Saturday that dues will rise.", ""),
        ("Brandt told the council that dues will rise soon.", "The last rise was in March 2026."),
        ("Brandt told the council on Monday that dues will rise.", "The last rise was in March 2026."),
        ("Brandt told the council on Thursday that dues will rise.", "The new quay opens by March 2026."),
        ("Brandt told the council on Saturday that dues will rise.", "Trade fell in the COVID-19 pandemic."),
        (
            "Brandt told the council last Saturday that dues will rise.",
            "Fuel rose since Russia invaded Ukraine in February.",
        ),
    ],
)
def test_without_evidence_that_agrees_there_is_no_date(lead: str, more: str) -> None:
    assert _story(lead, more) == (None, "none", None)


def test_the_evidence_of_an_inferred_year_points_into_the_text() -> None:
    article = read(
        "Port Vell, Jul 9 (MPA).- Brandt told the council on Saturday that dues will rise.\n\n"
        "Fuel has been dear since Russia invaded Ukraine in February.\n"
    )
    rows = {
        row.rule: article.text[row.char_start or 0 : row.char_end]
        for row in article.evidence
        if row.field == "content_date"
    }
    assert rows == {
        "dateline_without_year": "Jul 9",
        "year_by_weekday": "Saturday",
        "year_not_before_fact": "Russia invaded Ukraine",
    }


def test_a_leap_day_fits_leap_years_only() -> None:
    text = "Brandt told the council on Thursday that dues will rise. The last rise was in May 2023."
    found = infer_year(2, 29, (text, 0, len(text)))
    assert found is not None
    assert found.date == date(2024, 2, 29)


@pytest.mark.parametrize(
    "line",
    [
        "9 de julio de 2022",
        "Madrid, 9 de julio de 2022 15:04",
        "le 9 juillet 2022",
        "Publié le 9 juillet 2022 à 14h52, modifié le 11 juillet 2022 à 15h54",
        "Samstag, 9. Juli 2022, 15:04 Uhr",
        "09.07.2022, 15:04 Uhr",
        "sabato 9 luglio 2022",
        "9 Luglio 2022 Aggiornato alle 15:04 3 minuti di lettura",
        "zaterdag 9 juli 2022 om 15.04 uur",
        "9 de julho de 2022 às 15h04",
        "9 lipca 2022",
        "2022. július 9.",
        "9 июля 2022, 15:04",
        "2022年7月9日 21時37分",
        "2022년 7월 9일",
        "Sat 9 Jul 2022 15.04 BST",
        "2022/07/09",
        "7/9/2022 3:04 pm EDT",
        "9/7/2022 15:04 BST",
        "Published Sat, Jul 9 20222:23 PM EDT",
    ],
)
def test_date_lines_of_many_languages_and_habits(line: str) -> None:
    assert is_date_line(line)
    assert next(printed_dates(line)).date == date(2022, 7, 9)


def test_the_order_of_day_and_month_is_taken_from_evidence_only() -> None:
    assert is_date_line("9/7/2022")
    assert list(printed_dates("9/7/2022")) == []
    assert list(printed_dates("9/7/2022", "es")) == [(date(2022, 7, 9), 0, 8)]
    assert list(printed_dates("7/29/2022")) == [(date(2022, 7, 29), 0, 9)]
    assert list(printed_dates("29/7/2022")) == [(date(2022, 7, 29), 0, 9)]


def test_every_name_of_a_month_has_one_number_in_all_languages() -> None:
    for months in _BY_LANGUAGE.values():
        names = [group.split("/") for group in months.split()]
        assert [[month_number(name) for name in group] for group in names] == [
            [number] * len(group) for number, group in enumerate(names, 1)
        ]
        assert len(names) == 12


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Updated July 11, 2022\n\nPublished July 9, 2022", 9),
        ("Published July 9, 2022 | Updated July 11, 2022", 9),
        ("Updated 11 July 2022, first published 9 July 2022", 9),
        ("July 9, 2022\n\nLast updated: July 11, 2022", 9),
        ("Updated July 11, 2022", 11),
        ("Ada Bell · Harbour News · Posted: Jul 09, 2022 4:00 AM EDT", 9),
        ("By Ada Bell 9 July 2022 • 4:45pm", 9),
    ],
)
def test_the_day_of_publication_wins_over_that_of_an_update(head: str, day: int) -> None:
    article = read(f"Dues rise again in Port Vell, council says\n\n{head}\n\n{LEAD}\n\n{SECOND}\n")
    assert article.content_date == date(2022, 7, day)


def test_dates_of_other_stories_below_are_not_the_date_of_this_one() -> None:
    story = "\n\n".join([LEAD, SECOND] * 6)
    article = read(
        f"Dues rise again in Vell\n\nBy Ada Bell\n\n{story}\n\nRelated stories\n\nJuly 9, 2022\n\nQuay opens\n"
    )
    assert article.content_date is None


def test_a_dateline_and_a_date_line_with_the_same_day_speak_for_each_other() -> None:
    head = "Dues rise again in Port Vell, council says\n\nJuly 9, 2022\n\n"
    article = read(f"{head}PORT VELL, July 9 (MPA) - {LEAD}\n\n{SECOND}\n")
    assert (article.content_date, article.date_precision) == (date(2022, 7, 9), "day")
    assert article.date_basis == "the dateline and a line of its own print the same day"
    assert article.dateline_date == "July 9"


def test_where_they_differ_the_day_of_publication_counts() -> None:
    head = "Dues rise again in Port Vell, council says\n\nJuly 10, 2022\n\n"
    article = read(f"{head}PORT VELL, July 9 (MPA) - {LEAD}\n\n{SECOND}\n")
    assert (article.content_date, article.dateline_date) == (date(2022, 7, 10), "July 9")


def test_a_text_may_begin_with_its_dateline() -> None:
    article = read(f"PORT VELL, July 9 - The port of Vell said it will\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.headline, article.dateline_place, article.dateline_date) == (None, "PORT VELL", "July 9")


@pytest.mark.parametrize("fact", FACTS, ids=[fact.name for fact in FACTS])
@given(data=st.data())
def test_whatever_mentions_a_dated_fact_holds_one_of_its_hints(fact: Fact, data: st.DataObject) -> None:
    mention = data.draw(st.from_regex(fact.mention, fullmatch=True))
    assert any(hint in mention for hint in fact.hints)
