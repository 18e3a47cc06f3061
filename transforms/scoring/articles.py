"""Marks one article against its golden record: fields, quotes, speakers, persons and the first topic.

A golden record is a JSON object; docs/how-to.md says its keys. What it does not speak of is not marked.
"""

import re
from collections import Counter
from typing import Any

from transforms.schema.vocabulary import QUOTE_TYPES
from transforms.scoring.sheet import Sheet

FIELDS = (
    "source", "section", "headline", "subhead", "byline", "dateline_place", "content_date", "date_precision", "agency",
    "sign_off", "language",
)  # fmt: skip
# Of an article that was not read at all.
NOTHING: dict[str, Any] = dict.fromkeys((*FIELDS, "dateline_date")) | {
    "body": [], "quotes": [], "entities": [], "topics": [],
}  # fmt: skip
Record = dict[str, Any]
_FURNITURE = ("boilerplate", "captions", "crossheads", "date_lines")
_LISTS = ("not_quotes", "persons", "topics", *_FURNITURE)
_QUOTE_WORDS = ("speaker_canonical", "speaker_text", "speaker_kind", "cue_text", "cue_class", "channel", "addressee")
_ANALYSED = "en"
_CLOSE_ENOUGH = 0.5  # token F1 from which an indirect quote is found, as in the PolNeAR scorer


def problem_of(gold: Any) -> str | None:
    """Why this is no golden record, naming the key; None when it is one."""
    if not isinstance(gold, dict):
        return "it is no JSON object"
    for key in (*FIELDS, "dateline_date"):
        if not (_is_words_or_null(gold.get(key)) or _is_list_of_words(gold[key])):
            return f"{key} is no text, null or list of texts: {gold[key]!r}"
    if type(gold.get("n_body_paragraphs", 0)) is not int:
        return f"n_body_paragraphs is no whole number: {gold['n_body_paragraphs']!r}"
    for key in _LISTS:
        # of persons, a JSON object may say more by name
        if not (_is_list_of_words(gold.get(key, [])) or (key == "persons" and isinstance(gold[key], dict))):
            return f"{key} is no list of texts: {gold[key]!r}"
    for key in ("quotes", "headline_quotes"):
        if not isinstance(gold.get(key, []), list):
            return f"{key} is no list: {gold[key]!r}"
        if wrong := next(filter(None, map(_problem_of_quote, gold.get(key, []))), None):
            return f"{key}: {wrong}"
    return None


def _problem_of_quote(quote: Any) -> str | None:
    if not isinstance(quote, dict) or quote.get("type") not in QUOTE_TYPES:
        return f"a quote has no type of {', '.join(QUOTE_TYPES)}: {quote!r}"
    needed = "content" if quote["type"] == "indirect" else "runs"
    if not quote.get(needed):
        return f"an indirect quote needs `content`, others a list of `runs`: {quote!r}"
    if not isinstance(quote.get("content", ""), str):
        return f"content is no text: {quote!r}"
    if not _is_list_of_words(quote.get("runs", [])):
        return f"runs is no list of texts: {quote!r}"
    if not isinstance(quote.get("speech", True), bool):
        return f"speech is neither true nor false: {quote!r}"
    wrong = next((key for key in _QUOTE_WORDS if not _is_words_or_null(quote.get(key))), None)
    return f"{wrong} is no text: {quote!r}" if wrong else None


