"""A warehouse that was published without an article is asked like any other."""

import json
from pathlib import Path

import pytest
from newsroom import Desk, derived_here, write

from flows.cli import run
from warehouse.database import open_published
from warehouse.views import catalogue

REPORT = """-- Who?
-- chart: league
SELECT speaker, quotes FROM top_speakers;
-- Where?
-- chart: heat
SELECT topic, source, share_of_source, articles, articles, lift_vs_all FROM topics_by_source;
"""


@pytest.fixture(scope="module")
def without_articles(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("bare"))
    write(desk.inbox, empty="")
    with derived_here():
        desk.ingest()
    return desk


@pytest.fixture
def bare(without_articles: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = without_articles.copied(tmp_path)
    monkeypatch.chdir(desk.project)
    return desk


def test_every_question_has_an_answer(bare: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    with open_published(bare.settings.published) as con:
        names = [view.name for view in catalogue(con)]
    for name in names:
        assert run(["ask", name, "--quiet"]) == 0, capfd.readouterr().err
    assert run(["ask", "top_speakers"]) == 0
    assert "no rows" in capfd.readouterr().err
    assert run(["ask", "top_speakers", "--source", "The Harbour Post"]) == 2
    complaint = capfd.readouterr().err
    assert complaint.count("  where: ") == complaint.count("  fix: ") == 1


def test_it_is_searched_exported_and_reported(bare: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "ferry"]) == 0
    assert "no quote\nno article" in capfd.readouterr().err
    assert run(["sql", "FROM quotes", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out) == []
    assert run(["export", "--to", "out"]) == 0
    assert run(["report"]) == 0
    (bare.project / "own.sql").write_text(REPORT)
    assert run(["report", "own.sql"]) == 0
    assert run(["check"]) == 0
