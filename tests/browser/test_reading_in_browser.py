"""The pages drawn by script, used as a reader does: searching quotations, opening an article, reading why."""

import csv
import io
import re
from pathlib import Path
from statistics import median

import polars as pl
import pytest
from invented_ledger import REPEATED, SAYINGS, identifier
from playwright.sync_api import Browser, Page, expect

from benchmarks.browsing import Record, open_article, open_search, tab
from benchmarks.site import TYPED
from reports import quotes
from reports.links import Links
from reports.page import Edition, assets, edition_files
from reports.page import Page as ReportPage
from reports.shards import pages_known

ARTICLE = identifier(identifier("document", 0), 1)
MANY, USUAL_MS, SLOWEST_MS = 50_000, 100, 250  # the machine of a test may be busy


@pytest.fixture
def search(site: Path, opened: tuple[Page, Record]) -> Page:
    page, _ = opened
    open_search(page, (site / "quotes.html").as_uri())
    return page


def test_words_are_found_as_they_are_typed(search: Page) -> None:
    search.keyboard.press("/")
    search.keyboard.type("sea does not")
    cards = search.locator("#found blockquote")
    assert cards.count() > 0
    assert all(REPEATED in words for words in cards.all_inner_texts())
    assert search.locator("#found mark").first.inner_text() == "sea"
    search.keyboard.press("Control+a")
    search.keyboard.type("zebra")
    assert "No quotation passes" in search.inner_text("#found")
    search.locator("#found button", has_text="without the words").click()
    assert search.locator("#found blockquote").count() > 0


def test_filters_count_choose_and_go_back(search: Page) -> None:
    all_of_them = search.inner_text("#status")
    source = search.locator("select[name=source]")
    choices = source.locator("option").all_inner_texts()
    chosen = next(choice for choice in choices if choice.startswith("constructor"))
    source.select_option("constructor")
    number = chosen.rpartition("(")[2].rstrip(")")
    assert search.inner_text("#status").startswith(f"{number} of ")
    assert all("constructor" in card for card in search.locator("#found figcaption").all_inner_texts())
    search.go_back()
    assert search.inner_text("#status") == all_of_them


def test_a_speaker_with_a_name_of_the_language_is_a_filter_like_any(search: Page) -> None:
    search.locator("#most button", has_text="__proto__").focus()
    search.keyboard.press("Enter")
    assert "by __proto__" in search.inner_text("#status")
    speakers = search.locator("#found .speaker bdi").all_inner_texts()
    assert set(speakers) == {"__proto__"}


def test_an_address_keeps_the_search(search: Page, browser: Browser) -> None:
    search.fill("input[name=q]", "survey")
    search.select_option("select[name=type]", "indirect")
    status = search.inner_text("#status")
    with tab(browser) as (other, _):
        open_search(other, search.url)
        assert other.inner_text("#status") == status
        assert other.input_value("input[name=q]") == "survey"


def test_what_is_chosen_is_downloaded_as_csv(search: Page) -> None:
    search.fill("input[name=q]", "levy")
    number = int(search.inner_text("#status").split()[0])
    search.locator("#download").focus()
    with search.expect_download() as download:
        search.keyboard.press("Enter")
    content = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert len(rows) == number > 0
    assert all(row["words"].startswith(SAYINGS[2].partition("{")[0]) for row in rows)


def test_a_quotation_is_opened_in_its_article_and_explained(search: Page) -> None:
    search.fill("input[name=q]", "levy")
    search.locator("#found a[href^='article.html']").first.focus()
    search.keyboard.press("Enter")
    search.wait_for_selector("#read")
    assert search.inner_text("#headline").endswith("what the council heard")
    assert search.locator("#text .said.on").count() == 1
    words = search.inner_text("#explained blockquote")
    assert words.startswith("The levy on the ")
    search.keyboard.press("j")
    expect(search.locator("#explained blockquote")).not_to_have_text(words)
    assert "q=" in search.url


