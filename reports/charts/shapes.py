"""What a figure is made of, before a template draws it.

Colours live in the stylesheet: a shade is a step from 0 to 6. Sizes are attributes and never styles, because the page's
content policy refuses inline styles.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reports.text import capital, words

FEW = 30  # below this many cases a share says little: its n is shown beside it
STEPS = 6

Row = dict[str, Any]


class Unfit(ValueError):
    """Columns that a chart can read, with rows that it cannot draw; the message says why."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, its raw value for sorting, its shade (None: not shaded), outline, tooltip and address."""

    text: str
    value: str
    step: int | None = None
    over: bool = False
    hint: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a figure: what it is about, its cells, n where the figure shows one, a bar, a word more, its address."""

    name: str
    cells: tuple[Cell, ...]
    n: int = 0
    bar: Markup | str = ""
    note: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a figure: its heading, whether numbers stand in it, the whole name where the heading is a short one."""

    text: str
    numeric: bool = True
    href: str | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A figure with rows and columns; `top` is the largest share in it, the end of the scale; `measure` says what n counts.

    `squares` are the headings of the columns that are shaded, where a table has them beside columns that are not;
    `total` is the row of all, where a figure has one below the others.
    """

    columns: tuple[Heading, ...]
    rows: tuple[Line, ...]
    top: float = 1.0
    measure: str = ""
    squares: tuple[Heading, ...] = ()
    total: Line | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small figures on one scale: its name, a word more, all of it in words, its drawing, its address.

    `axis` is the same drawing in all of them.
    """

    name: str
    note: str
    said: str
    axis: Markup
    drawing: Markup
    href: str | None = None


Shape = Grid | list[Row] | list[Panel]


def named(column: str, value: Any) -> str:
    """What a row is about, in words; a topic begins with a capital letter."""
    return capital(words(value)) if column == "topic" else words(value)


def end_of_scale(shares: Iterable[float | None]) -> float:
    """The largest share, rounded up to a whole per cent; never 0."""
    return max(math.ceil(max([*(share for share in shares if share is not None), 0.0]) * 100) / 100, 0.01)


def step(amount: float, top: float) -> int:
    """Seven discrete shades: 0 for nothing, then six equal steps up to `top`."""
    return min(STEPS, math.ceil(amount / top * STEPS))


def bar(part: float) -> Markup:
    """A bar that fills this part (0 to 1) of its cell."""
    return Markup(
        f'<svg class="bar" width="100%" height="12" aria-hidden="true"><rect width="{part * 100:.1f}%" height="12"/></svg>'
    )
