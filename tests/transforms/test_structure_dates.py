from datetime import date

import pytest
from test_structure_article import LEAD, SECOND, read

from transforms.structure.dates import date_line, day_and_month
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
    found = date_line(line)
    assert found is not None
    assert found.date == date(2022, 7, 9)


@pytest.mark.parametrize(
    "line", ["July 9", "June 31, 2022", "The port opened on July 9, 2022 after a long strike", "Jul 9 (MPA)", ""]
)
def test_other_lines_are_not(line: str) -> None:
    assert date_line(line) is None


def test_day_and_month_are_read_in_both_orders() -> None:
    assert day_and_month("Jul 9") == day_and_month("9 July") == (7, 9)
    assert day_and_month("Feb 30") is None


def test_a_date_line_dates_the_article_to_the_day() -> None:
    article = read(f"Dues rise again in Vell\n\nBy Ada Bell\n\nJuly 9, 2022\n\n{LEAD}\n\n{SECOND}\n")
    assert (article.content_date, article.date_precision) == (date(2022, 7, 9), "day")
    assert article.date_basis == "a line of its own prints the date"
    assert [segment.kind for segment in article.segments][:3] == ["headline", "byline", "date"]


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
