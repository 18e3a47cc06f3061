"""newsledger check"""

from flows.terminal import COMMON, Common, say, settings_of, write, write_json, write_table
from warehouse.checks import Failure
from warehouse.checks import check as run_checks
from warehouse.database import open_published


def check(*, common: Common = COMMON) -> int:
    """Test the promises of the published warehouse, such as that every offset gives back its text; exit 1 if one is broken."""
    with open_published(settings_of(common).published) as con:
        failures = run_checks(con)
    if common.json:
        write_json([_as_json(failure) for failure in failures])
    for failure in [] if common.json else failures:
        write(f"{failure.name}: {failure.message} ({failure.count:,} rows)")
        write_table(failure.rows.columns, failure.rows.rows())
    if not failures and not common.quiet and not common.json:
        say("all checks hold")
    return 1 if failures else 0


def _as_json(failure: Failure) -> dict[str, object]:
    return {"name": failure.name, "message": failure.message, "count": failure.count, "rows": failure.rows.to_dicts()}
