"""The topic classifier is fitted as the warehouse grows, is on record, and gives its topics to every article."""

import pytest
from newsroom import Desk, assert_sound, numbered

from flows import topic_models

MODELS = "SELECT DISTINCT model FROM article_topics WHERE model IS NOT NULL"
RECORD = "SELECT model, n_articles FROM topic_models WHERE fitted_at IS NOT NULL ORDER BY fitted_at"

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_models, "LEAST_ARTICLES", 20)


def test_a_small_warehouse_has_the_model_that_comes_with_newsledger(desk: Desk) -> None:
    numbered(desk.inbox, 3)
    desk.ingest()
    [(model,)] = desk.ask("SELECT model FROM topic_models")
    assert model.startswith("base-")
    assert desk.ask(MODELS) == [(model,)]


@pytest.mark.usefixtures("small")
def test_a_grown_warehouse_is_learnt_from_and_read_again(desk: Desk) -> None:
    numbered(desk.inbox, 24)
    desk.ingest()
    [(first, n_articles)] = desk.ask(RECORD)
    assert n_articles == 24
    assert desk.ask(MODELS) == [(first,)]
    assert (desk.settings.data / f"topics-{first}.model").is_file()
    numbered(desk.inbox, 30)
    desk.ingest()
    assert desk.ask(RECORD) == [(first, 24)], "too little growth to learn from"
    assert desk.ask(MODELS) == [(first,)], "the new articles have the topics of the model in force"
    numbered(desk.inbox, 40)
    desk.ingest()
    assert [n for _, n in desk.ask(RECORD)] == [24, 40]
    assert desk.ask(MODELS) == [(desk.ask(RECORD)[-1][0],)]
    assert_sound(desk)


@pytest.mark.usefixtures("small")
def test_a_damaged_model_is_learnt_anew(desk: Desk) -> None:
    numbered(desk.inbox, 24)
    desk.ingest()
    [(model, _)] = desk.ask(RECORD)
    file = desk.settings.data / f"topics-{model}.model"
    whole = file.read_bytes()
    file.write_bytes(b"")
    numbered(desk.inbox, 25)
    desk.ingest()
    [(again, n_articles)] = desk.ask(RECORD)[-1:]
    assert n_articles == 25
    assert desk.ask(MODELS) == [(again,)]
    assert len((desk.settings.data / f"topics-{again}.model").read_bytes()) > len(whole) // 2


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


@pytest.mark.usefixtures("small")
def test_a_model_whose_file_is_lost_is_fitted_again(desk: Desk) -> None:
    numbered(desk.inbox, 24)
    desk.ingest()
    [(model, _)] = desk.ask(RECORD)
    (desk.settings.data / f"topics-{model}.model").unlink()
    numbered(desk.inbox, 25)
    desk.ingest()
    assert [n for _, n in desk.ask(RECORD)] == [24, 25]
    assert desk.ask(MODELS) == [(desk.ask(RECORD)[-1][0],)]


def _die(*_: object) -> None:
    raise KeyboardInterrupt
