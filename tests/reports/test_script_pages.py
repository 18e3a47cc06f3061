"""The search of quotations and the article page in a real browser, opened from a disk under the content policy."""

import re
import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from script_pages import FIRST, QUOTES, SECOND, STORY, rows, site

DIRECT, INDIRECT, _ = QUOTES
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")

Opened = Callable[[str], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        reason = "NO BROWSER FOUND: the search and the article page were not opened in one. apt-get install chromium"
        warnings.warn(reason, stacklevel=1)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("pages"), rows())


@pytest.fixture
def opened(browser: Browser, built: Path) -> Iterator[Opened]:
    """Opens a page of the site; no error may have been reported in the end."""
    context, errors = browser.new_context(offline=True, accept_downloads=True), []

    def open_page(address: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        page.goto(f"{built.as_uri()}/{address}")
        page.wait_for_selector("#found figure, #found .empty button, #text .block, #headline:text('No')")
        return page

    yield open_page
    context.close()
    assert errors == []


def _words(page: Page) -> list[str]:
    return page.locator("#found blockquote").all_inner_texts()


def test_words_are_found_without_accents_and_marked(opened: Opened) -> None:
    page = opened("quotes.html")
    assert page.inner_text("#status") == "3 of 3 quotations."
    page.keyboard.press("/")
    page.keyboard.type("brídge REOP")
    assert _words(page) == ["“We will reopen the bridge, 🦭 … before the first frost.”"]
    assert page.locator("#found mark").all_inner_texts() == ["reop", "bridge"]
    page.fill("input[name=q]", '"the survey of"')
    assert _words(page) == ["nobody had read the survey of the Tides"]
    page.fill("input[name=q]", '"the surv"')  # what stands in marks is no beginning of a word
    assert page.inner_text("#status") == "0 of 3 quotations."


def test_filters_count_what_they_would_give(opened: Opened) -> None:
    page = opened("quotes.html")
    assert page.locator("select[name=type] option").all_inner_texts() == [
        "all (3)", "word for word (1)", "partly word for word (0)", "paraphrase (2)",
    ]  # fmt: skip
    page.select_option("select[name=source]", "Harbour Post")
    assert page.locator("select[name=topic] option").all_inner_texts() == ["all (2)", "politics (1)", "(no topic) (1)"]
    assert page.locator("select[name=source] option").all_inner_texts()[0] == "all (3)"
    page.fill("input[name=q]", "nobody")
    page.select_option("select[name=topic]", "politics")
    assert (
        page.inner_text("#found")
        == "No quotation passes all of these filters. There are 1 without the words 1 without the topic “politics”"
    )
    page.click("#found button >> nth=1")
    assert _words(page) == ["nobody had read the survey of the Tides"]


def test_dates_leave_out_what_is_undated_and_say_so(opened: Opened) -> None:
    page = opened("quotes.html#from=2031-01-01")
    assert page.inner_text("#status") == "2 of 3 quotations. 1 undated one fits the rest and is left out."


def test_the_address_keeps_the_search_and_back_undoes_it(opened: Opened) -> None:
    page = opened("quotes.html#speaker=Ilse%20Marrow&sure=90")
    assert page.inner_text("#status") == "1 of 3 quotations by Ilse Marrow."
    assert page.input_value("select[name=sure]") == "90"
    page.click("#most button")
    assert page.url.endswith("#sure=90")
    page.go_back()
    assert page.inner_text("#status") == "1 of 3 quotations by Ilse Marrow."


@pytest.mark.parametrize(
    "asked", ["from=abc", "to=2031-02-30", "sure=60", "type=constructor", "source=Nobody", "order=up"]
)
def test_an_address_asks_for_nothing_that_its_control_could_not_show(opened: Opened, asked: str) -> None:
    page = opened(f"quotes.html#{asked}")
    assert page.inner_text("#status") == "3 of 3 quotations."
    assert page.input_value(f"[name={asked.partition('=')[0]}]") == ""


def test_a_chosen_speaker_is_named_and_taken_away_again(opened: Opened) -> None:
    page = opened("quotes.html#speaker=Ilse%20Marrow&sure=90")
    assert page.get_attribute("#chosen", "aria-label") == "Remove the filter: speaker Ilse Marrow"
    page.click("#chosen")
    assert page.url.endswith("#sure=90")
    assert page.is_hidden("#chosen")


def test_at_least_seventy_per_cent_leaves_out_what_only_rounds_to_it(opened: Opened) -> None:
    page = opened("quotes.html")
    assert page.locator("select[name=sure] option").all_inner_texts()[1:3] == ["50% sure (3)", "70% sure (1)"]


def test_speakers_to_choose_are_those_with_a_name(opened: Opened) -> None:
    page = opened("quotes.html")
    assert page.locator("#most bdi").all_inner_texts() == ["Ilse Marrow"]
    assert page.inner_text("#status") == "3 of 3 quotations."  # by whom nobody names, too


def test_a_name_that_every_object_has_leads_nowhere(opened: Opened) -> None:
    page = opened("quotes.html")
    names = ["constructor", "toString", "hasOwnProperty"]
    assert (
        page.evaluate("names => names.map(name => linked(name, lookUp(pages.sources, name)).tagName)", names)
        == ["SPAN"] * 3
    )


def test_a_feature_without_words_is_shown_as_it_is(opened: Opened) -> None:
    page = opened(f"article.html#a={FIRST}")
    words = ["tag=VBD|subject", "before|gap=0|break=False", "before|reports=0", "odd=1|before", "cue=a;b|constructor"]
    assert page.evaluate("features => features.map(featureWords)", words) == [
        "the reporting word is in the past tense, the speaker is the subject of the verb that reports the words",
        "the speaker’s phrase stands before the words, no word between, no sentence ends between",
        "the speaker is the speaker of the paragraph before, the paragraph has no verb of saying",
        None,
        None,
    ]
    assert page.evaluate("signalsOf('closes=; -0.2; a|b=, +1.5').map((each) => each.feature)") == ["closes=;", "a|b=,"]


def test_on_a_phone_the_text_comes_before_what_is_known_of_it(opened: Opened) -> None:
    page = opened(f"article.html#a={FIRST}")
    assert page.locator("#facts").is_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_selector("#facts", state="hidden")
    page.click("#known summary")
    assert page.locator("#facts").is_visible()


def test_the_chosen_rows_are_saved_without_formulas(opened: Opened, tmp_path: Path) -> None:
    page = opened("quotes.html#q=cmd")
    with page.expect_download() as waiting:
        page.click("#download")
    waiting.value.save_as(tmp_path / "found.csv")
    text = (tmp_path / "found.csv").read_bytes().decode("utf-8")
    assert text.startswith('\ufeff"quote_id","article_id","words"')
    assert text.count("\r\n") == 2
    assert "\"'=1+2</script>" in text
    assert "[U+202E]evil[U+202C] was =cmd" in text
    assert f'\r\n"{"3" * 16}","{SECOND}",' in text  # whole: they join the warehouse
    assert text.endswith(',"0.696"\r\n')


def test_a_quotation_leads_to_its_place_in_the_article(opened: Opened) -> None:
    page = opened("quotes.html#q=frost")
    page.click("#found figcaption a >> nth=-1")
    page.wait_for_selector("#text .said.on")
    assert page.locator("#text .said.on").all_inner_texts() == [
        "“We will reopen the bridge, 🦭”",
        "“before the first frost.”",
    ]
    explained = page.inner_text("#explained")
    assert "“Ilse Marrow” follows the verb that reports the words." in explained
    assert "97%" in explained
    assert "the reporting word is “say” +0.9" in explained
    assert "before the passage is looked at −0.8" in explained
    start, end = STORY.index("“We will"), STORY.index("\n\nShe added")
    assert f"inbox/bridge.txt, characters {start} to {end}" in " ".join(explained.split())


def test_passages_that_overlap_are_all_shown(opened: Opened) -> None:
    page = opened(f"article.html#a={FIRST}")
    assert page.locator("#text .block").all_inner_texts() == [
        "headline 🦭 Bridge to reopen",
        "dateline DOVRIN, 14 July – 1“We will reopen the bridge, 🦭” said Ilse Marrow, “before the first frost.”",
        "She added that 2nobody had read the survey of the Tides Office.",
        "page furniture Read more 🦭",
    ]
    office = page.locator("#text .name.org")
    assert office.all_inner_texts() == ["Tides", " Office"]  # half of the name lies in the quotation
    assert page.locator("#text .said .name.org").all_inner_texts() == ["Tides"]
    office.first.click()
    assert "Tides Office" in page.inner_text("#explained h3")
    assert page.locator("#text .on").count() == 2


def test_the_keyboard_goes_from_quotation_to_quotation(opened: Opened) -> None:
    page = opened(f"article.html#a={FIRST}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.url.endswith(f"#a={FIRST}&q={INDIRECT}")
    assert "“She” is the subject of the verb that reports the words; it is a pronoun" in page.inner_text("#explained")
    page.locator("#text .number").first.focus()
    page.keyboard.press("Enter")
    assert "Quotation 1 of 2" in page.inner_text("#explained")


def test_an_article_that_is_not_there_is_said_to_be_missing(opened: Opened) -> None:
    for wanted in ("c" * 16, "../../x", f"{'a' * 15}b"):
        page = opened(f"article.html#a={wanted}")
        page.wait_for_selector("#headline:text('No such article')")
        assert page.is_hidden("#read")


SLOW = """() => {
    window.whole = load;
    window.load = async (name) => { await new Promise((done) => setTimeout(done, 150)); return whole(name); };
}"""
BROKEN = "() => { window.whole = load; window.load = () => Promise.reject(new Error('The file is missing.')); }"
RACE = "([there, back]) => { location.hash = `a=${there}`; setTimeout(() => (location.hash = `a=${back}`), 1); }"


def test_an_article_that_comes_too_late_is_not_taken_for_the_one_shown(opened: Opened) -> None:
    page = opened(f"article.html#a={FIRST}")
    page.evaluate(SLOW)
    page.evaluate(RACE, [SECOND, FIRST])
    page.wait_for_timeout(400)
    page.locator("#text .number").first.click()
    assert "We will reopen the bridge" in page.inner_text("#explained")
    assert f"newsledger show {DIRECT}" in page.inner_text("#explained")
    assert page.url.endswith(f"#a={FIRST}&q={DIRECT}")


def test_after_an_article_that_cannot_be_loaded_the_others_are_shown(opened: Opened) -> None:
    page = opened(f"article.html#a={FIRST}")
    page.evaluate(BROKEN)
    page.evaluate(f"location.hash = 'a={SECOND}'")
    page.wait_for_selector("#headline:text('This article cannot be shown')")
    assert page.title() == "This article cannot be shown – newsledger"
    page.go_back()
    page.wait_for_selector("#text .block")
    assert page.inner_text("#headline") == "🦭 Bridge to reopen"
    page.evaluate("() => { window.load = whole; }")
    page.evaluate(f"location.hash = 'a={SECOND}'")
    page.wait_for_selector("#headline:text('=1+2')")
    page.evaluate(f"location.hash = 'a={'c' * 16}'")
    page.wait_for_selector("#headline:text('No such article')")
    assert page.title() == "No such article – newsledger"


@pytest.mark.parametrize(
    "address", [f"article.html#a={SECOND}", f"article.html#a={SECOND}&q={'3' * 16}", "quotes.html#q=%3Cscript%3E"]
)
def test_hostile_text_is_shown_and_does_nothing(browser: Browser, built: Path, address: str) -> None:
    page = browser.new_page(bypass_csp=True)
    page.goto(f"{built.as_uri()}/{address}")
    page.wait_for_selector("#text .block, #found figure")
    assert page.get_attribute("html", "data-owned") is None
    assert "<script>document" in page.inner_text("main")
    assert not HIDDEN.search(page.content())
    page.close()


def test_a_browser_that_cannot_unpack_is_told_so(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{built.as_uri()}/article.html#a={FIRST}")
    page.wait_for_selector("#standfirst:text('This browser cannot unpack the data')")
    page.goto(f"{built.as_uri()}/quotes.html")
    page.wait_for_selector("#loading:text('This browser cannot unpack the data')")
    page.close()


def test_both_pages_fit_a_phone(browser: Browser, built: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for address in ("quotes.html", f"article.html#a={FIRST}&q={DIRECT}", f"article.html#a={SECOND}&q={'3' * 16}"):
        page.goto(f"{built.as_uri()}/{address}")
        page.wait_for_selector("#text .block, #found figure")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()
