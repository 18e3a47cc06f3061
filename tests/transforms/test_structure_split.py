import time

import pytest

from transforms.decode import document
from transforms.records import Article, Document, Reject
from transforms.structure import Given, structure
from transforms.structure.paragraphs import paragraphs
from transforms.structure.split import articles
from transforms.structure.wire_header import header_lines

LEAD = "The port of Vell will raise its dues for large ships next spring, harbour master Zoë Brandt told reporters."
SECOND = "Shipping firms in the gulf called the plan unfair and asked the council to think again before the summer."
THIRD = (
    "The lighthouse at Fenwick went dark on Sunday after a storm cut the cable, and keepers lit the old lamp by hand."
)
FOURTH = (
    "Fishing crews were told to stay in port until the cable is mended, which may take a week, the coast guard said."
)
DUES = f"Dues to rise in Vell harbour\n\nBy Ada Bell\n\nPORT VELL, July 12 (MPA) — {LEAD}\n\n{SECOND}"
LAMP = f"Lighthouse goes dark at Fenwick\n\nBy Cy Dorn\n\nFENWICK, July 13 (MPA) — {THIRD}\n\n{FOURTH}"
HEADLINES = ["Dues to rise in Vell harbour", "Lighthouse goes dark at Fenwick"]
RULE = "-" * 40


def read(text: str) -> tuple[Article, ...]:
    source = document(text.encode())
    assert isinstance(source, Document)
    found = structure(source, Given())
    assert not isinstance(found, Reject), found
    return found


def reject(text: str) -> str:
    source = document(text.encode())
    assert isinstance(source, Document)
    found = structure(source, Given())
    assert isinstance(found, Reject), found
    assert found.reason == "no_article"
    return found.detail


def headlines(text: str) -> list[str | None]:
    return [article.headline for article in read(text)]


def body(article: Article) -> list[str]:
    return [article.slice(segment) for segment in article.spans("body")]


def test_two_wires_under_one_another_are_two_articles_with_fields_of_their_own() -> None:
    first, second = read(f"{DUES}\n\nab/cd\n\n\n{RULE}\n\nNation\n\n{LAMP}\n\nef/gh\n")
    assert (first.article_no, second.article_no) == (1, 2)
    assert first.article_id != second.article_id
    assert first.document_id == second.document_id
    assert [first.headline, second.headline] == HEADLINES
    assert (first.bylines, second.bylines) == (("Ada Bell",), ("Cy Dorn",))
    assert (first.dateline_place, second.dateline_place) == ("PORT VELL", "FENWICK")
    assert (first.sign_off, second.sign_off) == (("ab/cd",), ("ef/gh",))
    assert (first.section, second.section) == (None, "Nation")
    assert [body(first), body(second)] == [[LEAD, SECOND], [THIRD, FOURTH]]
    assert [segment.paragraph_no for segment in second.spans("body")] == [1, 2]


@pytest.mark.parametrize(
    "between", ["\n\n* * *\n\n", f"\n{RULE}\n", "\n\n=====\n\n", "\n\f", "\n\nENDS\n\n", "\n\n(END)\n\n", "\n\n###\n\n", "\n\nab/cd\n\n",
                " (Reporting by Ada Bell; editing by Cy Dorn)\n\n", "\n\nENDS\n\npress@example.org\n\n", "\n\n"],
)  # fmt: skip
def test_an_end_and_a_title_with_byline_or_dateline_part_two_articles(between: str) -> None:
    assert headlines(DUES + between + LAMP) == HEADLINES


def test_a_date_whose_order_nothing_tells_marks_an_opening() -> None:
    first = f"Dues to rise in Vell harbour\n\n9/7/2022\n\n{LEAD}\n\n{SECOND}"
    assert (
        headlines(f"{first}\n\nENDS\n\nLighthouse goes dark at Fenwick\n\n9/7/2022\n\n{THIRD}\n\n{FOURTH}") == HEADLINES
    )


