"""newsledger ask"""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.answers import form_of, write_answer
from flows.errors import UserError
from flows.filters import ANYTHING, Wanted, described, filters_of
from flows.terminal import COMMON, Common, say, settings_of, write_json, write_table
from warehouse.answer import Answer, answer
from warehouse.database import open_published
from warehouse.views import View, catalogue

Format = Literal["table", "csv", "json", "ndjson", "markdown", "parquet"]
_MOST_IN_A_TABLE = 40


def ask(
    name: Annotated[str | None, Parameter(help="The question by its name; without one, all are listed.")] = None,
    *,
    wanted: Wanted = ANYTHING,
    format: Annotated[
        Format | None, Parameter(help="How the rows are printed (default table, or as --out ends).")
    ] = None,
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help="Write to a file instead of stdout.")] = None,
    limit: Annotated[int | None, Parameter(help="Most rows (default 40 in a table, else all).")] = None,
    common: Common = COMMON,
) -> int:
    """Ask one of the questions that the views answer, of all articles or of those that the filters choose."""
    if limit is not None and limit < 1:
        raise UserError(f"--limit {limit} is no number from 1 up", where="newsledger ask", fix="--limit 40")
    published, filters = settings_of(common).published, filters_of(wanted)
    if name is None:
        if wanted != ANYTHING:
            raise UserError("filters without a question", where="newsledger ask", fix="newsledger ask top_speakers …")
        return _list(published, common)
    form = "ndjson" if common.json else form_of(format, out)
    most = _MOST_IN_A_TABLE if limit is None and form == "table" else limit
    found = answer(published, name, filters, None if most is None else most + 1)
    if not common.quiet:
        _introduce(found)
    write_answer(found.rows.head(most) if most is not None else found.rows, form, out)
    if most is not None and len(found.rows) > most and not common.quiet:
        say(f"the first {most:,} rows of more: raise --limit for the rest")
    return 0


def _list(published: Path, common: Common) -> int:
    with open_published(published) as con:
        questions = [(view.name, _question(view)) for view in catalogue(con)]
    if common.json:
        write_json([{"name": name, "question": question} for name, question in questions])
    else:
        write_table(["name", "question"], questions)
    if not common.quiet:
        say("newsledger ask NAME [--source …] [--speaker …] [--topic …] [--since …] [--until …]")
    return 0


def _question(view: View) -> str:
    """The question without what the view's sentence adds to it."""
    return view.question.partition("?")[0].strip() + "?"


def _introduce(found: Answer) -> None:
    """The question and what the filters did, on stderr."""
    say(_question(found.view))
    if said := described(found.choice, found.chosen):
        say(said)
    if found.rows.is_empty():
        say("no rows")
