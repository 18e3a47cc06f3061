"""Lines of a web page that are not of the story, told by where they stand: link lists and repeats."""

import re
from collections.abc import Sequence
from itertools import accumulate

from transforms.structure.paragraphs import Block
from transforms.structure.shape import folded, is_prose, words

_LIST_TITLES = (
    r"related\b.*|(?:most|top|latest|more|popular|trending|recommended|recent)\b.*|read (?:next|more).*|up next.*",
    r"you (?:may|might) .*|editors?['’]?s? (?:picks?|choice).*|comments?|\d+ comments?.*|leave a .*|join the conversation.*",
    r"about the author.*|tags?:?|filed under.*|explore more.*|topics?|don['’]t miss.*|share this .*|sign up.*",
    r"skip past newsletter.*|join our newsletter|contact the author.*|advertisement|in this (?:story|article)",
    r"from around the web|sponsored.*",
)
_LIST_TITLE = re.compile(f"(?:{'|'.join(_LIST_TITLES)})\\W*", re.IGNORECASE)
_LONGEST_REPEATED = 40  # words
_PARAGRAPH = 20  # words; hardly a teaser is that long
_RESUMES = 12  # words of each of two paragraphs in a row: teasers alternate with titles


def link_lists(blocks: Sequence[Block]) -> set[int]:
    """Numbers of the blocks in lists of links: from a line that opens one (`Most read`) until the story resumes.

    A list that would take in half of the document's prose is no list: only its opening line is then one.
    """
    listed: set[int] = set()
    prose = list(accumulate((is_prose(block.text) for block in blocks), initial=0))
    position = 0
    while position < len(blocks):
        text = blocks[position].text
        if len(text) <= 60 and _LIST_TITLE.fullmatch(text):
            end = _resumption(blocks, position + 1)
            listed.update(range(position, end if 2 * prose[end] - 2 * prose[position] < prose[-1] else position + 1))
            position = end
        position += 1
    return listed


def repeated(blocks: Sequence[Block]) -> set[int]:
    """Numbers of the blocks of less than 40 words whose words stand elsewhere in the document as well (menus, buttons, teasers, calls)."""
    first: dict[str, int] = {}
    again: set[int] = set()
    for number, block in enumerate(blocks):
        if words(block.text) >= _LONGEST_REPEATED:
            continue
        key = folded(block.text[:200])
        if key in first:
            again.update((first[key], number))
        else:
            first[key] = number
    return again


def _resumption(blocks: Sequence[Block], start: int) -> int:
    """Number of the next block that is story again: a long paragraph, or the first of two in a row."""
    for number in range(start, len(blocks)):
        following = blocks[number + 1].text if number + 1 < len(blocks) else ""
        size = words(blocks[number].text) if is_prose(blocks[number].text) else 0
        if size >= _PARAGRAPH or (size >= _RESUMES and is_prose(following) and words(following) >= _RESUMES):
            return number
    return len(blocks)
