"""The models `extent` and `clause`: which content a report has, and whether it is an attribution at all.

`extent` chooses among the contents that the parse offers for a report, `clause` says whether the chosen one counts. A content
is right when half of its words are those of a fragment of a gold attribution by the same cue (token F1 of at least 0.5, as in
PARC scoring).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.fitting import Case
from benchmarks.gold import Quotation
from benchmarks.known import Known
from transforms.language.pipeline import Paragraph
from transforms.quotation.acceptance import extent_signals, signals
from transforms.quotation.candidates import in_marks, on_tokens
from transforms.quotation.clauses import cue_span
from transforms.quotation.content import contents
from transforms.quotation.extents import extents
from transforms.quotation.linear import Weights, total, weights
from transforms.quotation.marks import quoted_runs
from transforms.quotation.reports import Report, reports, unattributed
from transforms.quotation.spans import Content

_HALF = 0.5  # token F1 from which a content is the gold's
_WRONG = 0.8  # what a fragment that the gold has not costs, where one that it has counts 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A report with its candidate contents; for each, whether the gold has it, and how well it fits."""

    publisher: str
    paragraph: Paragraph
    report: Report
    candidates: Sequence[Content]
    right: Sequence[bool]
    worth: Sequence[float]

    def case(self) -> Case:
        """The case of the model `extent`: right are the best of the right ones."""
        best = max(self.worth)
        right = [ok and worth >= best for ok, worth in zip(self.right, self.worth, strict=True)]
        features = [extent_signals(self.report, content, self.paragraph.doc) for content in self.candidates]
        return Case(features, right, self.publisher)


def choices(known: Known) -> Iterator[Choice]:
    """The reports of a document that have a candidate content outside marks."""
    for paragraph in known.paragraphs:
        if paragraph.in_segment != "body" or not paragraph.parsed:
            continue
        doc, text = paragraph.doc, paragraph.text
        inside = in_marks(doc, [on_tokens(run, paragraph) for run in quoted_runs(text, 0, len(text))])
        for report in (*reports(doc, inside), *unattributed(doc, inside)):
            offered = [variant for content in contents(report, doc) for variant in extents(report, content, doc)]
            candidates = [content for content in offered if _outside(content, paragraph, inside)]
            if candidates:
                own = [quote for quote in known.gold.quotes if _same_cue(quote, paragraph, report)]
                fits = [_fit(content, paragraph, own) for content in candidates]
                right, worth = zip(*fits, strict=True)
                yield Choice(known.gold.publisher, paragraph, report, candidates, right, worth)


def extent_cases(known: Known) -> Iterator[Case]:
    """A case for each report with the contents that the parse offers."""
    return (choice.case() for choice in choices(known))


def clause_cases(known: Known) -> Iterator[Case]:
    """A case for each report with the content that the model `extent` chooses."""
    table = weights("extent")
    return (_clause_case(choice, choice.case(), table) for choice in choices(known))


def _clause_case(choice: Choice, case: Case, extent: Weights) -> Case:
    best = max(range(len(choice.candidates)), key=lambda i: total(extent, case.candidates[i]))
    features = signals(choice.report, choice.candidates[best], choice.paragraph.doc)
    return Case([features], [choice.right[best]], choice.publisher)


def _outside(content: Content, paragraph: Paragraph, inside: Sequence[bool]) -> bool:
    return any(paragraph.doc[i].is_alpha and not inside[i] for start, end in content.spans for i in range(start, end))


def _same_cue(quote: Quotation, paragraph: Paragraph, report: Report) -> bool:
    cue = cue_span(paragraph, report)
    return quote["cue_start"] is not None and quote["cue_start"] < cue[1] and cue[0] < quote["cue_end"]


def _fit(content: Content, paragraph: Paragraph, own: Sequence[Quotation]) -> tuple[bool, float]:
    """Whether the gold has one of the content's fragments, and what it is worth: fragments had and not had, and how exactly."""
    shares = [max((_f1(span, q, paragraph) for q in own), default=0.0) for span in content.spans]
    return max(shares) >= _HALF, sum((1 if share >= _HALF else -_WRONG) + share for share in shares)


def _f1(span: tuple[int, int], quote: Quotation, paragraph: Paragraph) -> float:
    """Token F1 of a span of the paragraph's tokens and the gold's best fragment."""
    first, last = paragraph.doc[span[0]], paragraph.doc[span[1] - 1]
    ours = {t.idx for t in paragraph.doc[span[0] : span[1]] if not t.is_punct and not t.is_space}
    best = 0.0
    for start, end in quote["fragments"]:
        a, b = start - paragraph.char_start, end - paragraph.char_start
        if a < last.idx + len(last) and first.idx < b:
            within = paragraph.doc.char_span(max(a, 0), min(b, len(paragraph.text)), alignment_mode="contract")
            theirs = {t.idx for t in within if not t.is_punct and not t.is_space} if within is not None else set()
            best = max(best, 2 * len(ours & theirs) / max(1, len(ours) + len(theirs)))
    return best
