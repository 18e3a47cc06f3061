"""newsledger config"""

import os
from pathlib import Path

from flows.settings import explain_settings
from flows.terminal import COMMON, Common, say, write_json, write_table


def config(*, common: Common = COMMON) -> int:
    """Show every setting, its value, where the value comes from and what it is for."""
    flags = {"data": str(common.data.resolve()) if common.data else None}
    settings, found = explain_settings(flags, os.environ, Path.cwd())
    if common.json:
        write_json({s.name: {"value": s.value, "origin": s.origin, "sentence": s.sentence} for s in settings})
        return 0
    write_table(
        ["setting", "value", "from", "what it is for"], [(s.name, s.value, s.origin, s.sentence) for s in settings]
    )
    if found is None and not common.quiet:
        say("no newsledger.toml here or above; defaults < environment (NEWSLEDGER_DATA …) < flags")
    return 0
