"""Reports as SQL files: comments are prose, statements are figures.

    -- # Title of the report
    -- Prose under it.
    -- key: source                 only where the file makes a page for each value of a column

    -- ## Title of a figure
    -- Prose: measure and unit.
    -- chart: bars                 a kind of reports/charts
    -- empty: what to say when there are no rows
    -- view: top_speakers          which view its query rests on, where it reads several and the first outside of parentheses is another
    -- width: half                 two figures that follow each other stand side by side
    -- more: what is on the quotes page, filtered for what a keyed page is about
    SELECT …;

Where a statement has no `## ` line, its first sentence is the title. `key`, `view` and `more` mean nothing outside of our own
files: in anyone's, such a line is prose.
"""

import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from flows.sql_text import Statement, statements
from reports.text import label

FOLDER = Path(__file__).parent.parent / "sql" / "reports"
_OPTION = re.compile(r"(chart|empty|width):\s*(.*)")
_OUR_OPTION = re.compile(r"(chart|empty|width|key|view|more):\s*(.*)")
_READ = re.compile(r'\bFROM\s+"?(\w+)', re.IGNORECASE)
_NAMED_BY_WITH = re.compile(r"(\w+)\s+AS\s+(?:(?:NOT\s+)?MATERIALIZED\s+)?\(", re.IGNORECASE)
_PARENTHESES = re.compile(r"\([^()]*\)")
_SENTENCE = re.compile(r"(.{1,120}?[.?!:])(?:\s+|$)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a report: title, prose, chart kind, the view that it is told to read or reads first, one SELECT and its line, its options.

    `chart` and `view` are empty where the file does not say.
    """

    title: str
    prose: str
    chart: str
    view: str
    sql: str
    line: int = 1
    empty: str = ""
    half: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as its SQL file tells it; `key` names the column that a page is made for each value of, empty for one page."""

    title: str
    prose: str
    key: str
    parts: tuple[Part, ...]


def read_report(sql_file: Path) -> Report:
    """The report in one of our own files. ValueError when a part lacks its chart or its statement."""
    report = _parsed(sql_file.read_text("utf-8"), _OUR_OPTION)
    for part in report.parts:
        if not (part.chart and part.view):
            raise ValueError(
                f"{sql_file.name}, {part.title!r}: a part needs a `-- chart:` line and one statement that reads a view"
            )
    return report


def parse(text: str) -> Report:
    """The report in the text of anyone's SQL file. ValueError for a `## ` line without a statement of its own."""
    return _parsed(text, _OPTION)


def _parsed(text: str, option: re.Pattern[str]) -> Report:
    found = list(statements(text))
    head, rest = _head(found[0].comments) if found else ([], [])
    comments = [rest, *(list(statement.comments) for statement in found[1:])]
    prose, options = _told(head, option)
    pairs = zip(comments, found, strict=False)
    parts = (_part(lines, each, option) for lines, each in pairs if each.sql or _headings(lines))
    return Report(
        title=prose[0].removeprefix("# ") if prose else "",
        prose=" ".join(prose[1:]).strip(),
        key=options.get("key", ""),
        parts=tuple(parts),
    )


def _head(comments: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """What the first comments say of the whole file, and what of its first statement."""
    lines = list(comments)
    first = next((number for number, line in enumerate(lines) if line.startswith("## ")), None)
    title = next((number for number, line in enumerate(lines) if line.startswith("# ")), None)
    if first is not None:
        return lines[:first], lines[first:]
    if title is None:
        return [], lines
    head = title + len(list(takewhile(bool, lines[title:])))
    return lines[title:head], lines[head:]


def _part(lines: list[str], statement: Statement, option: re.Pattern[str]) -> Part:
    headings = _headings(lines)
    if len(headings) > 1 or not statement.sql:
        raise ValueError(f"{headings[0]!r}: a heading without a statement of its own")
    prose, options = _told(lines, option)
    read = options.get("view") or _read_first(statement.sql)
    if headings:
        title, said = headings[0], " ".join(line for line in prose if not line.startswith("## "))
    else:
        title, said = _first_sentence(" ".join(prose)) if prose else (label(read or "rows"), "")
    return Part(
        title=title,
        prose=said.strip(),
        chart=options.get("chart", ""),
        view=read,
        sql=statement.sql,
        line=statement.line,
        empty=options.get("empty", ""),
        half=options.get("width") == "half",
        more=options.get("more", ""),
    )


def _read_first(sql: str) -> str:
    """The view that a statement says first that it reads, outside of parentheses if it can be; empty when it reads none."""
    outer, inner = sql, ""
    while outer != inner:
        outer, inner = _PARENTHESES.sub("\0", outer), outer
    own = _NAMED_BY_WITH.findall(sql)
    return next((name for name in [*_READ.findall(outer), *_READ.findall(sql)] if name not in own), "")


def _headings(lines: list[str]) -> list[str]:
    return [line.removeprefix("## ").strip() for line in lines if line.startswith("## ")]


def _told(lines: list[str], option: re.Pattern[str]) -> tuple[list[str], dict[str, str]]:
    """The lines of prose, and the options between them."""
    options = {match[1]: match[2].strip() for line in lines if (match := option.fullmatch(line))}
    return [line for line in lines if line and not option.fullmatch(line)], options


def _first_sentence(prose: str) -> tuple[str, str]:
    match = _SENTENCE.match(prose)
    return (match[1].removesuffix("."), match[2]) if match else (prose, "")
