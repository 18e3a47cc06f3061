"""The topic classifier is fitted as the warehouse grows, is on record, and gives its topics to every article."""

from pathlib import Path

import pytest
from newsroom import Desk, assert_sound, derived_here, numbered

from flows import topic_models

MODELS = "SELECT DISTINCT model FROM article_topics WHERE model IS NOT NULL"
RECORD = "SELECT model, n_articles FROM topic_models WHERE fitted_at IS NOT NULL ORDER BY fitted_at"

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_models, "LEAST_ARTICLES", 20)


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("grown"))
    numbered(desk.inbox, 24)
    with derived_here(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(topic_models, "LEAST_ARTICLES", 20)
        desk.ingest()
    return desk


@pytest.fixture
def grown(learnt: Desk, tmp_path: Path, small: None) -> Desk:
    """Twenty-four articles are ingested and learnt from."""
    return learnt.copied(tmp_path)


def test_a_small_warehouse_has_the_model_that_comes_with_newsledger(desk: Desk) -> None:
    numbered(desk.inbox, 3)
    desk.ingest()
    [(model,)] = desk.ask("SELECT model FROM topic_models")
    assert model.startswith("base-")
    assert desk.ask(MODELS) == [(model,)]


def test_a_grown_warehouse_is_learnt_from_and_read_again(grown: Desk) -> None:
    [(first, n_articles)] = grown.ask(RECORD)
    assert n_articles == 24
    assert grown.ask(MODELS) == [(first,)]
    assert (grown.settings.data / f"topics-{first}.model").is_file()
    numbered(grown.inbox, 30)
    grown.ingest()
    assert grown.ask(RECORD) == [(first, 24)], "too little growth to learn from"
    assert grown.ask(MODELS) == [(first,)], "the new articles have the topics of the model in force"
    numbered(grown.inbox, 40)
    grown.ingest()
    assert [n for _, n in grown.ask(RECORD)] == [24, 40]
    assert grown.ask(MODELS) == [(grown.ask(RECORD)[-1][0],)]
    assert_sound(grown)


def test_a_damaged_model_is_learnt_anew(grown: Desk) -> None:
    [(model, _)] = grown.ask(RECORD)
    file = grown.settings.data / f"topics-{model}.model"
    whole = file.read_bytes()
    file.write_bytes(b"")
    numbered(grown.inbox, 25)
    grown.ingest()
    [(again, n_articles)] = grown.ask(RECORD)[-1:]
    assert n_articles == 25
    assert grown.ask(MODELS) == [(again,)]
    assert len((grown.settings.data / f"topics-{again}.model").read_bytes()) > len(whole) // 2


@pytest.mark.usefixtures("small")
def test_a_run_that_dies_before_the_topics_are_given_is_made_good(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    numbered(desk.inbox, 24)
    with monkeypatch.context() as dying:
        dying.setattr(topic_models.stored, "replace_topics", _die)
        with pytest.raises(KeyboardInterrupt):
            desk.ingest()
    desk.ingest()
    [(model, _)] = desk.ask(RECORD)
    assert desk.ask(MODELS) == [(model,)]
    tables = ("article_topics", "topic_models", "topics")
    before = [desk.ask(f"FROM {table} ORDER BY ALL") for table in tables]
    desk.ingest()
    assert [desk.ask(f"FROM {table} ORDER BY ALL") for table in tables] == before


def test_a_model_whose_file_is_lost_is_fitted_again(grown: Desk) -> None:
    [(model, _)] = grown.ask(RECORD)
    (grown.settings.data / f"topics-{model}.model").unlink()
    numbered(grown.inbox, 25)
    grown.ingest()
    assert [n for _, n in grown.ask(RECORD)] == [24, 25]
    assert grown.ask(MODELS) == [(grown.ask(RECORD)[-1][0],)]


def _die(*_: object) -> None:
    raise KeyboardInterrupt
