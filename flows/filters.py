"""The filters that `ask` and `search` share: as typed, as the warehouse takes them, and as a line that says what they did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from cyclopts import Parameter

from flows.errors import UserError
from warehouse.narrow import Choice, Chosen, Filters


@Parameter(name="*")
@dataclass(frozen=True)
class Wanted:
    """Options that choose articles and quotes."""

    source: Annotated[str | None, Parameter(help="Only what this source published.")] = None
    speaker: Annotated[str | None, Parameter(help="Only this speaker: a name, an alias or an entity_id.")] = None
    topic: Annotated[str | None, Parameter(help="Only this topic: its label or code.")] = None
    since: Annotated[str | None, Parameter(help="Only articles dated on this day or later (YYYY-MM-DD).")] = None
    until: Annotated[str | None, Parameter(help="Only articles dated on this day or earlier (YYYY-MM-DD).")] = None
    language: Annotated[str | None, Parameter(help="Only articles in this language (ISO 639-1, such as en).")] = None


ANYTHING = Wanted()


def filters_of(wanted: Wanted) -> Filters:
    """The filters with their days read; UserError for what is no day, or for a period that ends before it begins."""
    since, until = _day("--since", wanted.since), _day("--until", wanted.until)
    if since and until and until < since:
        raise UserError(f"{until} is before {since}", where="--since and --until", fix="exchange the two")
    return Filters(wanted.source, wanted.speaker, wanted.topic, since, until, wanted.language)


def described(choice: Choice, chosen: Chosen) -> str:
    """What the filters were taken to mean, and how much they leave: undated articles are never left out silently."""
    filters = "; ".join(_meanings(choice))
    if not filters:
        return ""
    undated = f"; {chosen.undated:,} more may fit but are undated and left out" if chosen.undated else ""
    return f"{filters}: {chosen.articles:,} of {chosen.of:,} articles{undated}"


def _day(option: str, typed: str | None) -> date | None:
    try:
        return date.fromisoformat(typed) if typed is not None else None
    except ValueError as error:
        raise UserError(f"{typed!r} is no day", where=option, fix=f"{option} 2031-05-06") from error


def _meanings(choice: Choice) -> Iterator[str]:
    if choice.sources:
        yield f"source {' or '.join(choice.sources)}"
    if choice.speaker:
        yield f"speaker {choice.speaker.name}"
    if choice.topic:
        yield f"topic {' or '.join(choice.topic.labels)}"
    if choice.since:
        yield f"since {choice.since}"
    if choice.until:
        yield f"until {choice.until}"
    if choice.language:
        yield f"language {choice.language}"
