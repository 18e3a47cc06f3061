"""Every rule, kind and class that a reader can meet has words on the article page."""

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

import transforms
from reports.explanations import (
    ATTRIBUTION,
    BASES,
    CHANNELS,
    CUE_CLASSES,
    ENTITY_TYPES,
    EVIDENCE,
    FLAGS,
    MEANING,
    MENTION_KINDS,
    QUOTE_TYPES,
    SEGMENTS,
    SPEAKER_KINDS,
)
from reports.signals import SIGNALS
from transforms.schema import vocabulary

CODE = Path(transforms.__file__).parent
# Where a rule stands among the arguments of what carries it.
PLACES = {
    "Evidence": 4, "SignOff": 2, "Dateline": 1, "Reason": 2, "Source": 3, "Report": 6, "Speaker": 1, "Candidate": 0,
    "speaker_ending": 3, "named": 1, "_role": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (BASES, vocabulary.ENTITY_BASES),
        (CHANNELS, vocabulary.CHANNELS),
        (CUE_CLASSES, vocabulary.CUE_CLASSES),
        (ENTITY_TYPES, vocabulary.ENTITY_TYPES),
        (MENTION_KINDS, vocabulary.MENTION_KINDS),
        (QUOTE_TYPES, vocabulary.QUOTE_TYPES),
        (SEGMENTS, vocabulary.SEGMENT_KINDS),
        (SPEAKER_KINDS, vocabulary.SPEAKER_KINDS),
    ],
)
def test_every_word_of_a_vocabulary_is_explained(words: dict[str, str], named: tuple[str, ...]) -> None:
    assert words.keys() == set(named)


def test_every_rule_of_evidence_is_explained() -> None:
    rules = set(_rules("structure"))
    assert {"source_map", "copyright_line", "place_colon", "year_by_weekday", "desk_credits"} <= rules
    places = {f"dateline_{rule}" for rule in rules if f"dateline_{rule}" in EVIDENCE}
    bare = {rule for rule in rules if rule not in EVIDENCE and f"dateline_{rule}" not in places}
    assert bare == set()
    assert {f"{kind}_line" for kind in ("headline", "section", "subhead")} <= EVIDENCE.keys()
    assert {f"agency_{rule}" for rule in ("copyright_line", "published_line")} <= EVIDENCE.keys()


def test_every_attribution_rule_is_explained() -> None:
    rules = set(_rules("quotation"))
    assert {"subject", "according_to", "carried", "headline_colon", "none"} <= rules
    assert rules - ATTRIBUTION.keys() - MEANING.keys() == set()
    assert {"before", "after", "focus", "nobody"} <= ATTRIBUTION.keys()
    found = {name for name in _returned("quotation/resolve.py", 3) | _returned("quotation/bearers.py", 1) if name}
    assert {"pronoun", "nominal", "lead", "role"} <= found
    assert found <= MEANING.keys()


def test_nearly_every_feature_that_can_weigh_has_words() -> None:
    with (CODE / "quotation" / "weights.csv").open(encoding="utf-8") as table:
        features = {row["feature"] for row in csv.DictReader(table) if row["model"] in ("clause", "speaker")}
    families = {part.split("=")[0] for feature in features for part in feature.split("|") if "=" in part}
    told = {part.split("=")[0] for part in SIGNALS}
    # Paths through the parse tree have no words that a reader would want.
    assert families - told == {"path", "more"}


def test_every_flag_is_explained() -> None:
    listed = (CODE.parent / "docs" / "input.md").read_text("utf-8")
    assert all(f"`{flag}`" in listed for flag in FLAGS)
    named = {"no_headline", "no_date", "no_source", "not_analysed", "unbalanced_quotes", "mojibake_repaired"}
    assert named <= FLAGS.keys()


def _rules(package: str) -> Iterator[str]:
    """The constants that stand where a rule is named: an argument, a default, or a variable called `rule`."""
    trees = [ast.parse(file.read_text("utf-8")) for file in sorted((CODE / package).glob("*.py"))]
    constants = {
        target.id: node.value.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in (node for tree in trees for node in ast.walk(tree)):
        for value in _named(node):
            name = constants.get(value.id) if isinstance(value, ast.Name) else getattr(value, "value", None)
            if isinstance(name, str):
                yield name


def _named(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=args) if name in PLACES:
            spread = [
                part for arg in args for part in ([arg, arg] if isinstance(arg, ast.Starred) else [arg])
            ]  # a span
            yield from _either(spread[PLACES[name]]) if len(spread) > PLACES[name] else ()
        case ast.keyword(arg="rule", value=value):
            yield from _either(value)
        case ast.Assign(targets=[target], value=value):
            yield from _assigned(target, value)
        case ast.For(target=ast.Tuple() as target, iter=ast.Tuple(elts=elements)):
            for element in elements:
                yield from _assigned(target, element)


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    for one in _either(value):
        if isinstance(target, ast.Name) and target.id == "rule":
            yield one
        elif isinstance(target, ast.Tuple) and isinstance(one, ast.Tuple):
            for name, part in zip(target.elts, one.elts, strict=True):
                if isinstance(name, ast.Name) and name.id == "rule":
                    yield from _either(part)


def _either(value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(value, ast.IfExp):
        yield from _either(value.body)
        yield from _either(value.orelse)
    else:
        yield value


def _returned(file: str, place: int) -> set[str]:
    """The constants at a place of the tuples that a module returns."""
    tree = ast.parse((CODE / file).read_text("utf-8"))
    return {
        part.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Return) and node.value is not None
        for one in _either(node.value)
        if isinstance(one, ast.Tuple) and len(one.elts) == place + 1
        for part in _either(one.elts[place])
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
