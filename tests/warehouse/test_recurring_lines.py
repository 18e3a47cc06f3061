"""Which lines of invented articles the refresh takes for boilerplate, because they recur, and which it leaves alone."""

from collections.abc import Sequence
from hashlib import sha256

import duckdb
import pytest
from invented import Rows, Stage

from transforms.records import identifier
from warehouse.ledger import recurring_lines
from warehouse.load import load_batch
from warehouse.refresh import refresh

LINK = "Read on about the night ferry"
SENTENCE = "The record of the council lies open to readers in the hall on the north quay."
POST = "The Harbour Post"

Line = tuple[str, str]  # kind of segment, line


def paragraph(number: int) -> Line:
    """A paragraph of the story that no other article has."""
    return (
        "body",
        f"Paragraph {number} says at some length what the council of Karstvik spent {number} crowns on, and for whom it did so.",
    )


def article(number: int, *lines: Line, **more: str) -> Rows:
    """An article of the given lines, each a segment; `source`, `headline`, `path` and `version_no` may be given."""
    text = "\n\n".join(line for _, line in lines)
    digest = sha256(text.encode()).hexdigest()
    article_id, document_id = identifier(digest[:16], 1), digest[:16]
    starts = [sum(len(line) + 2 for _, line in lines[:n]) for n in range(len(lines))]
    spans = zip(lines, starts, strict=True)
    titled = {"source": more.get("source", POST), "headline": more.get("headline", f"Council spends {number}")}
    ledger = {"path": more.get("path", f"{number}.txt"), "version_no": int(more.get("version_no", "1"))}
    return {
        "files": [ledger | {"document_id": document_id, "sha256": digest, "status": "current", "extractor_version": "one"}],
        "documents": [{"document_id": document_id, "sha256": digest, "encoding": "utf-8", "text": text}],
        "articles": [{"article_id": article_id, "document_id": document_id, "article_no": 1, "date_precision": "none"} | titled],
        "segments": [
            {"article_id": article_id, "segment_no": n, "kind": kind, "char_start": start, "char_end": start + len(line)}
            for n, ((kind, line), start) in enumerate(spans, 1)
        ],
    }  # fmt: skip


def story(number: int, *foot: Line, **more: str) -> Rows:
    """An article of four paragraphs of its own, and what is given below them."""
    return article(number, *(paragraph(10 * number + n) for n in range(4)), *foot, **more)


@pytest.fixture
def learn(con: duckdb.DuckDBPyConnection, stage: Stage) -> "Learn":
    return Learn(con, stage)


class Learn:
    """Loads articles and gives the lines that were learned from them: all that have come so far."""

    def __init__(self, con: duckdb.DuckDBPyConnection, stage: Stage) -> None:
        self.con, self.stage = con, stage

    def __call__(self, articles: Sequence[Rows]) -> dict[str, list[str]]:
        load_batch(self.con, self.stage(*articles))
        refresh(self.con)
        return recurring_lines(self.con)


def test_a_call_below_three_stories_is_learned_for_its_source(learn: Learn) -> None:
    assert learn([story(n, ("body", LINK)) for n in range(2)]) == {}
    assert learn([story(n, ("body", LINK), source="The Fenland Echo") for n in range(5, 7)]) == {}
    assert learn([story(8, ("body", LINK))]) == {POST: [LINK]}
    assert learn.con.execute("FROM recurring_lines").fetchall() == [(POST, LINK, 3, 3, 3)]


@pytest.mark.parametrize("white", ["\t", " \t ", "\x0b", "\x0c", "\u3000", "\u1680"])
def test_white_space_around_a_line_is_no_part_of_it(learn: Learn, white: str) -> None:
    rows = [story(n, ("body", LINK)) for n in range(3)]
    for part in rows:
        text = part["documents"][0]["text"]
        part["documents"][0]["text"] = text.replace(LINK, white + LINK + white)
        part["segments"][-1]["char_start"] += len(white)
        part["segments"][-1]["char_end"] += len(white)
    assert learn(rows) == {POST: [LINK]}


