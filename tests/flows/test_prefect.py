"""A real Prefect server, started as a user starts it: what the pins of pyproject.toml guard.

Newer versions of Prefect's parts make every flow run fail, or let a cron schedule silently never run: neither shows without
a server. All tests of this file share one, since its start takes most of their time.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from newsroom import Desk, article, everything, numbered, rewrite, write

from flows.environment import running_server

PROGRAM = [sys.executable, "-c", "from flows.cli import main; main()"]
SOON = {"PREFECT_RUNNER_POLL_FREQUENCY": "2"}  # a triggered run is seen sooner than after ten seconds
START_SECONDS, RUN_SECONDS = 180, 120


@dataclass(frozen=True)
class Server:
    """`newsledger up`, running in the project of a desk."""

    desk: Desk
    process: "subprocess.Popen[bytes]"
    log: Path
    api: str

    def ask(self, path: str, **body: Any) -> Any:
        """The server's answer; a request with a body is posted."""
        data = json.dumps(body).encode() if body or path.endswith(("filter", "create_flow_run")) else None
        request = urllib.request.Request(f"{self.api}/{path}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as reply:
            return json.load(reply)

    def deployment(self) -> Any:
        return self.ask("deployments/name/ingest/scheduled")

    def command(self, *arguments: str) -> dict[str, Any]:
        """What a command that is given here prints as JSON, with its words under `said`."""
        done = subprocess.run([*PROGRAM, *arguments, "--json"], cwd=self.desk.project, capture_output=True, check=True)
        return json.loads(done.stdout) | {"said": done.stderr.decode()}

    def flow_run_of(self, run_id: str) -> str:
        ((flow_run_id,),) = self.desk.ask(f"SELECT flow_run_id FROM runs WHERE run_id = '{run_id}'")
        return str(flow_run_id)


def until(seconds: float, ready: Callable[[], Any], log: Path) -> Any:
    """What `ready` gives as soon as that is something."""
    deadline = time.monotonic() + seconds
    while not (found := ready()):
        assert time.monotonic() < deadline, log.read_text("utf-8", "replace")[-3000:]
        time.sleep(0.5)
    return found


def processes() -> dict[int, int]:
    """The processes that run now (those that only wait to be collected do not), each with the one that started it."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text("utf-8", "replace").rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            parents[int(stat.parent.name)] = int(parent)
    return parents


def children(of: int) -> set[int]:
    """The processes that a process has started, and those that these have started."""
    parents = processes()
    found = {of} & parents.keys()
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {of}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    desk = Desk(tmp_path_factory.mktemp("served"))
    numbered(desk.inbox, 3)
    write(desk.inbox, empty="")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    subprocess.run([*PROGRAM, "schedule", "0 6 * * *", "inbox", "-q"], cwd=desk.project, check=True)
    log = desk.project / "up.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*PROGRAM, "up", "--port", str(port)],
            cwd=desk.project,
            env=os.environ | SOON,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        api = until(START_SECONDS, lambda: running_server(desk.settings) or process.poll() is not None, log)
        assert process.poll() is None, log.read_text()
        yield Server(desk, process, log, api)
    finally:
        for each in {process.pid, *children(process.pid)} if process.poll() is None else ():
            os.kill(each, signal.SIGKILL)


def test_a_schedule_gives_scheduled_runs(server: Server) -> None:
    until(RUN_SECONDS, lambda: "serving: 0 6 * * * (UTC)" in server.log.read_text(), server.log)

    def deployed() -> Any:
        found = server.ask("deployments/filter", deployments={"name": {"any_": ["scheduled"]}})
        return found and found[0]["schedules"] and found[0]

    deployment = until(RUN_SECONDS, deployed, server.log)
    assert deployment["schedules"][0]["schedule"] == {"cron": "0 6 * * *", "timezone": "UTC", "day_or": True}
    assert deployment["parameters"]["inputs"] == [str(server.desk.inbox)]
    scheduled = {"deployment_id": {"any_": [deployment["id"]]}, "state": {"type": {"any_": ["SCHEDULED"]}}}
    runs = until(RUN_SECONDS, lambda: server.ask("flow_runs/filter", flow_runs=scheduled), server.log)
    assert all("T06:00:00" in run["next_scheduled_start_time"] for run in runs)


def test_ingest_joins_the_server_and_its_run_is_completed_in_the_servers_records(server: Server) -> None:
    figures = server.command("ingest", "inbox", "--batch-size", "2", "--workers", "1")
    assert (figures["new"], figures["rejected"]) == (3, 1)
    assert figures["said"] == "", "no server of its own was started"
    flow_run_id = server.flow_run_of(figures["run_id"])
    flow_run = server.ask(f"flow_runs/{flow_run_id}")
    assert (flow_run["state_type"], flow_run["state_name"]) == ("COMPLETED", "Completed")
    (artifact,) = server.ask("artifacts/filter", artifacts={"flow_run_id": {"any_": [flow_run_id]}})
    assert (artifact["type"], artifact["key"]) == ("markdown", "ingest-run")
    assert "`inbox/empty.txt`: empty" in artifact["data"]
    tasks = server.ask("task_runs/filter", flow_runs={"id": {"any_": [flow_run_id]}})
    assert 2 + 1 <= len(tasks) <= 2 + 3
    assert {task["state_type"] for task in tasks} == {"COMPLETED"}


def test_the_same_again_is_idle(server: Server) -> None:
    before = everything(server.desk.settings.published)
    figures = server.command("ingest", "inbox")
    assert (figures["run_id"], figures["unchanged"], figures["rows"]) == (None, 4, {})
    assert everything(server.desk.settings.published) == before


def test_a_triggered_run_of_the_deployment_fills_the_warehouse(server: Server) -> None:
    rewrite(server.desk.inbox / "a000.txt", article(300))
    flow_run = server.ask(f"deployments/{server.deployment()['id']}/create_flow_run")

    def ended() -> Any:
        found = server.ask(f"flow_runs/{flow_run['id']}")
        return found["state_type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") and found

    serve_log = server.desk.settings.data / "prefect" / "serve.log"
    assert until(RUN_SECONDS, ended, serve_log)["state_type"] == "COMPLETED"
    assert server.desk.ask("SELECT n_changed, n_unchanged FROM runs ORDER BY started_at DESC LIMIT 1") == [(1, 3)]
    assert server.desk.ask("SELECT count(*) FROM current_articles WHERE headline LIKE '% plan 300'") == [(1,)]


def test_ctrl_c_leaves_no_process_behind(server: Server) -> None:
    started = children(server.process.pid)
    assert len(started) >= 2
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(60) == 130
    until(5, lambda: not started & processes().keys(), server.log)
    assert running_server(server.desk.settings) is None
    assert "Traceback" not in server.log.read_text("utf-8")
