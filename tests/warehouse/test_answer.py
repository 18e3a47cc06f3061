"""A view asked by name and with filters."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from papers import MONDAY, press

from warehouse.answer import Answer, answer
from warehouse.errors import Missing, NoSingleMatch
from warehouse.narrow import Filters

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return press(tmp_path_factory.mktemp("press") / "it's published.duckdb")


@pytest.fixture
def ask(published: Path) -> Ask:
    def asked(name: str, limit: int | None = None, **filters: Any) -> Answer:
        return answer(published, name, Filters(**filters), limit)

    return asked


def test_a_ranking_within_a_source_and_a_period(ask: Ask) -> None:
    since = MONDAY + timedelta(days=12)
    found = ask("top_speakers", source="Harbour Post", since=since)
    assert found.view.question.startswith("Who is quoted most?")
    assert (found.chosen.articles, found.chosen.of) == (12, 48)
    assert found.rows["quotes"].sum() == 24
    assert set(found.rows["sources"]) == {1}
    assert found.rows["first_date"].min() == since


def test_a_filter_on_what_a_view_shows_leaves_its_comparisons_whole(ask: Ask) -> None:
    everything = ask("topics_by_source").rows
    of_one = ask("topics_by_source", source="The Harbour Post").rows
    assert of_one.equals(everything.filter(everything["source"] == "The Harbour Post"))
    assert len(of_one) > 0
    topic = ask("topics_by_source", topic="sport").rows
    assert set(topic["topic"]) == {"sport"}
    assert topic["lift_vs_all"].to_list() != [1.0] * len(topic)


@pytest.fixture(scope="module")
def two_schemes(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The press, with a section `Sport` beside the Media Topic `sport`."""
    copy = tmp_path_factory.mktemp("schemes") / "published.duckdb"
    shutil.copy(published, copy)
    with duckdb.connect(str(copy)) as con:
        con.execute("DELETE FROM topics WHERE topic_id = 'section:sport'")
        con.execute("INSERT INTO topics (topic_id, label, scheme) VALUES ('section:sport', 'Sport', 'section')")
        con.execute(
            "INSERT INTO article_topics BY NAME"
            " SELECT article_id, 'section:sport' AS topic_id, 1 AS rank, 1.0 AS score, 'section' AS method"
            " FROM current_articles WHERE source = 'Fellside Écho' LIMIT 3"
        )
    return copy


@pytest.mark.parametrize("view", ["current_topics", "topics_by_source", "topic_week", "quoted_topics"])
def test_a_topic_is_meant_in_every_scheme_that_spells_it_in_its_way(two_schemes: Path, view: str) -> None:
    everything = answer(two_schemes, view, Filters(), None).rows
    for typed in ("sport", "SPORT"):
        found = answer(two_schemes, view, Filters(topic=typed), None)
        assert found.choice.topic is not None
        assert found.choice.topic.labels == ("Sport", "sport")
        assert len(found.rows) == len(everything.filter(everything["topic"].is_in(["sport", "Sport"]))) > 0
    of_one = answer(two_schemes, view, Filters(topic="medtop:15000000"), None).rows
    assert set(of_one["topic"]) == {"sport"}


def test_weeks_are_shown_whole_and_compared_with_the_week_before(ask: Ask) -> None:
    everything = ask("topic_week").rows
    found = ask("topic_week", since=MONDAY + timedelta(days=9), until=MONDAY + timedelta(days=16)).rows
    assert sorted(set(found["week"])) == ["2031-05-12", "2031-05-19"]
    assert found.equals(everything.filter(everything["week"].is_in(["2031-05-12", "2031-05-19"])))
    assert found["change"].null_count() < len(found)


def test_what_an_article_row_says_stays_whole_for_a_speaker(ask: Ask) -> None:
    everything = ask("source_diversity").rows
    found = ask("source_diversity", speaker="Ada Brook").rows
    assert 0 < len(found) < len(everything)
    assert set(found["quotes"]) == {2}
    assert set(found["article_id"]) <= set(everything["article_id"])


def test_a_speaker_is_a_row_where_views_show_entities(ask: Ask) -> None:
    assert set(ask("mentioned_vs_quoted", speaker="Zoe Hartmann").rows["canonical_name"]) == {"Zoë Hartmann"}
    assert set(ask("name_variants", speaker="ada brook").rows["canonical_name"]) == {"Ada Brook"}
    assert set(ask("top_speakers", speaker="Officials").rows["speaker"]) == {"officials"}


def test_days_are_inclusive_and_undated_articles_are_counted_as_left_out(ask: Ask) -> None:
    day = MONDAY + timedelta(days=3)
    found = ask("quote_evidence", since=day, until=day)
    assert set(found.rows["content_date"]) == {day}
    assert (found.chosen.articles, found.chosen.undated) == (1, 8)


def test_a_limit_gives_the_first_rows(ask: Ask) -> None:
    assert ask("top_speakers", limit=2).rows.equals(ask("top_speakers").rows.head(2))


def test_a_name_may_be_written_as_one_speaks(ask: Ask) -> None:
    assert ask("Top speakers").view.name == "top_speakers"


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("top_speaker", {}, "did you mean top_speakers"),
        ("weather", {}, "newsledger ask lists them"),
        ('"; DROP VIEW top_speakers', {}, "no question is called"),
        ("name_variants", {"since": date(2031, 1, 1)}, "name_variants cannot be asked with this filter"),
        ("reject_reasons", {"source": "The Harbour Post"}, "newsledger views reject_reasons explains it"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_way_out(
    ask: Ask, name: str, filters: dict[str, Any], said: str
) -> None:
    with pytest.raises(NoSingleMatch) as refused:
        ask(name, **filters)
    assert said in str(refused.value)


def test_nothing_is_published_yet(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        answer(tmp_path / "published.duckdb", "top_speakers", Filters(), None)
