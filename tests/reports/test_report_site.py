"""From a published warehouse to a site on disk."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.publish import OVERVIEW, read_report, write_site
from transforms.schema import TABLES
from warehouse.ask import read_frame
from warehouse.database import open_for_write, open_published
from warehouse.errors import Missing
from warehouse.publish import publish
from warehouse.refresh import refresh

NOW = datetime(2031, 7, 25, 6, 0, tzinfo=UTC)
SAID = "We will reopen the bridge before the first frost."
RETOLD = "the survey had been read by nobody"
STORY = f"Bridge to reopen\n\n“{SAID}” said Ilse Marrow. Officials said that {RETOLD}.\n"


def _key(number: int) -> str:
    return f"{number:016x}"


def _frame(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows of a table with harmless values in the columns that a row does not name."""
    fill = {pl.String: "", pl.Int64: 0, pl.Float64: 0.5, pl.Boolean: True, pl.List: [], pl.Datetime: NOW}
    columns = TABLES[table].columns()
    blank = {name: None if column.nullable else fill[type(column.dtype)] for name, column in columns.items()}
    return pl.DataFrame([blank | row for row in rows], schema={name: c.dtype for name, c in columns.items()})


def _quote(number: int, article: int, content: str, **fields: Any) -> dict[str, Any]:
    start = STORY.index(content)
    place = {"char_start": start, "char_end": start + len(content), "n_words": len(content.split())}
    return {
        "quote_id": _key(number),
        "article_id": _key(article),
        "content": content,
        "in_segment": "body",
        **place,
        **fields,
    }


def _rows(n_articles: int) -> dict[str, list[dict[str, Any]]]:
    numbers = range(1, n_articles + 1)
    marrow = {
        "name_id": _key(99),
        "canonical_name": "Ilse Marrow",
        "surface": "Ilse Marrow",
        "kind": "name",
        "label": "PERSON",
    }
    direct = {
        "type": "direct",
        "verbatim": SAID,
        "speaker_kind": "named_person",
        "speaker_name_id": _key(99),
        "speaker_name": "Ilse Marrow",
    }
    retold = {"type": "indirect", "speaker_kind": "unnamed", "speaker_text": "Officials"}
    return {
        "files": [
            {"path": f"inbox/{i}.txt", "version_no": 1, "document_id": _key(i), "status": "current"} for i in numbers
        ],
        "documents": [{"document_id": _key(i), "sha256": "0" * 64, "text": STORY} for i in numbers],
        "articles": [
            {
                "article_id": _key(i),
                "document_id": _key(i),
                "article_no": 1,
                "source": "Harbour Post" if i % 2 else None,
                "headline": "Bridge to reopen",
                "content_date": date(2031, 7, i) if i > 1 else None,
                "date_precision": "day" if i > 1 else "none",
            }
            for i in numbers
        ],
        "mentions": [
            {"article_id": _key(i), **marrow, "char_start": 71, "char_end": 82, "in_segment": "body"} for i in numbers
        ],
        "quotes": [_quote(i, i, SAID, **direct) for i in numbers]
        + [_quote(50 + i, i, RETOLD, **retold) for i in numbers],
        "article_topics": [{"article_id": _key(i), "topic_id": "medtop:11000000", "rank": 1} for i in numbers if i % 2],
        "runs": [
            {"run_id": _key(7), "started_at": NOW, "ended_at": NOW, "status": "completed", "code_version": "0.1.0"}
        ],
    }


