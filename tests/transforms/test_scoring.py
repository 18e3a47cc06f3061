"""What readings score against gold, worked out by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.scoring.articles import FIELDS, NOTHING, compare, problem_of
from transforms.scoring.attributions import Gold, compare_spans, problem_of_spans
from transforms.scoring.sheet import Score, Sheet, scores


def test_precision_recall_and_f1_come_from_what_was_marked() -> None:
    marks = {
        "direct_found": [3, 4], "mixed_found": [1, 1], "marked_quotes_true": [4, 8], "indirect_found": [1, 5],
        "direct_speaker": [2, 3], "indirect_speaker": [1, 1], "persons": [1, 4], "dateline_place": [9, 10],
    }  # fmt: skip
    assert set(scores(marks)) == {
        Score("quotes", "precision", 4 / 8, 8),
        Score("quotes", "recall", 5 / 10, 10),
        Score("quotes", "f1", 0.5, 10),
        Score("marked quotes", "precision", 4 / 8, 8),
        Score("marked quotes", "recall", 4 / 5, 5),
        Score("marked quotes", "f1", 2 * 0.5 * 0.8 / 1.3, 5),
        Score("indirect quotes", "recall", 1 / 5, 5),
        Score("direct quotes", "recall", 3 / 4, 4),
        Score("mixed quotes", "recall", 1.0, 1),
        Score("persons", "recall", 1 / 4, 4),
        Score("speakers", "accuracy", 3 / 4, 4),
        Score("speakers of direct quotes", "accuracy", 2 / 3, 3),
        Score("speakers of indirect quotes", "accuracy", 1.0, 1),
        Score("dateline place", "accuracy", 9 / 10, 10),
    }


def test_nothing_right_is_zero_and_nothing_marked_is_no_score() -> None:
    zero = scores({"direct_found": [0, 2], "marked_quotes_true": [0, 3]})
    assert Score("quotes", "f1", 0.0, 2) in zero
    assert scores({}) == []


def test_only_what_the_record_speaks_of_is_marked() -> None:
    sheet = Sheet()
    compare(sheet, "a", {"headline": "Ferry sails", "persons": ["Ada Brook"]}, NOTHING | {"headline": "Ferry sails"})
    assert sheet.marks() == {"headline": [1, 1], "persons": [0, 1]}
    assert sheet.errors == {"a": ["persons: Ada Brook"]}


def test_of_a_text_that_was_not_read_all_is_wrong() -> None:
    sheet = Sheet()
    gold = {"headline": "Ferry sails", "quotes": [{"type": "direct", "runs": ["Sail,"]}], "topics": ["medtop:1"]}
    compare(sheet, "a", gold, NOTHING)
    assert sheet.marks() == {"headline": [0, 1], "direct_found": [0, 1], "first_topic": [0, 1]}


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ([], "no JSON object"),
        ({"persons": "Ada Brook"}, "persons is no list"),
        ({"persons": [["Ada"]]}, "persons is no list of texts"),
        ({"quotes": {}}, "quotes is no list"),
        ({"quotes": None}, "quotes is no list"),
        ({"not_quotes": [1]}, "not_quotes is no list of texts"),
        ({"captions": [None]}, "captions is no list of texts"),
        ({"n_body_paragraphs": "3"}, "n_body_paragraphs is no whole number"),
        ({"headline": 3}, "headline is no text"),
        ({"quotes": [{"type": "direct", "runs": [1]}]}, "quotes: runs is no list of texts"),
        ({"quotes": [{"type": "direct", "runs": ["Sail"], "speaker_text": 3}]}, "quotes: speaker_text is no text"),
        ({"quotes": [{"type": "direct", "runs": ["Sail"], "content": []}]}, "quotes: content is no text"),
        ({"quotes": ["Sail"]}, "no type"),
        ({"quotes": [{"type": "shouted", "runs": ["Sail"]}]}, "no type"),
        ({"quotes": [{"type": "direct", "content": "Sail"}]}, "needs `content`"),
        ({"headline_quotes": [{"type": "indirect", "runs": ["Sail"]}]}, "needs `content`"),
    ],
)
def test_what_is_no_golden_record_is_said(record: Any, said: str) -> None:
    assert said in (problem_of(record) or "")


TEXT = 'Ada Brook said the ferry would sail on Monday. "It is a good ferry," she added. Tom Quent hopes for rain.'
INDIRECT, DIRECT, HOPE = "the ferry would sail on Monday", "It is a good ferry,", "for rain"


def gold_quote(words: str, kind: str, speaker: str | None, **more: Any) -> dict[str, Any]:
    start, who = TEXT.index(words), TEXT.index(speaker) if speaker else None
    return {
        "type": kind,
        "fragments": [[start, start + len(words)]],
        "speaker_start": who,
        "speaker_end": None if who is None else who + len(speaker or ""),
        "speaker_text": speaker,
    } | more


def our_quote(words: str, kind: str, speaker: str | None, name: str | None = None) -> dict[str, Any]:
    return gold_quote(words, kind, speaker) | {"speech": True, "text": words, "speaker_canonical": name}


GOLD = Gold(
    "harbour_1",
    TEXT,
    [
        gold_quote(INDIRECT, "indirect", "Ada Brook"),
        gold_quote(DIRECT, "direct", "she"),
        gold_quote(HOPE, "indirect", "Tom Quent", speech=False),
    ],
)


def marks_of(*found: dict[str, Any]) -> dict[str, list[int]]:
    sheet = Sheet()
    compare_spans(sheet, GOLD, found)
    return sheet.marks()


def test_spans_that_agree_are_found_with_their_speakers() -> None:
    assert marks_of(
        our_quote("ferry would sail on Monday", "indirect", "Ada Brook"), our_quote(DIRECT, "direct", "Tom Quent")
    ) == {
        "indirect_found": [1, 1], "indirect_true": [1, 1], "indirect_speaker": [1, 1],
        "direct_found": [1, 1], "marked_quotes_true": [1, 1], "direct_speaker": [0, 1],
    }  # fmt: skip


def test_words_that_nobody_said_count_against_us_and_a_hope_does_not() -> None:
    found = marks_of(our_quote("Tom Quent hopes", "indirect", None), our_quote(HOPE, "indirect", "Tom Quent"))
    assert found == {"indirect_found": [0, 1], "direct_found": [0, 1], "indirect_true": [0, 1]}


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"doc_id": "1", "text": "Sail"},
        {"doc_id": "1", "text": "Sail", "quotes": [{}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": []}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[2, 9]]}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[True, 2]]}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[0, 4]], "type": []}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[0, 4]], "speaker_start": "0", "speaker_end": 2}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[0, 4]], "speaker_start": 0, "speaker_end": None}]},
        {"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[0, 4]], "speaker_text": 7}]},
    ],
)
def test_what_is_no_line_of_gold_is_said(row: Any) -> None:
    assert problem_of_spans(row)
    assert problem_of_spans({"doc_id": "1", "text": "Sail", "quotes": [{"fragments": [[0, 4]]}]}) is None


WORDS = st.sampled_from(["Sail", "direct", "indirect", "named_person", "", "Ada Brook", "\ud800"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=4,
)
QUOTE_KEYS = (
    "content runs speaker_canonical speaker_text speaker_kind cue_text cue_class channel addressee speech".split()
)
QUOTES = st.fixed_dictionaries(
    {"type": st.sampled_from(["direct", "indirect", "mixed"]) | JSON},
    optional={key: WORDS | st.lists(WORDS, max_size=2) | JSON for key in QUOTE_KEYS},
)
LISTS = "not_quotes persons topics boilerplate captions crossheads date_lines".split()
RECORDS = JSON | st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("quotes", "headline_quotes"), st.lists(QUOTES, max_size=2) | JSON)
    | dict.fromkeys((*FIELDS, "dateline_date", "n_body_paragraphs"), JSON)
    | dict.fromkeys(LISTS, st.lists(WORDS, max_size=2) | JSON),
)
FOUND: dict[str, Any] = NOTHING | {
    "language": "en",
    "body": ["Sail"],
    "entities": [{"canonical": "Ada Brook", "label": "PERSON"}],
    "topics": [{"id": "medtop:1"}],
    "quotes": [
        {
            "type": kind, "verbatim": verbatim, "text": "Sail", "start": 0, "fragments": [[0, 4]], "speech": True, "cue_text": "said",
            "cue_class": "neutral", "channel": None, "addressee": "Ada", "speaker_text": "Ada", "speaker_canonical": "Ada Brook",
            "speaker_kind": "named_person",
        }
        for kind, verbatim in (("direct", "Sail"), ("indirect", None))
    ],
}  # fmt: skip


@given(RECORDS)
def test_any_json_is_marked_or_has_its_problem_said(record: Any) -> None:
    if problem_of(record) is None:
        sheet = Sheet()
        for found in (FOUND, NOTHING):
            compare(sheet, "a", record, found)
        assert all(0 <= score.value <= 1 for score in scores(sheet.marks()))


SPANS = st.lists(st.integers(-1, 5) | JSON, min_size=2, max_size=2)
LABELLED = st.fixed_dictionaries(
    {"fragments": st.lists(SPANS, max_size=2)},
    optional={"type": WORDS | JSON, "speech": JSON, "speaker_text": JSON}
    | dict.fromkeys(("speaker_start", "speaker_end"), st.integers(0, 4) | JSON),
)


@given(
    JSON
    | st.fixed_dictionaries({"doc_id": WORDS, "text": st.just("Sail"), "quotes": st.lists(LABELLED, max_size=2) | JSON})
)
def test_any_line_is_marked_or_has_its_problem_said(row: Any) -> None:
    if problem_of_spans(row) is None:
        sheet = Sheet()
        answers = [{"speaker_start": 0, "speaker_end": 4} | quote for quote in FOUND["quotes"]]
        compare_spans(sheet, Gold(row["doc_id"], row["text"], row["quotes"]), answers)
        assert all(0 <= score.value <= 1 for score in scores(sheet.marks()))
