"""Reports of speech in a parsed paragraph: who (subject), how (cue), outside the quotation marks.

A report pairs a speech verb, `according to` or a speaker label with the phrase that names the speaker: its own subject, a
subject shared through coordination or participles ("defended …, saying"), an inverted subject ("said Ruiz") or an agent
("was praised by"). Rules follow the PARC notion of source and cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.quotation.cues import is_speech_noun, naming_verb, speech_verb, thought_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

THOUGHT = "thought"  # rule of a report by a verb of belief, wish or decision
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "dep", "advmod"))
_LEFT_PARTS = frozenset(
    ("compound", "det", "amod", "poss", "nummod", "nmod", "case", "advmod", "quantmod", "predet", "punct")
)
_RIGHT_PREPOSITIONS = frozenset(("of", "for", "from", "at", "in", "with", "on"))
_MAX_RIGHT = 12  # tokens of a speaker phrase after its head: "a person familiar with the talks"
_HYPHENS = ("-", "‐", "–")
_REFUSALS = frozenset("decline declined declines declining refuse refused refuses refusing failed fails".split())
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
        return min(self.start, self.cue_start) if self.start < self.end else self.cue_start

    @property
    def last(self) -> int:
        """One past the last token of the report."""
        return max(self.end, self.cue_end)


def reports(doc: Doc, inside: Sequence[bool]) -> list[Report]:
    """The reports of a parsed Doc in order of their cues; `inside[i]` says whether token i stands inside quotation marks."""
    found = []
    for token in doc:
        if inside[token.i]:
            continue
        if (lemma := _reporting_verb(token.text)) and _is_verb(token):
            found.append(_verb_report(token, lemma, inside))
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found.append(_according_to(token, inside))
        elif is_speech_noun(token.text) and token.pos_ == "NOUN":
            found.append(_noun_report(token, inside))
    label = _speaker_label(doc, inside)
    return ([label] if label else []) + [report for report in found if report is not None]


def phrase(head: Token, inside: Sequence[bool]) -> tuple[int, int]:
    """Token span of the noun phrase around a head: modifiers to its left, names and short of-phrases to its right."""
    doc, start, end = head.doc, head.i, head.i + 1
    for left in reversed(list(head.lefts)):
        if (
            left.dep_ not in _LEFT_PARTS
            or (left.is_punct and left.text not in _HYPHENS)
            or inside[left.i]
            or left.right_edge.i + 1 < start
        ):
            break
        start = max(left.left_edge.i, start - _MAX_RIGHT)
    for right in head.rights:
        joined = right.dep_ in ("prep", "amod", "acl", "flat", "appos") and right.left_edge.i == end
        if not joined or (right.dep_ == "prep" and right.lower_ not in _RIGHT_PREPOSITIONS):
            break
        stretch = range(end, right.right_edge.i + 1)
        if len(stretch) > _MAX_RIGHT or any(inside[i] or doc[i].is_punct or doc[i].is_space for i in stretch):
            break
        end = right.right_edge.i + 1
    first, last = _name_around(head)
    return min(start, first), max(end, last)


def _name_around(token: Token) -> tuple[int, int]:
    """The model's name that a token stands in, up to a full stop; the token itself if it stands in none."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.ent_type_:
        while doc[start].ent_iob_ == "I" and start > 0 and doc[start - 1].text != ".":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text != ".":
            end += 1
    return start, end


def _reporting_verb(word: str) -> str | None:
    return speech_verb(word) or naming_verb(word) or thought_verb(word)


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
        if node.dep_ not in _SHARED:
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


def _agent(verb: Token, inside: Sequence[bool]) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((o for o in child.children if o.dep_ == "pobj" and not inside[o.i]), None)
    return None


def _inverted(verb: Token, inside: Sequence[bool]) -> Token | None:
    """A name or pronoun right after the verb ("said Ruiz"), where the parser saw no subject."""
    window = verb.doc[verb.i + 1 : verb.i + 4]
    for token in window:
        if inside[token.i] or token.is_punct:
            return None
        if token.pos_ in ("PROPN", "PRON"):
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
    """ "his call for …", "Holt's promise that …": the possessor speaks."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and not inside[child.i]), None)
    if owner is None:
        return None
    start, end = phrase(owner, inside)
    end = min(end, noun.i)
    if end - start > 1 and noun.doc[end - 1].tag_ == "POS":
        end -= 1
    return Report(start, end, owner.i, noun.i, noun.i + 1, noun.lower_, "possessor")


def _speaker_label(doc: Doc, inside: Sequence[bool]) -> Report | None:
    """A transcript's "HALVORSEN: …" or "Mayor Ana Ruiz: …" at the start of the paragraph."""
    words = list(_leading_name(doc))
    if not words or len(words) > 5 or words[-1].i + 1 >= len(doc) or inside[words[0].i]:
        return None
    colon = doc[words[-1].i + 1]
    if colon.text != ":":
        return None
    return Report(0, words[-1].i + 1, words[-1].i, colon.i, colon.i + 1, ":", "speaker_label")


def _leading_name(doc: Doc) -> Iterable[Token]:
    for token in doc:
        if not (token.is_alpha and (token.is_upper or token.is_title)) and token.text not in (".", "-"):
            return
        yield token
