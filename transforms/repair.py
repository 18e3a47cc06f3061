"""A decoded text with the damage of earlier hands mended, before anything counts its characters.

What prints nothing, or the same, is dropped or brought to one form without a word: NUL and other control characters, soft
hyphens, zero-width characters in western words, direction marks in texts that run one way, line ends (`\\n`), the spaces of
typography, accents apart from their letters (Unicode NFC). Whatever changes what a reader would see has a name, which
becomes a quality flag of the articles.
"""

import re
import unicodedata
from typing import NamedTuple

from transforms import markup, wire_envelope

WIRE_HEADER_REMOVED = "wire_header_removed"
MARKUP_REMOVED = "markup_removed"
ESCAPES_REMOVED = "escapes_removed"
MOJIBAKE_REPAIRED = "mojibake_repaired"
CHARACTERS_LOST = "characters_lost"

# Any character that something below looks for: most texts hold none, and are looked through only once.
_ODD = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\xad\u00c2-\u00f4\u0300-\u036f\xa0\u2000-\u200f\u202a-\u202f\u205f-\u2060\u2066-\u2069\ufeff\ufffd<&‚√ΓРСвГ]"
)
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")
_NEXT_LINE = "\x85"  # a line end of its own (NEL), but also the third byte of a broken "…": read after mojibake
# ECMA-48: CSI … final byte; OSC, DCS, PM, APC … BEL or ST; character sets. A lone ESC takes no letter with it.
_ESCAPE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|[\\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\\\)?|[ -/]+[0-~]|[78=>])")
# The first character of UTF-8 read as Windows-1252, Latin-1 or Mac Roman (two: as Windows-1251 or code page 437), and one
# that such a reading makes of the byte after it; or a control character that is a letter or mark of Windows-1252.
# All first characters stand in one set, so that the search skips to them: a tenth of the time of an alternative each.
_TELLTALE = re.compile(
    "[Â-ôРСвГ‚√Γ\x80-\x84\x86-\x9f](?:(?<=[Â-ô])[\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|(?<=[РСвГ])[\u0402-\u040f\u0452-\u045f‚„…†‡€‰‹‘’“”•–—™›\xa0-\xbb]"
    "|(?<=‚)Ä|(?<=√)[\xa0-\xff∂∫≠∞±≤≥]|(?<=Γ)[Çö]|(?<=[\x80-\x84\x86-\x9f]))"
)
# "”" read so, whose last byte (9D) Windows-1252 does not have: it was left out, or replaced.
_LOST_CLOSING = re.compile("â€(?:[?\ufffd]|(?![\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u2122]))")
_ACCENT = re.compile("[\u0300-\u036f]")
# NFC sorts the marks of a letter in quadratic time: no more than 30, as the stream-safe format of UAX 15 allows.
_ACCENTS_APART = re.compile("[^\\W\\d_][\u0300-\u036f]{1,30}")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SPACE = re.compile("[\xa0\u2000-\u200a\u202f\u205f]")
_INVISIBLE = re.compile("[\u00ad\ufeff]|(?:(?<=[\0-\u052f\u2000-\u206f])|^)[\u200b-\u200d\u2060]+", re.MULTILINE)
_ANY_INVISIBLE = re.compile("[\u00ad\ufeff\u200b-\u200d\u2060]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Mended(NamedTuple):
    """A text, the names of the changes that a reader would notice, and how many control characters were dropped."""

    text: str
    repairs: tuple[str, ...] = ()
    n_controls: int = 0


def mended(text: str) -> Mended:
    """The text as its author saw it. Any text is accepted; linear in its length."""
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    if not _ODD.search(text):
        return Mended(text)
    repairs: list[str] = []
    if wire_envelope.START_OF_TEXT in text and (story := wire_envelope.unwrapped(text)) is not None:
        text = _noted(repairs, WIRE_HEADER_REMOVED, text, story)
    if "\x1b" in text:
        text = _noted(repairs, ESCAPES_REMOVED, text, _ESCAPE.sub("", text))
    if "<" in text or "&" in text:
        text = _noted(repairs, MARKUP_REMOVED, text, markup.plain(text))
    if not text.isascii():
        text = _with_accents(text)
        text = _noted(repairs, MOJIBAKE_REPAIRED, text, _unbroken(text))
        if "\ufffd" in text:
            repairs.append(CHARACTERS_LOST)
    shown, n_controls = _CONTROL.subn("", text.replace(_NEXT_LINE, "\n"))
    return Mended(shown if shown.isascii() else _in_one_form(shown), tuple(repairs), n_controls)


def _in_one_form(text: str) -> str:
    """The text with plain spaces, and without characters that print nothing where they stand."""
    text = _SPACE.sub(" ", text)
    if _ANY_INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return text if _RIGHT_TO_LEFT.search(text) else _DIRECTION.sub("", text)


def _with_accents(text: str) -> str:
    return _ACCENTS_APART.sub(_composed, text) if _ACCENT.search(text) else text


def _composed(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", letter.group())


def _noted(repairs: list[str], name: str, before: str, after: str) -> str:
    if after != before:
        repairs.append(name)
    return after


def _unbroken(text: str) -> str:
    if not _TELLTALE.search(text):
        return text
    return "\n".join(_unbroken_line(line) if _TELLTALE.search(line) else line for line in text.split("\n"))


def _unbroken_line(line: str) -> str:
    """ftfy mends encodings and nothing else: quotation marks, ligatures and widths stay as printed."""
    from ftfy import fix_encoding  # a twentieth of a second: only where something is broken

    fixed = fix_encoding(_LOST_CLOSING.sub("”", line))
    return " ".join(map(fix_encoding, fixed.split(" "))) if _TELLTALE.search(fixed) else fixed
