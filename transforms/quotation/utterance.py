"""Is a run in quotation marks an utterance, or a scare quote, a nickname or the title of a work?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from transforms.quotation.candidates import Candidate, RunTokens, Scene
from transforms.quotation.linear import band
from transforms.quotation.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_LEAD = re.compile(
    r"\b(?:so-called|known as|nicknamed|dubbed|titled|entitled|named|called|subtitled|headlined|branded|billed as|starring in|"
    r"(?:the )?(?:word|words|term|terms|phrase|label|hashtag|film|movie|play|song|single|album|novel|book|show|series|sitcom|"
    r"musical|opera|painting|exhibition|podcast|documentary|programme|program|memoir|poem|essay|drama|comedy|on \w+[’']s))\s*,?\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an the of and in on for to with at by from or but is de la le les du des el los las der die das und et y".split()
)
_LAST_WORD = re.compile(r"([^\W\d_][\w’'-]*)[^\w]*$")
_LENGTHS = ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (6, "5-6"), (9, "7-9"), (14, "10-14"))
_FUNCTION_WORDS = frozenset(
    """a an the this that these those of in on at by for from to with as than about into like and or but so not no is are was
    were be been being his her their its our my your who which called dubbed termed labeled named said says saying titled
    entitled word words term phrase so-called known very more most too just being what how""".split()
)


def utterance_signals(scene: Scene, run: RunTokens, likely: tuple[Candidate, float], taken: bool | None) -> list[str]:
    """The features that tell a quotation from a mere expression.

    `likely` is the most likely speaker with its probability, `taken` says whether the run before was a quotation.
    """
    best, chance = likely
    length = band(run.n_words, _LENGTHS, "15+")
    kind = best.kind if best.told is None else "report"
    sure = "sure" if chance > 0.8 else "likely" if chance > 0.5 else "unsure"
    return [
        "bias",
        f"length={length}",
        f"length={length}|{kind}|{sure}",
        f"{kind}|{best.kind}",
        *_of_words(run, length),
        *_of_place(run, length),
        *_of_parse(scene, run, length, kind),
        *_of_report(scene, run, best, length),
        *_of_neighbour(scene, run, best, taken),
    ]


def _of_words(run: RunTokens, length: str) -> Iterator[str]:
    words, ends = words_of(run.inner), run.inner.rstrip()[-1:]
    case = "title" if is_title_case(run.inner) else "lower" if run.inner[:1].islower() else "capital"
    sign = ends if ends in ",.?!—…" else "word"
    yield f"case={case}|length={length}"
    yield f"case={case}|ends={sign}"
    yield f"ends={sign}|length={length}"
    yield f"pronoun={any(w.lower() in _FIRST_SECOND for w in words)}|case={case}"
    yield f"follows={run.follows if not run.follows.isalnum() else 'letter'}|case={case}"


_FIRST_SECOND = frozenset("i we you me us my our your i’m i'm we’re we're you’re don’t don't it's it’s".split())


def _of_place(run: RunTokens, length: str) -> Iterator[str]:
    match = _LAST_WORD.search(run.lead)
    word = match.group(1).lower() if match else ""
    shown = (
        word if word in _FUNCTION_WORDS else "possessive" if word.endswith(("’s", "'s")) else "other" if word else ""
    )
    sign = run.lead[-1:] if not run.lead[-1:].isalnum() else ""
    short, title = length in ("1", "2", "3", "4"), is_title_case(run.inner)
    title_lead = _TITLE_LEAD.search(run.lead[-40:]) is not None
    yield f"word_before={shown}{sign}"
    yield f"word_before={shown}{sign}|short={short}"
    yield f"title_lead={title_lead}|short={short}"
    yield f"title_lead={title_lead}|title={title}"
    yield f"capital_before={match is not None and match.group(1)[0].isupper()}|title={title}"


def _of_parse(scene: Scene, run: RunTokens, length: str, kind: str) -> Iterator[str]:
    doc = scene.paragraph.doc
    if not scene.paragraph.parsed:
        yield f"unparsed|length={length}"
        return
    tokens = list(doc[run.first : min(run.last, run.first + 40)])
    verb = any(token.tag_.startswith("VB") or token.tag_ == "MD" for token in tokens)
    after = doc[min(run.last + 1, len(doc) - 1)].pos_
    root = _root(run, tokens)
    yield f"verb={verb}|length={length}"
    names = Counter(token.ent_type_ for token in tokens if token.is_alpha)
    name = max(names, key=lambda kind: (names[kind], kind)) if names else ""
    yield f"named={name}|length={length}"
    yield f"named={name}|title={is_title_case(run.inner)}"
    yield f"pos_after={after}|short={length in ('1', '2', '3', '4')}"
    yield f"pos_first={tokens[0].pos_ if tokens else ''}|length={length}"
    yield f"root_dep={root.dep_ if root is not None else ''}|{kind}"
    yield f"root_pos={root.pos_ if root is not None else ''}|verb={verb}"
    if root is not None:
        yield f"parent_pos={root.head.pos_}|dep={root.dep_}"


def _of_report(scene: Scene, run: RunTokens, best: Candidate, length: str) -> Iterator[str]:
    short = length in ("1", "2", "3", "4")
    yield f"paragraph_reports={min(len(scene.reports), 3)}|short={short}"
    yield f"runs={min(len(scene.runs), 4)}|short={short}"
    if best.report is not None:
        side = "after" if best.report.first >= run.last else "before"
        gap = best.report.first - run.last if side == "after" else run.first - best.report.last
        yield f"cue={best.report.lemma}|short={short}"
        yield f"{best.kind}|{side}|gap={min(max(gap, 0), 10) // 2}|short={short}"
    if best.speaker is not None:
        yield f"speaker={best.speaker.kind}|short={short}"


def _of_neighbour(scene: Scene, run: RunTokens, best: Candidate, taken: bool | None) -> Iterator[str]:
    """The run before in the paragraph: a list of expressions, or a quotation whose report goes on to name a title."""
    index = bisect_left(scene.runs, run.first, key=lambda other: other.first)
    if taken is None or not index:
        return
    last = scene.runs[index - 1]
    between = scene.paragraph.text[last.run.outer_end : run.run.outer_start].strip(" ,").lower()
    joined = between if between in ("", "and", "or", "but", "to", "as") else "far" if len(between) > 60 else "near"
    title = is_title_case(run.inner)
    yield f"taken={taken}|joined={joined}"
    yield f"taken={taken}|joined={joined}|title={title}"
    if best.report is not None and last.last <= best.report.first and best.report.last <= run.first:
        claimed = best.report.first - last.last <= 2 and last.inner.rstrip()[-1:] in ",?!—"
        opens = run.lead[-1:] in ".?!:,"
        yield f"claimed={claimed}|opens={opens}|title={title}"
        yield f"claimed={claimed}|opens={opens}|lower={run.inner[:1].islower()}"


def _root(run: RunTokens, tokens: Iterable[Token]) -> Token | None:
    """The first of the run's tokens that hangs outside it."""
    heads = ((token, token.head.i) for token in tokens)
    return next((token for token, head in heads if not run.first <= head < run.last or head == token.i), None)


def is_title_case(inner: str) -> bool:
    """Whether all words but the small ones begin with a capital, of one word or more."""
    words = words_of(inner)
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() for w in words if w.lower() not in _SMALL)
