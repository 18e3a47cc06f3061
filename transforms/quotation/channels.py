"""The channel of a report: where, or through what, a thing was said ("in a statement", "at a news conference", "tweeted").

Only what hangs on the report counts: phrases of the cue, of a verb that the cue goes on from ("appeared on CNN, saying"),
of what it is said to ("told reporters at …"), and the cue or the speaker itself where they are a document. An interview
that the sentence merely mentions is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from transforms.quotation.channel_words import (
    PARTS,
    PLAIN,
    channel_of_noun,
    channel_of_verb,
    channel_with_company,
    is_station,
    leads_to,
)
from transforms.quotation.cues import speech_verb
from transforms.quotation.phrases import HYPHENS

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[str, "Token"]  # a word of schema.CHANNELS, and the noun or verb that names it
_MODIFIERS = frozenset(("compound", "amod", "nmod", "poss"))
_THROUGH = frozenset(("dobj", "dative", "npadvmod", "prep", "pobj"))  # what a phrase may hang on, below the cue
_PLACING = frozenset("in at on during to with by".split())  # not "after a speech in …"
_ASIDE = frozenset(("nsubj", "appos", "attr"))  # an inverted speaker: "said Ruiz, the mayor, in a statement"
_GOES_ON = frozenset(("conj", "advcl", "xcomp"))
# Participles that say on what occasion: "speaking at a rally, Ruiz said", "reached by phone, Ruiz said".
_ON_OCCASION = frozenset(
    """speaking appearing talking writing testifying addressing posting campaigning reached contacted interviewed asked pressed
    questioned confronted""".split()
)
_OWN_SENTENCE = frozenset(("advcl", tag) for tag in ("VBD", "VBZ", "VBP"))  # "he was booed at the rally when he said"
_GATHERED = frozenset("meeting speech testimony press_conference debate broadcast".split())
_APPEARED = frozenset("appeared appears spoke speaks addressed".split())
_ISSUING = frozenset(
    """issued issue issues issuing released release releases releasing published publish posted post posts sent send sends
    wrote write writes gave give gives made make makes delivered delivers""".split()
)
_RELATIVE = frozenset(("that", "which"))
_MENTIONING = frozenset(
    "made make gave given give sent received got read issued wrote written put posted appeared used".split()
)
_IN_NAMES = frozenset(
    ("post", "journal", "review", "report", "court", "forum", "program", "programme")
)  # "the Harbour Post"
_TAIL = 8  # tokens from a phrase that the parser hung astray to the end of its clause
_CLIMB = 12  # steps from such a phrase up to the cue
_MOST = 24  # phrases of a verb that are looked at
_DEPTH = 4  # steps from the cue to a phrase


def channel(cue: Token, speaker: Token | None, inside: Sequence[bool]) -> Found | None:
    """The channel of the report with this cue, if printed; `speaker` is the head of a speaker that is a document."""
    for preposition in (*_prepositions(cue), *_astray(cue)):
        if not inside[preposition.i] and (found := _of_phrase(preposition, inside)):
            return found
    lemma = speech_verb(cue.text)
    if lemma and (name := channel_of_verb(lemma)):
        return name, cue
    own = [cue] if any(child.dep_ in ("poss", "det") for child in cue.children) else []
    nouns = [*own, *([speaker] if speaker is not None else []), *_near(cue)]
    return next((found for noun in nouns if not inside[noun.i] and (found := _of_noun(noun))), None)


def _prepositions(cue: Token) -> Iterator[Token]:
    """Prepositions that hang on the cue, those after it first, then those of the verb that it goes on from."""
    yield from sorted(islice(_below(cue, 0), _MOST), key=lambda token: (token.i < cue.i, token.i))
    node = cue
    for _ in range(_DEPTH):
        if (
            node.dep_ not in _GOES_ON
            or node.head.pos_ not in ("VERB", "AUX")
            or (node.dep_, node.tag_) in _OWN_SENTENCE
        ):
            return
        # "At a rally, she thanked them and said", but not "she said at a rally that … and told …".
        fronted_only, node = node.dep_ == "conj" and node.head.lower_ not in _APPEARED, node.head
        yield from (found for found in islice(_below(node, 0), _MOST) if found.i < node.i or not fronted_only)


def _below(node: Token, depth: int) -> Iterator[Token]:
    for child in node.children:
        if child.dep_ == "prep" or child.pos_ == "ADP":
            yield child
        if depth == _DEPTH:
            continue
        if (child.dep_ in _THROUGH and (child.dep_ != "prep" or child.lower_ in _PLACING)) or (
            child.dep_ in ("advcl", "acl") and child.lower_ in _ON_OCCASION
        ):
            yield from _below(child, depth + 1)
        elif child.dep_ in _ASIDE and child.i > node.i:
            yield from filter(_is_plain, _below(child, depth + 1))
        elif child.dep_ == "nsubj":
            yield from (
                p for c in child.children if c.dep_ == "acl" and c.lower_ in _ON_OCCASION for p in _below(c, depth + 1)
            )


def _of_phrase(preposition: Token, inside: Sequence[bool]) -> Found | None:
    noun = _object(preposition)
    if noun is not None and noun.lower_ in PARTS:
        noun = next((_object(child) for child in noun.children if child.dep_ == "prep"), None)
    if noun is None:
        return None
    if preposition.lower_ == "on" and (station := _station(noun, inside)):
        return "broadcast", station
    found = _of_noun(noun)
    named = found is not None and not inside[noun.i] and leads_to(preposition.text, found[0], noun.text)
    return found if named else None


def _object(preposition: Token) -> Token | None:
    """The noun of a phrase; the parser may take "e-mail" for two."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is not None and noun.i + 2 < len(noun.doc) and noun.nbor().text in HYPHENS:
        return noun.nbor(2)
    return noun


