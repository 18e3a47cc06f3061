"""Is a candidate content something that somebody said or thought? A fitted logistic model over readable features.

Whether a verb reports anything depends on the company it keeps ("the company announced a plan", "time will tell"): what the
cue is, what it governs, who its subject is, tense, negation and modality. The weights are the model "clause" of
`weights.csv`, written by `benchmarks/fit_quotes.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.quotation.cues import cue_class, speech_verb
from transforms.quotation.reports import Report
from transforms.quotation.roles import (
    BODY_HEADS,
    BYSTANDER_HEADS,
    DOCUMENT_HEADS,
    INANIMATE_HEADS,
    ORGANISATION_HEADS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)
from transforms.quotation.spans import Content, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LENGTHS = (1, 2, 3, 4, 6, 9, 14, 22, 35, 60)  # words
_PEOPLE = ROLE_HEADS | UNNAMED_HEADS | BYSTANDER_HEADS
_BODIES = ORGANISATION_HEADS | BODY_HEADS
_PRONOUNS = {
    "i": "speaker", "we": "speaker", "you": "addressee", "he": "person", "she": "person", "they": "they", "who": "relative",
    "which": "relative", "that": "relative", "it": "it", "this": "it", "what": "it", "there": "it", "me": "speaker",
    "some": "some", "many": "some", "others": "some", "those": "some", "one": "some", "everyone": "some", "anyone": "some",
    "nobody": "some", "someone": "some", "people": "some", "most": "some",
}  # fmt: skip
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MARKS, _STOPS = frozenset(("“", '"', "''", "``", "«")), frozenset((".", "?", "!"))
_MOST_WORDS = 80  # of a content that are counted


def signals(report: Report, content: Content, doc: Words) -> list[str]:
    """The features of a candidate: strings, each of value 1; a pure function of the report and the parse."""
    cue = doc[report.cue_start]
    shape, kind = content.shape, subject_kind(report, doc)
    family = _family(report)
    verb = "noun" if cue.pos_ in ("NOUN", "PROPN") else "adjective" if cue.pos_ == "ADJ" else cue.tag_
    start, end = content.spans[0]
    found = [
        "bias", f"cue={report.lemma}", f"cue={report.lemma}|{shape}", f"family={family}|{shape}", f"shape={shape}",
        f"rule={report.rule}|{shape}", f"subject={kind}", f"subject={kind}|{family}", f"subject={kind}|{report.lemma}",
        f"tag={verb}|{family}", f"tag={verb}|{shape}", f"cue_dep={cue.dep_}|{family}", f"cue_dep={cue.dep_}|{shape}",
    ]  # fmt: skip
    length, opening = _length(content), _opening(doc[start])
    found += [f"length={length}|{shape}", f"length={length}|{family}"]
    found += [
        f"opens={opening}|{shape}",
        f"closes={_after(end, doc)}",
        f"spans={len(content.spans)}|{shape}",
    ]
    found += [
        f"subject={kind}|{shape}",
        f"cue={report.lemma}|{verb}",
        f"cue={report.lemma}|opens={opening}",
    ]
    found.append(f"edge={content.edge.split('|')[0]}|{shape}")
    found += [f"{name}|{family}" for name in _mood(cue)]
    found += [f"{name}|{shape}" for name in _inner(content, doc)]
    return found


def extent_signals(report: Report, content: Content, doc: Words) -> list[str]:
    """The features by which one of a report's contents is chosen: the shape, what was cut off, and what stands at the end."""
    shape, edge, lemma = content.shape, content.edge, report.lemma
    parts = edge.split("|")
    cut, length = parts[0], _length(content)
    end = content.spans[-1][1]
    found = [
        f"shape={shape}",
        f"shape={shape}|{lemma}",
        f"shape={shape}|{_family(report)}",
        f"edge={cut}",
        f"edge={edge}",
    ]
    found += [
        f"edge={cut}|{shape}",
        f"edge={cut}|{lemma}",
        f"length={length}|{cut}",
        f"length={length}",
    ]
    found += [f"edge={cut}|{part}" for part in parts[1:]]
    found += [f"edge={cut}|{parts[-1]}|{part}" for part in parts[1:-1]]
    found += [
        f"tag={doc[report.cue_start].tag_}|{parts[1:2]}|{cut}",
        f"closes={_after(end, doc)}",
        f"spans={len(content.spans)}",
    ]
    found += [f"{name}|{cut}" for name in _inner(content, doc)]
    return found


