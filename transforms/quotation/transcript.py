"""Transcripts: turns like "HALVORSEN: Good afternoon." have no marks, and are direct quotes of the person in the label."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import Cast
from transforms.quotation.draft import Draft
from transforms.quotation.marks import quoted_runs
from transforms.quotation.turn_labels import (
    ANSWER,
    QUESTION,
    interviewed,
    names_of,
    speaker_of_label,
    speaker_of_letter,
)
from transforms.records import Speaker

_LETTER = re.compile(
    r"\s*(?:([QA])[.:]\s+(?=\S)|(Q)(?!Anon)(?=[A-Z][a-z’']*\s))"
)  # "Q: Why?", and "QWhy?" of some archives
_LABEL = re.compile(
    r"\s*([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}|[A-Z][a-z]+ [a-z]+)(?: ?\([A-Z][^()\n]{0,30}\))?:\s+(?=\S)"
)
_DIRECTION = re.compile(r"\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])\s*$")
_SPOKEN = re.compile(r"\?|\b(?:I|you|we|my|your|our|me|us)\b|\b(?:I|you|we)[’']", re.IGNORECASE)
_FEWEST_TURNS = 2
_MARKS = ("“", "«", '"', "``", "''")
_FEWEST_LABELLED = 4  # one paragraph in four, at least, is labelled where turns go on over several


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns of an article as drafts of quotes, and the numbers of the paragraphs that they take."""

    drafts: tuple[Draft, ...]
    paragraphs: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph: the label's span and the speech's, in the article's text."""

    number: int
    label: str
    label_span: tuple[int, int]
    speech: tuple[int, int]


def transcript(paragraphs: Sequence[Paragraph], members: Cast) -> Transcript:
    """The turns of a transcript; none unless two paragraphs or more have a speaker's label and sound like talk.

    A turn goes on until the next label. One whose words stand in quotation marks is left to the reading of marks.
    """
    labelled = [turn for number, paragraph in enumerate(paragraphs) if (turn := _turn(number, paragraph))]
    speakers = _speakers(labelled, paragraphs, members) if labelled else {}
    turns = [turn for turn in labelled if turn.number in speakers]
    if not turns or not _sound_like_talk(turns, paragraphs):
        return Transcript((), frozenset())
    taken = _taken(turns, paragraphs, speakers, members)
    drafts = [
        _draft(turn, speakers[turn.number], [paragraphs[number] for number in numbers])
        for turn, numbers in zip(turns, taken, strict=True)
    ]
    return Transcript(tuple(drafts), frozenset(number for numbers in taken for number in numbers))


def _sound_like_talk(turns: Sequence[_Turn], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether enough turns hold a question or a word of those who talk; more of them where labels are no capitals.

    "Ruiz: Pier must stay" and "Ruiz: 45 percent" are lists of links and of figures.
    """
    spoken = sum(1 for turn in turns if _SPOKEN.search(paragraphs[turn.number].text))
    most_capitals = 2 * sum(1 for turn in turns if turn.label.isupper()) >= len(turns)
    return spoken >= (max(1, len(turns) / 3) if most_capitals else max(2, len(turns) / 2))


def _turn(number: int, paragraph: Paragraph) -> _Turn | None:
    text, offset = paragraph.text, paragraph.char_start
    match = (_LETTER.match(text) or _LABEL.match(text)) if paragraph.in_segment == "body" else None
    if match is None:
        return None
    end = len(text.rstrip())
    runs = quoted_runs(text, match.end(), end)
    if runs and runs[0].outer_start == match.end() and runs[-1].outer_end == end:
        return None
    group = match.lastindex or 1
    span = (offset + match.start(group), offset + match.end(group))
    return _Turn(number, match.group(group), span, (offset + match.end(), offset + end))


def _speakers(turns: Sequence[_Turn], paragraphs: Sequence[Paragraph], members: Cast) -> dict[int, Speaker]:
    """The speaker of each turn that has one, by number of its paragraph; of none unless two turns surely have one.

    Sure are a person of the article, and a label used twice: "WEATHER:" alone may be anything.
    """
    often = Counter(turn.label for turn in turns)
    names = names_of(members)
    interview, asked = interviewed(paragraphs, members, turns[0].number) if often[ANSWER] else (False, None)
    speakers = {}
    for turn in turns:
        if turn.label in (QUESTION, ANSWER):
            speaker = speaker_of_letter(turn.label, turn.label_span, asked) if interview else None
        else:
            speaker = speaker_of_label(turn.label, turn.label_span, (members, names))
        if speaker is not None:
            speakers[turn.number] = speaker
    sure = sum(1 for turn in turns if turn.number in speakers and _is_sure(speakers[turn.number], often[turn.label]))
    return speakers if sure >= _FEWEST_TURNS else {}


def _is_sure(speaker: Speaker, often: int) -> bool:
    return speaker.kind == "named_person" or often > 1


def _taken(
    turns: Sequence[_Turn], paragraphs: Sequence[Paragraph], speakers: Mapping[int, Speaker], members: Cast
) -> list[list[int]]:
    """The numbers of the paragraphs of each turn: its own, and those up to the next label that go on with it."""
    dense = _FEWEST_LABELLED * len(turns) >= turns[-1].number - turns[0].number
    taken = []
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        numbers = [turn.number]
        for number in range(turn.number + 1, following.number) if following and dense else ():
            if _is_narrative(paragraphs[number], speakers[turn.number], members):
                break
            if not _DIRECTION.match(paragraphs[number].text):
                numbers.append(number)
        taken.append(numbers)
    return taken


def _is_narrative(paragraph: Paragraph, speaker: Speaker, members: Cast) -> bool:
    """Whether a paragraph between two turns is the newsroom's: it names the speaker, or has quotation marks of its own."""
    if paragraph.in_segment != "body" or paragraph.text.lstrip().startswith(_MARKS):
        return True
    start = paragraph.char_start
    named = members.named_between(start, start + len(paragraph.text))
    return speaker.name_id is not None and any(mention.name_id == speaker.name_id for mention in named)


def _draft(turn: _Turn, speaker: Speaker, own: Sequence[Paragraph]) -> Draft:
    first, *rest = own
    spans = [turn.speech, *((p.char_start, p.char_start + len(p.text.rstrip())) for p in rest)]
    words = [p.text[start - p.char_start : end - p.char_start] for p, (start, end) in zip(own, spans, strict=True)]
    return Draft(spans, words, speaker, "transcript", first.in_segment)
