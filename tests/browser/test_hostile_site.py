"""Hostile text in every text field of every table, the content policy taken away, and still nothing of it runs anywhere in the site."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import dataframely as dy
import pytest
from conftest import build
from hostile import CANARY, HARMLESS, HOSTILE, OWN
from invented_ledger import ARTICLES, identifier, text_columns
from playwright.sync_api import Browser, Page

from benchmarks.browsing import Record, open_article, open_search, tab
from warehouse.database import open_published

# Elements and attributes that no page of ours has: whatever shows up here came out of a text.
FOREIGN = """[...document.querySelectorAll(
    'iframe, object, embed, base, form:not([role=search]), style, meta[http-equiv=refresh], [autofocus], script:not([src])'
)].map(one => one.outerHTML.slice(0, 200)).concat([...document.querySelectorAll('*')].flatMap(
    one => [...one.attributes].filter(
        ({ name, value }) => name.startsWith('on') || /^\\s*(javascript|vbscript|data):/i.test(value)
    ).map(({ name, value }) => `${one.tagName} ${name}=${value.slice(0, 100)}`)
))"""
# As PropList.txt has them: C0 but tab and newline, DEL, C1, separators, byte order mark, Bidi_Control.
UNSEEN = """(() => {
    const unseen = /[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]/;
    const told = [document.title, document.body.textContent];
    for (const name of ['title', 'aria-label', 'alt', 'placeholder']) {
        for (const one of document.querySelectorAll(`[${name}]`)) told.push(one.getAttribute(name));
    }
    return told.filter(text => unseen.test(text)).map(text => text.slice(0, 80));
})()"""
TREE = "[...document.querySelectorAll('*')].map(one => [one.localName, ...one.getAttributeNames().sort()].join(' ')).join('\\n')"
PROVOKE = """() => {
    for (let more; (more = document.querySelector('#more:not([hidden])')); ) more.click();
    for (const one of document.querySelectorAll('#named button, #text button.number')) one.click();
    for (const one of document.querySelectorAll('details')) one.open = true;
    for (const one of document.querySelectorAll('*')) {
        for (const kind of ['mouseover', 'focus', 'load', 'error']) one.dispatchEvent(new Event(kind));
    }
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("hostile"), HOSTILE)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("harmless"), HARMLESS)


@pytest.fixture
def tabbed(browser: Browser) -> Iterator[tuple[Page, Record]]:
    with tab(browser, bypass_csp=True, viewport={"width": 390, "height": 844}) as (page, record):
        yield page, record


def signs(page: Page, record: Record) -> list[str]:
    """What shows that a text came alive on the page."""
    ran = ["a script ran"] if any(frame.evaluate("window.__owned") for frame in page.frames) else []
    return ran + record.off_disk + record.complaints + page.evaluate(FOREIGN)


def open_all(page: Page, site: Path) -> Iterator[str]:
    """Open one page after the other, with everything on it that a reader can ask for; gives what was opened."""
    drawn = {"quotes.html", "article.html"}
    for file in sorted(site.rglob("*.html")):
        if file.name not in drawn:
            page.goto(file.as_uri())
            page.evaluate(PROVOKE)
            yield file.as_uri()
    open_search(page, (site / "quotes.html").as_uri())
    page.evaluate(PROVOKE)
    yield page.url
    for number in (0, 3, ARTICLES - 1):  # in the last one even the words that SQL chooses by are foreign
        page.goto("about:blank")  # another place on the same page would not load it
        open_article(page, f"{(site / 'article.html').as_uri()}#a={identifier(identifier('document', number), 1)}")
        page.evaluate(PROVOKE)
        yield page.url


def test_every_text_field_holds_it(hostile: Path) -> None:
    lacking = []
    with open_published(hostile.parent / "published.duckdb") as con:
        for table, name, column in text_columns():
            words = f"array_to_string(\"{name}\", '')" if isinstance(column, dy.List) else f'"{name}"'
            if not con.execute(f"SELECT count(*) FROM {table} WHERE contains({words}, $1)", [HOSTILE]).fetchone()[0]:
                lacking.append(f"{table}.{name}")
    assert lacking == []


def test_the_canary_would_be_noticed(tabbed: tuple[Page, Record], tmp_path: Path) -> None:
    page, record = tabbed
    staying = HOSTILE.replace("http-equiv=refresh", "name=x")
    (tmp_path / "x.html").write_text(f"<!doctype html><title>x</title><p>{staying}</p>", "utf-8")
    page.goto((tmp_path / "x.html").as_uri())
    page.evaluate(PROVOKE)
    found = signs(page, record)
    assert "a script ran" in found
    assert any(sign.startswith(CANARY) for sign in found)
    assert any(OWN in sign for sign in found)
    assert page.evaluate(UNSEEN)


def test_no_page_comes_alive_and_all_are_made_as_of_harmless_text(
    hostile: Path, harmless: Path, tabbed: tuple[Page, Record]
) -> None:
    page, record = tabbed
    trees = Counter[str]()
    for address in open_all(page, hostile):
        assert signs(page, record) == [], address
        assert page.evaluate(UNSEEN) == [], address
        assert page.evaluate(WIDER) <= 0, address
        trees[page.evaluate(TREE)] += 1
    # Not page by page: their addresses hold a hash of what they are about.
    assert [one.splitlines() for one in (Counter(page.evaluate(TREE) for _ in open_all(page, harmless)) - trees)] == []
