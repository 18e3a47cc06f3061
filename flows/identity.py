"""Who is who in the warehouse: its names, resolved together with what persons corrected."""

from collections.abc import Iterable

from transforms.identity.handles import handles, tied
from transforms.identity.names import Name, Review
from transforms.identity.resolve import resolve
from warehouse.identity import NameRow, find_changes, reach, read_reviews, write_resolutions
from warehouse.refresh import rules
from warehouse.transaction import Connection, transaction

_FIELDS = ("entity_id", "canonical_name", "type", "basis", "confidence")


def attach_names(con: Connection) -> None:
    """Say of each name in a current article whose it is; to be followed by `warehouse.refresh.refresh`.

    Only names that changed since the last time, and those that they have to do with, are resolved again; the rows are those
    that resolving all would give. All in one transaction: a run killed here leaves what the run before said.
    """
    with transaction(con):
        changed = map(name_of, find_changes(con, rules()))
        reviews = [(Review(*row), holds) for row, holds in read_reviews(con)]
        ties = [(f"review {number}", tied(review)) for number, (review, _) in enumerate(reviews)]
        names = map(name_of, reach(con, _pairs((name.key, handles(name)) for name in changed), _pairs(ties)))
        resolutions = resolve(names, [review for review, holds in reviews if holds])
        columns = {field: [getattr(one, field) for one in resolutions] for field in _FIELDS}
        write_resolutions(con, {"key": [one.name.key for one in resolutions]} | columns)


def name_of(row: NameRow) -> Name:
    """The name in a row that the warehouse counted."""
    key, name_id, label, name, n_articles, surfaces, n_surfaces, beside, n_beside, gender, country, place, article = row
    printed = dict(zip(surfaces, n_surfaces, strict=True))
    shorter = dict(zip(beside, n_beside, strict=True))
    return Name(key, name_id, label, name, n_articles, printed, shorter, gender, country, place, article)


def _pairs(found: Iterable[tuple[str, set[str]]]) -> dict[str, list[str]]:
    pairs = [(key, handle) for key, held in found for handle in held]
    return {"key": [key for key, _ in pairs], "handle": [handle for _, handle in pairs]}
