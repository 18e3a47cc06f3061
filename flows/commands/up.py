"""newsledger up"""

from typing import Annotated

from cyclopts import Parameter

from flows.serve import serve_in_foreground
from flows.terminal import COMMON, Common, settings_of


def up(
    *,
    port: Annotated[int | None, Parameter(help="Port on the loopback interface (default 4200).")] = None,
    common: Common = COMMON,
) -> int:
    """Run the local Prefect server and the schedule in the foreground until interrupted."""
    return serve_in_foreground(settings_of(common, port=port))
