"""newsledger search"""

import os
import sys
from dataclasses import asdict
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.errors import UserError
from flows.filters import ANYTHING, Wanted, described, filters_of
from flows.terminal import COMMON, Common, harmless, say, settings_of, write, write_json
from warehouse.hits import Hit
from warehouse.search import Found, Search
from warehouse.search import search as find
from warehouse.snippet import Span, best_part

_KINDS = {"quotes": ("quote",), "articles": ("article",)}
Part = tuple[str, bool]  # words of a line, and whether they are marked
_LONGEST = 400  # characters of a quote that are printed


def search(
    words: Annotated[str, Parameter(help='Words to find; "within quotation marks" those that stand together.')],
    *,
    kind: Annotated[
        Literal["quotes", "articles"] | None, Parameter(name="--in", help="Only quotes, or only articles.")
    ] = None,
    wanted: Wanted = ANYTHING,
    limit: Annotated[int, Parameter(help="Most hits of each kind.")] = 10,
    common: Common = COMMON,
) -> int:
    """Find quotes and articles by their words, the best first, each with the place where it stands."""
    if limit < 1:
        raise UserError(f"--limit {limit} is no number from 1 up", where="newsledger search", fix="--limit 10")
    asked = Search(words, filters_of(wanted), _KINDS[kind] if kind else ("quote", "article"), limit)
    found = find(settings_of(common).published, asked, (lambda _: None) if common.quiet else say)
    if not common.quiet:
        _introduce(found)
    for part in found.parts.values():
        for number, hit in enumerate(part.hits, 1):
            if common.json:
                write_json(asdict(hit) | {"rank": number})
            else:
                _print(number, hit)
    return 0


def _introduce(found: Found) -> None:
    if found.unranked:
        say(f"not ranked, newest first: {found.unranked}")
    if said := described(found.choice, found.chosen):
        say(said)
    for kind, part in found.parts.items():
        number = f"{part.total:,} {kind}{'' if part.total == 1 else 's'}" if part.total else f"no {kind}"
        shown = f", the best {len(part.hits)}" if part.total > len(part.hits) else ""
        say(f"{number}{' with some of the words, none with all' if part.is_loosened else ''}{shown}")


def _print(number: int, hit: Hit) -> None:
    """A hit on a few lines: what was found, whose it is, where it stands."""
    headline = _parts(hit.headline or "(no headline)", hit.headline_spans)
    source = f"{hit.source} · {hit.content_date or 'undated'}"
    also = f"  (the same words in {hit.also_in:,} more)" if hit.also_in else ""
    place = [(f"{hit.path}:{hit.char_start}  {hit.kind} {hit.identifier}{also}", False)]
    if hit.kind == "quote":
        lines = [_shortened(hit), [(f"{hit.speaker} · {source} · ", False), *headline], place]
    else:
        lines = [headline, [(source, False)], _shortened(hit), place]
    for line, margin in zip(lines, [f"{number:>3}. ", *["     "] * len(lines)], strict=False):
        _write_line(margin, line)


def _shortened(hit: Hit) -> list[Part]:
    """The words of the hit that show most of what was asked for."""
    (start, end), _ = best_part(hit.text, hit.spans, _LONGEST)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in hit.spans if a < end and b > start]
    before, after = ("… " if start else ""), (" …" if end < len(hit.text) else "")
    return [(before, False), *_parts(hit.text[start:end], inside), (after, False)]


def _parts(text: str, spans: list[Span]) -> list[Part]:
    """The text on one line, cut where a mark begins or ends."""
    flat, parts, position = " ".join(text.splitlines()), list[Part](), 0
    for start, end in spans:
        parts += [(flat[position:start], False), (flat[start:end], True)]
        position = end
    return [*parts, (flat[position:], False)]


def _write_line(margin: str, parts: list[Part]) -> None:
    """Marks are bold and underlined on a terminal that can, else they stand in « »."""
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        write(margin + "".join(f"«{harmless(part)}»" if is_marked else harmless(part) for part, is_marked in parts))
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    words = Text.assemble(*((harmless(part), "bold underline" if is_marked else "") for part, is_marked in parts))
    console = Console(highlight=False)
    console.print(margin, end="")
    for number, line in enumerate(words.wrap(console, console.width - len(margin))):
        console.print(Padding(line, (0, 0, 0, len(margin) if number else 0), expand=False))
