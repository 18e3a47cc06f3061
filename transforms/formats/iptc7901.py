"""Wire messages as agencies sent them over lines: IPTC 7901, "The Text Transmission Format" (5th edition, 1995).

A message is SOH, the header line (service, number, priority, word count), the keyword line, STX, the text, ETX, the time
of transmission and EOT. A headline or a block of head lines ends in `=`.
"""

import re

_END_OF_KEYWORDS = "/"
START_OF_TEXT = "\x02"

_MESSAGE = re.compile("\x01[^\n\x01-\x04]*\n([^\x01-\x04]*)\x02([^\x03]*)(?:\x03[^\x01]*|$)")
_END_OF_HEAD = re.compile(r"^([^\n]*\S)[ \t]*=[ \t]*$", re.MULTILINE)


def unwrapped(text: str) -> str | None:
    """The keyword line and the text of each message, one after the other; None when the text is no such message.

    The keyword line comes first, as a section does. `text` has `\\n` line ends. What stands before the first message (filler) is dropped as well.
    """
    parts = [
        f"{keywords.strip().rstrip(_END_OF_KEYWORDS)}\n\n{_END_OF_HEAD.sub(_without_mark, story, 1)}"
        for keywords, story in _MESSAGE.findall(text)
    ]
    return "\n\f\n".join(parts) if parts else None  # a form feed: each message is an article of its own


def _without_mark(line: re.Match[str]) -> str:
    return line.group(1)
