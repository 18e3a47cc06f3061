"""What a name is to the modules of this package, and how names that overlap are told apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from transforms.language.pipeline import Paragraph

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Name:
    """A name span in the article (offsets in its text) with its label and the index of the paragraph it stands in."""

    start: int
    end: int
    surface: str
    label: str
    paragraph_no: int


def name_at(span: tuple[int, int], label: str, number: int, paragraph: Paragraph) -> Name:
    """The name at a span of a paragraph's text; white space within its surface is folded."""
    start, end = span
    offset = paragraph.char_start
    return Name(offset + start, offset + end, " ".join(paragraph.text[start:end].split()), label, number)


def without_overlaps(preferred: Iterable[Name], others: Iterable[Name]) -> list[Name]:
    """The preferred names and those others that touch none of them, in order of the text; linear but for the sorting.

    Where names of one list overlap, the first stays, of those that begin together the longest.
    """
    first = _apart(preferred)
    kept = list(_clear_of(first, _apart(others)))
    return sorted([*first, *kept], key=_START) if kept else first


def _apart(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=_START):
        if not kept or kept[-1].end <= name.start:
            kept.append(name)
        elif kept[-1].start == name.start and kept[-1].end < name.end:
            kept[-1] = name
    return kept


def _clear_of(fixed: Sequence[Name], names: Iterable[Name]) -> Iterator[Name]:
    index = 0
    for name in names:
        while index < len(fixed) and fixed[index].end <= name.start:
            index += 1
        if index == len(fixed) or name.end <= fixed[index].start:
            yield name
