"""What time expressions mean, seen from the content date: invented sentences, read by the small model."""

import re
from dataclasses import replace
from datetime import date

import pytest
from analysed import article, small_model
from hypothesis import given
from hypothesis import strategies as st

from transforms.extractors.time_expressions import rows, time_expressions
from transforms.language.pipeline import read_paragraphs
from transforms.records import Article, Segment, TimeExpression
from transforms.times.calendar_days import FUTURE, PAST, PRESENT, UNKNOWN, meant
from transforms.times.expressions import expressions

SATURDAY = date(2022, 7, 9)
VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?(/\d{4}-\d\d(-\d\d)?)?")


def times(
    text: str, today: date | None = SATURDAY, precision: str = "day", headline: str | None = None
) -> tuple[TimeExpression, ...]:
    piece = replace(article(text, headline), content_date=today, date_precision=precision if today else "none")
    return time_expressions(piece, read_paragraphs(small_model(), [piece])[0])


def meanings(text: str, today: date | None = SATURDAY) -> list[tuple[str, str | None]]:
    return [(found.surface, found.value) for found in times(text, today)]


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("“Dues will rise,” Brandt said on Saturday.", ("Saturday", "2022-07-09")),
        ("“Dues will rise,” Brandt told the council on Friday.", ("Friday", "2022-07-08")),
        ("The council said it voted on Thursday to close the pier.", ("Thursday", "2022-07-07")),
        ("Brandt said the council will vote on Tuesday.", ("Tuesday", "2022-07-12")),
        ("The council plans to meet on Wednesday, Brandt said.", ("Wednesday", "2022-07-13")),
        ("Brandt failed to appear at the hearing on Wednesday, his lawyer said.", ("Wednesday", "2022-07-06")),
        ("The hearing is scheduled for Thursday, Brandt said.", ("Thursday", "2022-07-14")),
        ("Brandt said the ferry leaves on Monday.", ("Monday", "2022-07-11")),
        ("Shares rose ahead of Monday's vote, traders said.", ("Monday", "2022-07-11")),
        ("The IEA said on Friday that demand would fall.", ("Friday", "2022-07-08")),
        ("He was arrested last Monday, police said.", ("last Monday", "2022-07-04")),
        ("The pier will open next Monday, Brandt said.", ("next Monday", "2022-07-11")),
        ("He has been on strike since Tuesday, the union said.", ("Tuesday", "2022-07-05")),
    ],
)
def test_a_weekday_points_where_the_tense_of_its_clause_points(sentence: str, meaning: tuple[str, str]) -> None:
    assert meanings(sentence) == [meaning]


def test_the_content_date_itself_counts_in_both_directions() -> None:
    assert meanings("The council will vote on Saturday, Brandt said.") == [("Saturday", "2022-07-09")]
    assert meanings("The council voted on Saturday, Brandt said.") == [("Saturday", "2022-07-09")]


