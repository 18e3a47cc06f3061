"""The kinds of columns that `transforms.schema` declares its tables with: a type, a sentence, and what each row promises."""

from typing import Any

import dataframely as dy

IDENTIFIER = r"^[0-9a-f]{16}$"


def one_of(words: tuple[str, ...]) -> dict[str, Any]:
    """The rule of a column whose values are words of a fixed vocabulary."""
    return {"check": lambda column: column.is_in(words), "metadata": {"one_of": words}}


def key(sentence: str, *, primary: bool = False) -> dy.String:
    """An identifier: 16 hex digits, never null."""
    return dy.String(primary_key=primary, nullable=False, regex=IDENTIFIER, description=sentence)


def text(sentence: str, *, null: bool = False, **rules: Any) -> dy.String:
    """Words."""
    return dy.String(nullable=null, description=sentence, **rules)


def country(sentence: str) -> dy.String:
    """A country by its ISO 3166-1 alpha-2 code, or null."""
    return dy.String(
        nullable=True, regex=r"^[A-Z]{2}$", description=f"{sentence} ISO 3166-1 alpha-2; null when not known."
    )


def count(sentence: str, *, null: bool = False, primary: bool = False) -> dy.Int64:
    """A number from 0, or an offset."""
    return dy.Int64(nullable=null, primary_key=primary, min=0, description=sentence)


def share(sentence: str) -> dy.Float64:
    """A number from 0 to 1, never null."""
    return dy.Float64(nullable=False, min=0.0, max=1.0, description=sentence)


def texts(sentence: str) -> dy.List:
    """A list of words, which may be empty."""
    return dy.List(dy.String(nullable=False), nullable=False, description=sentence)


def moment(sentence: str, *, null: bool = False) -> dy.Datetime:
    """A moment in UTC, to the microsecond."""
    return dy.Datetime(nullable=null, time_unit="us", time_zone="UTC", description=sentence)
