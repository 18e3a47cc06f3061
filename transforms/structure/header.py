"""What stands above the story: section, headline, subhead, byline, date."""

from collections.abc import Sequence

from transforms.structure.byline import bare_name, byline
from transforms.structure.dateline import dateline, lone_dateline
from transforms.structure.dates import date_line
from transforms.structure.paragraphs import Block
from transforms.structure.shape import folded, is_label, is_prose, is_title, words

_LONGEST_HEADER = 14  # blocks of a plain text that may stand above the story
_LONGEST_CLOSED_HEADLINE = 12  # words; a lead that stands at the top of a bare text is longer
_SHORTEST_HEADLINE = 5  # words, of a headline that has a subhead
SCREENFUL = 20  # blocks of a rendered page between two paragraphs of one story, at most
_REACH = 5  # blocks between a headline and its byline or date


def story_start(blocks: Sequence[Block], kinds: Sequence[str]) -> int:
    """Number of the first block of running text, or of the one that opens with a dateline."""
    for number, block in enumerate(blocks):
        is_story = kinds[number] == "body" and not byline(block.text) and _opens_story(block.text, number)
        if is_story and (number or not _is_closed_headline(blocks)):
            return number
    return next((number for number, kind in enumerate(kinds) if kind == "body" and number), 0)


def page_story_start(blocks: Sequence[Block], kinds: Sequence[str]) -> int:
    """On a rendered page: the first paragraph of the group with the most words, groups being a screenful apart.

    Notes, disclaimers and teasers stand alone among the menus.
    """
    best = start = last = -SCREENFUL - 1
    most = size = 0
    for number, block in enumerate(blocks):
        if kinds[number] != "body" or not is_prose(block.text):
            continue
        if number - last > SCREENFUL:
            start, size = number, 0
        last, size = number, size + words(block.text)
        if size > most:
            best, most = start, size
    return best if best >= 0 else story_start(blocks, kinds)


def plain_header(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> list[str]:
    """Kinds of the blocks above `start` in a text that is nothing but an article."""
    labelled = _own_kinds(blocks, kinds, start)
    free = [number for number, kind in enumerate(labelled) if kind == "body"]
    if not free or (start > _LONGEST_HEADER and len(free) > _LONGEST_HEADER):
        free = free[:1] if start < len(blocks) else []
    has_section = (
        len(free) > 1 and free[0] == 0 and is_label(blocks[0].text) and _is_headline(blocks[free[1]], blocks[0])
    )
    titles = free[1:] if has_section else free
    if has_section:
        labelled[0] = "section"
    if titles and (is_title(blocks[titles[0]].text) or titles[0] == 0):
        labelled[titles[0]] = "headline"
        _label_below(blocks, labelled, titles)
    _label_lone_dateline(blocks, labelled, start)
    return labelled


def page_header(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> list[str]:
    """Kinds of the blocks above `start` on a rendered web page, where most of them are menus."""
    labelled = _own_kinds(blocks, kinds, start)
    headline = _page_headline(blocks, labelled)
    for number in range(start):
        if labelled[number] == "body":
            labelled[number] = (
                "boilerplate" if headline is None else _page_kind(blocks, labelled, number - headline, number)
            )
    return labelled


def _page_headline(blocks: Sequence[Block], labelled: Sequence[str]) -> int | None:
    candidates = [number for number, kind in enumerate(labelled) if kind == "body" and words(blocks[number].text) >= 4]
    best = max(candidates, key=lambda number: _headline_score(blocks, labelled, number), default=None)
    if best is not None and best - 1 in candidates and words(blocks[best - 1].text) >= _SHORTEST_HEADLINE:
        return best - 1  # The longer line below a headline is its subhead.
    return best


def _page_kind(blocks: Sequence[Block], labelled: Sequence[str], below: int, number: int) -> str:
    """Kind of a block that stands `below` blocks under the headline (negative: above it)."""
    text = blocks[number].text
    if below == 0:
        return "headline"
    if below < 0:
        return "boilerplate"
    if bare_name(text) and _near_date(labelled, number):
        return "byline"
    if below == 1 and words(text) > 5:
        return "subhead"
    return "body" if is_prose(text) else "boilerplate"


def _opens_story(text: str, number: int) -> bool:
    return is_prose(text) or (number > 0 and number < _LONGEST_HEADER and dateline(text) is not None)


def _is_closed_headline(blocks: Sequence[Block]) -> bool:
    """The first line is a short sentence with its full stop, and a byline, a dateline or a long paragraph follows."""
    text, below = blocks[0].text, blocks[1].text if len(blocks) > 1 else ""
    if words(text) > _LONGEST_CLOSED_HEADLINE or " said" in text or text[0] in '"“‘':
        return False
    return words(below) >= 2 * _LONGEST_CLOSED_HEADLINE or bool(byline(below) or dateline(below))


def _own_kinds(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> list[str]:
    return [
        kind if kind != "body" else _own_kind(block.text)
        for block, kind in zip(blocks[:start], kinds[:start], strict=True)
    ]


def _own_kind(text: str) -> str:
    if byline(text):
        return "byline"
    return "date" if date_line(text) else "body"


def _is_headline(block: Block, section: Block) -> bool:
    return is_title(block.text) and len(block.text) > len(section.text) and words(block.text) > 1


def _label_below(blocks: Sequence[Block], labelled: list[str], titles: list[int]) -> None:
    """Free lines under the headline: its repeat, a subhead; the rest is left to the story."""
    headline = titles[0]
    for number in titles[1:]:
        if folded(blocks[number].text) == folded(blocks[headline].text):
            labelled[number] = "boilerplate"
        elif number == headline + 1 and words(blocks[number].text) >= 4 and not blocks[number].text.endswith("."):
            labelled[number] = "subhead"
        elif bare_name(blocks[number].text) and _near_date(labelled, number):
            labelled[number] = "byline"


def _label_lone_dateline(blocks: Sequence[Block], labelled: list[str], start: int) -> None:
    last = start - 1
    if last > 0 and labelled[last] in ("body", "subhead") and lone_dateline(blocks[last].text):
        labelled[last] = "dateline"


def _near_date(labelled: Sequence[str], number: int) -> bool:
    return "date" in labelled[max(number - 2, 0) : number + 3]


def _headline_score(blocks: Sequence[Block], labelled: Sequence[str], number: int) -> float:
    """How much a line of a page's head looks like the headline: its length, what follows it, and whether it recurs."""
    count = words(blocks[number].text)
    below = labelled[number + 1 : number + 1 + _REACH]
    followed = ("byline" in below) + ("date" in below)
    near = number / max(len(labelled), 1)
    return min(count, 12) / 6 + 1.5 * followed + near
