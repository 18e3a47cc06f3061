"""The report in the browser of this machine, off the network, with a record of whatever a page asks for or complains of.

Playwright drives it; the browser is the system's own (`apt-get install chromium`), none is downloaded.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PHONE, DESK = 390, 1280  # CSS pixels


@dataclass(frozen=True, slots=True)
class Record:
    """What a page did: addresses asked for, and what it complained of (errors of scripts, policy, missing files; dialogs)."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def off_disk(self) -> list[str]:
        """Requests for anything but files and what the page itself holds."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]


def find_browser() -> str | None:
    """The path of a browser on this machine, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@contextmanager
def browser(path: str) -> Iterator[Browser]:
    """The browser at `path`, running until the end of the block.

    Playwright keeps an event loop in this thread meanwhile: no other may be started here.
    """
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield running
        finally:
            running.close()


@contextmanager
def tab(running: Browser, **options: Any) -> Iterator[tuple[Page, Record]]:
    """A page without network, cookies or memory, and its record. `options` as of Playwright's `new_context`."""
    chosen: dict[str, Any] = {"viewport": {"width": DESK, "height": 900}, "offline": True} | options
    with running.new_context(**chosen) as context:
        record, page = Record(), context.new_page()
        page.set_default_timeout(10_000)
        context.on("request", lambda request: record.requests.append(request.url))
        page.on("requestfailed", lambda request: _note_failure(record, request))
        page.on("pageerror", lambda error: record.complaints.append(f"error: {error}"))
        page.on("console", lambda said: _note(record, said))
        page.on("dialog", lambda dialog: _dismiss(record, dialog))
        yield page, record


def open_search(page: Page, address: str) -> None:
    """Open the quotes page and wait until all quotations are there."""
    page.goto(address)
    page.wait_for_selector("#searched")
    page.wait_for_selector("#loading", state="hidden")


def open_article(page: Page, address: str) -> None:
    """Open an article page and wait until the article is there."""
    page.goto(address)
    page.wait_for_selector("#read")


def _dismiss(record: Record, dialog: Dialog) -> None:
    record.complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def _note_failure(record: Record, request: Request) -> None:
    if request.failure != "net::ERR_ABORTED":  # so ends what becomes a download
        record.complaints.append(f"failed: {request.url}")


def _note(record: Record, said: ConsoleMessage) -> None:
    if said.type in ("error", "warning"):
        record.complaints.append(f"{said.type}: {said.text}")
