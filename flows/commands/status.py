"""newsledger status"""

import json
from dataclasses import asdict

from flows.stages import LAST_LOOK
from flows.terminal import COMMON, Common, say, settings_of, write_fields, write_json
from warehouse.ledger import RunRow
from warehouse.status import status as read_status

_SHOWN = 10


def status(*, common: Common = COMMON) -> int:
    """Say what the warehouse holds, how the last run went and what it rejected."""
    settings = settings_of(common)
    found = read_status(settings.published)
    note = settings.data / LAST_LOOK
    last_look = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else None
    if common.json:
        write_json({"published": str(settings.published), "last_look": last_look} | asdict(found))
        return 0
    write_fields({"published": settings.published, "size": f"{settings.published.stat().st_size / 1e6:.1f} MB"})
    if found.last_run:
        write_fields({"last run": _in_words(found.last_run)})
    if last_look:
        write_fields(
            {"last look": f"{last_look['at']}: {last_look['seen']:,} files, {last_look['unchanged']:,} unchanged"}
        )
    write_fields({name: f"{count:>10,}" for name, count in found.tables.items()})
    for one in found.rejects[:_SHOWN]:
        say(f"rejected {one.path}: {one.reason} ({one.detail})")
    return 0


def _in_words(run: RunRow) -> str:
    ended = run.ended_at.isoformat(timespec="seconds") if run.ended_at else "not ended"
    return (
        f"{run.status}, {ended}, {run.n_new:,} new, {run.n_changed:,} changed, {run.n_rejected:,} rejected, {run.model}"
    )
