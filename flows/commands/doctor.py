"""newsledger doctor"""

import importlib.util
import shutil
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from flows.environment import running_server
from flows.settings import Settings
from flows.terminal import COMMON, Common, settings_of, write_json, write_table
from transforms.language.pipeline import load, model_version
from warehouse.ask import Question, ask
from warehouse.checks import check
from warehouse.database import open_published

# Newer ones of these make every flow run fail, or every cron schedule silently never run (see docs/how-to.md).
_PINNED = {
    "prefect": ("3.8.8", "3.8.9"),
    "fastapi": ("0.139", "0.151"),
    "sqlalchemy": ("2.0", "2.1"),
    "duckdb": ("1.5.5", "1.5.6"),
}


def doctor(*, common: Common = COMMON) -> int:
    """Test this installation: versions, model, disk, the published file and the local server; exit 1 if something is wrong."""
    settings = settings_of(common)
    tests: dict[str, Callable[[Settings], tuple[bool, str]]] = {
        "python": _python,
        **{name: lambda _, name=name: _pin(name) for name in _PINNED},  # type: ignore[misc]
        "model": _model,
        "disk": _disk,
        "warehouse": _warehouse,
        "server": _server,
    }
    results = [(name, *test(settings)) for name, test in tests.items()]
    if common.json:
        write_json([{"test": name, "ok": ok, "detail": detail} for name, ok, detail in results])
    else:
        write_table(["test", "", "detail"], [(name, "ok" if ok else "WRONG", detail) for name, ok, detail in results])
    return 0 if all(ok for _, ok, _ in results) else 1


def _python(_: Settings) -> tuple[bool, str]:
    ok = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return ok, f"{sys.version.split()[0]} (3.11 to 3.13 are supported)"


def _pin(name: str) -> tuple[bool, str]:
    lowest, beyond = _PINNED[name]
    try:
        found = version(name)
    except PackageNotFoundError:
        return False, "not installed: run `make setup`"
    ok = _numbers(lowest) <= _numbers(found) < _numbers(beyond)
    return ok, found if ok else f"{found}, needed from {lowest} and below {beyond}: run `make setup`"


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split(".") if part.isdigit())


def _model(settings: Settings) -> tuple[bool, str]:
    if importlib.util.find_spec("spacy") is None:
        return False, "spaCy is not installed: run `make setup`"
    try:
        nlp = load(settings.model)
    except OSError as error:
        return False, f"{error}".splitlines()[0]
    with nlp.memory_zone():
        found = [entity.text for entity in nlp("Maren Holt spoke in Lisbon on Tuesday.").ents]
    return "Lisbon" in found, f"{model_version(settings.model)} finds {', '.join(found)}"


def _disk(settings: Settings) -> tuple[bool, str]:
    place = next(folder for folder in (settings.data, *settings.data.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    return free > 500_000_000, f"{free / 1e9:.1f} GB free at {place}"


def _warehouse(settings: Settings) -> tuple[bool, str]:
    if not settings.published.is_file():
        return True, "nothing published yet: newsledger ingest FOLDER"
    with open_published(settings.published) as con:
        failures = check(con)
    count = ask(settings.published, Question("SELECT count(*) FROM current_articles")).item()
    return not failures, f"{count:,} articles, " + (
        f"{len(failures)} checks fail: newsledger check" if failures else "all checks hold"
    )


def _server(settings: Settings) -> tuple[bool, str]:
    return True, running_server(settings) or "no local Prefect server runs: newsledger up"
