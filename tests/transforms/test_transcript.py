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
    ],
)
def test_a_label_that_names_nobody_or_stands_alone_makes_no_transcript(text: str) -> None:
    assert "transcript" not in {quote.form for quote in read(text).quotes}
