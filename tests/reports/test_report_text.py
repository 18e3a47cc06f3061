"""What a reader sees in place of bytes that he should not trust, and of numbers and dates."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from reports import text


@given(st.text())
def test_no_control_or_bidi_character_survives(raw: str) -> None:
    seen = text.visible(raw)
    assert not [c for c in seen if c not in "\t\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert not set(seen) & set(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff"
    )


def test_an_override_is_shown_and_ordinary_text_is_left_alone() -> None:
    assert text.visible("txt.\u202egpj\x00\x1b[0m") == "txt.[U+202E]gpj[U+0000][U+001B][0m"
    assert text.visible("Žofie said: “naïve”\n\tשלום 你好 👩‍👩‍👧") == "Žofie said: “naïve”\n\tשלום 你好 👩‍👩‍👧"


def test_markup_stays_markup() -> None:
    assert isinstance(text.visible(Markup("<b>\n\u202e</b>")), Markup)
    assert text.visible(Markup("<b>\n\u202e</b>")) == "<b>\n[U+202E]</b>"


@given(st.text())
def test_a_slug_is_always_a_plain_file_name(raw: str) -> None:
    assert set(text.slug(raw)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 1 <= len(text.slug(raw)) <= 60


@pytest.mark.parametrize(
    ("span", "printed"),
    [
        (None, "no dated articles"),
        ((date(2031, 7, 4), date(2031, 7, 4)), "4 Jul 2031"),
        ((date(2031, 6, 20), date(2031, 7, 24)), "20 Jun – 24 Jul 2031"),
        ((date(2030, 12, 31), date(2031, 1, 1)), "31 Dec 2030 – 1 Jan 2031"),
    ],
)
def test_days(span: tuple[date, date] | None, printed: str) -> None:
    assert text.days(span) == printed


def test_values_in_words() -> None:
    values = [None, True, 12345, 2.25, date(2031, 7, 4), datetime(2031, 7, 4, 6, 5, tzinfo=UTC), ["a", None], "x"]
    printed = ["–", "yes", "12,345", "2.2", "4 Jul 2031", "4 Jul 2031, 06:05 UTC", "a; –", "x"]
    assert [text.words(value) for value in values] == printed
    assert text.day(None) == "undated"


def test_a_share_that_rounds_to_nothing_is_not_called_nothing() -> None:
    assert [text.percent(share) for share in (0, 0.001, 0.126, 1)] == ["0%", "<1%", "13%", "100%"]


def test_a_long_topic_is_called_by_its_first_words() -> None:
    topics = ["arts, culture, entertainment and media", "lifestyle and leisure", "human interest", "(no topic)"]
    assert [text.brief(topic) for topic in topics] == ["arts", "lifestyle", "human interest", "(no topic)"]
