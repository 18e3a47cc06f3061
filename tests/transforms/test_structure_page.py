"""Rendered web pages: what of their lines is the article."""

import pytest
from test_structure_article import body, read

from transforms.structure.cues import line_kind
from transforms.structure.header import is_section
from transforms.structure.interface import PAGE, PLAIN, signs
from transforms.structure.page import page_kinds
from transforms.structure.paragraphs import paragraphs
from transforms.structure.shape import is_crosshead, is_shouted

MENU = ["Home", "News", "Harbour", "Ferries", "Sport", "Weather", "Jobs", "Log in", "Subscribe"]
STORY = [
    "The port of Vell will close its old ferry terminal in October, harbour master Zoë Brandt said on Monday, after an inspection found rust in its piers.",
    "The terminal, which opened in 1961, served the islands of Gull and Marsh for two generations before the new quay was built.",
    "Brandt told reporters in Vell that ferries to Gull would leave from the fish market until the spring, and that Marsh would get a bus.",
    "Islanders on Gull have asked the port for a waiting room at the market, where there is neither a roof nor a bench.",
]
FOOT = ["Contact us", "Privacy policy", "Terms of use", "Advertise", "Back to top"]


def page(*lines: str) -> str:
    return "\n".join([*MENU, "Old ferry terminal in Vell to close", *lines, *FOOT])


def test_a_page_is_told_from_a_story_with_crossheads() -> None:
    story = paragraphs("\n".join(["Old ferry terminal to close", STORY[0], "A bus for Marsh", *STORY[1:]] * 3))
    rendered = paragraphs(page(*STORY))

    assert page_kinds(story, ["body"] * len(story)) is None
    assert page_kinds(rendered, [line_kind(block.text) or "body" for block in rendered]) is not None


def test_the_byline_under_the_standfirst_begins_the_story() -> None:
    standfirst = "Passengers to the islands of Gull and Marsh must leave from the fish market until the spring."
    article = read(
        page(standfirst, "Author of the article:", "Ada Bell", "Published July 13, 2026", "3 minute read", *STORY)
    )

    assert (article.headline, article.subhead) == ("Old ferry terminal in Vell to close", standfirst)
    assert article.bylines == ("Ada Bell",)
    assert str(article.content_date) == "2026-07-13"
    assert body(article) == STORY


def test_calls_to_the_reader_between_the_paragraphs_are_no_story() -> None:
    calls = [
        "Get the harbour newsletter in your inbox every Friday.",
        "The harbour newsletter did not go out to you. Please try again",
        "Open your account or log in and the rest of the tide tables is yours.",
    ]
    article = read(page(STORY[0], calls[0], STORY[1], *calls[1:], *STORY[2:]))

    assert body(article) == STORY


def test_comments_under_the_story_are_no_story() -> None:
    comments = [
        "gullwatcher",
        "2 hours ago",
        "The old terminal was a disgrace and I am glad that they finally close it after all these years.",
        "marshboy",
        "3 hours ago",
        "A bus! My grandmother took the ferry when the bus was still a horse and a cart, she says hello.",
        "tide table",
        "5 hours ago",
        "Has anybody asked the people of Gull what they think of standing at the fish market in January?",
    ]
    assert body(read(page(*STORY, *comments))) == STORY


def test_teasers_under_the_story_are_no_story() -> None:
    teasers = [
        "Marina dredging starts a year late",
        "A dispute over where to put the sand has kept the dredgers in their berth since last autumn, the builder says.",
        "Two hurt as crane topples at yard",
        "The crane fell on an empty barge shortly before the morning shift began its work, the yard said in a note.",
        "Herring are back in the inner bay",
        "Fishermen have landed more herring in a week than in the whole of the last season, the cooperative says.",
    ]
    assert body(read(page(*STORY, *teasers))) == STORY


def test_a_picture_s_alternate_text_is_no_story() -> None:
    caption = "Passengers wait at the fish market on Monday."

    assert body(read(page(STORY[0], caption, caption, *STORY[1:]))) == STORY


def test_a_story_goes_on_below_a_long_list_of_links() -> None:
    links = [
        f"{word} in Vell" for word in "Eat Drink Sail Swim Walk Row Fish Sing Dance Rest Shop Meet Read".split()
    ] * 2
    more = [
        "In Vell, Brandt showed the rust of the Gull terminal to reporters on Monday and broke a piece off with her hand.",
        "The Gull and Marsh ferries carried 41,000 passengers from the old terminal last year, the port of Vell said.",
        "Brandt said that the islanders of Gull would get their bench, and that Marsh would have to wait for its roof.",
    ]
    assert body(read(page(*STORY, *links, *more)))[-3:] == more


