"""The geometry of every figure: a frame goes in, what its template draws comes out.

Each chart kind reads its columns by place, so that a query names them as its reader wants; what is no grid goes by name.
A kind has a template of its name in `templates/`: adding one is a function here and that file.
"""

from collections.abc import Callable

import polars as pl

from reports.charts.bars import bars, shares
from reports.charts.bullets import bullets
from reports.charts.heat import OVER, OVER_FROM, heat
from reports.charts.histogram import histogram
from reports.charts.plain import ECHO, QUOTE, cards, echoes, lead, numbers
from reports.charts.sayings import sayings
from reports.charts.shapes import FEW, Shape, Unfit
from reports.charts.squares import squares
from reports.charts.tables import league, table
from reports.charts.timeline import timeline
from reports.links import Links

__all__ = ["CHARTS", "ECHO", "FEW", "OVER", "OVER_FROM", "QUOTE", "Shape", "shape"]

CHARTS: dict[str, Callable[[pl.DataFrame, Links], Shape]] = {
    "bars": bars,
    "bullets": bullets,
    "cards": cards,
    "echoes": echoes,
    "gaps": table,
    "heat": heat,
    "histogram": histogram,
    "lead": lead,
    "league": league,
    "numbers": numbers,
    "sayings": sayings,
    "shares": shares,
    "squares": squares,
    "table": table,
    "timeline": timeline,
}


def shape(chart: str, frame: pl.DataFrame, links: Links) -> Shape:
    """What the template of this chart kind draws, `links` the addresses of what its cells name.

    ValueError when there is no such kind or the frame does not fit.
    """
    if chart not in CHARTS:
        raise ValueError(f"no chart kind {chart!r}: use one of {', '.join(CHARTS)}")
    try:
        return CHARTS[chart](frame, links)
    except Unfit as error:
        raise ValueError(f"the rows do not fit chart {chart!r}: {error}") from error
    except (pl.exceptions.PolarsError, LookupError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        wanted = (CHARTS[chart].__doc__ or "").partition("\n")[0]
        raise ValueError(f"columns {frame.columns} do not fit chart {chart!r}. {wanted}") from error
