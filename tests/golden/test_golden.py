"""The golden records of samples/: no score may fall under its pinned floor, whichever model reads them."""

import json
from pathlib import Path

import pytest

from benchmarks import golden
from transforms.decode import document
from transforms.extract import extract
from transforms.language.pipeline import MEDIUM_MODEL, SMALL_MODEL
from transforms.scoring.articles import FIELDS, Record, compare, problem_of
from transforms.scoring.sheet import Sheet

PINNED = json.loads(golden.FLOORS.read_text("utf-8"))
HOW = "run `python -m benchmarks.golden --errors`; `--update` raises floors and refuses to lower them"


@pytest.fixture(scope="module", params=[SMALL_MODEL, MEDIUM_MODEL])
def scored(request: pytest.FixtureRequest) -> tuple[str, Sheet]:
    if not golden.installed(request.param):
        pytest.skip(f"{request.param} is not installed: make setup brings it")
    return request.param, golden.measure(request.param)


def test_no_score_falls_under_its_floor(scored: tuple[str, Sheet]) -> None:
    model, sheet = scored

    assert golden.worse(sheet.marks(), PINNED["floors"][model]) == [], HOW


def test_every_measure_has_a_floor(scored: tuple[str, Sheet]) -> None:
    model, sheet = scored

    totals = {name: total for name, (_, total) in PINNED["floors"][model].items()}
    assert set(totals) == set(sheet.marks())


def test_the_floors_belong_to_these_golden_files() -> None:
    assert PINNED["digest"] == golden.digest(), f"samples/ has changed: {HOW}"
    assert len(golden.golden_files()) == 45


@pytest.mark.parametrize("file", golden.golden_files(), ids=lambda file: file.stem)
def test_a_golden_record_leaves_nothing_unsaid(file: Path) -> None:
    record = json.loads(file.read_text("utf-8"))
    lists = ("quotes", "headline_quotes", "not_quotes", "persons", "topics")
    furniture = ("boilerplate", "captions", "crossheads", "date_lines", "n_body_paragraphs", "dateline_date")
    assert {*FIELDS, *lists, *furniture} <= record.keys()
    assert problem_of(record) is None
    assert all(
        {"speaker_canonical", "speaker_text", "speaker_kind", "cue_text"} <= q.keys()
        for q in record["quotes"] + record["headline_quotes"]
    )


def test_a_fallen_score_is_seen() -> None:
    floors = {"headline": [35, 36], "persons": [90, 100]}

    assert golden.worse({"headline": [35, 36], "persons": [91, 100]}, floors) == []
    assert golden.worse({"headline": [34, 36], "persons": [90, 100]}, floors) == [
        "headline: 34 of 36, the floor is 35 of 36"
    ]
    assert golden.worse({"headline": [36, 36]}, floors) == ["persons: 0 of 0, the floor is 90 of 100"]


def stub(right: int) -> Sheet:
    sheet = Sheet()
    for number in range(10):
        sheet.mark("persons", number < right, "somewhere", "somebody")
    return sheet


@pytest.mark.parametrize(("before", "after", "kept"), [(8, 9, 9), (8, 8, 8), (8, 7, 8)])
def test_floors_are_raised_and_never_lowered(
    before: int, after: int, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "scores.json"
    file.write_text(
        json.dumps({"digest": golden.digest(), "floors": {SMALL_MODEL: {"persons": [before, 10]}}}), "utf-8"
    )
    monkeypatch.setattr(golden, "FLOORS", file)
    monkeypatch.setattr(golden, "MODELS", (SMALL_MODEL,))
    monkeypatch.setattr(golden, "measure", lambda _model: stub(after))

    assert golden.main(["--update"]) == int(after < before)
    assert json.loads(file.read_text("utf-8"))["floors"][SMALL_MODEL] == {"persons": [kept, 10]}


def row(**changed: object) -> Record:
    text = "that the pier would be closed"
    usual = {
        "text": text,
        "start": 4,
        "fragments": [[4, 4 + len(text)]],
        "verbatim": None,
        "type": "indirect",
        "speech": True,
    }
    speaker = {"speaker_text": "Ada Moor", "speaker_canonical": "Ada Moor", "speaker_kind": "named_person"}
    return usual | speaker | {"cue_text": "said", "cue_class": "neutral", "channel": None, "addressee": None} | changed


def marked(gold: Record, *found: Record) -> list[str]:
    """The measures that go wrong in an article with one golden quote."""
    record = dict.fromkeys(FIELDS) | {
        "body": [],
        "entities": [],
        "topics": [{"id": "medtop:1"}],
        "language": "en",
    }
    sheet = Sheet()
    wanted = record | {"quotes": [gold], "topics": ["medtop:1"], "persons": {}, "n_body_paragraphs": 0} | {
        key: [] for key in ("headline_quotes", "not_quotes", "boilerplate", "captions", "crossheads", "date_lines")
    }  # fmt: skip
    compare(sheet, "here", wanted, record | {"quotes": list(found)})
    return [line.split(":")[0] for line in sheet.errors["here"]]


GOLD = {key: row()[key] for key in ("type", "speaker_text", "speaker_canonical", "speaker_kind", "cue_text")} | {
    "content": "that the pier would be closed"
}


@pytest.mark.parametrize(
    ("gold", "found", "wrong"),
    [
        ({}, {}, []),
        (
            {"cue_class": "warn", "channel": "letter", "addressee": "the mayor"},
            {},
            ["cue_class", "channel", "addressee"],
        ),
        ({"addressee": "the mayor"}, {"addressee": "mayor"}, []),
        ({}, {"channel": "post"}, ["channel"]),
        ({"speech": False}, {}, ["speech"]),
        ({"speaker_kind": "organisation"}, {}, ["speaker_kind"]),
        ({"content": "that the pier would be closed today"}, {}, ["extent"]),
    ],
)
def test_how_a_quote_is_framed_counts(gold: Record, found: Record, wrong: list[str]) -> None:
    assert marked(GOLD | gold, row(**found)) == wrong


def test_a_row_that_nobody_said_counts_against_us_and_a_belief_does_not() -> None:
    assert marked(GOLD, row(), row(text="a smaller horse")) == ["indirect_true"]
    assert marked(GOLD, row(), row(text="a smaller horse", speech=False)) == []


def test_the_pieces_of_a_clause_stand_in_order_of_the_text(scored: tuple[str, Sheet]) -> None:
    """The medium model reads the aside after "what", so that the parser has the clause before its own first word."""
    text = (
        "Harbour vote splits town\n\nSALTMOUTH, May 5 - The council met on Thursday.\n\nThere is little question, however, what "
        "residents think of the mayor's conduct on that now-famous July call, in which he asked the port to pay.\n"
    )
    (row,) = extract([({}, document(text.encode()))], scored[0])

    assert all(quote["fragments"] == sorted(quote["fragments"]) for quote in row["quotes"])
    assert all(quote["text"] for quote in row["quotes"])
