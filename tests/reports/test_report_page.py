"""The page says where its figures come from, hides no gap, and stays a page whatever the articles say."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import polars as pl
import pytest

from reports.page import Masthead, Section, render


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


def _html(masthead: Masthead, sections: list[Section]) -> str:
    return str(render(masthead, sections)["index.html"])


@pytest.fixture
def html(masthead: Masthead, sections: list[Section]) -> str:
    return _html(masthead, sections)


def test_the_masthead_says_run_and_dates(html: str) -> None:
    words = " ".join(_Elements(html).words.split())
    assert "Run completed 25 Jul 2031, 06:02 UTC" in words
    assert "20 Jun – 24 Jul 2031" in words
    assert "Run 00000000000000a2, newsledger 0.1.0" in words
    assert "<h1>Fenland Echo gives sport 2.9 times the share it gets across all sources</h1>" in html


def test_without_a_finding_the_report_title_leads(masthead: Masthead, sections: list[Section]) -> None:
    silent = [replace(part, frame=part.frame.clear()) if part.chart == "lead" else part for part in sections]
    assert "<h1>Overview</h1>" in _html(masthead, silent)


def test_every_figure_shows_its_query_and_data(masthead: Masthead, sections: list[Section]) -> None:
    files = render(masthead, sections)
    words = _Elements(str(files["index.html"])).words
    for section in sections:
        assert section.view in words
    assert words.count("SELECT *\nFROM it") == len(sections)
    assert sum(name.startswith("data/") for name in files) == len(sections)


def test_every_link_leads_somewhere(masthead: Masthead, sections: list[Section]) -> None:
    files = render(masthead, sections)
    page = _Elements(str(files["index.html"]))
    anchors = {f"#{value}" for name, value in page.values if name == "id"}
    links = {value for name, value in page.values if name in {"href", "src"}}
    assert links <= anchors | set(files)
    fonts = re.findall(r"url\(([^)]+)\)", bytes(files["assets/app.css"]).decode())  # type: ignore[arg-type]
    assert fonts
    assert {f"assets/{font}" for font in fonts} <= set(files)


def test_the_page_obeys_its_own_content_policy(html: str) -> None:
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:"
    assert policy in html
    assert not re.search(r"https?://|\sstyle=|<style|\son\w+=", html)
    assert re.findall(r"<script[^>]*>", html) == ['<script defer src="assets/app.js">']


def test_same_data_same_bytes(masthead: Masthead, sections: list[Section]) -> None:
    assert render(masthead, sections) == render(masthead, sections)


def test_a_paraphrase_is_never_in_quotation_marks(html: str) -> None:
    paraphrases = re.findall(r'class="quote indirect">\s*<blockquote><p>(.*?)</p>', html)
    assert paraphrases == [
        "nobody at the ministry had read the survey before the tender was signed",
        "that winter fares would rise by a tenth",
    ]
    assert "<p>“We will reopen the bridge before the first frost, and not a day later.”</p>" in html
    assert html.count("· paraphrase") == 2


def test_a_quote_card_leads_to_its_file_and_place(html: str) -> None:
    assert "<code>inbox/0001.txt:1180</code>" in html
    assert "<mark>The harbour levy is a tax on people who have no other road to work</mark>" in html


def test_what_is_unknown_is_shown(html: str) -> None:
    words = _Elements(html).words
    for gap in ("(source unknown)", "(no topic)", "(speaker unknown)", "undated"):
        assert gap in words


def test_small_numbers_are_marked(html: str) -> None:
    assert re.search(r'<td>12 <span class="few">few</span></td>', html)
    assert not re.search(r'620 <span class="few">', html)


def test_wide_figures_scroll_in_a_named_box(html: str) -> None:
    for attributes in re.findall(r'<div class="scroll"([^>]*)>', html):
        assert 'tabindex="0"' in attributes
        assert re.search(r'aria-labelledby="[a-z-]+"', attributes)


def test_an_empty_warehouse_is_said_kindly(masthead: Masthead, sections: list[Section]) -> None:
    empty = [replace(part, frame=part.frame.clear()) for part in sections]
    words = _Elements(_html(replace(masthead, n_articles=0, date_range=None, run_ended_at=None), empty)).words
    assert "The ledger is still empty" in words
    assert "newsledger ingest" in words
    assert "Nothing to show" not in words


def test_an_empty_figure_says_why(masthead: Masthead, sections: list[Section]) -> None:
    some = [replace(part, frame=part.frame.clear()) if part.chart == "quotes" else part for part in sections]
    assert _html(masthead, some).count("Nothing to show") == 1


def test_sections_of_one_title_keep_their_own_data(masthead: Masthead, sections: list[Section]) -> None:
    files = render(masthead, [replace(part, title="Šárka?") for part in sections[1:4]])
    assert {name for name in files if name.startswith("data/")} == {
        "data/sarka.csv",
        "data/sarka-2.csv",
        "data/sarka-3.csv",
    }


def test_hostile_text_adds_no_element_and_no_attribute(
    html: str, poison: Callable[[], tuple[Masthead, list[Section]]]
) -> None:
    poisoned = _Elements(_html(*poison()))
    assert poisoned.tags == _Elements(html).tags
    assert all(
        value.startswith(("#", "assets/", "data/")) for name, value in poisoned.values if name in {"href", "src"}
    )


def test_hostile_text_is_printed_as_text(poison: Callable[[], tuple[Masthead, list[Section]]]) -> None:
    page = _Elements(_html(*poison()))
    seen = page.words + "".join(value for _, value in page.values)
    assert "{{ 7*'7' }}" in page.words
    assert "7777777" not in page.words
    assert "<svg/onload=" in page.words
    assert not re.search(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]", seen
    )


def test_hostile_text_cannot_name_a_file(poison: Callable[[], tuple[Masthead, list[Section]]]) -> None:
    names = [name for name in render(*poison()) if name.startswith("data/")]
    assert all(re.fullmatch(r"data/[a-z0-9-]+\.csv", name) for name in names)


def test_a_frame_that_lacks_columns_is_refused(masthead: Masthead) -> None:
    with pytest.raises(ValueError, match="quotes"):
        render(masthead, [Section("T", "p", "quotes", "v", "SELECT 1", pl.DataFrame({"quote": ["x"]}))])
