"""Texts with their names marked, "[Ana Ruiz|PERSON] spoke": what tests of names feed to stations without a model."""

import re

from transforms.extractors.entities import name_id
from transforms.language.pipeline import Paragraph
from transforms.naming.chains import canonical_names
from transforms.naming.name import Name
from transforms.records import Mention

_MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def marked(text: str) -> tuple[str, list[Name]]:
    """The text without its marks, and the names in it."""
    plain, names, last = "", [], 0
    for match in _MARKED.finditer(text):
        plain += text[last : match.start()]
        surface, label = match.groups()
        names.append(Name(len(plain), len(plain) + len(surface), surface, label, 0))
        plain, last = plain + surface, match.end()
    return plain + text[last:], names


def chained(text: str) -> list[str]:
    """The canonical name of each marked name."""
    plain, names = marked(text)
    return canonical_names(names, plain)


def named(text: str) -> tuple[tuple[Paragraph, ...], tuple[Mention, ...]]:
    """The text as one paragraph that no model has read, and its names as mentions."""
    plain, names = marked(text)
    mentions = tuple(
        Mention(name_id(n.label, full), full, n.surface, "name", n.label, n.start, n.end, 1, "body")
        for n, full in zip(names, canonical_names(names, plain), strict=True)
    )
    return (Paragraph(0, "body", 1, False, plain, None),), mentions  # type: ignore[arg-type]  # Nothing asks for the Doc.
