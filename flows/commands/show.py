"""newsledger show"""

from dataclasses import asdict
from typing import Annotated

from cyclopts import Parameter

from flows.terminal import COMMON, Common, harmless, settings_of, write, write_fields, write_json
from warehouse.show import Found, Place, find

_LONG = 2000  # code points of an article that are printed


def show(
    identifier: Annotated[
        str, Parameter(help="article_id, quote_id or entity_id, or its first digits (six at least).")
    ],
    *,
    common: Common = COMMON,
) -> int:
    """Print an article, quote or entity with its place in its file."""
    found = find(settings_of(common).published, identifier)
    if common.json:
        write_json(asdict(found))
        return 0
    write(f"{found.kind} {found.identifier}")
    write_fields(
        {name: value for name, value in found.row.items() if value not in (None, [], "") and name != f"{found.kind}_id"}
    )
    for place in found.places:
        write("")
        _print_place(found, place)
    return 0


def _print_place(found: Found, place: Place) -> None:
    for path in place.paths:
        write(f"{harmless(path)}:{place.line}  characters {place.char_start}–{place.char_end}")
    text = place.text if len(place.text) <= _LONG else place.text[:_LONG] + " …"
    if found.kind == "article":
        write(harmless(text, lines=True))
    else:
        before, after = place.before[-90:].partition(" ")[2], place.after[:90].rpartition(" ")[0]
        write(harmless(f"… {before}⟦{text}⟧{after} …", lines=True))
