"""What speaks for and against a candidate as the speaker of a run, as readable features of a linear model.

The features follow the work on quotation attribution in news (O'Keefe et al. 2012, Pareti 2015, Muzny et al. 2017): the kind
and side of the report, distance, what stands between, the cue, the form of the phrase, and who spoke before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.quotation.candidates import Candidate, RunTokens, Scene
from transforms.quotation.cues import cue_class, is_strong, speech_verb
from transforms.quotation.governing import path_up, rank_above
from transforms.quotation.linear import band
from transforms.quotation.reports import Report
from transforms.quotation.roles import ORGANISATION_HEADS, ROLE_HEADS, UNNAMED_HEADS
from transforms.quotation.words import n_words
from transforms.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOPS = frozenset(".!?")
_DASHES = frozenset(("-", "--", "–", "—", "―"))
_FAR = 80  # tokens of a gap beyond which it is not looked into
_DASH_GAP = 4  # tokens between a run and a name that a dash joins
_MARKS = frozenset(("“", "”", '"', "''", "``", "«", "»", ".", ","))
_GAPS = ((0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (7, "5-7"), (12, "8-12"), (20, "13-20"), (40, "21-40"))
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (15, "9-15"))
_PRONOUNS = frozenset("he she they it i we you who that which him her his their its this one".split())


@dataclass(frozen=True, slots=True)
class Past:
    """What was read before a run: the speaker of the last quoted run and where it stood.

    `paragraphs` counts from that run's paragraph to this one (None before the first), `unclosed` says that it was left
    open; `taken` says whether the run right before this one in its paragraph was taken as a quotation (None at the first).
    """

    speaker: Speaker | None = None
    paragraphs: int | None = None
    unclosed: bool = False
    taken: bool | None = None


def signals(scene: Scene, run: RunTokens, candidate: Candidate, past: Past) -> list[str]:
    """The features of one candidate for a run."""
    if candidate.kind == "nobody":
        return [f"nobody|{signal}" for signal in ("", *_of_run(scene, run))]
    if candidate.report is None:
        return list(_from_elsewhere(scene, run, candidate, past))
    return [*_of_phrase(scene, run, candidate.report, candidate.kind), *_of_meaning(scene, run, candidate, past)]


def _of_run(scene: Scene, run: RunTokens) -> Iterator[str]:
    yield f"length={band(run.n_words, _LENGTHS)}"
    yield f"reports={min(len(scene.reports), 3)}"
    yield f"opens={opens_paragraph(run)}"
    yield f"whole={is_whole(run)},opens={opens_paragraph(run)},reports={min(len(scene.reports), 2)}"


def _of_phrase(scene: Scene, run: RunTokens, report: Report, kind: str) -> Iterator[str]:
    side = "after" if report.first >= run.last else "before" if report.last <= run.first else "around"
    between = _gap(run, report, side)
    far = len(between) > _FAR
    gap = () if far else scene.tokens[between.start : between.stop]
    words = _FAR if far else sum(1 for token in gap if token.is_alpha or token.like_num)
    broken = far or _broken(gap) or (side == "after" and run.inner.rstrip()[-1:] == ".")
    n_between = min(_runs_between(scene, run, report), 2)
    where, near = f"{kind}|{side}", band(words, _GAPS)
    edge = _edge(run, side)
    yield where
    yield f"{where}|gap={near}"
    yield f"{side}|gap={near}|break={broken}"
    yield f"{where}|break={broken}|between={n_between}"
    yield f"{side}|between={n_between}"
    yield f"{where}|edge={edge}"
    yield f"{side}|edge={edge}|gap={min(words, 2)}"
    yield f"{kind}|dash={_only_dash(gap)}|{side}"
    yield f"{side}|edge={edge}|break={broken}|between={n_between}"
    yield from _of_cue(scene, run, report, f"{side}|break={broken}")
    yield from _of_form(scene, report, where)
    yield from _of_parse(scene, run, report, where)
    yield from _of_rank(scene, run, report, where)


def _of_cue(scene: Scene, run: RunTokens, report: Report, where: str) -> Iterator[str]:
    lemma = report.lemma if report.rule != "name" else ""
    cue = scene.tokens[report.cue_start]
    spoken = speech_verb(lemma) is not None or lemma == "according to"
    yield f"cue={lemma}"
    yield f"cue={lemma}|{where}"
    yield f"strong={is_strong(lemma)},speech={spoken}|{where}"
    yield f"class={cue_class(lemma) if spoken else 'none'}|{where}"
    yield f"tag={cue.tag_}|{report.rule}"
    yield f"cue_dep={cue.dep_}|{where}"
    yield f"report_ends_clause={_ends_clause(scene, report)}|{where}"
    yield f"length={band(run.n_words, _LENGTHS)}|{report.rule}|{where}"


def _of_form(scene: Scene, report: Report, where: str) -> Iterator[str]:
    head = scene.tokens[report.head]
    form = _form(head)
    yield f"form={form}"
    yield f"form={form}|{where}"
    yield f"dep={head.dep_}|{where}"


def _of_parse(scene: Scene, run: RunTokens, report: Report, where: str) -> Iterator[str]:
    path = path_up(run, report)
    steps = min(len(path), 4)
    kind = _cue_kind(report)
    yield f"governed={steps}|{where}"
    yield f"path={'>'.join(path[:3])}|{kind}"
    yield f"path={'>'.join(path[:3])}|more={len(path) > 3}"
    rank = rank_above(scene, run, report, path)
    yield f"governs={rank}|{kind}"
    yield f"governs={rank}|{where}"
    cue = scene.tokens[report.cue_start]
    relative = cue.dep_ == "relcl" or (cue.dep_ == "conj" and cue.head.dep_ == "relcl")
    yield f"relative={relative}|governed={steps > 0}|{where}"


def _cue_kind(report: Report) -> str:
    if report.rule in ("name", "speaker_label", "colon", "possessor", "naming", "thought", "according_to"):
        return report.rule
    return "speech" if speech_verb(report.lemma) is not None else "verb"


def _of_rank(scene: Scene, run: RunTokens, report: Report, where: str) -> Iterator[str]:
    """How many other reports stand nearer on the same side, and whether there is one on the other."""
    after = report.first >= run.last
    nearer = (
        sum(
            1
            for other in scene.reports
            if other is not report
            and (run.last <= other.first < report.first if after else report.last < other.last <= run.first)
        )
        if len(scene.reports) < 40
        else 3
    )
    yield f"nearer={min(nearer, 2)}|{where}"
    yield f"first_phrase={report.start == 0}|{where}"


def _of_meaning(scene: Scene, run: RunTokens, candidate: Candidate, past: Past) -> Iterator[str]:
    """What the phrase means, and whether that is the one who spoke before."""
    report, speaker = candidate.report, candidate.speaker
    if report is None or speaker is None:
        return
    side = "after" if report.first >= run.last else "before"
    opened = _sentence_opens(run)
    yield f"speaker_kind={speaker.kind}"
    yield f"speaker_kind={speaker.kind}|{candidate.kind}"
    yield f"speaker_kind={speaker.kind}|{candidate.kind}|{side}|opened={opened}"
    if past.speaker is not None:
        same = _same(speaker, past.speaker)
        yield f"same={same}|paragraphs={min(past.paragraphs or 0, 3)}"
        yield f"same={same}|{candidate.kind}"
        yield f"same={same}|{side}|opened={opened}|paragraphs={min(past.paragraphs or 0, 1)}"


def _from_elsewhere(scene: Scene, run: RunTokens, candidate: Candidate, past: Past) -> Iterator[str]:
    """A speaker that no phrase of the paragraph gives, or one carried over from the run before."""
    kind, opens, whole = candidate.kind, opens_paragraph(run), is_whole(run)
    distance = min(past.paragraphs, 3) if past.paragraphs is not None else "none"
    reports = min(len(scene.reports), 2)
    length = band(run.n_words, _LENGTHS)
    yield kind
    yield f"{kind}|distance={distance}|opens={opens}"
    yield f"{kind}|distance={distance}|unclosed={past.unclosed}|opens={opens}"
    yield f"{kind}|reports={reports}|opens={opens}|whole={whole}"
    yield f"{kind}|reports={reports}|distance={distance}"
    yield f"{kind}|length={length}|distance={distance}"
    yield f"{kind}|whole={whole}|opens={opens}|distance={distance}"
    yield f"{kind}|announced={scene.announced}|opens={opens}"
    yield f"{kind}|speaker={candidate.speaker.kind if candidate.speaker else 'none'}"
    yield f"{kind}|before={_sign_before(run)}"
    if candidate.speaker is not None and past.speaker is not None and kind != "carried":
        yield f"{kind}|same={_same(candidate.speaker, past.speaker)}|distance={distance}"
    if distance == 0:
        gap = _text_since_last_run(scene, run)
        yield f"{kind}|gap_words={band(n_words(gap), _GAPS)}|opened={_sentence_opens(run)}"
        yield f"{kind}|gap_reports={_reports_since_last_run(scene, run)}|opened={_sentence_opens(run)}"


def _text_since_last_run(scene: Scene, run: RunTokens) -> str:
    index = bisect_left(scene.runs, run.first, key=lambda other: other.first)
    start = scene.runs[index - 1].run.outer_end if index else 0
    return scene.paragraph.text[start : run.run.outer_start]


def _reports_since_last_run(scene: Scene, run: RunTokens) -> int:
    index = bisect_left(scene.runs, run.first, key=lambda other: other.first)
    start = scene.runs[index - 1].last if index else 0
    first = bisect_left(scene.reports, start, key=lambda report: report.first)
    return min(2, bisect_left(scene.reports, run.first, key=lambda report: report.first) - first)


def _same(one: Speaker, other: Speaker) -> bool:
    if one.name_id is not None or other.name_id is not None:
        return one.name_id == other.name_id
    return one.text is not None and other.text is not None and one.text.lower() == other.text.lower()


def _form(head: Token) -> str:
    word = head.lower_
    if word in _PRONOUNS:
        return word
    if head.ent_type_:
        return head.ent_type_
    lists = (("role", ROLE_HEADS), ("unnamed", UNNAMED_HEADS), ("organisation", ORGANISATION_HEADS))
    return next((name for name, words in lists if word in words), head.pos_)


def _gap(run: RunTokens, report: Report, side: str) -> range:
    if side == "after":
        return range(run.last, report.first)
    return range(report.last, run.first) if side == "before" else range(0)


def _only_dash(gap: Sequence[Token]) -> bool:
    """ "“…” — Ruiz": nothing but a dash stands between."""
    if len(gap) > _DASH_GAP:
        return False
    signs = [token.text for token in gap if not token.is_space and token.text not in _MARKS]
    return len(signs) == 1 and signs[0] in _DASHES


def _edge(run: RunTokens, side: str) -> str:
    """What the run ends in before a report after it, what stands before the mark after a report before it."""
    if side == "after":
        sign = run.inner.rstrip()[-1:]
        return sign if sign in ",.?!—-…" else run.follows if run.follows in (",", ".") else "word"
    before = run.lead[-1:]
    return before if before and before in ",:.?!—-(;" else "word" if before.isalnum() else "other"


def _broken(gap: Sequence[Token]) -> bool:
    """Whether a sentence ends in the gap; the full stop of "Mr." is no token of its own."""
    return any(len(token) < 2 and token.text in _STOPS for token in gap)


def _ends_clause(scene: Scene, report: Report) -> str:
    """The sign right after the report: ("…," said Ruiz.)"""
    if report.last >= len(scene.tokens):
        return "end"
    text = scene.tokens[report.last].text
    return text if text in (".", ",", ":", ";", "that", "as", "to", "in", "of", "on") else "other"


def _runs_between(scene: Scene, run: RunTokens, report: Report) -> int:
    start = bisect_left(scene.runs, min(run.last, report.last), key=lambda other: other.first)
    return max(0, bisect_right(scene.runs, max(run.first, report.first), key=lambda other: other.last) - start)


def opens_paragraph(run: RunTokens) -> bool:
    """Whether nothing stands before the run in its paragraph."""
    return not run.lead


def _sentence_opens(run: RunTokens) -> bool:
    return run.lead[-1:] in ("", ".", "?", "!", ":", "”", '"', "’")


def _sign_before(run: RunTokens) -> str:
    return run.lead[-1:] if run.lead[-1:] in ',:.?!—-;”"' else "word"


def is_whole(run: RunTokens) -> bool:
    """The run reads like a sentence or more: it begins with a capital and ends in a sign."""
    inner = run.inner.strip()
    return inner[:1].isupper() and inner[-1:] in ".,!?…—-"
