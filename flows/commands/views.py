"""newsledger views"""

from typing import Annotated

from cyclopts import Parameter

from flows.errors import UserError
from flows.terminal import COMMON, Common, settings_of, write, write_fields, write_json, write_table
from warehouse.database import open_published
from warehouse.views import View, catalogue


def views(
    name: Annotated[str | None, Parameter(help="View to explain.")] = None,
    *,
    common: Common = COMMON,
) -> int:
    """List the views with the question that each answers, or explain the columns of one."""
    with open_published(settings_of(common).published) as con:
        known = {view.name: view for view in catalogue(con)}
    if name is not None and name not in known:
        raise UserError(f"no view is called {name}", where="newsledger views", fix=f"one of {', '.join(known)}")
    chosen = [known[name]] if name else list(known.values())
    if common.json:
        write_json([{"name": view.name, "question": view.question, "columns": view.columns} for view in chosen])
    elif name:
        _explain(known[name])
    else:
        write_table(["view", "question"], [(view.name, view.question) for view in chosen])
    return 0


def _explain(view: View) -> None:
    write(f"{view.name}: {view.question}")
    write("")
    write_fields(view.columns)
    write("")
    write(f'newsledger sql "FROM {view.name} LIMIT 10"')
