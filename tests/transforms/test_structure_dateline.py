"""The forms of datelines that agencies and newspapers print, and what only looks like one."""

import pytest

from transforms.structure.dateline import colon_dateline, dateline, lone_dateline

STORY = "The port of Vell will raise its dues, officials said."
# (dateline, place, date, agency); one that ends without a space is glued to the story.
FORMS = [
    ("Port Vell, Merida, Jul 12 (MPA).- ", "Port Vell, Merida", "Jul 12", "MPA"),
    ("Port Vell, Merida, Jul 12 (MPA).-", "Port Vell, Merida", "Jul 12", "MPA"),
    ("PORT VELL (Gulfwire) - ", "PORT VELL", None, "Gulfwire"),
    ("PORT VELL  (Reuters) - ", "PORT VELL", None, "Reuters"),
    ("(Reuters) - ", None, None, "Reuters"),
    ("PORT VELL, Merida (AP) — ", "PORT VELL, Merida", None, "AP"),
    ("PORT VELL (AP) _ ", "PORT VELL", None, "AP"),
    ("PORT VELL/SAN TELMO (MPA) -- ", "PORT VELL/SAN TELMO", None, "MPA"),
    ("New Vell [Merida], November 21 (ANI): ", "New Vell [Merida]", "November 21", "ANI"),
    ("Vell (CNN) ", "Vell", None, "CNN"),
    ("MOSCOW, July 9. /TASS/. ", "MOSCOW", "July 9", "TASS"),
    ("NEW VELL. Nov 21 (Interfax) - ", "NEW VELL", "Nov 21", "Interfax"),
    ("VELL, Japan, Dec. 9 Kyodo - ", "VELL, Japan", "Dec. 9", "Kyodo"),
    ("(ANSA) - ROME, JUL 11 - ", "ROME", "JUL 11", "ANSA"),
    ("San Telmo (tca/dpa) - ", "San Telmo", None, "tca/dpa"),
    ("N'Djamena, 9 July 2022 – ", "N'Djamena", "9 July 2022", None),
    ("ST. ELMO, Merida, March 2 - ", "ST. ELMO, Merida", "March 2", None),
    ("VELL, MARCH 11 - ", "VELL", "MARCH 11", None),
    ("VELL—", "VELL", None, None),
    ("VELL _ ", "VELL", None, None),
    ("New Vell, Merida - ", "New Vell, Merida", None, None),
    ("Vell, MD | ", "Vell, MD", None, None),
    ("SAN`A, Yemen (AP) — ", "SAN`A, Yemen", None, "AP"),
    ("ZURICH/LONDON (Reuters) - ", "ZURICH/LONDON", None, "Reuters"),
    ("CEDAR RAPIDS, Iowa/CHICAGO (Reuters) - ", "CEDAR RAPIDS, Iowa/CHICAGO", None, "Reuters"),
    ("SAN`A, Yemen (AP) _ ", "SAN`A, Yemen", None, "AP"),
    ("ST. PETERSBURG (AP) —", "ST. PETERSBURG", None, "AP"),
    ("ST. PETERSBURG —", "ST. PETERSBURG", None, None),
    ("Palma Vell, Indonesia, Jul 9 (EFE).-", "Palma Vell, Indonesia", "Jul 9", "EFE"),
    ("(ANSA) - ROMA, 1 LUG - ", "ROMA", "1 LUG", "ANSA"),
    ("(ANSA) - ROMA, 01 LUG - ", "ROMA", "01 LUG", "ANSA"),
    ("(ANSA) - ROMA - ", "ROMA", None, "ANSA"),
    ("Paris, 21 jan 2019 (AFP) - ", "Paris", "21 jan 2019", "AFP"),
    ("SAITAMA, Japan, Dec. 9 Kyodo - ", "SAITAMA, Japan", "Dec. 9", "Kyodo"),
    ("TOKYO, July 9, Kyodo - ", "TOKYO", "July 9", "Kyodo"),
    ("Tehran, July 9, IRNA – ", "Tehran", "July 9", "IRNA"),
    ("MOSCOW. July 9 (Interfax) - ", "MOSCOW", "July 9", "Interfax"),
    ("dodge city, march 3 - ", "dodge city", "march 3", None),
    ("omaha, april 7 - ", "omaha", "april 7", None),
    ("Madrid, 9 jul (EFE).-", "Madrid", "9 jul", "EFE"),
    ("Ciudad de México, 9 de julio (EFE).-", "Ciudad de México", "9 de julio", "EFE"),
    ("Madrid, 9 jul. 2022 (Europa Press) - ", "Madrid", "9 jul. 2022", "Europa Press"),
    ("MADRID, 9 Jul. (EUROPA PRESS) - ", "MADRID", "9 Jul.", "EUROPA PRESS"),
    ("La Habana, 9 jul (Prensa Latina) ", "La Habana", "9 jul", "Prensa Latina"),
    ("PARIS, 9 juil. (AFP) - ", "PARIS", "9 juil.", "AFP"),
    ("Paris, le 9 juillet 2022 (AFP) - ", "Paris", "9 juillet 2022", "AFP"),
    ("BRUXELLES, 9 juillet (Belga) - ", "BRUXELLES", "9 juillet", "Belga"),
    ("Nice (France), 9 juil 2022 (AFP) - ", "Nice (France)", "9 juil 2022", "AFP"),
    ("Nice (France) (AFP) – ", "Nice (France)", None, "AFP"),
    ("Berlin (dpa) - ", "Berlin", None, "dpa"),
    ("Berlin (dpa/tmn) - ", "Berlin", None, "dpa/tmn"),
    ("BERLIN, 9. Juli (Reuters) - ", "BERLIN", "9. Juli", "Reuters"),
    ("BERLIN taz | ", "BERLIN", None, "taz"),
    ("Wien (APA) – ", "Wien", None, "APA"),
    ("Milano, 9 lug. (askanews) - ", "Milano", "9 lug.", "askanews"),
    ("Roma, 9 lug. (Adnkronos) - ", "Roma", "9 lug.", "Adnkronos"),
    ("Lisboa, 09 jul 2022 (Lusa) – ", "Lisboa", "09 jul 2022", "Lusa"),
    ("São Paulo, 9 jul (EFE).-", "São Paulo", "9 jul", "EFE"),
    ("AMSTERDAM (ANP) - ", "AMSTERDAM", None, "ANP"),
    ("DEN HAAG, 9 juli (ANP) - ", "DEN HAAG", "9 juli", "ANP"),
    ("København, 9. juli (Ritzau) - ", "København", "9. juli", "Ritzau"),
    ("Warszawa, 09.07.2022 (PAP) - ", "Warszawa", "09.07.2022", "PAP"),
    ("İSTANBUL (AA) – ", "İSTANBUL", None, "AA"),
    ("WASHINGTON, DC - ", "WASHINGTON, DC", None, None),
    ("WASHINGTON, D.C. —", "WASHINGTON, D.C.", None, None),
    ("Detroit, MI | ", "Detroit, MI", None, None),
    ("(CNN) -- ", None, None, "CNN"),
    ("(CNN) ", None, None, "CNN"),
    ("London (CNN) ", "London", None, "CNN"),
    ("(CNN Business) —", None, None, "CNN Business"),
    ("LONDON (Reuters) - ", "LONDON", None, "Reuters"),
    ("LONDON  (Reuters Life!) - ", "LONDON", None, "Reuters Life!"),
    ("(LONDON) —", "LONDON", None, None),
    ("(NEW YORK) -- ", "NEW YORK", None, None),
    ("(CNSNews.com) - ", None, None, "CNSNews.com"),
    ("(HealthDay News) -- ", None, None, "HealthDay News"),
    ("CHICAGO—", "CHICAGO", None, None),
    ("ALLENTOWN, Pa.—", "ALLENTOWN, Pa.", None, None),
    ("STANFORD, Calif.--(BUSINESS WIRE)-- ", "STANFORD, Calif.", None, "BUSINESS WIRE"),
    ("NEW YORK, July 09, 2022 (GLOBE NEWSWIRE) -- ", "NEW YORK", "July 09, 2022", "GLOBE NEWSWIRE"),
    ("NEW YORK, July 9, 2022 /PRNewswire/ -- ", "NEW YORK", "July 9, 2022", "PRNewswire"),
    ("NEW YORK – July 9, 2022 – ", "NEW YORK", "July 9, 2022", None),
    ("Boston, Mass. - July 9, 2022 - ", "Boston, Mass.", "July 9, 2022", None),
    ("WASHINGTON, Friday, July 9 —", "WASHINGTON", "July 9", None),
    ("New Vell [India], July 9 (ANI): ", "New Vell [India]", "July 9", "ANI"),
    ("Kyiv, Jul 9 (PTI) ", "Kyiv", "Jul 9", "PTI"),
    ("SEOUL, July 9 (Yonhap) -- ", "SEOUL", "July 9", "Yonhap"),
    ("BEIJING, July 9 (Xinhua) -- ", "BEIJING", "July 9", "Xinhua"),
    ("KUALA LUMPUR, July 9 (Bernama) -- ", "KUALA LUMPUR", "July 9", "Bernama"),
    ("DAMASCUS, SANA – ", "DAMASCUS", None, "SANA"),
    ("RAMALLAH, July 9, 2022 (WAFA) – ", "RAMALLAH", "July 9, 2022", "WAFA"),
    ("BERLIN (AP) July 9 - ", "BERLIN", "July 9", "AP"),
    ("Paris (ats afp) ", "Paris", None, "ats afp"),
    ("San Diego (tca/dpa) - ", "San Diego", None, "tca/dpa"),
    ("LOS ANGELES (Variety.com) - ", "LOS ANGELES", None, "Variety.com"),
    ("NEW YORK , April 13 - ", "NEW YORK", "April 13", None),
    ("****SANTO DOMINGO, March 4 - ", "SANTO DOMINGO", "March 4", None),
    ("\ufeff WASHINGTON—", "WASHINGTON", None, None),
    ("North Brunswick, NJ, Apr  9 - ", "North Brunswick, NJ", "Apr  9", None),
    ("VANCE, Ala.; (Reuters) - ", "VANCE, Ala.", None, "Reuters"),
    ("SYDNEY, Jun  (Reuters) - ", "SYDNEY", None, "Reuters"),
    ("VIENNA, Va. Feb 26 - ", "VIENNA, Va.", "Feb 26", None),
    ("PORT VELL, U.S. Virgin Islands  (Reuters) - ", "PORT VELL, U.S. Virgin Islands", None, "Reuters"),
    ("VANCOUVER, British Columbia  (Reuters) - ", "VANCOUVER, British Columbia", None, "Reuters"),
    ("'s-Hertogenbosch (ANP) - ", "'s-Hertogenbosch", None, "ANP"),
    ("Port-au-Prince, 2 January 2017 – ", "Port-au-Prince", "2 January 2017", None),
    ("PUTRAJAYA, Nov 22 —", "PUTRAJAYA", "Nov 22", None),
    ("ABOARD AIR FORCE ONE  (Reuters) - ", "ABOARD AIR FORCE ONE", None, "Reuters"),
    ("London —", "London", None, None),
    ("Paris - ", "Paris", None, None),
    ("BISHOP OF VELL, Pa., July 9 - ", "BISHOP OF VELL, Pa.", "July 9", None),
    ("TOKYO/ SHANGHAI  (Reuters) - ", "TOKYO/ SHANGHAI", None, "Reuters"),
    ("DES MOINES, IOWA | ", "DES MOINES, IOWA", None, None),
    ("Srinagar, Indian-administered Kashmir - ", "Srinagar, Indian-administered Kashmir", None, None),
    ("ISLAMABAD / KARACHI (APP) - ", "ISLAMABAD / KARACHI", None, "APP"),
    ("July 9 (Reuters) - ", None, "July 9", "Reuters"),
    ("OAKLAND, Calif. _ ", "OAKLAND, Calif.", None, None),
    ("(CNN)", None, None, "CNN"),
    ("WASHINGTON —", "WASHINGTON", None, None),
]  # fmt: skip
LOOK_ALIKES = [
    "FILE - In this July 9, 2022 photo, a gull flies over Vell.",
    "FILE PHOTO - A gull flies over Vell on July 9, 2022.",
    "NEW YORK, NY – NOVEMBER 01: A gull speaks during a rally at Vell.",
    "LOS ANGELES, CA - JULY 09, 2022: A gull arrives at the gala of the port.",
    "ANALYSIS/OPINION: The port should close.",
    "EDITOR'S NOTE: This story of the port contains facts.",
    "A GOP-led committee met on Monday to talk.",
    "TEHRAN-based traders fell on Monday, they said.",
    "WASHINGTON - A city divided",
    "UPDATE 1-Vell raises dues for all ships in port",
    "BREAKING - The port of Vell will raise its dues, officials said.",
    "VIDEO — The port of Vell will raise its dues, officials said.",
    "Step 1 - The port of Vell will raise its dues, officials said.",
    "NFL - The port of Vell will raise its dues, officials said.",
    "COVID-19 - The port of Vell will raise its dues, officials said.",
    "NASA — The port of Vell will raise its dues, officials said.",
    "COUNCIL TO AUDIT OFFICE FOR HARBOURS — The port of Vell will raise its dues, officials said.",
    "WASHINGTON POST - The port of Vell will raise its dues, officials said.",
    "Washington Post - The port of Vell will raise its dues, officials said.",
    "Senator Cy Dorn (R) - he said - left.",
    "The port master (Brandt) - a woman of few words - left.",
    "On Monday, July 12 - the day of the vote - it rained.",
    "He was born on July 12 (St. Elmo's day).",
    "Ada Brandt — who runs the port of Vell with her two sisters — said so.",
    "SMITH - 12 points and nine rebounds",
    "By Ada Bell, LONDON",
    "(AP Photo/Ada Bell) The port of Vell will raise its dues.",
    "(ICCO) council agreed standard prices for the port of Vell.",
    "(METRES) OF THE TIDE AND WIND (KNOTS) AT VELL AT 06.00 GMT WERE:",
    'MSNBC\'s "Meet the Port" took a stand — this week.',
    "The U.N. Harbour Board — an old club of slow and careful men — met Friday.",
    "EXCLUSIVE: At least a dozen ships were hidden.",
    "UPDATED — The port of Vell will raise its dues, officials said.",
    "January 28, 2009 - The port of Vell will raise its dues, officials said.",
    "Ten years ago, Ada - who ran the port of Vell - left it to her brother.",
    "Boeing 737 - The port of Vell will raise its dues, officials said.",
    "on monday, march 3 - the day of the vote - it rained in vell.",
    "- The port",
    "Vell Brewers - The port of Vell will raise its dues.",
    "USA - The port of Vell will raise its dues, officials said.",
    "Mooring Classes - a moored ship paying the harbour dues of Vell.",
    "CLOSE The port — and its master — fell.",
    "",
    "WATCH — The port on film, from its first days to its last.",
    "VELL, MD – NOVEMBER 01: A gull speaks during a rally.",
    "TELMO-based traders fell.",
    "INDIANA’S VOTERS FAVOUR VELL, BUT ITS SHIPS DO NOT - A large port might not give the mayor a win.",
    "EDITOR’S NOTE: The port is ours.",
]


