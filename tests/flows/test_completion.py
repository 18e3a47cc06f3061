"""What the shell offers at the cursor, told by the words around it."""

import time

import pytest

from flows.completion import suggestions

KNOWN = {
    "top_speakers": ("rank", "speaker", "quotes"),
    "current_quotes": ("quote_id", "speaker", "source"),
    "articles": ("article_id", "source", "Odd Name", "order"),
}


def offered(text: str) -> list[str]:
    """The words for the cursor, which stands at the sign |."""
    before, after = text.split("|")
    return [one.text for one in suggestions(before, after, KNOWN)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("FROM |", list(KNOWN)),
        ("FROM top|", ["top_speakers"]),
        ("from TOP|", ["top_speakers"]),
        ("SELECT * FROM articles JOIN cur|", ["current_quotes"]),
        ("SELECT * FROM articles, |", list(KNOWN)),
        ("DESCRIBE |", list(KNOWN)),
        ("SELECT t.| FROM top_speakers AS t", ["rank", "speaker", "quotes"]),
        ("SELECT t.s| FROM top_speakers t", ["speaker"]),
        ("SELECT top_speakers.| FROM top_speakers", ["rank", "speaker", "quotes"]),
        (
            "SELECT q.| FROM top_speakers AS t JOIN current_quotes AS q USING (speaker)",
            ["quote_id", "speaker", "source"],
        ),
        ("SELECT a.| FROM top_speakers AS t, articles a WHERE 1", ["article_id", "source", '"Odd Name"', '"order"']),
        ("SELECT x.| FROM top_speakers AS t", []),
        ("SELECT ra| FROM top_speakers", ["rank"]),
        ("SELECT quo| FROM articles", []),
        ("FROM articles; SELECT quot| FROM current_quotes", ["quote_id"]),
        ("SELECT quot| ; FROM current_quotes", ["quotes", "quote_id"]),
        ("SEL|", ["SELECT"]),
        ("sel|", ["select"]),
        ("SELECT * FROM articles WHERE source = 'FROM |", []),
        ("SELECT * FROM articles -- FROM |", []),
        ("SELECT * FROM articles /* FROM |", []),
        ("SELECT 'it''s' FROM |", list(KNOWN)),
        ("SELECT 1 |", []),
        ("|", []),
        ("FROM articles|", []),
    ],
)
def test_what_stands_around_the_cursor_decides(text: str, words: list[str]) -> None:
    assert offered(text) == words


def test_columns_of_what_is_read_come_before_all_else() -> None:
    assert offered("SELECT s| FROM top_speakers")[:2] == ["speaker", "select"]


def test_it_says_how_much_of_what_is_typed_it_takes_the_place_of() -> None:
    (one,) = suggestions("SELECT * FROM cur", "", KNOWN)
    assert (one.text, one.replaces) == ("current_quotes", 3)


@pytest.mark.parametrize("piece", ["a.", "FROM ", "'", "/*", "(", "articles, ", "-- ", '"'])
def test_a_long_paste_is_no_harder(piece: str) -> None:
    began = time.process_time()
    suggestions(piece * (200_000 // len(piece)), "", KNOWN)
    assert time.process_time() - began < 3
