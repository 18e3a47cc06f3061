"""The shell's own commands: what is there, what may be asked, how it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from flows.completion import Known
from flows.errors import UserError
from flows.querying import FORMS, Terms, answered
from flows.questions import ANSWERED
from flows.terminal import say, write, write_table
from warehouse.database import open_published
from warehouse.relations import Relation, relations
from warehouse.views import View, catalogue

_SHELL = "the shell"
_MOST_DIGITS = 9
_ALSO = {"quit": ".quit", "exit": ".quit", "help": ".help", "?": ".help"}


@dataclass(slots=True)
class State:
    """What the shell asks, and how it shows the answers now."""

    published: Path
    terms: Terms


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it takes, what it does in words, and what it does with the words after its name."""

    takes: str
    sentence: str
    act: Callable[[State, str], None] | None


def named(text: str) -> str | None:
    """The command that a text names, with its dot; None when it is a statement."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return word.rstrip(";") if word.startswith(".") else _ALSO.get(text.strip().rstrip(";").lower())


def run_command(state: State, name: str, text: str) -> bool:
    """Do it; False for the one that leaves. Raises UserError for a command or an argument that is none."""
    command = COMMANDS.get(name)
    if command is None:
        raise UserError(f"no command is called {name}", where=_SHELL, fix=_meant(name, COMMANDS))
    if command.act is None:
        return False
    command.act(state, " ".join(text.split()[1:]).rstrip("; "))
    return True


def words_after(before: str, known: Known) -> list[tuple[str, str]]:
    """What may stand at the end of a line that begins with a dot, with a word on what it is."""
    name, space, _ = before.partition(" ")
    if not space:
        return [(one, command.sentence) for one, command in COMMANDS.items()]
    return [(word, "") for word in {".schema": sorted(known), ".format": FORMS}.get(name, ())]


def _views(state: State, _: str) -> None:
    with open_published(state.published) as con:
        write_table(["view", "question"], [(view.name, view.question) for view in catalogue(con)])


def _schema(state: State, name: str) -> None:
    with open_published(state.published) as con:
        known = {one.name: one for one in relations(con)}
    if not name:
        write_table(["name", "kind", "what it holds"], [(one.name, one.kind, _sentence(one)) for one in known.values()])
    elif name.lower() not in known:
        raise UserError(f"no table or view is called {name}", where=".schema", fix=_meant(name, known))
    else:
        one = known[name.lower()]
        write(f"{one.name} ({one.kind}): {_sentence(one)}")
        meanings = _meanings(one)
        write_table(
            ["column", "type", "meaning"],
            [(c, kind, meanings.get(c) or said) for c, (kind, said) in one.columns.items()],
        )


def _sentence(one: Relation) -> str:
    """A table's own words, which only its declaration has."""
    from transforms.schema import TABLES

    declared = TABLES.get(one.name)
    return one.sentence or ((declared.__doc__ or "").strip() if declared else "what newsledger notes for itself")


def _meanings(one: Relation) -> dict[str, str]:
    from transforms.schema import TABLES

    declared = TABLES.get(one.name) if one.kind == "table" else None
    return {name: column.description or "" for name, column in declared.columns().items()} if declared else {}


def _examples(state: State, number: str) -> None:
    with open_published(state.published) as con:
        views = catalogue(con)
    if not number:
        write_table(
            ["", "question", "statement"],
            [(n, view.question.split("?")[0] + "?", example(view)) for n, view in enumerate(views, 1)],
        )
        say("run one by its number: .examples 3")
        return
    chosen = _number(number, ".examples", len(views))
    write(example(views[chosen - 1]))
    n_rows, _ = answered(state.published, example(views[chosen - 1]), state.terms)
    say(f"{n_rows:,} row{'' if n_rows == 1 else 's'}")


def example(view: View) -> str:
    """A statement to start from: the one of docs/questions.md, or all columns but identifiers, which take much of a line."""
    if shown := next((one.example for one in ANSWERED if one.view == view.name), None):
        return " ".join(shown.rstrip("; ").split())
    ids = ", ".join(column for column in view.columns if column.endswith("_id"))
    return f"SELECT * EXCLUDE ({ids}) FROM {view.name} LIMIT 10" if ids else f"FROM {view.name} LIMIT 10"


def _format(state: State, form: str) -> None:
    if form and form not in FORMS:
        raise UserError(f"no format is called {form}", where=".format", fix=f"one of {', '.join(FORMS)}")
    state.terms = replace(state.terms, form=form or state.terms.form)
    say(f"rows are printed as {state.terms.form}")


def _limit(state: State, number: str) -> None:
    if number:
        state.terms = replace(state.terms, limit=_number(number.replace(",", ""), ".limit", 1_000_000))
    say(f"at most {state.terms.limit:,} rows are printed")


def _help(_: State, __: str) -> None:
    write_table(
        ["command", "what it does"], [(f"{name} {one.takes}".strip(), one.sentence) for name, one in COMMANDS.items()]
    )
    write(
        "Any other line is SQL, over as many lines as you like, up to a semicolon. Ctrl-C stops a query or drops the line."
    )


def _number(text: str, where: str, most: int) -> int:
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS and 1 <= int(text) <= most:
        return int(text)
    raise UserError(f"{text!r} is no number from 1 to {most:,}", where=where, fix=f"{where} {min(most, 10)}")


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word.lower(), list(known), 3)
    return f"did you mean {' or '.join(near)}?" if near else ".help lists the commands, .schema what can be asked"


COMMANDS = {
    ".views": Command("", "The views, and the question that each answers.", _views),
    ".schema": Command("[NAME]", "All tables and views, or the columns of one.", _schema),
    ".examples": Command("[NUMBER]", "The questions with a statement each, or run one.", _examples),
    ".format": Command("[FORMAT]", f"How rows are printed: {', '.join(FORMS)}.", _format),
    ".limit": Command("[ROWS]", "How many rows are printed at most.", _limit),
    ".help": Command("", "This list.", _help),
    ".quit": Command("", "Leave, as Ctrl-D does.", None),
}
