"""Quotations in headlines: "US ‘concerned’ by support for Russia: Blinken", "Blinken: ‘No signs’ of diplomacy"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.language.pipeline import Paragraph
from transforms.quotation.marks import quoted_runs, single_runs
from transforms.records import Mention, Speaker

_SPEAKER_LAST = re.compile(r":\s+([^:]{2,60})$")
_SPEAKER_FIRST = re.compile(r"^([^:‘'“\"]{2,60}):\s")
_KINDS = {"PERSON": "named_person", "ORG": "organisation", "PLACE": "metonym", "MISC": "unnamed"}


@dataclass(frozen=True, slots=True)
class HeadlineQuote:
    """A run of a headline with its marks (offsets in the article's text), the words inside, and its speaker."""

    span: tuple[int, int]
    inner: str
    speaker: Speaker


def headline_quotes(paragraph: Paragraph, entities: Sequence[Mention]) -> Iterable[HeadlineQuote]:
    """The marked words of a headline that names their speaker before or after a colon; none without such a speaker."""
    text, offset = paragraph.text, paragraph.char_start
    speaker = _speaker(text, offset, entities)
    if speaker is None:
        return
    for run in quoted_runs(text, 0, len(text)) or single_runs(text, 0, len(text)):
        yield HeadlineQuote((offset + run.outer_start, offset + run.outer_end), text[run.start : run.end], speaker)


def _speaker(text: str, offset: int, entities: Sequence[Mention]) -> Speaker | None:
    for match in filter(None, (_SPEAKER_LAST.search(text), _SPEAKER_FIRST.search(text))):
        start, end = offset + match.start(1), offset + match.end(1)
        for mention in entities:
            if start <= mention.char_start and mention.char_end <= end and end - mention.char_end < 3:
                return Speaker(
                    _KINDS[mention.label], "headline_colon", 0.9, mention.surface, mention.char_start, mention.char_end,
                    mention.entity_id, mention.canonical_name,
                )  # fmt: skip
    return None