def test_the_keyboard_opens_a_quotation_and_a_name(site: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    open_article(page, f"{(site / 'article.html').as_uri()}#a={ARTICLE}")
    page.locator("#text button.number").first.focus()
    page.keyboard.press("Enter")
    assert "Quotation 1 of 3" in page.inner_text("#explained")
    name = page.locator("#named button").first
    name.focus()
    page.keyboard.press("Space")
    assert page.inner_text("#explained h3") == name.inner_text()


@pytest.mark.parametrize(
    "place", ["", "#a=0000000000000000", "#a=../../x", f"#a={ARTICLE}&q=ffffffffffffffff", "#a=__proto__"]
)
def test_a_wrong_address_says_so(place: str, site: Path, browser: Browser) -> None:
    with tab(browser) as (page, record):
        page.goto((site / "article.html").as_uri() + place)
        expect(page.locator("main")).to_contain_text(re.compile("no such article|no article chosen|no quotation", re.I))
        assert [said for said in record.complaints if said.startswith(("error: Uncaught", "error: TypeError"))] == []


def many(n_quotes: int) -> pl.DataFrame:
    """As many quotations as a large ledger holds, of a hundred articles a day, by a thousand speakers."""
    number = pl.int_range(n_quotes)
    words = " ".join(
        f"{thing} {{}}" for thing in ("the minister said that of", "people would pay for", "by the winter of")
    )
    numbers = pl.DataFrame({"number": range(n_quotes)})
    return numbers.select(
        quote_id=pl.col("number").map_elements(lambda each: f"{each:016x}", pl.String),
        article_id=(number // 5).map_elements(lambda each: f"{each:016x}", pl.String),
        speaker_entity_id=(number * 7 % 1000).map_elements(lambda each: f"{each:016x}", pl.String),
        words=pl.format(words, number, number * 31 % 977, 1900 + number % 130),
        type=pl.when(number % 2 == 0).then(pl.lit("direct")).otherwise(pl.lit("indirect")),
        speaker=pl.format("Speaker Number{}", number * 7 % 1000),
        speaker_kind=pl.lit("named_person"),
        cue=pl.lit("said"),
        topics=pl.concat_list(pl.format("topic {}", number % 17)),
        source=pl.format("Source {}", number // 5 % 40),
        date=pl.date(2031, 1, 1) + pl.duration(days=number // 500),
        headline=pl.format("Headline {}", number // 5),
        path=pl.format("inbox/{}.txt", number // 5),
        char_start=number % 3000,
        confidence=pl.lit(0.9),
    )


def written(folder: Path, said: pl.DataFrame, links: Links) -> str:
    """The address of the page that searches these quotations."""
    sources = said["source"].unique().sort().to_list()
    about = ReportPage("quotes.html", "", "Quotations", "", ())
    shards = quotes.files(said, sources, about, "SELECT 1")
    edition = edition_files(Edition("", "", None, None, "", MANY // 5))
    for name, content in (*assets(), *edition, *pages_known(links), *shards):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return (folder / "quotes.html").as_uri()


def test_two_speakers_of_one_name_are_two(tmp_path: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    ids = ["a" * 16, "a" * 16, "b" * 16, None]
    said = many(4).with_columns(speaker=pl.lit("Ada Brook"), speaker_entity_id=pl.Series(ids))
    address = written(tmp_path, said, Links(speakers={"a" * 16: "speakers/one.html", "b" * 16: "speakers/two.html"}))
    open_search(page, f"{address}#who={'b' * 16}")
    assert page.inner_text("#status") == "1 of 4 quotations by Ada Brook."
    assert page.get_attribute("#speakerpage a", "href") == "speakers/two.html"
    entries = [entry.split("\n")[0] for entry in page.locator("#most button").all_inner_texts()]
    assert sorted(entries) == [
        "Ada Brook Source 0, aaaaaa", "Ada Brook Source 0, bbbbbb", "Ada Brook Source 0, without a page",
    ]  # fmt: skip
    page.click("#most button:has-text('aaaaaa')")
    assert page.inner_text("#status") == "2 of 4 quotations by Ada Brook."
    assert page.locator("#most [aria-pressed=true]").count() == 1
    page.click("#most button:has-text('without a page')")
    assert page.inner_text("#status") == "1 of 4 quotations by Ada Brook."
    assert page.url.endswith("#speaker=Ada+Brook")
    page.click("#chosen")
    assert page.inner_text("#status") == "4 of 4 quotations."


def test_an_old_address_finds_a_speaker_with_a_page_by_name(tmp_path: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    said = many(2).with_columns(speaker=pl.Series(["Ada Brook", "Jun Osei"]), speaker_entity_id=pl.lit("a" * 16))
    address = written(
        tmp_path, said[:1].vstack(said[1:].with_columns(speaker_entity_id=pl.lit(None, pl.String))), Links()
    )
    open_search(page, f"{address}#speaker=Ada%20Brook")
    assert page.inner_text("#status") == "1 of 2 quotations by Ada Brook."


def test_a_whole_speech_is_found(tmp_path: Path, opened: tuple[Page, Record]) -> None:
    page, _ = opened
    speech = " ".join(f"word{number}" for number in range(300))
    open_search(
        page,
        written(
            tmp_path, many(100).with_columns(words=pl.lit(speech) + pl.format(" and {}", pl.int_range(100))), Links()
        ),
    )
    page.fill("input[name=q]", speech)
    assert page.inner_text("#status") == "100 of 100 quotations."
    page.fill("input[name=q]", f"{speech} 7")
    assert page.inner_text("#status") == "11 of 100 quotations."
    page.fill("input[name=q]", f"{speech} zebra")
    assert page.inner_text("#status") == "0 of 100 quotations."


def test_fifty_thousand_quotations_are_searched_between_two_keystrokes(
    tmp_path: Path, opened: tuple[Page, Record]
) -> None:
    page, _ = opened
    open_search(page, written(tmp_path, many(MANY), Links()))
    assert page.inner_text("#status").startswith(f"{MANY:,} of ")
    spent = page.evaluate(TYPED, "minister said 31")
    assert median(spent) <= USUAL_MS, spent
    assert max(spent) <= SLOWEST_MS, spent
