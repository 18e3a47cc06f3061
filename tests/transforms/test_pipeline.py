"""What the language pipeline finds is what the model finds as spaCy ships it, and spaCy elsewhere stays as it was."""

from functools import cache
from typing import Any

import pytest
import spacy
from analysed import article, small_model
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from transforms.language.parts import part_of_speech
from transforms.language.passes import one_thread, run
from transforms.language.pipeline import SMALL_MODEL, load, read_paragraphs

PARAGRAPHS = (
    "“We'll rebuild the harbour wall by spring,” Mayor Ottilie Brandvoll told the Fennwick Courier on Tuesday.",
    "She hadn't been asked whether the council of Lower Marrowby would pay, nor who was going to do the work.",
    "There is something that nobody says aloud, Brandvoll added: the old wall, which cost $4.2 million, was never finished.",
    "Engineers from Tarnholm & Sons of Oslo had warned in 2019 that it wouldn't last; they have been proved right.",
    "Yes.",
    "“It isn't what we were promised. It's what we got,” said Per Quillon, 61, a fisherman who has lost three boats since "
    "Christmas. “But everyone does what they can, and the sea does what it does.”",
    "According to a report by the North Sea Harbours Agency, more than 300 people live below the wall.",
    "The Agency did not reply   to a request for comment.\tIts director, Dr. Ines Calloway-Hurst, is in Geneva.",
    'The "temporary" fence is to be removed by the U.S. firm Greyling, which also built the pier in Saint-Aubin.',
)


@cache
def shipped() -> Any:
    """The small model with nothing changed."""
    return spacy.load(SMALL_MODEL)


def parse(doc: Doc) -> list[tuple[str, str, int, str]]:
    return [(token.text, token.tag_, token.head.i, token.dep_) for token in doc if not token.is_space]


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in doc.ents]


def read_all() -> list[Any]:
    return list(read_paragraphs(small_model(), [article("\n".join(PARAGRAPHS))])[0])


def test_names_tags_and_parse_are_those_of_the_model_as_shipped() -> None:
    for paragraph, stock in zip(read_all(), shipped().pipe(PARAGRAPHS), strict=True):
        assert names(paragraph.doc) == names(stock)
        if paragraph.parsed:
            assert parse(paragraph.doc) == parse(stock)
            assert [s.text for s in paragraph.doc.sents] == [s.text for s in stock.sents]


def test_parts_of_speech_are_those_of_the_model_as_shipped() -> None:
    different = [
        (token.text, token.pos_, other.pos_)
        for paragraph, stock in zip(read_all(), shipped().pipe(PARAGRAPHS), strict=True)
        if paragraph.parsed
        for token, other in zip(paragraph.doc, stock, strict=True)
        if token.pos_ != other.pos_
    ]
    assert different == [("is", "AUX", "VERB")]  # "There is": spaCy's one rule over two tokens is left out.


@pytest.mark.parametrize(
    ("tag", "word", "dep", "part"),
    [
        ("VBD", "had", "aux", "AUX"),
        ("VBD", "had", "ROOT", "VERB"),
        ("TO", "to", "aux", "PART"),
        ("IN", "that", "mark", "SCONJ"),
        ("IN", "of", "prep", "ADP"),
        ("DT", "this", "nsubj", "PRON"),
        ("DT", "this", "det", "DET"),
        ("WDT", "that", "nsubj", "PRON"),
        ("NN", "nobody", "nsubj", "PRON"),
        ("NNP", "harbour", "compound", "PROPN"),
        ("", "harbour", "", ""),
    ],
)
def test_part_of_speech_depends_on_tag_word_and_role(tag: str, word: str, dep: str, part: str) -> None:
    assert part_of_speech(tag, word, dep) == part


def test_a_pipeline_loaded_elsewhere_keeps_its_own_matrix_library_and_layers() -> None:
    def libraries(nlp: Any) -> set[bool]:
        return {layer.ops.use_blis for name in ("tok2vec", "ner") for layer in nlp.get_pipe(name).model.walk()}

    assert libraries(small_model()) == {False}
    assert libraries(shipped()) == {True}


def test_the_matrix_library_gets_its_threads_back() -> None:
    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    read_all()
    assert threads() == before


def test_paragraphs_of_unlike_length_come_back_in_order() -> None:
    assert [paragraph.text for paragraph in read_all()] == list(PARAGRAPHS)


def test_a_beam_is_searched_as_spacy_searches_it() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner").add_label("PERSON")
    nlp.initialize()
    docs = [nlp.make_doc(text) for text in PARAGRAPHS]
    run(nlp, ("beam_ner",), docs)
    assert [names(doc) for doc in docs] == [names(doc) for doc in nlp.pipe(PARAGRAPHS)]


def test_components_that_a_pipeline_lacks_are_left_out() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    docs = [nlp.make_doc("It rained. It stopped."), nlp.make_doc("")]
    run(nlp, ("ner", "tok2vec", "sentencizer"), docs)
    assert [len(list(doc.sents)) for doc in docs] == [2, 0]


def test_a_pipeline_is_loaded_once() -> None:
    assert load(SMALL_MODEL) is load(SMALL_MODEL)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="aB .,“”\"'’\u00a0\u2028\t\U0001f600é5$-", max_size=60), max_size=5))
def test_any_text_is_read(lines: list[str]) -> None:
    piece = article("\n".join(lines))
    with small_model().memory_zone():
        paragraphs = read_paragraphs(small_model(), [piece])[0]
        assert [p.text for p in paragraphs] == [p.doc.text for p in paragraphs]
        assert "".join(p.text for p in paragraphs) == "".join(piece.slice(s) for s in piece.spans("body"))


def test_the_edges_of_words_that_the_tokenizer_joined_stay_inside_an_unparsed_paragraph() -> None:
    (paragraph,) = read_paragraphs(small_model(), [article("Anna Holt, R-Okla., wants a pier. She got votes.")])[0]

    assert not paragraph.parsed
    assert len(list(paragraph.doc.sents)) == 2
    assert all(0 <= child.i < len(paragraph.doc) for token in paragraph.doc for child in token.children)
