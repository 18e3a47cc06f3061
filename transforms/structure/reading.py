"""The articles of a document as they are read: blocks, their kinds and what is cut off them, before anything is a field."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.language.identify import identify
from transforms.records import Segment
from transforms.structure.cut import Opening, SignedOff, opening, segments, sign_offs
from transforms.structure.dates import day_and_month
from transforms.structure.labels import label
from transforms.structure.paragraphs import Block, paragraphs
from transforms.structure.recurring import fingerprint
from transforms.structure.shape import folded, is_prose, is_sentence, words
from transforms.structure.split import articles
from transforms.structure.wire_header import header_lines
from transforms.structure.year import Inferred, infer_year

_LANGUAGE_SAMPLE = 400  # characters, as many as identify reads
_FEWEST_WORDS = 12  # of a line without an end that is no headline


class Reading(NamedTuple):
    """One article: its blocks with their kinds, what was cut off them, and what was concluded from the whole."""

    blocks: Sequence[Block]
    kinds: Sequence[str]
    head: Opening | None
    ends: tuple[SignedOff, ...]
    segments: tuple[Segment, ...]
    inferred: Inferred | None
    language: str


def readings(text: str, recurring: frozenset[str]) -> list[Reading] | str:
    """The articles of a text in order, or in words why there is none; lines with these fingerprints are boilerplate.

    Together their segments hold every character that is not white space: a part without a story of its own goes to the
    article before it, or the first one after it, as boilerplate.
    """
    blocks = paragraphs(text)
    if not blocks:
        return "nothing but white space"
    parts = [[blocks[number] for number in numbers] for numbers in articles(text, blocks)]
    found = [_read(text, part, _kinds(part, recurring)) for part in parts]
    if len(parts) > 1 and any(isinstance(one, str) for one in found):
        found = [_read(text, *joined) for joined in _joined(found, parts)]
    good = [one for one in found if isinstance(one, Reading)]
    return good if len(good) == len(found) else next(one for one in found if isinstance(one, str))


def _kinds(blocks: Sequence[Block], recurring: frozenset[str]) -> list[str]:
    """The lines of wires and exports are what their form says; the others are labelled as if those were not there.

    So are the lines that recur, unless they are all there is.
    """
    known = header_lines(blocks)
    if recurring:
        known |= {n: "boilerplate" for n, block in enumerate(blocks) if fingerprint(block.text) in recurring}
    unknown = [number for number in range(len(blocks)) if known.get(number, "body") == "body"]
    if len(unknown) == len(blocks) or not unknown:
        return label(blocks)
    kinds = [known.get(number, "body") for number in range(len(blocks))]
    titled = "headline" in kinds
    for number, kind in zip(unknown, label([blocks[number] for number in unknown]), strict=True):
        kinds[number] = "boilerplate" if kind == "headline" and titled else kind
    return kinds


def _read(text: str, blocks: Sequence[Block], kinds: Sequence[str]) -> Reading | str:
    if "body" not in kinds:
        return f"none of {len(blocks)} lines is a paragraph of a story"
    head = opening(blocks, kinds)
    ends = sign_offs(blocks, kinds, _printed(blocks, head, "agency"))
    ends = tuple(end for end in ends if head is None or not _is_inside(end, blocks[head.number], head))
    cut = segments(blocks, kinds, head, ends)
    body = [segment for segment in cut if segment.kind == "body"]
    nothing = _no_story(text, cut, body)
    if nothing:
        return nothing
    month_and_day = day_and_month(_printed(blocks, head, "date") or "")
    story = text, body[0].char_start, body[-1].char_end
    inferred = infer_year(*month_and_day, story) if month_and_day else None
    return Reading(blocks, kinds, head, ends, cut, inferred, identify(_opening_words(text, body)))


def _is_inside(end: SignedOff, block: Block, head: Opening) -> bool:
    """What was taken for a sign-off is the dateline: a paragraph of `(Reuters)` alone."""
    return end.number == head.number and end.start < block.start + head.dateline.end


def _no_story(text: str, cut: Sequence[Segment], body: Sequence[Segment]) -> str | None:
    """Why the body is no story: nothing is left of it, it repeats the headline, or it is one line that could be one."""
    if not body:
        return "nothing but a dateline and a sign-off"
    if len(body) > 2 or body[-1].char_end - body[0].char_start > 2 * _LANGUAGE_SAMPLE:
        return None
    lines = [text[segment.char_start : segment.char_end] for segment in body]
    headline = next((text[one.char_start : one.char_end] for one in cut if one.kind == "headline"), "")
    if headline and all(folded(headline).startswith(folded(line.rstrip(".…"))) for line in lines):
        return "the body only repeats the headline"
    line = lines[0]
    is_story = (
        is_prose(line)
        or is_sentence(line)
        or words(line) >= _FEWEST_WORDS
        or any(one.kind == "dateline" for one in cut)
    )
    if len(lines) > 1 or is_story:
        return None
    size = f"{words(line)} words" if words(line) > 1 else "one word"
    return f"a line of {size} without an end" + (" under a headline" if headline else ", which may be a headline")


def _joined(
    found: Sequence[Reading | str], parts: Sequence[Sequence[Block]]
) -> Iterator[tuple[list[Block], list[str]]]:
    """The blocks and kinds of the articles: parts without a story follow the one before, or lead in the first one."""
    blocks: list[Block] = []
    kinds: list[str] = []
    for one, part in zip(found, parts, strict=True):
        if isinstance(one, Reading) and not {"boilerplate"}.issuperset(kinds):
            yield blocks, kinds
            blocks, kinds = [], []
        blocks.extend(part)
        kinds.extend(one.kinds if isinstance(one, Reading) else ["boilerplate"] * len(part))
    yield blocks, kinds


def _printed(blocks: Sequence[Block], head: Opening | None, part: str) -> str | None:
    span = head.dateline.parts.get(part) if head else None
    return blocks[head.number].text[span[0] : span[1]] if head and span else None


def _opening_words(text: str, body: Sequence[Segment]) -> str:
    """The first paragraphs of the story, enough to tell the language by."""
    parts: list[str] = []
    for segment in body:
        parts.append(text[segment.char_start : segment.char_end][:_LANGUAGE_SAMPLE])
        if sum(map(len, parts)) >= _LANGUAGE_SAMPLE:
            break
    return " ".join(parts)
