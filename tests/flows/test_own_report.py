"""Anyone's SQL file as a page."""

import html
import json
import re
import webbrowser
from pathlib import Path

import duckdb
import pytest

from flows.cli import run
from flows.errors import UserError
from flows.own_report import MOST_ROWS, Limits, write_own_report
from flows.site_files import write_files
from warehouse.errors import BadSql, Missing

LIMITS = Limits(seconds=30, memory_mb=500)
OWNED = "<script>document.documentElement.setAttribute('data-owned','yes')</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small published file: the sandbox asks any DuckDB file, and the page names its run."""
    file = tmp_path_factory.mktemp("data") / "published.duckdb"
    with duckdb.connect(str(file)) as con:
        con.execute(
            "CREATE TABLE current_articles AS SELECT 'Fenland Echo' AS source, DATE '2031-07-02' AS content_date"
        )
        con.execute(
            "CREATE TABLE said AS SELECT * FROM (VALUES ('Ilse Marrow', 3), ('Jun Osei', 1)) AS t(speaker, quotes)"
        )
        con.execute("CREATE TABLE hostile AS SELECT $1 AS words, '=1+2' AS formula", [OWNED + "\u202e\x07"])
        con.execute(
            "CREATE TABLE runs (run_id VARCHAR, flow_run_id VARCHAR, trigger VARCHAR, started_at TIMESTAMPTZ, ended_at TIMESTAMPTZ,"
            " status VARCHAR, code_version VARCHAR, model VARCHAR, config VARCHAR, n_seen BIGINT, n_new BIGINT, n_changed BIGINT,"
            " n_unchanged BIGINT, n_rejected BIGINT, n_rederived BIGINT, seconds VARCHAR)"
        )
    return file


def _written(text: str, published: Path, folder: Path) -> str:
    (folder / "monday.sql").write_text(text, "utf-8")
    write_own_report(folder / "monday.sql", published, folder / "out", LIMITS)
    return (folder / "out" / "index.html").read_text("utf-8")


def test_comments_are_prose_and_statements_are_figures(published: Path, tmp_path: Path) -> None:
    page = _written(
        "-- # The Monday meeting\n-- Who is loud.\n\n-- Who was quoted most? Bars are quotations.\nFROM said ORDER BY quotes DESC;\n"
        "-- ## What day is it; and why?\nSELECT 'a;b' AS words, DATE '2031-07-02' AS day, 0.25 AS direct_share -- no; end",
        published,
        tmp_path,
    )
    assert "<h1>The Monday meeting</h1>" in page
    assert re.findall(r"<h2.*?>(.*?)</h2>", page) == ["Who was quoted most?", "What day is it; and why?"]
    assert "Bars are quotations." in page
    assert page.count('class="bar"') == 2  # words and a count: a league
    assert ">a;b<" in page
    assert "25%" in page
    assert "2 Jul 2031" in page
    assert html.escape("SELECT 'a;b' AS words", quote=False).replace("'", "&#39;") in page
    assert (tmp_path / "out/data/index/who-was-quoted-most.csv").read_text("utf-8-sig").splitlines()[
        1
    ] == "Ilse Marrow,3"
    assert (tmp_path / "out/report.sql").read_text() == (tmp_path / "monday.sql").read_text()


def test_a_page_of_its_own_leads_to_no_page_that_is_not_there(published: Path, tmp_path: Path) -> None:
    page = _written(
        "SELECT 'Ilse' AS speaker, 'e1' AS speaker_entity_id, 'a1' AS article_id, 'x' AS headline", published, tmp_path
    )
    links = re.findall(r'(?:href|src)="([^"#]+)"', page)
    assert [link for link in links if not (tmp_path / "out" / link).is_file()] == []
    assert ">a1<" in page


def test_hostile_words_and_a_hostile_file_stay_text(published: Path, tmp_path: Path) -> None:
    page = _written(
        f"-- # {OWNED}\n-- {OWNED}\n\n-- ## {OWNED}\nSELECT *, '{OWNED.replace(chr(39), chr(39) * 2)}' AS x FROM hostile",
        published,
        tmp_path,
    )
    assert "<script>d" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert "[U+202E]" in page
    (csv,) = (tmp_path / "out" / "data" / "index").glob("*.csv")
    assert ",'=1+2," in csv.read_text("utf-8-sig")


def test_values_of_any_type_are_shown(published: Path, tmp_path: Path) -> None:
    page = _written(
        "SELECT {a: 1} AS s, [[1], [2]] AS nested, ['a', 'b'] AS words, MAP {'k': 1} AS m, 12.5::DECIMAL(5,2) AS d, 7000::HUGEINT AS h,"
        " 99999999999999999999999::HUGEINT AS hh, '\\x01'::BLOB AS b, NULL AS n, TIME '10:00' AS t, INTERVAL 1 DAY AS i, true AS yes,"
        " 'nan'::DOUBLE AS nan",
        published,
        tmp_path,
    )
    for shown in ("{&#39;a&#39;: 1}", "[[1], [2]]", "a; b", "12.5", "7,000", "1 day", "10:00", ">yes<"):
        assert shown in page


