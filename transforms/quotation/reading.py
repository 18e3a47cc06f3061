"""Reads an article's body from first to last paragraph: reports first, then whose each run is, then drafts of quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.language.pipeline import Paragraph
from transforms.quotation.attribution import Judge, Verdict
from transforms.quotation.candidates import LABEL, Meaning, Scene, candidates, in_marks, on_tokens
from transforms.quotation.cast import Cast
from transforms.quotation.clauses import clause_drafts
from transforms.quotation.draft import UNKNOWN, Draft, Reading
from transforms.quotation.focus import SPEAKER, SUBJECT
from transforms.quotation.lead_ins import announcement, lead_ins
from transforms.quotation.marks import Run
from transforms.quotation.print_style import article_runs
from transforms.quotation.reports import Report, reports
from transforms.quotation.resolve import resolve
from transforms.quotation.runs import QUOTATION, add_run
from transforms.quotation.signals import Past
from transforms.quotation.turn_labels import names_of, speaker_of_label
from transforms.records import Mention, Speaker


def read(paragraphs: Sequence[Paragraph], members: Cast, judge: Judge, skipped: frozenset[int]) -> list[Draft]:
    """Drafts of the quotes of the body; `skipped` are the numbers of paragraphs that something else reads."""
    reading = Reading(members)
    numbers = [n for n, p in enumerate(paragraphs) if p.in_segment == "body" and n not in skipped]
    for scene in _scenes(reading, paragraphs, numbers):
        _read_scene(reading, scene, judge)
    return reading.drafts


def _scenes(reading: Reading, paragraphs: Sequence[Paragraph], numbers: Sequence[int]) -> Iterator[Scene]:
    """Each paragraph once the reports of the next are read, since they may name a quotation's speaker too."""
    marked = article_runs([paragraph.text if paragraph.in_segment == "body" else "" for paragraph in paragraphs])
    scenes = (_scene(reading, paragraphs[number], number, marked[number]) for number in numbers)
    current = next(scenes, None)
    while current is not None:
        following = next(scenes, None)
        if following is not None:
            neighbours = following.number == current.number + 1
            if neighbours and following.told:
                current = replace(current, after=following.told[0])
            if neighbours:
                announcer = _announcer(reading, current)
                before = announcer or (current.told[-1] if current.told else None)
                following = replace(following, before=before, announced=announcer is not None)
        yield current
        current = following


def _announcer(reading: Reading, scene: Scene) -> Speaker | None:
    """The one who speaks in the next paragraph, by a sentence that ends in a colon: "Holt issued this statement:"."""
    report = announcement(scene.paragraph, scene.inside)
    return None if report is None else _meaning(reading, scene)(report)


def _scene(reading: Reading, paragraph: Paragraph, number: int, marked: Sequence[Run]) -> Scene:
    tokens = list(paragraph.doc)
    runs = [on_tokens(run, paragraph) for run in marked]
    inside = in_marks(paragraph.doc, runs)
    names = [
        mention
        for mention in reading.members.named_between(paragraph.char_start, paragraph.char_start + len(paragraph.text))
        if mention.label == "PERSON"
    ]
    _note_subjects(reading, paragraph, inside, names)
    found = [*reports(tokens, inside), *lead_ins(paragraph, inside, runs)] if paragraph.parsed else []
    found.sort(key=lambda report: report.first)
    told = [_resolved(reading, paragraph, report) for report in found]
    focus = _in_focus(reading, paragraph)
    return Scene(number, paragraph, tokens, runs, inside, found, told, names, None, None, False, focus)


def _note_subjects(reading: Reading, paragraph: Paragraph, inside: Sequence[bool], names: Sequence[Mention]) -> None:
    doc, offset = paragraph.doc, paragraph.char_start
    for mention in names:
        span = doc.char_span(mention.char_start - offset, mention.char_end - offset, alignment_mode="expand")
        if span is None or inside[span.start]:
            continue
        root = span.root.head if span.root.dep_ == "appos" else span.root
        if root.dep_.startswith("nsubj") if paragraph.parsed else span.start - span.sent.start < 4:
            reading.focus.note(mention.char_start, mention.name_id, SUBJECT)


