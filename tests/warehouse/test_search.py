"""Search: what is found, in which order, where it stands, and what happens to the index."""

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import SUBJECTS, press

from warehouse import hits, search_index
from warehouse.ask import read_frame
from warehouse.errors import BadSql, Missing, NoSingleMatch
from warehouse.named import folded
from warehouse.narrow import Filters
from warehouse.search import Found, Search, search
from warehouse.search_index import NoIndex, index_of
from warehouse.snippet import fold, words_of

Find = Callable[..., Found]
FOLDING = duckdb.connect()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return press(tmp_path_factory.mktemp("press") / "it's published.duckdb")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def find(published: Path, said: list[str]) -> Find:
    def found(words: str, **how: Any) -> Found:
        return search(published, Search(words, **how), said.append)

    return found


@pytest.fixture
def without_index(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise NoIndex("no such package")

    monkeypatch.setattr(search_index, "_extension", missing)


def marked(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_word_is_found_in_its_other_forms_and_marked(find: Find) -> None:
    found = find("election")
    assert {kind: part.total for kind, part in found.parts.items()} == {"quote": 12, "article": 12}
    for hit in found.parts["quote"].hits:
        assert marked(hit.text, hit.spans) == ["elections"]
    for hit in found.parts["article"].hits:
        assert hit.headline is not None
        assert marked(hit.headline, hit.headline_spans) == ["elections"]
    assert found.unranked == ""


def test_every_hit_can_be_traced_to_its_place(find: Find, published: Path) -> None:
    texts = dict(
        read_frame(
            published, "SELECT a.path, d.text FROM current_articles AS a JOIN documents AS d USING (document_id)"
        ).rows()
    )
    found = find("harbour levy day")
    hits = [hit for part in found.parts.values() for hit in part.hits]
    assert len(hits) == 24
    for hit in hits:
        assert texts[hit.path][hit.char_start : hit.char_end] == hit.text
        assert hit.source
        assert {"harbour", "levy"} <= set(marked(hit.text, hit.spans))


def test_the_best_hit_holds_what_is_rare(find: Find) -> None:
    found = find("ferry day 14")
    assert "ferry that runs late on day 14" in found.parts["quote"].hits[0].text
    assert found.parts["quote"].total == 1
    scores = [hit.score for hit in find("ferry").parts["quote"].hits]
    assert scores == sorted(scores, key=lambda score: -(score or 0))


def test_a_speaker_s_name_finds_their_quotes(find: Find) -> None:
    hits = find("hartmann ferry", kinds=("quote",)).parts["quote"].hits
    assert hits
    assert {hit.speaker for hit in hits} == {"Zoë Hartmann"}


def test_words_in_quotation_marks_must_stand_together(find: Find) -> None:
    assert find('"runs late"').parts["article"].total == 12
    assert find('"late runs"').parts["article"].total == 0
    hit = find("“Runs LATE” day").parts["quote"].hits[0]
    assert marked(hit.text, hit.spans) == ["runs late", "day"]


def test_where_nothing_holds_all_the_words_some_are_enough(find: Find) -> None:
    found = find("levy snowstorm")
    assert found.parts["quote"].is_loosened
    assert found.parts["quote"].total == 12
    assert not find("levy harbour").parts["quote"].is_loosened
    assert find("snowstorm blizzard").parts["quote"].hits == []


def test_words_that_say_little_are_searched_for_when_there_are_no_others(find: Find) -> None:
    assert find("what it to be").parts["quote"].total == 12
    assert find("the levy is").parts["quote"].total == 12


def test_filters_leave_only_what_they_choose(find: Find) -> None:
    found = find("levy", filters=Filters(source="Harbour Post", speaker="ada brook"))
    hits = [hit for part in found.parts.values() for hit in part.hits]
    assert {hit.source for hit in hits} == {"The Harbour Post"}
    assert {hit.speaker for hit in found.parts["quote"].hits} == {"Ada Brook"}
    assert found.chosen.articles < 48
    with pytest.raises(NoSingleMatch):
        find("levy", filters=Filters(source="no such paper"))


def test_a_limit_holds_for_each_kind_and_the_total_is_told(find: Find) -> None:
    found = find("levy", limit=3)
    assert [len(part.hits) for part in found.parts.values()] == [3, 3]
    assert [part.total for part in found.parts.values()] == [12, 12]


def test_words_of_several_articles_are_shown_once(tmp_path: Path, published: Path) -> None:
    copy = tmp_path / "published.duckdb"
    shutil.copy(published, copy)
    with duckdb.connect(str(copy)) as con:
        con.execute("UPDATE quotes SET content = 'Snowstorms, we say!' WHERE quote_no = 1")
        con.execute("UPDATE quotes SET content = '“snowstorms we say' WHERE quote_no = 2")
    found = search(copy, Search("snowstorm", kinds=("quote",)), lambda _: None)
    (hit,) = found.parts["quote"].hits
    assert hit.also_in == 95
    assert marked(hit.text, hit.spans)[0].lower() == "snowstorms"


def test_repetitions_are_counted_beyond_the_best_matches(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "published.duckdb"
    shutil.copy(published, copy)
    with duckdb.connect(str(copy)) as con:
        con.execute("UPDATE quotes SET content = 'Snowstorms, we say!' WHERE quote_no = 1")
        con.execute("UPDATE articles SET body_sha256 = 'the same'")
    monkeypatch.setattr(hits, "_POOL", 4)
    (quote,) = search(copy, Search("snowstorm", kinds=("quote",), limit=1), lambda _: None).parts["quote"].hits
    (article,) = search(copy, Search("council", kinds=("article",), limit=1), lambda _: None).parts["article"].hits
    assert (quote.also_in, article.also_in) == (47, 47)


# Signs that alphabets fold in their own ways: subscripts, ligatures, marks that stand for themselves, final sigma.
ODD = (
    "CO₂ ﷺ", "the ﬁnal cafe\u0301s", "İstanbul ıslak", "ΟΔΟΣ Οδυσσεύς", "Straße ǅungla", "किसान नेता", "서울 ｆｕｌｌ", "½ Ⅷ", "Å K Ω x\u0345y",
)  # fmt: skip


@pytest.fixture(scope="module")
def odd(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The press, with a text of odd signs in one quote each."""
    copy = tmp_path_factory.mktemp("odd") / "published.duckdb"
    shutil.copy(published, copy)
    with duckdb.connect(str(copy)) as con:
        quotes = [quote_id for (quote_id,) in con.execute("SELECT quote_id FROM quotes ORDER BY ALL").fetchall()]
        con.executemany("UPDATE quotes SET content = $1 WHERE quote_id = $2", list(zip(ODD, quotes, strict=False)))
    return copy


@pytest.mark.parametrize("text", ODD)
def test_every_word_of_a_text_finds_that_text_and_is_marked(odd: Path, text: str) -> None:
    for word in text.split():
        found = search(odd, Search(word, kinds=("quote",), limit=100), lambda _: None).parts["quote"].hits
        (hit,) = (hit for hit in found if hit.text == text)
        assert word in marked(hit.text, hit.spans)


def test_a_sign_is_folded_as_the_index_folds_it(con: duckdb.DuckDBPyConnection) -> None:
    signs = [chr(code) for code in range(1, 0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    con.register("signs", pl.DataFrame({"sign": signs}))
    rows = con.execute(f"SELECT sign, lower(strip_accents(sign)), {folded('sign')} FROM signs").fetchall()
    assert len(rows) > 100_000
    assert [sign for sign, bare, _ in rows if fold(sign) != bare] == []
    assert [sign for sign, _, words in rows if " ".join(words_of(sign)) != words] == []


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(blacklist_categories=["Cs", "Cn"], blacklist_characters="\0"), max_size=40))
def test_the_words_of_a_text_are_those_of_the_index(text: str) -> None:
    assert " ".join(words_of(text)) == FOLDING.execute(f"SELECT {folded('$1')}", [text]).fetchall()[0][0]


@pytest.mark.usefixtures("without_index")
def test_without_the_extension_words_are_matched_as_they_are(find: Find) -> None:
    found = find("election valley")
    assert found.unranked == "no such package"
    assert found.parts["quote"].total == 12
    assert marked(found.parts["quote"].hits[0].text, found.parts["quote"].hits[0].spans) == ["elections", "valley"]
    days = [hit.content_date for hit in found.parts["quote"].hits if hit.content_date]
    assert days == sorted(days, reverse=True)
    assert find('"the harbour levy" on').parts["article"].total == 12
    assert find("levy snowstorm").parts["article"].is_loosened


def test_the_index_is_made_once_after_each_publish(find: Find, said: list[str], published: Path) -> None:
    find("levy")
    said.clear()
    find("levy")
    assert said == []
    later = published.stat().st_mtime_ns + 10**9
    os.utime(published, ns=(later, later))
    find("levy")
    assert said == ["making the index of words, once after each publish"]
    assert sorted(file.name for file in published.parent.iterdir()) == ["it's published.duckdb", "search.duckdb"]


@pytest.mark.parametrize("damage", ["header", "middle", "not a file"])
def test_a_damaged_index_is_made_anew(find: Find, said: list[str], published: Path, damage: str) -> None:
    expected = find("levy").parts
    file = index_of(published)
    content = bytearray(file.read_bytes())
    if damage == "header":
        content[:4096] = b"x" * 4096
    elif damage == "middle":
        content[12288:] = b"\xaa" * (len(content) - 12288)
    else:
        content[:] = b""
    file.write_bytes(content)
    said.clear()
    assert find("levy").parts == expected
    assert said


def test_an_index_that_cannot_be_written_is_done_without(
    tmp_path: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    copy = tmp_path / "published.duckdb"
    copy.symlink_to(published)
    monkeypatch.setattr("tempfile.TemporaryDirectory", refuses)
    found = search(copy, Search("levy"), lambda _: None)
    assert "No space left on device" in found.unranked
    assert found.parts["quote"].total == 12


def test_nothing_is_published_yet(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        search(tmp_path / "published.duckdb", Search("levy"), lambda _: None)


@pytest.mark.parametrize("words", ["'; DROP TABLE quotes; --", "\x00\x1b[31m", "a" * 5000, "x y " * 400])
def test_any_words_can_be_searched_for(find: Find, words: str) -> None:
    assert find(words).parts["article"].total >= 0
    assert find(SUBJECTS[0]).parts["quote"].total == 12


@pytest.mark.parametrize("words", ["", "%_\\", '"""', "\x00"])
def test_signs_alone_are_no_search(find: Find, words: str) -> None:
    with pytest.raises(BadSql, match="no word to search for"):
        find(words)
