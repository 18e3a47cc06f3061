import pytest

from transforms.structure.dateline import colon_dateline, dateline, lone_dateline

FORMS = [
    ("Port Vell, Merida, Jul 12 (MPA).- The port", "Port Vell, Merida", "Jul 12", "MPA"),
    ("Port Vell, Merida, Jul 12 (MPA).-The port", "Port Vell, Merida", "Jul 12", "MPA"),
    ("PORT VELL (Gulfwire) - The port", "PORT VELL", None, "Gulfwire"),
    ("PORT VELL  (Reuters) - The port", "PORT VELL", None, "Reuters"),
    ("(Reuters) - The port", None, None, "Reuters"),
    ("PORT VELL, Merida (AP) — The port", "PORT VELL, Merida", None, "AP"),
    ("PORT VELL (AP) _ The port", "PORT VELL", None, "AP"),
    ("PORT VELL/SAN TELMO (MPA) -- The port", "PORT VELL/SAN TELMO", None, "MPA"),
    ("New Vell [Merida], November 21 (ANI): The port", "New Vell [Merida]", "November 21", "ANI"),
    ("Vell (CNN) The port", "Vell", None, "CNN"),
    ("MOSCOW, July 9. /TASS/. The port", "MOSCOW", "July 9", "TASS"),
    ("NEW VELL. Nov 21 (Interfax) - The port", "NEW VELL", "Nov 21", "Interfax"),
    ("VELL, Japan, Dec. 9 Kyodo - The port", "VELL, Japan", "Dec. 9", "Kyodo"),
    ("(ANSA) - ROME, JUL 11 - The port", "ROME", "JUL 11", "ANSA"),
    ("San Telmo (tca/dpa) - The port", "San Telmo", None, "tca/dpa"),
    ("N'Djamena, 9 July 2022 – The port", "N'Djamena", "9 July 2022", None),
    ("ST. ELMO, Merida, March 2 - The port", "ST. ELMO, Merida", "March 2", None),
    ("VELL, MARCH 11 - The port", "VELL", "MARCH 11", None),
    ("VELL—The port", "VELL", None, None),
    ("VELL _ The port", "VELL", None, None),
    ("New Vell, Merida - A large ship", "New Vell, Merida", None, None),
    ("Vell, MD | The port", "Vell, MD", None, None),
    ("SAN`A, Yemen (AP) — The port", "SAN`A, Yemen", None, "AP"),
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), FORMS)
def test_the_forms_of_the_agencies_are_read(text: str, place: str, date: str, agency: str) -> None:
    found = dateline(text)
    assert found is not None
    printed = {field: text[start:end] for field, (start, end) in found.parts.items()}
    assert (printed.get("place"), printed.get("date"), printed.get("agency")) == (place, date, agency)
    assert text[found.end :].lstrip().startswith(("The port", "A large ship"))


@pytest.mark.parametrize(
    "text",
    [
        "A GOP-led committee met on Monday.",
        "ANALYSIS/OPINION: The port should close.",
        "WATCH — The port on film",
        "VELL, MD – NOVEMBER 01: A gull speaks during a rally.",
        "Senator Cy Dorn (R) - he said - left.",
        "The port master (Brandt) - a woman of few words - left.",
        "TELMO-based traders fell.",
        "On Monday, July 12 - the day of the vote - it rained.",
        "He was born on July 12 (St. Elmo's day).",
        "",
    ],
)
def test_look_alikes_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


def test_a_place_and_a_colon_is_weak_evidence() -> None:
    found = colon_dateline("VELL: The port will raise its dues.")
    assert found is not None
    assert found.confidence < 0.7
    assert colon_dateline("HH: How are you?") is None
    assert colon_dateline("OPINION: Close the port.") is None


def test_a_place_in_capitals_may_stand_on_its_own_line() -> None:
    assert lone_dateline("PORT VELL —") is not None
    assert lone_dateline("Ten years of waiting") is None


@pytest.mark.parametrize("text", ["A, " * 100_000, "(" * 100_000, "A" * 100_000, "A. " * 50_000 + "(", "Ab/" * 50_000])
def test_hostile_text_costs_nothing(text: str) -> None:
    for _ in range(200):
        assert dateline(text) is None
