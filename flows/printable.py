"""Rows of anyone's query as Python, a page and every text form can hold them."""

from datetime import date
from typing import Any

import polars as pl

from flows.errors import UserError

# Polars panics where a date is none of Python's: DuckDB's calendar is longer, and has infinite ones. Days since 1970.
_FIRST_DAY, _LAST_DAY = ((day - date(1970, 1, 1)).days for day in (date.min, date.max))
_A_DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


def printable(answer: pl.DataFrame) -> pl.DataFrame:
    """The rows; a MAP whose keys are nested, which no dictionary can hold, becomes a list of `key` and `value`.

    UserError for a date or time outside of the years 1 to 9999, wherever it is nested.
    """
    rows = answer.cast({name: held for name, kind in answer.schema.items() if (held := _without_maps(kind)) != kind})
    for column in rows.get_columns():
        if not _is_in_the_calendar(column):
            raise UserError(
                "it holds a date outside of the years 1 to 9999",
                where=f"column {column.name}",
                fix=f'CAST("{column.name}" AS VARCHAR) can be shown',
            )
    return rows


def _without_maps(kind: Any) -> Any:
    if isinstance(kind, pl.Map):
        key, value = _without_maps(kind.key), _without_maps(kind.value)
        return pl.List(pl.Struct({"key": key, "value": value})) if key.is_nested() else pl.Map(key, value)
    if isinstance(kind, pl.List):
        return pl.List(_without_maps(kind.inner))
    if isinstance(kind, pl.Array):
        return pl.Array(_without_maps(kind.inner), kind.size)
    if isinstance(kind, pl.Struct):
        return pl.Struct({field.name: _without_maps(field.dtype) for field in kind.fields})
    return kind


def _is_in_the_calendar(column: pl.Series) -> bool:
    kind = column.dtype
    if isinstance(kind, pl.Date | pl.Datetime):
        days = column.to_physical() // (_A_DAY[kind.time_unit] if isinstance(kind, pl.Datetime) else 1)
        return bool(days.is_between(_FIRST_DAY, _LAST_DAY).all())
    if isinstance(kind, pl.Map):
        return _is_in_the_calendar(column.cast(pl.List(pl.Struct({"key": kind.key, "value": kind.value}))))
    if isinstance(kind, pl.List | pl.Array):
        return _is_in_the_calendar(column.explode())
    if isinstance(kind, pl.Struct):
        return all(map(_is_in_the_calendar, column.struct.unnest().get_columns()))
    return True