def test_a_past_weekday_six_days_back_is_the_day_after() -> None:
    """A page carries the day of the publisher's time zone: the dispatch was written when it was Sunday already."""
    found = times("The council voted on Sunday, Brandt said.")[0]
    assert (found.value, found.rule) == ("2022-07-10", "weekday_day_after")
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "He left yesterday and will be back tomorrow, she said.",
            [("yesterday", "2022-07-08"), ("tomorrow", "2022-07-10")],
        ),
        ("The pier is closed today, she said.", [("today", "2022-07-09")]),
        ("Dues rose last week and last month, she said.", [("last week", "2022-W26"), ("last month", "2022-06")]),
        ("The pier opens next year, she said.", [("next year", "2023")]),
        ("It closed two years ago, she said.", [("two years ago", "2020")]),
        ("It closed three days ago, she said.", [("three days ago", "2022-07-06")]),
        ("The pier opened on July 2, 2019, she said.", [("July 2, 2019", "2019-07-02")]),
        ("The pier opened on 2 July 2019, she said.", [("2 July 2019", "2019-07-02")]),
        ("The pier opened on June 30, she said.", [("June 30", "2022-06-30")]),
        ("The pier will open on January 5, she said.", [("January 5", "2023-01-05")]),
        ("The pier opened on December 30, she said.", [("December 30", "2021-12-30")]),
        ("The strike began on Monday, June 27, she said.", [("Monday, June 27", "2022-06-27")]),
        ("Dues rose in February, she said.", [("February", "2022-02")]),
        ("Dues rose in November, she said.", [("November", "2021-11")]),
        ("Dues will rise in November, she said.", [("November", "2022-11")]),
        ("Dues rose last May, she said.", [("last May", "2022-05")]),
        ("Dues rose in March 2019 and again in 2020, she said.", [("March 2019", "2019-03"), ("2020", "2020")]),
        ("The bill is dated 2022-07-01, she said.", [("2022-07-01", "2022-07-01")]),
    ],
)
def test_days_weeks_months_and_years(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert meanings(sentence) == expected


def test_the_week_is_counted_over_the_turn_of_the_year() -> None:
    assert meanings("Dues rose last week, she said.", date(2021, 1, 5)) == [("last week", "2020-W53")]
    assert meanings("Dues rose last month, she said.", date(2021, 1, 5)) == [("last month", "2020-12")]
    assert meanings("Brandt said so on Friday.", date(2021, 1, 2)) == [("Friday", "2021-01-01")]


def test_without_a_content_date_only_printed_dates_have_a_value() -> None:
    found = times("He left on Saturday, a week after July 2, 2022, and in May, she said.", today=None)
    assert [(one.surface, one.value, one.basis) for one in found] == [
        ("Saturday", None, "relative"),
        ("July 2, 2022", "2022-07-02", "printed"),
        ("May", None, "relative"),
    ]


def test_an_inferred_year_lowers_the_confidence_of_what_hangs_on_it() -> None:
    sure, inferred = (times("He said so on Friday.", precision=word)[0] for word in ("day", "inferred_year"))
    assert sure.value == inferred.value
    assert inferred.confidence < sure.confidence


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier is closed on Mondays and every Friday, she said.",
        "He may march to the pier, she said.",
        "She told the Sunday Times and USA Today so.",
        "Black Friday was dull, she said.",
        "In 2000 people were asked, she said; 1,900 answered.",
        "It lasted the last week of the strike, she said.",
        "The 1990s were better, she said.",
        "She counted 31 percent of the ships.",
        "The pier is closed every Monday or Tuesday, she said.",
        "The pier is closed every Monday, Tuesday and Wednesday, she said.",
        "The council meets on a Friday, she said.",
        "The 737 and the 2000 block of the quay were empty, she said.",
        "They rose to 2000 by the weekend of the vote, she said.",
    ],
)
def test_sets_names_durations_and_numbers_are_no_dates(sentence: str) -> None:
    assert [found for found in meanings(sentence) if found[0] != "2000"] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dues were raised in the 2016 election, she said.", [("2016", "2016")]),
        ("It beat the 2011 forecasts and 2012 estimates, she said.", [("2011", "2011"), ("2012", "2012")]),
        ("It had a debt dating back to 1991, she said.", [("1991", "1991")]),
        ("It began as early as 2011, she said.", [("2011", "2011")]),
        ("It raised its forecast for 2018, she said.", [("2018", "2018")]),
        ("It grew between 2010 and 2015, she said.", [("2010", "2010"), ("2015", "2015")]),
        ("It was decided at an August meeting, she said.", [("August", "2021-08")]),
        ("The council’s March report was late, she said.", [("March", "2022-03")]),
        ("It opened this past January, she said.", [("this past January", "2022-01")]),
        ("It opened the following May, she said.", [("the following May", None)]),
    ],
)
def test_years_and_months_before_a_noun(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert meanings(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "today", "meaning"),
    [
        ("It was closed last weekend, she said.", date(2022, 7, 6), ("last weekend", "2022-W26")),
        ("It was closed last weekend, she said.", SATURDAY, ("last weekend", "2022-W26")),
        ("It was closed over the weekend, she said.", date(2022, 7, 11), ("the weekend", "2022-W27")),
        ("It will be closed over the weekend, she said.", date(2022, 7, 7), ("the weekend", "2022-W27")),
        ("It was closed this past weekend, she said.", date(2022, 7, 12), ("this past weekend", "2022-W27")),
        ("It will be closed this weekend, she said.", date(2022, 7, 12), ("this weekend", "2022-W28")),
        ("It was closed this weekend, she said.", date(2022, 7, 10), ("this weekend", "2022-W27")),
        ("It will be closed next weekend, she said.", SATURDAY, ("next weekend", "2022-W28")),
    ],
)
def test_a_weekend_has_the_value_of_its_week(sentence: str, today: date, meaning: tuple[str, str]) -> None:
    found = times(sentence, today)
    assert [(one.surface, one.value, one.precision) for one in found] == [(*meaning, "week")]


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("March 2-4", "2022-03-02/2022-03-04", "day"),
        ("March 2–4, 2021", "2021-03-02/2021-03-04", "day"),
        ("June 26-27", "2022-06-26/2022-06-27", "day"),
        ("December 31-January 1", "2021-12-31/2022-01-01", "day"),
        ("Jan. 31 - Feb. 2, 2021", "2021-01-31/2021-02-02", "day"),
        ("2-4 March 2022", "2022-03-02/2022-03-04", "day"),
        ("Saturday, July 9-10", "2022-07-09/2022-07-10", "day"),
        ("February 27-30", None, "day"),
        ("November-December", "2021-11/2021-12", "month"),
        ("November through January 2021", "2020-11/2021-01", "month"),
    ],
)
def test_a_range_is_one_expression_and_its_value_an_interval(words: str, value: str | None, precision: str) -> None:
    found = times(f"The poll was taken {words}, she said.")
    assert [(one.surface, one.value, one.precision) for one in found] == [(words, value, precision)]
    assert found[0].rule.endswith("_range")


