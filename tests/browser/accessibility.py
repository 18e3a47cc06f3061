"""axe-core on a page as it stands: https://github.com/dequelabs/axe-core, the copy that axe-playwright-python holds."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What depends on colours and widths; all other rules see the same page in every theme.
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]


def barriers(page: Page) -> list[str]:
    """What keeps somebody out, one line a rule: its name, the number of places, the first of them."""
    return _run(page, {"type": "tag", "values": TAGS})


def barriers_of_looks(page: Page) -> list[str]:
    """The same, for the rules that depend on colours and widths."""
    return _run(page, {"type": "rule", "values": LOOKS})


def _run(page: Page, only: dict[str, Any]) -> list[str]:
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{one['id']}: {len(one['nodes'])} × {one['nodes'][0]['html'][:160]}" for one in found["violations"]]