def subject_kind(report: Report, doc: Words) -> str:
    """What the speaker's phrase turns on: `none`, a class of pronouns, an entity label, a class of nouns, or a part of speech."""
    if report.start == report.end:
        return "none"
    head = doc[report.head]
    word = head.lower_
    if word in _PRONOUNS:
        return _PRONOUNS[word]
    if head.ent_type_ and head.pos_ == "PROPN":
        return head.ent_type_
    for name, words in (
        ("people", _PEOPLE),
        ("body", _BODIES),
        ("document", DOCUMENT_HEADS),
        ("thing", INANIMATE_HEADS),
    ):
        if word in words:
            return name
    return head.tag_


def _family(report: Report) -> str:
    """The class of the verb's frame; rules of reports that are no speech are families of their own."""
    if speech_verb(report.lemma) is None or report.rule in ("naming", "thought"):
        return report.rule if report.lemma != "according to" else report.lemma
    return cue_class(report.lemma)


def _length(content: Content) -> int:
    n = sum(end - start for start, end in content.spans)
    return next((bound for bound in reversed(_LENGTHS) if n >= bound), 0)


def _opening(token: Token) -> str:
    """The word that a content opens with where it is a function word, else its tag."""
    return token.lower_ if token.tag_ in ("IN", "TO", "WDT", "WP", "WRB", "DT", "PRP", "PRP$", "EX") else token.tag_


def _after(end: int, doc: Words) -> str:
    if end >= len(doc):
        return "end"
    return doc[end].text if doc[end].is_punct else doc[end].tag_


def _mood(cue: Token) -> Iterator[str]:
    """Negation, modal verbs, infinitives, conditions and questions around the cue."""
    for child in cue.children:
        if child.dep_ == "neg":
            yield "negated"
        elif child.tag_ == "MD":
            yield f"modal={child.lower_}"
        elif child.tag_ == "TO" and child.i < cue.i:
            yield f"infinitive={cue.head.lower_}" if cue.head.i < cue.i else "infinitive"
        elif child.dep_ == "mark":
            yield f"mark={child.lower_}"
        elif child.dep_ == "auxpass":
            yield "passive"
        elif child.dep_ == "dative" or (child.dep_ == "dobj" and child.i > cue.i):
            yield "addressed" if child.ent_type_ == "PERSON" or child.tag_ in ("PRP", "NNS") else "has_object"
        elif child.dep_ == "advmod":
            yield f"adverb={child.lower_}"


def _inner(content: Content, doc: Words) -> Iterator[str]:
    """What stands inside: a verb with a subject, marks, a number of clauses."""
    words = [token for start, end in content.spans for token in doc[start : min(end, start + _MOST_WORDS)]]
    relations, tags, texts = {t.dep_ for t in words}, {t.tag_ for t in words}, {t.text for t in words}
    if not _SUBJECTS.isdisjoint(relations):
        yield "has_subject"
    if not _FINITE.isdisjoint(tags):
        yield "finite"
    if "MD" in tags:
        yield "has_modal"
    if not _MARKS.isdisjoint(texts):
        yield "marks"
    if any(map(speech_verb, texts)) and any(t.pos_ == "VERB" and speech_verb(t.text) for t in words):
        yield "other_cue"
    if not _STOPS.isdisjoint(texts):
        yield "stops"
    yield f"root={words[0].head.tag_}" if words else "empty"
