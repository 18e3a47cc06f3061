"""What the report site of a warehouse costs: `python -m benchmarks.site PUBLISHED.duckdb [--keep DIR]`.

Prints seconds of reading (DuckDB) and of making pages, and what the site weighs; with a browser on the machine, also how long
the quotes page takes to open and to answer a keystroke.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from unittest import mock

from benchmarks.browsing import browser, find_browser, open_search, tab
from flows import publish
from warehouse.ask import read_frame

WORDS = "minister said that"
# A keystroke is answered when its results are drawn: the script's own work and the layout that follows it.
TYPED = """async words => {
    const field = document.querySelector("input[type=search]");
    const spent = [];
    for (let end = 1; end <= words.length; end++) {
        field.value = words.slice(0, end);
        const start = performance.now();
        field.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.offsetHeight;
        spent.push(performance.now() - start);
        await new Promise(resolve => setTimeout(resolve, 20));
    }
    return spent;
}"""


def main(argv: list[str] | None = None) -> int:
    """Build the site in a folder of its own and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("published", type=Path)
    parser.add_argument("--keep", type=Path, help="folder that the site is left in")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        site = arguments.keep or Path(scratch, "site")
        _build(arguments.published, site)
        _weigh(site)
        path = find_browser()
        print(_keystrokes(path, site) if path else "no browser: keystrokes were not measured")
    return 0


def _build(published: Path, site: Path) -> None:
    with _timed_reading() as reading:
        wall, cpu = time.perf_counter(), time.process_time()
        written = publish.write_site(published, site)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{written.pages:,} pages, {written.files:,} files, {written.size / 1e6:.1f} MB")
    print(f"built in {wall:.1f} s; {cpu:.1f} CPU s: reading {reading[0]:.1f}, making {cpu - reading[0]:.1f}")


@contextmanager
def _timed_reading() -> Iterator[list[float]]:
    """CPU seconds that reports spend in DuckDB, all threads together, in a list of one."""
    spent = [0.0]

    def timed(*asked: Any) -> Any:
        start = time.process_time()
        try:
            return read_frame(*asked)
        finally:
            spent[0] += time.process_time() - start

    with mock.patch.object(publish, "read_frame", timed):
        yield spent


def _weigh(site: Path) -> None:
    sizes, counts = Counter[str](), Counter[str]()
    for file in site.rglob("*"):
        if file.is_file():
            inside = file.relative_to(site)
            kind = (
                "/".join(inside.parts[:2]) if inside.parts[0] == "data" and len(inside.parts) > 2 else inside.parts[0]
            )
            sizes[kind] += file.stat().st_size
            counts[kind] += 1
    for kind, size in sizes.most_common():
        print(f"  {kind:24}{counts[kind]:8,} files{size / 1e3:12,.0f} kB")


def _keystrokes(path: str, site: Path) -> str:
    with browser(path) as running, tab(running) as (page, record):
        start = time.perf_counter()
        open_search(page, (site / "quotes.html").as_uri())
        opened = time.perf_counter() - start
        spent: list[float] = page.evaluate(TYPED, WORDS)
    problems = "".join(f"\n  {complaint}" for complaint in record.complaints)
    return f"quotes page opened in {opened:.1f} s; a keystroke {median(spent):.0f} ms, the slowest {max(spent):.0f} ms{problems}"


if __name__ == "__main__":
    sys.exit(main())
