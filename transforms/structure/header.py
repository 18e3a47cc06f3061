"""What stands above the story: section, headline, subhead, byline, date."""

from collections.abc import Sequence

from transforms.naming.given_names import is_given_name
from transforms.structure import agencies
from transforms.structure.byline import bare_name, byline
from transforms.structure.dateline import dateline, lone_dateline
from transforms.structure.dates import is_date_line
from transforms.structure.outlets import BROADCASTERS, is_outlet
from transforms.structure.paragraphs import Block
from transforms.structure.shape import folded, is_label, is_prose, is_title, words

_LONGEST_HEADER = 14  # blocks of a plain text that may stand above the story
_LONGEST_CLOSED_HEADLINE = 12  # words; a lead that stands at the top of a bare text is longer
_LONGEST_CREDITED_HEADLINE = 30  # words, of a sentence with a byline or a date under it
_SIGNED_WITHIN = 6  # lines under the headline
_LONGEST_SECTION = 3  # words
_LONGEST_PUBLISHER = 60  # characters
# Words that open a headline of a few words, never the name of a section.
_ASKING = frozenset("how why what who when where is are can will do does should".split())
_HIGHLIGHTS = "story highlights"  # A label glued to the first of several summaries above a story.


def story_start(blocks: Sequence[Block], kinds: Sequence[str]) -> int:
    """Number of the first block of running text, or of the one that opens with a dateline."""
    for number, block in enumerate(blocks):
        is_story = kinds[number] == "body" and not byline(block.text) and _opens_story(block.text, number)
        if is_story and (number or not _is_closed_headline(blocks)):
            return number
    return next((number for number, kind in enumerate(kinds) if kind == "body" and number), 0)


def plain_header(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> list[str]:
    """Kinds of the blocks above `start` in a text that is nothing but an article."""
    labelled = own_kinds(blocks, kinds, start)
    _label_publisher(blocks, labelled)
    free = [number for number, kind in enumerate(labelled) if kind == "body"]
    if not free or (start > _LONGEST_HEADER and len(free) > _LONGEST_HEADER):
        free = free[:1] if start < len(blocks) else []
    has_section = len(free) > 1 and free[0] == 0 and is_section(blocks[0].text, blocks[free[1]].text)
    titles = free[1:] if has_section else free
    if has_section:
        labelled[0] = "section"
    if titles and (is_title(blocks[titles[0]].text) or titles[0] == 0):
        labelled[titles[0]] = "headline"
        _label_below(blocks, labelled, titles)
    _label_lone_dateline(blocks, labelled, start)
    return labelled


def own_kinds(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> list[str]:
    """What the blocks above `start` say by themselves, bylines included."""
    return [
        "byline" if kind == "body" and byline(block.text) else kind
        for block, kind in zip(blocks[:start], kinds[:start], strict=True)
    ]


def is_section(label: str, title: str) -> bool:
    """A line at the very top names the section of the headline under it: no name of a person, no beginning of the headline."""
    first = label.split(" ", 1)[0]
    fits = is_label(label) and words(label) <= _LONGEST_SECTION and first.casefold() not in _ASKING
    named = bool(bare_name(label)) and is_given_name(first)
    longer = is_title(title) and len(title) > len(label) and words(title) > 1
    begins = words(label) > 1 and folded(title).endswith(folded(label.rsplit(" ", 1)[-1]))
    return fits and longer and not named and not begins


def is_signature(blocks: Sequence[Block], labelled: Sequence[str], headline: int, number: int) -> bool:
    """A name alone under the headline is the author's beside a date, or where a given name begins it: at once, or above a publisher."""
    text = blocks[number].text
    if not bare_name(text):
        return False
    if "date" in labelled[max(number - 2, 0) : number + 3]:
        return True
    below = blocks[number + 1].text if number + 1 < len(blocks) else ""
    is_near = number == headline + 1 or (number - headline <= _SIGNED_WITHIN and _is_publisher(below))
    return is_near and is_given_name(text.split()[0])


def _is_publisher(text: str) -> bool:
    is_short = len(text) <= _LONGEST_PUBLISHER and words(text) <= 4
    return is_short and (agencies.is_known(text) or text in BROADCASTERS or is_outlet(text))


def _opens_story(text: str, number: int) -> bool:
    found = dateline(text) if number < _LONGEST_HEADER else None
    return is_prose(text) or (found is not None and (number > 0 or found.rule != "place_and_dash"))


def _is_closed_headline(blocks: Sequence[Block]) -> bool:
    """The first line is a sentence with its full stop, and a byline, a date, a dateline or a long paragraph follows."""
    text, below = blocks[0].text, blocks[1].text if len(blocks) > 1 else ""
    if dateline(text) or " said" in text or text[0] in '"“‘':
        return False
    if byline(below) or is_date_line(below):
        return words(text) <= _LONGEST_CREDITED_HEADLINE
    is_lead = words(below) >= 2 * _LONGEST_CLOSED_HEADLINE or dateline(below) is not None
    return is_lead and words(text) <= _LONGEST_CLOSED_HEADLINE


def _label_publisher(blocks: Sequence[Block], labelled: list[str]) -> None:
    """A line that is nothing but an agency or an outlet is a byline, as is a name right above it."""
    for number in range(1, len(labelled)):
        if labelled[number] == "body" and _is_publisher(blocks[number].text):
            labelled[number] = "byline"
            above = blocks[number - 1].text
            if labelled[number - 1] == "body" and bare_name(above) and is_given_name(above.split()[0]):
                labelled[number - 1] = "byline"


def _label_below(blocks: Sequence[Block], labelled: list[str], titles: list[int]) -> None:
    """Free lines under the headline: its repeat, a subhead, summaries; the rest is left to the story."""
    headline = titles[0]
    summaries = False
    for number in titles[1:]:
        text = blocks[number].text
        summaries = summaries or text.casefold().startswith(_HIGHLIGHTS)
        if folded(text) == folded(blocks[headline].text) or text.startswith("By "):
            labelled[number] = "boilerplate"  # A line that opens like a byline and names nobody is a template's.
        elif is_signature(blocks, labelled, headline, number):
            labelled[number] = "byline"
        elif summaries or (number == headline + 1 and words(text) >= 4 and not text.endswith(".")):
            labelled[number] = "subhead"


def _label_lone_dateline(blocks: Sequence[Block], labelled: list[str], start: int) -> None:
    last = start - 1
    if last > 0 and labelled[last] in ("body", "subhead") and lone_dateline(blocks[last].text):
        labelled[last] = "dateline"
