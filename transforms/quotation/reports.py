"""Reports of speech in a parsed paragraph: who (subject), how (cue), outside the quotation marks.

A report pairs a speech verb, `according to` or a speaker label with the phrase that names the speaker: its own subject, a
subject shared through coordination or participles ("defended …, saying"), an inverted subject ("said Ruiz") or an agent
("was praised by"). Rules follow the PARC notion of source and cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.quotation.cues import (
    CUE_WORDS,
    is_speech_noun,
    is_thought_adjective,
    is_thought_noun,
    naming_verb,
    reporting_verb,
    speech_verb,
)
from transforms.quotation.phrases import phrase
from transforms.quotation.spans import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

THOUGHT = "thought"  # rule of a report by a verb of belief, wish or decision
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "dep", "advmod"))
_REFUSALS = frozenset("decline declined declines declining refuse refused refuses refusing failed fails".split())
# Verbs whose subject makes the act of speech that is their object ("made the claim that …").
_LIGHT = frozenset(
    """make makes made making issue issues issued issuing raise raises raised raising express expresses expressed expressing
    repeat repeats repeated repeating reiterate reiterated have has had having give gives gave giving offer offers offered
    offering send sends sent sending release releases released releasing voice voiced voicing""".split()
)
_BE = frozenset("is are was were be been being".split())
_RELATIVE = frozenset(("who", "which", "that"))


@dataclass(frozen=True, slots=True)
class Report:
    """A speaker phrase and a cue; all numbers are token indices of the paragraph's Doc, ends exclusive.

    `head` is the token that the phrase turns on (-1 with `start == end` when no speaker is printed); `lemma` is the
    speech verb, `according to`, `:` for a speaker label, or a noun of speech.
    """

    start: int
    end: int
    head: int
    cue_start: int
    cue_end: int
    lemma: str
    rule: str

    @property
    def first(self) -> int:
        """First token of the report."""
        return self.start if self.start < self.end and self.start < self.cue_start else self.cue_start

    @property
    def last(self) -> int:
        """One past the last token of the report."""
        return self.end if self.end > self.cue_end else self.cue_end


def reports(doc: Words, inside: Sequence[bool]) -> list[Report]:
    """The reports of a parsed Doc in order of their cues; `inside[i]` says whether token i stands inside quotation marks."""
    found = [_report(token, inside) for token in _cue_words(doc, inside)]
    label = _speaker_label(doc, inside)
    return ([label] if label else []) + [report for report in found if report is not None]


def unattributed(doc: Words, inside: Sequence[bool]) -> list[Report]:
    """Reports that print no speaker ("was told that …", "a claim that …"), in order of their cues: `start` equals `end`."""
    return without_speaker(doc, inside, reports(doc, inside))


def without_speaker(doc: Words, inside: Sequence[bool], known: Iterable[Report]) -> list[Report]:
    """The same where the `reports` of the Doc are known."""
    cues = {report.cue_start for report in known}
    return [
        Report(token.i, token.i, -1, token.i, token.i + 1, *told)
        for token in _cue_words(doc, inside)
        if token.i not in cues and (told := _cue(token)) is not None
    ]


def _cue_words(doc: Words, inside: Sequence[bool]) -> Iterator[Token]:
    """The tokens outside marks that a report may begin with, by their mere words: few of a text are looked at more closely."""
    return (token for token, marked in zip(doc, inside, strict=True) if not marked and token.lower_ in CUE_WORDS)


def _cue(token: Token) -> tuple[str, str] | None:
    """Lemma and rule of a verb or noun that can report without a speaker."""
    if (lemma := reporting_verb(token.text)) and _is_verb(token):
        if naming_verb(token.text):
            return lemma, "naming"
        return lemma, "passive" if speech_verb(token.text) else THOUGHT
    if token.pos_ == "NOUN" and is_speech_noun(token.text):
        return token.lower_, "noun"
    if token.pos_ == "NOUN" and is_thought_noun(token.text):
        return token.lower_, THOUGHT
    return None


def _report(token: Token, inside: Sequence[bool]) -> Report | None:
    """The report whose cue begins at a token outside marks."""
    if (lemma := reporting_verb(token.text)) and _is_verb(token):
        return _verb_report(token, lemma, inside)
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return _according_to(token, inside)
    if token.pos_ == "NOUN" and (is_speech_noun(token.text) or is_thought_noun(token.text)):
        return _noun_report(token, inside)
    if token.pos_ in ("ADJ", "VERB") and token.dep_ == "acomp" and is_thought_adjective(token.text):
        return _adjective_report(token, inside)
    return None


def _is_verb(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "compound")
    return token.lower_ in ("said", "says") and token.dep_ not in ("amod", "compound")


def _verb_report(verb: Token, lemma: str, inside: Sequence[bool]) -> Report | None:
    subject, rule = _subject(verb, inside)
    if subject is None and verb.tag_ == "VBN" and (agent := _agent(verb, inside)):
        subject, rule = agent, "agent"
    if subject is None:
        subject, rule = _inverted(verb, inside), "inverted"
    cue_end = verb.i + 1
    if lemma == "call" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("on", "for"):
        cue_end += 1
    elif lemma in ("decline", "press", "text"):
        return None  # refusing and other senses: no report by themselves
    elif lemma == "call" or speech_verb(verb.text) is None:
        rule = "naming" if naming_verb(verb.text) else THOUGHT
        if rule == "naming" and _is_passive(verb):  # "the door was painted by …" names whoever paints
            subject = _agent(verb, inside)
    if subject is None:
        return None
    start, end = phrase(subject, inside)
    return Report(start, end, subject.i, verb.i, cue_end, lemma, rule)


def _subject(verb: Token, inside: Sequence[bool]) -> tuple[Token | None, str]:
    """Who speaks, and by which rule; the subject of a passive is spoken to or of, unless another verb follows ("is quoted as saying")."""
    node, rule = verb, "subject"
    for _ in range(4):
        for child in node.children:
            wanted = (
                child.dep_ in _SUBJECTS and child.text[0].isalnum() and (node is not verb or child.dep_ != "nsubjpass")
            )
            if wanted and not inside[child.i]:
                antecedent = node.head if node.dep_ == "relcl" else None
                if child.lower_ in _RELATIVE and antecedent is not None:
                    return antecedent, "relative"
                return child, rule
        if node.dep_ == "acl" and node.head.pos_ in ("NOUN", "PROPN") and not inside[node.head.i]:
            return _author(node.head, inside), "participle"
        if node.dep_ == "pcomp" and node.head.lower_ == "as" and (quoted := _quoted(node.head.head)) is not None:
            return quoted, "shared_subject"
        if node.dep_ not in _SHARED or (node.dep_ == "advcl" and node.tag_ == "VBN"):  # "asked whether …, he said"
            break
        node, rule = node.head, "shared_subject"
        if node.lower_ in _REFUSALS:
            break
    return None, rule


def _author(noun: Token, inside: Sequence[bool]) -> Token:
    """ "Ruiz issued a statement saying …": whoever owns or made the act of speech; another noun stands for itself."""
    if not is_speech_noun(noun.text):
        return noun
    parents = [child for child in noun.children if child.dep_ == "poss"]
    if noun.dep_ in ("dobj", "pobj"):
        parents.extend(c for verb in noun.ancestors for c in verb.children if c.dep_ in _SUBJECTS and c.i < noun.i)
    return next((token for token in parents if not inside[token.i]), noun)


def _quoted(governor: Token) -> Token | None:
    """ "Tass cited Holt as saying": Holt, whether the parser hangs "as" on her or on the verb; None in "was quoted as saying"."""
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        return governor
    return next((child for child in governor.rights if child.dep_ == "dobj"), None)


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.lower_ in _BE for child in verb.lefts)


def _agent(verb: Token, inside: Sequence[bool]) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((o for o in child.children if o.dep_ == "pobj" and not inside[o.i]), None)
    return None


def _inverted(verb: Token, inside: Sequence[bool]) -> Token | None:
    """A name or pronoun right after the verb ("said Ruiz"), where the parser saw no subject."""
    window = verb.doc[verb.i + 1 : verb.i + 4]
    for token in window:
        if inside[token.i] or token.is_punct or token.dep_ == "prep":
            return None
        if token.pos_ in ("PROPN", "PRON") and token.ent_type_ not in ("DATE", "TIME"):
            return token.head if token.dep_ == "compound" and token.head in window else token
    return None


def _according_to(token: Token, inside: Sequence[bool]) -> Report | None:
    after = token.doc[token.i + 2 : token.i + 14]
    head = next((t for t in after if t.dep_ == "pobj" and not inside[t.i]), None)
    if head is None:
        return None
    start, end = phrase(head, inside)
    return Report(max(start, token.i + 2), end, head.i, token.i, token.i + 2, "according to", "according_to")


def _noun_report(noun: Token, inside: Sequence[bool]) -> Report | None:
    """ "his call for …", "Holt's promise that …", "a report by the Post that …", "made the claim that …": whose it is."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and not inside[child.i]), None)
    rule = "possessor"
    if owner is None:
        owner, rule = _maker(noun, inside), "maker"
    if owner is None:
        return None
    if is_thought_noun(noun.text):
        rule = THOUGHT
    start, end = phrase(owner, inside)
    if owner.i < noun.i:
        end = min(end, noun.i)
    if end - start > 1 and noun.doc[end - 1].tag_ == "POS":
        end -= 1
    return Report(start, end, owner.i, noun.i, noun.i + 1, noun.lower_, rule)


