"""Inbox → plan: which files are new, changed, unchanged, touched or copies, told by size and time, then by content."""

import fnmatch
import glob
import os
import re
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from flows.errors import UserError
from flows.settings import CONFIG_NAME, Settings
from transforms.formats.text import MAX_BYTES, SUFFIXES, payload
from transforms.records import Document, Reject
from warehouse.ledger import KnownFile


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the inbox: `file` is where it lies, `path` how the ledger names it."""

    file: str
    path: str
    size: int
    mtime_ns: int
    mapped_source: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a path as it will stand in the ledger."""

    path: str
    version_no: int
    size: int
    mtime_ns: int
    first_seen_at: datetime
    status: str
    mapped_source: str | None


@dataclass(frozen=True, slots=True)
class Job:
    """One content to read: from `file`, from the stored `document`, or (`known`) only to be entered for further paths.

    All `versions` share the content; the first is the one that is read. `digest` is the SHA-256 of the content as the
    scan saw it, None if it could not be read. `lost` marks a file that its worker died on.
    """

    versions: tuple[Version, ...]
    digest: str | None
    file: str | None = None
    document: Document | None = None
    known: bool = False
    lost: bool = False


@dataclass(slots=True)
class Plan:
    """What a run will do.

    `touched` are equal contents with a new time, `remapped` stored documents with those of their paths that have another
    source in the map.
    """

    jobs: list[Job] = field(default_factory=list)
    touched: list[tuple[str, int, int, int]] = field(default_factory=list)
    remapped: defaultdict[str, list[Version]] = field(default_factory=partial(defaultdict, list))
    new: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    n_seen: int = 0
    n_unchanged: int = 0
    n_rederived: int = 0
    n_ignored: int = 0


def find(inputs: Sequence[str], settings: Settings) -> tuple[list[Found], int]:
    """The text files of the given files, folders and globs, each once, in order of their paths; and how many others were passed over.

    Folders are searched in depth. Hidden names are passed over, links to folders are not followed, nor links to files that
    lie outside the folder: whoever may write into an inbox should not have other files of this machine published.
    UserError when an input names nothing.
    """
    found: dict[str, Found] = {}
    ignored: set[str] = set()
    root = _root(settings)
    source_of = _source_map(settings.sources)
    for entry in (entry for given in inputs for entry in expand(given)):
        for file in text_files(entry):
            if not file.lower().endswith(SUFFIXES) or _leads_out_of(entry, file):
                ignored.add(os.path.abspath(file))
                continue
            path = ledger_path(file, root)
            status = _stat(file)
            found[path] = Found(file, path, status[0], status[1], source_of(path))
    return [found[path] for path in sorted(found)], len(ignored)


def _leads_out_of(folder: str, file: str) -> bool:
    """Whether the file is a link in the folder to something outside it; a link that is named itself is followed."""
    if file == folder or not os.path.islink(file):
        return False
    return not os.path.realpath(file).startswith(os.path.join(os.path.realpath(folder), ""))


def _root(settings: Settings) -> Path | None:
    """The folder that paths are relative to. A warehouse that lies elsewhere may be fed from several: then there is none."""
    own = settings.data.is_relative_to(settings.project) or (settings.project / CONFIG_NAME).is_file()
    return settings.project if own else None


