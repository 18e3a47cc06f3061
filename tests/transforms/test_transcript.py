"""Transcripts: labelled turns without quotation marks."""

import pytest
from analysed import read

TRANSCRIPT = """Anna Holt met passengers at the terminal on Thursday. Peter Whitlock asked the first question.
HOLT: Good afternoon. The ferry came in at eleven knots.
WHITLOCK: Was the ship's own radar working?
HOLT: One set was working. The other had been switched off."""


def test_turns_of_a_transcript_are_direct_quotes_without_marks() -> None:
    found = read(TRANSCRIPT)

    assert found.said() == [
        ("Good afternoon. The ferry came in at eleven knots.", "Anna Holt"),
        ("Was the ship's own radar working?", "Peter Whitlock"),
        ("One set was working. The other had been switched off.", "Anna Holt"),
    ]
    assert {(quote.type, quote.form) for quote in found.quotes} == {("direct", "transcript")}


@pytest.mark.parametrize(
    "text",
    [
        "Note: the pier is closed.\nUpdate: it opened again.",
        "HOLT: I have a boat.\nThe rest of the story has no label.",
        "UPDATE: Are you ready?\nUPDATE: We are.\nRELATED: What you need to know\nRELATED: Your pier",
        "WASHINGTON: You may wait.\nWASHINGTON: We may not.",
        "Photo: Are you there?\nEditor’s note: We were wrong.\nNOTE: Your pier is closed.\nNOTE: Is it?",
        "Anna Holt and Peter Whitlock ran.\nHolt: 45 percent\nWhitlock: 41 percent",
        "What the pier means for you.\nQ: What is a pier?\nA: It is a legal term, and you may know it.",
    ],
)
def test_a_label_that_names_nobody_or_stands_alone_makes_no_transcript(text: str) -> None:
    assert "transcript" not in {quote.form for quote in read(text).quotes}


def turns(text: str, headline: str | None = None) -> list[tuple[str, str | None, str | None]]:
    found = read(text, headline)
    return [
        (found.words(quote), quote.speaker.text, quote.speaker.name)
        for quote in found.quotes
        if quote.form == "transcript"
    ]


def test_a_turn_goes_on_until_the_next_label_and_leaves_out_stage_directions() -> None:
    found = turns(
        TRANSCRIPT.replace(
            "HOLT: One set", "(CROSSTALK)\nIs it working now? [laughter] We were told so.\nHOLT: One set"
        )
    )

    assert found[1][0] == "Was the ship's own radar working? … Is it working now? [laughter] We were told so."
    assert len(found) == 3


def test_a_paragraph_that_names_the_speaker_is_the_newsrooms() -> None:
    found = turns(TRANSCRIPT.replace("HOLT: One set", "Peter Whitlock did not wait for the answer.\nHOLT: One set"))

    assert [words for words, _, _ in found][1] == "Was the ship's own radar working?"


def test_the_answers_of_an_interview_are_those_of_the_person_it_is_with() -> None:
    found = turns(
        "Last week Peter Whitlock sat down for an interview with Anna Holt, the mayor.\n"
        "Q: Will the pier open?\nA: Not before spring.\nWe are waiting for timber.\nQ. And the ferry?\nA. I hope so."
    )

    assert found == [
        ("Will the pier open?", "Q", None),
        ("Not before spring. … We are waiting for timber.", "A", "Anna Holt"),
        ("And the ferry?", "Q", None),
        ("I hope so.", "A", "Anna Holt"),
    ]


def test_roles_titles_and_parties_may_stand_in_a_label() -> None:
    found = turns(
        "Anna Holt and Peter Whitlock met on Thursday in front of voters.\n"
        "MODERATOR: Are you ready?\nSEN. HOLT: We are.\nMODERATOR: Mr. Whitlock?\nWhitlock (D-Ohio): I am."
    )

    assert [(speaker, name) for _, speaker, name in found] == [
        ("MODERATOR", None),
        ("SEN. HOLT", "Anna Holt"),
        ("MODERATOR", None),
        ("Whitlock", "Peter Whitlock"),
    ]
