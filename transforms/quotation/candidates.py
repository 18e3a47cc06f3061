"""Who might have said the words of a run: every report nearby, other subjects and names outside marks, and who spoke before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.marks import Run
from transforms.quotation.phrases import phrase
from transforms.quotation.reports import Report
from transforms.quotation.words import n_words
from transforms.records import Mention, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEAREST = 6  # reports on each side that a run can belong to
_SUBJECTS_BACK, _SUBJECTS_AHEAD = 4, 2  # other subjects on each side
_NAMES = 2  # names before the run; one after it
LABEL = "label"  # rule of a speaker's label inside the marks
OTHER_SUBJECT = "actor"  # rule of the subject of a verb that reports nothing ("Holt smiled. “…”")
_LABEL = re.compile(r"([A-Z][A-Z.’' ]{1,30}[A-Z]):\s")
_STEPS = 12  # how far up the parse a run's governor is looked for
_FAR = 60  # tokens of a run in which the one that hangs outside it is looked for
_LEAD = 60  # code points before a run that are looked at
_REACH = 80  # tokens on each side within which subjects are looked for
_SUBJECT_DEPS = frozenset(("nsubj", "nsubjpass", "csubj"))


@dataclass(frozen=True, slots=True)
class RunTokens:
    """A run of a paragraph with the indices of its first token and one past its last, marks left out.

    `inner` is the words inside the marks, `lead` the last of the paragraph's text before them, without the white space at
    its end (empty where the run opens the paragraph), and `follows` the character after them, if any. `above` is what the
    parser hangs the run under, from the nearest up: the index of each token and the relation that leads to it. `n_words`
    counts the words inside.
    """

    run: Run
    first: int
    last: int
    inner: str
    lead: str
    follows: str
    above: tuple[tuple[int, str], ...]
    n_words: int


def on_tokens(run: Run, paragraph: Paragraph) -> RunTokens:
    """The run with its place among the paragraph's tokens."""
    span = paragraph.doc.char_span(run.start, max(run.end, run.start + 1), alignment_mode="expand")
    first, last = (span.start, span.end) if span is not None else (0, 0)
    text = paragraph.text
    lead = text[max(0, run.outer_start - _LEAD) : run.outer_start].rstrip()
    follows = text[run.outer_end : run.outer_end + 1]
    above = tuple(_above(paragraph.doc, first, last)) if paragraph.parsed else ()
    inner = text[run.start : run.end]
    return RunTokens(run, first, last, inner, lead, follows, above, n_words(inner))


