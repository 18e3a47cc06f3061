"""One kind for every block of a document."""

from collections.abc import Sequence

from transforms.structure import boilerplate, header
from transforms.structure.cues import line_kind
from transforms.structure.paragraphs import Block
from transforms.structure.shape import folded, is_label, is_page, is_prose, is_sentence, words

_LONGEST_CROSSHEAD = 10  # words
_SHORTEST_INNER = 4  # words of a line between the paragraphs of a page that is no sentence and yet story
_SHORTEST_TABLE = 4  # lines


def label(blocks: Sequence[Block]) -> list[str]:
    """A word of `schema.SEGMENT_KINDS` for every block; sign-offs and datelines inside a block are found later."""
    kinds = [line_kind(block.text) or "body" for block in blocks]
    if is_page(blocks, kinds):
        listed = boilerplate.link_lists(blocks)
        story = ["boilerplate" if number in listed else kind for number, kind in enumerate(kinds)]
        start = header.page_story_start(blocks, story)
        return _page_body(blocks, header.page_header(blocks, kinds, start) + story[start:], start)
    start = header.story_start(blocks, kinds)
    return _plain_body(blocks, header.plain_header(blocks, kinds, start) + kinds[start:], start)


def _page_body(blocks: Sequence[Block], kinds: list[str], start: int) -> list[str]:
    """On a rendered page, short lines are story only between its paragraphs; elsewhere they are menus and teasers."""
    again = boilerplate.repeated(blocks)
    last = _story_end(blocks, kinds, start)
    for number in range(start, len(blocks)):
        if kinds[number] != "body":
            continue
        text = blocks[number].text
        inner = start < number < last and number not in again
        if inner and _is_crosshead(text):
            kinds[number] = "crosshead" if words(text) < _SHORTEST_INNER else kinds[number]
        elif number in again or (boilerplate.is_scrap(text) and not (number <= last and _is_inner_line(text))):
            kinds[number] = "boilerplate"
    return kinds


def _story_end(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int:
    """Number of the last paragraph that follows the one before it within a screenful."""
    last = start
    for number in range(start, len(blocks)):
        if number - last > header.SCREENFUL:
            break
        if kinds[number] == "body" and is_prose(blocks[number].text):
            last = number
    return _table_end(blocks, kinds, last)


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


def _plain_body(blocks: Sequence[Block], kinds: list[str], start: int) -> list[str]:
    """Everything from the first paragraph on is story but for what says otherwise."""
    headline = next((folded(block.text) for block, kind in zip(blocks, kinds, strict=True) if kind == "headline"), None)
    prose = [is_prose(block.text) for block in blocks]
    for number in range(start, len(blocks)):
        text = blocks[number].text
        if kinds[number] != "body" or len(text) > 250:
            continue
        if number > start and folded(text) == headline:
            kinds[number] = "boilerplate"
        elif (
            number > start
            and number + 1 < len(blocks)
            and prose[number - 1]
            and prose[number + 1]
            and _is_crosshead(text)
        ):
            kinds[number] = "crosshead"
    return kinds


def _is_inner_line(text: str) -> bool:
    return words(text) >= _SHORTEST_INNER or any(map(str.isdigit, text))


def _is_crosshead(text: str) -> bool:
    return (
        words(text) <= _LONGEST_CROSSHEAD
        and not is_sentence(text)
        and text[0].isupper()
        and ", " not in text
        and (text[-1].isalpha() or text[-1] == "?")
        and (is_label(text) or words(text) > 1)
    )
