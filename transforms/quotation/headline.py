"""Quotations in headlines: "US ‘concerned’: Blinken", "Holt: ‘No signs’ of a deal", "‘Not again,’ says union", "Holt slams ‘weak’ plan".

Headlines are read without a parser: their grammar is their own, and they are short. A run whose speaker is not printed at a
colon or dash, or beside a verb of speech, is no quotation here (a title, a nickname, a mere expression).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.language.pipeline import Paragraph
from transforms.quotation.cues import is_strong, naming_verb, speech_verb
from transforms.quotation.headline_reports import HeadlineReport, headline_reports
from transforms.quotation.headline_speakers import SPEAKER_LAST, named, speaker_ending, speaker_starting
from transforms.quotation.marks import Run, quoted_runs
from transforms.quotation.single_marks import single_runs
from transforms.quotation.words import WORD
from transforms.records import Mention, Speaker

_SPEAKER_FIRST = re.compile(r"^([^:‘'“\"]{2,60}?)(?: (?:on|to) [^:‘'“\"]{2,60})?:\s")
_BREAK = re.compile(r"[.;:!?|–—]")
_BETWEEN = frozenset("has have had is was also again now reportedly publicly then later still".split())
_LONGEST = 1_000  # code points; what is longer is no headline
_NEAR = 60  # code points within which a verb that is not of mere speech governs the run ("slams … ‘weak’ plan")


@dataclass(frozen=True, slots=True)
class HeadlineQuote:
    """A run of a headline with its marks, or a reported clause (offsets in the article's text), and its speaker.

    `marked` are the words between marks, none in a plain report. `cue` (offsets) and `lemma` are those of the verb, None where a colon or a dash stands for it; `embedded` says that the
    marked words are part of the newsroom's sentence.
    """

    span: tuple[int, int]
    marked: tuple[str, ...]
    speaker: Speaker
    cue: tuple[int, int] | None = None
    lemma: str | None = None
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    lemma: str


def headline_quotes(paragraph: Paragraph, entities: Sequence[Mention]) -> Iterator[HeadlineQuote]:
    """What a headline reports, and its marked words outside that whose speaker it names."""
    text, offset = paragraph.text, paragraph.char_start
    if len(text) > _LONGEST:
        return
    entities = [mention for mention in entities if offset <= mention.char_start < offset + len(text)]
    runs = quoted_runs(text, 0, len(text)) or single_runs(text, 0, len(text))
    told = [
        found for report in headline_reports(paragraph, runs, entities) if (found := _told(paragraph, report, runs))
    ]
    yield from told
    at_colon = _at_colon(paragraph, runs, entities)
    for run in runs:
        if any(quote.span[0] < offset + run.end and offset + run.start < quote.span[1] for quote in told):
            continue
        span, marked = (offset + run.outer_start, offset + run.outer_end), (text[run.start : run.end],)
        embedded = text[: run.outer_start].rstrip()[-1:].isalnum()
        if at_colon:
            yield HeadlineQuote(span, marked, at_colon, embedded=embedded)
        elif beside := _at_verb_after(paragraph, run, entities) or _at_verb_before(paragraph, run, entities):
            verb, speaker = beside
            yield HeadlineQuote(span, marked, speaker, (offset + verb.start, offset + verb.end), verb.lemma, embedded)


def _told(paragraph: Paragraph, report: HeadlineReport, runs: Sequence[Run]) -> HeadlineQuote | None:
    """A report with the marked words in it; None where it is all in marks, or cuts a run."""
    offset, start, end = paragraph.char_start, report.start, report.end
    held = [run for run in runs if run.start < end and start < run.end]
    if held and end >= held[-1].end - 1:  # without the run's last comma or its mark
        end = max(end, held[-1].outer_end)
    whole = all(start <= run.outer_start and run.outer_end <= end for run in held)
    left = sum(len(WORD.findall(paragraph.text, *span)) for span in _outside((start, end), held))
    if not whole or left < 2:
        return None
    cue = (offset + report.cue[0], offset + report.cue[1]) if report.cue else None
    marked = tuple(paragraph.text[run.start : run.end] for run in held)
    return HeadlineQuote((offset + start, offset + end), marked, report.speaker, cue, report.lemma, embedded=bool(held))


def _outside(span: tuple[int, int], runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    start, end = span
    for run in runs:
        yield start, run.outer_start
        start = run.outer_end
    yield start, end


def _at_colon(paragraph: Paragraph, runs: Sequence[Run], entities: Sequence[Mention]) -> Speaker | None:
    """The speaker after the last colon or dash, else the one before the first colon ("Holt on ferries: …")."""
    text, offset = paragraph.text, paragraph.char_start
    last, first = SPEAKER_LAST.search(text), _SPEAKER_FIRST.search(text)
    if last and not any(run.start < last.end(1) and last.start(1) < run.end for run in runs):
        found = speaker_ending(paragraph, last.span(1), entities, "headline_colon")
        if found is not None and (found.name_id or found.text == last.group(1).strip()):
            return found
    if first is None:
        return None
    start, end = offset + first.start(1), offset + first.end(1)
    verb = next((word.start() for word in WORD.finditer(text, *first.span(1)) if speech_verb(word.group())), 0)
    if verb and (found := speaker_ending(paragraph, (first.start(1), verb), entities, "headline_colon")):
        return found  # "Port Ellery warns Holt: …"
    persons = (m for m in entities if m.label == "PERSON" and start <= m.char_start and m.char_end <= end)
    if person := next(persons, None):  # "Holt scolds Ruiz: …" is Holt's
        return named(person, "headline_colon")
    found = speaker_ending(paragraph, first.span(1), entities, "headline_colon")
    return found if found is not None and found.text == first.group(1).strip() else None


def _at_verb_after(paragraph: Paragraph, run: Run, entities: Sequence[Mention]) -> tuple[_Verb, Speaker] | None:
    """ "‘…,’ says Holt", "‘…,’ Holt says"."""
    text = paragraph.text
    limit = _BREAK.search(text, run.outer_end)
    end = limit.start() if limit else len(text)
    words = list(WORD.finditer(text, run.outer_end, end))[:6]
    verb = next((found for word in words if (found := _speech(word))), None)
    if verb is None or text[run.outer_end : words[0].start()].strip(" ,"):
        return None
    if verb.start == words[0].start():
        speaker = speaker_starting(paragraph, (verb.end, end), entities)
    else:
        speaker = speaker_ending(paragraph, (words[0].start(), verb.start), entities, "headline_verb")
        if speaker is not None and speaker.char_start != paragraph.char_start + words[0].start():
            return None
    return (verb, speaker) if speaker else None


def _at_verb_before(paragraph: Paragraph, run: Run, entities: Sequence[Mention]) -> tuple[_Verb, Speaker] | None:
    """ "Holt says the pier is ‘not ready’", "Holt slams ‘weak’ plan": the last verb of speech before the run."""
    text = paragraph.text
    clause = max((match.end() for match in _BREAK.finditer(text, 0, run.outer_start)), default=0)
    words = list(WORD.finditer(text, clause, run.outer_start))
    for index in range(len(words) - 1, 0, -1):
        verb = _speech(words[index]) or _naming(words[index])
        if verb is None:
            continue
        speaker = speaker_ending(paragraph, (clause, _end_before(words, index)), entities, "headline_verb")
        if speaker is not None and (is_strong(verb.lemma) or _close(text, verb, run)):
            return verb, speaker
    return None


def _end_before(words: Sequence[re.Match[str]], index: int) -> int:
    """Where the subject of the verb at `index` ends at the latest: before its auxiliaries and adverbs."""
    first = index
    while first > 0 and words[first - 1].group().lower() in _BETWEEN:
        first -= 1
    return words[first].start()


def _close(text: str, verb: _Verb, run: Run) -> bool:
    """Whether a verb that also takes things as objects governs the run, which is then no title ("praises ‘The Far Pier’")."""
    words = [word.group() for word in WORD.finditer(text, run.start, run.end)]
    title = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
    outside = WORD.findall(text[: run.outer_start]) + WORD.findall(text[run.outer_end :])
    plain = any(word.islower() and len(word) > 4 for word in outside)
    return run.outer_start - verb.end <= _NEAR and not (title and plain)


def _speech(word: re.Match[str]) -> _Verb | None:
    lemma = speech_verb(word.group())
    return _Verb(word.start(), word.end(), lemma) if lemma else None


def _naming(word: re.Match[str]) -> _Verb | None:
    lemma = naming_verb(word.group())
    return _Verb(word.start(), word.end(), lemma) if lemma else None
