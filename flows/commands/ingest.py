"""newsledger ingest"""

import os
from typing import Annotated, Any

from cyclopts import Parameter

from flows.direct import ingest_directly
from flows.environment import prepare_environment
from flows.errors import UserError
from flows.scan import expand
from flows.settings import Settings
from flows.stages import Request, plan_run
from flows.summary import in_words, summary
from flows.terminal import COMMON, Common, progress, say, settings_of, write_json

_SHOWN = 10


def ingest(
    *inputs: Annotated[str, Parameter(help="Files (.txt, .txt.gz), folders, or globs in quotation marks.")],
    direct: Annotated[bool, Parameter(help="Run the same stations without Prefect.")] = False,
    dry_run: Annotated[bool, Parameter(help="Say what would be done and write nothing.")] = False,
    reprocess: Annotated[bool, Parameter(help="Derive all stored texts again.")] = False,
    strict: Annotated[bool, Parameter(help="Exit with 1 when a file is rejected.")] = False,
    model: Annotated[str | None, Parameter(help="spaCy pipeline (default auto).")] = None,
    workers: Annotated[int | None, Parameter(help="Worker processes (default one for each core).")] = None,
    batch_size: Annotated[int | None, Parameter(help="Files in one batch (default 500).")] = None,
    common: Common = COMMON,
) -> int:
    """Read files and folders into the warehouse and publish it.

    What the ledger knows is not read again. With `--reprocess` and no input, only stored texts are derived again.
    """
    if not inputs and not reprocess:
        raise UserError("nothing to ingest", where="newsledger ingest", fix="newsledger ingest FOLDER")
    for given in inputs:
        expand(given)  # at once, before Prefect is started: it names nothing or it raises
    settings = settings_of(common, model=model, workers=workers, batch_size=batch_size)
    if dry_run:
        return _rehearse(settings, Request(inputs, reprocess), common)
    if common.quiet:
        os.environ["NEWSLEDGER_QUIET"] = "1"
    run = _directly if direct else _through_prefect
    return _tell(run(settings, inputs, reprocess), strict, common)


def _directly(settings: Settings, inputs: tuple[str, ...], reprocess: bool) -> dict[str, Any]:
    return summary(ingest_directly(settings, Request(inputs, reprocess), progress))


def _through_prefect(settings: Settings, inputs: tuple[str, ...], reprocess: bool) -> dict[str, Any]:
    if prepare_environment(settings) is None and "NEWSLEDGER_QUIET" not in os.environ:
        say(
            "starting a Prefect server for this run, about 15 s (hint: `newsledger up` keeps one running, --direct needs none)"
        )
    from flows.ingest import ingest as flow

    given = [os.path.abspath(item) for item in inputs]
    figures: dict[str, Any] = flow(given, str(settings.project), reprocess)
    return figures


def _rehearse(settings: Settings, request: Request, common: Common) -> int:
    plan = plan_run(settings, request).plan
    counts = {"new": len(plan.new), "changed": len(plan.changed), "unchanged": plan.n_unchanged}
    if common.json:
        rest = {"seen": plan.n_seen, "rederived": plan.n_rederived, "ignored": plan.n_ignored, "dry_run": True}
        write_json(counts | rest)
        return 0
    say(
        "would read: " + ", ".join(f"{count:,} {word}" for word, count in counts.items()) + f" of {plan.n_seen:,} files"
    )
    for word, paths in (("new", plan.new), ("changed", plan.changed)):
        say(*(f"  {word}: {path}" for path in sorted(paths)[:_SHOWN]))
    if plan.n_rederived:
        say(f"would derive {plan.n_rederived:,} stored texts again")
    return 0


def _tell(figures: dict[str, Any], strict: bool, common: Common) -> int:
    rejects = figures["rejects"]
    if common.json:
        write_json(figures)
    elif not common.quiet:
        say(in_words(figures))
        say(*(f"  rejected {one['path']}: {one['reason']} ({one['detail']})" for one in rejects[:_SHOWN]))
        if len(rejects) > _SHOWN:
            say(f'  … and {len(rejects) - _SHOWN:,} more: newsledger sql "FROM rejects"')
        if figures["ignored"]:
            say(f"  passed over {figures['ignored']:,} files that are not .txt or .txt.gz")
        say("next: newsledger report" if figures["run_id"] else "nothing to do")
    return 1 if strict and rejects else 0
