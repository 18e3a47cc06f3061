"""newsledger schedule"""

import glob
import os
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from cyclopts import Parameter

from flows.environment import running_server
from flows.errors import UserError
from flows.schedules import Schedule, next_runs, read_schedule, remove_schedule, write_schedule
from flows.settings import Settings
from flows.terminal import COMMON, Common, say, settings_of, write, write_json


def schedule(
    cron: Annotated[str | None, Parameter(help='When, as cron: "0 6 * * *" is every day at six.')] = None,
    *inputs: Annotated[str, Parameter(help="Files, folders or globs to ingest.")],
    off: Annotated[bool, Parameter(help="Remove the schedule.")] = False,
    common: Common = COMMON,
) -> int:
    """Set, show or remove the schedule that `newsledger up` serves."""
    settings = settings_of(common)
    if off:
        remove_schedule(settings.data)
    elif cron is not None:
        if not inputs:
            raise UserError(
                "no folder to ingest", where="newsledger schedule", fix=f'newsledger schedule "{cron}" FOLDER'
            )
        for item in inputs:
            if not glob.glob(item) and not common.quiet:
                say(f"note: {item} is not there yet")
        given = tuple(os.path.abspath(item) for item in inputs)
        write_schedule(settings.data, Schedule(cron, settings.timezone, given, str(settings.project)))
    return _tell(settings, common)


def _tell(settings: Settings, common: Common) -> int:
    current = read_schedule(settings.data)
    if common.json:
        times = next_runs(current, datetime.now(), 3) if current else []
        write_json({"schedule": asdict(current) if current else None, "next": [time.isoformat() for time in times]})
        return 0
    if current is None:
        write("no schedule is set")
        return 0
    following = next_runs(current, datetime.now(), 1)[0]
    write(f"{current.cron} ({current.timezone}): ingest {' '.join(current.inputs)}")
    write(f"next run {following:%a %d %b %Y %H:%M %Z}")
    if running_server(settings) is None and not common.quiet:
        say("no server runs now: `newsledger up` serves the schedule")
    return 0
