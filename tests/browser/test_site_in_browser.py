"""Each kind of page, opened from disk in a real browser: no error, no request, no barrier, nothing wider than the window."""

import re
from pathlib import Path

import pytest
from accessibility import barriers, barriers_of_looks
from invented_ledger import identifier
from playwright.sync_api import Browser, Page

from benchmarks.browsing import DESK, PHONE, Record, open_article, open_search, tab
from reports.page import NAVIGATION

ARTICLE = identifier(identifier("document", 0), 1)
KINDS = {
    "overview": "index.html",
    "sources": "sources.html",
    "source": "sources/*.html",
    "speakers": "speakers.html",
    "speaker": "speakers/*.html",
    "topics": "topics.html",
    "topic": "topics/*.html",
    "quotes": "quotes.html",
    "article": f"article.html#a={ARTICLE}",
    "quality": "quality.html",
}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def address(site: Path, pattern: str) -> str:
    """The address of the first page of a kind."""
    path, _, place = pattern.partition("#")
    return min(site.glob(path)).as_uri() + (f"#{place}" if place else "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_from_disk_for_everyone(kind: str, site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    {"quotes": open_search, "article": open_article}.get(kind, Page.goto)(page, address(site, KINDS[kind]))
    for width, theme, look in (
        (DESK, "light", barriers),
        (PHONE, "dark", barriers),
        (PHONE, "light", barriers_of_looks),
        (DESK, "dark", barriers_of_looks),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        assert page.evaluate(WIDER) <= 0, f"{width} px"
        assert look(page) == [], f"{theme}, {width} px"


def test_a_barrier_would_be_seen(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    page.evaluate("document.querySelector('h1').style.color = '#ccc'; document.body.append(new Image())")
    found = barriers(page)
    assert [rule.partition(":")[0] for rule in found] == ["color-contrast", "image-alt", "region"]
    assert [rule.partition(":")[0] for rule in barriers_of_looks(page)] == ["color-contrast"]


def test_a_request_and_an_error_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<img src=https://example.org/x.png><script>nothing()</script><img src=none.png>")
    with tab(browser) as (page, record):
        page.goto((tmp_path / "x.html").as_uri())
    assert record.off_disk == ["https://example.org/x.png"]
    assert sum("nothing is not defined" in said for said in record.complaints) == 1
    assert sum("none.png" in said for said in record.complaints) >= 1


def test_the_overview_prints_on_four_pages_and_light(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    page.evaluate("document.documentElement.setAttribute('data-theme', 'dark')")
    page.emulate_media(color_scheme="dark")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 4
    page.emulate_media(media="print", color_scheme="dark")
    paper, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def focused(page: Page) -> str:
    """The words of what the keyboard is on."""
    return str(page.evaluate("document.activeElement.innerText")).strip()


def press_until(page: Page, words: str, inside: str = "*") -> None:
    """Press Tab until the keyboard is on something with these words, in an element of that kind."""
    for _ in range(200):
        if focused(page).startswith(words) and page.evaluate(
            "kind => Boolean(document.activeElement.closest(kind))", inside
        ):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{words!r} cannot be reached by the keyboard")


def test_the_first_key_skips_to_the_content(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_keyboard_reaches_every_page_of_the_menu(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    for path, name in (*NAVIGATION[1:], NAVIGATION[0]):
        press_until(page, name, inside="nav")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{path}")
        assert page.inner_text("nav [aria-current=page]") == name


def test_a_table_is_sorted_by_the_keyboard_and_says_so(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    table = page.locator("table:has(button.sort)").first
    names = table.locator("tbody th")
    before = names.all_inner_texts()
    press_until(page, "", inside="button.sort")
    column = focused(page)
    page.keyboard.press("Enter")
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    ascending = names.all_inner_texts()
    page.keyboard.press("Space")
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert names.all_inner_texts() == ascending[::-1] != ascending
    assert sorted(before) == sorted(ascending)
    assert focused(page).startswith(column)


def test_data_and_query_open_by_the_keyboard_and_the_file_is_there(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    press_until(page, "Data and query")
    page.keyboard.press("Enter")
    press_until(page, "Download as CSV")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = Path(download.value.path()).read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf")
    assert download.value.suggested_filename.endswith(".csv")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").startswith("WITH")


def test_the_theme_is_chosen_by_the_keyboard_and_kept(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.goto(address(site, "index.html"))
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(paper)
    assert light != dark
    page.emulate_media(color_scheme="light")
    press_until(page, "Theme: auto")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert focused(page) == "Theme: dark"
    assert page.evaluate(paper) == dark
    page.reload()
    assert page.evaluate(paper) == dark
    page.emulate_media(color_scheme="dark")
    press_until(page, "Theme: dark")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert focused(page) == "Theme: light"
    assert page.evaluate(paper) == light
