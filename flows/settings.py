"""One frozen Settings, made at the edge: newsledger.toml < environment (NEWSLEDGER_…) < flags."""

import importlib.util
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from flows.errors import UserError
from transforms.language.pipeline import resolve_model

CONFIG_NAME = "newsledger.toml"
PREFIX = "NEWSLEDGER_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs to know; paths are absolute."""

    project: Path
    data: Path
    model: str
    workers: int
    batch_size: int
    port: int
    timezone: str
    sql_seconds: int
    sql_memory_mb: int
    sources: tuple[tuple[str, str], ...]
    story_lines: tuple[str, ...]

    @property
    def work(self) -> Path:
        """The working file, which belongs to the writer."""
        return self.data / "work.duckdb"

    @property
    def published(self) -> Path:
        """The file that readers open."""
        return self.data / "published.duckdb"

    @property
    def staging(self) -> Path:
        """Where batches are staged as Parquet."""
        return self.data / "staging"

    @property
    def reports(self) -> Path:
        """Where report sites are written."""
        return self.data / "reports"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting with its value and where the value comes from."""

    name: str
    value: Any
    origin: str
    sentence: str


# name → (default, sentence). The type of the default is the type of the setting.
DEFAULTS: Mapping[str, tuple[str | int, str]] = {
    "data": ("newsledger-data", "Folder of the warehouse, the reports and Prefect's state."),
    "model": ("auto", "spaCy pipeline by package name; auto takes the medium English one where present."),
    "workers": (0, "Worker processes for language analysis; 0 is one for each core."),
    "batch_size": (500, "Files in one batch: one task, one transaction."),
    "port": (4200, "Port of the local Prefect server, on the loopback interface."),
    "timezone": ("UTC", "IANA time zone of schedules."),
    "sql_seconds": (30, "Longest time that an ad-hoc query may take, in seconds."),
    "sql_memory_mb": (500, "Memory that an ad-hoc query may use, in megabytes."),
}

# What only the file can say: name → (default, sentence).
_WRITTEN_ONLY: Mapping[str, tuple[Any, str]] = {
    "sources": ({}, "Source map: glob of paths → name of the source."),
    "story_lines": ([], "Globs of lines that are story, however often they recur."),
}

_RANGES: Mapping[str, tuple[int, int | None]] = {"workers": (0, None), "port": (1, 65_535)}


def load_settings(flags: Mapping[str, str | int | None], environ: Mapping[str, str], start: Path) -> Settings:
    """The settings for a command started in the folder `start`; UserError for a value that cannot be used."""
    explained, config = explain_settings(flags, environ, start)
    values = {setting.name: setting.value for setting in explained}
    project = config.parent if config else start.resolve()
    values["data"] = (project / str(values["data"])).resolve()
    values["sources"] = tuple(values["sources"].items())
    return Settings(project=project, **(values | {"story_lines": tuple(values["story_lines"])}))


def explain_settings(
    flags: Mapping[str, str | int | None], environ: Mapping[str, str], start: Path
) -> tuple[list[Setting], Path | None]:
    """Every setting with its origin, and the configuration file that was found here or in a folder above."""
    config = find_config(start)
    written = _read(config) if config else {}
    explained = [_explain(name, flags, environ, (config, written)) for name in DEFAULTS]
    for name, (default, sentence) in _WRITTEN_ONLY.items():
        value = written.get(name, default)
        explained.append(Setting(name, value, str(config) if value else "default", sentence))
    return explained, config


def find_config(start: Path) -> Path | None:
    """The nearest newsledger.toml in the folder or above it."""
    folder = start.resolve()
    return next((place / CONFIG_NAME for place in (folder, *folder.parents) if (place / CONFIG_NAME).is_file()), None)


def _read(config: Path) -> dict[str, Any]:
    fix = f'known settings: {", ".join(DEFAULTS)}, story_lines, and a table [sources] of "glob" = "name"'
    try:
        written = tomllib.loads(config.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"the configuration is no valid TOML: {error}", where=str(config), fix=fix) from error
    unknown = written.keys() - DEFAULTS.keys() - _WRITTEN_ONLY.keys()
    if unknown:
        raise UserError(f"unknown setting {', '.join(sorted(unknown))}", where=str(config), fix=fix)
    sources = written.get("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(name, str) and name for name in sources.values()):
        raise UserError(
            "[sources] must map globs to names", where=str(config), fix='"harbour-post/**" = "The Harbour Post"'
        )
    lines = written.get("story_lines", [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise UserError("story_lines must be a list of globs", where=str(config), fix='story_lines = ["Read on *"]')
    return written


def _explain(
    name: str,
    flags: Mapping[str, str | int | None],
    environ: Mapping[str, str],
    config: tuple[Path | None, dict[str, Any]],
) -> Setting:
    default, sentence = DEFAULTS[name]
    variable, (path, written) = PREFIX + name.upper(), config
    if flags.get(name) is not None:
        value, origin = flags[name], f"--{name.replace('_', '-')}"
    elif environ.get(variable):
        value, origin = environ[variable], variable
    elif name in written:
        value, origin = written[name], str(path)
    else:
        value, origin = default, "default"
    return Setting(name, _typed(name, value, origin), origin, sentence)


def _typed(name: str, value: Any, origin: str) -> str | int:
    default = DEFAULTS[name][0]
    if isinstance(default, int):
        return _number(name, value, origin)
    if not isinstance(value, str) or not value:
        raise UserError(f"{name} = {value!r} is no text", where=origin, fix=f'{name} = "{default}"')
    return value


def _number(name: str, value: Any, origin: str) -> int:
    """The number in a flag or a TOML file, or the digits in a variable."""
    try:
        number = int(value) if isinstance(value, str) else value
    except ValueError:
        number = None
    lowest, highest = _RANGES.get(name, (1, None))
    if type(number) is int and lowest <= number <= (highest or number):
        return number
    wanted = f"from {lowest} to {highest}" if highest else f"from {lowest} up"
    raise UserError(f"{name} = {value!r} is no number {wanted}", where=origin, fix=f"{name} = {DEFAULTS[name][0]}")


def as_config(settings: Settings) -> dict[str, Any]:
    """The settings as plain values, for the record of a run; paths are left out, since they name one machine."""
    left_out = ("project", "data")
    values = {field.name: getattr(settings, field.name) for field in fields(settings) if field.name not in left_out}
    return values | {"sources": dict(settings.sources)}


def require_model(settings: Settings) -> None:
    """UserError unless the spaCy pipeline of the settings is an installed package or a folder."""
    name = resolve_model(settings.model)
    try:
        found = importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        found = False
    if not found and not Path(name).is_dir():
        raise UserError(f"no spaCy pipeline is called {name}", where="model", fix="model = auto, or install it")


def worker_count(settings: Settings) -> int:
    """Worker processes to start: as set, or one for each core that this process may use."""
    return settings.workers or len(os.sched_getaffinity(0))
