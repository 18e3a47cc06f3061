"""Looking a thing up shows it with its place in the file."""

from pathlib import Path

import duckdb
import pytest
from invented import content, refused, run_row, staged

from transforms.records import identifier
from warehouse.database import open_for_write
from warehouse.errors import NoSingleMatch
from warehouse.ledger import finish_run
from warehouse.load import load_batch
from warehouse.publish import publish
from warehouse.refresh import refresh
from warehouse.show import find, find_in_file, is_identifier
from warehouse.status import Rejected, status

TEXT = "“Yes” Brook, 🙂\nsaid.\nEnd"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show")
    rows = content("b.txt", TEXT)
    rows["quotes"][0] |= {"char_start": 15, "char_end": 20, "content": "said.", "cue_class": "neutral"}
    rows["quotes"][0] |= {"channel": "interview", "addressee_text": "the Post", "attribution_signals": "cue say +1.2"}
    twins = content("c.txt", "Lorem ipsum")
    twins["quotes"] = [twins["quotes"][0] | {"quote_id": f"abcdef{n:010}"} for n in range(2)]
    pair = content("d/pair.txt", "First. Second.")
    document = pair["documents"][0]["document_id"]
    pair["mentions"] = []
    second = {"article_id": identifier(document, 2)}
    pair["articles"].append(pair["articles"][0] | second | {"article_no": 2})
    pair["segments"].append(pair["segments"][0] | second | {"char_start": 7})
    pair["segments"][0]["char_end"] = 6
    with open_for_write(folder / "work.duckdb") as con:
        finish_run(con, run_row(status="completed", n_seen=4, n_new=3, n_rejected=1))
        load_batch(con, staged(folder / "1", rows, content("a.txt", TEXT), twins, pair, refused("empty.txt")))
        load_batch(con, staged(folder / "2", content("a.txt", "Later, Brook", 2)))
        refresh(con)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


def test_a_quote_is_shown_with_its_line_and_the_words_around(published: Path) -> None:
    with duckdb.connect(str(published), read_only=True) as con:
        quote_id = con.execute("SELECT quote_id FROM quotes WHERE content = 'said.'").fetchall()[0][0]
    found = find(published, quote_id[:8].upper())
    [place] = found.places
    assert (found.kind, found.identifier, found.row["content"]) == ("quote", quote_id, "said.")
    assert (place.line, place.before, place.text, place.after) == (2, TEXT[:15], "said.", "\nEnd")
    assert place.paths == ("b.txt", "a.txt")
    framing = [found.row[name] for name in ("cue_class", "channel", "addressee_text", "attribution_signals")]
    assert framing == ["neutral", "interview", "the Post", "cue say +1.2"]


def test_an_article_is_shown_with_its_whole_span(published: Path) -> None:
    with duckdb.connect(str(published), read_only=True) as con:
        article_id = con.execute("SELECT article_id FROM current_articles WHERE path = 'b.txt'").fetchall()[0][0]
    found = find(published, article_id)
    [place], [piece] = found.places, found.segments
    assert (place.line, place.text) == (1, TEXT)
    assert (piece.kind, piece.char_start, piece.text, piece.quotes) == ("body", 0, TEXT, [(0, 5)])


@pytest.mark.parametrize(
    ("given", "absolute"), [("a.txt", "/b/a.txt"), ("../b/a.txt", "/b/a.txt"), ("./a.txt", "a.txt")]
)
def test_a_file_is_shown_by_its_articles_of_today(published: Path, given: str, absolute: str) -> None:
    [found] = find_in_file(published, given, absolute)
    assert [place.text for place in found.places] == ["Later, Brook"]
    assert found.places[0].paths == ("a.txt",)


@pytest.mark.parametrize(
    ("given", "said"), [("no.txt", "not an identifier, nor a file"), ("empty.txt", "gave no article")]
)
def test_a_file_without_articles_is_an_error(published: Path, given: str, said: str) -> None:
    with pytest.raises(NoSingleMatch, match=said):
        find_in_file(published, given, f"/b/{given}")


def test_names_of_files_are_no_identifiers() -> None:
    assert is_identifier("abCdef01")
    assert not any(map(is_identifier, ["abcde", "abcdef.txt", "a/abcdef01", "0" * 17]))


def test_an_entity_is_shown_with_where_it_is_named(published: Path) -> None:
    found = find(published, identifier("PERSON", "ada brook"))
    assert (found.kind, found.row["canonical_name"]) == ("entity", "Ada Brook")
    assert [place.text for place in found.places] == [", Bro", " Broo", " ipsu"]


@pytest.mark.parametrize("wanted", ["", "abc", "zzzzzzzz", "'; DROP TABLE quotes; --", "%%%%%%%%", "ffffffff"])
def test_what_names_nothing_is_an_error(published: Path, wanted: str) -> None:
    with pytest.raises(NoSingleMatch):
        find(published, wanted)


def test_several_candidates_are_named(published: Path) -> None:
    with pytest.raises(NoSingleMatch, match="quote abcdef0000000000, quote abcdef0000000001"):
        find(published, "abcdef")


def test_status_counts_tables_and_names_the_rejects_of_the_last_run(published: Path) -> None:
    now = status(published)
    assert (now.tables["documents"], now.tables["files"], now.tables["runs"]) == (4, 6, 1)
    assert now.last_run == run_row(status="completed", n_seen=4, n_new=3, n_rejected=1)
    assert now.rejects == [Rejected("empty.txt", "empty", "0 bytes")]
