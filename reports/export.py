"""The data behind a figure as CSV, safe to open in a spreadsheet."""

import polars as pl

from reports.text import visible

# OWASP, "CSV Injection": a cell that starts with one of these is run as a formula; full-width forms count in some locales.
_FORMULA = r"^(\s*[=+\-@＝＋－＠]|[\t\r\n])"


def to_csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it) and a header row; lists are joined by `; `.

    Cells of text, names of columns too, that a spreadsheet would run get a leading apostrophe; control characters become visible marks.
    """
    header = pl.DataFrame([frame.columns], orient="row")  # a PIVOT makes column names of the articles' words
    rows = frame.with_columns(_joined_lists(frame))
    return ("\ufeff" + "".join(_inert(part).write_csv(include_header=False) for part in (header, rows))).encode()


def _inert(frame: pl.DataFrame) -> pl.DataFrame:
    guarded = frame.with_columns(pl.col(pl.String).str.replace(_FORMULA, "'${1}"))
    return guarded.with_columns(pl.col(pl.String).map_elements(visible, pl.String))


def _joined_lists(frame: pl.DataFrame) -> list[pl.Expr]:
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return [pl.col(name).cast(pl.List(pl.String)).list.join("; ", ignore_nulls=True) for name in lists]
