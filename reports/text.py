"""How values become words on a page: made safe first, then readable.

Text from articles is hostile. Escaping is left to Jinja2's autoescape; `visible` takes away what escaping lets through.
"""

import re
import unicodedata
from datetime import date, datetime

# Unicode 15.1, PropList.txt: Bidi_Control.
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# C0 controls but for tab and newline, which are white space; DEL and C1; the two separators; the byte order mark.
_UNSEEN = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, *_BIDI)
# Unicode has pictures of control characters, but few fonts hold them.
_UNSEEN_ONE = re.compile("[" + "".join(map(chr, _UNSEEN)) + "]")
_MARKS = {code: f"[U+{code:04X}]" for code in _UNSEEN}


def visible(text: str) -> str:
    """The text with every control and bidi character replaced by a mark that shows it (`[U+202E]`)."""
    # None of them is printable, and to ask that takes a fifth of the time: nearly all texts end here, pieces of a page at the next.
    return text if text.isprintable() or not _UNSEEN_ONE.search(text) else text.translate(_MARKS)


def slug(text: str) -> str:
    """An ASCII name for files and anchors: `Who is quoted?` gives `who-is-quoted`; `section` when no letter is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:60].strip("-") or "section"


def label(name: str) -> str:
    """The heading of a column: `direct_share` gives `Direct share`."""
    return capital(name.replace("_", " ").strip())


def capital(words: str) -> str:
    """The words with a capital letter first: a topic as a title or in a cell of its own."""
    return words[:1].upper() + words[1:]


def brief(topic: str) -> str:
    """The first words of a Media Topic: `arts, culture, entertainment and media` gives `arts`."""
    return re.split(r", | and ", topic, maxsplit=1)[0]


def percent(share: float) -> str:
    """A share between 0 and 1 as a whole per cent; what rounds to nothing says `<1%`."""
    return "<1%" if 0 < share < 0.005 else f"{share * 100:.0f}%"


def day(value: date | None) -> str:
    """`25 Jul 2022`, or `undated`: an unknown date is a value, not a gap."""
    return "undated" if value is None else f"{value.day} {value:%b %Y}"


def days(span: tuple[date, date] | None) -> str:
    """`20 Jun – 24 Jul 2022`, both ends included; `no dated articles` when there is none."""
    if span is None:
        return "no dated articles"
    first, last = span
    if first == last:
        return day(first)
    start = f"{first.day} {first:%b}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def moment(value: datetime) -> str:
    """A UTC time to the minute: `25 Jul 2022, 06:00 UTC`."""
    return f"{day(value)}, {value:%H:%M} UTC"


def words(value: object) -> str:
    """Any value of a frame as text: counts with thousands separators, lists joined by `; `, null as `–`."""
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.1f}"
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case list():
            return "; ".join(words(item) for item in value)
        case _:
            return str(value)
