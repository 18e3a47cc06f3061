"""Runs in quotation marks that no content clause holds: whether each is a quotation, whose, and what it goes on with."""

from dataclasses import dataclass, replace

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import RunTokens
from transforms.quotation.clauses import Told, cue_span
from transforms.quotation.draft import UNKNOWN, Draft, Reading
from transforms.quotation.reports import THOUGHT
from transforms.quotation.utterance import SHORT, is_scare, is_title_like, n_words
from transforms.records import Speaker

_CARRY = 0.7  # how far a speaker carried from the run before is trusted
_CARRY_PARAGRAPHS = 3
_SPLIT_GAP = 160  # code points between the halves of a split quote


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run in its paragraph: its number, the words inside, what stands before, and its span in the article with marks."""

    number: int
    paragraph: Paragraph
    run: RunTokens
    inner: str
    before: str
    span: tuple[int, int]

    @property
    def opens_paragraph(self) -> bool:
        return not self.before.strip()

    @property
    def opens_sentence(self) -> bool:
        return self.before.rstrip()[-1:] in ("", ".", "?", "!", ":", "”", '"', "’")


def add_run(reading: Reading, place: tuple[int, Paragraph], run: RunTokens, told: Told | None) -> None:
    """Read one run: it goes on with the quote before, starts a quote, or is no quotation (a title, a mere expression)."""
    piece = _piece(place, run)
    last = reading.last
    if last and not last.closed and piece.opens_paragraph and piece.number == reading.last_paragraph + 1:
        _go_on(last, piece, told)
    elif not _is_quotation(piece, told):
        return
    else:
        draft = _draft(reading, piece, told)
        if last is not None and _is_second_half(reading, last, draft, piece.number):
            last.fragments.extend(draft.fragments)
            last.verbatim.extend(draft.verbatim)
            last.closed = draft.closed
        else:
            reading.drafts.append(draft)
            reading.last = draft
    reading.last_paragraph = piece.number


def _piece(place: tuple[int, Paragraph], run: RunTokens) -> _Piece:
    number, paragraph = place
    text, offset, marked = paragraph.text, paragraph.char_start, run.run
    span = offset + marked.outer_start, offset + marked.outer_end
    return _Piece(number, paragraph, run, text[marked.start : marked.end], text[: marked.outer_start], span)


def _is_quotation(piece: _Piece, told: Told | None) -> bool:
    if told is None:
        return not is_scare(piece.inner, piece.before)
    led = told[0].rule in ("speaker_label", "colon")
    return led or not is_title_like(piece.inner, piece.before)


def _draft(reading: Reading, piece: _Piece, told: Told | None) -> Draft:
    draft = Draft([piece.span], [piece.inner], UNKNOWN, "carried", piece.paragraph.in_segment)
    draft.closed = piece.run.run.closed
    if told is None:
        draft.speaker = _without_report(reading, piece)
        return draft
    report, draft.speaker = told
    draft.form, draft.lemma, draft.cue = "report", report.lemma, cue_span(piece.paragraph, report)
    draft.speech = report.rule != THOUGHT
    leads = report.first < piece.run.first
    draft.embedded = leads and piece.inner[:1].islower() and piece.before.rstrip()[-1:].isalnum()
    return draft


def _go_on(last: Draft, piece: _Piece, told: Told | None) -> None:
    """Marks opened anew at the start of the next paragraph while the last was left open: the same speaker goes on."""
    last.fragments.append(piece.span)
    last.verbatim.append(piece.inner)
    last.closed = piece.run.run.closed
    last.form = "multi_paragraph"
    if last.speaker.kind == "unknown" and told is not None:
        last.speaker = told[1]


def _without_report(reading: Reading, piece: _Piece) -> Speaker:
    """Whom the paragraph before announced; the subject of the sentence before; the speaker of the run before; or nobody."""
    if piece.opens_paragraph and reading.announced is not None:
        return reading.announced
    if piece.opens_sentence and not piece.opens_paragraph and (subject := _subject_before(reading, piece)):
        return subject
    last = reading.last
    distance = piece.number - reading.last_paragraph
    whole = piece.opens_paragraph and n_words(piece.inner) >= SHORT
    if last is None or last.speaker.kind == "unknown":
        return _person_in_focus(reading, 0, piece.span[0]) or UNKNOWN
    if distance == 0 or (whole and distance <= _CARRY_PARAGRAPHS):
        return replace(last.speaker, rule="carried", confidence=last.speaker.confidence * _CARRY)
    return UNKNOWN


def _subject_before(reading: Reading, piece: _Piece) -> Speaker | None:
    """ "Holt smiled. “…”": the paragraph's last subject since the run before."""
    start = piece.paragraph.char_start
    if reading.last is not None and reading.last_paragraph == piece.number:
        start = reading.last.fragments[-1][1]
    return _person_in_focus(reading, start, piece.span[0])


def _person_in_focus(reading: Reading, start: int, end: int) -> Speaker | None:
    event = reading.focus.last(start, end)
    mention = reading.members.named_at(event.position) if event else None
    if mention is None or mention.label != "PERSON":
        return None
    return Speaker(
        "named_person", "subject_before", 0.5, mention.surface, mention.char_start, mention.char_end,
        mention.entity_id, mention.canonical_name,
    )  # fmt: skip


def _is_second_half(reading: Reading, last: Draft, draft: Draft, number: int) -> bool:
    """ "…," she said, "…": two runs around one report, or a second run that only the carried speaker explains."""
    if number != reading.last_paragraph or last.cue is None:
        return False
    start, end = last.fragments[-1][1], draft.fragments[0][0]
    around = start <= last.cue[0] and last.cue[1] <= end and end - start < _SPLIT_GAP
    return around and (draft.cue == last.cue or draft.form == "carried") and len(last.fragments) == 1
