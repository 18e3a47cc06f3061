"""Plain text files, gzip-compressed or not."""

import zlib

from transforms.records import Reject

SUFFIXES = (".txt", ".txt.gz")
MAX_BYTES = 20_000_000

_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def payload(name: str, data: bytes) -> bytes | Reject:
    """The text bytes of the file called `name`: decompressed when the name ends in `.gz`, else as they are.

    At most `MAX_BYTES` bytes come back: longer content is rejected as `too_large` (for gzip after decompressing no more
    than that, so a bomb costs no memory), a gzip stream that is broken or cut short as `corrupt_archive`.
    """
    if name.lower().endswith(".gz"):
        return _gunzip(data)
    if len(data) > MAX_BYTES:
        return Reject("too_large", f"{len(data)} bytes; the limit is {MAX_BYTES}")
    return data


def _gunzip(data: bytes) -> bytes | Reject:
    """All members of a gzip file one after the other (RFC 1952 section 2.2)."""
    parts: list[bytes] = []
    room = MAX_BYTES
    rest = data
    while rest.strip(b"\0"):
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            part = member.decompress(rest, room + 1)
        except zlib.error as error:
            return Reject("corrupt_archive", f"gzip member {len(parts) + 1}: {error}")
        room -= len(part)
        if room < 0:
            return Reject("too_large", f"more than {MAX_BYTES} bytes when decompressed")
        if not member.eof:
            return Reject("corrupt_archive", f"gzip member {len(parts) + 1} is cut short")
        parts.append(part)
        rest = member.unused_data
    return b"".join(parts) if parts else Reject("corrupt_archive", "no gzip member in the file")
