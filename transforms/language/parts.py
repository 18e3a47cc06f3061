"""Universal parts of speech from Penn Treebank tags, words and dependency labels.

spaCy's English pipelines do this with an `attribute_ruler` whose 179 token patterns cost as much time as the parser. Those
of them that set the part of speech are this table and its exceptions; morphology and lemmas, which nothing here reads,
are left out. The classes are those of Universal Dependencies for English (https://universaldependencies.org/u/pos/).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OF_TAG = {
    tag: part
    for part, tags in {
        "ADJ": "AFX JJ JJR JJS",
        "ADP": "IN RP",
        "ADV": "RB RBR RBS",
        "AUX": "MD",
        "CCONJ": "CC",
        "DET": "DT PDT WDT WP$",
        "INTJ": "UH",
        "NOUN": "NN NNS",
        "NUM": "CD",
        "PART": "POS TO",
        "PRON": "EX PRP PRP$ WP",
        "PROPN": "NNP NNPS",
        "PUNCT": ". , : -LRB- -RRB- `` '' HYPH NFP",
        "SCONJ": "WRB",
        "SPACE": "_SP",
        "SYM": "$ # SYM",
        "VERB": "VB VBD VBG VBN VBP VBZ BES HVS",
        "X": "FW LS NIL ADD GW XX",
    }.items()
    for tag in tags.split()
}
_OF_WORD = {
    (tag, word): part
    for part, tag, words in (
        ("AUX", "VB", "be do have 've of"),
        ("AUX", "VBP", "do are 're am 'm have 've 's"),
        ("AUX", "VBZ", "is 's has does"),
        ("AUX", "VBD", "was were did had 'd"),
        ("AUX", "VBN", "been had"),
        ("AUX", "VBG", "being"),
        ("PART", "RB", "not n't nt n’t"),
        ("PRON", "NN", "something anything nothing everything someone anyone everyone"),
        ("PRON", "NN", "somebody anybody nobody everybody"),
        ("SCONJ", "IN", "that if because while since so whether although though unless once upon"),
        ("SCONJ", "IN", "till til whereas whilst except despite but albeit save besides cause"),
    )
    for word in words.split()
}
_FULL_VERBS = frozenset("do does did 'd have has had".split())
_CLAUSES = frozenset("ROOT advcl ccomp conj relcl xcomp".split())


def set_parts_of_speech(docs: Iterable[Doc]) -> None:
    """Give every token of tagged and parsed Docs its universal part of speech."""
    for doc in docs:
        for token in doc:
            token.pos_ = part_of_speech(token.tag_, token.lower_, token.dep_)


@lru_cache(maxsize=50_000)
def part_of_speech(tag: str, word: str, dep: str) -> str:
    """The universal part of speech of a word in lower case with its Penn tag and its dependency label; "" without a tag."""
    if dep in ("aux", "auxpass"):
        return "PART" if tag == "TO" else "AUX"
    if word in _FULL_VERBS and dep in _CLAUSES:
        return "VERB"
    if tag in ("DT", "WDT"):
        return "DET" if dep in ("det", "quantmod", "") and (tag, word) != ("WDT", "that") else "PRON"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "CC" and dep == "advmod" and word == "but":
        return "ADV"
    return _OF_WORD.get((tag, word)) or _OF_TAG.get(tag, "")
