"""The page in a real browser: hostile text in every field, the content policy taken away, and still nothing runs."""

import re
import shutil
import subprocess
import warnings
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reports.page import Masthead, Section, render

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=3000", "--dump-dom",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        reason = "NO BROWSER FOUND: the page was not opened in one (test_report_page.py ran). apt-get install chromium"
        warnings.warn(reason, stacklevel=1)  # pytest prints warnings even when it is told to be quiet
        pytest.skip(reason)
    return found


def _dom(browser: str, site: Path, files: dict[str, str | bytes]) -> str:
    for name, content in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    command = [browser, *FLAGS, f"--user-data-dir={site}/profile", (site / "index.html").as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def _without_policy(files: dict[str, str | bytes], probe: str = "") -> dict[str, str | bytes]:
    bare, n = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', probe, str(files["index.html"]))
    assert n == 1
    return files | {"index.html": bare}


class _Tags(HTMLParser):
    def __init__(self, dom: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.feed(dom)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [name for name, _ in attrs]))


def test_hostile_text_does_not_run(
    browser: str,
    tmp_path: Path,
    masthead: Masthead,
    sections: list[Section],
    poison: Callable[[], tuple[Masthead, list[Section]]],
) -> None:
    benign = _dom(browser, tmp_path / "benign", _without_policy(render(masthead, sections)))
    hostile = _dom(browser, tmp_path / "hostile", _without_policy(render(*poison())))
    tags = _Tags(hostile).found
    assert tags[0] == ("html", ["lang"])
    assert tags == _Tags(benign).found
    assert not re.search(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]", hostile
    )


def test_this_test_would_notice_a_script_that_runs(browser: str, tmp_path: Path) -> None:
    own = "<p>x</p><script>document.documentElement.setAttribute('data-owned','yes')</script>"
    page: dict[str, str | bytes] = {"index.html": f'<!doctype html><html lang="en">{own}</html>'}
    assert _Tags(_dom(browser, tmp_path, page)).found[0] == ("html", ["lang", "data-owned"])


def test_styles_and_script_work_from_disk_under_the_policy(
    browser: str, tmp_path: Path, masthead: Masthead, sections: list[Section]
) -> None:
    files = render(masthead, sections)
    probe = "\ndocument.querySelector('.league .sort').click();\ndocument.body.dataset.colour = getComputedStyle(document.body).backgroundColor;"
    files["assets/app.js"] = bytes(files["assets/app.js"]) + probe.encode()  # type: ignore[arg-type]
    dom = _dom(browser, tmp_path, files)
    assert 'data-colour="rgb(252, 250, 246)"' in dom
    assert re.search(r'aria-sort="ascending"><button[^>]*>Speaker', dom)
    league = dom[dom.index('class="rows league"') :]
    assert league.index("Adaeze Follow-Lund") < league.index("Ilse Marrow")


@pytest.mark.parametrize("hostile", [False, True])
def test_the_page_is_as_wide_as_a_phone(
    browser: str,
    tmp_path: Path,
    masthead: Masthead,
    sections: list[Section],
    poison: Callable[[], tuple[Masthead, list[Section]]],
    hostile: bool,
) -> None:
    files = _without_policy(render(*poison()) if hostile else render(masthead, sections))
    report = "<script>addEventListener('load', () => parent.postMessage([innerWidth, document.documentElement.scrollWidth], '*'))</script>"
    files["frame.html"] = str(files["index.html"]).replace("</body>", report + "</body>")
    files["index.html"] = (
        "<!doctype html><iframe src=frame.html width=390 height=844></iframe>"
        "<script>onmessage = (event) => { document.title = event.data.join(' ') }</script>"
    )
    title = re.search(r"<title>(\d+) (\d+)</title>", _dom(browser, tmp_path, files))
    assert title is not None
    assert int(title[2]) <= int(title[1]) == 390