def _published(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> Path:
    with open_for_write(folder / "work.duckdb") as con:
        for table, contents in rows.items():
            frame = _frame(table, contents)  # noqa: F841 (the statement reads it)
            con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM frame")
        refresh(con)
    publish(folder / "work.duckdb", folder / "published.duckdb")
    return folder / "published.duckdb"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _published(tmp_path_factory.mktemp("warehouse"), _rows(4))


def test_the_site_says_what_the_warehouse_holds(published: Path, tmp_path: Path) -> None:
    site = write_site(published, tmp_path / "reports" / _key(7))
    html = site.index.read_text("utf-8")
    assert "<h1>Ilse Marrow is quoted most</h1>" in html
    assert "2 Jul – 4 Jul 2031" in html
    assert f"<p>“{SAID}”</p>" in html
    assert "(source unknown)" in html
    assert "officials (2)" in html
    assert site.pages == 1
    assert site.size == sum(file.stat().st_size for file in site.index.parent.rglob("*") if file.is_file())


def test_every_statement_runs_alone_and_every_figure_has_rows(published: Path) -> None:
    with open_published(published) as con:
        for part in read_report(OVERVIEW).parts:
            assert not read_frame(con, part.sql).is_empty(), part.title
        con.execute(OVERVIEW.read_text("utf-8"))  # as the duckdb shell would


def test_the_heat_table_counts_every_article_once_a_topic(published: Path) -> None:
    heat = next(part.sql for part in read_report(OVERVIEW).parts if part.chart == "heat")
    with open_published(published) as con:
        rows = read_frame(con, heat).rows()
    assert rows == [
        ("politics", "(source unknown)", 0.0, 0, 2, None),
        ("politics", "Harbour Post", 1.0, 2, 2, 2.0),
        ("politics", "All sources", 0.5, 2, 4, None),
        ("(no topic)", "(source unknown)", 1.0, 2, 2, None),
        ("(no topic)", "Harbour Post", 0.0, 0, 2, None),
        ("(no topic)", "All sources", 0.5, 2, 4, None),
    ]


def test_an_empty_warehouse_gives_a_page(tmp_path: Path) -> None:
    site = write_site(_published(tmp_path, {}), tmp_path / "reports" / "none")
    assert "The ledger is still empty" in site.index.read_text("utf-8")


def test_latest_points_to_the_newest_and_nothing_else_is_left(published: Path, tmp_path: Path) -> None:
    for name in ("first", "second", "second"):
        write_site(published, tmp_path / name)
    assert {file.name for file in tmp_path.iterdir()} == {"first", "second", "latest"}
    assert (tmp_path / "latest").resolve() == (tmp_path / "second").resolve()
    assert (tmp_path / "latest" / "index.html").is_file()


def test_a_report_that_fails_leaves_the_old_one(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(published, tmp_path / "run")
    before = (tmp_path / "run" / "index.html").read_bytes()
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_site(published, tmp_path / "run")
    assert (tmp_path / "run" / "index.html").read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"run", "latest"}


def test_without_a_warehouse_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        write_site(tmp_path / "none.duckdb", tmp_path / "reports" / "run")
    assert not list(tmp_path.iterdir())


def test_same_warehouse_same_bytes(published: Path, tmp_path: Path) -> None:
    pages = [write_site(published, tmp_path / name).index.parent for name in ("a", "b")]
    contents = [
        {file.relative_to(page): file.read_bytes() for file in page.rglob("*") if file.is_file()} for page in pages
    ]
    assert contents[0] == contents[1]


def test_a_report_file_is_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "r.sql"
    file.write_text(
        "-- # Title\n-- Prose of\n-- two lines.\n\n-- ## First?\n-- What it is.\n-- chart: table\n"
        "SELECT 1 -- not -- ## a part\nFROM runs;\n\n-- ## Second\n-- chart: heat\nWITH x AS (SELECT 1 FROM files)\nSELECT * FROM x\n"
    )
    report = read_report(file)
    assert (report.title, report.prose) == ("Title", "Prose of two lines.")
    first, second = report.parts
    assert (first.title, first.prose, first.chart, first.view) == ("First?", "What it is.", "table", "runs")
    assert first.sql == "SELECT 1 -- not -- ## a part\nFROM runs"
    assert (second.prose, second.chart, second.view) == ("", "heat", "files")


@pytest.mark.parametrize("part", ["-- ## No chart\nSELECT 1 FROM runs", "-- ## No statement\n-- chart: table\n"])
def test_a_part_that_lacks_something_is_named(tmp_path: Path, part: str) -> None:
    (tmp_path / "r.sql").write_text(f"-- # T\n{part}\n")
    with pytest.raises(ValueError, match=re.escape(part[6:].splitlines()[0])):
        read_report(tmp_path / "r.sql")
