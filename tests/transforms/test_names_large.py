"""Names of very long articles are found in time that grows with their length, whatever they are made of."""

import time
from itertools import product
from typing import Any

import pytest
from analysed import article
from recognised import Doc, Found

from transforms.language.pipeline import Paragraph
from transforms.naming.spans import consistent_names

_SYLLABLES = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]


def spread(names: list[str], joint: str, label: str) -> tuple[Any, tuple[Paragraph, ...]]:
    """An article of paragraphs of 200 names each, every one of which the recogniser found."""
    lines = [joint.join(names[start : start + 200]) + "." for start in range(0, len(names), 200)]
    piece = article("\n".join(lines))
    paragraphs = []
    for line, segment in zip(lines, piece.spans("body"), strict=True):
        ends, position = [], 0
        for name in line[:-1].split(joint):
            ends.append(Found(position, position + len(name), label, name))
            position += len(name) + len(joint)
        doc: Any = Doc(ends)
        paragraphs.append(Paragraph(segment.char_start, "body", 1, False, line, doc))
    return piece, tuple(paragraphs)


def distinct_names(number: int) -> list[str]:
    """Two-word names that all differ in both words."""
    words = ("".join(parts).title() for parts in product(_SYLLABLES, repeat=3))
    return [f"{first} {first[::-1].title()}" for first, _ in zip(words, range(number), strict=False)]


@pytest.mark.parametrize(
    ("label", "joint", "number"), [("PERSON", " met ", 32_000), ("ORG", " of ", 8_000), ("GPE", ", ", 8_000)]
)
def test_distinct_names_are_read_in_linear_time(label: str, joint: str, number: int) -> None:
    piece, paragraphs = spread(distinct_names(number), joint, label)
    start = time.process_time()

    names = consistent_names(paragraphs, piece)

    assert time.process_time() - start < 8  # a second or so alone; the look-up by one pattern of all names took eight
    assert len(names) >= number


def test_names_that_all_begin_alike_are_no_harder() -> None:
    names = [f"Anna {name}" for name in distinct_names(8_000)]
    piece, paragraphs = spread(names, " met ", "PERSON")
    start = time.process_time()

    assert len(consistent_names(paragraphs, piece)) == len(names)
    assert time.process_time() - start < 6


@pytest.mark.parametrize(
    "piece", ["A ", "HOLT: ", "ANNA HOLT ", "University of ", "Anna Holt (AH) ", "the ", "'s ", "Oslo "]
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    whole = article("\n".join(text[start : start + 20_000].strip() for start in range(0, len(text), 20_000)))
    doc: Any = Doc()
    paragraphs = tuple(
        Paragraph(segment.char_start, "body", 1, False, whole.slice(segment), doc) for segment in whole.spans("body")
    )
    start = time.process_time()

    consistent_names(paragraphs, whole)

    assert time.process_time() - start < 3
