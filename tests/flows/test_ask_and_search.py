"""`newsledger ask` and `newsledger search`, as they are typed."""

import csv
import io
import json
import sys
from pathlib import Path

import polars as pl
import pytest
from newsroom import BELL, C1, ESCAPE, OVERRIDE, Call, Desk

from flows.cli import run

Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("published")


def test_ask_alone_lists_the_questions(call: Call) -> None:
    said = call("ask")
    assert "top_speakers" in said
    assert "Who is quoted most?" in said
    listed = json.loads(call("ask", "--json"))
    assert {"name": "top_speakers", "question": "Who is quoted most?"} in listed
    assert run(["ask", "--source", "The Harbour Post"]) == 2


def test_ask_says_what_the_filters_did(call: Call, capfd: Captured) -> None:
    assert run(["ask", "top_speakers", "--source", "harbour post", "--limit", "2"]) == 0
    answer = capfd.readouterr()
    assert answer.out.startswith("speaker_entity_id")
    assert "Who is quoted most?\nsource The Harbour Post: 6 of 7 articles\n" in answer.err
    assert "the first 2 rows of more" in answer.err
    assert run(["ask", "top_speakers", "--since", "2031-01-01"]) == 0
    answer = capfd.readouterr()
    assert "since 2031-01-01: 0 of 7 articles; 7 more may fit but are undated and left out\nno rows\n" in answer.err
    assert call("ask", "top_speakers", "--quiet", "--format", "csv").count("\n") > 4
    assert capfd.readouterr().err == ""


def test_ask_answers_in_the_form_that_is_asked_for(call: Call, tmp_path: Path) -> None:
    asked = ("ask", "quote_type_mix", "--source", "The Harbour Post")
    (row,) = csv.DictReader(io.StringIO(call(*asked, "--format", "csv")))
    assert (row["source"], row["articles"]) == ("The Harbour Post", "6")
    assert json.loads(call(*asked, "--json"))["articles"] == 6
    call(*asked, "--out", str(tmp_path / "mix.parquet"))
    assert pl.read_parquet(tmp_path / "mix.parquet")["articles"].to_list() == [6]
    call(*asked, "--out", str(tmp_path / "mix.json"))
    assert json.loads((tmp_path / "mix.json").read_text("utf-8"))[0]["articles"] == 6


@pytest.mark.parametrize(
    ("command", "rows"), [(("ask", "current_quotes"), 12), (("sql", "FROM range(50_000)"), 50_000)], ids=["ask", "sql"]
)
def test_a_file_gets_all_rows_in_the_form_that_its_name_tells(
    call: Call, command: tuple[str, str], rows: int, tmp_path: Path, capfd: Captured
) -> None:
    call(*command, "--out", str(tmp_path / "rows.parquet"))
    assert len(pl.read_parquet(tmp_path / "rows.parquet")) >= rows
    call(*command, "--out", str(tmp_path / "rows.txt"), "--format", "csv", "--limit", "3")
    assert (tmp_path / "rows.txt").read_text("utf-8").count("\n") == 4
    for wrong in (["rows.txt"], ["rows"], ["rows.csv", "--format", "table"]):
        (tmp_path / "rows.txt").unlink(missing_ok=True)
        assert run([*command, "--out", str(tmp_path / wrong[0]), *wrong[1:]]) == 2
        complaint = capfd.readouterr().err
        assert len(complaint.splitlines()) == 3
        assert ".parquet" in complaint
    assert [file.name for file in tmp_path.iterdir()] == ["rows.parquet"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["top_speaker"], "did you mean top_speakers"),
        (["top_speakers", "--source", "Harbor Pots"], "did you mean The Harbour Post?"),
        (["top_speakers", "--speaker", "Ilse Marow"], "did you mean Ilse Marrow?"),
        (["top_speakers", "--since", "May"], "fix: --since 2031-05-06"),
        (["top_speakers", "--since", "2031-05-06", "--until", "2031-05-05"], "is before"),
        (["top_speakers", "--limit", "0"], "--limit 0 is no number"),
        (["name_variants", "--since", "2031-05-06"], "cannot be asked with this filter"),
    ],
)
def test_ask_refuses_in_three_lines(arguments: list[str], said: str, capfd: Captured) -> None:
    assert run(["ask", *arguments]) == 2
    complaint = capfd.readouterr().err
    assert said in complaint
    assert complaint.startswith("error: ")
    assert len(complaint.splitlines()) == 3


def test_search_shows_hits_that_can_be_traced(call: Call, capfd: Captured) -> None:
    assert run(["search", '"cod quota"', "--in", "quotes"]) == 0
    answer = capfd.readouterr()
    assert "1 quote\n" in answer.err
    assert "«cod quota»" in answer.out
    assert " · The Harbour Post · undated · Calder Falls council backs cod quota plan 3\n" in answer.out
    identifier = answer.out.split("quote ")[1].split()[0]
    assert "cod quota" in call("show", identifier)
    (hit,) = [json.loads(line) for line in call("search", '"cod quota"', "--in", "quotes", "--json").splitlines()]
    assert [hit["text"][start:end] for start, end in hit["spans"]] == ["cod quota"]
    assert (hit["kind"], hit["rank"], hit["path"]) == ("quote", 1, "inbox/a003.txt")


def test_search_says_when_nothing_is_found(capfd: Captured) -> None:
    assert run(["search", "snowstorm", "--speaker", "Ilse Marrow"]) == 0
    answer = capfd.readouterr()
    assert answer.out == ""
    assert "speaker Ilse Marrow" in answer.err
    assert answer.err.endswith("no quote\nno article\n")
    assert run(["search", "?!"]) == 2
    assert run(["search", "levy", "--limit", "0"]) == 2


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nothing_hostile_reaches_the_terminal(call: Call, form: list[str]) -> None:
    said = call("search", "alert evil example", *form) + call("ask", "current_quotes", *form)
    assert "alert" in said
    assert "HYPERLINK" in said
    assert not {ESCAPE, BELL, C1, OVERRIDE} & set(said)


def test_a_terminal_gets_hits_marked_and_wrapped(
    published: Desk, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(["search", "levy", "--in", "quotes", "--data", str(published.settings.data)]) == 0
    said = capsys.readouterr().out
    assert "\x1b[1;4mlevy\x1b[0m" in said
    assert "«" not in said
    monkeypatch.setenv("TERM", "dumb")
    assert run(["search", "levy", "--in", "quotes", "--data", str(published.settings.data)]) == 0
    assert "«levy»" in capsys.readouterr().out
