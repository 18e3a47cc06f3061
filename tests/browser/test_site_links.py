"""Every link of the site leads to something that is there; needs no browser."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Found:
    """What a page refers to, and the places in it that others can refer to."""

    addresses: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Found()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src"):
                self.found.addresses.append(value or "")
            elif name == "id":
                self.found.anchors.add(value or "")


def read(page: Path) -> Found:
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    return reader.found


# Their places are read by a script.
DRAWN = {"article.html", "quotes.html"}


def broken(site: Path) -> Iterator[str]:
    """`page: address` of each reference that leads nowhere."""
    pages = {page: read(page) for page in site.rglob("*.html")}
    for page, found in pages.items():
        for address in found.addresses:
            parts = urlsplit(address)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            inside = target.is_relative_to(site.resolve()) and target.is_file()
            placed = not parts.fragment or target.name in DRAWN or parts.fragment in pages.get(target, Found()).anchors
            if parts.scheme or parts.netloc or not inside or not placed:
                yield f"{page.relative_to(site)}: {address}"


def test_every_link_leads_to_something(site: Path) -> None:
    assert sorted(broken(site.resolve())) == []


def test_nothing_of_the_site_is_out_of_reach(site: Path) -> None:
    site = site.resolve()
    known = {
        (page.parent / unquote(urlsplit(address).path)).resolve()
        for page in site.rglob("*.html")
        for address in read(page).addresses
    }
    assert [page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html")) if page not in known] == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<p id=x><a href=b.html>b</a><a href=#x>x</a><a href=#y>y</a><a href=//example.org/>z</a><a href=../../c>c</a>"
    )
    assert sorted(broken(tmp_path.resolve())) == [
        "a.html: #y",
        "a.html: ../../c",
        "a.html: //example.org/",
        "a.html: b.html",
    ]
