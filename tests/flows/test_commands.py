"""Each command of the terminal does what its help says, on a small published warehouse."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from newsroom import Call, Desk, numbered, write

from flows.cli import COMMANDS, overview, run

Captured = pytest.CaptureFixture[str]


def test_help_and_version_come_at_once_without_a_library() -> None:
    heavy = ("polars", "prefect", "duckdb", "cyclopts", "spacy", "rich", "pydantic")
    for option, said in (("--help", "Commands:"), ("--version", "newsledger ")):
        source = (
            f"import sys, time; from flows.cli import run; run(['{option}'])\n"
            f"print([name for name in {heavy} if name in sys.modules], time.process_time(), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
        assert said in done.stdout
        loaded, _, seconds = done.stderr.strip().rpartition(" ")
        assert loaded == "[]"
        assert float(seconds) < 0.3


def test_the_overview_names_every_command_and_each_explains_itself(call: Call) -> None:
    assert call() == call("-h") == overview()
    for name in COMMANDS:
        assert name in overview()
        assert "--data" in call(*([name, "list"] if name == "review" else [name]), "--help"), name


@pytest.mark.usefixtures("quick")
def test_ingest_rehearses_and_then_does_it(
    desk: Desk, call: Call, monkeypatch: pytest.MonkeyPatch, capfd: Captured
) -> None:
    monkeypatch.chdir(desk.project)
    numbered(desk.inbox, 2)
    write(desk.inbox, empty="")
    assert json.loads(call("ingest", "inbox", "--dry-run", "--json")) == {
        "seen": 3, "new": 3, "changed": 0, "unchanged": 0, "rederived": 0, "ignored": 0, "dry_run": True,
    }  # fmt: skip
    assert run(["ingest", "inbox", "--dry-run"]) == 0
    assert "would read: 3 new, 0 changed, 0 unchanged of 3 files\n  new: inbox/a000.txt" in capfd.readouterr().err
    assert not desk.settings.data.exists(), "nothing was written"
    figures = json.loads(call("ingest", "--direct", "inbox", "--json"))
    assert (figures["new"], figures["rejected"], figures["rows"]["articles"]) == (2, 1, 2)
    assert figures["rejects"] == [{"path": "inbox/empty.txt", "reason": "empty", "detail": "zero bytes"}]
    assert run(["ingest", "--direct", "inbox", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert run(["ingest", "--direct", "--reprocess"]) == 0
    assert "2 derived again" in capfd.readouterr().err


def test_status_counts_and_names_rejects(published: Desk, call: Call) -> None:
    said = call("status")
    assert "completed" in said
    assert "\narticles" in said
    found = json.loads(call("status", "--json"))
    assert found["tables"]["articles"] == 7
    assert found["last_run"]["n_rejected"] == 1
    assert found["rejects"] == [{"path": "inbox/empty.txt", "reason": "empty", "detail": "zero bytes"}]
    assert found["published"] == str(published.settings.published)
    assert found["last_look"]["seen"] == 9


@pytest.mark.usefixtures("published")
def test_check_holds(call: Call) -> None:
    assert json.loads(call("check", "--json")) == []


@pytest.mark.usefixtures("published")
def test_views_lists_questions_and_explains_one(call: Call, capfd: Captured) -> None:
    listed = json.loads(call("views", "--json"))
    assert {"top_speakers", "quote_evidence"} <= {view["name"] for view in listed}
    assert all(view["question"].endswith(("?", ".")) and all(view["columns"].values()) for view in listed)
    assert "top_speakers" in call("views")
    assert 'newsledger sql "FROM top_speakers LIMIT 10"' in call("views", "top_speakers")
    assert run(["views", "no_such_view"]) == 2
    assert "quote_evidence" in capfd.readouterr().err


def test_show_prints_a_thing_with_its_place(published: Desk, call: Call) -> None:
    ((article_id,),) = published.ask("SELECT article_id FROM current_articles WHERE path = 'inbox/a001.txt'")
    said = call("show", article_id)
    assert said.startswith(f"article {article_id}\n")
    assert "\ninbox/a001.txt:1  characters 0" in said
    fields = dict(line.split(maxsplit=1) for line in said.splitlines()[1:19])
    assert (fields["subhead"], fields["bylines"], fields["quality_flags"]) == ("–", "Tom Okafor", "no_date")
    assert "\nsection     │ Politics\nheadline    │ Port Ellery council backs night ferry plan 1\n" in said
    assert '\nbody 2      │ ⟦"We will pay for the night ferry and nobody will regret it,"⟧ Tobias Quent said' in said
    assert said.index("\nheadline") < said.index("\nbody 1") < said.index("\ndocument_id")
    assert call("show", "inbox/a001.txt") == call("show", str(published.inbox / "a001.txt")) == said
    segments = json.loads(call("show", "inbox/a001.txt", "--json"))["segments"]
    assert [segment["kind"] for segment in segments][:3] == ["section", "headline", "byline"]
    sql = "SELECT quote_id, content, char_start, char_end FROM quotes WHERE article_id = '{}' ORDER BY quote_no LIMIT 1"
    ((quote_id, content, start, end),) = published.ask(sql.format(article_id))
    said = call("show", quote_id[:10])
    assert f"characters {start}–{end}" in said
    assert f"⟦{content}⟧" in said
    ((entity_id, name),) = published.ask(
        "SELECT entity_id, canonical_name FROM entities WHERE canonical_name = 'Tobias Quent'"
    )
    found = json.loads(call("show", entity_id, "--json"))
    assert (found["kind"], found["row"]["canonical_name"]) == ("entity", name)
    assert found["row"]["names"][0].startswith(("Tobias Quent (", "Quent ("))
    assert len({path for place in found["places"] for path in place["paths"]}) == len(found["places"]) > 1
    assert json.loads(call("show", "tobias quent", "--json")) == found


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("identifier", "said"), [("000000", "nothing is called 000000"), ("' OR 1=1", "is not an identifier")]
)
def test_show_says_when_nothing_has_that_name(identifier: str, said: str, capfd: Captured) -> None:
    assert run(["show", identifier]) == 2
    assert said in capfd.readouterr().err


def test_show_names_the_candidates_when_several_begin_so(
    published: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Captured
) -> None:
    import shutil

    import duckdb

    shutil.copy(published.settings.published, tmp_path / "published.duckdb")
    with duckdb.connect(str(tmp_path / "published.duckdb")) as con:
        con.execute("UPDATE entities SET entity_id = 'abcdef000000000' || rowid WHERE rowid < 2")
    monkeypatch.setenv("NEWSLEDGER_DATA", str(tmp_path))
    assert run(["show", "abcdef"]) == 2
    assert "entity abcdef0000000000, entity abcdef0000000001" in capfd.readouterr().err


ASKED = "SELECT path, n_words, content_date FROM current_articles ORDER BY path LIMIT 2"


@pytest.mark.usefixtures("published")
def test_sql_answers_in_six_forms(call: Call, tmp_path: Path) -> None:
    assert "inbox/a000.txt" in call("sql", ASKED)
    rows = json.loads(call("sql", ASKED, "--format", "json"))
    assert [row["path"] for row in rows] == ["inbox/a000.txt", "inbox/a001.txt"]
    lines = call("sql", ASKED, "--format", "ndjson")
    assert [json.loads(line) for line in lines.splitlines()] == rows
    assert call("sql", ASKED, "--json") == lines
    table = list(csv.reader(io.StringIO(call("sql", ASKED, "--format", "csv").removeprefix("\ufeff"))))
    assert table[0] == ["path", "n_words", "content_date"]
    assert table[1] == ["inbox/a000.txt", str(rows[0]["n_words"]), ""]
    markdown = call("sql", ASKED, "--format", "markdown").splitlines()
    assert markdown[:2] == ["| path | n\\_words | content\\_date |", "|---|---|---|"]
    assert call("sql", ASKED, "--format", "parquet", "--out", str(tmp_path / "a.parquet")) == ""
    assert pl.read_parquet(tmp_path / "a.parquet")["path"].to_list() == ["inbox/a000.txt", "inbox/a001.txt"]


@pytest.mark.usefixtures("published")
def test_sql_reads_a_file_and_stdin(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "q.sql").write_text(ASKED)
    wanted = call("sql", ASKED, "--json")
    assert call("sql", "--file", str(tmp_path / "q.sql"), "--json") == wanted
    for arguments in ((), ("-",)):
        monkeypatch.setattr("sys.stdin", io.StringIO(ASKED))
        assert call("sql", *arguments, "--json") == wanted


@pytest.mark.usefixtures("published")
def test_sql_says_when_rows_were_left_out(capfd: Captured) -> None:
    assert run(["sql", "FROM range(5)", "--limit", "3", "--json"]) == 0
    answer = capfd.readouterr()
    assert len(answer.out.splitlines()) == 3
    assert "the first 3 rows of more" in answer.err
    assert run(["sql", "FROM range(3)", "--limit", "3", "--json"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("SELECT nonsense", "nonsense"),
        ("DROP TABLE quotes", "one SELECT or EXPLAIN"),
        ("SELECT 1; SELECT 2", "one SELECT"),
    ],
)
def test_bad_sql_is_explained(statement: str, said: str, capfd: Captured) -> None:
    assert run(["sql", statement]) == 2
    assert said in capfd.readouterr().err


@pytest.mark.usefixtures("published")
def test_sql_out_leaves_a_file_as_it_was_when_it_cannot_be_written(tmp_path: Path, capfd: Captured) -> None:
    assert run(["sql", ASKED, "--out", str(tmp_path / "no" / "a.csv")]) == 2
    assert "cannot write" in capfd.readouterr().err
    assert run(["sql", ASKED, "--out", str(tmp_path)]) == 2


def test_config_says_where_each_value_comes_from(desk: Desk, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.project)
    desk.map_sources(a="The Harbour Post")
    found = json.loads(call("config", "--json", "--data", "elsewhere"))
    assert found["data"] == {
        "value": str(desk.project / "elsewhere"), "origin": "--data", "sentence": found["data"]["sentence"],
    }  # fmt: skip
    assert found["model"]["origin"] == "NEWSLEDGER_MODEL"
    assert found["sources"]["value"] == {"inbox/a*": "The Harbour Post"}
    assert "batch_size" in call("config")


@pytest.mark.usefixtures("published")
def test_doctor_finds_this_installation_sound(call: Call) -> None:
    found = {one["test"]: one for one in json.loads(call("doctor", "--json"))}
    assert all(one["ok"] for one in found.values()), found
    assert "7 articles, all checks hold" in found["warehouse"]["detail"]
    assert "newsledger up" in found["server"]["detail"]


def test_schedule_is_set_shown_and_removed(desk: Desk, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.project)
    assert call("schedule") == "no schedule is set\n"
    assert f"0 6 * * * (UTC): ingest {desk.inbox}" in call("schedule", "0 6 * * *", "inbox")
    found = json.loads(call("schedule", "--json"))
    assert found["schedule"] == {
        "cron": "0 6 * * *", "timezone": "UTC", "inputs": [str(desk.inbox)], "project": str(desk.project),
    }  # fmt: skip
    assert len(found["next"]) == 3
    assert all("T06:00:00" in moment for moment in found["next"])
    (desk.project / "newsledger.toml").write_text('timezone = "Mars/Olympus"')
    assert run(["schedule", "0 6 * * *", "inbox"]) == 2
    assert call("schedule", "--off") == "no schedule is set\n"


@pytest.mark.usefixtures("published")
def test_report_writes_a_page(call: Call, tmp_path: Path) -> None:
    index = Path(call("report", "--out", str(tmp_path / "site")).strip())
    assert index == tmp_path / "site" / "index.html"
    assert "Tobias Quent" in index.read_text("utf-8")
    assert json.loads(call("report", "--out", str(tmp_path / "site"), "--json"))["pages"] >= 1