@pytest.mark.parametrize(("printed", "place", "date", "agency"), FORMS)
def test_the_forms_of_the_agencies_are_read(
    printed: str, place: str | None, date: str | None, agency: str | None
) -> None:
    text = printed + STORY
    found = dateline(text)
    assert found is not None
    parts = {field: text[start:end] for field, (start, end) in found.parts.items()}
    assert (parts.get("place"), parts.get("date"), parts.get("agency")) == (place, date, agency)
    assert text[found.end :].lstrip() == STORY


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KARACHI: The port", "KARACHI"),
        ("SÃO PAULO: Jan 31", "SÃO PAULO"),
        ("ISLAMABAD/LAHORE: The", "ISLAMABAD/LAHORE"),
        ("NEW DELHI: The", "NEW DELHI"),
        ("New Delhi: The port", "New Delhi"),
        ("HH: How", None),
        ("OPINION: Close", None),
        ("Brandt: I said", None),
        ("HOST: Hello", None),
        ("EXCLUSIVE: A", None),
        ("WASHINGTON: The", "WASHINGTON"),
        ("GOP: The", None),
        ("PETER BRANDT, HOST: A", None),
    ],
)
def test_a_place_and_a_colon_is_weak_evidence(text: str, place: str | None) -> None:
    found = colon_dateline(text)
    assert (text[slice(*found.parts["place"])] if found else None) == place
    assert found is None or found.confidence < 0.7


@pytest.mark.parametrize("line", ["PORT VELL —", "ST. PETERSBURG", "N'DJAMENA"])
def test_a_place_in_capitals_may_stand_on_its_own_line(line: str) -> None:
    assert lone_dateline(line) is not None


@pytest.mark.parametrize("line", ["USA TODAY", "USATODAY", "Ten years of waiting", "NEWS", "BREAKING NEWS"])
def test_labels_and_names_of_newspapers_on_their_own_line_are_no_datelines(line: str) -> None:
    assert lone_dateline(line) is None


def test_a_dash_needs_a_story_after_it() -> None:
    assert dateline("WASHINGTON - A city divided") is None
    assert dateline("WASHINGTON —") is not None  # on its own line


@pytest.mark.parametrize(
    "text",
    ["A, " * 100_000, "(" * 100_000, "A" * 100_000, "A. " * 50_000 + "(", "Ab/" * 50_000, "Aa 12 " * 50_000 + "("],
)
def test_hostile_text_costs_nothing(text: str) -> None:
    for _ in range(200):
        assert dateline(text) is None
