"""Transcripts: turns like "HALVORSEN: Good afternoon." have no marks, and are direct quotes of the person in the label."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.language.pipeline import Paragraph
from transforms.quotation.cast import Cast
from transforms.quotation.draft import Draft
from transforms.quotation.marks import quoted_runs
from transforms.records import Mention, Speaker

_LABEL = re.compile(r"\s*((?:[A-Z][\w’'-]*\.?)(?: [A-Z][\w’'-]*\.?){0,4}):\s+(?=\S)")
_FEWEST_TURNS = 2


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph: the label's span and the speech's, in the article's text."""

    paragraph_no: int
    label: str
    label_span: tuple[int, int]
    speech: tuple[int, int]


def transcript_turns(paragraphs: Sequence[Paragraph], members: Cast) -> dict[int, Draft]:
    """The turns of a transcript by number of their paragraph; empty unless two paragraphs or more have a speaker's label.

    A label is a person of the article, or words in capitals that label at least two paragraphs ("MODERATOR:"). A turn
    whose words stand in quotation marks is left to the reading of marks.
    """
    turns = [turn for number, paragraph in enumerate(paragraphs) if (turn := _turn(number, paragraph))]
    often = Counter(turn.label for turn in turns)
    drafts = {}
    for turn in turns:
        person = _person(turn, members)
        if person or (turn.label.isupper() and len(turn.label) > 2 and often[turn.label] >= _FEWEST_TURNS):
            drafts[turn.paragraph_no] = _draft(turn, person, paragraphs[turn.paragraph_no])
    return drafts if len(drafts) >= _FEWEST_TURNS else {}


def _turn(number: int, paragraph: Paragraph) -> _Turn | None:
    text, offset = paragraph.text, paragraph.char_start
    match = _LABEL.match(text) if paragraph.in_segment == "body" else None
    if match is None:
        return None
    end = len(text.rstrip())
    runs = quoted_runs(text, match.end(), end)
    if runs and runs[0].outer_start == match.end() and runs[-1].outer_end == end:
        return None
    span = (offset + match.start(1), offset + match.end(1))
    return _Turn(number, match.group(1), span, (offset + match.end(), offset + end))


def _person(turn: _Turn, members: Cast) -> Mention | None:
    named = members.named_between(*turn.label_span)
    return next(
        (mention for mention in named if mention.label == "PERSON" and mention.char_end == turn.label_span[1]), None
    )


def _draft(turn: _Turn, person: Mention | None, paragraph: Paragraph) -> Draft:
    start, end = (offset - paragraph.char_start for offset in turn.speech)
    speaker = Speaker(
        "named_person" if person else "unnamed", "speaker_label", 0.95 if person else 0.7, turn.label, *turn.label_span,
        person.entity_id if person else None, person.canonical_name if person else None,
    )  # fmt: skip
    return Draft([turn.speech], [paragraph.text[start:end]], speaker, "transcript", paragraph.in_segment)
