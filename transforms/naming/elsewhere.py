"""Names in the parts of an article that the model does not read: datelines, date lines, captions, crossheads.

They are those that the rest of the article has, the places and agencies that the structure station found at the head of the
story, countries and larger towns, and persons that the words beside them show.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from transforms.language.pipeline import Paragraph
from transforms.naming.capitals import is_in_capitals
from transforms.naming.extents import whole
from transforms.naming.gazetted import head_names, known_names
from transforms.naming.lookup import Lookup, words_of
from transforms.naming.name import Name, without_overlaps
from transforms.naming.shown import shown_persons
from transforms.naming.titles import is_title
from transforms.records import Article, Segment

_HEADS = frozenset(("dateline", "date"))
_KINDS = _HEADS | {"caption", "crosshead"}
_FIELDS = {"dateline_place": "PLACE", "agency": "ORG"}
_INTRODUCED = re.compile(r"([^:]{3,80}): ([A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2})")  # "SURGEON GENERAL: ANNA HOLT"
_BETWEEN_PLACES = re.compile(r"\s(?:and|&)\s|[,/;()]\s?")


def persons_elsewhere(article: Article) -> list[Name]:
    """Persons that the words of captions and crossheads give away."""
    return [name for segment in _segments(article) for name in _shown(article.text, segment)]


def names_elsewhere(
    article: Article, paragraphs: Sequence[Paragraph], sought: Lookup, shown: Sequence[Name]
) -> list[Name]:
    """The names in those segments: what is sought, what is known, and the persons already found (`persons_elsewhere`)."""
    segments = _segments(article)
    if not segments:
        return []
    known = [name for segment in segments for name in _known(article.text, segment, sought)]
    found = without_overlaps(_by_evidence(article, segments), without_overlaps(shown, known))
    starts = [paragraph.char_start for paragraph in paragraphs]
    return [
        Name(name.start, name.end, name.surface, name.label, max(0, bisect_right(starts, name.start) - 1))
        for name in found
    ]


def _segments(article: Article) -> list[Segment]:
    return [segment for segment in article.segments if segment.kind in _KINDS]


def _by_evidence(article: Article, segments: Sequence[Segment]) -> Iterator[Name]:
    heads = [(segment.char_start, segment.char_end) for segment in segments if segment.kind in _HEADS]
    for fact in article.evidence:
        start, end, label = fact.char_start, fact.char_end, _FIELDS.get(fact.field)
        if label and start is not None and end is not None and any(a <= start and end <= b for a, b in heads):
            for span in _split(article.text, start, end):
                yield _name(article.text, span, label)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of "SYDNEY and KUALA LUMPUR" and "LIMA, Peru"."""
    for joint in _BETWEEN_PLACES.finditer(text, start, end):
        if joint.start() > start:
            yield start, joint.start()
        start = joint.end()
    if end > start:
        yield start, end


def _known(text: str, segment: Segment, sought: Lookup) -> Iterator[Name]:
    printed, offset = text[segment.char_start : segment.char_end], segment.char_start
    read = head_names if segment.kind in _HEADS else known_names
    for start, end, label in read(printed, words_of(printed), sought):
        begin, until = whole(printed, label, (start, end), (0, len(printed))) if label == "PERSON" else (start, end)
        yield _name(text, (offset + begin, offset + until), label)


def _shown(text: str, segment: Segment) -> Iterator[Name]:
    """Persons by what stands beside them; capitals are read as small letters, unless that changes the length."""
    printed, offset = text[segment.char_start : segment.char_end], segment.char_start
    read = printed.title() if is_in_capitals(printed) else printed
    if introduced := _INTRODUCED.fullmatch(printed):
        if any(map(is_title, introduced.group(1).split())):
            yield _name(text, (offset + introduced.start(2), segment.char_end), "PERSON")
    elif len(read) == len(printed):
        persons = Lookup(dict.fromkeys(shown_persons(read), "PERSON"))
        for start, end, label in persons.find(read, words_of(read)):
            yield _name(text, (offset + start, offset + end), label)


def _name(text: str, span: tuple[int, int], label: str) -> Name:
    return Name(*span, " ".join(text[slice(*span)].split()), label, 0)