def test_wrapped_wires_that_only_their_sign_off_parts() -> None:
    take = "    {}, March 11 - The port said on Tuesday that it will raise its\ndues for large ships, and not before the spring.\n    It gave no reason.\n Reuter\n"
    articles_ = read(take.format("PORT VELL") + take.format("FENWICK"))
    assert [article.dateline_place for article in articles_] == ["PORT VELL", "FENWICK"]
    assert [article.sign_off for article in articles_] == [("Reuter",), ("Reuter",)]


def test_web_stories_without_bylines_are_parted_by_a_rule_as_wide_as_a_page() -> None:
    plain = [
        f"{title}\n\n{lead}\n\n{more}"
        for title, lead, more in zip(HEADLINES, (LEAD, THIRD), (SECOND, FOURTH), strict=True)
    ]
    assert headlines(f"\n\n{'=' * 60}\n\n".join(plain)) == HEADLINES


def test_three_articles_of_an_export_that_numbers_them() -> None:
    one = "{} of 3 DOCUMENTS\n\nThe Harbour Post\n\nJuly {}, 2026 Sunday\n\n{}\n\nBYLINE: Ada Bell\n\nLENGTH: 512 words\n\n{}\n\nLANGUAGE: ENGLISH\n\n"
    found = read(
        "".join(
            one.format(number, number + 10, title, story)
            for number, title, story in (
                (1, HEADLINES[0], LEAD),
                (2, HEADLINES[1], THIRD),
                (3, "Gulls leave the pier at last", SECOND),
            )
        )
    )
    assert [str(article.content_date) for article in found] == ["2026-07-11", "2026-07-12", "2026-07-13"]
    assert [body(article) for article in found] == [[LEAD], [THIRD], [SECOND]]
    assert {article.bylines for article in found} == {("Ada Bell",)}


def test_an_export_that_names_its_fields_and_says_where_each_document_ends() -> None:
    one = "HEADLINE: {}\nSECTION: World\nBYLINE: Ada Bell\nLENGTH: 212 words\n\n{}\n{}\n\nEnd of Document\n\n"
    found = read(one.format(HEADLINES[0], LEAD, SECOND) + one.format(HEADLINES[1], THIRD, FOURTH))
    assert [article.headline for article in found] == HEADLINES
    assert [article.section for article in found] == ["World", "World"]
    assert [body(article) for article in found] == [[LEAD, SECOND], [THIRD, FOURTH]]


def test_a_mailbox_of_releases_is_an_article_a_message() -> None:
    mail = "From desk@example.org Sun Jul 12 10:00:00 2026\nFrom: Harbour Desk <desk@example.org>\nTo: press@example.org\nSubject: {}\nDate: Sun, 12 Jul 2026 10:00:00 +0000\n\n{}\n{}\n\n"
    found = read(mail.format(HEADLINES[0], LEAD, SECOND) + mail.format(HEADLINES[1], THIRD, FOURTH))
    assert [article.headline for article in found] == HEADLINES
    assert [body(article) for article in found] == [[LEAD, SECOND], [THIRD, FOURTH]]


