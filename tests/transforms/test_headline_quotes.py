"""Whose the marked words of a headline are."""

import pytest
from analysed import read

BODY = "Anna Holt, the mayor, opened the meeting on Tuesday. Holt said the pier would stay closed."


@pytest.mark.parametrize(
    ("headline", "marked", "speaker", "kind"),
    [
        ("‘Not again,’ says Holt", "Not again,", "Holt", "named_person"),
        ("Anna Holt says pier is ‘not ready’", "not ready", "Anna Holt", "named_person"),
        ("Anna Holt has slammed ‘very slow’ council", "very slow", "Anna Holt", "named_person"),
        ("Anna Holt on ferry strike: 'too many people left behind'", "too many people left behind", "Anna Holt", "named_person"),
        ("Council ‘not ready’ for winter – Holt", "not ready", "Holt", "named_person"),
        ("“No deal before Friday”: minister", "No deal before Friday", "minister", "unnamed"),
        ("Minister: ‘No deal before Friday’", "No deal before Friday", "Minister", "unnamed"),
        ("Police: ‘Stay at home’", "Stay at home", "Police", "organisation"),
        ("‘We are ruined,’ say fishermen", "We are ruined,", "fishermen", "unnamed"),
    ],
)  # fmt: skip
def test_the_speaker_stands_at_a_colon_or_beside_a_verb(headline: str, marked: str, speaker: str, kind: str) -> None:
    quote = read(BODY, headline).quotes[0]

    assert (quote.in_segment, quote.verbatim) == ("headline", marked)
    assert (quote.speaker.text, quote.speaker.kind) == (speaker, kind)


def test_the_verb_is_the_cue() -> None:
    found = read(BODY, "Anna Holt says pier is ‘not ready’")

    assert found.article.text[slice(*(found.quotes[0].cue or (0, 0)))] == "says"
    assert found.quotes[0].type == "mixed"


@pytest.mark.parametrize(
    "headline",
    [
        "Star of ‘The Far Pier’ dies at 90",
        "Actor praises ‘The Far Pier’ in interview",
        "‘Ready’ or ‘not’: how the port sees winter",
    ],
)
def test_titles_and_mere_expressions_are_nobodys_words(headline: str) -> None:
    assert "headline" not in {quote.in_segment for quote in read(BODY, headline).quotes}


@pytest.mark.parametrize(
    ("headline", "content", "speaker", "kind"),
    [
        ("Anna Holt says pier will stay shut", "pier will stay shut", "Anna Holt", "named_person"),
        ("Anna Holt Says Pier Will Stay Shut In The U.S.", "Pier Will Stay Shut In The U.S.", "Anna Holt", "named_person"),
        ("Anna Holt says 20,000 crates were lost", "20,000 crates were lost", "Anna Holt", "named_person"),
        ("Storm grows as Anna Holt urges crews to stay ashore", "crews to stay ashore", "Anna Holt", "named_person"),
        ("Anna Holt tells fishermen they must wait", "they must wait", "Anna Holt", "named_person"),
        ("Anna Holt calls for new ferry line after storm", "new ferry line", "Anna Holt", "named_person"),
        ("Anna Holt: Pier will stay shut", "Pier will stay shut", "Anna Holt", "named_person"),
        ("Anna Holt on ferries: Pier will be next", "Pier will be next", "Anna Holt", "named_person"),
        ("Harbour to close for winter: mayor", "Harbour to close for winter", "mayor", "unnamed"),
        ("Harbour will close for winter, mayor says", "Harbour will close for winter", "mayor", "unnamed"),
        ("Raiders strike harbour office, mayor says boats are safe", "boats are safe", "mayor", "unnamed"),
        ("Council meets again, Anna Holt says pier report claims were wrong", "pier report claims were wrong", "Anna Holt", "named_person"),
        ("Poll: most want longer pier", "most want longer pier", "Poll", "document"),
        ("Police warn crews that storm may return", "that storm may return", "Police", "organisation"),
    ],
)  # fmt: skip
def test_a_plain_report_is_an_indirect_quote(headline: str, content: str, speaker: str, kind: str) -> None:
    found = read(BODY, headline)
    quote = next(quote for quote in found.quotes if quote.in_segment == "headline")

    assert (quote.type, found.article.text[quote.char_start : quote.char_end]) == ("indirect", content)
    assert (quote.speaker.text, quote.speaker.kind) == (speaker, kind)


@pytest.mark.parametrize(
    "headline",
    [
        "Campaign for Anna Holt says nothing new",
        "Man who sued Anna Holt says pier is safe",
        "Anna Holt says no to longer pier",
        "Anna Holt reports loss of two boats",
        "Anna Holt was told to wait",
        "Nine things Anna Holt has said about piers",
        "Anna Holt to say goodbye to council",
        "Anna Holt: a life by the sea",
        "Anna Holt: is the pier safe?",
        "If Anna Holt says so, it is true",
        "Ferries: what we know so far",
        "Anna Holt your time is running out, say fishermen, crews",
    ],
)
def test_what_may_be_no_report_is_left_out(headline: str) -> None:
    assert "headline" not in {quote.in_segment for quote in read(BODY, headline).quotes}


def test_marked_words_belong_to_the_report_around_them() -> None:
    found = read(BODY, "Anna Holt says ‘very slow’ council must act")
    quotes = [quote for quote in found.quotes if quote.in_segment == "headline"]

    assert [(quote.type, quote.verbatim) for quote in quotes] == [("mixed", "very slow")]
    assert found.article.text[quotes[0].char_start : quotes[0].char_end] == "‘very slow’ council must act"


def test_a_reported_clause_may_end_in_marks() -> None:
    found = read(BODY, "Harbour closed for ‘whole winter,’ mayor says")
    quote = found.quotes[0]

    assert found.article.text[quote.char_start : quote.char_end] == "Harbour closed for ‘whole winter,’"


def test_who_scolds_another_is_the_speaker() -> None:
    quote = read(f"{BODY} Ana Ruiz listened.", "Anna Holt scolds Ana Ruiz: ‘You are very late’").quotes[0]

    assert quote.speaker.text == "Anna Holt"
