"""Where phrases may stand: runs of nouns, their adjectives and names, cut at every other word and sign.

Parsed paragraphs have parts of speech; elsewhere, and in headlines, whose capitals mislead the tagger, the words speak for
themselves (`transforms.phrases.words`). The model's dates, amounts and ordinals break a run everywhere. A name is one unit,
whatever its length; where it stands alone it is called by its fullest form in the article.
"""

import importlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from transforms.language.pipeline import Paragraph
from transforms.phrases.words import BREAKS, ENDS, WITHIN, word
from transforms.records import Mention

LONGEST = 4  # words of a phrase that is not a name
_LONGEST_WORD = 60  # code points; what is longer is no word
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")
_INSIDE = ("-", ".", "&", "/")
_POSSESSIVES = ("'s", "’s")
_SILENT = str.maketrans("", "", ".'’")
_SYMBOLS = 512  # spaCy numbers its own symbols below; other labels are hashes
_MEASURES = ("CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME")


class Candidate(NamedTuple):
    """A phrase, folded, with its spans in order of the text, and the label of the name that it is, if it is one."""

    phrase: str
    label: str | None
    spans: list[tuple[int, int]]


class _Unit(NamedTuple):
    """A word or a name of a run, folded: what it adds to a longer phrase and what it is alone."""

    inner: str
    alone: str
    start: int
    end: int
    standing: int
    label: str | None


def candidates(text: str, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> list[Candidate]:
    """Every phrase that stands in the paragraphs of a text, shorter ones within longer ones too. Linear in its length.

    What only the headline has is left out, but for names: its verbs look like nouns.
    """
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    labels: dict[str, str] = {}
    for run in _runs(text, _units(text, _word_starts(paragraphs), names)):
        for first, unit in enumerate(run):
            if unit.label:
                labels.setdefault(unit.alone, unit.label)
            if unit.standing == ENDS:
                spans[unit.alone].append((unit.start, unit.end))
            for phrase, end in _from(run, first):
                spans[phrase].append((unit.start, end))
    titles = [p.char_start + len(p.text) for p in paragraphs if p.in_segment == "headline"]
    below = max(titles, default=0) if len(titles) < len(paragraphs) else 0
    return [
        Candidate(phrase, labels.get(phrase), places)
        for phrase, places in spans.items()
        if phrase in labels or places[-1][0] >= below
    ]


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """A name in lower case, without dots, apostrophes, signs and a leading "the"; empty where it has no letter or digit."""
    words = _WORD.findall(name.lower().removesuffix("'s").removesuffix("’s").translate(_SILENT))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _word_starts(paragraphs: Sequence[Paragraph]) -> dict[int, int | None]:
    """What the word at an offset of the text may do, by the model; None where it does not know."""
    of_part, of_entity = _tables()
    starts: dict[int, int | None] = {}
    for paragraph in paragraphs:
        tokens: Any = paragraph.doc.to_array(["POS", "LENGTH", "SPACY", "ENT_TYPE"])
        may = of_entity[np.minimum(tokens[:, 3], _SYMBOLS - 1)]
        tagged = paragraph.parsed and paragraph.in_segment != "headline"
        if tagged:
            may = np.minimum(may, of_part[tokens[:, 0]])
        (kept,) = may.nonzero()
        widths = tokens[:, 1] + tokens[:, 2]
        at = (np.cumsum(widths) - widths)[kept] + np.uint64(paragraph.char_start)
        starts |= zip(at.tolist(), may[kept].tolist(), strict=True) if tagged else dict.fromkeys(at.tolist())
    return starts


@cache
def _tables() -> tuple[Any, Any]:
    """What a word may do, by the number of its part of speech and of the entity type that it stands in."""
    numbers = importlib.import_module("spacy.symbols").IDS  # two seconds: only where text is analysed
    of_part = np.zeros(_SYMBOLS, dtype="int64")
    of_part[[numbers["NOUN"], numbers["PROPN"]]] = ENDS
    of_part[numbers["ADJ"]] = WITHIN
    of_entity = np.full(_SYMBOLS, ENDS, dtype="int64")
    of_entity[[numbers[name] for name in _MEASURES]] = BREAKS
    return of_part, of_entity


def _units(text: str, starts: dict[int, int | None], names: Sequence[Mention]) -> Iterator[_Unit]:
    named = {name.char_start: name for name in names}
    done = 0
    for start in sorted(starts | dict.fromkeys(named)):
        if start < done:
            continue
        name = named.get(start)
        unit = _name(name) if name else _word(text, start, starts[start])
        if unit:
            yield unit
            done = unit.end


def _name(name: Mention) -> _Unit | None:
    alone, inner = folded(name.canonical_name), folded(name.surface)
    return _Unit(inner, alone, name.char_start, name.char_end, ENDS, name.label) if alone and inner else None


def _word(text: str, start: int, told: int | None) -> _Unit | None:
    match = None if text[start - 1 : start] in _INSIDE else _WORD.match(text, start)
    if match is None or match.end() - start > _LONGEST_WORD:
        return None
    read = word(match.group())
    may = read.standing if told is None else told
    if may == BREAKS or read.stops:
        return None
    return _Unit(read.singular, read.singular, start, match.end(), may, None)


def _runs(text: str, units: Iterable[_Unit]) -> Iterator[list[_Unit]]:
    """Units that one blank and nothing else parts; of what stands before a person ("Prime Minister Ada Brook") the names."""
    run: list[_Unit] = []
    for unit in units:
        joins = run and run[-1].end == unit.start - 1 and text[unit.start - 1] == " "
        if joins and unit.label == "PERSON":
            yield from ([before] for before in run if before.label)
        elif joins and text[unit.start - 3 : unit.start - 1] not in _POSSESSIVES:
            run.append(unit)
            continue
        elif run:
            yield run
        run = [unit]
    if run:
        yield run


def _from(run: Sequence[_Unit], first: int) -> Iterator[tuple[str, int]]:
    """The phrases of two units or more that begin with a unit of a run and end with a noun or name, with their ends."""
    words = run[first].inner
    for after in run[first + 1 : first + LONGEST]:
        if words.count(" ") + after.inner.count(" ") + 2 > LONGEST:
            break
        words = f"{words} {after.inner}"
        if after.standing == ENDS:
            yield words, after.end
