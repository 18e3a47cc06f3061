"""Data that pages draw by script: packed, in files that a script element loads (`fetch` does not work from a disk)."""

import zlib
from codecs import BOM_UTF16_LE
from collections.abc import Mapping
from typing import Any

import numpy as np

from reports.links import Links
from reports.page import Files, script_json

# Measured on texts of 10,000 articles: level 6 takes 1.45 times as long as 5 and saves 1.8 %.
_LEVEL = 5
# A sign of the string holds 15 bits: U+3000 to U+AFFF, among which is no line end, quotation mark or surrogate. Fifteen
# bytes become eight signs, 16 bytes of UTF-16: a fifth less than base64, of what is most of the site.
_BITS, _FIRST_SIGN = 15, 0x3000


def packed(name: str, content: str) -> tuple[str, bytes]:
    """The file `data/<name>.js`, which hands `content` to the page: zlib (RFC 1950), 15 bits a sign; `assets/shards.js` unpacks it.

    It is in UTF-16 with a byte order mark, by which every browser knows it whatever a server says.
    """
    squeezed = zlib.compress(content.encode("utf-8", "replace"), _LEVEL)
    before, after = f'take("{name}",{len(squeezed)},"', '");\n'
    return f"data/{name}.js", b"".join(
        (BOM_UTF16_LE, before.encode("utf-16-le"), _signs(squeezed), after.encode("utf-16-le"))
    )


def plain(name: str, value: Any) -> tuple[str, bytes]:
    """The file `data/<name>.js`, which sets `window.<name>`."""
    return f"data/{name}.js", f"window.{name} = {script_json(value)};\n".encode()


def pages_known(links: Links) -> Files:
    """Which sources, topics and speakers have a page, for the pages that are drawn by script."""
    known: dict[str, Mapping[str, str]] = {
        "sources": links.sources,
        "topics": links.topics,
        "speakers": links.speakers,
    }
    yield plain("pages", {kind: dict(sorted(those.items())) for kind, those in known.items()})


def _signs(content: bytes) -> bytes:
    """The bits of `content`, filled up with zeros to whole signs, 15 a sign, the highest first, in UTF-16."""
    whole = np.frombuffer(content + bytes(-len(content) % _BITS), dtype=np.uint8).reshape(-1, _BITS).astype(np.uint32)
    groups = np.pad(whole, ((0, 0), (0, 1)))  # the last sign of a group reads a byte beyond it
    signs = np.empty((len(groups), 8), dtype="<u2")
    for place in range(8):
        byte, bit = divmod(place * _BITS, 8)
        three = groups[:, byte] << 16 | groups[:, byte + 1] << 8 | groups[:, min(byte + 2, _BITS)]
        signs[:, place] = (three >> (24 - _BITS - bit) & (1 << _BITS) - 1) + _FIRST_SIGN
    return signs.tobytes()
