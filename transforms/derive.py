"""The register of extractors: a module of `transforms/extractors` holds a function of its own name, found by the folder.

A function's parameters are its dependencies: `quotes(article, paragraphs, entities)` runs after `entities`. A module that
fills a table has a `rows(article, records)` beside it. Adding an extractor is adding one file.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

import transforms.extractors
from transforms.language.pipeline import Paragraph
from transforms.records import Article, Row

Derived = dict[str, tuple[Any, ...]]
Call = Callable[..., tuple[Any, ...]]
GIVEN = ("article", "paragraphs")


def _plainly(_: str, step: Callable[..., tuple[Any, ...]], *arguments: Any) -> tuple[Any, ...]:
    return step(*arguments)


def derive(article: Article, paragraphs: Sequence[Paragraph], call: Call = _plainly) -> Derived:
    """The records of every extractor for one article, by extractor.

    `call(name, step, *arguments)` runs a step: a caller with a clock can time each.
    """
    known: dict[str, Any] = {"article": article, "paragraphs": paragraphs}
    for name, step, needs in steps():
        known[name] = call(name, step, *(known[need] for need in needs))
    return {name: known[name] for name in known if name not in GIVEN}


def table_rows(article: Article, derived: Derived) -> dict[str, list[Row]]:
    """The rows of every derived table but those of the structure station."""
    tables: dict[str, list[Row]] = {}
    for name, records in derived.items():
        to_rows = getattr(_module(name), "rows", None)
        if to_rows is not None:
            tables |= to_rows(article, records)
    return tables


@cache
def steps() -> tuple[tuple[str, Callable[..., tuple[Any, ...]], tuple[str, ...]], ...]:
    """The extractors in an order in which each finds what it needs; graphlib.CycleError if there is none."""
    names = [found.name for found in pkgutil.iter_modules(transforms.extractors.__path__) if not found.ispkg]
    functions = {name: getattr(_module(name), name) for name in sorted(names)}
    needs = {name: tuple(inspect.signature(function).parameters) for name, function in functions.items()}
    order = TopologicalSorter(needs).static_order()
    return tuple((name, functions[name], needs[name]) for name in order if name in functions)


def versions() -> dict[str, int]:
    """The version of each extractor: raised when its output changes, so that stored texts are derived again."""
    return {name: _module(name).VERSION for name, _, _ in steps()}


def _module(name: str) -> Any:
    return importlib.import_module(f"transforms.extractors.{name}")
