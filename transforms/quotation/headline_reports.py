"""Headlines that report without marks: "Holt says pier will stay shut", "Pier to close, mayor says", "Holt: Pier will stay shut".

Headlines leave out articles and auxiliaries and may capitalise every word, so no parser is asked: a speaker right before a verb
of speech, or alone at a colon, and words after it that can be a clause. What is doubtful is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.language.pipeline import Paragraph
from transforms.quotation.cues import is_strong, speech_verb
from transforms.quotation.headline_speakers import SPEAKER_LAST, speaker_ending, speaker_starting
from transforms.quotation.marks import Run
from transforms.quotation.roles import DOCUMENT_HEADS
from transforms.quotation.words import WORD
from transforms.records import Mention, Speaker

_END = re.compile(r"[;|…]|\s?[–—]\s?|-\s|(?<=\w{4})[.!?:]+(?=\s|$)|:\s")
_SPEAKER_FIRST = re.compile(r"^([^:]{2,60}?)(?: (?:on|to) [^:]{2,60})?:\s+")
_ABBREVIATED = re.compile(r"\.[A-Z]\.$")
_CIRCUMSTANCE = re.compile(r"\s(?:after|while|amid|as|following|before|in wake of)\s", re.I)
_TRAILING = " .,;:!?…–—-"
# Verbs whose content is a clause; "say" takes any.
_CLAUSAL = frozenset(
    """claim insist warn admit confirm deny suggest argue allege announce declare reveal predict concede acknowledge boast
    complain contend maintain hint swear report explain tell note believe assert estimate forecast joke""".split()
)
_PROMISES = frozenset("vow pledge promise threaten swear".split())
_REQUESTS = frozenset("ask urge beg press implore tell warn encourage advise".split())
_DEEDS = frozenset("admit deny suggest propose recommend".split())  # "denies stealing ferry"
_QUESTIONS = frozenset("how why what who whether if when where".split())
_TOLD = _QUESTIONS | frozenset("that he she they it we i you there".split())
_ANSWERS = frozenset(
    "no yes goodbye farewell sorry thanks thank hello hi so about after amid during following while before ahead".split()
)
_FINITE = frozenset(
    """is are was were will would could can cannot may might must should has have had does do did isn aren wasn weren won
    wouldn couldn can shouldn hasn haven doesn don didn needs need wants want""".split()
)
_FINDINGS = frozenset("poll polls survey study report".split())  # speak at a colon, whatever follows
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:re|ll|ve|d|m)|^(?:he|she|it|that|there|who|what)['’]s)$", re.I)
_NO_SUBJECT_BEFORE = frozenset(  # words after which a verb's form is no report: "to say", "will say", "was told"
    """to will would may might could should can must not is are was were be been being get gets the a an his her their its
    our your my no new""".split()
)
_BETWEEN = frozenset("has have had just also again now finally reportedly publicly still later already".split())
_PREPOSITIONS = frozenset("of for from in at on by with near over against to about under into than like".split())
_RELATIVE = frozenset("who which whose where".split())
_LONGEST_OBJECT = 6  # words between "tells" or "urges" and what is told or asked
_LONGEST_TITLE = 3  # words before a name at a colon
_LONGEST_TAIL = 7  # words of ", former harbour chief Ana Ruiz says"


@dataclass(frozen=True, slots=True)
class HeadlineReport:
    """What is told (offsets in the headline), by whom, and the cue with its lemma (None at a colon)."""

    start: int
    end: int
    speaker: Speaker
    cue: tuple[int, int] | None = None
    lemma: str | None = None


def headline_reports(
    paragraph: Paragraph, runs: Sequence[Run], entities: Sequence[Mention]
) -> Iterator[HeadlineReport]:
    """The reports of a headline, none inside another; words in the given runs are no cues."""
    masked = _masked(paragraph.text, runs)
    if found := _at_colon(paragraph, masked, entities):
        yield found
        return
    start = 0
    for limit in _END.finditer(masked):
        yield from _of_clause(paragraph, masked, (start, limit.start()), entities)
        start = limit.end()
    yield from _of_clause(paragraph, masked, (start, len(masked)), entities)


def _masked(text: str, runs: Sequence[Run]) -> str:
    """The headline with the words in marks blotted out, no character more or less."""
    parts, position = [], 0
    for run in runs:
        last = "," if text[run.end - 1] == "," else "_"  # that comma belongs to the headline: "‘…,’ mayor says"
        parts += [text[position : run.start], "_" * (run.end - run.start - 1), last]
        position = run.end
    return "".join([*parts, text[position:]])


def _of_clause(
    paragraph: Paragraph, masked: str, clause: tuple[int, int], entities: Sequence[Mention]
) -> Iterator[HeadlineReport]:
    found = _at_its_end(paragraph, masked, clause, entities) or _after_verb(paragraph, masked, clause, entities)
    if found:
        yield found


def _at_its_end(
    paragraph: Paragraph, masked: str, clause: tuple[int, int], entities: Sequence[Mention]
) -> HeadlineReport | None:
    """ "Pier to close, mayor says", "Pier to close, says Holt"."""
    start, end = clause
    comma = masked.rfind(",", start, end)
    words = list(WORD.finditer(masked, comma + 1, end)) if comma > start else []
    if (
        not 2 <= len(words) <= _LONGEST_TAIL
        or len(WORD.findall(masked[start:comma])) + masked.count("_", start, comma) < 3
    ):
        return None
    if _reports(words[-1].group()):
        verb = words[-1]
        speaker = _speaker(paragraph, (words[0].start(), verb.start()), entities)
    elif _reports(words[0].group()):
        verb = words[0]
        speaker = speaker_starting(paragraph, (verb.end(), end), entities)
        if speaker and speaker.char_end != paragraph.char_start + words[-1].end():
            return None  # "Holt scolds Ruiz, says council must act"
    else:
        return None
    span = _trimmed(paragraph.text, start, comma)
    lemma = speech_verb(verb.group())
    return HeadlineReport(*span, speaker, verb.span(), lemma) if speaker else None


def _reports(word: str) -> bool:
    return (lemma := speech_verb(word)) is not None and is_strong(lemma) and not word.lower().endswith("ing")


def _after_verb(
    paragraph: Paragraph, masked: str, clause: tuple[int, int], entities: Sequence[Mention]
) -> HeadlineReport | None:
    """ "Holt says pier will stay shut", "Ruiz urges council to act": the first verb that has a speaker and a content."""
    words = list(WORD.finditer(masked, *clause))
    if words and words[0].group().lower() in _QUESTIONS:
        return None
    for index in range(1, len(words) - 1):
        word = words[index].group().lower()
        lemma = speech_verb(word)
        if lemma is None or word.endswith("ing") or _is_no_verb(words, index):
            continue
        cue_end, start = _content(lemma, words, index)
        if start is None:
            continue
        first = index
        while first > 1 and words[first - 1].group().lower() in _BETWEEN:
            first -= 1
        speaker = _subject(paragraph, words, first, entities)
        if speaker is not None and not (lemma in _PROMISES and speaker.kind == "document"):
            after = _CIRCUMSTANCE.search(masked, start, clause[1]) if lemma == "call" else None
            span = _trimmed(paragraph.text, start, after.start() if after else clause[1])
            return HeadlineReport(*span, speaker, (words[first].start(), cue_end), lemma)
    return None


def _is_no_verb(words: Sequence[re.Match[str]], index: int) -> bool:
    before = words[index - 1].group().lower()
    if speech_verb(words[index + 1].group()):  # "UN report warns"
        return True
    return before in _NO_SUBJECT_BEFORE | _PREPOSITIONS or before.endswith(("'s", "’s", "s'", "s’", "n't", "n’t"))


def _subject(
    paragraph: Paragraph, words: Sequence[re.Match[str]], index: int, entities: Sequence[Mention]
) -> Speaker | None:
    """Who stands right before a verb; None where it may be somebody else: "Campaign for Holt says", "Man who sued Holt says"."""
    if any(word.group().lower() in _RELATIVE for word in words[:index]):
        return None
    start, end = words[0].start(), words[index].start()
    comma = paragraph.text.rfind(",", start, end) + 1
    if paragraph.text[comma:end].strip():
        start = max(start, comma)  # "Boats lost, mayor says …"; but "Holt, mayor, says …"
    elif paragraph.text.count(",", start, end) == 1:
        return None
    speaker = _speaker(paragraph, (start, end), entities)
    if speaker is None or speaker.char_start is None:
        return None
    before = [word for word in words[:index] if paragraph.char_start + word.start() < speaker.char_start]
    return None if before and before[-1].group().lower() in _PREPOSITIONS else speaker


def _speaker(paragraph: Paragraph, span: tuple[int, int], entities: Sequence[Mention]) -> Speaker | None:
    """The name or role that a stretch ends in, else a people ("Saudis") or a document ("poll")."""
    if found := speaker_ending(paragraph, span, entities, "headline_verb"):
        return found
    words = list(WORD.finditer(paragraph.text, *span))
    if not words:
        return None
    start, end = paragraph.char_start + words[-1].start(), paragraph.char_start + words[-1].end()
    kind = "document" if words[-1].group().lower() in DOCUMENT_HEADS else "unnamed"
    people = any(m.label == "MISC" and m.char_end == end and m.surface.endswith("s") for m in entities)
    return Speaker(kind, "headline_verb", 0.7, words[-1].group(), start, end) if people or kind == "document" else None


def _content(lemma: str, words: Sequence[re.Match[str]], index: int) -> tuple[int, int | None]:
    """Where the cue ends, and where what it reports starts; None where no clause follows."""
    after = [word.group().lower() for word in words[index + 1 :]]
    end, starts = words[index].end(), [word.start() for word in words[index + 1 :]]
    asked = "to" in after[1:_LONGEST_OBJECT]
    if lemma == "call":
        called = len(after) > 1 and (after[0] == "for" or (after[0] == "on" and asked))
        return (words[index + 1].end(),) * 2 if called else (end, None)
    if lemma == "say":
        return end, end if after[:2] != ["it", "all"] and (after[0] not in _ANSWERS or _finite(after[1])) else None
    if (lemma in _PROMISES and after[0] == "to") or (lemma in _REQUESTS - {"tell", "warn"} and asked):
        return end, end
    if lemma in _DEEDS and after[0].endswith("ing"):
        return end, end
    if lemma not in _CLAUSAL or _finite(after[0]):
        return end, None
    opener = next((n for n, word in enumerate(after[:_LONGEST_OBJECT]) if re.split("['’]", word)[0] in _TOLD), None)
    if lemma == "tell":
        told = opener if opener is not None else after.index("to") if asked else None
        return end, None if told is None else starts[told]
    if lemma == "warn" and "that" in after[:_LONGEST_OBJECT]:
        return end, starts[after.index("that")]
    clause = opener == 0 or any(map(_finite, after[1:]))
    return end, end if clause else None


def _finite(word: str) -> bool:
    return word in _FINITE or _CONTRACTED.search(word) is not None


def _at_colon(paragraph: Paragraph, masked: str, entities: Sequence[Mention]) -> HeadlineReport | None:
    """ "Holt: Pier will stay shut", "Holt on ferries: Pier is next", "Pier to close: mayor"."""
    text, end = paragraph.text, len(paragraph.text.rstrip())
    if text[:end].endswith("?"):
        return None
    if (first := _SPEAKER_FIRST.search(masked)) and (speaker := _alone(paragraph, first.span(1), entities)):
        span = _trimmed(text, first.end(), end)
    elif (last := SPEAKER_LAST.search(masked)) and (speaker := _alone(paragraph, last.span(1), entities)):
        span = _trimmed(text, 0, last.start())
    else:
        return None
    words = [word.group().lower() for word in WORD.finditer(text, *span)]
    if len(words) < 3 or words[0] in _QUESTIONS:
        return None
    told = _is_finding(speaker) or "_" in masked[slice(*span)] or "to" in words[1:3] or any(map(_finite, words[1:]))
    return HeadlineReport(*span, speaker) if told else None


def _is_finding(speaker: Speaker) -> bool:
    return speaker.text is not None and speaker.text.lower() in _FINDINGS


def _alone(paragraph: Paragraph, span: tuple[int, int], entities: Sequence[Mention]) -> Speaker | None:
    """The person, role or document that a stretch is, with nothing else in it but a title."""
    start, end = paragraph.char_start + span[0], paragraph.char_start + span[1]
    persons = [m for m in entities if m.label == "PERSON" and start <= m.char_start and m.char_end == end]
    found = _speaker(paragraph, span, persons)
    if found is None or found.char_start is None:
        return None
    before = paragraph.text[span[0] : found.char_start - paragraph.char_start].split()
    alone = found.char_end == end and len(before) <= _LONGEST_TITLE and not _PREPOSITIONS & {w.lower() for w in before}
    return found if alone and not any(map(speech_verb, before)) else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in _TRAILING and not _ABBREVIATED.search(text, max(start, end - 4), end):
        end -= 1
    while start < end and text[start] in _TRAILING:
        start += 1
    return start, end
