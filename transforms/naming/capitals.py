"""Headlines and crossheads in capitals, read through the spelling of the body."""

from collections.abc import Sequence

from transforms.language.pipeline import Paragraph
from transforms.naming.gazetted import known_names, lookup_in_any_case
from transforms.naming.lookup import Words
from transforms.naming.name import Name, name_at, without_overlaps

_LOOKED_AT = 120  # code points that tell the case of a text
_CAPITALS = 0.6  # of them, spaces and marks counted in


def is_in_capitals(text: str) -> bool:
    """Whether hardly a word of a text has small letters, as in an old wire's headline."""
    head = text[:_LOOKED_AT]
    return sum(map(str.isupper, head)) > _CAPITALS * len(head)


def reread(
    names: Sequence[Name], surnames: set[str], paragraphs: Sequence[Paragraph], words: Sequence[Words]
) -> list[Name]:
    """The names of an article, those of its paragraphs in capitals found anew by the names of the others and the article's surnames.

    Of the model's own names there those stay that touch none of these and are no words that the body has in small letters.
    """
    capitals = {number for number, paragraph in enumerate(paragraphs) if is_in_capitals(paragraph.text)}
    if not capitals:
        return list(names)
    seen = {
        word for number, paragraph in enumerate(paragraphs) if number not in capitals for word in paragraph.text.split()
    }
    body = [name for name in names if name.paragraph_no not in capitals]
    sought = lookup_in_any_case(body, surnames)
    known = [
        name_at((start, end), label, number, paragraphs[number])
        for number in sorted(capitals)
        for start, end, label in known_names(paragraphs[number].text, words[number], sought)
    ]
    kept = [name for name in names if name.paragraph_no in capitals and not _is_common(name.surface, seen)]
    return without_overlaps([*body, *known], kept)


def _is_common(surface: str, seen: set[str]) -> bool:
    return all(word.lower() in seen for word in surface.split())
