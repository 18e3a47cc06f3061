"""One statement of a person, asked and printed: what `newsledger sql` and its shell have in common."""

from dataclasses import dataclass
from pathlib import Path

from flows.answers import write_answer
from flows.terminal import harmless, write
from warehouse.ask import Question, ask

_PLAN = ["explain_key", "explain_value"]  # what EXPLAIN gives is a drawing, not a cell
_ALL = 1 << 40  # rows; the memory of the sandbox ends an answer long before
FORMS = ("table", "csv", "json", "ndjson", "markdown", "parquet")


@dataclass(frozen=True, slots=True)
class Terms:
    """How an answer is printed (one of FORMS, to a file if one is given), its most rows (None: all), and what it may cost."""

    form: str
    limit: int | None
    seconds: float
    memory_mb: int
    out: Path | None = None


def answered(published: Path, statement: str, terms: Terms) -> tuple[int, bool]:
    """Ask in the sandbox and print; returns the rows printed, and whether there are more. Raises what `ask` raises, UserError."""
    most = _ALL if terms.limit is None else terms.limit
    answer = ask(published, Question(statement, most + 1, terms.seconds, terms.memory_mb))
    shown = answer.head(most)
    if shown.columns == _PLAN and terms.form == "table" and terms.out is None:
        write("\n".join(harmless(plan, lines=True) for plan in shown[_PLAN[1]]))
    else:
        write_answer(shown, terms.form, terms.out)
    return len(shown), len(answer) > most