def _astray(cue: Token) -> Iterator[Token]:
    """Prepositions of plain channels that the parser hung on what was said: "said it was over in a statement"."""
    for clause in cue.children:
        if clause.dep_ == "ccomp" and clause.i > cue.i:
            end = clause.right_edge.i + 1
            for token in cue.doc[max(clause.i, end - _TAIL) : end]:
                if token.dep_ == "prep" and _is_plain(token) and not _told_of(token, cue):
                    yield token


def _is_plain(preposition: Token) -> bool:
    """Whether the phrase brings in a plain channel: "in a statement", "on Twitter", not "in that interview"."""
    noun = _object(preposition)
    found = _of_noun(noun) if noun is not None else None
    return found is not None and found[0] in PLAIN and _is_new(found[1])


def _told_of(preposition: Token, cue: Token) -> bool:
    """Whether between the phrase and the cue stands another verb that may have used the channel."""
    node = preposition
    for _ in range(_CLIMB):
        node = node.head
        if node == cue:
            return False
        if speech_verb(node.text) is not None or node.lower_ in _MENTIONING:
            return True
    return True


def _is_new(noun: Token) -> bool:
    determiners = [child.lower_ for child in noun.children if child.dep_ in ("det", "poss")]
    return all(word in ("a", "an") for word in determiners)


def _station(noun: Token, inside: Sequence[bool]) -> Token | None:
    """ "on CNN", "on Fox News", "on ABC’s “This Week”": the station's name."""
    near = [noun, *(child for child in noun.children if child.dep_ in _MODIFIERS)]
    return next((token for token in near if is_station(token.text) and not inside[token.i]), None)


def _of_noun(noun: Token) -> Found | None:
    if noun.ent_type_ == "ORG" and noun.lower_ in _IN_NAMES:
        return None
    modifiers = [child.text for child in noun.lefts if child.dep_ in _MODIFIERS]
    if noun.i > 1 and noun.nbor(-1).text in HYPHENS:  # e-mail, op-ed
        modifiers.append(noun.nbor(-2).text)
    name = channel_of_noun(noun.text, modifiers)
    if name is None and any(child.lower_ == "with" for child in noun.children):
        name = channel_with_company(noun.text)
    return (name, noun) if name else None


def _near(cue: Token) -> Iterator[Token]:
    """ "a statement saying …", "issued a statement, saying …", "told a hearing …": nouns that may be the channel."""
    if cue.dep_ == "acl" or (cue.dep_ == "relcl" and any(child.lower_ in _RELATIVE for child in cue.children)):
        yield cue.head
    elif cue.dep_ in _GOES_ON and cue.head.lower_ in _ISSUING:
        yield from (child for child in cue.head.children if child.dep_ == "dobj")
    if speech_verb(cue.text) == "tell":
        told = [child for child in cue.children if child.dep_ in ("dobj", "dative") and child.pos_ == "NOUN"]
        yield from (noun for noun in told if (found := _of_noun(noun)) and found[0] in _GATHERED)
