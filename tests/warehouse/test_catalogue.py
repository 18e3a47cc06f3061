"""Every view says what it answers and what each of its columns means."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse import views
from warehouse.database import open_for_write
from warehouse.errors import BadSql
from warehouse.views import catalogue, define_views

FILES = sorted(views.FOLDER.glob("*.sql"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "views"
    shutil.copytree(views.FOLDER, copy)
    monkeypatch.setattr(views, "FOLDER", copy)
    return copy


@pytest.fixture(scope="module")
def defined() -> Iterator[duckdb.DuckDBPyConnection]:
    with open_for_write(Path(":memory:")) as con:
        define_views(con)
        yield con


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_view_says_what_it_answers(defined: duckdb.DuckDBPyConnection, file: Path) -> None:
    view = {view.name: view for view in catalogue(defined)}[file.stem]
    asked = file.read_text("utf-8").splitlines()[0]
    assert re.fullmatch(r"-- [A-Z].+\?", asked)
    assert "?" in view.question
    assert all(sentence.endswith(".") for sentence in view.columns.values())
    assert defined.execute(f"DESCRIBE {file.stem}").pl()["column_name"].to_list() == list(view.columns)


def test_defining_again_gives_the_same_views_and_comments(con: duckdb.DuckDBPyConnection) -> None:
    define_views(con)
    before = catalogue(con)
    define_views(con)
    assert catalogue(con) == before
    assert len(before) == len(FILES)


def test_views_that_are_gone_are_dropped(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    define_views(con)
    (folder / "topic_week.sql").unlink()
    define_views(con)
    assert "topic_week" not in {view.name for view in catalogue(con)}


def test_a_view_may_read_one_that_comes_later_in_the_alphabet(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    (folder / "aaa.sql").write_text("-- Who?\nCREATE OR REPLACE VIEW aaa AS FROM zzz;")
    (folder / "zzz.sql").write_text("-- Who?\nCREATE OR REPLACE VIEW zzz AS FROM top_speakers;")
    define_views(con)
    assert {"aaa", "zzz"} < {view.name for view in catalogue(con)}


@pytest.mark.parametrize(
    "text", ["CREATE OR REPLACE VIEW broken AS FROM nowhere;", "CREATE OR REPLACE VIEW other AS SELECT 1;", "SELEKT"]
)
def test_a_file_that_cannot_be_defined_is_named(con: duckdb.DuckDBPyConnection, folder: Path, text: str) -> None:
    (folder / "broken.sql").write_text(text)
    with pytest.raises(BadSql, match=r"sql/views/broken\.sql"):
        define_views(con)
