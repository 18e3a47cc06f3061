"""Name spans as the model found them, trimmed, made consistent, and completed with missed surnames."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transforms.language.pipeline import Paragraph
from transforms.naming.shown import shown_bodies, shown_persons

# spaCy's OntoNotes labels. Facilities are places to a reader of news; dates, amounts and ordinals are no names.
_LABELS = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "MISC", "EVENT": "MISC",
    "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
_EDGE = re.compile(r"^(?:[\s\"“”‘«»'’(\[,;:.–—-]|[Tt]he\s)+|(?:[\s\"“”«»(\[,;:–—-]|['’]s?)+$")
_HONOURED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? (?=[A-Z])")
_WHOLE_WORD = re.compile(r"\w+(?:[-’']\w{2,})*")
_TRADES = re.compile(
    r"^(?:Shipbuilder|Carmaker|Automaker|Retailer|Airline|Brewer|Lender|Insurer|Chipmaker|Drugmaker|Steelmaker|Planemaker|"
    r"Publisher|Miner|Startup|Brokers?|Consultancy|Pollster|Broadcaster)\s+(?=[A-Z])"
)
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})[.!?](?=\s)|\n\s*\n|\s[-–—/|]\s")  # the model's names sometimes run on
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|President|Prime Minister|Minister|Mayor|Governor|Gov|Senator|"
    r"Sen|Rep|Secretary|Chancellor|Judge|Justice|Captain|Capt|General|Gen|Colonel|Col|Lt|Sgt|Officer|King|Queen|Prince|Princess|Pope|"
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
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    found = _with_shown(paragraphs, text)
    surnames = _surnames(found, text)
    majority = _majority_labels(found)
    agreed = [
        replace(name, label="PERSON" if _plain(name.surface) in surnames else majority[name.surface]) for name in found
    ]
    taken = [(name.start, name.end) for name in agreed]
    return sorted([*agreed, *_missed(surnames, paragraphs, taken)], key=lambda name: (name.start, name.end))


def _plain(surface: str) -> str:
    """A surname as the body prints it: transcripts and datelines set it in capitals."""
    return surface.title() if surface.isupper() else surface


def trim_name(surface: str) -> tuple[int, int]:
    """Offsets within `surface` of the bare name: no leading article, mark or title, no trailing possessive, one sentence."""
    start, end = 0, len(surface)
    if broken := _SENTENCE_END.search(surface):
        end = broken.start()
    while match := _EDGE.search(surface[start:end]):
        start, end = (start + match.end(), end) if match.start() == 0 else (start, start + match.start())
        if start >= end:
            return 0, 0
    return start, end


def _model_names(number: int, paragraph: Paragraph) -> Iterable[Name]:
    for entity in paragraph.doc.ents:
        surface = entity.text
        label = "PERSON" if _HONOURED.match(surface) else _LABELS.get(entity.label_)
        start, end = trim_name(surface)
        before = {"PERSON": _TITLES, "ORG": _TRADES}.get(label or "")
        if before and (title := before.match(surface[start:end])):
            start += title.end()
        if label is None or end - start < 2 or not any(map(str.isalpha, surface[start:end])):
            continue
        offset = paragraph.char_start + entity.start_char
        yield Name(offset + start, offset + end, " ".join(surface[start:end].split()), label, number)


def _with_shown(paragraphs: Sequence[Paragraph], text: str) -> list[Name]:
    """The model's names, corrected by those that the text gives away."""
    persons = _any_of(shown_persons(text))
    names = []
    for number, paragraph in enumerate(paragraphs):
        modelled = list(_model_names(number, paragraph))
        shown = [name for name in _found(persons, number, paragraph) if not _within_person(name, modelled)]
        for start, end in shown_bodies(paragraph.text):
            body = _name((start, end), "ORG", number, paragraph)
            others = [name for name in (*shown, *modelled) if _overlap(name, body)]
            if all(name.label != "PERSON" and body.start <= name.start and name.end <= body.end for name in others):
                shown.append(body)
        kept = [name for name in modelled if not any(_overlap(name, other) for other in shown)]
        names.extend(sorted([*kept, *shown], key=lambda name: name.start))
    return names


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of the words, longest first, as whole words; None when there are none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])") if ordered else None


def _found(pattern: re.Pattern[str] | None, number: int, paragraph: Paragraph) -> list[Name]:
    matches = pattern.finditer(paragraph.text) if pattern else ()
    return [_name(match.span(), "PERSON", number, paragraph) for match in matches]


def _name(span: tuple[int, int], label: str, number: int, paragraph: Paragraph) -> Name:
    start, end = span
    offset = paragraph.char_start
    return Name(offset + start, offset + end, " ".join(paragraph.text[start:end].split()), label, number)


def _within_person(name: Name, others: Iterable[Name]) -> bool:
    """Whether the model has a longer person name around this one."""
    return any(other.label == "PERSON" and other.start <= name.start and name.end <= other.end for other in others)


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _majority_labels(names: Iterable[Name]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.surface][name.label] += 1
    return {surface: count.most_common(1)[0][0] for surface, count in votes.items()}


def _surnames(names: Sequence[Name], text: str) -> set[str]:
    """The one-word short forms of the article's full person names: the last word, or the first where only that stands alone.

    Family-first names ("Wang Yi … Wang said") show themselves so, without a list of them.
    """
    majority = _majority_labels(names)
    words_of_text = Counter(_WHOLE_WORD.findall(text))
    surnames = set()
    for full in {name.surface for name in names if name.label == "PERSON" and majority[name.surface] == "PERSON"}:
        words = full.split()
        if len(words) < 2:
            continue
        alone = [words_of_text[word] > text.count(full) for word in (words[0], words[-1])]
        if len(words) == 2 and alone == [True, False]:
            surnames.add(words[0])
        surnames.add(words[-1])
    return {word for word in surnames if len(word) >= 3 and word[0].isupper() and not word.isupper()}


def _missed(surnames: set[str], paragraphs: Sequence[Paragraph], taken: list[tuple[int, int]]) -> list[Name]:
    """Whole-word occurrences of the surnames that no name covers; in capitals only as a transcript's label ("HOLT:")."""
    patterns = [_any_of(surnames), _any_of({word.upper() for word in surnames})]
    taken = sorted(taken)
    starts = [start for start, _ in taken]
    missed = []
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        labels = [
            n
            for n in _found(patterns[1], number, paragraph)
            if text[n.end - paragraph.char_start : n.end - paragraph.char_start + 1] == ":"
        ]
        for name in (*_found(patterns[0], number, paragraph), *labels):
            before = bisect_right(starts, name.end - 1) - 1
            if before < 0 or taken[before][1] <= name.start:
                missed.append(name)
    return missed
