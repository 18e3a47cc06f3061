"""The pictures of the README: `python -m benchmarks.screenshots newsledger-demo/published.duckdb`, what `make demo` left.

Writes docs/screenshots/*.png, 1280 pixels wide, in the light theme.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browsing import DESK, browser, find_browser, tab
from flows.publish import write_site
from reports.links import article
from warehouse.ask import read_frame

FOLDER = Path(__file__).parent.parent / "docs" / "screenshots"
HEIGHTS = {"overview": 1500, "article": 1200}
# An article of the samples that shows most of what a page can: quotations of each type, by speakers with and without a name.
TELLING = """
SELECT article_id, quote_id
FROM current_quotes
WHERE ends_with(path, '/monsoon-herald/cyclone-ilma.txt') AND type = 'direct'
ORDER BY char_start
LIMIT 1
"""


def main(argv: list[str] | None = None) -> int:
    """Build the report and photograph it; 2 where there is no browser."""
    parser = argparse.ArgumentParser(description="Take the screenshots of the README.")
    parser.add_argument("published", type=Path)
    published: Path = parser.parse_args(argv).published
    path = find_browser()
    if path is None:
        print("error: no browser found\n  fix: apt-get install chromium", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch, browser(path) as running:
        site = Path(scratch, "site")
        write_site(published, site)
        article_id, quote_id = read_frame(published, TELLING).row(0)
        _take(running, site, "overview", "index.html")
        _take(running, site, "article", article(article_id, quote_id))
    return 0


def _take(running: Browser, site: Path, name: str, address: str) -> None:
    path, _, place = address.partition("#")
    with tab(running, color_scheme="light", viewport={"width": DESK, "height": HEIGHTS[name]}) as (page, _):
        page.goto((site / path).as_uri() + (f"#{place}" if place else ""))
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))")
        FOLDER.mkdir(parents=True, exist_ok=True)
        file = FOLDER / f"{name}.png"
        page.screenshot(path=file, animations="disabled", caret="hide")
    print(f"{file.name}  {file.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())