def test_articles_of_unknown_source_are_one_source(learn: Learn) -> None:
    rows = [story(n, ("body", LINK)) for n in range(3)]
    for part in rows:
        part["articles"][0]["source"] = None
    assert learn(rows) == {"": [LINK]}


def test_a_line_that_is_read_as_boilerplate_stays_known(learn: Learn) -> None:
    merged = "Read on about the day ferry\n" + LINK
    assert learn([story(n, ("boilerplate", merged)) for n in range(3)]) == {POST: ["Read on about the day ferry", LINK]}
    assert learn.con.execute("SELECT DISTINCT n_in_body FROM recurring_lines").fetchall() == [(0,)]


def test_a_sentence_needs_five_stories_and_its_place_below_them(learn: Learn) -> None:
    assert learn([story(n, ("body", SENTENCE)) for n in range(4)]) == {}
    assert learn([story(4, ("body", SENTENCE))]) == {POST: [SENTENCE]}


def test_background_between_paragraphs_is_story(learn: Learn) -> None:
    assert learn([story(n, ("body", SENTENCE), paragraph(1_000 + n)) for n in range(8)]) == {}


def test_a_long_call_between_paragraphs_is_learned_where_it_is_no_sentence(learn: Learn) -> None:
    call = "Write to us about the night ferry at ferry@harbourpost.example"
    assert learn([story(n, ("body", call), paragraph(1_000 + n)) for n in range(5)]) == {POST: [call]}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(("body", "Ilse Marrow"), id="a name"),
        pytest.param(("body", "Tobias Quent, Karstvik Correspondent"), id="a name and a title"),
        pytest.param(("crosshead", "Background"), id="a crosshead"),
        pytest.param(("byline", "By the staff of the night desk"), id="a byline"),
        pytest.param(("section", "News from the north quay"), id="a section"),
        pytest.param(("sign_off", "written by im, edited by tq"), id="a sign-off"),
        pytest.param(("body", "and of the ferry to the north quay"), id="the rest of a broken paragraph"),
        pytest.param(("body", "“We will pay for the ferry and for nothing else”"), id="a quotation"),
        pytest.param(("body", "The trial of the ferryman continues."), id="a short sentence"),
        pytest.param(("body", "Sales in mln vs a year ago"), id="a row of a table that few articles share"),
    ],
)
def test_what_is_of_the_story_is_never_learned(learn: Learn, line: Line) -> None:
    n_others = 60 if "vs" in line[1] else 0
    others = [story(n) for n in range(100, 100 + n_others)]
    assert learn([*(story(n, line) for n in range(3 if n_others else 6)), *others]) == {}


def test_a_line_of_a_wrapped_paragraph_is_none_of_its_own(learn: Learn) -> None:
    assert learn([story(n, ("body", f"{LINK}\nand of the {n} others.")) for n in range(6)]) == {}


def test_updates_of_one_story_teach_nothing(learn: Learn) -> None:
    shared = [("body", f"{SENTENCE} Room {n} is for those who want to read it in peace and quiet.") for n in range(3)]
    updates = [article(n, paragraph(n), paragraph(100 + n), *shared) for n in range(6)]
    assert learn(updates) == {}


def test_reprints_under_one_headline_are_one_story(learn: Learn) -> None:
    assert learn([story(n, ("body", LINK), headline="Night ferry sails") for n in range(4)]) == {}


def test_versions_of_a_file_are_one_article(learn: Learn) -> None:
    assert learn([story(n, ("body", LINK), path="a.txt", version_no=str(n)) for n in range(1, 5)]) == {}


def test_offsets_count_code_points_after_blank_and_indented_lines(learn: Learn) -> None:
    rows = []
    for number in range(3):
        part = story(number, ("body", LINK))
        before = "\n\n    👩‍💻 ñ\n  \n"
        part["documents"][0]["text"] = before + part["documents"][0]["text"]
        for segment in part["segments"]:
            segment["char_start"] += len(before)
            segment["char_end"] += len(before)
        rows.append(part)
    assert learn(rows) == {POST: [LINK]}
