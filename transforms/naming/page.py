"""What an article prints about its names, as facts with the words that say so; and a paragraph with the names in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.language.pipeline import Paragraph
from transforms.records import Mention


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of a name: a word of `schema.ATTRIBUTES`, its value, the span of the words in the paragraph, rule, confidence."""

    attribute: str
    value: str
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph's text with its name mentions, found by where they start and end in it."""

    char_start: int
    text: str
    names: tuple[Mention, ...]
    starting: dict[int, Mention]
    ending: dict[int, Mention]

    def span(self, name: Mention) -> tuple[int, int]:
        """Offsets of a name in the paragraph's text."""
        return name.char_start - self.char_start, name.char_end - self.char_start


def pages(paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> Iterator[Page]:
    """The paragraphs that hold a name; names come in order of the text."""
    queue, number = list(names), 0
    for paragraph in paragraphs:
        end = paragraph.char_start + len(paragraph.text)
        here = []
        while number < len(queue) and queue[number].char_start < end:
            if queue[number].char_start >= paragraph.char_start:
                here.append(queue[number])
            number += 1
        if here:
            start = paragraph.char_start
            yield Page(
                start,
                paragraph.text,
                tuple(here),
                {name.char_start - start: name for name in here},
                {name.char_end - start: name for name in here},
            )
