"""A person's corrections, written to the working file and in force at once: resolved again, refreshed, published."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from flows.errors import UserError
from flows.identity import attach_names
from flows.lock import run_lock
from flows.settings import Settings
from flows.whole import open_whole
from transforms.identity.names import folded
from transforms.records import identifier
from warehouse.publish import publish
from warehouse.refresh import refresh
from warehouse.reviews import (
    KnownEntity,
    ReviewRow,
    article_of,
    find_entity,
    names_of,
    withdraw,
    write_review,
)
from warehouse.transaction import Connection

_Change = Callable[[Connection], list[ReviewRow]]


def merged(settings: Settings, names: tuple[str, str], label: str | None, note: str | None) -> ReviewRow:
    """The first entity named is the second. Raises UserError when they are one or not of one type, NoSingleMatch."""

    def change(con: Connection) -> list[ReviewRow]:
        one, other = (find_entity(con, name, label) for name in names)
        if one.entity_id == other.entity_id:
            raise UserError(f"both are {one.name}", where=one.entity_id, fix="name two entities")
        if one.type != other.type:
            raise UserError(
                f"{one.name} is a {one.type}, {other.name} a {other.type}",
                where="newsledger review merge",
                fix="give --type",
            )
        return [_review("merge", one, other.kept_as, note)]

    return _made(settings, change)[0]


def split_off(
    settings: Settings,
    names: tuple[str, str],
    parts: tuple[tuple[str, ...], tuple[str, ...]],
    said: tuple[str | None, str | None],
) -> list[ReviewRow]:
    """Articles and forms of the name (`parts`) of the first name's entity are the second's; `said` is the type and a note.

    Raises UserError when the entity has no such form or has the second name itself, NoSingleMatch.
    """
    name, new = names[0], _given(names[1])
    (articles, aliases), (label, note) = parts, said

    def change(con: Connection) -> list[ReviewRow]:
        entity = find_entity(con, name, label)
        if folded(new) in (folded(entity.name), entity.kept_as):
            raise UserError(
                f"{entity.name} is called {new!r} itself",
                where="--as",
                fix='a name that tells them apart: "NAME (poet)"',
            )
        wanted = dict.fromkeys(article_of(con, article, entity) for article in articles)
        forms = dict.fromkeys(_form(alias, entity, names_of(con, entity)) for alias in aliases)
        return [
            *(replace(_review("split", entity, new, note), article_id=article) for article in wanted),
            *(_review("split", replace(entity, kept_as=form), new, note) for form in forms),
        ]

    return _made(settings, change)


def renamed(settings: Settings, names: tuple[str, str], label: str | None, note: str | None) -> ReviewRow:
    """The entity with the first name is called the second. Raises UserError when that is empty, NoSingleMatch."""
    new = _given(names[1])
    return _made(settings, lambda con: [_review("rename", find_entity(con, names[0], label), new, note)])[0]


def undone(settings: Settings, review_id: str) -> ReviewRow:
    """The correction does not hold any more. Raises NoSingleMatch."""
    return _in_force(settings, lambda con: [withdraw(con, review_id, datetime.now(UTC))])[0]


def _made(settings: Settings, change: _Change) -> list[ReviewRow]:
    def write(con: Connection) -> list[ReviewRow]:
        made = change(con)
        for review in made:
            write_review(con, review)
        return made

    return _in_force(settings, write)


def _in_force(settings: Settings, change: _Change) -> list[ReviewRow]:
    """Make the change and let the readers see it; the lock keeps runs away meanwhile.

    UserError when the warehouse is half done: its readers keep the whole one that they have.
    """
    if not settings.work.is_file():
        raise UserError("there is no warehouse", where=str(settings.work), fix="run `newsledger ingest` first")
    with run_lock(settings.data):
        with open_whole(settings.work) as con:
            reviews = change(con)
            attach_names(con)
            refresh(con)
        publish(settings.work, settings.published)
    return reviews


def _given(name: str) -> str:
    """The new name without needless white space. Raises UserError when nothing is left."""
    if not name.split():
        raise UserError("the new name is empty", where="newsledger review", fix="give a name")
    return " ".join(name.split())


def _form(alias: str, entity: KnownEntity, known: Sequence[str]) -> str:
    """The form as corrections keep it. Raises UserError when it is none of the entity's known names."""
    if folded(alias) not in map(folded, known):
        forms = ", ".join(repr(form) for form in known[:8])
        raise UserError(
            f"no article calls {entity.name} {alias!r} in full", where=f"its names: {forms}", fix="--article ID"
        )
    return folded(alias)


def _review(action: str, entity: KnownEntity, target: str, note: str | None) -> ReviewRow:
    now = datetime.now(UTC)
    review_id = identifier(now.isoformat(), action, entity.kept_as, target)
    return ReviewRow(review_id, now, action, entity.type, entity.kept_as, " ".join(target.split()), note=note)
