"""benchmarks/speakers.py: who answers for a labelled quote, when a name is right, and what is printed."""

import json
from pathlib import Path

import pytest

from benchmarks.speakers import Label, Quote, agrees, answering, document_key, main, read_labels, same_name

Capture = pytest.CaptureFixture[str]
HEADER = "document,quote_start,quote_end,speaker_start,speaker_end,kind,name"
LABELS = [
    f"{document_key('harbour_1')},100,200,205,207,pronoun,Odile Marchetti",
    f"{document_key('harbour_2')},0,50,55,65,role,",
    f"{document_key('beacon_1')},10,30,40,42,pronoun,Tobin Ashgrove",
    f"{document_key('beacon_2')},10,30,40,52,role,Tobin Ashgrove",
]


def quote(start: int, end: int, name: str | None = None, kind: str = "named_person") -> Quote:
    return {"fragments": [[start, end]], "speaker_canonical": name, "speaker_kind": kind}


PREDICTED = {
    "harbour_1": [quote(100, 190, "Marchetti"), quote(192, 260, "Tobin Ashgrove")],
    "harbour_2": [quote(0, 50, None, "unnamed")],
    "beacon_1": [quote(10, 30, "Odile Marchetti")],
    "beacon_2": [quote(10, 15, "Tobin Ashgrove")],
}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    labels, predicted = tmp_path / "labels.csv", tmp_path / "predicted.jsonl"
    labels.write_text("\n".join([HEADER, *LABELS]) + "\n", encoding="utf-8")
    lines = [json.dumps({"doc_id": name, "quotes": quotes}) for name, quotes in PREDICTED.items()]
    predicted.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return [str(labels), str(predicted)]


def figures(printed: str) -> dict[str, list[str]]:
    """Row name → labelled, found, right and the two shares."""
    rows = [line.rsplit(maxsplit=5) for line in printed.splitlines()[1:]]
    return {name.strip(): shares for name, *shares in rows}


def test_the_table_counts_by_kind_by_answer_and_by_publisher(files: list[str], capsys: Capture) -> None:
    main(files)
    rows = figures(capsys.readouterr().out)
    assert rows["pronoun"] == ["2", "2", "1", "50.0%", "50.0%"]
    assert rows["role"] == ["2", "1", "1", "50.0%", "100.0%"]
    assert rows["nobody named"] == ["1", "1", "1", "100.0%", "100.0%"]
    assert rows["beacon"] == ["2", "1", "0", "0.0%", "0.0%"]
    assert list(rows) == ["pronoun", "role", "named", "nobody named", "beacon", "harbour", "all"]


def test_errors_name_the_place_the_label_and_the_prediction(files: list[str], capsys: Capture) -> None:
    main([*files, "--errors"])
    assert capsys.readouterr().out.splitlines() == [
        f"{document_key('beacon_1')} 10-30 pronoun: Tobin Ashgrove ← Odile Marchetti",
        f"{document_key('beacon_2')} 10-30 role: Tobin Ashgrove ← not found",
    ]


def test_the_halves_are_lines_of_the_file_and_share_nothing(files: list[str], capsys: Capture) -> None:
    totals = []
    for half in ("even", "odd"):
        main([*files, "--half", half])
        totals.append(figures(capsys.readouterr().out))
    assert [rows["all"][0] for rows in totals] == ["2", "2"]
    assert "role" not in totals[0]
    assert "pronoun" not in totals[1]


def test_a_document_of_several_lines_keeps_all_its_quotes(files: list[str], capsys: Capture) -> None:
    with Path(files[1]).open("a", encoding="utf-8") as handle:
        handle.write(json.dumps({"doc_id": "beacon_2", "quotes": [quote(9, 31, "Ashgrove")]}) + "\n")
    main(files)
    assert figures(capsys.readouterr().out)["role"][:3] == ["2", "2", "2"]


def test_the_quote_that_covers_most_answers_and_of_two_the_shorter() -> None:
    label = Label("harbour_1", 100, 200, "pronoun", "Odile Marchetti")
    inner, outer, beside = quote(100, 200), quote(20, 400), quote(150, 300)
    assert answering(label, [outer, beside, inner]) is inner
    assert answering(label, [beside]) is beside
    assert answering(label, [quote(151, 300)]) is None
    assert answering(label, []) is None
    split: Quote = {"fragments": [[100, 130], [170, 200]]}
    assert answering(label, [split]) is split


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Odile Marchetti", "Marchetti", True),
        ("Odile Marchetti", "odile j. marchetti", True),
        ("Odile Marchetti", "Senator Marchetti", True),
        ("Odile Marchetti", "Renzo Marchetti", False),
        ("Odile Marchetti", "Odile Ashgrove", False),
        ("Tobin Ashgrove Jr.", "Mr. Ashgrove", True),
        ("Tobin O’Shea", "Tobin O'Shea", True),
        ("Lena de Wolde", "de Wolde", True),
        ("Marchetti", "", False),
        ("Marchetti", "Mr.", False),
    ],
)
def test_last_names_must_agree_and_first_names_where_both_have_one(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_an_empty_label_asks_for_no_named_person() -> None:
    assert agrees("", quote(0, 1, None, "unnamed"))
    assert agrees("", quote(0, 1, "Harbour Board", "organisation"))
    assert not agrees("", quote(0, 1, "Odile Marchetti"))
    assert not agrees("", {"speaker_canonical": "Odile Marchetti"})
    assert not agrees("Odile Marchetti", quote(0, 1, None, "unnamed"))


def test_the_packaged_labels_are_whole() -> None:
    labels = [label for _, label in read_labels(Path(__file__).parent.parent / "benchmarks/speakers/polnear-dev.csv")]
    kinds = [label.kind for label in labels]
    assert (kinds.count("pronoun"), kinds.count("role"), len(kinds)) == (210, 110, 320)
    assert len({(label.document, label.kind) for label in labels}) == 320
    assert all(0 <= label.start < label.end for label in labels)
    assert all(len(label.name) < 40 for label in labels)
