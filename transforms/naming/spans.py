"""Name spans as the model found them, trimmed, made consistent, and completed with missed surnames."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transforms.language.pipeline import Paragraph

# spaCy's OntoNotes labels. Facilities are places to a reader of news; dates, amounts and ordinals are no names.
_LABELS = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "MISC", "EVENT": "MISC",
    "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
_EDGE = re.compile(r"^(?:[\s\"“”‘«»'’(\[,;:.–—-]|[Tt]he\s)+|(?:[\s\"“”«»(\[,;:–—-]|['’]s?)+$")
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor|President|Prime Minister|Minister|Mayor|Governor|Gov|Senator|Sen|Rep|"
    r"Secretary|Chancellor|Judge|Justice|Captain|Capt|General|Gen|Colonel|Col|Lt|Sgt|Officer|King|Queen|Prince|Princess|Pope|"
    r"Bishop|Archbishop|Rev|Father|Sister|Coach|Chief|Detective|Inspector|Ambassador|Councillor)\.?\s+)+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name span in the article (offsets in its text) with its label and where it stands."""

    start: int
    end: int
    surface: str
    label: str
    paragraph_no: int


def consistent_names(paragraphs: Sequence[Paragraph]) -> list[Name]:
    """The names of an article in order: one surface has one label, and surnames of its persons are found everywhere.

    The rule is the document-consistency one of entity work on news: majority label per surface, surnames of full person
    names are persons, and missed whole-word occurrences of such surnames are added.
    """
    found = [name for number, paragraph in enumerate(paragraphs) for name in _model_names(number, paragraph)]
    surnames = _surnames(found, paragraphs)
    majority = _majority_labels(found)
    agreed = [replace(name, label="PERSON" if name.surface in surnames else majority[name.surface]) for name in found]
    taken = [(name.start, name.end) for name in agreed]
    return sorted([*agreed, *_missed(surnames, paragraphs, taken)], key=lambda name: (name.start, name.end))


def trim_name(surface: str) -> tuple[int, int]:
    """Offsets within `surface` of the bare name: no leading article, mark or title, no trailing possessive."""
    start, end = 0, len(surface)
    while match := _EDGE.search(surface[start:end]):
        start, end = (start + match.end(), end) if match.start() == 0 else (start, start + match.start())
        if start >= end:
            return 0, 0
    return start, end


def _model_names(number: int, paragraph: Paragraph) -> Iterable[Name]:
    for entity in paragraph.doc.ents:
        label = _LABELS.get(entity.label_)
        surface = entity.text
        start, end = trim_name(surface)
        if label == "PERSON" and (title := _TITLES.match(surface[start:end])):
            start += title.end()
        if label is None or end - start < 2 or not any(map(str.isalpha, surface[start:end])):
            continue
        offset = paragraph.char_start + entity.start_char
        yield Name(offset + start, offset + end, " ".join(surface[start:end].split()), label, number)


def _majority_labels(names: Iterable[Name]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.surface][name.label] += 1
    return {surface: count.most_common(1)[0][0] for surface, count in votes.items()}


def _surnames(names: Sequence[Name], paragraphs: Sequence[Paragraph]) -> set[str]:
    """The one-word short forms of the article's full person names: the last word, or the first where only that stands alone.

    Family-first names ("Wang Yi … Wang said") show themselves so, without a list of them.
    """
    text = "\n".join(paragraph.doc.text for paragraph in paragraphs)
    majority = _majority_labels(names)
    surnames = set()
    for full in {name.surface for name in names if name.label == "PERSON" and majority[name.surface] == "PERSON"}:
        words = full.split()
        if len(words) < 2:
            continue
        last, first = words[-1], words[0]
        if len(words) == 2 and _stands_alone(first, full, text) and not _stands_alone(last, full, text):
            surnames.add(first)
        surnames.add(last)
    return {word for word in surnames if len(word) >= 3 and word[0].isupper() and not word.isupper()}


def _stands_alone(word: str, full: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text.replace(full, "")) is not None


def _missed(surnames: set[str], paragraphs: Sequence[Paragraph], taken: list[tuple[int, int]]) -> list[Name]:
    if not surnames:
        return []
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(surnames))) + r")(?![\w-])")
    taken = sorted(taken)
    starts = [start for start, _ in taken]
    missed = []
    for number, paragraph in enumerate(paragraphs):
        for match in pattern.finditer(paragraph.doc.text):
            start, end = paragraph.char_start + match.start(), paragraph.char_start + match.end()
            before = bisect_right(starts, end - 1) - 1
            if before < 0 or taken[before][1] <= start:
                missed.append(Name(start, end, match.group(), "PERSON", number))
    return missed
