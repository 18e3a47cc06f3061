"""Quotes in the making, and what reading an article from left to right has gathered so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.quotation.cast import Cast, Person
from transforms.quotation.cue_classes import frame
from transforms.quotation.focus import Focus
from transforms.quotation.words import n_words
from transforms.records import Article, Quote, Speaker, identifier

UNKNOWN = Speaker("unknown", "none", 0.2)
_ALL_MARKED = 0.9  # share of a quote's words in marks from which it is direct (the PolNeAR scorer's bound)
_LONG_AGO = -9


@dataclass(slots=True)
class Draft:
    """A quote in the making; a multi-paragraph one grows until its mark is closed.

    `fragments` are spans of the article, `verbatim` the marked words, `lemma` the cue's; `embedded` says that the marked
    words are part of a sentence of the newsroom ("called it “…”"), which makes them mixed however few words surround them;
    `speech` is false for a belief, wish or decision. `chance` and `quotation` are how likely the speaker is among the
    candidates and the marked words are a quotation, where that was weighed.
    """

    fragments: list[tuple[int, int]]
    verbatim: list[str]
    speaker: Speaker
    form: str
    in_segment: str
    cue: tuple[int, int] | None = None
    lemma: str | None = None
    closed: bool = True
    embedded: bool = False
    speech: bool = True
    chance: float = 1.0
    quotation: float = 1.0


@dataclass(slots=True)
class Reading:
    """What reading an article left to right has gathered.

    `last` is the draft of the run read last and `last_paragraph` its paragraph; `heard` is the speaker of the last quoted
    run, in a draft or in a clause, and `heard_paragraph` and `heard_open` say where that run stood and whether it was
    left open; `names` are the persons by word of their name, once a label asked for them.
    """

    members: Cast
    focus: Focus = field(default_factory=Focus)
    drafts: list[Draft] = field(default_factory=list)
    last: Draft | None = None
    last_paragraph: int = _LONG_AGO
    heard: Speaker | None = None
    heard_paragraph: int = _LONG_AGO
    heard_open: bool = False
    names: dict[str, Sequence[Person]] = field(default_factory=dict)


def finished(article: Article, draft: Draft) -> Quote:
    """The record of a draft: `direct` when nine tenths of its words stand in marks and it is no part of another sentence."""
    whole = sum(n_words(article.text[start:end]) for start, end in draft.fragments)
    quoted = sum(map(n_words, draft.verbatim))
    marked = "direct" if quoted >= _ALL_MARKED * whole and not draft.embedded else "mixed"
    kind = marked if draft.verbatim else "indirect"
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
        cue_class=_cue_class(article, draft),
        speech=draft.speech,
    )


def _cue_class(article: Article, draft: Draft) -> str | None:
    if draft.lemma is None or draft.cue is None:
        return None
    return frame(draft.lemma, article.text[slice(*draft.cue)]) if draft.speech else "thought"
