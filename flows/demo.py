"""`make demo`: the samples through the Prefect flow, a report of them, and what to try next."""

import os
import sys
from pathlib import Path

from flows.cli import run
from flows.publish import write_latest
from flows.settings import load_settings
from flows.terminal import write
from warehouse.status import status

ROOT = Path(__file__).parent.parent
DATA = "newsledger-demo"


def main() -> int:
    """Ingest `samples/` into a warehouse of its own, write the report, and print where everything is."""
    os.chdir(ROOT)
    code = run(["ingest", "samples", "--data", DATA])
    if code:
        return code
    settings = load_settings({"data": DATA}, os.environ, ROOT)
    folder, _ = write_latest(settings)
    counts = status(settings.published).tables
    write("")
    write(f"report     {os.path.relpath(folder / 'index.html')}   (open it in a browser)")
    write(f"warehouse  {os.path.relpath(settings.published)}   (opens in the duckdb command line too)")
    write(
        f"           {counts['articles']} articles, {counts['quotes']} quotes, {counts['mentions']} mentions of names"
    )
    write("\ntry next")
    for command in _commands():
        write(f"  .venv/bin/newsledger {command} --data {DATA}")
    return 0


def _commands() -> tuple[str, ...]:
    return (
        'ask top_speakers --source "The Harbour Post"',
        'search "radar fog"',
        'sql "SELECT source, speaker, content, path, char_start FROM quote_evidence LIMIT 5"',
        "views topics_by_source",
    )


if __name__ == "__main__":
    sys.exit(main())
