"""Whether the quotation marks of a story open and close as they should."""

from collections.abc import Iterable

_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'
_DIGITS = tuple("0123456789")  # before a straight mark: an inch sign


def unbalanced(paragraphs: Iterable[str]) -> bool:
    """Whether some paragraph closes a quotation that was not open, or leaves one open that the next does not take up.

    A quotation may go on: each of its paragraphs then opens with a mark, and only the last one closes it. Curly double marks
    are judged, and straight ones where no figure stands before one (an inch sign); neither where both kinds are mixed. Linear.
    """
    is_open: str | None = None
    for text in paragraphs:
        if is_open and not text.lstrip().startswith(is_open):
            return True
        is_open = None
        has_curly = _OPENING in text or _CLOSING in text
        if _STRAIGHT in text:
            is_open = _STRAIGHT if not has_curly and _is_odd(text) else None
        elif has_curly:
            depth = _depth(text)
            if depth < 0:
                return True
            is_open = _OPENING if depth else None
    return is_open is not None


def _is_odd(text: str) -> bool:
    """The straight marks leave a quotation open."""
    if not text.count(_STRAIGHT) % 2:
        return False
    return not any(before.endswith(_DIGITS) for before in text.split(_STRAIGHT)[:-1])


def _depth(text: str) -> int:
    """How many curly quotations the text leaves open; -1 when it closes one that was not open."""
    depth = 0
    *closed, rest = text.split(_CLOSING)
    for part in closed:
        depth += part.count(_OPENING) - 1
        if depth < 0:
            return -1
    return depth + rest.count(_OPENING)
