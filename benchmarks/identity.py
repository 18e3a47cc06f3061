"""How well and how fast names are resolved across articles, on a copy of a warehouse.

    python benchmarks/identity.py COPY.duckdb

Precision of lone surnames: in each article that prints a surname alone after the full name of its one bearer there, the full
name is thought away, and the other articles must tell whose the surname is. Then the time that resolving all names takes, and that of
100 articles added to the rest: the copy is written to.
"""

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path

import duckdb

from flows.identity import attach_names, name_of
from transforms.identity.names import Name
from transforms.identity.persons import persons
from transforms.identity.surnames import callings, dominates, key_of
from transforms.identity.types import by_type
from transforms.naming.keys import person_key
from warehouse.identity import find_changes, forget
from warehouse.refresh import refresh, rules
from warehouse.transaction import transaction

Words = tuple[str, ...]
_HELD_OUT = "SELECT document_id FROM documents ORDER BY hash(document_id) LIMIT 100"


def main() -> None:
    """Measure and print."""
    with duckdb.connect(Path(sys.argv[1])) as con:
        forget(con)
        with transaction(con):
            names = [name_of(row) for row in find_changes(con, rules())]
        _precision(con, names)
        forget(con)
        con.execute(f"UPDATE files SET status = 'superseded' WHERE document_id IN ({_HELD_OUT})")
        _timed("all but 100 articles: names", lambda: attach_names(con))
        _timed("all but 100 articles: refresh", lambda: refresh(con))
        con.execute(f"UPDATE files SET status = 'current' WHERE document_id IN ({_HELD_OUT})")
        _timed("100 more: names", lambda: attach_names(con))
        _timed("100 more: refresh", lambda: refresh(con))


def _precision(con: duckdb.DuckDBPyConnection, names: list[Name]) -> None:
    """How many surnames are given to the right person, to the wrong one, and to nobody."""
    full = defaultdict(list)
    for name in by_type(names)["PERSON"]:
        key = key_of(name)
        if len(key.words) > 1:
            full[key].append(name)
    borne: defaultdict[Words, Counter[int]] = defaultdict(Counter)
    person_of: dict[str, int] = {}
    for number, (person, entity) in enumerate(persons(full)):
        person_of.update((member.name.key, number) for member in entity.members)
        for words, n_articles in callings(person, entity).items():
            borne[words][number] += n_articles
    cases = _cases(con, person_of, borne)
    tally = Counter(_hidden(borne[words], number) for words, number in cases)
    decided = tally["right"] + tally["wrong"]
    print(
        f"lone surnames: precision {tally['right'] / decided:.4f} of {decided:,} decided, {tally['open']:,} left open"
    )


def _cases(
    con: duckdb.DuckDBPyConnection, person_of: Mapping[str, int], borne: Mapping[Words, Counter[int]]
) -> list[tuple[Words, int]]:
    """Surname and person, for each article that prints the surname alone for the one bearer of it whom it names."""
    rows = con.execute("SELECT article_id, key, surfaces FROM identity.names ORDER BY article_id").fetchall()
    cases = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        named = [(person_of[key], surfaces) for _, key, surfaces in group if key in person_of]
        for number, surfaces in named:
            for words in {person_key(surface).words for surface in surfaces}:
                if [one for one, _ in named if one in borne.get(words, ())] == [number]:
                    cases.append((words, number))
    return cases


def _hidden(bearers: Counter[int], person_no: int) -> str:
    """What becomes of the surname in one article about the person, judged by all other articles."""
    others = bearers - Counter({person_no: 1})
    if not others:
        return "open"
    found, n_articles = others.most_common(1)[0]
    if not dominates(n_articles, others.total()):
        return "open"
    return "right" if found == person_no else "wrong"


def _timed(what: str, step: Callable[[], None]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    step()
    print(f"{what:<32} {time.perf_counter() - wall:6.2f} s wall {time.process_time() - cpu:6.2f} s CPU")


if __name__ == "__main__":
    main()
