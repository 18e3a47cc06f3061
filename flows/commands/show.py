"""newsledger show"""

import os
from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

from cyclopts import Parameter

from flows.terminal import COMMON, Common, harmless, settings_of, write, write_fields, write_json
from warehouse.show import Found, Piece, Place, find, find_in_file, find_named, is_identifier

_LONG = 2000  # code points of a quote or a name that are printed
_EMPTY = "–"
_FIRST = ("headline", "subhead", "bylines", "section")
_LAST = ("article_no", "body_sha256")  # and the ids


def show(
    identifier: Annotated[
        str,
        Parameter(
            help="article_id, quote_id or entity_id, or its first digits (six at least); an entity's name; or an ingested file."
        ),
    ],
    *,
    common: Common = COMMON,
) -> int:
    """Print an article as it was read, or a quote or entity with its place in its file."""
    things = _things(identifier, common)
    for number, found in enumerate(things):
        if common.json:
            write_json(asdict(found))
            continue
        if number:
            write("")
        _print(found)
    return 0


def _things(wanted: str, common: Common) -> list[Found]:
    published = settings_of(common).published
    if is_identifier(wanted):
        return [find(published, wanted)]
    if named := find_named(published, wanted):
        return [named]
    return find_in_file(published, *map(_as_in_ledger, (os.path.normpath(wanted), os.path.abspath(wanted))))


def _as_in_ledger(path: str) -> str:
    return os.fsencode(path.replace(os.sep, "/")).decode("utf-8", "backslashreplace")


def _print(found: Found) -> None:
    """What an editor asks for first, the text, and what only a program needs last."""
    write(f"{found.kind} {found.identifier}")
    fields = {name: _value(value) for name, value in found.row.items() if name != f"{found.kind}_id"}
    last = {name: value for name, value in fields.items() if name.endswith("_id") or name in _LAST}
    first = {name: fields[name] for name in _FIRST if name in fields}
    write_fields({name: value for name, value in (first | fields).items() if name not in last})
    for place in found.places:
        write("")
        _print_paths(place)
        if found.kind != "article":
            _print_words(place)
    for line in _margined(found.segments):
        write(line)
    if last:
        write("")
        write_fields(last)


def _value(value: object) -> str:
    """A value as a person writes it."""
    if isinstance(value, list):
        return "; ".join(map(str, value)) or _EMPTY
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    return _EMPTY if value in (None, "") else str(value)


def _margined(pieces: list[Piece]) -> Iterable[str]:
    """The lines of the pieces, each with what its piece is in the margin; what is said stands in ⟦ ⟧."""
    names = [f"{piece.kind} {piece.paragraph_no}" if piece.paragraph_no else piece.kind for piece in pieces]
    width = max(map(len, names), default=0)
    for name, piece in zip(names, pieces, strict=True):
        for number, line in enumerate(harmless(_marked(piece), lines=True).split("\n")):
            yield f"{'' if number else name:<{width}} │ {line}".rstrip()


def _marked(piece: Piece) -> str:
    """The words of a piece with the quotes in it marked."""
    marks = sorted([(end, 0, "⟧") for _, end in piece.quotes] + [(start, 1, "⟦") for start, _ in piece.quotes])
    parts, position = list[str](), piece.char_start
    for place, _, mark in marks:
        parts += [piece.text[position - piece.char_start : place - piece.char_start], mark]
        position = place
    return "".join([*parts, piece.text[position - piece.char_start :]])


def _print_paths(place: Place) -> None:
    for path in place.paths:
        write(f"{harmless(path)}:{place.line}  characters {place.char_start}–{place.char_end}")


def _print_words(place: Place) -> None:
    """The words in the middle of those around them."""
    text = place.text if len(place.text) <= _LONG else place.text[:_LONG] + " …"
    before, after = place.before[-90:].partition(" ")[2], place.after[:90].rpartition(" ")[0]
    write(harmless(f"… {before}⟦{text}⟧{after} …", lines=True))
