"""What can be told of a line from its shape alone: prose, a title, or the navigation of a web page."""

import re

_MARKS = "\"'“”‘’"
_CLOSING = "\"'”’»)] \u200b」』"
_SENTENCE_MARKS = ".,;:!?…—–"
_FULL_STOP = (".", "…", "。", "।", "۔")
_STOP = (*_FULL_STOP, "!", "?", ":", "！", "？", "؟")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_TITLE = 30  # words
# Words that no title ends on: what ends so goes on in the next paragraph, which is often a quotation.
_UNFINISHED = frozenset("a an the that of to and or but by with for from in on at as is was are were".split())
_SHORTEST_SHOUT = 7  # words
_LONGEST_CROSSHEAD = 10  # words


def words(text: str) -> int:
    """Words of a line, counted by spaces."""
    return text.count(" ") + 1


def is_prose(text: str) -> bool:
    """A sentence or more of running text: long, or closed by a full stop and not set in capitals like a title."""
    count = _size(text)
    if count >= _LONGEST_TITLE:
        return not _is_list(text)
    if count < 6:
        return False
    end = text.rstrip(_CLOSING)
    if not end.endswith(_FULL_STOP):
        return count >= 14 and end.endswith(("!", "?"))
    return not _is_capitalised(text, 0.75 if count < 16 else 0.95)


def is_sentence(text: str) -> bool:
    """At least three words, closed by a mark that ends a sentence."""
    return _size(text) >= 3 and text.rstrip(_CLOSING).endswith(_STOP)


def is_title(text: str) -> bool:
    """Could be a headline: not running text, and at least a word with letters."""
    return not is_prose(text) and len(text) <= 250 and _LONG_WORD.search(text) is not None


def is_label(text: str) -> bool:
    """A few words without a closing mark or digits, as a section or a crosshead has them."""
    return words(text) <= 4 and len(text) <= 32 and text[-1].isalpha() and text[0].isupper() and not mostly_digits(text)


def is_crosshead(text: str) -> bool:
    """Could be a title between the paragraphs of a story: a few words that make no sentence."""
    bare = text.strip(_MARKS) or text
    return (
        words(text) <= _LONGEST_CROSSHEAD
        and not is_sentence(text)
        and bare[0].isupper()
        and ", " not in text
        and (bare[-1].isalpha() or bare[-1] == "?")
        and (is_label(bare) or words(text) > 1)
        and bare.rsplit(" ", 1)[-1] not in _UNFINISHED
    )


def is_shouted(text: str) -> bool:
    """Seven words or more in capitals without a full stop: between the paragraphs of a story, a link to another one."""
    if not text.isupper() or mostly_digits(text):
        return False
    return len(text.split()) >= _SHORTEST_SHOUT and not is_sentence(text)


def folded(text: str) -> str:
    """Letters and digits only, in lower case: equal for two printings of one line."""
    return "".join(filter(str.isalnum, text)).casefold()


def is_folded(text: str, other: str | None) -> bool:
    """Whether `folded(text)` is `other`; most texts are told apart by their first character."""
    if other is None or (text[0].isalnum() and not other.startswith(text[0].casefold())):
        return False
    return folded(text) == other


def _size(text: str) -> int:
    """Words, where the script prints spaces between them."""
    return words(text) if text.isascii() else max(words(text), len(text) // 9)


def _is_list(text: str) -> bool:
    """Not one mark in a long line: a cloud of tags. Scripts that know no case know other marks."""
    return not any(mark in text for mark in _SENTENCE_MARKS) and text != text.swapcase()


def _is_capitalised(text: str, share: float) -> bool:
    long_words = _LONG_WORD.findall(text)
    return sum(word[0].isupper() for word in long_words) >= share * len(long_words) and len(long_words) > 0


def mostly_digits(text: str) -> bool:
    """More than a fifth of the characters are digits, as in a line of a table."""
    return sum(map(str.isdigit, text)) * 5 > len(text)
