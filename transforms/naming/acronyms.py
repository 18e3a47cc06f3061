"""Acronyms that the text itself explains: "the International Atomic Energy Agency (IAEA)"."""

import re
from collections.abc import Iterable, Sequence

from transforms.language.pipeline import Paragraph
from transforms.naming.name import Name, name_at

_BRACKETED = re.compile(r"[’'”\"]?\s?[(\[]\s?([A-Z][A-Za-z&/.-]{1,9})\s?[)\]]")
_LETTER = re.compile(r"[A-Z]")
_LABELS = ("ORG", "PLACE", "MISC")


def explained_acronyms(names: Sequence[Name], paragraphs: Sequence[Paragraph]) -> Iterable[Name]:
    """The short forms in brackets right after a name of several words whose initials they are, with that name's label."""
    for name in names:
        if name.label in _LABELS and " " in name.surface:
            paragraph = paragraphs[name.paragraph_no]
            match = _BRACKETED.match(paragraph.text, name.end - paragraph.char_start)
            if match and _may_shorten(match.group(1), name.surface):
                yield name_at(match.span(1), name.label, name.paragraph_no, paragraph)


def _may_shorten(short: str, full: str) -> bool:
    """Whether the capitals of the short form come in order in the full name, which it is shorter than."""
    capitals = _LETTER.findall(short)
    if len(capitals) < 2 or len(short) >= len(full):
        return False
    letters = iter(full.upper())
    return all(capital in letters for capital in capitals) and capitals[0] == full[0].upper()
