"""The shell of `newsledger sql`: statements over several lines, history, completion, and commands that begin with a dot.

Each statement is asked as `newsledger sql "…"` asks it, in the sandbox; an error is said and the shell goes on.
"""

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from flows.completion import Known, suggestions
from flows.errors import UserError
from flows.querying import Terms, answered
from flows.settings import Settings
from flows.shell_commands import State, named, run_command, words_after
from flows.sql_text import statements
from flows.terminal import say
from warehouse.database import open_published
from warehouse.errors import WarehouseError
from warehouse.relations import relations

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer
    from prompt_toolkit.history import History

_PROMPT, _CONTINUED = "newsledger> ", "        ... "
_WELCOME = "end a statement with ; · .help for commands · Ctrl-D to leave"


def shell(settings: Settings, terms: Terms, environ: Mapping[str, str]) -> int:
    """Ask and answer until the person leaves; returns 0. Raises Missing when nothing was published yet."""
    with open_published(settings.published) as con:
        known = {one.name: tuple(one.columns) for one in relations(con)}
    session, state = _session(known, history_file(environ)), State(settings.published, terms)
    say(_WELCOME)
    while True:
        try:
            text = session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return 0
        if not obey(state, text):
            return 0


def obey(state: State, text: str) -> bool:
    """Do what was typed, and say what went wrong; False when the person wants to leave."""
    try:
        if name := named(text):
            return run_command(state, name, text)
        for statement in statements(text):
            if statement.sql:
                _answer(state, statement.sql)
    except KeyboardInterrupt:
        say("stopped")
    except (UserError, WarehouseError) as error:
        say(str(error))
    return True


def is_whole(text: str) -> bool:
    """Whether Enter ends what is typed: a command, nothing, or a statement with its semicolon."""
    return not text.strip() or named(text) is not None or [*statements(f"{text}\nx")][-1].sql == "x"


def history_file(environ: Mapping[str, str]) -> Path:
    """Where statements are remembered: in the user's state folder (XDG Base Directory Specification)."""
    folder = environ.get("XDG_STATE_HOME", "")
    states = Path(folder) if os.path.isabs(folder) else Path(environ.get("HOME", "~")).expanduser() / ".local" / "state"
    return states / "newsledger" / "sql_history"


def offered(before: str, after: str, known: Known) -> Iterable[tuple[str, str, int]]:
    """Words for the cursor: what to insert, what it is, how many characters before the cursor it takes the place of."""
    if before.lstrip().startswith("."):
        words = words_after(before.lstrip(), known)
        partial = before.lstrip().split(" ")[-1]
        return [(word, kind, len(partial)) for word, kind in words if word.startswith(partial)]
    return [(one.text, one.kind, one.replaces) for one in suggestions(before, after, known)]


def _answer(state: State, statement: str) -> None:
    began = time.monotonic()
    n_rows, more = answered(state.published, statement, state.terms)
    rows = "row" if n_rows == 1 else "rows"
    there_are = (
        f"the first {n_rows:,} {rows} of more: .limit {10 * n_rows} shows more" if more else f"{n_rows:,} {rows}"
    )
    say(f"{there_are} ({time.monotonic() - began:.1f} s)")


def _session(known: Known, history: Path) -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.lexers import PygmentsLexer
    from pygments.lexers.sql import SqlLexer

    return PromptSession(
        _PROMPT,
        multiline=Condition(lambda: not is_whole(get_app().current_buffer.text)),
        prompt_continuation=_CONTINUED,
        lexer=PygmentsLexer(SqlLexer),
        completer=_completer(known),
        history=_history(history),
    )


def _completer(known: Known) -> "Completer":
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.document import Document

    class FromWords(Completer):
        def get_completions(self, document: Document, complete_event: "CompleteEvent") -> Iterable[Completion]:
            found = offered(document.text_before_cursor, document.text_after_cursor, known)
            return (Completion(word, -replaces, display_meta=kind) for word, kind, replaces in found)

    return FromWords()


def _history(file: Path) -> "History":
    """The history in the file, which only its owner can read; of this session alone where it cannot be written."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError:
        return InMemoryHistory()
    return FileHistory(file)
