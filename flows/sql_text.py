"""SQL files taken apart: each statement with the comments before it and its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What may hold a semicolon, as DuckDB reads it (and PostgreSQL, "Lexical Structure"); a string in two halves is two strings.
_TOKEN = re.compile(
    r"""
    (?P<comment> --[^\n]*+ | /\* )
    | [eE]'(?:[^'\\]|\\.|'')*+(?:'|\Z)
    | '[^']*+(?:'|\Z)
    | "[^"]*+(?:"|\Z)
    | (?P<dollar> \$(?:[^\W\d]\w*+)?\$ )
    | [^\W\d][\w$]*+
    | \d[\w.]*+
    | (?P<end> ; )
    | \s++
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_BLOCK = re.compile(r"/\*|\*/")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement without its semicolon, the line of the file (from 1) that it begins in, and the comments before it.

    `comments` are lines without their marks, an empty one where the file has an empty one. `sql` is empty for what stands
    after the last statement.
    """

    comments: tuple[str, ...]
    sql: str
    line: int


def statements(text: str) -> Iterator[Statement]:
    """The statements of a file; semicolons in strings, names, comments and dollar quotes end none.

    A comment in the line in which the statement before ends is that one's.
    """
    comments, begins, ended, ends = list[tuple[int, str]](), -1, -1, 0
    for start, stop, kind in _tokens(text):
        if kind == "comment" and begins < 0:
            if "\n" in text[ended:start] or ended < 0:
                comments.append((start, text[start:stop]))
        elif kind == "end":
            if begins >= 0:
                yield _statement(text, comments, (begins, ends))
            comments, begins, ended = [], -1, stop
        elif kind == "word":
            begins, ends = (start if begins < 0 else begins), stop
    if begins >= 0 or comments:
        yield _statement(text, comments, (begins, ends) if begins >= 0 else (len(text), len(text)))


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind (`comment`, `end`, `word`) of everything but white space."""
    place = 0
    while match := _TOKEN.match(text, place):
        start, place = match.span()
        if match["comment"]:
            place = _end_of_block(text, place) if match["comment"] == "/*" else place
            yield start, place, "comment"
        elif match["dollar"]:
            found = text.find(match["dollar"], place)
            place = found + len(match["dollar"]) if found >= 0 else len(text)
            yield start, place, "word"
        elif match["end"]:
            yield start, place, "end"
        elif not match[0].isspace():
            yield start, place, "word"


def _end_of_block(text: str, place: int) -> int:
    """Where the comment block ends that was opened just before `place`: blocks hold blocks."""
    depth = 1
    for mark in _BLOCK.finditer(text, place):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(text)


def _statement(text: str, comments: list[tuple[int, str]], span: tuple[int, int]) -> Statement:
    start, end = span
    lines, at = list[str](), -1
    for begins, comment in comments:
        if at >= 0 and text.count("\n", at, begins) > 1:
            lines.append("")
        lines.extend(_lines(comment))
        at = begins + len(comment)
    return Statement(tuple(lines), text[start:end], text.count("\n", 0, start) + 1)


def _lines(comment: str) -> list[str]:
    if comment.startswith("--"):
        return [comment.lstrip("-").strip()]
    inner = comment.removeprefix("/*").removesuffix("*/").strip()
    return [line.strip().removeprefix("*").strip() for line in inner.splitlines()]
