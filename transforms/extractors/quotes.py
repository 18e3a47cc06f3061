"""The quotes of an article: what was said, directly, indirectly or mixed, and who said it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import RunTokens, best_report
from transforms.quotation.cast import Cast, cast
from transforms.quotation.content import content
from transforms.quotation.cues import cue_class
from transforms.quotation.headline import headline_quotes
from transforms.quotation.marks import Run, quoted_runs
from transforms.quotation.reports import Report, reports
from transforms.quotation.resolve import Focus, resolve
from transforms.quotation.rows import quote_row, span_rows
from transforms.quotation.utterance import SHORT, is_scare, is_title_like, n_words
from transforms.records import Article, Mention, Quote, Row, Speaker, identifier

VERSION = 1
UNKNOWN = Speaker("unknown", "none", 0.2)
_CARRY = 0.7  # how far a speaker carried from the run before is trusted


@dataclass(slots=True)
class _Draft:
    """A quote in the making; a multi-paragraph one grows until its mark is closed."""

    fragments: list[tuple[int, int]]
    verbatim: list[str]
    speaker: Speaker
    form: str
    in_segment: str
    cue: tuple[int, int] | None = None
    lemma: str | None = None
    closed: bool = True


@dataclass(slots=True)
class _Reading:
    """What reading an article left to right has gathered."""

    article: Article
    state: tuple[Cast, Focus]
    drafts: list[_Draft] = field(default_factory=list)
    last: _Draft | None = None
    last_paragraph: int = -9


def quotes(article: Article, paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> tuple[Quote, ...]:
    """The quotes in order of the text; the speaker of one that nobody is found for has the kind `unknown`."""
    reading = _Reading(article, (cast(paragraphs, entities), Focus()))
    for number, paragraph in enumerate(paragraphs):
        if paragraph.in_segment == "body":
            _read_paragraph(reading, number, paragraph)
    drafts = [*_headline(article, paragraphs, entities), *reading.drafts]
    return tuple(_finished(article, draft) for draft in sorted(drafts, key=lambda draft: draft.fragments[0]))


def rows(article: Article, records: Sequence[Quote]) -> dict[str, list[Row]]:
    """Rows of the tables quotes and quote_spans."""
    body = [segment for segment in article.segments if segment.kind == "body"]
    start, end = (body[0].char_start, body[-1].char_end) if body else (0, 1)
    return {
        "quotes": [quote_row(article, quote, number, (start, end)) for number, quote in enumerate(records, 1)],
        "quote_spans": [row for quote in records for row in span_rows(article, quote)],
    }


def _read_paragraph(reading: _Reading, number: int, paragraph: Paragraph) -> None:
    doc = paragraph.doc
    runs = [_on_tokens(run, paragraph) for run in quoted_runs(doc.text, 0, len(doc.text))]
    inside = [False] * len(doc)
    for run in runs:
        inside[run.first : run.last] = [True] * (run.last - run.first)
    _note_subjects(reading, paragraph, inside)
    found = reports(doc, inside) if paragraph.parsed else []
    found.sort(key=lambda report: report.first)
    speakers = [_resolved(reading, paragraph, report) for report in found]
    given = {id(run): best_report(run, runs, doc, found)[0] for run in runs}
    taken = _clauses(reading, paragraph, (found, speakers), (runs, given))
    for run in runs:
        if id(run) not in taken:
            index = given[id(run)]
            report = None if index is None else (found[index], speakers[index])
            _add_run(reading, (number, paragraph), run, report)


def _on_tokens(run: Run, paragraph: Paragraph) -> RunTokens:
    doc = paragraph.doc
    span = doc.char_span(run.start, max(run.end, run.start + 1), alignment_mode="expand")
    return RunTokens(run, span.start, span.end) if span is not None else RunTokens(run, 0, 0)


def _note_subjects(reading: _Reading, paragraph: Paragraph, inside: Sequence[bool]) -> None:
    members, focus = reading.state
    end = paragraph.char_start + len(paragraph.doc.text)
    for mention in members.mentions:
        if mention.label != "PERSON" or not paragraph.char_start <= mention.char_start < end:
            continue
        span = paragraph.doc.char_span(
            mention.char_start - paragraph.char_start, mention.char_end - paragraph.char_start, alignment_mode="expand"
        )
        if span is None or inside[span.start]:
            continue
        is_subject = span.root.dep_.startswith("nsubj") if paragraph.parsed else span.start - span.sent.start < 4
        if is_subject:
            focus.note(mention.char_start, mention.entity_id, 1.0)


def _resolved(reading: _Reading, paragraph: Paragraph, report: Report) -> Speaker:
    speaker = resolve(paragraph, (report.start, report.end, report.head), reading.state, report.rule)
    if speaker.kind == "named_person" and speaker.entity_id is not None and speaker.char_start is not None:
        reading.state[1].note(speaker.char_start, speaker.entity_id, 2.0)
    return speaker


def _clauses(
    reading: _Reading,
    paragraph: Paragraph,
    told: tuple[list[Report], list[Speaker]],
    quoted: tuple[list[RunTokens], dict[int, int | None]],
) -> set[int]:
    """Indirect and mixed quotes from content clauses; returns the runs (by id) that they hold."""
    runs, given = quoted
    taken: set[int] = set()
    covered: set[int] = set()
    for index, (report, speaker) in enumerate(zip(*told, strict=True)):
        spans = content(report, paragraph.doc)
        tokens = {i for start, end in spans for i in range(start, end)}
        within = [run for run in runs if _covers(spans, run)]
        marked = {i for run in within for i in range(run.first - 1, run.last + 1)}
        elsewhere = any(given[id(run)] not in (index, None) for run in within)
        if (
            not tokens
            or elsewhere
            or tokens & covered
            or any(_overlaps(spans, run) for run in runs if run not in within)
        ):
            continue
        outside = [i for i in tokens - marked if paragraph.doc[i].is_alpha]
        if within and len(outside) <= len(tokens) // 10:
            continue  # all in marks: a direct quote, read run by run
        covered |= tokens
        taken.update(id(run) for run in within)
        reading.drafts.append(_clause_draft(paragraph, (report, speaker), spans, within))
    return taken


def _covers(spans: Sequence[tuple[int, int]], run: RunTokens) -> bool:
    return any(start <= run.first and run.last <= end + 1 for start, end in spans)


def _overlaps(spans: Sequence[tuple[int, int]], run: RunTokens) -> bool:
    return any(start < run.last and run.first < end for start, end in spans)


def _clause_draft(
    paragraph: Paragraph, told: tuple[Report, Speaker], spans: Sequence[tuple[int, int]], within: Sequence[RunTokens]
) -> _Draft:
    report, speaker = told
    doc, offset = paragraph.doc, paragraph.char_start
    fragments = [[offset + doc[start].idx, offset + doc[end - 1].idx + len(doc[end - 1])] for start, end in spans]
    for run in within:  # the closing mark of a run at the clause's edge belongs to the quote
        for fragment in fragments:
            if fragment[0] <= offset + run.run.start <= fragment[1]:
                fragment[0] = min(fragment[0], offset + run.run.outer_start)
                fragment[1] = max(fragment[1], offset + run.run.outer_end)
    return _Draft(
        [(start, end) for start, end in fragments],
        [doc.text[run.run.start : run.run.end] for run in within],
        speaker,
        "according_to" if report.lemma == "according to" else "content_clause",
        paragraph.in_segment,
        _cue(paragraph, report),
        report.lemma,
    )


def _cue(paragraph: Paragraph, report: Report) -> tuple[int, int]:
    first, last = paragraph.doc[report.cue_start], paragraph.doc[report.cue_end - 1]
    return paragraph.char_start + first.idx, paragraph.char_start + last.idx + len(last)


def _add_run(
    reading: _Reading, place: tuple[int, Paragraph], run: RunTokens, report: tuple[Report, Speaker] | None
) -> None:
    """A run that no content clause holds: goes on with the quote before, starts a direct quote, or is no quotation."""
    number, paragraph = place
    text, last = paragraph.doc.text, reading.last
    inner, before = text[run.run.start : run.run.end], text[: run.run.outer_start]
    fragment = (paragraph.char_start + run.run.outer_start, paragraph.char_start + run.run.outer_end)
    starts = not before.strip()
    if last is not None and not last.closed and starts and number == reading.last_paragraph + 1:
        _continue(reading, last, (number, run, inner, fragment), report)
        return
    if (report is None and is_scare(inner, before)) or (
        n_words(inner) < SHORT and is_title_like(inner, before) and not _leads(report)
    ):
        return
    if report is not None:
        draft = _Draft(
            [fragment], [inner], report[1], "report", paragraph.in_segment, _cue(paragraph, report[0]), report[0].lemma
        )
    else:
        draft = _Draft([fragment], [inner], _carried(reading, number, starts, inner), "carried", paragraph.in_segment)
    draft.closed = run.run.closed
    if last is not None and _is_second_half(reading, last, draft, number):
        last.fragments.extend(draft.fragments)
        last.verbatim.extend(draft.verbatim)
        last.closed = draft.closed
    else:
        reading.drafts.append(draft)
        reading.last = draft
    reading.last_paragraph = number


def _leads(report: tuple[Report, Speaker] | None) -> bool:
    return report is not None and report[0].rule == "speaker_label"


def _continue(
    reading: _Reading,
    last: _Draft,
    piece: tuple[int, RunTokens, str, tuple[int, int]],
    report: tuple[Report, Speaker] | None,
) -> None:
    """Marks opened anew at the start of the next paragraph while the last was left open: the same speaker goes on."""
    number, run, inner, fragment = piece
    last.fragments.append(fragment)
    last.verbatim.append(inner)
    last.closed = run.run.closed
    last.form = "multi_paragraph"
    if last.speaker.kind == "unknown" and report is not None:
        last.speaker = report[1]
    reading.last_paragraph = number


def _carried(reading: _Reading, number: int, starts: bool, inner: str) -> Speaker:
    """The speaker of the run before, in this paragraph or, for a whole utterance that opens one, in the last three."""
    last = reading.last
    if last is None or last.speaker.kind == "unknown":
        return _in_focus(reading, number)
    distance = number - reading.last_paragraph
    if distance == 0 or (starts and distance <= 3 and n_words(inner) >= SHORT):
        return replace(last.speaker, rule="carried", confidence=last.speaker.confidence * _CARRY)
    return UNKNOWN


def _in_focus(reading: _Reading, number: int) -> Speaker:
    """No run before: the person who last was a subject, weakly ("Holt smiled. “…”")."""
    members, focus = reading.state
    if not focus.events:
        return UNKNOWN
    position, entity, _ = focus.events[-1]
    person = members.persons.get(entity)
    mention = next((m for m in members.mentions if m.char_start == position), None)
    if person is None or mention is None:
        return UNKNOWN
    return Speaker(
        "named_person", "subject_before", 0.45, mention.surface, position, mention.char_end, entity, person.name
    )


def _is_second_half(reading: _Reading, last: _Draft, draft: _Draft, number: int) -> bool:
    """ "…," she said, "…": two runs around one report, or a second run that only the carried speaker explains."""
    if number != reading.last_paragraph or last.cue is None:
        return False
    start, end = last.fragments[-1][1], draft.fragments[0][0]
    around = start <= last.cue[0] and last.cue[1] <= end and end - start < 160
    return around and (draft.cue == last.cue or draft.form == "carried") and len(last.fragments) == 1


def _headline(article: Article, paragraphs: Sequence[Paragraph], entities: Sequence[Mention]) -> list[_Draft]:
    return [
        _Draft([found.span], [found.inner], found.speaker, "headline_colon", "headline", None, None)
        for paragraph in paragraphs
        if paragraph.in_segment == "headline"
        for found in headline_quotes(paragraph, entities)
    ]


def _finished(article: Article, draft: _Draft) -> Quote:
    whole = sum(n_words(article.text[start:end]) for start, end in draft.fragments)
    quoted = sum(map(n_words, draft.verbatim))
    kind = "indirect" if not draft.verbatim else "direct" if quoted >= 0.9 * whole else "mixed"
    start, end = draft.fragments[0][0], draft.fragments[-1][1]
    return Quote(
        quote_id=identifier(article.article_id, start, end, kind),
        type=kind,
        form="split" if draft.form == "report" and len(draft.fragments) > 1 else draft.form,
        fragments=tuple(draft.fragments),
        verbatim=" … ".join(draft.verbatim) if draft.verbatim else None,
        speaker=draft.speaker,
        in_segment=draft.in_segment,
        cue=draft.cue,
        cue_class=cue_class(draft.lemma) if draft.lemma else None,
    )
