"""What stands on the page besides names: marked stretches, unnamed persons, and subjects that are pronouns or roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.marks import quoted_runs
from transforms.quotation.roles import PERSON_HEADS
from transforms.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(("he", "she"))
_TELLING = PERSON_HEADS | _PRONOUNS
_WORD = re.compile(r"[^\W\d_]+")
_DEFINITE = frozenset(("the", "that", "this"))
_INDEFINITE = frozenset(("a", "an", "one", "another"))
_MARKS = ("”", '"', "’", "'", "»")
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NEW = frozenset(("nsubj", "nsubjpass", "pobj", "dobj"))  # parts of a clause that bring somebody in
_OBJECTS = frozenset(("dobj", "dative", "iobj"))
_LAST_SENTENCE = 500  # code points within which the article's last sentence ends
_BESIDE = 4  # code points between a role and the name that it belongs to


@dataclass(frozen=True, slots=True)
class Actor:
    """A subject outside marks that is a pronoun or a role phrase; `position` is its head's offset in the article."""

    position: int
    paragraph: Paragraph
    head: Token


@dataclass(frozen=True, slots=True)
class Stage:
    """Of an article, in order of the text: starts of paragraphs and of sentences, marked stretches (offsets between the marks),
    subjects that are no names, and unnamed persons by head noun ("an official": "official").

    `parts` says for the start of a person's name, outside marks, which part of its clause it is; `contexts`, for a pronoun that
    is a subject, where it stands: `tag` after what is reported ("…," he said), `start` of a sentence, or `inner`.
    """

    paragraphs: tuple[int, ...]
    sentences: tuple[int, ...]
    marked: tuple[tuple[int, int], ...]
    actors: tuple[Actor, ...]
    unnamed: dict[str, list[int]]
    parts: dict[int, str]
    contexts: dict[int, str]

    def is_marked(self, position: int) -> bool:
        """Whether an offset stands inside quotation marks."""
        index = bisect_right(self.marked, (position, 1 << 60)) - 1
        return index >= 0 and position < self.marked[index][1]

    def marked_before(self, position: int) -> tuple[int, int] | None:
        """The last marked stretch that begins before an offset."""
        index = bisect_left(self.marked, (position, 0)) - 1
        return self.marked[index] if index >= 0 else None

    def sentence_start(self, position: int) -> int:
        """Where the sentence that an offset stands in starts; the offset itself where there is none."""
        index = self.sentence_of(position)
        return self.sentences[index] if index >= 0 else position

    def sentence_end(self, position: int) -> int:
        """Where the sentence that an offset stands in ends."""
        index = bisect_right(self.sentences, position)
        return self.sentences[index] if index < len(self.sentences) else position + _LAST_SENTENCE

    def paragraph_of(self, position: int) -> int:
        """Number of the paragraph that an offset stands in."""
        return bisect_right(self.paragraphs, position) - 1

    def sentence_of(self, position: int) -> int:
        """Number of the sentence that an offset stands in, counted over the article."""
        return bisect_right(self.sentences, position) - 1

    def last_unnamed(self, head: str, position: int) -> int | None:
        """Where an unnamed person was last called by this noun before an offset."""
        places = self.unnamed.get(head, [])
        index = bisect_left(places, position) - 1
        return places[index] if index >= 0 else None


def stage(paragraphs: Sequence[Paragraph], people: Sequence[Mention]) -> Stage:
    """Read the paragraphs once; `people` are the persons' names in order of the text."""
    starts = [mention.char_start for mention in people]
    marked: list[tuple[int, int]] = []
    actors: list[Actor] = []
    sentences: list[int] = []
    parts: dict[int, str] = {}
    unnamed: dict[str, list[int]] = defaultdict(list)
    for paragraph in paragraphs:
        offset, text = paragraph.char_start, paragraph.text
        runs = [(offset + run.start, offset + run.end) for run in quoted_runs(text, 0, len(text))]
        marked.extend(runs)
        inside = people[bisect_left(starts, offset) : bisect_left(starts, offset + len(text))]
        parts.update((name.char_start, _part(paragraph, name)) for name in inside)
        sentences.extend(offset + sentence.start_char for sentence in paragraph.doc.sents)
        for token in _outside(paragraph, runs):
            if _is_actor(token, paragraph.parsed):
                actors.append(Actor(offset + token.idx, paragraph, token))
            elif paragraph.parsed and _is_newcomer(token) and not _named(token, offset, starts):
                unnamed[token.lower_].append(offset + token.idx)
    return Stage(
        tuple(paragraph.char_start for paragraph in paragraphs),
        tuple(sorted(sentences)),
        tuple(sorted(marked)),
        tuple(actors),
        unnamed,
        parts,
        {actor.position: _context(actor) for actor in actors},
    )


def _part(paragraph: Paragraph, name: Mention) -> str:
    """Part of its clause that a name is: `subject`, `owner_of_subject`, `owner`, `object`, `oblique`, `modifier` or `other`."""
    offset = paragraph.char_start
    span = paragraph.doc.char_span(name.char_start - offset, name.char_end - offset, alignment_mode="expand")
    if span is None or not paragraph.parsed:
        return "unknown"
    root = span.root
    while root.dep_ in ("appos", "conj") and root.head.i < root.i:
        root = root.head
    if root.dep_ == "poss":
        return "owner_of_subject" if root.head.dep_ in _SUBJECTS else "owner"
    if root.dep_ in _SUBJECTS:
        return "subject"
    if root.dep_ in _OBJECTS:
        return "object"
    return {"pobj": "oblique", "compound": "modifier", "nmod": "modifier"}.get(root.dep_, "other")


def _context(actor: Actor) -> str:
    """`tag` when the pronoun's verb follows what it reports, `start` of a sentence, or `inner`."""
    head, text = actor.head, actor.paragraph.text
    before = text[: head.idx].rstrip()[-1:]
    verb = head.head
    if before in _MARKS or any(child.dep_ == "ccomp" and child.i < head.i for child in verb.lefts):
        return "tag"
    if head.is_sent_start or before in ("", ".", "!", "?", ":", ";"):
        return "start"
    return "inner"


def _outside(paragraph: Paragraph, runs: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """The tokens outside marks that are pronouns or nouns for persons; words are looked for in the text, which is quicker."""
    waiting = iter(runs)
    run = next(waiting, None)
    for word in _WORD.finditer(paragraph.text):
        if word.group().lower() not in _TELLING:
            continue
        position = paragraph.char_start + word.start()
        while run is not None and position >= run[1]:
            run = next(waiting, None)
        span = paragraph.doc.char_span(*word.span()) if run is None or position < run[0] else None
        if span is not None and len(span) == 1:
            yield span[0]


def _is_actor(token: Token, parsed: bool) -> bool:
    if token.lower_ in _PRONOUNS:
        return token.dep_ in _SUBJECTS if parsed else bool(token.is_sent_start)
    if not parsed or token.dep_ not in _SUBJECTS or token.lower_ not in PERSON_HEADS:
        return False
    return any(child.lower_ in _DEFINITE for child in token.lefts)


def _is_newcomer(token: Token) -> bool:
    if token.dep_ not in _NEW or token.lower_ not in PERSON_HEADS:
        return False
    return any(child.lower_ in _INDEFINITE for child in token.lefts)


def _named(token: Token, offset: int, starts: Sequence[int]) -> bool:
    """Whether a person's name stands right after the noun."""
    end = offset + token.idx + len(token)
    index = bisect_left(starts, end)
    return index < len(starts) and starts[index] - end <= _BESIDE