def _resolved(reading: Reading, paragraph: Paragraph, report: Report) -> Speaker:
    span = (report.start, report.end, report.head)
    speaker = resolve(paragraph, span, (reading.members, reading.focus), report.rule)
    if speaker.kind == "named_person" and speaker.name_id is not None and speaker.char_start is not None:
        reading.focus.note(speaker.char_start, speaker.name_id, SPEAKER)
    return speaker


def _read_scene(reading: Reading, scene: Scene, judge: Judge) -> None:
    attributed: list[tuple[Verdict, Speaker]] = []
    taken, meaning = None, _meaning(reading, scene)
    for run in scene.runs:
        past = replace(_past(reading, scene), taken=taken)
        verdict = judge(scene, run, candidates(scene, run, past.speaker, meaning), past)
        speaker = _speaker(verdict)
        attributed.append((verdict, speaker))
        taken = verdict.quotation >= QUOTATION
        if taken:
            reading.heard = speaker if speaker.text is not None else None
            reading.heard_paragraph, reading.heard_open = scene.number, not run.run.closed
    given = [verdict.speaker.told for verdict, _ in attributed]
    drafts, held = clause_drafts(scene, given)
    reading.drafts.extend(drafts)
    for index, (run, found) in enumerate(zip(scene.runs, attributed, strict=True)):
        if index not in held:
            add_run(reading, scene, run, found)


def _past(reading: Reading, scene: Scene) -> Past:
    if reading.heard is None:
        return Past()
    return Past(reading.heard, scene.number - reading.heard_paragraph, reading.heard_open)


def _speaker(verdict: Verdict) -> Speaker:
    """Who the chosen candidate is, with the reasons for the choice."""
    chosen = verdict.speaker
    if chosen.speaker is None:
        return replace(UNKNOWN, signals=verdict.why)
    rule = chosen.speaker.rule if chosen.report is not None else chosen.kind
    return replace(chosen.speaker, rule=rule, signals=verdict.why)


def _meaning(reading: Reading, scene: Scene) -> Meaning:
    """Who a phrase of the paragraph means; each is asked once."""
    known: dict[tuple[int, int, str], Speaker] = {}

    def meaning(report: Report) -> Speaker:
        key = (report.start, report.end, report.rule)
        if key not in known and report.rule == LABEL:
            known[key] = _labelled(reading, scene, report)
        elif key not in known:
            span = (report.start, report.end, report.head)
            known[key] = resolve(scene.paragraph, span, (reading.members, reading.focus), report.rule)
        return known[key]

    return meaning


def _labelled(reading: Reading, scene: Scene, report: Report) -> Speaker:
    """Whom a label in capitals inside marks means: the person of that name, else nobody that the article names."""
    doc, offset = scene.paragraph.doc, scene.paragraph.char_start
    start, end = doc[report.start].idx, doc[report.end - 1].idx + len(doc[report.end - 1])
    label, span = scene.paragraph.text[start:end], (offset + start, offset + end)
    if not reading.names:
        reading.names.update(names_of(reading.members))
    speaker = speaker_of_label(label, span, (reading.members, reading.names))
    return speaker or Speaker("unnamed", "label", 0.7, label, *span)


def _in_focus(reading: Reading, paragraph: Paragraph) -> Speaker | None:
    """The person that was a subject or spoke last before the paragraph."""
    event = reading.focus.last(0, paragraph.char_start)
    mention = reading.members.named_at(event.position) if event else None
    if mention is None or mention.label != "PERSON":
        return None
    return Speaker(
        "named_person", "focus", 0.5, mention.surface, mention.char_start, mention.char_end,
        mention.name_id, mention.canonical_name,
    )  # fmt: skip
