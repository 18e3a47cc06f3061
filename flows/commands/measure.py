"""newsledger measure"""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.gold import read_gold
from flows.measuring import Measurement, measured
from flows.terminal import COMMON, Common, harmless, progress, say, settings_of, write, write_json, write_table

_METRICS = ("precision", "recall", "f1", "accuracy")


def measure(
    gold: Annotated[Path, Parameter(help="Folder of name.txt with name.json, or a .jsonl file of labelled spans.")],
    *,
    errors: Annotated[bool, Parameter(help="Print what is wrong, text by text.")] = False,
    model: Annotated[str | None, Parameter(help="spaCy pipeline (default auto).")] = None,
    common: Common = COMMON,
) -> int:
    """Score this installation on texts that a person labelled, and keep the scores in the warehouse for its reports."""
    settings = settings_of(common, model=model)
    found = measured(settings, read_gold(gold), progress)
    if common.json:
        write_json(_as_json(found) | ({"errors": found.errors} if errors else {}))
        return 0
    write_table(["", *_METRICS, "of"], _table(found))
    for name, lines in found.errors.items() if errors else ():
        write(f"\n{harmless(name)}")
        for line in lines:
            write(f"  {harmless(line)}")
    if not common.quiet:
        made = found.circumstances
        say(f'{made.gold}, read with {made.model}; kept in the warehouse: newsledger sql "FROM gold_scores"')
    return 0


def _table(found: Measurement) -> list[list[object]]:
    """A row a slice: each metric in percent, and the decisions that its last metric rests on."""
    values = {(one.slice, one.metric): one for one in found.scores}
    rows: list[list[object]] = []
    for what in dict.fromkeys(one.slice for one in found.scores):
        cells = [values.get((what, metric)) for metric in _METRICS]
        shown = ["" if cell is None else f"{cell.value:.1%}" for cell in cells]
        rows.append([what, *shown, [cell.n for cell in cells if cell][-1]])
    return rows


def _as_json(found: Measurement) -> dict[str, object]:
    return asdict(found.circumstances) | {"scores": [asdict(one) for one in found.scores]}