@pytest.mark.parametrize(
    "text",
    [
        f"{DUES}\n\n{RULE}\n\nCorrection: an earlier version of this story gave a wrong name.\n\nPORT VELL, July 12 (MPA) — {THIRD}",
        f"Gulf roundup\n\nLONDON — {LEAD}\n\n___\n\nMORE ON THE STORM\n\nFENWICK — {THIRD}\n\n___\n\nVELL — {SECOND}",
        f"Dues to rise in Vell harbour\n\n{LEAD}\n\nTen years of waiting\n\n{SECOND}\n\n* * *\n\n{THIRD}\n\nWhat comes next for Vell\n\n{FOURTH}",
        f"Storm live: all that happened\n\nBy Ada Bell\n\n10:15 am\n\n{LEAD}\n\n10:40 am\n\nDues rise again\n\n{SECOND}\n\n11:05 am\n\n{THIRD}",
        f"Interview with the harbour master\n\nBELL: {LEAD}\n\nBRANDT: {SECOND}\n\n***\n\nBELL: {THIRD}\n\nBRANDT: {FOURTH}",
        f"News in brief\n\nDues to rise\n\n{LEAD}\n\nLamp goes dark\n\n{THIRD}",
        f"{DUES}\n\n###\n\nAbout the port of Vell\n\n{THIRD}\n\nMedia contact: Ada Bell, press@example.org",
        *(
            f"{HEADLINES[0]}\n\n{LEAD}\n\n{SECOND}\n\n{line}\n\n{HEADLINES[1]}\n\nBy Cy Dorn\n\n{THIRD}\n\n{FOURTH}"
            for line in ("AM/PM", "he/she", "30", "End")
        ),
        f"{DUES}\n\n{RULE}\n\nAda Bell covers ports and ships for the Harbour Post and lives in Vell with two dogs and a gull.",
    ],
)
def test_what_is_one_article_stays_one(text: str) -> None:
    assert len(read(text)) == 1


def test_a_part_without_a_story_stays_with_its_neighbour_as_boilerplate() -> None:
    cover, last = "Press review of the port\n\nDocument 1 of 2\n\n", "\n\nDocument 2 of 2\n\nShare\n\nAdvertisement\n"
    (article,) = read(cover + DUES + last)
    assert article.headline == HEADLINES[0]
    tail = [
        article.slice(segment)
        for segment in article.segments
        if segment.char_start > article.spans("body")[-1].char_end
    ]
    assert tail == ["Document 2 of 2", "Share", "Advertisement"]


def test_together_the_articles_hold_the_whole_document_in_order() -> None:
    text = f"{DUES}\n\nab/cd\n\n{RULE}\n\n{LAMP}\n\nEND\n\n{DUES}"
    segments = [segment for article in read(text) for segment in article.segments]
    assert [segment.char_start for segment in segments] == sorted(segment.char_start for segment in segments)
    assert "".join("".join(text[s.char_start : s.char_end].split()) for s in segments) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Breaking", "a line of one word without an end, which may be a headline"),
        ("Dues to rise in Vell harbour", "a line of 6 words without an end, which may be a headline"),
        ("Dues to rise in Vell harbour\n\nDues to rise in Vell", "repeats the headline"),
        ("Related Articles\n\nShare\n\nAdvertisement\n", "none of 3 lines is a paragraph of a story"),
    ],
)
def test_a_headline_alone_is_no_article_and_the_reason_says_so(text: str, detail: str) -> None:
    assert reject(text).endswith(detail)


@pytest.mark.parametrize(
    "text",
    ["Dues rise\n\nThe port raised them.", "PORT VELL, July 12 (MPA) — Dues will rise.", "Dues will rise in Vell.\n"],
)
def test_a_brief_of_one_sentence_is_an_article(text: str) -> None:
    assert len(read(text)) == 1


WIRE = """r f BC-Vell-Dues 1stLd-Writethru a1234 07-12 0540
^BC-Vell-Dues,1st Ld-Writethru,540<
^Dues to rise in Vell harbour<
^Eds: Updates with quotes from the council.<
^By ADA BELL=
^Gulf Press Writer=
PORT VELL (MPA) _ {}
{}
AP-NY-07-12-26 0540EDT<
"""


def test_the_header_of_a_wire_is_boilerplate_and_its_headline_is_found() -> None:
    (article,) = read(WIRE.format(LEAD, SECOND))
    assert article.headline == HEADLINES[0]
    assert article.bylines == ("ADA BELL",)
    assert article.dateline_place == "PORT VELL"
    assert body(article) == [LEAD, SECOND]
    kinds = {article.slice(segment): segment.kind for segment in article.segments}
    assert kinds["r f BC-Vell-Dues 1stLd-Writethru a1234 07-12 0540"] == "boilerplate"
    assert kinds["Eds: Updates with quotes from the council."] == "editor_note"


