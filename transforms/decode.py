"""Bytes to text, or the reason why not.

The order of attempts: byte order mark, UTF-16 without one (seen by where its NUL bytes stand), UTF-8, and for bytes that
are none of these UTF-8 with single bytes of Windows-1252 in it, or a legacy code page: Windows-1252 (Latin-1 where a byte
is undefined there) unless so many bytes are above ASCII that no western text would have them; only then is the code page
guessed by charset-normalizer. What is wrong in the text itself is mended by `transforms.repair`.
"""

import codecs
import re
from dataclasses import dataclass
from hashlib import sha256

import charset_normalizer

from transforms.records import REPAIR_MARK, Document, Reject
from transforms.repair import mended

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\xd0\xcf\x11\xe0", "an OLE document"),
    (b"{\\rtf", "an RTF document"),
)
_CONTROL_BYTES = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
# Share of bytes above ASCII, measured on news texts: French 2-8 %, German 1-2 %, Icelandic 12 % in Windows-1252, but
# Russian 81 % in Windows-1251, Japanese 71-78 % in Shift JIS, Korean 79 % in EUC-KR.
_MOSTLY_HIGH = 0.2
_MOSTLY_CONTROL = 0.05
_SAMPLE = 65_536
MIXED_ENCODING = "mixed_encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was read with (a Python codec name), and the names of what was mended in it."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def document(data: bytes) -> Document | Reject:
    """The document with these bytes: its id is the first 16 hex digits of their SHA-256; rejects as `decode` does."""
    decoded = decode(data)
    if isinstance(decoded, Reject):
        return decoded
    digest = sha256(data).hexdigest()
    encoding = REPAIR_MARK.join((decoded.encoding, *decoded.repairs))
    return Document(digest[:16], digest, encoding, len(data), decoded.text)


def decode(data: bytes) -> Decoded | Reject:
    """The text of the bytes, mended; or `empty` (nothing but white space and markup) or `not_text` (binary)."""
    if not data.strip():
        return Reject("empty", f"{len(data)} bytes, all white space" if data else "zero bytes")
    decoded = _read(data)
    if isinstance(decoded, Reject):
        return decoded
    text, repairs, n_controls = mended(decoded.text)
    if n_controls > _MOSTLY_CONTROL * (len(text) + n_controls):
        share = n_controls / (len(text) + n_controls)
        return Reject("not_text", f"{share:.0%} control characters when read as {decoded.encoding}")
    if not text or text.isspace():
        return Reject("empty", f"{len(data)} bytes, nothing that prints in {decoded.encoding}")
    return Decoded(text, decoded.encoding, decoded.repairs + repairs)


def _read(data: bytes) -> Decoded | Reject:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return Reject("not_text", f"{what} (signature at offset 0)")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide_encoding(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    return _binary(data) or _narrow(data)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of western text is NUL, and the bytes between hardly ever are."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else None


def _binary(data: bytes) -> Reject | None:
    noise = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if noise <= _MOSTLY_CONTROL * len(data):
        return None
    nul = data.find(0)
    first = f"NUL bytes from offset {nul}, " if nul >= 0 else ""
    return Reject("not_text", f"{first}{noise / len(data):.0%} control characters")


def _narrow(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4 and error.reason == "unexpected end of data":
            return Decoded(data.decode("utf-8", "replace"), "utf-8")
    return _mixed(data) or _code_page(data)


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 into which somebody pasted text of a western code page: most characters above ASCII are good UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if 2 * lost >= sum(map("\x7f".__lt__, text)):
        return None
    return Decoded(data.decode("utf-8", _AS_WINDOWS), "utf-8", (MIXED_ENCODING,))


def _windows_bytes(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: a byte that is no UTF-8, read as Windows-1252, or as lost among more such letters than words have."""
    assert isinstance(error, UnicodeDecodeError)
    broken = error.object[error.start : error.end]
    around = error.object[max(0, error.start - 2) : error.end + 2]
    return ("\ufffd" if _THREE_LETTERS.search(around) else broken.decode("cp1252", "replace")), error.end


_AS_WINDOWS = "newsledger.windows-1252"
_THREE_LETTERS = re.compile(b"[\xc0-\xff]{3}")
codecs.register_error(_AS_WINDOWS, _windows_bytes)


def _code_page(data: bytes) -> Decoded:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high > _MOSTLY_HIGH * len(data):
        best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
        if best is not None:
            return Decoded(data.decode(best.encoding, "replace"), best.encoding)
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1")
