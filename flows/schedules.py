"""The schedule that `newsledger up` serves: one small file in the data folder."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from croniter import croniter

from flows.errors import UserError
from flows.files import replace_file

NAME = "schedule.json"
DEPLOYMENT = "scheduled"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When (cron, IANA time zone) which inputs are ingested; `project` is the folder whose configuration counts."""

    cron: str
    timezone: str
    inputs: tuple[str, ...]
    project: str


def read_schedule(data: Path) -> Schedule | None:
    """The schedule of a data folder; None if none is set."""
    try:
        written = json.loads((data / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Schedule(written["cron"], written["timezone"], tuple(written["inputs"]), written["project"])


def write_schedule(data: Path, schedule: Schedule) -> None:
    """Set the schedule; UserError if the cron expression or the time zone is none."""
    next_runs(schedule, datetime.now(), 1)
    data.mkdir(parents=True, exist_ok=True)
    replace_file(data / NAME, json.dumps(asdict(schedule)).encode())


def remove_schedule(data: Path) -> None:
    """Serve no schedule any more."""
    (data / NAME).unlink(missing_ok=True)


def next_runs(schedule: Schedule, now: datetime, count: int) -> list[datetime]:
    """The next times that it fires, in its time zone."""
    try:
        zone = ZoneInfo(schedule.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UserError(
            f"no time zone {schedule.timezone!r}", where="timezone", fix='timezone = "Europe/Madrid"'
        ) from error
    if len(schedule.cron.split()) != 5 or not croniter.is_valid(schedule.cron):
        fix = '"0 6 * * *" is every day at six: minute, hour, day of month, month, day of week'
        raise UserError(f"no cron expression: {schedule.cron!r}", where="newsledger schedule", fix=fix)
    times = croniter(schedule.cron, now.astimezone(zone))
    return [times.get_next(datetime) for _ in range(count)]