@pytest.mark.parametrize(
    "line", ["gul0712 3 pl 155  mpa 0456", "vlx318 3 e 145 harbb   mpa 027", "090954 GMT Jul 26", "091223 dec 18", "(540 words)",
             "Page 1 of 3", "End of Document", "Document 3 of 12", "BC-Vell--Dues,1st Ld-Writethru,540"],
)  # fmt: skip
def test_desk_lines_are_known_by_their_form(line: str) -> None:
    assert header_lines(paragraphs(f"{line}\n\n{HEADLINES[0]}\n\n{LEAD}\n"))[0] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Editor resigns after row",
        "More ships for Vell",
        "11 dead in storm",
        "Note: the port is shut.",
        "To sail or not to sail",
    ],
)
def test_headlines_are_no_desk_lines(line: str) -> None:
    assert not header_lines(paragraphs(f"{line}\n\n{LEAD}\n"))


def test_two_messages_of_a_wire_line_are_two_articles() -> None:
    message = "\x01vlx318 3 e 145 harbb   mpa 027\r\n\r\nVell-ports/\r\n\x02{} =\r\n\r\n   Port Vell (MPA) - {}\r\n\r\n\x03090954 GMT Jul 26\r\n\x04"
    assert headlines(message.format(HEADLINES[0], LEAD) + message.format(HEADLINES[1], THIRD)) == HEADLINES


def test_the_first_line_of_a_wrapped_text_is_no_headline() -> None:
    text = (
        "The bell of the chapel at Upper Fenwick rang on Sunday for\nBrandt's wedding, for the first time since it was taken down\n"
        "to make room for a lookout.\n\nIt had been in a barn all along, and three generations of a\nfarming family had kept sheep dip in it.\n"
    )
    (article,) = read(text)
    assert article.headline is None
    assert [paragraph.split()[-1] for paragraph in body(article)] == ["lookout.", "it."]


def test_an_indent_that_all_lines_have_parts_no_paragraphs() -> None:
    text = (
        "    The port of Vell will raise its dues for large ships next\n    spring, the harbour master said on Tuesday.\n"
        "        Shipping firms called the plan unfair and asked the\n    council to think again.\n"
    )
    assert [block.text.split()[-1] for block in paragraphs(text)] == ["Tuesday.", "again."]


def test_lines_that_were_glued_together_do_not_hide_that_a_text_is_wrapped() -> None:
    lines = [
        "PORT VELL (MPA) - Harbour master Zoë Brandt on Friday called", "for a new set of dues for the large ships of the gulf,",
        "perhaps with a single price for each berth, following the", "collapse this month of two firms.  The dues had not kept pace with what the harbour costs the",
        "town, she said, with small boats paying as much as some of", "the ferries, and the liners less than either of them in the",
        "summer months of the year.",
    ]  # fmt: skip
    assert [block.text for block in paragraphs("\n".join(lines))] == ["\n".join(lines)]


def test_a_line_a_paragraph_is_not_taken_for_wrapped() -> None:
    lines = [
        "Dues rise in Vell and the council is divided",
        "iPhones washed ashore at Fenwick on Sunday",
        "Gulls take over the square",
    ]
    assert [block.text for block in paragraphs("\n".join(lines))] == lines


@pytest.mark.parametrize(
    "text", ["-" * 40 + "\n" + "Dues rise again today\n", "ab/cd\n", "By Ada Bell\n", "1 of 9 DOCUMENTS\n", "Subject: x\nTitle: y\n", "PORT VELL (MPA) — x\n"]
)  # fmt: skip
def test_splitting_takes_linear_time(text: str) -> None:
    blocks = paragraphs(text * 40_000)
    begun = time.process_time()
    found = articles(text * 40_000, blocks)
    assert time.process_time() - begun < 4
    assert found[-1].stop == len(blocks)
