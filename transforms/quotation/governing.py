"""Where a run hangs in the parse: which reports govern it, and through which relations."""

from collections.abc import Sequence

from transforms.quotation.candidates import RunTokens, Scene
from transforms.quotation.reports import Report

_FAR, _MANY = 60, 40  # tokens, reports: beyond them nothing is looked for, so that the cost is bounded


def is_governed(run: RunTokens, report: Report) -> bool:
    """Whether the parser hangs the run under the report's verb."""
    return any(report.cue_start <= index < report.cue_end for index, _ in run.above)


def path_up(run: RunTokens, report: Report) -> tuple[str, ...]:
    """The relations up the parse from the run to the report's verb; empty where it does not govern the run."""
    for steps, (index, _) in enumerate(run.above, 1):
        if report.cue_start <= index < report.cue_end:
            return tuple(relation for _, relation in run.above[:steps])
    return ()


def rank_above(scene: Scene, run: RunTokens, report: Report, path: Sequence[str]) -> str:
    """Of the reports that govern the run: whether this is the lowest, else the rule of a lower one."""
    if not path:
        return "none"
    below = (
        other.rule
        for other in scene.reports[:_MANY]
        if other is not report
        and abs(other.cue_start - report.cue_start) < _FAR
        and 0 < len(path_up(run, other)) < len(path)
    )
    rule = next(below, None)
    return "lowest" if rule is None else f"above {rule}"