def _above(doc: Doc, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The tokens above the first one of the run that hangs outside it."""
    for i in range(first, min(last, first + _FAR)):
        token = doc[i]
        if first <= token.head.i < last and token.head.i != token.i:
            continue
        for _ in range(_STEPS):
            if token.head.i == token.i:
                return
            yield token.head.i, token.dep_
            token = token.head
        return


@dataclass(frozen=True, slots=True)
class Scene:
    """A body paragraph as it is read: its runs, which tokens stand inside them, its reports and who each report means.

    `number` counts the analysed paragraphs; `tokens` are those of its Doc, which makes each anew at every look; `before` and `after` are the speakers of the last report of the paragraph
    before and of the first one after it; `announced` says that the paragraph before ends in a colon; `focus` is the person that
    was a subject or spoke last before the paragraph.
    """

    number: int
    paragraph: Paragraph
    tokens: Sequence[Token]
    runs: Sequence[RunTokens]
    inside: Sequence[bool]
    reports: Sequence[Report]
    told: Sequence[Speaker]
    names: Sequence[Mention]
    before: Speaker | None
    after: Speaker | None
    announced: bool
    focus: Speaker | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that may have said the words of a run.

    `kind` is the rule of a report, `actor` (subject of another verb), `name`, `label` (inside the marks), `carried` (speaker of the run before), `before`,
    `after`, `focus` or `nobody`. `report` holds the phrase and the verb where they stand in the paragraph;
    `told` is its index among the scene's reports; `speaker` is who it means, None for nobody.
    """

    kind: str
    report: Report | None = None
    told: int | None = None
    speaker: Speaker | None = None


NOBODY = Candidate("nobody")
Meaning = Callable[[Report], Speaker]


def in_marks(doc: Doc, runs: Sequence[RunTokens]) -> list[bool]:
    """For each token whether it stands inside one of the runs."""
    inside = [False] * len(doc)
    for run in runs:
        inside[run.first : run.last] = [True] * (run.last - run.first)
    return inside


def candidates(scene: Scene, run: RunTokens, carried: Speaker | None, meaning: Meaning) -> list[Candidate]:
    """All candidates for a run, in a fixed order; `nobody` is always the last.

    `carried` said the run before; `meaning` finds who a phrase of the paragraph means.
    """
    told = [Candidate(r.rule, r, index, scene.told[index]) for index, r in _near_reports(scene, run)]
    heads = {candidate.report.head for candidate in told if candidate.report}
    others = [r for r in _other_subjects(scene, run) if r.head not in heads]
    heads.update(other.head for other in others)
    names = [r for r in _names_around(scene, run) if not heads & set(range(r.start, r.end))]
    phrases = [Candidate(r.rule, r, speaker=meaning(r)) for r in (*_label_inside(scene, run), *others, *names)]
    outside = (("carried", carried), ("before", scene.before), ("after", scene.after), ("focus", scene.focus))
    known = [Candidate(kind, speaker=speaker) for kind, speaker in outside if speaker is not None]
    return [*told, *phrases, *known, NOBODY]


def _label_inside(scene: Scene, run: RunTokens) -> Iterator[Report]:
    """ "“VOLE: Good evening.": a transcript in quotation marks, its speaker's label inside them."""
    label = _LABEL.match(run.inner)
    if label:
        doc, start = scene.paragraph.doc, run.run.start
        span = doc.char_span(start, start + label.end(1), alignment_mode="contract")
        if span is not None:
            yield Report(span.start, span.end, span.end - 1, span.end, span.end + 1, ":", LABEL)


def _near_reports(scene: Scene, run: RunTokens) -> Iterator[tuple[int, Report]]:
    """The reports next to the run on both sides: a bounded number, so that the time is linear in the paragraph.

    A verb that names a thing takes no run before it ("“The Lamp” was painted by …").
    """
    middle = bisect_left(scene.reports, run.first, key=lambda report: report.first)
    for index in range(max(0, middle - _NEAREST), min(len(scene.reports), middle + _NEAREST)):
        report = scene.reports[index]
        if report.rule != "naming" or report.cue_start < run.last:
            yield index, report


def _other_subjects(scene: Scene, run: RunTokens) -> Iterator[Report]:
    """Subjects of other verbs around the run, outside marks; none where the paragraph is not parsed."""
    if not scene.paragraph.parsed:
        return
    before = reversed(scene.tokens[max(0, run.first - _REACH + 1) : run.first])
    after = scene.tokens[run.last : run.last + _REACH]
    for side, most in ((before, _SUBJECTS_BACK), (after, _SUBJECTS_AHEAD)):
        found = 0
        for token in side:
            if token.dep_ in _SUBJECT_DEPS and not scene.inside[token.i] and token.text[0].isalnum():
                yield _subject(token, scene.inside)
                found += 1
            if found == most:
                break


def _subject(token: Token, inside: Sequence[bool]) -> Report:
    start, end = phrase(token, inside)
    return Report(start, end, token.i, token.head.i, token.head.i + 1, token.head.lower_, OTHER_SUBJECT)


def _names_around(scene: Scene, run: RunTokens) -> Iterator[Report]:
    """The persons named last before the run and first after it, outside marks."""
    offset = scene.paragraph.char_start
    middle = bisect_right(scene.names, offset + run.run.outer_start, key=lambda name: name.char_end)
    yield from islice(_outside(scene, reversed(scene.names[max(0, middle - 3 * _NAMES) : middle])), _NAMES)
    yield from islice(_outside(scene, scene.names[middle : middle + 3 * _NAMES]), 1)


def _outside(scene: Scene, names: Iterable[Mention]) -> Iterator[Report]:
    doc, offset = scene.paragraph.doc, scene.paragraph.char_start
    for name in names:
        span = doc.char_span(name.char_start - offset, name.char_end - offset, alignment_mode="expand")
        if span is not None and not scene.inside[span.start]:
            yield Report(span.start, span.end, span.root.i, span.root.i, span.root.i + 1, "", "name")
