"""From the published warehouse to a folder of files that stands on its own."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from flows.data_package import MAKER, Exported, package, readme
from flows.errors import UserError
from flows.files import digest_of, held_in, whole_folder
from warehouse.database import open_published
from warehouse.export import Exportable, exportables, write_relation
from warehouse.ledger import last_run

_PACKAGE, _README = "datapackage.json", "README.md"


@dataclass(frozen=True, slots=True)
class Written:
    """What an export holds: rows by table and view, and the size of all its files in bytes."""

    rows: dict[str, int]
    size: int


def export_all(published: Path, out: Path, only: Sequence[str], tell: Callable[[str], None]) -> Written:
    """Write the tables and views (`only` these, if any are named) to the folder `out`, whole or not at all.

    The same data gives the same bytes. Raises Missing; UserError for a name that is none, for a folder that holds anything
    but an earlier export, and when the disk refuses; WarehouseError when a view cannot be written.
    """
    _require_ours(out)
    try:
        with open_published(published) as con:
            chosen = _chosen(exportables(con), only)
            run = last_run(con)
            with whole_folder(out) as folder:
                for form in ("parquet", "csv"):
                    (folder / form).mkdir()
                files, rows = list[Exported](), dict[str, int]()
                for relation in chosen:
                    paths = [folder / form / f"{relation.name}.{form}" for form in ("parquet", "csv")]
                    rows[relation.name] = write_relation(con, relation, *paths)
                    files += [_exported(relation, path, folder) for path in paths]
                    tell(f"{relation.name}: {rows[relation.name]:,} row{'s' * (rows[relation.name] != 1)}")
                created = run.ended_at.isoformat() if run and run.ended_at else None
                _write_dictionary(folder, files, rows, created)
                size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    except OSError as error:
        raise UserError(
            f"cannot write: {error.strerror}", where=str(out), fix="name a folder on a disk with space to write to"
        ) from error
    return Written(rows, size)


def _chosen(known: list[Exportable], only: Sequence[str]) -> list[Exportable]:
    names = [relation.name for relation in known]
    for name in only:
        if name not in names:
            alike = get_close_matches(name, names, n=3) or names
            raise UserError(f"no table or view is called {name!r}", where="--only", fix=f"one of {', '.join(alike)}")
    return [relation for relation in known if relation.name in only or not only]


def _exported(relation: Exportable, path: Path, folder: Path) -> Exported:
    form = path.suffix.removeprefix(".")
    return Exported(relation, form, path.relative_to(folder).as_posix(), path.stat().st_size, digest_of(path))


def _write_dictionary(folder: Path, files: list[Exported], rows: dict[str, int], created: str | None) -> None:
    descriptor = json.dumps(package(files, created), ensure_ascii=False, indent=1)
    (folder / _PACKAGE).write_text(descriptor + "\n", encoding="utf-8", newline="\n")
    described = {file.relation.name: file.relation for file in files}
    page = readme((relation, rows[name]) for name, relation in described.items())
    (folder / _README).write_text(page, encoding="utf-8", newline="\n")


def _require_ours(out: Path) -> None:
    """UserError unless there is nothing yet, or nothing but what an earlier export wrote."""
    fix = "name a new folder, or that of an earlier export"
    if out.exists() and not out.is_dir():
        raise UserError("it is no folder", where=str(out), fix=fix)
    if foreign := sorted(held_in(out) - _of_an_export(out)):
        raise UserError(f"the folder holds what no export wrote: {foreign[0]}", where=str(out), fix=fix)


def _of_an_export(out: Path) -> set[str]:
    """The files of the export that the folder holds; none when it holds no export."""
    try:
        descriptor = json.loads((out / _PACKAGE).read_text("utf-8"))
        if descriptor["generator"] != MAKER:
            return set()
        return {str(resource["path"]) for resource in descriptor["resources"]} | {_PACKAGE, _README}
    except (OSError, ValueError, LookupError, TypeError):
        return set()
