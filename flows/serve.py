"""The local Prefect server and the deployment of the schedule, as child processes of one command in the foreground."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from flows.environment import SERVER_NOTE, answers, prefect_environment, running_server
from flows.errors import Busy, UserError
from flows.schedules import DEPLOYMENT, NAME, read_schedule
from flows.settings import Settings, load_settings
from flows.terminal import say

_START_SECONDS = 180
_STOP_SECONDS = 15
_LOOK_SECONDS = 1.0


def serve_in_foreground(settings: Settings) -> int:
    """Start the server, serve the schedule, serve it anew when it is changed, and stop both when interrupted."""
    if running_server(settings):
        raise Busy("a server runs for this data folder already", where=str(settings.data), fix="stop it, or use it")
    api = f"http://127.0.0.1:{settings.port}/api"
    if answers(api):
        raise UserError("another Prefect server holds the port", where=api, fix="choose another one with --port")
    environment = (
        os.environ | prefect_environment(settings) | {"PREFECT_API_URL": api, "NEWSLEDGER_DATA": str(settings.data)}
    )
    (settings.data / "prefect").mkdir(parents=True, exist_ok=True)
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # a shell starts background jobs with the first ignored
        signal.signal(sign, _interrupt)
    say("starting the Prefect server …")
    server = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(settings.port)]
    with _child(server, environment, settings.data / "prefect" / "server.log") as process, _noted(settings, api):
        _wait_until_healthy(process, api, settings)
        say(f"server: http://127.0.0.1:{settings.port} (stop with Ctrl-C)")
        while process.poll() is None:
            _serve_schedule(settings, environment, process)
    raise UserError(
        "the Prefect server stopped", where=str(settings.data / "prefect" / "server.log"), fix="read that file"
    )


def _serve_schedule(settings: Settings, environment: dict[str, str], server: "subprocess.Popen[bytes]") -> None:
    """Serve the present schedule until it is changed or the server ends."""
    version = _changed_at(settings)
    current = read_schedule(settings.data)
    say(
        f"serving: {current.cron} ({current.timezone}) {' '.join(current.inputs)}"
        if current
        else "no schedule is set: newsledger schedule CRON FOLDER"
    )
    command = [sys.executable, "-m", "flows.serve", str(settings.project)]
    with _child(command, environment, settings.data / "prefect" / "serve.log") as process:
        while server.poll() is None and _changed_at(settings) == version:
            time.sleep(_LOOK_SECONDS)
            if process.poll() is not None:
                log = settings.data / "prefect" / "serve.log"
                raise UserError(
                    "the schedule cannot be served", where=str(log), fix="read that file, then set the schedule again"
                )


def _changed_at(settings: Settings) -> int:
    path = settings.data / NAME
    return path.stat().st_mtime_ns if path.exists() else 0


@contextmanager
def _child(command: list[str], environment: dict[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A process in a group of its own, whose whole group is stopped at the end."""
    with log.open("ab") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(_STOP_SECONDS)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


@contextmanager
def _noted(settings: Settings, api: str) -> Iterator[None]:
    """Tell the other commands of this data folder where the server is."""
    note = settings.data / SERVER_NOTE
    note.write_text(json.dumps({"api": api, "pid": os.getpid()}), encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def _wait_until_healthy(process: "subprocess.Popen[bytes]", api: str, settings: Settings) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not answers(api):
        if process.poll() is not None or time.monotonic() > deadline:
            raise UserError(
                "the Prefect server did not start",
                where=str(settings.data / "prefect" / "server.log"),
                fix="read that file",
            )
        time.sleep(0.5)


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def serve(project: str) -> None:
    """In a process of its own, beside a server: serve the flow `ingest`, with the schedule if one is set, until stopped."""
    from flows.ingest import ingest

    settings = load_settings({}, os.environ, Path(project))
    current = read_schedule(settings.data)
    if current is None:
        ingest.serve(name=DEPLOYMENT, parameters={"inputs": [], "project": project}, print_starting_message=False)
        return
    from prefect.schedules import Cron

    parameters = {"inputs": list(current.inputs), "project": current.project}
    when = Cron(current.cron, timezone=current.timezone)
    ingest.serve(name=DEPLOYMENT, schedule=when, parameters=parameters, print_starting_message=False, limit=1)


if __name__ == "__main__":
    serve(sys.argv[1])
