"""A browser for each module of tests, and sites of the invented ledger to open in it."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented_ledger import published
from playwright.sync_api import Browser, Page

from benchmarks.browsing import Record, find_browser, tab
from benchmarks.browsing import browser as running_browser
from flows.publish import write_site

MISSING = "NO BROWSER FOUND: the report was not opened in one. Try: apt-get install chromium"


# One a module, not a session: Playwright's event loop would stand in the way of the tests that come after in this process.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of this machine; where there is none, tests are skipped, and pytest says so even when told to be quiet."""
    path = find_browser()
    if path is None:
        warnings.warn(MISSING, stacklevel=1)
        pytest.skip(MISSING)
    with running_browser(path) as running:
        yield running


@pytest.fixture
def opened(browser: Browser) -> Iterator[tuple[Page, Record]]:
    """A tab, and what happens in it; a page that complains, or asks for anything off the disk, fails the test."""
    with tab(browser) as (page, record):
        yield page, record
        assert record.complaints == []
        assert record.off_disk == []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site as any ledger gives it."""
    return build(tmp_path_factory.mktemp("plain"))


def build(folder: Path, planted: str = "") -> Path:
    """The site of an invented ledger in which every text starts with `planted`."""
    write_site(published(folder, planted), folder / "site")
    return folder / "site"