def _maker(noun: Token, inside: Sequence[bool]) -> Token | None:
    for child in noun.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in ("by", "from")):
            return next((o for o in child.children if o.dep_ == "pobj" and not inside[o.i]), None)
    if noun.dep_ in ("dobj", "attr") and noun.head.lower_ in _LIGHT:
        return next((c for c in noun.head.children if c.dep_ == "nsubj" and not inside[c.i]), None)
    return None


def _adjective_report(adjective: Token, inside: Sequence[bool]) -> Report | None:
    """ "Ruiz was confident that …"."""
    subject = next((c for c in adjective.head.children if c.dep_ == "nsubj" and not inside[c.i]), None)
    if subject is None or subject.lower_ in ("it", "there"):
        return None
    start, end = phrase(subject, inside)
    return Report(start, end, subject.i, adjective.i, adjective.i + 1, adjective.lower_, THOUGHT)


def _speaker_label(doc: Words, inside: Sequence[bool]) -> Report | None:
    """A transcript's "HALVORSEN: …" or "Mayor Ana Ruiz: …" at the start of the paragraph."""
    words = list(_leading_name(doc))
    if not words or len(words) > 5 or words[-1].i + 1 >= len(doc) or inside[words[0].i]:
        return None
    colon = doc[words[-1].i + 1]
    if colon.text != ":":
        return None
    return Report(0, words[-1].i + 1, words[-1].i, colon.i, colon.i + 1, ":", "speaker_label")


def _leading_name(doc: Words) -> Iterable[Token]:
    for token in doc:
        if not (token.is_alpha and (token.is_upper or token.is_title)) and token.text not in (".", "-"):
            return
        yield token