def test_an_infinite_number_is_none(published: Path, tmp_path: Path) -> None:
    text = "SELECT 'a' AS x, 'inf'::DOUBLE AS y, ['nan'::DOUBLE] AS z;\n-- Bars.\n-- chart: bars\n"
    rows = "SELECT 'a' AS x, {} AS share, 1 AS n, 2 AS of_all, '' AS note"
    page = _written(text + rows.format("0.5"), published, tmp_path)
    assert (
        "inf"
        not in re.sub(r"<pre.*?</pre>|<code.*?</code>", "", page, flags=re.DOTALL).split("<main")[1].split("Bars")[0]
    )
    with pytest.raises(UserError, match="share \\(0 to 1\\)"):
        _written(text + rows.format("'inf'::DOUBLE"), published, tmp_path)


def test_a_date_beyond_the_calendar_is_named_by_its_line(published: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="column far: it holds a date") as error:
        _written("SELECT 1;\nSELECT DATE 'infinity' AS far", published, tmp_path)
    assert error.value.where.endswith("monday.sql, line 2")


def test_no_rows_and_too_many_rows_are_said(published: Path, tmp_path: Path) -> None:
    page = _written(
        "-- None.\n-- empty: Nothing was said.\nFROM said WHERE false;\n-- Many.\nFROM range(2000)", published, tmp_path
    )
    assert "Nothing was said." in page
    assert f"The first {MOST_ROWS:,} rows of more." in page


@pytest.mark.parametrize(
    ("text", "complaint", "line"),
    [
        ("SELECT 1 AS a;\n\n-- bad\nSELECT 1,\n  foo\nFROM said", "LINE 5:", 4),
        ("-- x\nCOPY said TO 'x.csv'", "one SELECT or EXPLAIN", 2),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled by configuration", 1),
        ("\n\nSET memory_limit = '1TB'", "one SELECT or EXPLAIN", 3),
        ("FROM said;\nATTACH 'x.db'", "one SELECT or EXPLAIN", 2),
    ],
)
def test_a_bad_statement_is_named_by_its_line_and_nothing_is_written(
    published: Path, tmp_path: Path, text: str, complaint: str, line: int
) -> None:
    with pytest.raises(BadSql, match=complaint) as error:
        _written(text, published, tmp_path)
    assert error.value.where == f"{tmp_path / 'monday.sql'}, line {line}"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("-- nothing", "0 statements"),
        ("-- ## One\n-- ## Two\nSELECT 1", "'One': a heading without a statement"),
        ("-- x\n-- chart: pie\nFROM said", "no chart kind 'pie'"),
        ("-- x\n-- chart: bars\nFROM said", "do not fit chart 'bars'. Columns by place: row, share"),
        (
            "-- x\n-- chart: timeline\nSELECT range::VARCHAR, 'day', DATE '2031-01-01', 1, '' FROM range(13)",
            "12 panels at most",
        ),
        ("SELECT 1;" * 51, "51 statements"),
    ],
)
def test_a_file_that_is_no_report_is_refused(published: Path, tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(UserError, match=complaint):
        _written(text, published, tmp_path)
    assert not (tmp_path / "out").exists()


def test_the_site_is_not_written_over(published: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "out", [("index.html", b"the site")], "the report site")
    with pytest.raises(UserError, match="report site"):
        _written("SELECT 1", published, tmp_path)
    assert (tmp_path / "out" / "index.html").read_bytes() == b"the site"


def test_a_page_takes_the_place_of_an_earlier_one_but_the_site_does_not(published: Path, tmp_path: Path) -> None:
    _written("SELECT 1 AS one", published, tmp_path)
    before = _written("SELECT 2 AS two", published, tmp_path)
    with pytest.raises(UserError, match="it holds a report of an SQL file"):
        write_files(tmp_path / "out", [("index.html", b"the site")], "the report site")
    assert (tmp_path / "out" / "index.html").read_text("utf-8") == before


def test_without_a_warehouse_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        _written("SELECT 1", tmp_path / "none.duckdb", tmp_path)


def test_the_command_writes_beside_the_site(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, data, opened = tmp_path / "Monday meeting.sql", published.parent, list[str]()
    file.write_text("-- Who?\nFROM said")
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert run(["report", str(file), "--data", str(data), "--open", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    index = data / "reports" / "monday-meeting" / "index.html"
    assert (told["index"], told["pages"]) == (str(index), 1)
    assert opened == [index.as_uri()]
    assert not (data / "reports" / "latest").exists()


def test_a_file_called_latest_needs_a_folder(published: Path, tmp_path: Path) -> None:
    (tmp_path / "latest.sql").write_text("FROM said")
    assert run(["report", str(tmp_path / "latest.sql"), "--data", str(published.parent)]) == 2
