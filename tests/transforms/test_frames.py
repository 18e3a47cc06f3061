"""Rows become frames that keep their tables' promises; what breaks one is named and left to the caller."""

from analysed import article, paragraphs_of, read

from transforms.derive import derive, table_rows
from transforms.frames import article_rows, frames, merged
from transforms.schema import DERIVED

TEXT = "“The pier is closed,” said Anna Holt, the mayor.\nThe harbour was silent, according to Peter Whitlock."


def all_rows() -> dict[str, list[dict[str, object]]]:
    piece = article(TEXT, "‘No horn’: Holt")
    derived = derive(piece, paragraphs_of(TEXT, "‘No horn’: Holt"))
    return merged([article_rows(piece, 2), table_rows(piece, derived)])


def test_every_derived_table_has_valid_rows() -> None:
    good, broken = frames(all_rows())

    assert broken == {}
    assert set(good) == set(DERIVED)
    for table, frame in good.items():
        assert frame.schema == DERIVED[table].create_empty().schema
        assert len(frame) == len(all_rows()[table])
    assert good["articles"]["n_words"].item() == len(TEXT.split())


def test_empty_tables_keep_their_columns() -> None:
    good, broken = frames({"quotes": []})

    assert broken == {}
    assert good["quotes"].schema == DERIVED["quotes"].create_empty().schema


def test_a_row_that_breaks_a_promise_names_its_article_and_the_rule() -> None:
    rows = all_rows()
    rows["quotes"][0]["type"] = "sung"

    good, broken = frames(rows)

    assert list(broken) == ["a" * 16]
    assert broken["a" * 16].startswith("quotes: ")
    assert "type" in broken["a" * 16]
    assert len(good["quotes"]) == len(rows["quotes"]) - 1


def test_bodies_that_differ_in_white_space_share_their_hash() -> None:
    one, other = article("The pier is closed."), article("The pier   is\tclosed.")

    assert article_rows(one, 1)["articles"][0]["body_sha256"] == article_rows(other, 1)["articles"][0]["body_sha256"]
    assert read("The pier is closed.").quotes == ()
