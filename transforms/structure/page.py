"""A rendered web page: which of its lines are the article's, among menus, teasers, calls to the reader and comments."""

import re
from collections.abc import Sequence

from transforms.structure import boilerplate, interface, page_header
from transforms.structure.paragraphs import Block
from transforms.structure.shape import folded, is_crosshead, is_prose, is_sentence, is_shouted, mostly_digits, words

_SHORTEST_PAGE = 15  # lines
_SCRAPS, _SCRAPS_OF_MARKED = 0.5, 0.12  # of its lines
_FEWEST_CUES = 4
_SHORTEST_INNER = 4  # words of a line between the paragraphs of a page that is no sentence and yet story
_SHORTEST_TABLE = 4  # lines
_FEWEST_TEASERS = 3
_COLUMNS = 3
_LEAST_STORY = 4  # paragraphs
_LONGEST_STAMP = 60  # characters
_LONGEST_CAPTION = 25  # words
_FEWEST_ALTERNATE = 6  # lines
_CLOSE = 3  # lines between a picture's caption and the words for those who do not see it
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_AGO = re.compile(
    rf"\b{_COUNT} ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?) ago\b|\bjust now\b",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(
    r"[—–-] ?[^@\n]{2,60}\(@\w{2,30}\).{0,40}"
)  # Under an embedded post: its author's name and handle.


def page_kinds(blocks: Sequence[Block], kinds: Sequence[str]) -> list[str] | None:
    """A kind for every block of a rendered web page; None when the document is none, or has lines that were wrapped.

    `kinds` holds what the lines say by their own words, and `body` elsewhere.
    """
    if len(blocks) < _SHORTEST_PAGE or any("\n" in block.text for block in blocks):
        return None
    scraps = sum(words(text) <= 9 and not is_sentence(text) and not mostly_digits(text) for _, _, text in blocks)
    if scraps < _SCRAPS_OF_MARKED * len(blocks):
        return None
    marked, alternates = _with_calls(blocks, kinds), _alternate_texts(blocks)
    cues = len(_cues(blocks, marked)) + (len(alternates) >= _FEWEST_ALTERNATE)
    # Half of the lines are a few words without an end, or four say that they are boilerplate; or a good share of both.
    if scraps / (_SCRAPS * len(blocks)) + cues / _FEWEST_CUES < 1:
        return None
    listed = boilerplate.link_lists(blocks) | alternates
    return _labelled(blocks, marked, ["boilerplate" if n in listed else kind for n, kind in enumerate(marked)])


def _labelled(blocks: Sequence[Block], marked: Sequence[str], story: list[str]) -> list[str]:
    """The kinds of a page's blocks, of which `story` leaves out the lists of links."""
    start = page_header.story_start(blocks, story)
    labelled = page_header.head_kinds(blocks, marked, start) + story[start:]
    last = _story_end(blocks, labelled, start)
    again = boilerplate.repeated(blocks)
    for number in range(start, len(blocks)):
        if labelled[number] == "body":
            labelled[number] = _inner_kind(blocks, number, (start, last), again)
    return labelled


def _cues(blocks: Sequence[Block], marked: Sequence[str]) -> set[str]:
    """The different lines that say by their own words that they are boilerplate."""
    return {folded(block.text[:40]) for block, kind in zip(blocks, marked, strict=True) if kind == "boilerplate"}


def _with_calls(blocks: Sequence[Block], kinds: Sequence[str]) -> list[str]:
    """Lines that speak to the reader of the page, and stamps such as `2 hours ago`, are no story whatever their shape."""
    return [kind if kind != "body" else _own_kind(block.text) for block, kind in zip(blocks, kinds, strict=True)]


def _own_kind(text: str) -> str:
    if interface.signs(text) >= interface.PAGE:
        return "boilerplate"
    if len(text) <= _LONGEST_STAMP and _AGO.search(text) and not is_prose(text):
        return "boilerplate"
    if text[0] in "—–-" and _POSTED_BY.fullmatch(text):
        return "credit"
    return "caption" if text.endswith((" (", "\u00a0(")) else "body"


def _alternate_texts(blocks: Sequence[Block]) -> set[int]:
    """Sentences printed twice within a few lines: a picture's caption and its alternate text, never two paragraphs."""
    seen: dict[str, int] = {}
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if not 6 <= words(block.text) < _LONGEST_CAPTION:
            continue
        key = folded(block.text)
        before = seen.get(key, -_CLOSE - 1)
        if number - before <= _CLOSE:
            found.update((before, number))
        seen[key] = number
    return found


def _story_end(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int:
    """Number of the last paragraph that follows the one before it within a screenful, teasers not counted."""
    first, last = start, page_header.story_end(blocks, kinds, start)
    last = min(last, _comments(blocks, kinds, (first, last)))
    paragraphs = [n for n in range(first, last + 1) if kinds[n] == "body" and is_prose(blocks[n].text)]
    return _table_end(blocks, kinds, _without_teasers(blocks, paragraphs or [start]))


def _comments(blocks: Sequence[Block], kinds: Sequence[str], story: tuple[int, int]) -> int:
    """Number of the last line above the readers' comments or the teasers, told by a row of stamps (`2 hours ago`).

    A live blog has such stamps from its beginning on: some paragraphs must stand above the first.
    """
    first, last = story
    stamps = [
        n for n in range(first, len(blocks)) if len(blocks[n].text) <= _LONGEST_STAMP and _AGO.search(blocks[n].text)
    ]
    row = next(
        (
            n
            for n, after in zip(stamps, stamps[_FEWEST_TEASERS - 1 :], strict=False)
            if after - n <= page_header.SCREENFUL
        ),
        last + 1,
    )
    above = [n for n in range(first, row) if kinds[n] == "body" and is_prose(blocks[n].text)]
    return row - 1 if len(above) >= _LEAST_STORY else last


def _without_teasers(blocks: Sequence[Block], paragraphs: Sequence[int]) -> int:
    """The last of the paragraphs that is no teaser: those at the end each stand alone under a title line of their own.

    A story's crossheads stand apart too, but have more than one paragraph between them somewhere.
    """
    last = len(paragraphs)
    while last > 1 and _is_teaser(blocks, paragraphs[last - 1], paragraphs[last - 2]):
        last -= 1
    return paragraphs[last - 1] if len(paragraphs) - last >= _FEWEST_TEASERS else paragraphs[-1]


def _is_teaser(blocks: Sequence[Block], number: int, before: int) -> bool:
    title = blocks[number - 1].text
    return number - before > 1 and words(title) >= _SHORTEST_INNER and not is_prose(title)


def _table_end(blocks: Sequence[Block], kinds: Sequence[str], last: int) -> int:
    """Lines with figures or colons right after the last paragraph are a table or list of the story's: menus hold none."""
    end = last
    for number in range(last + 1, len(blocks)):
        text = blocks[number].text
        if kinds[number] == "body" and (any(map(str.isdigit, text)) or ": " in text):
            end = number
        elif number - end > 1:
            break
    return end if end - last >= _SHORTEST_TABLE else last


def _inner_kind(blocks: Sequence[Block], number: int, story: tuple[int, int], again: set[int]) -> str:
    """Short lines are story only between its paragraphs; elsewhere they are menus and teasers."""
    text, (start, last) = blocks[number].text, story
    if number > last:
        return "boilerplate"
    if number in again and not _heads_table(blocks, number):
        return "boilerplate"
    if start < number < last and is_crosshead(text) and (words(text) < _SHORTEST_INNER or _is_alone(blocks, number)):
        return "crosshead"
    if is_shouted(text):
        return "boilerplate"
    is_story = is_prose(text) or is_sentence(text) or words(text) >= _SHORTEST_INNER or any(map(str.isdigit, text))
    return "body" if is_story else "boilerplate"


def _heads_table(blocks: Sequence[Block], number: int) -> bool:
    """Several words above a row of figures: the same columns stand over every table of a story."""
    below = blocks[number + 1].text.split() if number + 1 < len(blocks) else []
    return words(blocks[number].text) >= _COLUMNS and sum(word[0].isdigit() for word in below) >= 2


def _is_alone(blocks: Sequence[Block], number: int) -> bool:
    """A single line between two paragraphs, as lines of a list never are."""
    return is_prose(blocks[number - 1].text) and is_prose(blocks[number + 1].text)
