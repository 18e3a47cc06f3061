"""The framing of quotes: the channel and the addressee that stand in the sentence of the cue, outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transforms.language.pipeline import Paragraph
from transforms.quotation.addressees import addressee
from transforms.quotation.cast import Cast
from transforms.quotation.channels import channel
from transforms.quotation.marks import quoted_runs
from transforms.quotation.phrases import HYPHENS, phrase
from transforms.records import Addressee, Channel, Quote, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEFT_PARTS = frozenset(("compound", "det", "amod", "poss", "nummod", "nmod"))
_MOST_LEFT = 8  # tokens of a channel's phrase before its noun


@dataclass(frozen=True, slots=True)
class _Page:
    """A paragraph with, for each of its tokens, whether it stands inside quotation marks."""

    paragraph: Paragraph
    inside: Sequence[bool]

    def token(self, position: int) -> Token | None:
        """The token at an offset of the article; None outside the paragraph."""
        offset = position - self.paragraph.char_start
        if not 0 <= offset < len(self.paragraph.text):
            return None
        span = self.paragraph.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of a span of tokens, in the article."""
        first, last = self.paragraph.doc[start], self.paragraph.doc[end - 1]
        return self.paragraph.char_start + first.idx, self.paragraph.char_start + last.idx + len(last)


def framed(quotes: Sequence[Quote], paragraphs: Sequence[Paragraph], members: Cast) -> tuple[Quote, ...]:
    """The quotes with the channel and the addressee that each cue's sentence prints; one without a cue stays as it is."""
    starts = [paragraph.char_start for paragraph in paragraphs]
    pages: dict[int, _Page] = {}
    found = []
    for quote in quotes:
        number = bisect_right(starts, quote.cue[0]) - 1 if quote.cue else -1
        if number < 0 or not paragraphs[number].parsed:
            found.append(quote)
            continue
        if number not in pages:
            pages[number] = _Page(paragraphs[number], _inside(paragraphs[number]))
        found.append(_framed(quote, pages[number], members))
    return tuple(found)


def _inside(paragraph: Paragraph) -> list[bool]:
    inside = [False] * len(paragraph.doc)
    runs = quoted_runs(paragraph.text, 0, len(paragraph.text))
    starts = [token.idx for token in paragraph.doc] if runs else []
    for run in runs:
        first, last = bisect_left(starts, run.start), bisect_left(starts, run.end)
        inside[first:last] = [True] * (last - first)
    return inside


def _framed(quote: Quote, page: _Page, members: Cast) -> Quote:
    cue, speaker = _cue(quote, page), _speaker(quote, page)
    if cue is None:
        return quote
    document = speaker if quote.speaker.kind == "document" else None
    medium = channel(cue, document, page.inside)
    hearer = addressee(cue, medium[1] if medium else None, page.inside)
    return replace(
        quote,
        channel=_channel(medium, page) if medium else None,
        addressee=_addressee(hearer, quote, (page, members)) if hearer is not None else None,
    )


def _cue(quote: Quote, page: _Page) -> Token | None:
    """The cue's token; of a colon, the verb before it ("Ruiz fired back in a tweet: “…”")."""
    cue = page.token(quote.cue[0]) if quote.cue else None
    if cue is None or not cue.is_punct:
        return cue
    speaker = _speaker(quote, page)
    verb = speaker.head if speaker is not None and speaker.dep_.startswith("nsubj") else None
    return verb if verb is not None and verb.i < cue.i else None


def _speaker(quote: Quote, page: _Page) -> Token | None:
    """The head of the speaker's phrase."""
    start, end = quote.speaker.char_start, quote.speaker.char_end
    if start is None or end is None:
        return None
    first, last = page.token(start), page.token(end - 1)
    return page.paragraph.doc[first.i : last.i + 1].root if first is not None and last is not None else None


def _channel(medium: tuple[str, Token], page: _Page) -> Channel:
    """The channel with the span of its noun and what stands before it: "a written statement", "Holt’s tweet", "an e-mail"."""
    name, noun = medium
    hyphened = noun.i > 1 and noun.nbor(-1).text in HYPHENS
    start = noun.i - 2 if hyphened else noun.i
    for node in (noun, noun.doc[start]) if noun.pos_ != "VERB" else ():
        for left in reversed(list(node.lefts)):
            if left.i >= start:
                continue
            if left.dep_ not in _LEFT_PARTS or page.inside[left.i] or noun.i - left.left_edge.i > _MOST_LEFT:
                break
            start = left.left_edge.i
    return Channel(name, *page.offsets(start, noun.i + 1))


def _addressee(hearer: Token, quote: Quote, place: tuple[_Page, Cast]) -> Addressee | None:
    page, members = place
    start, end = page.offsets(*phrase(hearer, page.inside))
    if _overlaps(quote.speaker, start, end):
        return None
    offset = page.paragraph.char_start
    beside = [child for child in hearer.children if child.dep_ == "appos"]  # "told the mayor, Ana Ruiz"
    named = next(filter(None, (members.named_at(offset + token.idx) for token in (hearer, *beside))), None)
    return Addressee(page.paragraph.text[start - offset : end - offset], start, end, named.name_id if named else None)


def _overlaps(speaker: Speaker, start: int, end: int) -> bool:
    if speaker.char_start is None or speaker.char_end is None:
        return False
    return start < speaker.char_end and speaker.char_start < end
