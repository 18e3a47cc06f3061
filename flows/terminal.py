"""The terminal: words to stderr, data to stdout, text from articles made harmless, one progress bar."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from flows.settings import Settings, load_settings


@Parameter(name="*")
@dataclass(frozen=True)
class Common:
    """Options of every command."""

    data: Annotated[Path | None, Parameter(help="Folder of the warehouse (default newsledger-data).")] = None
    json: Annotated[bool, Parameter(help="Print one JSON object instead of words.")] = False
    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], help="Print no progress and no summary.")] = False
    debug: Annotated[bool, Parameter(help="Show the traceback of an error.")] = False


COMMON = Common()
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def settings_of(common: Common, **flags: str | int | None) -> Settings:
    """The settings for a command that was started here with these flags."""
    given = {"data": str(common.data.resolve()) if common.data else None} | flags
    return load_settings(given, os.environ, Path.cwd())


def harmless(text: object, *, lines: bool = False) -> str:
    """Text for a terminal: control, escape and direction characters are shown as signs; line ends too unless `lines`."""
    kept = "\n\t" if lines else "\t"
    return "".join(character if character in kept else _sign(character) for character in str(text))


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x7F <= code < 0xA0 or character in _BIDI or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return character


def say(*lines: str) -> None:
    """Words for a person, on stderr."""
    for line in lines:
        sys.stderr.write(harmless(line, lines=True) + "\n")


def write(line: str) -> None:
    """A line of data, on stdout."""
    sys.stdout.write(line + "\n")


def write_json(value: Any) -> None:
    """One JSON value on stdout."""
    write(to_json(value))


def to_json(value: Any) -> str:
    """JSON on one line; dates and paths as text, control and direction characters escaped."""
    return json.dumps(value, ensure_ascii=False, default=str).translate(_ESCAPES)


# JSON leaves C1 controls, DEL and direction marks as they are: a terminal would act on them. UTF-8 has no half characters.
_ESCAPES = {code: f"\\u{code:04x}" for code in [*range(0x7F, 0xA0), *map(ord, _BIDI), *range(0xD800, 0xE000)]}


def write_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for a person, on stdout, as wide as the terminal; plain when stdout is none."""
    from rich import box
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    wide = None if sys.stdout.isatty() else 200
    table = Table(*(Column(Text(harmless(name))) for name in columns), box=box.SIMPLE, show_edge=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(harmless(_cell(value))) for value in row))
    Console(width=wide, highlight=False, no_color="NO_COLOR" in os.environ or None).print(table)


def _cell(value: object) -> object:
    """A value as a table shows it: floats with four digits."""
    return "" if value is None else f"{value:.4g}" if isinstance(value, float) else value


def write_fields(fields: Mapping[str, object]) -> None:
    """Names and values, one a line, on stdout."""
    width = max(map(len, fields), default=0)
    for name, value in fields.items():
        write(f"{name:<{width}}  {harmless('' if value is None else value)}")


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr where that is a terminal; elsewhere nothing is drawn."""
    if not sys.stderr.isatty() or "NEWSLEDGER_QUIET" in os.environ:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda count: bar.update(task, advance=count)
