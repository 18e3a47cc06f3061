"""Text from articles is inert wherever it is printed."""

import csv
import io
import json
import re

import pytest
from newsroom import BELL, C1, ESCAPE, OVERRIDE, Desk, hostile, write

from flows.cli import run
from flows.terminal import harmless, to_json

ALIVE = re.compile(f"[{ESCAPE}{BELL}{C1}{OVERRIDE}\x7f]")
HOSTILE = "SELECT headline, path FROM current_articles WHERE path LIKE '%hostile%'"
QUOTES = "SELECT content FROM quotes SEMI JOIN ({}) USING (article_id) ORDER BY quote_no".format(
    "SELECT article_id FROM current_articles WHERE path LIKE '%hostile%'"
)
CELLS = (
    "SELECT '=1+1' AS a, '+1' AS b, '-1' AS c, '@x' AS \"=d\", chr(9) || '=1' AS e, chr(27) || '[31m' AS \"f\x1b\","
    " ['=1', 'x'] AS g, -1 AS h, '| `x` <b> [l](u) *s*' AS i, chr(8238) || chr(155) AS j"
)
# A process answers each statement: a form that cuts nothing off gets the cells of all three in one.
TOGETHER = f"FROM ({HOSTILE}) CROSS JOIN ({QUOTES}) CROSS JOIN ({CELLS})"


@pytest.fixture
def stored(published: Desk) -> Desk:
    headlines = [headline for (headline,) in published.ask("SELECT headline FROM articles WHERE headline IS NOT NULL")]
    assert any(headline.startswith("=cmd|") for headline in headlines)
    assert not any(ALIVE.search(headline) for headline in headlines), "what acts on a terminal is not even stored"
    assert published.ask(
        "SELECT count(*) >= 2 FROM quotes WHERE article_id IN (FROM ({}))".format(
            "SELECT article_id FROM current_articles WHERE path LIKE '%hostile%'"
        )
    ) == [(True,)]
    return published


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("form", "query"),
    [
        *(("table", query) for query in (HOSTILE, QUOTES, CELLS)),
        *((form, TOGETHER) for form in ("json", "ndjson", "markdown")),
    ],
    ids=["table-headline", "table-quotes", "table-cells", "json", "ndjson", "markdown"],
)
def test_no_form_of_an_answer_acts_on_a_terminal(form: str, query: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sql", query, "--format", form]) == 0
    out = capfd.readouterr().out
    assert out.strip()
    assert not ALIVE.search(out), ascii(out)


@pytest.mark.usefixtures("stored")
def test_no_cell_of_a_csv_is_a_formula_or_acts_on_a_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sql", TOGETHER, "--format", "csv"]) == 0
    out = capfd.readouterr().out
    assert not ALIVE.search(out), ascii(out)
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) >= 1 + 2
    assert len(rows[0]) == 2 + 1 + 10
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?\d+", cell)]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")] == []


@pytest.mark.usefixtures("stored")
def test_json_gives_the_text_back_as_it_was(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sql", QUOTES, "--format", "json"]) == 0
    contents = " ".join(row["content"] for row in json.loads(capfd.readouterr().out))
    assert "<script>alert(1)</script>" in contents
    assert "| `code` " in contents
    assert json.loads(to_json({"a": OVERRIDE + "\ud800"})) == {"a": OVERRIDE + "\ud800"}


@pytest.mark.usefixtures("stored")
def test_markdown_stays_one_row_and_holds_no_markup(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["sql", CELLS, "--format", "markdown"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == 3
    assert r"\| \`x\` \<b\> \[l\](u) \*s\*" in lines[2]


def test_show_is_inert(stored: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    ((article_id,),) = stored.ask("SELECT article_id FROM current_articles WHERE path LIKE '%hostile%'")
    quotes = [row[0] for row in stored.ask(f"SELECT quote_id FROM quotes WHERE article_id = '{article_id}'")]
    for identifier in (article_id, *quotes, "inbox/hostile.txt"):
        for options in ([], ["--json"]):
            assert run(["show", identifier, *options]) == 0
            assert not ALIVE.search(capfd.readouterr().out)


def test_extract_is_inert(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    write(desk.inbox, hostile=hostile())
    assert run(["extract", str(desk.inbox)]) == 0
    assert not ALIVE.search(capfd.readouterr().out)


@pytest.mark.usefixtures("quick")
def test_names_of_files_and_details_of_rejects_are_inert(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk.project)
    (desk.inbox / f"{ESCAPE}[31m{OVERRIDE}=x.txt").write_text("")
    (desk.inbox / f"line\nend{C1}.txt").write_text("")
    assert run(["ingest", "--direct", "inbox"]) == 0
    for command in (
        ["status"],
        ["sql", "FROM rejects"],
        ["ingest", "--dry-run", "inbox"],
        ["sql", "SELEKT '\x1b[31m'"],
    ):
        run(command)
        answer = capfd.readouterr()
        assert not ALIVE.search(answer.out + answer.err), command


def test_harmless_shows_what_it_takes_away() -> None:
    assert harmless("a\x1b[31m\tb\nc\x9b\u202e\ud800\x7f") == "a␛[31m\tb␊c\ufffd\ufffd\ufffd\ufffd"
    assert harmless("a\nb\r", lines=True) == "a\nb␍"
