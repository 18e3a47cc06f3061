"""The topic classifier learns from the warehouse: fitted again as the warehouse grows, its topics given to all articles.

What the tables hold is a function of the articles and the model in force. A run that is killed anywhere leaves a model that is
not on record, or articles that still have another model's topics; the next run goes on from there.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.files import replace_file
from transforms.extractors.topics import READ
from transforms.records import as_row
from transforms.topics.assign import assigned
from transforms.topics.classifier import Model, base_model, from_bytes, to_bytes
from transforms.topics.lexicon import lexicon_digest
from transforms.topics.words import Piece
from warehouse import topic_models as stored
from warehouse.database import open_for_write

if TYPE_CHECKING:
    from flows.settings import Settings

LEAST_ARTICLES = 1_000
GROWTH = 1.5
_MOST_EXAMPLES = 10_000
_AT_ONCE = 2_000


def update_topics(settings: "Settings", run_id: str) -> str:
    """Fit the classifier if it is due, give its topics to all articles that have another's, and return its version.

    It is due from 1,000 current English articles on, when they have grown by half since the last fit, and when the lexicon has
    changed.
    """
    with open_for_write(settings.work) as con:
        models, n_articles = stored.known_models(con), stored.n_current(con)
        _record_base(con, models)
        last = next(
            ((row, model) for row in models if row.fitted_at and (model := _kept(settings.data, row.model))), None
        )
        fresh = last if last and last[0].lexicon == lexicon_digest() else None
        if n_articles >= LEAST_ARTICLES and not (fresh and n_articles < GROWTH * fresh[0].n_articles):
            model = _fit(con, settings.data, (run_id, n_articles))
        else:
            model = fresh[1] if fresh else base_model()
        _assign(con, model)
    return model.version


def _kept(data: Path, version: str) -> Model | None:
    """The model in the data folder; None for one that was lost or damaged, which is fitted anew."""
    file = _file(data, version)
    try:
        return from_bytes(file.read_bytes()) if file.is_file() else None
    except ValueError:
        return None


def _record_base(con: stored.Connection, models: list[stored.ModelRow]) -> None:
    base = base_model()
    if base.version not in {row.model for row in models}:
        fitted = base.fitted
        stored.record_model(
            con, stored.ModelRow(base.version, None, None, fitted.n_articles, fitted.n_examples, fitted.lexicon)
        )


def _fit(con: stored.Connection, data: Path, run: tuple[str, int]) -> Model:
    from transforms.topics.fitting import fit  # with scikit-learn, which takes a second to import

    run_id, n_articles = run
    model = fit([_piece(text) for text in stored.stored_texts(con, stored.sample(con, _MOST_EXAMPLES))], "corpus")
    replace_file(_file(data, model.version), to_bytes(model))
    fitted = model.fitted
    now = datetime.now(UTC)
    stored.record_model(con, stored.ModelRow(model.version, now, run_id, n_articles, fitted.n_examples, fitted.lexicon))
    return model


def _assign(con: stored.Connection, model: Model) -> None:
    """The workers ask the base model: what it found nothing in is asked again of a fitted one only."""
    find = stored.of_other_models if model.version == base_model().version else stored.not_of_model
    ids = find(con, model.version, READ)
    for part in _parts(ids):
        texts = list(stored.stored_texts(con, part))
        rows = [as_row(text.article_id, topic) for text in texts for topic in assigned(_piece(text), model)]
        stored.replace_topics(con, part, rows)


def _parts(ids: list[str]) -> Iterator[list[str]]:
    yield from (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _piece(text: stored.StoredText) -> Piece:
    return Piece(tuple(title for title in (text.headline, text.subhead) if title), text.body, text.section)


def _file(data: Path, version: str) -> Path:
    return data / f"topics-{version}.model"