def _is_words_or_null(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def compare(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    """Mark one article: `found` is the object that `newsledger extract` prints."""
    _compare_structure(sheet, name, gold, found)
    for quote in gold.get("quotes", []) + gold.get("headline_quotes", []):
        _compare_quote(sheet, name, quote, found)
    for quote in found["quotes"] if "quotes" in gold else ():
        _compare_row(sheet, name, gold, quote)
    for run in gold.get("not_quotes", ()):
        taken = any(folded(run) == folded(quote["verbatim"] or "") for quote in found["quotes"])
        sheet.mark("titles_and_scare_quotes_left_out", not taken, name, repr(run))
    persons = {entity["canonical"] for entity in found["entities"] if entity["label"] == "PERSON"}
    for person in gold.get("persons", ()):
        sheet.mark("persons", person in persons, name, person)
    if "topics" in gold:
        topics = [topic["id"] for topic in found["topics"] if topic["id"].startswith("medtop:")]
        good = bool(topics) and topics[0] in gold["topics"]
        sheet.mark("first_topic", good, name, f"{topics[:1]} is none of {gold['topics']}")


def folded(text: str) -> str:
    """A text with white space folded and without punctuation at its edges."""
    return " ".join(text.split()).strip(" ,.;:!?…")


def _compare_structure(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    for key in (key for key in FIELDS if key in gold):
        sheet.mark(key, gold[key] == found[key], name, f"{found[key]!r}, not {gold[key]!r}")
    if gold.get("dateline_place"):
        good = gold.get("dateline_date") == found["dateline_date"]
        sheet.mark("dateline_date", good, name, f"{found['dateline_date']!r}, not {gold.get('dateline_date')!r}")
    if "n_body_paragraphs" in gold:
        n_gold, n_body = gold["n_body_paragraphs"], len(found["body"])
        sheet.mark("body_paragraphs", n_gold == n_body, name, f"{n_body}, not {n_gold}")
    body = {folded(paragraph) for paragraph in found["body"]}
    for kind in _FURNITURE:
        if kind in gold:
            inside = [line for line in gold[kind] if folded(line) in body]
            sheet.mark("body_without_furniture", not inside, name, f"{kind} in the body: {inside}")


def _compare_quote(sheet: Sheet, name: str, gold: Record, article: Record) -> None:
    """Whether a golden quote is found, and read right; of languages that are not analysed only the marks are read."""
    quotes = article["quotes"]
    words = gold["content"] if gold["type"] == "indirect" else " … ".join(gold["runs"])
    found = _indirect(words, quotes) if gold["type"] == "indirect" else _marked(gold["runs"], quotes)
    sheet.mark(f"{gold['type']}_found", found is not None, name, repr(words[:90]))
    if found is not None and article["language"] == _ANALYSED:
        _compare_speaker(sheet, name, gold, found)
        if gold["type"] != "indirect":
            sheet.mark("quote_type", gold["type"] == found["type"], name, f"{words[:60]!r} is {gold['type']}")
        _compare_framing(sheet, name, gold, found)


def _compare_speaker(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    if "speaker_canonical" in gold:
        printed, meant = gold.get("speaker_text"), gold["speaker_canonical"]
        detail = f"{found['text'][:60]!r} by {found['speaker_text']!r} = {found['speaker_canonical']!r}, not {meant or printed!r}"
        sheet.mark(f"{gold['type']}_speaker", _speaker_right(gold, found), name, detail)
    if "speaker_kind" in gold:
        kinds = gold["speaker_kind"], found["speaker_kind"]
        sheet.mark(
            "speaker_kind", kinds[0] == kinds[1], name, f"{found['speaker_text']!r} is {kinds[1]}, not {kinds[0]}"
        )


def _compare_row(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    """Whether a printed row is a golden quote; beliefs, which no view counts, are let pass."""
    quotes = gold["quotes"] + gold.get("headline_quotes", [])
    words = found["verbatim"]
    if words:
        said = [run for quote in quotes for run in quote.get("runs", ())]
        good = any(folded(run) in folded(words) or folded(words) in folded(run) for run in said)
        sheet.mark("marked_quotes_true", good, name, f"no quotation: {words!r}")
    elif found["speech"]:
        good = any("content" in quote and _indirect(quote["content"], [found]) for quote in quotes)
        sheet.mark("indirect_true", good, name, f"not said: {found['text']!r} by {found['speaker_text']!r}")


def _compare_framing(sheet: Sheet, name: str, gold: Record, found: Record) -> None:
    """Of a golden quote that says its cue, what it does not say is the usual: neutral, no channel and no addressee."""
    opening = repr(found["text"][:60])
    if "content" in gold:
        good = _tokens(gold["content"]) == _tokens(_spoken(found))
        sheet.mark("extent", good, name, f"{_spoken(found)!r}, not {gold['content']!r}")
    if gold["type"] == "indirect":
        sheet.mark("speech", gold.get("speech", True) == found["speech"], name, f"{opening} is {found['speech']}")
    if "cue_text" not in gold:
        return
    if gold["cue_text"]:
        wanted = gold.get("cue_class", "neutral")
        detail = f"{opening} {found['cue_text']!r} is {found['cue_class']}, not {wanted}"
        sheet.mark("cue_class", wanted == found["cue_class"], name, detail)
    channels = gold.get("channel"), found["channel"]
    if any(channels):
        sheet.mark("channel", channels[0] == channels[1], name, f"{opening} {channels[1]}, not {channels[0]}")
    hearers = gold.get("addressee"), found["addressee"]
    if any(hearers):
        good = _token_f1(hearers[0] or "", hearers[1] or "") >= _CLOSE_ENOUGH
        sheet.mark("addressee", good, name, f"{opening} {hearers[1]!r}, not {hearers[0]!r}")


def _spoken(found: Record) -> str:
    start = found["start"]
    return " ".join(found["text"][first - start : last - start] for first, last in found["fragments"])


def _marked(runs: list[str], quotes: list[Record]) -> Record | None:
    """The quote that holds most of the runs."""
    held = [(sum(folded(run) in folded(quote["verbatim"] or "") for run in runs), -i) for i, quote in enumerate(quotes)]
    most, place = max(held, default=(0, 0))
    return quotes[-place] if most else None


def _indirect(content: str, quotes: list[Record]) -> Record | None:
    scored = [(_token_f1(content, quote["text"]), -i) for i, quote in enumerate(quotes) if quote["type"] == "indirect"]
    best, place = max(scored, default=(0.0, 0))
    return quotes[-place] if best >= _CLOSE_ENOUGH else None


def _token_f1(one: str, other: str) -> float:
    first, second = Counter(_tokens(one)), Counter(_tokens(other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _speaker_right(gold: Record, found: Record) -> bool:
    """Equal names; where nobody is named, no person, or the printed words without their article."""
    wanted = gold["speaker_canonical"]
    printed = _bare(found["speaker_text"] or "")
    if wanted is None:
        name = found["speaker_canonical"]
        unnamed = name is None or found["speaker_kind"] != "named_person"
        return unnamed or _bare(name) == _bare(gold.get("speaker_text") or "")
    if gold.get("speaker_kind", "named_person") != "named_person" and found["speaker_canonical"] is None:
        return _bare(wanted) == printed
    return bool(wanted == found["speaker_canonical"])


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", " ".join(words.split()).lower())
