"""The data behind a figure as CSV, safe to open in a spreadsheet."""

import json
import math
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import polars as pl

from reports.text import visible

# OWASP, "CSV Injection": a cell that starts with one of these is run as a formula; full-width forms count in some locales.
_FORMULA = r"^(\s*[=+\-@＝＋－＠]|[\t\r\n])"


def to_csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it) and a header row; lists are joined by `; `, what is nested deeper is JSON.

    Cells of text, names of columns too, that a spreadsheet would run get a leading apostrophe; control characters become visible marks.
    """
    header = pl.DataFrame([frame.columns], orient="row")  # a PIVOT makes column names of the articles' words
    rows = frame.with_columns(_in_one_cell(column) for column in frame.get_columns())
    return ("\ufeff" + "".join(_inert(part).write_csv(include_header=False) for part in (header, rows))).encode()


def plain(value: Any) -> Any:
    """A value as JSON can hold it: numbers as such, null for what is none (RFC 8259, 6), bytes as DuckDB prints a BLOB."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case Decimal():
            return float(value) if int(value.as_tuple().exponent) < 0 else int(value)
        case bytes():
            return "".join(chr(byte) if 0x20 <= byte < 0x7F and byte != 0x5C else f"\\x{byte:02X}" for byte in value)
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            return {str(plain(key)): plain(item) for key, item in value.items()}
        case date() | time() | timedelta():
            return str(value)
        case _:
            return value


def _inert(frame: pl.DataFrame) -> pl.DataFrame:
    guarded = frame.with_columns(pl.col(pl.String).str.replace(_FORMULA, "'${1}"))
    return guarded.with_columns(pl.col(pl.String).map_elements(visible, pl.String))


def _in_one_cell(column: pl.Series) -> pl.Series:
    """The column as it is, or as text where a cell cannot hold its type."""
    kind = column.dtype
    if isinstance(kind, pl.List) and not _is_compound(kind.inner):
        return column.cast(pl.List(pl.String)).list.join("; ", ignore_nulls=True)
    if not _is_compound(kind):
        return column
    return pl.Series(column.name, [None if value is None else _written(value) for value in column.to_list()], pl.String)


def _is_compound(kind: Any) -> bool:
    """Bytes, and what holds values of its own; a MAP, which Polars does not count among these, too."""
    return kind.is_nested() or not (
        kind.is_numeric() or kind.is_temporal() or kind in (pl.String, pl.Boolean, pl.Categorical, pl.Enum, pl.Null)
    )


def _written(value: Any) -> str:
    held = plain(value)
    return held if isinstance(held, str) else json.dumps(held, ensure_ascii=False)
