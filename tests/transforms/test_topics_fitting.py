"""The classifier learns from what the lexicon is sure of, in any corpus, and always in the same way."""

import numpy as np
import pytest

from transforms.topics.assign import assigned
from transforms.topics.classifier import Model, base_model, chances, from_bytes, to_bytes
from transforms.topics.fitting import fit
from transforms.topics.vocabulary import LABELS, TOP
from transforms.topics.words import Piece, words

SPORT, MONEY = "medtop:15000000", "medtop:04000000"
# Words that no lexicon knows, beside words that it does.
TELLING = {
    SPORT: ("The goalkeeper saved a penalty in the cup final", "zarnak quolb"),
    MONEY: ("Shares fell as the retailer cut its profit forecast", "brelda vimtok"),
    "medtop:12000000": ("The bishop led the prayers in the cathedral", "ostrim pagwell"),
    "medtop:05000000": ("Pupils at the primary school sat the exam", "dunfrey holsk"),
}


def corpus(n: int = 120) -> list[Piece]:
    plain = [(told, own) for told, own in TELLING.values()]
    return [
        Piece(
            (f"Report {number}",),
            f"{told}. The {own} of Port Ellery saw it on the {number} th. " + f"A {own} followed. " * 12,
        )
        for number in range(n)
        for told, own in [plain[number // 2 % 4]]
    ]


@pytest.fixture(scope="module")
def model() -> Model:
    return fit(corpus(), "corpus")


def test_words_that_only_the_corpus_knows_tell_the_topic(model: Model) -> None:
    for topic_id, (_, own) in TELLING.items():
        assert TOP[int(chances(model, words(f"a {own} came")).argmax())] == topic_id
        assert assigned(Piece((), f"The {own} came to town, and the {own} went."), base_model()) == ()
        learnt = assigned(Piece((), f"The {own} came to town, and the {own} went."), model)
        assert (learnt[0].topic_id, learnt[0].method, learnt[0].model) == (topic_id, "classifier", model.version)


def test_the_same_corpus_gives_the_same_bytes_and_another_one_others(model: Model) -> None:
    again = fit(corpus(), "corpus")
    assert to_bytes(again) == to_bytes(model)
    assert again.version == model.version
    assert model.version.startswith("corpus-")
    assert fit(corpus(100), "corpus").version != model.version


def test_a_model_survives_being_written(model: Model) -> None:
    read = from_bytes(to_bytes(model))
    assert (read.version, read.fitted, read.features) == (model.version, model.fitted, model.features)
    assert np.array_equal(read.weights, model.weights)


def test_a_corpus_without_a_common_word_gives_a_model_that_knows_nothing() -> None:
    empty = fit([Piece((), ""), Piece((), "one"), Piece(("two",), "")], "corpus")
    assert not empty.features
    assert np.allclose(chances(empty, words("one two")), 1 / len(TOP))


def test_bytes_that_are_no_model_are_refused(model: Model) -> None:
    for data in (b"", b"x" * 50, to_bytes(model)[:-20]):
        with pytest.raises(ValueError, match="no topic model"):
            from_bytes(data)


def test_what_stands_in_few_articles_is_not_learnt(model: Model) -> None:
    assert "zarnak" in model.features
    assert not any(name.isdigit() for name in model.features if isinstance(name, str))
    assert "report" not in model.features, "it stands in nearly all"


def test_the_model_that_comes_with_newsledger_knows_all_topics() -> None:
    base = base_model()
    assert base.weights.shape == (len(base.features), len(LABELS))
    assert base.fitted.n_articles >= 5_000
    assert 0.2 < base.fitted.sharpness < 5
    assert np.isclose(chances(base, ()).sum(), 1)
