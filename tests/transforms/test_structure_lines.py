import pytest
from test_structure_article import LEAD, SECOND, body, read

from transforms.structure.byline import bare_name, byline
from transforms.structure.sign_off import is_end, sign_off_line, trailing_sign_off


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Bell", ["Ada Bell"]),
        ("BY ADA BELL and CY DORN JR.", ["ADA BELL", "CY DORN JR."]),
        ("By  Ada Bell  and  Cy Dorn", ["Ada Bell", "Cy Dorn"]),
        ("By Ada Bell, Cy Dorn and Zoë de la Brandt", ["Ada Bell", "Cy Dorn", "Zoë de la Brandt"]),
        ("by Ada O’Bell, Gulf Correspondent", ["Ada O’Bell"]),
        ("By ADA BELL AP Business Writer", ["ADA BELL"]),
        ("Analysis by Ada Bell, The Harbour Post", ["Ada Bell", "The Harbour Post"]),
        ("By Ada Bell in Port Vell", ["Ada Bell"]),
        ("By Ada Bell | July 12, 2026", ["Ada Bell"]),
        ("By MPA staff", ["MPA"]),
        ("By María de la O’Brien-Smith", ["María de la O’Brien-Smith"]),
        ("By Late Monday, storms had reached the coast of Vell.", []),
        ("By late Monday, vigorous storms had reached the coast.", []),
        ("Bystanders saw the ship leave", []),
        ("By the time the ship left, it was dark", []),
    ],
)
def test_bylines_give_names_and_nothing_else(line: str, names: list[str]) -> None:
    found = byline(line)
    assert [name.name for name in found if name.kind != "role"] == names
    assert all(line[name.start : name.end] == name.name for name in found)


def test_a_bare_name_is_two_to_four_words_in_capitals() -> None:
    assert bare_name("Ada Bell")
    assert not bare_name("Ten years of waiting")
    assert not bare_name("Harbour Post News")


@pytest.mark.parametrize(
    "line",
    ["ab/cd", "ab/cd MPA", "bur-abc/def/gh", "(END)", "ENDS", "Enditem", "###", "MPA", "-- MPA", "==Kyodo", "dpa ab cd xxde",
     "desk@example.org", "(Reporting by Ada Bell; editing by Cy Dorn)", "Reporting by Ada Bell and Cy Dorn"],
)  # fmt: skip
def test_sign_off_lines_are_known(line: str) -> None:
    assert sign_off_line(line, "MPA") is not None


@pytest.mark.parametrize(
    "line", ["ab/cd", "bur-abc/def/gh", "(AB/cd)", "(END)", "ENDS", "-end-", "Enditem", "###", "-30-", "—30—", "Reuters", "Reporting by Ada Bell"]
)  # fmt: skip
def test_ends_of_articles_are_known_without_an_agency(line: str) -> None:
    assert is_end(line)


@pytest.mark.parametrize("line", ["AM/PM", "US/UK", "he/she", "and/or", "30", "Fin", "End", "Vell and Fenwick", "ab"])
def test_what_is_written_with_a_stroke_and_headings_end_nothing(line: str) -> None:
    assert not is_end(line)


@pytest.mark.parametrize(
    "line", ["30", "Brandt left.", "GULL", "He was and/or is the mayor.", "Reporting by radio is slow. It was late."]
)
def test_other_lines_are_no_sign_offs(line: str) -> None:
    assert sign_off_line(line, "MPA") is None


@pytest.mark.parametrize(
    ("paragraph", "end"),
    [
        ("“It is fair,” she said. MPA", "MPA"),
        ("“It remains open.” MPA", "MPA"),
        ("«Sigo contando.» MPA", "MPA"),
        ("“Ask me on Sunday,” she said. — GLP", "— GLP"),
        ("It opens in spring. (MPA)", "(MPA)"),
        ("It opens on Nov 30, 2026 MPA KRH MRJ", "MPA KRH MRJ"),
        ("It opens in spring. Enditem", "Enditem"),
        ("It opens (in spring). (Additional reporting by  Ada Bell ; Editing by Cy Dorn)", "(Additional reporting by  Ada Bell ; Editing by Cy Dorn)"),
        ("It opens in spring. (Reporting by Ada Bell Editing by Cy Dorn)", "(Reporting by Ada Bell Editing by Cy Dorn)"),
    ],
)  # fmt: skip
def test_sign_offs_are_cut_off_the_last_paragraph(paragraph: str, end: str) -> None:
    found = trailing_sign_off(paragraph, "MPA")
    assert found is not None
    assert paragraph[found.start : found.end] == end


@pytest.mark.parametrize(
    "paragraph", ["She told the MPA", "She spoke to MPA", "It opens in spring.", "He sold it (and left)."]
)
def test_a_sentence_that_ends_on_the_agency_keeps_it(paragraph: str) -> None:
    assert trailing_sign_off(paragraph, "MPA") is None


WRAPPED = """HARBOUR DUES TO RISE IN VELL
    By Ada Bell, Gulfwire
    PORT VELL, March 11 - The port of Vell will raise its dues for
large ships next spring, the harbour master said on Tuesday, and
not before.
    Shipping firms in the gulf called the plan unfair and asked
the council to think again before the summer.
 Reuter
"""


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    article = read(WRAPPED)
    assert article.headline == "HARBOUR DUES TO RISE IN VELL"
    assert article.bylines == ("Ada Bell",)
    assert (article.dateline_place, article.dateline_date) == ("PORT VELL", "March 11")
    assert [paragraph.split()[0] for paragraph in body(article)] == ["The", "Shipping"]
    assert (article.sign_off, article.source, article.source_basis) == (("Reuter",), "Gulfwire", "byline_credit")


def test_menus_teasers_and_share_buttons_of_a_web_page_are_boilerplate() -> None:
    menu = ["Harbour Post", "Home", "News", "Sport", "Weather", "Log in", "Search"]
    head = [
        "Harbour dues to rise in Vell next spring",
        "Ada Bell",
        "July 12, 2026 9:54 a.m.",
        "Share",
        "Facebook",
        "Twitter",
    ]
    teasers = ["Most read", "Gulls take over the market square", "Ten bridges that never opened", "Comments"]
    foot = ["Contact us", "Privacy policy", "© 2026 The Harbour Post"]
    article = read("\n".join([*menu, *head, LEAD, SECOND, LEAD + " Again.", *teasers, *foot]))
    assert article.headline == head[0]
    assert article.bylines == ("Ada Bell",)
    assert str(article.content_date) == "2026-07-12"
    assert article.source == "The Harbour Post"
    assert body(article) == [LEAD, SECOND, LEAD + " Again."]
