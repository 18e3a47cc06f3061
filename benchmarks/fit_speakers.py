"""The models `speaker` and `quotation`: who said the words of a marked run, and whether they are a quotation; `confidence`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.fitting import Case
from benchmarks.gold import Gold, is_right
from benchmarks.known import Known
from transforms.quotation.attribution import Verdict, fitted_judge
from transforms.quotation.candidates import NOBODY, Candidate, RunTokens, Scene
from transforms.quotation.cast import cast
from transforms.quotation.confidence import confidence_signals
from transforms.quotation.linear import softmax, total, weights
from transforms.quotation.reading import read
from transforms.quotation.signals import Past, signals
from transforms.quotation.utterance import utterance_signals


@dataclass(slots=True)
class Teacher:
    """A judge that answers from the gold and keeps what it saw: the choices among candidates, and what `quotation` would see."""

    gold: Gold
    speakers: list[Case] = field(default_factory=list)
    quotations: list[Case] = field(default_factory=list)

    def __call__(self, scene: Scene, run: RunTokens, candidates: Sequence[Candidate], past: Past) -> Verdict:
        """The right candidate, as far as there is one."""
        offset = scene.paragraph.char_start
        quote = self.gold.covering(offset + run.run.start, offset + run.run.end)
        features = [signals(scene, run, candidate, past) for candidate in candidates]
        seen = utterance_signals(scene, run, _likeliest(candidates, features), past.taken)
        self.quotations.append(Case([seen], [quote is not None], self.gold.publisher))
        if quote is None:
            return Verdict(NOBODY, 1.0, 0.0)
        right = [is_right(quote, self.gold.text, _span(scene, c), _name(c)) for c in candidates]
        self.speakers.append(Case(features, right, self.gold.publisher))
        return Verdict(next((c for c, ok in zip(candidates, right, strict=True) if ok), NOBODY), 1.0, 1.0)


def speaker_cases(known: Known) -> list[Case]:
    """A case for each run that is a quotation in the gold."""
    return _taught(known).speakers


def quotation_cases(known: Known) -> list[Case]:
    """A case for each run, with the speaker that the model `speaker` thinks the likeliest."""
    return _taught(known).quotations


def confidence_cases(known: Known) -> Iterator[Case]:
    """A case for each quote as read: it is right when the gold has its words, by its speaker."""
    gold = known.gold
    for draft in read(known.paragraphs, cast(known.paragraphs, known.entities), fitted_judge(), frozenset()):
        start, end = draft.fragments[0]
        quote = gold.matching(draft.fragments) or (gold.covering(start, end) if draft.verbatim else None)
        speaker = draft.speaker
        span = None
        if speaker.char_start is not None and speaker.char_end is not None:
            span = speaker.char_start, speaker.char_end
        right = quote is not None and is_right(quote, gold.text, span, speaker.name)
        yield Case([confidence_signals(draft)], [right], gold.publisher)


def _taught(known: Known) -> Teacher:
    teacher = Teacher(known.gold)
    read(known.paragraphs, cast(known.paragraphs, known.entities), teacher, frozenset())
    return teacher


def _likeliest(candidates: Sequence[Candidate], features: Sequence[Sequence[str]]) -> tuple[Candidate, float]:
    """By the model `speaker`; the table's own where it is being fitted, and then nobody looks at the answer."""
    chances = softmax(total(weights("speaker"), found) for found in features)
    best = max(range(len(candidates)), key=chances.__getitem__)
    return candidates[best], chances[best]


def _span(scene: Scene, candidate: Candidate) -> tuple[int, int] | None:
    if candidate.speaker is not None and candidate.speaker.char_start is not None:
        return candidate.speaker.char_start, candidate.speaker.char_end or candidate.speaker.char_start
    if candidate.report is None:
        return None
    doc, offset = scene.paragraph.doc, scene.paragraph.char_start
    last = doc[candidate.report.end - 1]
    return offset + doc[candidate.report.start].idx, offset + last.idx + len(last)


def _name(candidate: Candidate) -> str | None:
    return candidate.speaker.name if candidate.speaker else None
