"""newsledger report"""

import time
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.errors import UserError
from flows.own_report import Limits, write_own_report
from flows.publish import write_latest, write_site
from flows.settings import Settings
from flows.site_files import Written
from flows.terminal import COMMON, Common, say, settings_of, write, write_json
from reports.text import slug


def report(
    sql_file: Annotated[
        Path | None, Parameter(name="FILE", help="An SQL file of your own to make a page of, instead of the site.")
    ] = None,
    *,
    out: Annotated[
        Path | None,
        Parameter(name=["--out", "-o"], help="Folder to write (default: one a run, under the data folder)."),
    ] = None,
    open_it: Annotated[bool, Parameter(name="--open", help="Open it in the browser.")] = False,
    common: Common = COMMON,
) -> int:
    """Write the report site, or one page from your SQL file, from the published warehouse and print where it is."""
    settings, started = settings_of(common), time.monotonic()
    if sql_file:
        folder = out.resolve() if out else _folder_of(settings, sql_file)
        limits = Limits(settings.sql_seconds, settings.sql_memory_mb)
        site = write_own_report(sql_file, settings.published, folder, limits)
    elif out:
        folder = out.resolve()
        site = write_site(settings.published, folder)
    else:
        folder, site = write_latest(settings)
    index = folder / "index.html"
    _say(site, index, time.monotonic() - started, common)
    if open_it:
        import webbrowser

        webbrowser.open(index.as_uri())
    return 0


def _folder_of(settings: Settings, sql_file: Path) -> Path:
    """The folder of a file's own report, by its name: none that a run or the link `latest` could have."""
    name = slug(sql_file.stem)
    if name in ("latest", "empty", "section"):
        raise UserError("no folder can be named after it", where=str(sql_file), fix="name a folder with --out")
    return settings.reports / name


def _say(site: Written, index: Path, seconds: float, common: Common) -> None:
    if common.json:
        figures = {"pages": site.pages, "files": site.files, "rewritten": site.rewritten, "bytes": site.size}
        write_json({"index": str(index), **figures, "seconds": round(seconds, 1)})
        return
    write(str(index))
    if not common.quiet:
        pages = "1 page" if site.pages == 1 else f"{site.pages:,} pages"
        say(
            f"{pages}, {site.size / 1e6:,.1f} MB, {site.rewritten:,} of {site.files:,} files new or changed, in {seconds:,.1f} s"
        )
