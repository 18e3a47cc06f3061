"""`newsledger export`: a folder that stands on its own, whole or not at all."""

import hashlib
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest
from newsroom import FORMULA, Call, Desk

from flows import exporting
from flows.cli import run
from reports.export import to_csv
from transforms.schema import TABLES
from warehouse.errors import WarehouseError
from warehouse.export import Column, Exportable, write_relation
from warehouse.views import FOLDER

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def exported(_published: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export") / "it's out"
    assert run(["export", "--to", str(out), "--quiet", "--data", str(_published.settings.data)]) == 0
    return out


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_every_table_and_view_is_there_twice_and_described(exported: Path) -> None:
    names = {*TABLES, *(file.stem for file in FOLDER.glob("*.sql"))}
    for form in ("parquet", "csv"):
        assert {file.stem for file in (exported / form).iterdir()} == names
    package = json.loads((exported / "datapackage.json").read_text("utf-8"))
    assert len(package["resources"]) == 2 * len(names)
    page = (exported / "README.md").read_text("utf-8")
    for resource in package["resources"]:
        content = (exported / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        fields = resource["schema"]["fields"]
        frame = pl.read_parquet(content) if resource["format"] == "parquet" else pl.read_csv(content)
        assert [field["name"] for field in fields] == frame.columns
        assert all(field["description"] and field["type"] != "any" for field in fields), resource["name"]
        assert f"### {resource['title']}\n" in page
        assert set(resource["schema"].get("primaryKey", [])) <= set(frame.columns)
        for field in fields:
            if field.get("constraints", {}).get("required"):
                assert frame[field["name"]].null_count() == 0, resource["name"]
            if words := field.get("constraints", {}).get("enum"):
                assert set(frame[field["name"]].drop_nulls()) <= set(words)


def test_parquet_holds_the_very_rows(exported: Path, published: Desk) -> None:
    for name in ("quotes", "documents", "top_speakers", "current_articles"):
        rows = pl.read_parquet(exported / "parquet" / f"{name}.parquet").rows()
        assert sorted(rows, key=repr) == sorted(published.ask(f"FROM {name}"), key=repr)
    assert pl.read_parquet(exported / "parquet" / "top_speakers.parquet").rows() == published.ask("FROM top_speakers")


def test_csv_is_as_safe_as_that_of_a_report(exported: Path) -> None:
    guarded = 0
    for name in ("quotes", "current_articles", "key_phrases", "current_quotes"):
        frame = pl.read_parquet(exported / "parquet" / f"{name}.parquet")
        expected = pl.read_csv(to_csv(frame), infer_schema=False).select(
            column for column, kind in frame.schema.items() if kind in (pl.String, pl.Date, pl.Int64, pl.List)
        )
        content = (exported / "csv" / f"{name}.csv").read_bytes()
        assert content.startswith("\ufeff".encode())
        assert pl.read_csv(content, infer_schema=False).select(expected.columns).rows() == expected.rows()
        guarded += content.count(b"'=") + content.count(b"[U+001B]") + content.count(b"[U+202E]")
    assert guarded >= 3
    assert FORMULA[:10] in (exported / "csv" / "quotes.csv").read_text("utf-8")


def test_the_text_that_offsets_count_in_is_in_parquet_only(exported: Path) -> None:
    assert "text" in pl.read_parquet(exported / "parquet" / "documents.parquet").columns
    assert "text" not in pl.read_csv(exported / "csv" / "documents.csv").columns


def test_the_same_data_gives_the_same_bytes_and_takes_the_place_of_an_earlier_export(
    exported: Path, published: Desk, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "again"
    out.mkdir()
    call("export", "--to", str(out), "--only", "quotes", "top_speakers")
    assert {file.name for file in out.rglob("*.*")} == {
        "README.md", "datapackage.json", "quotes.csv", "quotes.parquet", "top_speakers.csv", "top_speakers.parquet",
    }  # fmt: skip
    done = json.loads(call("export", "--to", str(out), "--json"))
    assert done["rows"]["articles"] == 7
    assert done["folder"] == str(out)
    first, second = everything(exported), everything(out)
    assert first == second
    assert done["bytes"] == sum(map(len, second.values()))


@pytest.mark.usefixtures("published")
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, call: Call, capfd: Captured) -> None:
    (tmp_path / "novel.txt").write_text("chapter one")
    for out, said in ((tmp_path, "novel.txt"), (tmp_path / "novel.txt", "it is no folder")):
        assert run(["export", "--to", str(out)]) == 2
        assert said in capfd.readouterr().err
    out = tmp_path / "export"
    call("export", "--to", str(out), "--only", "runs")
    (out / "notes.txt").write_text("my notes")
    assert run(["export", "--to", str(out)]) == 2
    assert "notes.txt" in capfd.readouterr().err
    assert (out / "notes.txt").read_text() == "my notes"
    (out / "notes.txt").unlink()
    (tmp_path / "letters").mkdir()
    (out / "mine").mkdir()
    assert run(["export", "--to", str(out)]) == 2
    assert "no export wrote: mine" in capfd.readouterr().err
    (out / "mine").rmdir()
    (out / "mine").symlink_to(tmp_path / "letters")
    assert run(["export", "--to", str(out)]) == 2
    assert "no export wrote: mine" in capfd.readouterr().err


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("place", ["source=nobody/out", "draft[1]/out", "what?*/out", "back\\[slash/out"])
def test_the_name_of_the_folder_says_nothing_about_the_rows(
    exported: Path, tmp_path: Path, call: Call, place: str
) -> None:
    call("export", "--to", str(tmp_path / place), "--only", "current_articles")
    csv = tmp_path / place / "csv" / "current_articles.csv"
    assert csv.read_bytes() == (exported / "csv" / "current_articles.csv").read_bytes()


def test_a_csv_is_made_of_its_own_parquet_and_no_other(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        con.execute("CREATE TABLE said AS SELECT 'levy' AS word")
        columns = (Column("word", "VARCHAR", "A word.", True),)
        for name, words in (("draft1", "other"), ("draft[1]", "levy")):
            (tmp_path / name).mkdir()
            con.execute("UPDATE said SET word = $1", [words])
            files = (tmp_path / name / "said.parquet", tmp_path / name / "said.csv")
            write_relation(con, Exportable("said", "table", "Words.", columns, (), "ALL"), *files)
    assert "levy" in (tmp_path / "draft[1]" / "said.csv").read_text("utf-8")


@pytest.mark.usefixtures("published")
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capfd: Captured
) -> None:
    out = tmp_path / "export"
    call("export", "--to", str(out), "--only", "runs")
    before = everything(out)

    def breaks(*_: object) -> int:
        raise WarehouseError("disk full", where="the table runs", fix="free disk space")

    monkeypatch.setattr(exporting, "write_relation", breaks)
    assert run(["export", "--to", str(out)]) == 1
    assert "disk full" in capfd.readouterr().err
    assert everything(tmp_path) == {f"export/{name}": content for name, content in before.items()}
    assert run(["export", "--to", str(tmp_path / "new"), "--only", "quote"]) == 2
    assert "one of quotes" in capfd.readouterr().err
    assert not (tmp_path / "new").exists()
