"""Damaged texts read as their authors wrote them; clean ones stay as they are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.repair import mended

CLEAN = (
    "Port Vell, Jul 12 (MPA).- “It’s fair,” said Zoë Brandt, the harbour master — and Señora Núñez’s ally. « Voilà… »\n"
    "MÄRZ „Grüße“, SÃO JOÃO, “MAÇÔ, Tomáš Rosselló’s, À “la carte”, Ârea, Þór, £5m, 30°C, R&D, AT&T; x < y, <HBPT.O>\n"
)


@pytest.mark.parametrize(
    "broken",
    [
        CLEAN.encode().decode("latin-1"),
        CLEAN.encode().decode("latin-1").encode().decode("latin-1"),
        "A clean “line”.\n" + CLEAN.encode().decode("latin-1"),
    ],
    ids=["once", "twice", "in part"],
)
def test_text_read_in_the_wrong_encoding_is_read_in_the_right_one(broken: str) -> None:
    text, repairs, _ = mended(broken)
    assert text.endswith(CLEAN)
    assert repairs == ("mojibake_repaired",)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("DonÃ¢â‚¬â„¢t, said LÃ³pez and López", "Don’t, said López and López"),
        ("“FranÃ\x83Â§ois” – again", "“François” – again"),
        ("PeÃ±a Nieto", "Peña Nieto"),
        ("â€œWe will see,â€ he said. â€œYes.â€\ufffd", "“We will see,” he said. “Yes.”"),
        ("North Carolina\x92s law \x96 so", "North Carolina’s law – so"),
    ],
)
def test_other_ways_to_break_a_text_are_undone(broken: str, whole: str) -> None:
    assert mended(broken)[:2] == (whole, ("mojibake_repaired",))


def test_clean_text_is_left_alone_in_any_western_language() -> None:
    assert mended(CLEAN) == (CLEAN, (), 0)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Ka\u200brl\u00a0We\u00adber", "Karl Weber"),
        ("Tr\u200dade", "Trade"),
        ("Maria Lo\u0301pez", "Maria López"),
        ("\u202eKarl\u202c", "Karl"),
        ("a\ufeffb\x07c\x7f", "abc"),
    ],
)
def test_names_with_invisible_characters_are_the_names_that_a_reader_sees(written: str, compared: str) -> None:
    assert mended(written)[:2] == (compared, ())


@pytest.mark.parametrize("text", ["👨\u200d👩\u200d👧", "می\u200cخواهم", "פורט \u200f(ול)", "李 क़ार"])
def test_joiners_and_direction_marks_stay_where_they_are_needed(text: str) -> None:
    assert mended(text).text == text


def test_terminal_escapes_go_with_all_they_print_and_a_lone_escape_takes_no_letter() -> None:
    assert mended("agree \x1b[31mnow\x1b[0m \x1b]0;owned\x07yes\x1b(B")[:2] == ("agree now yes", ("escapes_removed",))
    assert mended("sa\x1bid")[:2] == ("said", ())


def test_a_wire_message_loses_its_envelope() -> None:
    message = (
        "\x7f\n\x01mpa062 4 i 211   mpa 061\r\n\r\nHarbour-dues/\r\n\x02Port Vell raises its harbour dues =\r\n\r\n"
        "   Port Vell (mpa) - Dues rise.\r\n\x03131137 GMT Nov 13\r\n\x04"
    )
    text, repairs, _ = mended(message)
    assert text.split("\n\n") == [
        "Harbour-dues", "Port Vell raises its harbour dues", "   Port Vell (mpa) - Dues rise.\n",
    ]  # fmt: skip
    assert repairs == ("wire_header_removed",)


STORY = "\n\n".join(
    f"Paragraph {number} says what the council of Vell spent, and for whom it did so." for number in range(20)
)


def test_a_message_in_the_midst_of_a_text_is_no_envelope() -> None:
    text, repairs, _ = mended(f"{STORY}\n\n\x01x\nfoo bar\x02baz qux")
    assert text == f"{STORY}\n\nx\nfoo barbaz qux"
    assert repairs == ()


def test_what_follows_a_message_is_dropped_only_where_it_is_short() -> None:
    message = "\x01mpa062\nDues/\n\x02Dues rise.\n\x03"
    assert mended(f"{message}131137 GMT\n\x04").text == "Dues\n\nDues rise.\n"
    assert mended(message + STORY).text == f"Dues\n\nDues rise.\n\n\n{STORY}"
    both = mended(f"{message}131137 GMT\n\x04\x01mpa063\nLamp/\n\x02It is dark.\x03")
    assert both.text == "Dues\n\nDues rise.\n\n\f\nLamp\n\nIt is dark."


def test_a_pile_of_accents_is_composed_as_far_as_letters_have_any() -> None:
    assert mended("Zoe\u0308 " + "e\u0301" + "\u0316" * 40).text.startswith("Zoë é")


def test_lost_characters_are_named() -> None:
    assert mended("caf\ufffd") == ("caf\ufffd", ("characters_lost",), 0)


@given(
    st.text(
        alphabet=st.sampled_from("aé Ãâ€™œ\x80\x99\x1b[]m<>/p&;#x3\u0301\u200b\xad\u202e\x01\x02\x03\n\rРГ‚√Γ"),
        max_size=60,
    )
)
def test_any_text_is_mended_once_and_for_all_of_its_controls(text: str) -> None:
    result = mended(text)
    assert not set(result.text) & set(map(chr, (*range(9), *range(14, 32), *range(127, 160))))


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>a</p><p>b</p>" + "<!--" * 50_000, "<p " * 70_000, "<p>a</p><p>b</p>" + "<script>" * 25_000,
        "<p>a</p><p>b</p>" + " " * 200_000 + "x", "&#" + "1" * 200_000 + ";", "&amp" * 50_000,
        "\x1b]" * 100_000, "\x1b[" + "0" * 200_000, "\x01" * 100_000 + "\x02", "\x01\na" * 70_000 + "\x02",
        "Ã©" * 50_000, "e" + "\u0301" * 100_000, "a" + "\u0300\u0316" * 100_000, "\x01x\n\x02" * 50_000, "a\u200b" * 100_000, "â€" * 70_000, "\r\n" * 100_000,
    ],
)  # fmt: skip
def test_hostile_texts_take_no_longer_than_their_length_asks(hostile: str) -> None:
    began = time.process_time()
    mended(hostile)
    assert time.process_time() - began < 2
