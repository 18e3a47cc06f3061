"""newsledger export"""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.exporting import export_all
from flows.terminal import COMMON, Common, say, settings_of, write, write_json


def export(
    *,
    to: Annotated[Path, Parameter(help="Folder to write: a new one, an empty one, or that of an earlier export.")],
    only: Annotated[
        tuple[str, ...], Parameter(consume_multiple=True, help="Only these tables and views (default all).")
    ] = (),
    common: Common = COMMON,
) -> int:
    """Write every table and view as Parquet and CSV, with a data dictionary for persons and for programs."""
    out = to.resolve()
    is_quiet = common.quiet or common.json
    done = export_all(settings_of(common).published, out, only, (lambda _: None) if is_quiet else say)
    if common.json:
        write_json({"folder": str(out), "rows": done.rows, "bytes": done.size})
        return 0
    write(str(out))
    if not common.quiet:
        say(f"{len(done.rows)} tables and views, {done.size / 1e6:,.1f} MB; README.md there says what they mean")
    return 0