@pytest.mark.parametrize("gap", ["\n", "\xa0"])
def test_dates_are_read_over_line_breaks(gap: str) -> None:
    text = (
        f"The pier opened on May 31,{gap}1987, closed three weeks{gap}ago and opened again last{gap}Friday, she said."
    )
    found = [(text[one.start : one.end], one.kind, one.year, one.number) for one in expressions(text)]
    assert found == [
        (f"May 31,{gap}1987", "full_date", 1987, None),
        (f"three weeks{gap}ago", "ago", None, 3),
        (f"last{gap}Friday", "weekday", None, 4),
    ]


def test_a_day_that_gave_an_event_its_name_has_no_value_of_its_own() -> None:
    assert meanings("He spoke of the Sept. 11 attacks, she said.") == [("Sept. 11", None)]


def test_a_day_that_does_not_exist_is_passed_over() -> None:
    assert meanings("It was said to be on February 30, 2022.") == []


def test_paragraphs_that_are_not_parsed_are_read_by_their_words() -> None:
    text = "The pier was closed on Thursday. The ferry will leave on Monday."
    assert meanings(text) == [("Thursday", "2022-07-07"), ("Monday", "2022-07-11")]


def test_headlines_and_bodies_are_read_and_spans_are_those_of_the_document() -> None:
    text = "“No,” she said on Friday."
    found = times(text, headline="Pier to close on Monday")
    whole = f"Pier to close on Monday\n{text}"
    assert [(one.in_segment, whole[one.char_start : one.char_end], one.value) for one in found] == [
        ("headline", "Monday", "2022-07-11"),
        ("body", "Friday", "2022-07-08"),
    ]


def test_another_language_gives_its_printed_dates_only() -> None:
    text = "El puerto abrió el 2 de julio de 2022 y cerró el lunes."
    piece = Article("a" * 16, "d" * 16, 1, text, (Segment("body", 0, len(text), 1),), language="es")
    assert [(one.surface, one.value) for one in time_expressions(piece, ())] == [("2 de julio de 2022", "2022-07-02")]


def test_rows_have_the_key_of_the_article() -> None:
    piece = article("Text.")
    records = times("He said so on Friday.")
    assert rows(piece, records)["time_expressions"][0]["article_id"] == piece.article_id


@pytest.mark.parametrize(
    "text",
    [
        "Saturday " * 20_000,
        "20" * 50_000,
        "July 9 " * 20_000,
        "July 9-" * 20_000,
        "a " * 50_000,
        "every Monday or " * 10_000,
        "last " * 50_000,
        "1 " * 50_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    assert sum(1 for _ in expressions(text)) <= len(text)


@given(
    st.text()
    | st.lists(st.sampled_from(["Saturday", "last", "9", "July", "2022", "in", ",", " ", "ago", "week", "the"])).map(
        " ".join
    )
)
def test_expressions_stand_in_order_inside_any_text(text: str) -> None:
    end = 0
    for found in expressions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for tense in (PAST, PRESENT, FUTURE, UNKNOWN):
            day = meant(found, tense, SATURDAY)
            assert day is None or day.value is None or VALUE.fullmatch(day.value)