def ledger_path(file: str, root: Path | None) -> str:
    """How the ledger names a file: relative to the project's root inside it, else absolute; undecodable bytes as \\xNN."""
    absolute = os.path.abspath(file)
    inside = root is not None and absolute.startswith(f"{root}{os.sep}")
    path = os.path.relpath(absolute, root) if inside else absolute
    return os.fsencode(path.replace(os.sep, "/")).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the warehouse knows: the latest version by path, and the ids of the documents whose rows can be taken over.

    `extractor_version` is today's; files rejected by another one are tried again, by any for None.
    """

    files: Mapping[str, KnownFile]
    documents: set[str]
    extractor_version: str | None


def compare(found: Sequence[Found], ledger: Ledger, now: datetime) -> Plan:
    """What to do with the found files, given the ledger.

    A rejected file is tried again when the extractors have changed, an unreadable one at every look, since permissions
    leave no trace in size and time. Other files whose size and time are as the ledger has them are not opened.
    """
    plan = Plan(n_seen=len(found))
    by_content: dict[str, Job] = {}
    for item in found:
        before = ledger.files.get(item.path)
        retry = (
            before is not None and before.status == "rejected" and before.extractor_version != ledger.extractor_version
        )
        same = before is not None and (before.size, before.mtime_ns) == (item.size, item.mtime_ns)
        digest = before.sha256 if before and same and not retry else None
        digest = digest or _digest(item.file)
        if before and not retry and digest == before.sha256:
            plan.n_unchanged += 1
            if not same:
                plan.touched.append((item.path, before.version_no, item.size, item.mtime_ns))
            _note_remapping(plan, item, before, now)
            continue
        retry = retry or (before is not None and before.sha256 is None)
        (plan.new if before is None or retry else plan.changed).add(item.path)
        number = (before.version_no + (not retry)) if before else 1
        entry = Version(item.path, number, item.size, item.mtime_ns, now, "current", item.mapped_source)
        _enter(by_content, Job((entry,), digest, file=item.file), ledger.documents)
    plan.jobs = list(by_content.values())
    return plan


def _note_remapping(plan: Plan, item: Found, before: KnownFile, now: datetime) -> None:
    if before.document_id is not None and before.mapped_source != item.mapped_source:
        entry = Version(item.path, before.version_no, item.size, item.mtime_ns, now, before.status, item.mapped_source)
        plan.remapped[before.document_id].append(entry)


def _enter(by_content: dict[str, Job], job: Job, documents: set[str]) -> None:
    content = job.digest or f"unreadable {job.file}"
    if content in by_content:
        first = by_content[content]
        by_content[content] = replace(first, versions=first.versions + job.versions)
    else:
        by_content[content] = replace(job, known=content[:16] in documents)


def expand(given: str) -> list[str]:
    """The file or folder of that name, or what the glob matches; UserError if that is nothing."""
    if os.path.lexists(given):
        return [given]
    matches = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []
    if not matches:
        raise UserError(
            "no such file or folder", where=given, fix="name a folder, a .txt or .txt.gz file, or a quoted glob"
        )
    return matches


def text_files(entry: str) -> Iterator[str]:
    """The entry itself if it is no folder, else every file below it without a hidden name, in order of names.

    UserError for a folder that may not be listed: what is in it would be missed without a word.
    """
    if not os.path.isdir(entry):
        yield entry
        return
    try:
        with os.scandir(entry) as listing:
            children = sorted(listing, key=lambda child: child.name)
    except OSError as error:
        raise UserError(
            f"the folder cannot be listed: {error.strerror}", where=entry, fix="change its permissions, or move it away"
        ) from error
    for child in children:
        if child.name.startswith("."):
            continue
        if child.is_dir(follow_symlinks=False):
            yield from text_files(child.path)
        elif not os.path.isdir(child.path):  # a link to a folder; child.is_dir() raises on a link to itself
            yield child.path


def _stat(file: str) -> tuple[int, int]:
    try:
        status = os.stat(file)
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _digest(file: str) -> str | None:
    """SHA-256 of the content; None for a file that cannot be read as one (the worker says why)."""
    data = read_file(file)
    content = payload(file, data) if isinstance(data, bytes) else data
    return sha256(content).hexdigest() if isinstance(content, bytes) else None


def read_file(file: str) -> bytes | Reject:
    """The bytes of a regular file; `unreadable` for anything else, without waiting on pipes; `too_large` unopened."""
    try:
        status = os.stat(file)
        if not stat.S_ISREG(status.st_mode):
            return Reject("unreadable", "not a regular file (a pipe, socket or device)")
        if status.st_size > MAX_BYTES:
            return Reject("too_large", f"{status.st_size} bytes; the limit is {MAX_BYTES}")
        with open(file, "rb") as handle:
            return handle.read()
    except OSError as error:
        return Reject("unreadable", error.strerror or str(error))


def _source_map(sources: Iterable[tuple[str, str]]) -> Callable[[str], str | None]:
    patterns = [(re.compile(fnmatch.translate(pattern)), name) for pattern, name in sources]

    def source_of(path: str) -> str | None:
        return next((name for pattern, name in patterns if pattern.match(path)), None)

    return source_of
