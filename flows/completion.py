"""What may come next in a statement: keywords, tables, views, and columns of those that the statement names.

A guess from words, as editors make it: subqueries are not told apart, and what it does not know it does not offer.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# Columns by table or view.
Known = Mapping[str, Collection[str]]

KEYWORDS = tuple(
    """SELECT FROM WHERE GROUP BY ORDER HAVING QUALIFY LIMIT OFFSET JOIN LEFT RIGHT FULL INNER CROSS ASOF ON USING UNION ALL
    DISTINCT EXCEPT INTERSECT WITH RECURSIVE AS AND OR NOT IN IS NULL LIKE ILIKE BETWEEN EXISTS CASE WHEN THEN ELSE END CAST TRUE
    FALSE ASC DESC NULLS FIRST LAST OVER PARTITION ROWS PRECEDING FOLLOWING FILTER EXCLUDE REPLACE COLUMNS UNNEST VALUES DESCRIBE
    SUMMARIZE EXPLAIN ANALYZE SHOW TABLES PIVOT UNPIVOT SAMPLE INTERVAL DATE TIMESTAMP""".split()
)
FUNCTIONS = tuple(
    """count sum avg min max median quantile_cont round coalesce nullif string_agg list any_value arg_max arg_min bool_or bool_and
    count_if row_number rank dense_rank lag lead first_value last_value lower upper trim length substr replace contains starts_with
    ends_with regexp_matches regexp_extract regexp_replace string_split concat_ws strftime date_trunc date_diff current_date year
    month week dayname list_contains len levenshtein jaro_winkler_similarity""".split()
)
# A name that DuckDB takes without quotes, unless it is a keyword.
_PLAIN = re.compile(r"[a-z_][a-z0-9_]*\Z")
_TOKEN = re.compile(r"--[^\n]*|/\*.*?(?:\*/|\Z)|'[^']*(?:'|\Z)|\"[^\"]*(?:\"|\Z)|[^\W\d]\w*|\S", re.DOTALL)
_BEFORE_RELATION = {"FROM", "JOIN", "DESCRIBE", "SUMMARIZE", "PIVOT", "UNPIVOT"}
_ENDS_RELATIONS = {
    "SELECT",
    "WHERE",
    "GROUP",
    "ORDER",
    "HAVING",
    "QUALIFY",
    "LIMIT",
    "ON",
    "USING",
    "UNION",
    "EXCEPT",
    "INTERSECT",
}
_JOINING = {"LEFT", "RIGHT", "FULL", "INNER", "CROSS", "ASOF", "OFFSET", "SAMPLE", "AS"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may stand here, what it is, and how many characters before the cursor it takes the place of."""

    text: str
    kind: str
    replaces: int


def suggestions(before: str, after: str, known: Known) -> list[Suggestion]:
    """What may stand at the cursor between two halves of a text; empty inside strings and comments."""
    tokens = _statement_before(before)
    if tokens and _is_open(tokens[-1], before):
        return []
    partial = tokens.pop() if tokens and _is_word(tokens[-1]) and before.endswith(tokens[-1]) else ""
    whole = [*tokens, partial, *_until_its_end(after)]
    if tokens[-1:] == ["."]:
        qualifier = tokens[-2] if len(tokens) > 1 else ""
        words = _columns([_named(whole, known).get(_plain(qualifier), "")], known)
    elif _awaits_relation(tokens):
        words = [(name, "view or table") for name in known]
    elif partial:
        named = list(dict.fromkeys(_named(whole, known).values())) or list(known)
        words = [*_columns(named, known), *((name, "view or table") for name in known), *_language(partial)]
    else:
        words = []
    matching = [(word, kind) for word, kind in words if word.lower().startswith(partial.lower()) and word != partial]
    return [Suggestion(_quoted(word, kind), kind, len(partial)) for word, kind in _unique(matching)]


def _statement_before(before: str) -> list[str]:
    """The tokens of the statement that the cursor stands in, up to it."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(before):
        if match[0] == ";":
            tokens.clear()
        else:
            tokens.append(match[0])
    return tokens


def _until_its_end(after: str) -> Iterator[str]:
    for match in _TOKEN.finditer(after):
        if match[0] == ";":
            return
        yield match[0]


def _is_open(token: str, before: str) -> bool:
    """Whether the cursor stands in a string, a quoted name or a comment."""
    if token.startswith("--"):
        return before.endswith(token)
    if token.startswith("/*"):
        return not token.endswith("*/") or len(token) < 4
    return token[0] in "'\"" and (len(token) == 1 or token[-1] != token[0])


def _is_word(token: str) -> bool:
    return token[0].isalpha() or token[0] == "_"


def _plain(token: str) -> str:
    return token.strip('"').lower()


def _awaits_relation(tokens: Sequence[str]) -> bool:
    if tokens[-1:] == [","]:
        last = next(
            (word for token in reversed(tokens) if (word := token.upper()) in _BEFORE_RELATION | _ENDS_RELATIONS), ""
        )
        return last in _BEFORE_RELATION
    return bool(tokens) and tokens[-1].upper() in _BEFORE_RELATION


def _named(tokens: Iterable[str], known: Known) -> dict[str, str]:
    """The tables and views that a statement reads, by their names and aliases in lower case."""
    found: dict[str, str] = {}
    awaited, listed, last = False, False, ""
    for token in filter(None, tokens):
        word = token.upper()
        if word in _BEFORE_RELATION or (token == "," and listed):
            awaited, listed, last = True, True, ""
        elif word in _ENDS_RELATIONS:
            awaited, listed, last = False, False, ""
        elif awaited and _plain(token) in known:
            found[_plain(token)] = last = _plain(token)
            awaited = False
        elif last and word not in _JOINING and (_is_word(token) or token[0] == '"'):
            found[_plain(token)], last = last, ""
    return found


def _columns(named: Iterable[str], known: Known) -> list[tuple[str, str]]:
    return [(column, name) for name in named for column in known.get(name, ())]


def _language(partial: str) -> list[tuple[str, str]]:
    """Keywords in the case that is being typed, and functions."""
    cased = str.lower if partial.islower() else str.upper
    return [*((cased(word), "keyword") for word in KEYWORDS), *((name, "function") for name in FUNCTIONS)]


def _unique(words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first of each word."""
    seen: dict[str, str] = {}
    for word, kind in words:
        seen.setdefault(word, kind)
    return list(seen.items())


def _quoted(word: str, kind: str) -> str:
    if kind in ("keyword", "function") or (_PLAIN.match(word) and word.upper() not in KEYWORDS):
        return word
    return '"' + word.replace('"', '""') + '"'
