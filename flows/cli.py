"""`newsledger …`: arguments in, calls out. Each command is a module of flows/commands with a function of its name."""

import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cyclopts import App

COMMANDS = {
    "ingest": "Read files and folders into the warehouse and publish it.",
    "report": "Write the report site from the published warehouse.",
    "ask": "Ask a question by its name, of all articles or of those that filters choose.",
    "search": "Find quotes and articles by their words, the best first.",
    "sql": "Ask the published warehouse in SQL, read-only.",
    "views": "List the views, or explain one.",
    "show": "Print an article, quote or entity with its place in its file.",
    "review": "Correct who is who: merge, split or rename entities, for good.",
    "extract": "Print what is read from files as JSON, touching no warehouse.",
    "export": "Write every table and view as Parquet and CSV, with a data dictionary.",
    "measure": "Score this installation on texts that a person labelled, and keep the scores.",
    "status": "Say what the warehouse holds and how the last run went.",
    "check": "Test the warehouse's promises.",
    "schedule": "Set, show or remove the schedule that `up` serves.",
    "up": "Run the local Prefect server and the schedule in the foreground.",
    "config": "Show every setting and where its value comes from.",
    "doctor": "Test this installation.",
}
_PURPOSE = "newsledger: who said what, about what, in which source"


def main() -> None:
    """Run the command line and exit: 0 ok, 1 done but data bad, 2 usage, 3 locked, 130 interrupted."""
    if "--debug" not in sys.argv:
        sys.excepthook = _in_three_lines
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Help and version need no library and come at once."""
    if not arguments or arguments[0] in ("--help", "-h"):
        sys.stdout.write(overview())
        return 0
    if arguments[0] in ("--version", "-V"):
        sys.stdout.write(f"newsledger {version('newsledger')}\n")
        return 0
    return _run(app_of(), arguments)


def _in_three_lines(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error that no one foresaw (a full disk, a fault of ours), without its traceback."""
    last = traceback.extract_tb(trace)[-1:]
    where = f"{last[0].filename}:{last[0].lineno}" if last else "unknown"
    message = f"{kind.__name__}: {error}".splitlines()[0]
    sys.stderr.write(f"error: {message}\n  where: {where}\n  fix: run it again with --debug for the whole story\n")


def overview() -> str:
    """The help of the whole program."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {sentence}" for name, sentence in COMMANDS.items()]
    usage = "Usage: newsledger COMMAND [ARGS]    newsledger COMMAND --help    newsledger --version"
    return "\n".join([_PURPOSE, "", usage, "", "Commands:", *lines, ""])


def app_of() -> "App":
    """The command tree; a command's module is imported when it is called."""
    from cyclopts import App, Parameter

    app = App(
        name="newsledger",
        help=_PURPOSE,
        version=version("newsledger"),
        default_parameter=Parameter(negative="", show_default=False),
        suppress_keyboard_interrupt=False,
    )
    for name, sentence in COMMANDS.items():
        app.command(f"flows.commands.{name}:{name}", name=name, help=sentence)
    return app


def _run(app: "App", arguments: Sequence[str]) -> int:
    from cyclopts import CycloptsError

    from flows.errors import UserError
    from flows.terminal import say
    from warehouse.errors import WarehouseError

    try:
        code = app(arguments, exit_on_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError:
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; what was loaded is kept\n")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (UserError, WarehouseError) as error:
        if "--debug" in arguments:
            raise
        say(str(error))
        return error.exit_code
    return code if isinstance(code, int) else 0
