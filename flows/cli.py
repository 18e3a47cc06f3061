"""`newsledger …`: arguments in, calls out. Each command is a module of flows/commands with a function of its name."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cyclopts import App

COMMANDS = {
    "ingest": "Read files and folders into the warehouse and publish it.",
    "report": "Write the report site from the published warehouse.",
    "sql": "Ask the published warehouse in SQL, read-only.",
    "views": "List the views, or explain one.",
    "show": "Print an article, quote or entity with its place in its file.",
    "extract": "Print what is read from files as JSON, touching no warehouse.",
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


def overview() -> str:
    """The help of the whole program."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {sentence}" for name, sentence in COMMANDS.items()]
    usage = "Usage: newsledger COMMAND [ARGS]    newsledger COMMAND --help    newsledger --version"
    return "\n".join([_PURPOSE, "", usage, "", "Commands:", *lines, ""])


def app_of() -> "App":
    """The command tree; a command's module is imported when it is called."""
    from cyclopts import App, Parameter

    app = App(name="newsledger", help=_PURPOSE, version=version("newsledger"), default_parameter=Parameter(negative=""))
    for name, sentence in COMMANDS.items():
        app.command(f"flows.commands.{name}:{name}", name=name, help=sentence)
    return app


def _run(app: "App", arguments: Sequence[str]) -> int:
    from cyclopts import CycloptsError

    from flows.errors import UserError
    from warehouse.errors import Locked, WarehouseError

    try:
        code = app(arguments, exit_on_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError:
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("interrupted: what was loaded is kept, run the command again to go on\n")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (UserError, WarehouseError) as error:
        if "--debug" in arguments:
            raise
        sys.stderr.write(f"{error}\n")
        return 3 if isinstance(error, Locked) else getattr(error, "exit_code", 1)
    return code if isinstance(code, int) else 0
