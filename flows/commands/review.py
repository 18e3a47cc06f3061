"""newsledger review"""

from dataclasses import asdict
from typing import Annotated, Literal

from cyclopts import App, Parameter

from flows.corrections import merged, renamed, split_off, undone
from flows.errors import UserError
from flows.terminal import COMMON, Common, say, settings_of, write, write_json, write_table
from warehouse.database import open_published
from warehouse.reviews import ReviewRow, reviews

Type = Annotated[
    Literal["PERSON", "ORG", "PLACE", "MISC"] | None, Parameter(help="Of entities with one name, the type.")
]
Note = Annotated[str | None, Parameter(help="Why, for whoever reads the list.")]
Entity = Annotated[str, Parameter(help="Name or alias of an entity, or six or more digits of its entity_id.")]

review = App(name="review", help="Correct who is who: merge, split or rename entities, for good.")


@review.command
def merge(name: Entity, other: Entity, *, type: Type = None, note: Note = None, common: Common = COMMON) -> int:
    """Two entities are one: NAME becomes OTHER's."""
    settings = settings_of(common)
    return _tell([merged(settings, (name, other), type, note)], common)


@review.command
def split(
    name: Entity,
    *,
    as_: Annotated[str, Parameter(name="--as", help="What the one that is split off is called.")],
    article: Annotated[
        tuple[str, ...], Parameter(help="article_id where NAME means the other one; may be repeated.")
    ] = (),
    alias: Annotated[
        tuple[str, ...], Parameter(help="A full form of the name that is the other one's; may be repeated.")
    ] = (),
    type: Type = None,
    note: Note = None,
    common: Common = COMMON,
) -> int:
    """One entity is two: in these articles, or by these forms of the name, it is another one."""
    if not article and not alias:
        raise UserError(
            "nothing says what is split off", where="newsledger review split", fix="--article ID or --alias FORM"
        )
    settings = settings_of(common)
    return _tell(split_off(settings, (name, as_), (article, alias), (type, note)), common)


@review.command
def rename(name: Entity, new: str, *, type: Type = None, note: Note = None, common: Common = COMMON) -> int:
    """The entity is called NEW; its entity_id stays."""
    settings = settings_of(common)
    return _tell([renamed(settings, (name, new), type, note)], common)


@review.command
def undo(review_id: str, *, common: Common = COMMON) -> int:
    """Take back a correction; six digits of its review_id are enough."""
    taken_back = undone(settings_of(common), review_id)
    if common.json:
        write_json(asdict(taken_back))
    elif not common.quiet:
        say(f"taken back: {_in_words(taken_back)}")
    return 0


@review.command(name="list")
def list_(*, common: Common = COMMON) -> int:
    """The corrections that hold."""
    with open_published(settings_of(common).published) as con:
        found = reviews(con)
    if common.json:
        write_json([asdict(one) for one in found])
    elif found:
        columns = ["review_id", "made_at", "action", "type", "name", "target", "article_id", "note"]
        write_table(columns, [[asdict(one)[column] for column in columns] for one in found])
    else:
        write("nothing was corrected")
    return 0


def _tell(made: list[ReviewRow], common: Common) -> int:
    if common.json:
        write_json([asdict(one) for one in made])
    elif not common.quiet:
        say(*(f"{_in_words(one)} (undo: newsledger review undo {one.review_id[:8]})" for one in made))
    return 0


def _in_words(one: ReviewRow) -> str:
    joint = {"merge": "is", "split": "is in part", "rename": "is called"}[one.action]
    place = f" in {one.article_id}" if one.article_id else ""
    return f"{one.type} {one.name!r} {joint} {one.target!r}{place}"
