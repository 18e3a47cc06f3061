"""newsledger report"""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.publish import write_site
from flows.terminal import COMMON, Common, say, settings_of, write, write_json
from warehouse.status import status


def report(
    *,
    out: Annotated[Path | None, Parameter(help="Folder to write (default: one a run, under the data folder).")] = None,
    common: Common = COMMON,
) -> int:
    """Write the report site from the published warehouse and print where it is."""
    settings = settings_of(common)
    run = status(settings.published).last_run
    site = write_site(settings.published, out.resolve() if out else settings.reports / (run.run_id if run else "empty"))
    if common.json:
        write_json({"index": str(site.index), "pages": site.pages, "bytes": site.size})
        return 0
    write(str(site.index))
    if not common.quiet:
        say(f"wrote {site.pages} page{'s' if site.pages > 1 else ''}, {site.size / 1000:,.0f} kB; open it in a browser")
    return 0
