"""Prefect's environment: its state under the data folder, loopback only, no telemetry. Set before Prefect is imported."""

import json
import os
import urllib.error
import urllib.request
from pathlib import Path

from flows.settings import Settings

SERVER_NOTE = "server.json"


def prefect_environment(settings: Settings) -> dict[str, str]:
    """Variables for Prefect. Reasons: the server asks a telemetry host unless told not to, its start-up may take over 20 s
    on a busy laptop, and its own state belongs to the project.
    """
    return {
        "PREFECT_HOME": str(settings.data / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": "2592000",
    }


def prepare_environment(settings: Settings) -> str | None:
    """Set Prefect's variables where the user has not; returns the API of the server to join, None if one must be started.

    Flags reach the flow through the environment, as settings do.
    """
    for name, value in prefect_environment(settings).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")  # the command says it itself
    for name in ("data", "model", "workers", "batch_size"):
        os.environ[f"NEWSLEDGER_{name.upper()}"] = str(getattr(settings, name))
    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
    api = os.environ.get("PREFECT_API_URL") or running_server(settings)
    if api:
        os.environ["PREFECT_API_URL"] = api
    return api


def running_server(settings: Settings) -> str | None:
    """The API of the server that `newsledger up` runs for this data folder, if it answers."""
    try:
        note = json.loads((settings.data / SERVER_NOTE).read_text(encoding="utf-8"))
        api = str(note["api"])
    except (OSError, ValueError, KeyError):
        return None
    return api if answers(api) else None


def answers(api: str) -> bool:
    """Whether a Prefect server is healthy at this address."""
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError, ValueError):
        return False
