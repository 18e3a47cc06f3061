"""Wire messages as agencies sent them over lines: IPTC 7901, "The Text Transmission Format" (5th edition, 1995).

A message is SOH, the header line (service, number, priority, word count), the keyword line, STX, the text, ETX, the time
of transmission and EOT. A headline or a block of head lines ends in `=`.
"""

import re
from collections.abc import Iterator

START_OF_TEXT = "\x02"
_END_OF_KEYWORDS = "/"
_LONGEST_TRAILER = 200  # characters

_MESSAGE = re.compile("\x01[^\n\x01-\x04]{0,200}\n([^\x01-\x04]*)\x02([^\x03]*)")
_FILLER = re.compile("[\\s\0-\x1f\x7f-\x9f]*")
_END_OF_HEAD = re.compile(r"^([^\n]*\S)[ \t]*=[ \t]*$", re.MULTILINE)


def unwrapped(text: str) -> str | None:
    """The keyword line and the text of each message, one after the other; None when the text does not begin with a message.

    The keyword line comes first, as a section does. `text` has `\\n` line ends. Only what is no story is dropped: filler
    (controls and white space) before the first message, header lines, and trailers of up to 200 characters.
    """
    messages = list(_MESSAGE.finditer(text))
    if not messages or not _FILLER.fullmatch(text, 0, messages[0].start()):
        return None
    return "\n\f\n".join(_stories(text, messages))  # a form feed: each message is an article of its own


def _stories(text: str, messages: list[re.Match[str]]) -> Iterator[str]:
    ends = [*(message.start() for message in messages[1:]), len(text)]
    for message, end in zip(messages, ends, strict=True):
        keywords = message[1].strip().rstrip(_END_OF_KEYWORDS)
        after = text[message.end() : end]
        rest = f"\n\n{after}" if len(after.strip()) > _LONGEST_TRAILER else ""
        yield f"{keywords}\n\n{_END_OF_HEAD.sub(_without_mark, message[2], 1)}{rest}"


def _without_mark(line: re.Match[str]) -> str:
    return line.group(1)
