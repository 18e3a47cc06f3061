"""The head of a rendered web page: where its story begins and ends, and what of the lines above is the article's."""

import re
from collections.abc import Sequence

from transforms.structure import header
from transforms.structure.byline import byline
from transforms.structure.dates import is_date_line
from transforms.structure.paragraphs import Block
from transforms.structure.shape import is_prose, words

SCREENFUL = 20  # blocks between two paragraphs of one story, at most
_SHORTEST_HEADLINE = 5  # words, of a headline that has a subhead
_FEWEST_RESUMED = 3  # paragraphs of a story that goes on below a list of links
_SHARED_NAMES = 0.34
_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’\-]{3,}")
_FIRST_PARAGRAPHS = 12  # blocks from the start of the story on
_SAMPLE = 600  # characters
_HEADER_REACH = 12  # lines from a standfirst to the byline and the date under it
_MOST_STANDFIRSTS = 2
_REACH = 5  # blocks between a headline and its byline or date


def story_start(blocks: Sequence[Block], kinds: Sequence[str]) -> int:
    """On a rendered page: the first paragraph of the story, under the byline and the date."""
    groups = _story_groups(blocks, kinds)
    return _below_byline(blocks, kinds, groups[0][0]) if groups else header.story_start(blocks, kinds)


def story_end(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int:
    """On a rendered page: the last paragraph of the story that begins at `start`."""
    groups = _story_groups(blocks, kinds)
    return max(groups[-1][-1], start) if groups else start


def _story_groups(blocks: Sequence[Block], kinds: Sequence[str]) -> list[list[int]]:
    """The paragraphs of the story, in groups a screenful apart: the group with the most words, and those of its matter.

    Notes, disclaimers and teasers stand alone among the menus, and speak of something else.
    """
    groups: list[list[int]] = []
    for number, block in enumerate(blocks):
        if kinds[number] == "body" and is_prose(block.text):
            if not groups or number - groups[-1][-1] > SCREENFUL:
                groups.append([])
            groups[-1].append(number)
    if len(groups) < 2:
        return groups
    main = max(groups, key=lambda group: sum(words(blocks[n].text) for n in group))
    matter = {word for n in main for word in _names(blocks[n].text)}
    return [group for group in groups if group is main or _is_of(blocks, group, matter)]


def _is_of(blocks: Sequence[Block], group: Sequence[int], matter: set[str]) -> bool:
    """The group is no teaser alone, and its paragraphs name what the story names."""
    named = {word for n in group for word in _names(blocks[n].text)}
    return len(group) >= _FEWEST_RESUMED and len(named & matter) >= _SHARED_NAMES * len(named) > 0


def _names(text: str) -> list[str]:
    """The capitalised words of a paragraph but the first."""
    return _CAPITALISED.findall(text, text.find(" ") + 1)


def _below_byline(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int:
    """Number of the first paragraph under the byline and the date, when those stand below `start`.

    What looks like a paragraph above them is the standfirst, or a picture's caption: two of them at most.
    """
    found, prose = start, 0
    for number in range(start, min(start + _HEADER_REACH, len(blocks) - 1)):
        text = blocks[number].text
        if kinds[number] == "body" and is_prose(text) and not byline(text):
            prose += 1
            if prose > _MOST_STANDFIRSTS + 1:
                break
        elif prose <= _MOST_STANDFIRSTS and _is_header_line(text):
            found = number + 1
    if found == start:
        return start
    rest = range(found, min(found + SCREENFUL, len(blocks)))
    return next((n for n in rest if kinds[n] == "body" and is_prose(blocks[n].text)), start)


def _is_header_line(text: str) -> bool:
    return bool(byline(text)) or is_date_line(text)


def head_kinds(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> list[str]:
    """Kinds of the blocks above `start` on a rendered web page, where most of them are menus."""
    labelled = header.own_kinds(blocks, kinds, start)
    headline = _page_headline(blocks, labelled)
    if headline == 1 and header.is_section(blocks[0].text, blocks[1].text):
        labelled[0] = "section"
    for number in range(start):
        if labelled[number] == "body":
            labelled[number] = "boilerplate" if headline is None else _page_kind(blocks, labelled, headline, number)
    return labelled


def _page_headline(blocks: Sequence[Block], labelled: Sequence[str]) -> int | None:
    candidates = [number for number, kind in enumerate(labelled) if kind == "body" and words(blocks[number].text) >= 4]
    best = max(candidates, key=lambda number: _headline_score(blocks, labelled, number), default=None)
    if best is not None and best - 1 in candidates and words(blocks[best - 1].text) >= _SHORTEST_HEADLINE:
        return best - 1  # The longer line below a headline is its subhead.
    return best


def _page_kind(blocks: Sequence[Block], labelled: Sequence[str], headline: int, number: int) -> str:
    """Kind of a block of the head that says nothing by itself."""
    text, below = blocks[number].text, number - headline
    if below == 0:
        return "headline"
    if below < 0:
        return "boilerplate"
    if header.is_signature(blocks, labelled, headline, number):
        return "byline"
    if below == 1 and words(text) > 5:
        return "subhead"
    return "body" if is_prose(text) else "boilerplate"


def _headline_score(blocks: Sequence[Block], labelled: Sequence[str], number: int) -> float:
    """How much a line of a page's head looks like the headline: its length, what follows it, and whether it recurs."""
    count = words(blocks[number].text)
    below = labelled[number + 1 : number + 1 + _REACH]
    followed = ("byline" in below) + ("date" in below)
    near = number / max(len(labelled), 1)
    return min(count, 12) / 6 + 1.5 * followed + near + 2 * _shared(blocks, labelled, number)


def _shared(blocks: Sequence[Block], labelled: Sequence[str], number: int) -> float:
    """Share of the longer words of a line that the first paragraphs of the story print too."""
    below = blocks[len(labelled) : len(labelled) + _FIRST_PARAGRAPHS]
    story = {word for block in below for word in _long_words(block.text)}
    found = _long_words(blocks[number].text)
    return sum(word in story for word in found) / max(len(found), 1)


def _long_words(text: str) -> list[str]:
    return [word.strip(".,:;!?\"'“”‘’()") for word in text[:_SAMPLE].casefold().split() if len(word) > 4]
