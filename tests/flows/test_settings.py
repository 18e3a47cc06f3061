"""Where a setting comes from, and what is said when it cannot be used."""

from pathlib import Path

import pytest

from flows.errors import UserError
from flows.settings import DEFAULTS, as_config, explain_settings, find_config, load_settings, worker_count


def config(folder: Path, text: str) -> Path:
    file = folder / "newsledger.toml"
    file.write_text(text, encoding="utf-8")
    return file


def explained(
    folder: Path, flags: dict[str, str | int | None], environ: dict[str, str]
) -> dict[str, tuple[object, str]]:
    return {setting.name: (setting.value, setting.origin) for setting in explain_settings(flags, environ, folder)[0]}


def test_flags_win_over_the_environment_over_the_file_over_defaults(tmp_path: Path) -> None:
    file = config(tmp_path, 'model = "from_file"\nworkers = 3\nbatch_size = 7\n')
    environ = {"NEWSLEDGER_WORKERS": "4", "NEWSLEDGER_BATCH_SIZE": "8", "NEWSLEDGER_MODEL_X": "no"}
    found = explained(tmp_path, {"batch_size": 9, "model": None}, environ)
    assert found["batch_size"] == (9, "--batch-size")
    assert found["workers"] == (4, "NEWSLEDGER_WORKERS")
    assert found["model"] == ("from_file", str(file))
    assert found["port"] == (4200, "default")


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings({}, {}, tmp_path)
    assert (settings.project, settings.data) == (tmp_path, tmp_path / "newsledger-data")
    assert settings.published == tmp_path / "newsledger-data" / "published.duckdb"
    assert all(getattr(settings, name) == value for name, (value, _) in DEFAULTS.items() if name != "data")
    assert worker_count(settings) >= 1


def test_an_empty_variable_is_none(tmp_path: Path) -> None:
    assert explained(tmp_path, {}, {"NEWSLEDGER_DATA": ""})["data"] == ("newsledger-data", "default")


def test_the_nearest_file_above_makes_its_folder_the_project(tmp_path: Path) -> None:
    file = config(tmp_path, 'data = "store"\n')
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) == file
    settings = load_settings({}, {}, deep)
    assert (settings.project, settings.data) == (tmp_path, tmp_path / "store")


def test_the_source_map_is_kept_in_order(tmp_path: Path) -> None:
    file = config(tmp_path, '[sources]\n"wire/*" = "Meridian Press"\n"*" = "The Rest"\n')
    settings = load_settings({}, {}, tmp_path)
    assert settings.sources == (("wire/*", "Meridian Press"), ("*", "The Rest"))
    assert explained(tmp_path, {}, {})["sources"][1] == str(file)


def test_lines_that_are_story_are_written_in_the_file(tmp_path: Path) -> None:
    file = config(tmp_path, 'story_lines = ["Read on *", "*ferry*"]\n')
    assert load_settings({}, {}, tmp_path).story_lines == ("Read on *", "*ferry*")
    assert explained(tmp_path, {}, {})["story_lines"][1] == str(file)


def test_the_record_of_a_run_names_no_folder_of_this_machine(tmp_path: Path) -> None:
    config(tmp_path, '[sources]\n"wire/*" = "Meridian Press"\n')
    assert str(tmp_path) not in str(as_config(load_settings({}, {}, tmp_path)))
    assert as_config(load_settings({}, {}, tmp_path))["sources"] == {"wire/*": "Meridian Press"}


UNUSABLE = {
    "workers = ": "no valid TOML",
    "wrokers = 2": "unknown setting wrokers",
    "workers = -1": "workers = -1",
    "batch_size = 0": "batch_size = 0",
    'batch_size = "many"': "batch_size = 'many'",
    "batch_size = 2.5": "batch_size = 2.5",
    "workers = true": "workers = True",
    "port = 70000": "port = 70000",
    "model = 3": "model = 3",
    'model = ""': "model = ''",
    'story_lines = "*"': "story_lines must be a list of globs",
    "story_lines = [3]": "story_lines must be a list of globs",
    'sources = "all"': r"\[sources\] must map globs to names",
    '[sources]\n"*" = 3': r"\[sources\] must map globs to names",
    '[sources]\n"*" = ""': r"\[sources\] must map globs to names",
}


@pytest.mark.parametrize(("text", "said"), UNUSABLE.items(), ids=UNUSABLE)
def test_what_cannot_be_used_is_said_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    file = config(tmp_path, text)
    with pytest.raises(UserError, match=said) as raised:
        load_settings({}, {}, tmp_path)
    assert raised.value.where == str(file)
    assert raised.value.exit_code == 2


def test_a_file_that_is_no_utf_8_is_said(tmp_path: Path) -> None:
    (tmp_path / "newsledger.toml").write_bytes(b'model = "\xff"')
    with pytest.raises(UserError, match="no valid TOML"):
        load_settings({}, {}, tmp_path)


@pytest.mark.parametrize(
    ("name", "value"), [("WORKERS", "two"), ("BATCH_SIZE", "-5"), ("SQL_SECONDS", "0"), ("PORT", "1e3")]
)
def test_a_bad_number_in_the_environment_is_said_with_the_variable(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(UserError, match="is no number") as raised:
        load_settings({}, {f"NEWSLEDGER_{name}": value}, tmp_path)
    assert raised.value.where == f"NEWSLEDGER_{name}"
