"""The documentation cannot lie: what it says is compared with what the code declares."""

import re
from pathlib import Path

import polars as pl
import pytest

from flows.cli import app_of
from flows.document import REJECT_REASONS_EXPLAINED, as_markdown, questions_page, tables_page, views_page, write_docs
from flows.questions import ANSWERED, NOT_YET
from transforms.schema import TABLES
from transforms.schema.vocabulary import CHANNELS, CUE_CLASSES, REJECT_REASONS
from warehouse.database import open_for_write
from warehouse.views import catalogue, define_views

ROOT = Path(__file__).parent.parent
VIEWS = ROOT / "sql" / "views"


def rows_under(heading: str, page: str) -> list[str]:
    """The first cells of the table under a heading."""
    part = re.split(rf"^#+ {re.escape(heading)}$", page, maxsplit=1, flags=re.MULTILINE)[1]
    return re.findall(r"^\| `(.+?)` \|", re.split(r"^#+ ", part, maxsplit=1, flags=re.MULTILINE)[0], flags=re.MULTILINE)


def commands() -> list[str]:
    return [name for name in app_of() if not name.startswith("-")]


@pytest.mark.parametrize("name", ["tables.md", "views.md"])
def test_the_committed_page_is_what_the_declarations_give(name: str) -> None:
    page = tables_page() if name == "tables.md" else views_page(VIEWS)
    assert (ROOT / "docs" / name).read_text("utf-8") == page, "run `make docs`"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_documented(table: str) -> None:
    page = tables_page()
    assert rows_under(table, page) == list(TABLES[table].columns())
    assert all(f" {column.description}" in page for column in TABLES[table].columns().values() if column.description)
    assert all(column.description for column in TABLES[table].columns().values())


def test_every_reason_to_reject_a_file_is_explained() -> None:
    assert set(REJECT_REASONS_EXPLAINED) == set(REJECT_REASONS)
    assert rows_under("Why a file is rejected", tables_page()) == list(REJECT_REASONS_EXPLAINED)


def test_every_class_of_cue_and_every_channel_is_explained() -> None:
    page = (ROOT / "docs" / "framing.md").read_text("utf-8")
    assert rows_under("Cue classes", page) == list(CUE_CLASSES)
    assert rows_under("Channels", page) == list(CHANNELS)


def test_every_view_is_documented_with_its_columns_and_a_query_that_runs(tmp_path: Path) -> None:
    page = views_page(VIEWS)
    with open_for_write(tmp_path / "empty.duckdb") as con:
        define_views(con)
        views = catalogue(con)
        assert [view.name for view in views] == sorted(file.stem for file in VIEWS.glob("*.sql"))
        for view in views:
            assert rows_under(view.name, page) == list(view.columns)
            assert all(sentence in page for sentence in (view.question, *view.columns.values()))
        for query in re.findall(r"^```sql\n(.+?)\n```$", page, flags=re.MULTILINE | re.DOTALL):
            con.execute(query)


def test_a_view_without_a_comment_is_named(tmp_path: Path) -> None:
    (tmp_path / "lost.sql").write_text("-- What?\nCREATE OR REPLACE VIEW lost AS SELECT 1 AS a;\n")
    with pytest.raises(ValueError, match=r"lost\.sql: no COMMENT ON VIEW lost"):
        views_page(tmp_path)


def test_quotes_and_bars_in_a_comment_keep_the_table_whole(tmp_path: Path) -> None:
    (tmp_path / "v.sql").write_text(
        "COMMENT ON VIEW v IS 'Who''s who?';\nCOMMENT ON COLUMN v.a IS 'One''s a | b; or c.';\n"
    )
    page = views_page(tmp_path)
    assert "Who's who?" in page
    assert "| `a` | One's a \\| b; or c. |" in page


def test_writing_the_docs_gives_the_pages_and_twice_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "sql").symlink_to(ROOT / "sql")
    first = [path.read_bytes() for path in write_docs(tmp_path)]
    assert [path.read_bytes() for path in write_docs(tmp_path)] == first
    assert first == [tables_page().encode(), views_page(VIEWS).encode()]


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """The answer to each statement, as committed: only `make docs` asks the samples again."""
    page = (ROOT / "docs" / "questions.md").read_text("utf-8")
    return dict(re.findall(r"^```sql\n([^`]+)\n```\n\n((?:\|.*\|\n)+|\(no rows\)\n)", page, flags=re.MULTILINE))


def test_the_committed_questions_are_those_of_the_views(answers: dict[str, str]) -> None:
    page = questions_page(VIEWS, lambda sql: answers.get(sql, "?\n").removesuffix("\n"))
    assert (ROOT / "docs" / "questions.md").read_text("utf-8") == page, "run `make docs`"
    assert all(f"`{file.stem}`" in page for file in VIEWS.glob("*.sql"))


def test_each_of_the_25_questions_is_answered_or_says_what_it_waits_for() -> None:
    assert sorted(entry.number for entry in (*ANSWERED, *NOT_YET)) == list(range(1, 26))


def test_every_example_runs_and_shows_the_columns_of_its_answer(answers: dict[str, str], tmp_path: Path) -> None:
    with open_for_write(tmp_path / "empty.duckdb") as con:
        define_views(con)
        for entry in ANSWERED:
            lines = answers[entry.example].splitlines()
            assert f"FROM {entry.view}" in entry.example
            assert lines[0] == f"| {' | '.join(con.sql(entry.example).columns)} |"
            assert 3 <= len(lines) <= 8


def test_an_answer_is_a_table_of_short_cells() -> None:
    answer = pl.DataFrame({"said": ["a | b\n*c* <d>", "x" * 61], "share": [0.5, None], "sure": [True, False]})
    assert as_markdown(answer).splitlines()[2:] == [
        r"| a \| b \*c\* \<d\> | 0.50 | true |",
        f"| {'x' * 59}… |  | false |",
    ]
    assert as_markdown(pl.DataFrame({"told": [["six", "seven"]]})).splitlines()[2] == "| six; seven |"
    assert as_markdown(answer.clear()) == "(no rows)"


def test_every_command_is_documented_and_no_other() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert sorted(re.findall(r"^## newsledger (\S+)$", page, flags=re.MULTILINE)) == sorted(commands())
