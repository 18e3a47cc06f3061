"""What an SQL file says of its report."""

import re
from pathlib import Path

import pytest

from flows.report_sql import parse, read_report


def test_a_report_file_is_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "r.sql"
    file.write_text(
        "-- # Title\n-- Prose of\n-- two lines.\n-- key: source\n\n-- ## First?\n-- What it is.\n-- chart: table\n"
        "SELECT 1 -- not -- ## a part\nFROM runs;\n\n-- ## Second\n-- chart: heat\n-- width: half\n-- empty: None yet.\n"
        "WITH x AS (SELECT 1 FROM files)\nSELECT * FROM x\n"
    )
    report = read_report(file)
    assert (report.title, report.prose, report.key) == ("Title", "Prose of two lines.", "source")
    first, second = report.parts
    assert (first.title, first.prose, first.chart, first.view, first.half) == (
        "First?",
        "What it is.",
        "table",
        "runs",
        False,
    )
    assert first.sql == "SELECT 1 -- not -- ## a part\nFROM runs"
    assert (second.prose, second.chart, second.view, second.half, second.empty) == (
        "",
        "heat",
        "files",
        True,
        "None yet.",
    )
    assert second.line == 16


@pytest.mark.parametrize(
    "part",
    [
        "-- ## No chart\nSELECT 1 FROM runs",
        "-- ## No statement\n-- chart: table\n",
        "-- ## No view\n-- chart: table\nSELECT 1",
    ],
)
def test_a_part_of_ours_that_lacks_something_is_named(tmp_path: Path, part: str) -> None:
    (tmp_path / "r.sql").write_text(f"-- # T\n{part}\n")
    with pytest.raises(ValueError, match=re.escape(part[6:].splitlines()[0])):
        read_report(tmp_path / "r.sql")


def test_plain_comments_make_titles() -> None:
    report = parse(
        "-- # Monday\n-- What we look at.\n\n-- Who is loud? Only the named.\nSELECT 1 FROM a;\n"
        "/* Topics of the week, as printed\n   in all sources. */\nSELECT 2;\nSELECT 3 FROM top_speakers"
    )
    assert (report.title, report.prose) == ("Monday", "What we look at.")
    assert [(part.title, part.prose) for part in report.parts] == [
        ("Who is loud?", "Only the named."),
        ("Topics of the week, as printed in all sources", ""),
        ("Top speakers", ""),
    ]


def test_a_title_that_stands_right_above_the_statement_is_the_reports() -> None:
    report = parse("-- # Monday\nSELECT 1 FROM runs")
    assert (report.title, report.parts[0].title) == ("Monday", "Runs")


def test_a_heading_without_its_statement_is_named() -> None:
    with pytest.raises(ValueError, match="'First'"):
        parse("-- ## First\n-- ## Second\nSELECT 1")


def test_what_only_our_files_may_say_is_prose_in_anyones() -> None:
    text = "-- # Monday\n-- key: those who decide\n\n-- ## Who?\n-- view: from the hill\n-- more: than ever\n-- width: half\nFROM runs"
    report = parse(text)
    assert (report.prose, report.key) == ("key: those who decide", "")
    (part,) = report.parts
    assert (part.prose, part.view, part.more, part.half) == ("view: from the hill more: than ever", "runs", "", True)


@pytest.mark.parametrize(
    ("sql", "view"),
    [
        ("WITH n AS (SELECT count(*) FROM files) SELECT * FROM runs JOIN n ON true", "runs"),
        ("SELECT (SELECT count(*) FROM files) AS n, extract(year FROM started_at) FROM runs", "runs"),
        ("WITH n AS MATERIALIZED (FROM files) SELECT * FROM n", "files"),
        ("SELECT * FROM (SELECT * FROM runs) ORDER BY 1", "runs"),
        ("SELECT 1", ""),
    ],
)
def test_the_view_is_the_one_outside_of_parentheses(sql: str, view: str) -> None:
    assert parse(sql).parts[0].view == view


@pytest.mark.parametrize("part", ["(" * 50_000, "SELECT " + "(" * 2_000 + ")" * 2_000, "x AS " * 20_000])
def test_a_hostile_statement_is_read_in_no_time(part: str) -> None:
    assert parse(f"SELECT 1 {part} FROM runs").parts[0].sql
