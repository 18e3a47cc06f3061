"""The shell of `newsledger sql`, typed into as a person would."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import Desk
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from flows.cli import run
from flows.querying import Terms
from flows.shell import history_file, is_whole, obey, offered, shell
from flows.shell_commands import State, example
from warehouse.database import open_published
from warehouse.views import catalogue

Typed = Callable[..., str]
ENTER, CTRL_C, CTRL_D, TAB, ESCAPE = "\r", "\x03", "\x04", "\t", "\x1b"


@pytest.fixture
def typed(published: Desk, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Typed:
    """Type keys into a shell of its own, leave it, and return all that it wrote."""

    def typing(*keys: str) -> str:
        capfd.readouterr()
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text("".join(keys) + CTRL_D)
            assert shell(published.settings, Terms("table", 40, 30, 500), {"XDG_STATE_HOME": str(tmp_path)}) == 0
        answer = capfd.readouterr()
        return answer.out + answer.err

    return typing


def test_a_statement_may_go_over_several_lines(typed: Typed) -> None:
    said = typed("SELECT 20 + 2", ENTER, " AS found", ENTER, ";", ENTER)
    assert "found" in said
    assert "22" in said
    assert "1 row (" in said


def test_a_plan_is_drawn(typed: Typed) -> None:
    assert len(typed("EXPLAIN SELECT 1;", ENTER).splitlines()) > 5


def test_several_statements_on_a_line_are_asked_one_by_one(typed: Typed) -> None:
    said = typed("SELECT 11 AS a; SELECT ';' || 22 AS b;", ENTER)
    assert "11" in said
    assert ";22" in said


def test_an_error_is_said_in_three_lines_and_the_shell_goes_on(typed: Typed) -> None:
    said = typed(
        "SELECT nothing FROM nowhere;", ENTER, "DROP TABLE quotes;", ENTER, ".nonsense", ENTER, "SELECT 3333;", ENTER
    )
    assert said.count("error: ") == said.count("  where: ") == said.count("  fix: ") == 3
    assert "nowhere does not exist" in said
    assert "one SELECT or EXPLAIN" in said
    assert "3333" in said


@pytest.mark.parametrize("form", ["table", "csv", "json", "ndjson", "markdown"])
def test_it_goes_on_after_values_of_any_kind(typed: Typed, form: str) -> None:
    values = "SELECT [[1, 2]] AS a, {a: 1} AS b, MAP {[1]: 2} AS c, '\\xFF'::BLOB AS d, sum(5) AS e;"
    said = typed(
        f".format {form}", ENTER, values, ENTER, "SELECT DATE 'infinity' AS far;", ENTER, "SELECT 3333;", ENTER
    )
    assert "[[1, 2]]" in said.replace("\\", "")
    assert said.count("error: ") == said.count("  where: column far") == said.count("  fix: ") == 1
    assert "3333" in said


def test_the_sandbox_is_that_of_the_command(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("word\nswordfish\n")
    said = typed(f"FROM '{tmp_path}/secret.csv';", ENTER, f"COPY quotes TO '{tmp_path}/stolen.csv';", ENTER)
    assert "swordfish" not in said
    assert said.count("error: ") == 2
    assert not (tmp_path / "stolen.csv").exists()


def test_ctrl_c_drops_the_line(typed: Typed) -> None:
    said = typed("SELECT 44", ENTER, "AS lost", CTRL_C, "SELECT 55;", ENTER)
    assert "55" in said
    assert "lost" not in said


def test_ctrl_c_stops_a_query_and_ends_its_process(published: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    state = State(published.settings.published, Terms("table", 40, 120, 500))
    threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    began = time.monotonic()
    assert obey(state, "SELECT sum(a.range * b.range) FROM range(10_000_000) AS a, range(10_000_000) AS b;")
    assert time.monotonic() - began < 30
    assert "stopped" in capfd.readouterr().err
    while any("ask_child" in child for child in children()):
        assert time.monotonic() - began < 60, "it is killed, and soon gone"
        time.sleep(0.05)


def children() -> list[str]:
    """The command lines of the processes that this one has started and that still run."""
    ids = [pid for file in Path("/proc/self/task").glob("*/children") for pid in file.read_text().split()]
    return [Path(f"/proc/{pid}/cmdline").read_bytes().decode() for pid in ids if Path(f"/proc/{pid}").exists()]


def test_what_is_there_can_be_looked_up(typed: Typed) -> None:
    assert "Who is quoted most" in typed(".views", ENTER)
    assert "(view): Who is quoted most" in typed(".schema top_speakers", ENTER)
    said = typed(".schema rejects;", ENTER)
    assert "(table): One row is a file that gave no article in a run." in said
    assert "A word of the fixed vocabulary." in said
    assert "did you mean top_speakers" in typed(".schema top_speaker", ENTER)
    assert "did you mean .views" in typed(".view", ENTER)
    assert ".examples [NUMBER]" in typed("help", ENTER)


def test_an_example_is_run_by_its_number(typed: Typed) -> None:
    listed = typed(".examples", ENTER)
    (line,) = [line for line in listed.splitlines() if "Who is quoted most" in line]
    said = typed(f".examples {line.split()[0]}", ENTER)
    assert "FROM top_speakers" in said
    assert "Marrow" in said
    assert "is no number from 1 to" in typed(".examples 0", ENTER)


@pytest.mark.parametrize("number", ["00000000199", "9" * 5000, "²", "1e3"])
def test_what_is_no_number_of_an_example_is_said(typed: Typed, number: str) -> None:
    assert "is no number from 1 to" in typed(f".examples {number}", ENTER)


def test_a_semicolon_after_a_command_means_nothing(typed: Typed) -> None:
    assert "Who is quoted most" in typed(".views;", ENTER)
    assert "(view): Who is quoted most" in typed(".schema top_speakers ;", ENTER)
    assert "66" not in typed(".quit;", ENTER, "SELECT 66;", ENTER)


def test_every_example_is_an_answer(published: Desk) -> None:
    with open_published(published.settings.published) as con:
        views = catalogue(con)
        for view in views:
            assert con.execute(example(view)).description, view.name
    assert len(views) > 20


def test_format_and_limit_hold_for_what_follows(typed: Typed) -> None:
    said = typed(".format csv", ENTER, ".limit 2", ENTER, "FROM range(5);", ENTER)
    assert "range\n0\n1\n" in said.replace("\r", "")
    assert "the first 2 rows of more" in said
    assert "no format is called xml" in typed(".format xml", ENTER)
    assert "'-1' is no number" in typed(".limit -1", ENTER)


@pytest.mark.parametrize("word", [".quit", "quit", "exit;", CTRL_D])
def test_it_is_left_by_a_word_too(typed: Typed, word: str) -> None:
    assert "66" not in typed(word, ENTER, "SELECT 66;", ENTER)


def test_statements_are_remembered_where_only_their_owner_reads_them(typed: Typed, tmp_path: Path) -> None:
    typed("SELECT 77;", ENTER)
    file = history_file({"XDG_STATE_HOME": str(tmp_path)})
    assert "SELECT 77;" in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    up = "\x1b[A"
    assert "77" in typed(up, ENTER)
    assert history_file({"HOME": "/x", "XDG_STATE_HOME": "relative"}) == Path("/x/.local/state/newsledger/sql_history")


def test_a_state_folder_that_cannot_be_written_is_no_obstacle(published: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("SELECT 1;\r" + CTRL_D)
        assert shell(published.settings, Terms("table", 40, 30, 500), {"XDG_STATE_HOME": str(tmp_path / "file")}) == 0


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", True), ("  \n", True), (".views", True), ("quit", True), ("SELECT 1;", True), ("SELECT 1; -- done", True),
        ("SELECT 1", False), ("SELECT ';", False), ("SELECT 1 -- ;", False), ("SELECT /* ; */", False), ("SELECT 1; SELECT", False),
    ],
)  # fmt: skip
def test_enter_ends_what_is_whole(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


def test_commands_are_completed_too() -> None:
    known = {"articles": ("headline",), "quotes": ()}
    assert [word for word, _, _ in offered(".s", "", known)] == [".schema"]
    assert list(offered(".schema a", "", known)) == [("articles", "", 1)]
    assert [word for word, _, _ in offered(".format m", "", known)] == ["markdown"]
    assert list(offered("SELECT headl", " FROM articles", known)) == [("headline", "articles", 5)]


def test_without_a_terminal_a_statement_is_read_from_stdin(
    published: Desk, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "query.sql").write_text("SELECT 88 AS found")
    with (tmp_path / "query.sql").open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        assert run(["sql", "--format", "csv"]) == 0
    assert capfd.readouterr().out.splitlines() == ["found", "88"]
