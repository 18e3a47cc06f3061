"""The page says where its figures come from, hides no gap, and stays a page whatever the articles say."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import polars as pl
import pytest

from reports.figures import Section
from reports.links import Links
from reports.page import NAVIGATION, Edition, Page, assets, edition_files, render_page

ASSETS = {name: content.decode() for name, content in assets() if name.endswith((".css", ".js"))}
CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]"


class _Elements(HTMLParser):
    """The tags with their attribute names and links, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[tuple[str, str]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def _html(page: Page, links: Links) -> str:
    return next(render_page(page, links))[1].decode()


def _with(page: Page, chart: str, frame: pl.DataFrame) -> Page:
    sections = tuple(replace(part, frame=frame) if part.chart == chart else part for part in page.sections)
    return replace(page, sections=sections)


@pytest.fixture
def html(page: Page, links: Links) -> str:
    return _html(page, links)


def test_the_edition_says_run_and_dates(edition: Edition) -> None:
    ((name, content),) = edition_files(edition)
    stamp = json.loads(content.decode().removeprefix("window.edition = ").removesuffix(";\n"))
    assert name == "data/edition.js"
    assert stamp == {
        "run": "00000000000000a2",
        "status": "completed",
        "ended": "25 Jul 2031, 06:02 UTC",
        "dates": "20 Jun – 24 Jul 2031",
        "version": "0.1.0",
        "articles": 1418,
    }


def test_a_page_says_nothing_of_the_run(html: str) -> None:
    assert "Run completed" not in html
    assert '<script defer src="data/edition.js"></script>' in html


def test_the_finding_is_the_headline_and_titles_state_theirs(page: Page, links: Links) -> None:
    stated = page.sections[2].frame.with_columns(finding=pl.lit("Sport leads"))
    html = _html(_with(page, "heat", stated), links)
    assert "<h1>Fenland Echo gives sport 2.9 times the share it gets across all sources</h1>" in html
    assert '<h2 id="what-does-each-source-cover">Sport leads</h2>' in html


def test_without_a_finding_the_title_leads(page: Page, links: Links) -> None:
    lead = page.sections[0].frame
    assert "<h1>Overview</h1>" in _html(_with(page, "lead", lead.clear()), links)


def test_the_way_to_every_page_stands_in_the_masthead(page: Page, links: Links) -> None:
    for path, root in (("index.html", ""), ("sources/a.html", "../")):
        html = _html(replace(page, path=path), links)
        nav = re.search(r'<nav aria-label="Site">(.*?)</nav>', html, re.DOTALL)
        assert nav
        assert re.findall(r'href="([^"]+)"', nav[1]) == [root + to for to, _ in NAVIGATION]
        assert nav[1].count("aria-current") == (path == "index.html")


def test_every_figure_shows_its_view_its_query_and_its_data(page: Page, links: Links) -> None:
    files = dict(render_page(page, links))
    words = _Elements(files["index.html"].decode()).words
    assert all(f"Data and query {section.view}" in words for section in page.sections)
    assert words.count("SELECT *\nFROM it") == len(page.sections)
    assert sum(name.startswith("data/index/") for name in files) == len(page.sections)


def test_every_link_leads_somewhere(page: Page, links: Links) -> None:
    files = dict(render_page(page, links))
    found = _Elements(files["index.html"].decode())
    anchors = {f"#{value}" for name, value in found.values if name == "id"}
    pages = {path for path, _ in NAVIGATION} | {*links.sources.values(), *links.topics.values()}
    to = {value for name, value in found.values if name in {"href", "src"}}
    to -= {link for link in to if link.startswith(("article.html#a=", "quotes.html#speaker="))}
    assert to <= anchors | set(files) | dict(assets()).keys() | {"data/edition.js"} | pages | {*links.speakers.values()}
    fonts = re.findall(r"url\(([^)]+)\)", ASSETS["assets/app.css"])
    assert fonts
    assert {f"assets/{font}" for font in fonts} <= dict(assets()).keys()


def test_sources_topics_and_speakers_lead_to_their_pages(html: str, links: Links) -> None:
    for name in ("Harbour Post", "Ilse Marrow"):
        assert f'">{name}</a>' in html
    for to in (*links.sources.values(), *links.topics.values(), *links.speakers.values()):
        assert f'href="{to}"' in html
    assert 'href="article.html#a=000000000000001a&amp;q=0000000000000001"' in html


def test_the_page_obeys_its_own_content_policy(html: str) -> None:
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:"
    assert policy in html
    assert not re.search(r"https?://|\sstyle=|<style|\son\w+=", html)
    assert not re.search(r"<script[^>]*>[^<]", html)
    assert all(src.startswith(("assets/", "data/")) for src in re.findall(r"<script[^>]*src=\"([^\"]+)", html))


def test_same_data_same_bytes(page: Page, links: Links) -> None:
    assert list(render_page(page, links)) == list(render_page(page, links))


def test_halves_that_follow_each_other_stand_side_by_side(html: str) -> None:
    pair = re.search(r'<div class="pair">(.*?)</section>\s*</div>', html, re.DOTALL)
    assert pair
    assert re.findall(r"<h2[^>]*>([^<]+)", pair[1]) == [
        "Word for word, or retold?",
        "How much rests on sources without a name?",
    ]
    assert html.count('class="pair"') == 1


def test_a_paraphrase_is_never_in_quotation_marks(html: str) -> None:
    paraphrases = re.findall(r'class="quote indirect">\s*<blockquote><p>(.*?)</p>', html)
    assert set(paraphrases) == {
        "nobody at the ministry had read the survey before the tender was signed",
        "that winter fares would rise by a tenth",
    }
    assert "<p>“We will reopen the bridge before the first frost, and not a day later.”</p>" in html


def test_a_quote_card_leads_to_its_file_and_place(html: str) -> None:
    assert "<code>inbox/0001.txt:1180</code>" in html
    assert "<mark>The harbour levy is a tax on people who have no other road to work</mark>" in html


def test_what_is_unknown_is_shown(html: str) -> None:
    words = _Elements(html).words
    for gap in ("(source unknown)", "(no topic)", "(speaker unknown)", "undated"):
        assert gap in words


def test_small_numbers_are_marked(html: str) -> None:
    assert re.search(r'12 <span class="few">few</span></td>', html)
    assert not re.search(r'620 <span class="few">', html)


def test_every_drawing_is_said_in_words(html: str) -> None:
    for drawing in re.findall(r"<svg[^>]*>", html):
        assert 'aria-hidden="true"' in drawing or re.search(r'role="img" aria-label="[^"]{12,}"', drawing)


def test_an_axis_is_drawn_once_and_used(html: str) -> None:
    assert html.count('<g class="axis" id="when-did-each-source-publish-axis">') == 1
    assert html.count('<use href="#when-did-each-source-publish-axis"/>') == 4


def test_wide_figures_scroll_in_a_named_box(html: str) -> None:
    found = re.findall(r'<div class="scroll"([^>]*)>', html)
    assert len(found) == html.count('class="scroll"')
    for attributes in found:
        assert 'tabindex="0"' in attributes
        assert re.search(r'aria-labelledby="[a-z-]+"', attributes)


def test_a_table_sorts_by_what_it_holds_and_not_by_what_it_shows(html: str) -> None:
    assert '<td class="num" data-value="0.7100">71%</td>' in html
    assert '<td class="h4">40</td>' in html or re.search(r'<td class="h\d">40</td>', html)


def test_an_empty_warehouse_is_said_kindly(page: Page, links: Links) -> None:
    empty = replace(page, sections=tuple(replace(part, frame=part.frame.clear()) for part in page.sections))
    words = _Elements(next(render_page(empty, links, empty=True))[1].decode()).words
    assert "The ledger is still empty" in words
    assert "newsledger ingest" in words
    assert "Nothing to show" not in words


def test_an_empty_figure_says_why(page: Page, links: Links) -> None:
    part = page.sections[8]
    assert _html(_with(page, part.chart, part.frame.clear()), links).count("Nothing to show") == 1
    said = replace(part, frame=part.frame.clear(), empty="No quotation was found.")
    assert "No quotation was found." in _html(replace(page, sections=(said,)), links)


def test_sections_of_one_title_keep_their_own_data(page: Page, links: Links) -> None:
    alike = replace(page, sections=tuple(replace(part, title="Šárka?") for part in page.sections[1:4]))
    assert {name for name, _ in render_page(alike, links) if name.startswith("data/")} == {
        "data/index/sarka.csv",
        "data/index/sarka-2.csv",
        "data/index/sarka-3.csv",
    }


def test_hostile_text_adds_no_element_and_no_attribute(
    page: Page, poison: Callable[[], tuple[Page, Edition]], links: Links
) -> None:
    # Hostile names have no pages, so neither version has links to them. A tooltip holds what a short heading leaves out.
    def drawn(page: Page) -> list[tuple[str, list[str]]]:
        tags = _Elements(_html(replace(page, kicker="Of the run"), Links())).tags
        return [(tag, [name for name in names if name != "title"]) for tag, names in tags]

    poisoned = _html(poison()[0], links)
    assert drawn(poison()[0]) == drawn(page)
    starts = (
        "#",
        "assets/",
        "data/",
        "article.html#",
        "quotes.html",
        "sources",
        "speakers",
        "topics",
        "quality.html",
        "index.html",
    )
    values = [(name, value) for name, value in _Elements(poisoned).values if name in {"href", "src"}]
    assert all(value.startswith(starts) for _, value in values)


def test_hostile_text_is_printed_as_text(poison: Callable[[], tuple[Page, Edition]], links: Links) -> None:
    page = _Elements(_html(poison()[0], links))
    seen = page.words + "".join(value for _, value in page.values)
    assert "{{ 7*'7' }}" in page.words
    assert "7777777" not in page.words
    assert "<svg/onload=" in page.words
    assert not re.search(CONTROL, seen)


def test_hostile_text_ends_no_script(poison: Callable[[], tuple[Page, Edition]]) -> None:
    ((_, content),) = edition_files(poison()[1])
    assert b"<" not in content
    assert content.count(b"\n") == 1


def test_hostile_text_cannot_name_a_file(poison: Callable[[], tuple[Page, Edition]], links: Links) -> None:
    names = [name for name, _ in render_page(poison()[0], links) if name.startswith("data/")]
    assert all(re.fullmatch(r"data/index/[a-z0-9-]+\.csv", name) for name in names)


def test_a_frame_that_lacks_columns_is_refused(page: Page, links: Links) -> None:
    bad = Section("T", "p", "cards", "v", "SELECT 1", pl.DataFrame({"quote": ["x"]}))
    with pytest.raises(ValueError, match="cards"):
        list(render_page(replace(page, sections=(bad,)), links))
