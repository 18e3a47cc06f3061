"""Words that report speech, whatever their form, and how each frames what was said."""

import time

import pytest

from transforms.quotation.cues import (
    cue_class,
    is_speech_noun,
    is_strong,
    is_thought_adjective,
    is_thought_noun,
    may_report_speech,
    naming_verb,
    speech_verb,
    thought_verb,
)
from transforms.schema.vocabulary import CUE_CLASSES


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"), ("Says", "say"), ("telling", "tell"), ("wrote", "write"), ("replied", "reply"), ("denies", "deny"),
        ("confesses", "confess"), ("urging", "urge"), ("admitted", "admit"), ("quipped", "quip"), ("sworn", "swear"),
    ],
)  # fmt: skip
def test_every_form_of_a_speech_verb_is_known(form: str, lemma: str) -> None:
    assert speech_verb(form) == lemma


@pytest.mark.parametrize("word", ["walked", "saying's", "saysay", "", "harbour"])
def test_other_words_report_nothing(word: str) -> None:
    assert speech_verb(word) is None
    assert naming_verb(word) is None
    assert thought_verb(word) is None


@pytest.mark.parametrize(
    ("verb", "frame"),
    [
        ("say", "neutral"), ("claim", "claim"), ("admit", "concede"), ("accuse", "accuse"), ("deny", "deny"),
        ("urge", "urge"), ("warn", "warn"), ("according to", "neutral"), (":", "neutral"),
    ],
)  # fmt: skip
def test_a_cue_frames_what_it_reports(verb: str, frame: str) -> None:
    assert cue_class(verb) == frame
    assert frame in CUE_CLASSES


def test_verbs_of_naming_and_of_belief_are_told_from_speech() -> None:
    assert naming_verb("dubbed") == "dub"
    assert naming_verb("labelled") == "label"
    assert thought_verb("thought") == "think"
    assert speech_verb("believes") is None
    assert is_strong("say")
    assert not is_strong("describe")
    assert is_speech_noun("Statement")
    assert not is_speech_noun("belief")
    assert is_thought_noun("Belief")
    assert is_thought_adjective("confident")
    assert (thought_verb("knew"), thought_verb("sought"), thought_verb("planning")) == ("know", "seek", "plan")


@pytest.mark.parametrize(
    "sign", ["“", "»", '"', "''", "``", "according to", "According to", "said", "warned", "believes"]
)
def test_a_paragraph_with_a_mark_or_a_cue_is_worth_parsing(sign: str) -> None:
    assert may_report_speech(f"The harbour {sign} nothing.")


def test_a_paragraph_without_either_is_not() -> None:
    assert not may_report_speech("The Sea Lark's passengers walked home in the fog, and the pier stood.")


def test_a_verb_that_is_common_in_other_senses_is_a_cue_but_no_reason_to_parse() -> None:
    assert speech_verb("pointed") == "point"
    assert not may_report_speech("The lantern pointed at the pier.")


def test_looking_for_signs_is_linear() -> None:
    start = time.perf_counter()

    assert not may_report_speech("accordin g t o sai d " * 5_000)

    assert time.perf_counter() - start < 2