@pytest.mark.parametrize(
    "line",
    [
        "By registering you allow us to send the harbour newsletter.",
        "We sent the tide letter on Friday. Please look for it in your spam folder.",
        "Please sign in, then bookmark the tide tables.",
        "Unlimited online access with one account, and our newsletters in your inbox.",
    ],
)
def test_sentences_that_speak_to_the_reader_have_two_signs(line: str) -> None:
    assert signs(line) >= PAGE


@pytest.mark.parametrize(
    "line",
    [
        "The union signed up 400 dockers in a week.",
        "The islands account for half of the port's income.",
        "“You can subscribe to that theory if you like,” Brandt said of her newsletter.",
        "The newsletter was founded by two fishermen in 1950.",
    ],
)
def test_news_about_subscriptions_speaks_to_nobody(line: str) -> None:
    assert signs(line) < PLAIN


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2026-07-13", "date"),
        ("Published July 13, 2026", "date"),
        ("Story Continued Below", "boilerplate"),
        ("This story is more than 3 years old", "boilerplate"),
        ("4 weeks ago", "boilerplate"),
        ("1783339200000123456789012", "boilerplate"),
        ("JUST WATCHED Ferry hits pier Replay More Videos ... 02:29", "boilerplate"),
        ("- Follow the Ticker on Twitter: @ticker", "boilerplate"),
        ("Still open:The harbour is dredged at last", "boilerplate"),
        ("CLOSE Passengers wait at the fish market on Monday.", "caption"),
        ("Passengers wait at the fish market. Ada Bell for The Harbour Post", "caption"),
        ("The talks turned to one topic: trade policy", None),
        ("She had one answer: no.", None),
        ("By Ada Bell July 13, 2026", None),
    ],
)
def test_lines_say_by_their_own_words_what_they_are(line: str, kind: str | None) -> None:
    assert line_kind(line) == kind


@pytest.mark.parametrize(
    ("label", "title", "is_one"),
    [
        ("World", "Old ferry terminal in Vell to close", True),
        ("Race And Ferries", "Old ferry terminal in Vell to close", True),
        ("Anna Holt", "Harbour master of Vell speaks of rust and of benches", False),
        ("How Brandt won", "The harbour vote: how Zoë Brandt won", False),
    ],
)
def test_a_section_is_a_label_above_the_headline(label: str, title: str, *, is_one: bool) -> None:
    assert is_section(label, title) is is_one


def test_an_agency_alone_under_the_headline_is_its_byline() -> None:
    article = read("\n".join(["Old ferry terminal in Vell to close", "Associated Press", *STORY]))

    assert article.agency == "Associated Press"
    assert body(article) == STORY


def test_a_sentence_above_a_byline_is_the_headline() -> None:
    title = "The old ferry terminal of Vell was built for ten summers, stood for sixty, and now it will close."
    article = read("\n".join([title, "By Ada Bell", *STORY]))

    assert (article.headline, article.bylines) == (title, ("Ada Bell",))


def test_what_ends_on_a_function_word_goes_on_in_the_next_paragraph() -> None:
    assert is_crosshead("A bus for Marsh")
    assert is_crosshead("‘No bench’")
    assert not is_crosshead("Brandt believes that")


def test_a_link_is_shouted_and_a_row_of_a_table_is_not() -> None:
    assert is_shouted("VIDEO SHOWS CRANE TOPPLING OVER AT YARD IN VELL")
    assert not is_shouted("VELL 3.15 3.25 2.918 GULL 4.1 4.3 4.6")
    assert not is_shouted("A NEW START")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("SHARE THIS STORY WITH YOUR FRIENDS", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("COPYRIGHT 2026 THE HARBOUR POST", "boilerplate"),
        ("IMAGE COPYRIGHT The Harbour Post", "caption"),
        ("FOLLOW ADA BELL ON TWITTER", "boilerplate"),
    ],
)
def test_lines_say_so_in_any_case_of_letters(line: str, kind: str) -> None:
    assert line_kind(line) == line_kind(line.lower()) == kind
