"""The register of extractors is the folder; parameters are dependencies; versions make stored texts stale."""

from collections.abc import Callable
from typing import Any

import pytest
from analysed import article, paragraphs_of

from transforms import derive, versions
from transforms.derive import GIVEN, steps
from transforms.extractors import quotes

TEXT = "“The pier is closed,” said Anna Holt, the mayor."


def test_every_file_of_the_folder_is_a_step_that_runs_after_what_it_needs() -> None:
    known = set(GIVEN)
    for name, step, needs in steps():
        assert step.__name__ == name
        assert set(needs) <= known
        known.add(name)
    assert {"entities", "quotes", "mentions", "topics"} <= known


def test_records_of_every_step() -> None:
    derived = derive.derive(article(TEXT), paragraphs_of(TEXT))

    assert set(derived) == {name for name, _, _ in steps()}
    assert derived["quotes"][0].speaker.name == "Anna Holt"
    tables = derive.table_rows(article(TEXT), derived)
    assert {"mentions", "quotes", "quote_spans", "article_topics"} <= set(tables)


def test_a_caller_can_watch_every_step() -> None:
    seen = []

    def watching(name: str, step: Callable[..., tuple[Any, ...]], *arguments: Any) -> tuple[Any, ...]:
        seen.append(name)
        return step(*arguments)

    assert derive.derive(article(TEXT), paragraphs_of(TEXT), watching) == derive.derive(
        article(TEXT), paragraphs_of(TEXT)
    )
    assert seen == [name for name, _, _ in steps()]


def test_a_new_version_of_any_extractor_makes_stored_texts_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions.extractor_version("some_model")

    assert before == versions.extractor_version("some_model")
    assert before != versions.extractor_version("another_model")
    monkeypatch.setattr(quotes, "VERSION", quotes.VERSION + 1)
    assert before != versions.extractor_version("some_model")
