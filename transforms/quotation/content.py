"""What a report says in its own words: the candidates for the content of indirect and mixed speech, as the parse shows them.

Contents follow PARC: the clause or the complements that the cue governs, without the report itself. A parser's sentence often
has several readings; the models `extent` and `clause` of `weights.csv` choose among them (see `acceptance`).
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.quotation.clausal import as_told, aside, far_clause, governed_clause, told_by
from transforms.quotation.complements import naming, objects, of_noun, passive
from transforms.quotation.reports import Report
from transforms.quotation.spans import Content, Span, Words, trim

_ASKED = frozenset("asked pressed quizzed questioned".split())
_SAYING = frozenset("saying telling".split())
_FEWEST_WORDS = 3  # of a bare thing


def contents(report: Report, doc: Words) -> list[Content]:
    """The candidate contents of a report, without the report itself, in a fixed order; empty when the parse shows none."""
    if report.rule in ("speaker_label", "colon"):
        return []
    found = [clean for reading in _readings(report, doc) if (clean := _cleaned(report, reading, doc)) is not None]
    return list({content.spans: content for content in reversed(found)}.values())[::-1]


def _cleaned(report: Report, found: Content, doc: Words) -> Content | None:
    trimmed = [trim(start, end, doc) for start, end in (*_pronoun_before(report, found, doc), *found.spans)]
    kept = tuple(span for span in trimmed if _has_word(*span, doc) and not _is_not_said(report, span, doc))
    return Content(kept, found.shape) if kept and not _says_nothing(kept, found, doc) else None


def _is_not_said(report: Report, span: Span, doc: Words) -> bool:
    """ "Asked whether she would sue, Holt replied", "It was closed; Ruiz said", "said Stukely, who did not turn around"."""
    asked = doc[span[0] + 1 if doc[span[0]].lower_ == "when" and span[0] + 1 < span[1] else span[0]]
    if asked.lower_ in _ASKED or any(doc[i].text == ";" for i in range(span[1], min(report.first, span[1] + 3))):
        return True
    if any(doc[i].lower_ == "as" and doc[i + 1].lower_ in _SAYING for i in range(span[0], span[1] - 1)):
        return True  # "cited Holt as saying that …": hers is the report "saying"
    head = doc[report.head]
    return report.head >= report.cue_end and head.is_ancestor(head.doc[span[0] : span[1]].root)


def _says_nothing(spans: Sequence[Span], found: Content, doc: Words) -> bool:
    """ "argued over cod": a bare thing, with nothing said of it."""
    return (
        found.shape.startswith("of:")
        and sum(token.is_alpha for start, end in spans for token in doc[start:end]) < _FEWEST_WORDS
    )


def _pronoun_before(report: Report, found: Content, doc: Words) -> tuple[Span, ...]:
    """ "the plan, which Ruiz said would fail": the pronoun is a part of what was said."""
    before = report.first - 1
    if before < 0 or doc[before].tag_ not in ("WDT", "WP") or any(start <= before < end for start, end in found.spans):
        return ()
    return ((before, before + 1),)


def _readings(report: Report, doc: Words) -> list[Content]:
    cue = doc[report.cue_start]
    if report.lemma == "according to":
        found = [told_by(report, doc)]
    elif cue.pos_ in ("NOUN", "PROPN", "ADJ"):
        found = [of_noun(cue)]
    else:
        found = [
            naming(cue) if report.rule == "naming" else None,
            governed_clause(report, cue),
            as_told(cue),
            aside(report, cue),
            far_clause(cue),
            passive(cue),
            objects(report, cue),
        ]
    return [reading for reading in found if reading is not None]


def _has_word(start: int, end: int, doc: Words) -> bool:
    return any(token.is_alpha or token.like_num for token in doc[start:end])
