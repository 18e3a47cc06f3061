"""What a look at the inbox says there is to do."""

import gzip
import os
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from newsroom import Desk, rewrite, touch, write

from flows.errors import UserError
from flows.scan import Found, Ledger, Plan, compare, find, ledger_path, read_file
from flows.settings import load_settings
from transforms.formats.text import MAX_BYTES
from transforms.records import Reject
from warehouse.ledger import KnownFile

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
NOTHING = Ledger({}, set(), "one")


def seen(desk: Desk, *inputs: Path | str) -> list[Found]:
    return find([str(given) for given in inputs or (desk.inbox,)], desk.settings)[0]


def paths(desk: Desk, *inputs: Path | str) -> list[str]:
    return [item.path for item in seen(desk, *inputs)]


def look(desk: Desk, ledger: Ledger = NOTHING) -> Plan:
    return compare(seen(desk), ledger, NOON)


def remembered(desk: Desk, status: str = "current", **changes: object) -> Ledger:
    """The ledger as it stands after the inbox was ingested by version `one`."""
    known = {}
    for item in seen(desk):
        data = read_file(item.file)
        digest = sha256(data).hexdigest() if isinstance(data, bytes) else None
        document = digest[:16] if digest and status != "rejected" else None
        known[item.path] = KnownFile(
            item.path, 1, document, digest, item.size, item.mtime_ns, status, item.mapped_source, "one"
        )
    return replace(Ledger(known, {k.document_id for k in known.values() if k.document_id}, "one"), **changes)


def test_only_text_files_without_hidden_names_are_found_and_the_others_are_counted(desk: Desk) -> None:
    write(desk.inbox, b="x", a="x")
    write(desk.inbox / "deep" / "er", c="x")
    write(desk.inbox / ".hidden", d="x")
    for name in (".e.txt", "notes.md", "f.TXT", "g.txt.gz", "picture.txt.png"):
        (desk.inbox / name).write_bytes(b"x")
    (desk.inbox / "folder.txt").mkdir()
    (desk.inbox / "loop").symlink_to(desk.inbox, target_is_directory=True)
    found, ignored = find([str(desk.inbox)], desk.settings)
    assert [item.path for item in found] == [
        "inbox/a.txt", "inbox/b.txt", "inbox/deep/er/c.txt", "inbox/f.TXT", "inbox/g.txt.gz",
    ]  # fmt: skip
    assert ignored == 2


def test_overlapping_inputs_name_a_file_once(desk: Desk) -> None:
    write(desk.inbox, a="x")
    write(desk.inbox / "deep", b="x")
    (desk.inbox / "c.md").write_text("x")
    inputs = [desk.inbox, desk.inbox / "deep", desk.inbox / "a.txt", f"{desk.inbox}/**/*.txt", f"{desk.inbox}/deep/.."]
    assert paths(desk, *inputs) == ["inbox/a.txt", "inbox/deep/b.txt"]
    assert find([str(desk.inbox)] * 2, desk.settings)[1] == 1


def test_globs_reach_into_folders(desk: Desk) -> None:
    write(desk.inbox / "one", a="x", b="x")
    write(desk.inbox / "two", a="x")
    assert paths(desk, f"{desk.inbox}/*/a.txt") == ["inbox/one/a.txt", "inbox/two/a.txt"]
    (desk.inbox / "odd[1].txt").write_text("x")
    assert paths(desk, f"{desk.inbox}/odd[1].txt") == ["inbox/odd[1].txt"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere/*.txt", "inbox/[", ""])
def test_an_input_that_names_nothing_is_said(desk: Desk, name: str) -> None:
    with pytest.raises(UserError, match="no such file or folder"):
        seen(desk, desk.project / name if name else "")


def test_a_path_is_relative_inside_the_project_and_absolute_outside(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert ledger_path(str(desk.inbox / "a.txt"), desk.project) == "inbox/a.txt"
    assert ledger_path(str(elsewhere / "a.txt"), desk.project) == str(elsewhere / "a.txt")
    assert ledger_path(f"{desk.project}-twin/a.txt", desk.project) == f"{desk.project}-twin/a.txt"


def test_two_projects_that_share_a_warehouse_do_not_share_paths(tmp_path: Path) -> None:
    flags = {"data": str(tmp_path / "warehouse")}
    paths = set()
    for project in (tmp_path / "monday", tmp_path / "tuesday"):
        (project / "inbox").mkdir(parents=True)
        (project / "inbox" / "a.txt").write_text("Fog closed the harbour.")
        found, _ = find((str(project / "inbox"),), load_settings(flags, {}, project))
        paths.add(found[0].path)
    assert len(paths) == 2


def test_a_relative_input_is_the_same_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk.inbox, a="x")
    monkeypatch.chdir(desk.inbox)
    assert paths(desk, "a.txt") == paths(desk, ".") == ["inbox/a.txt"]


def test_a_link_out_of_the_folder_is_not_followed_unless_it_is_named(desk: Desk) -> None:
    write(desk.inbox, inside="x")
    secret = write(desk.inbox.parent / "elsewhere", secret="x") / "secret.txt"
    (desk.inbox / "out.txt").symlink_to(secret)
    (desk.inbox / "in.txt").symlink_to("inside.txt")
    found, ignored = find([str(desk.inbox)], desk.settings)
    assert [item.path for item in found] == ["inbox/in.txt", "inbox/inside.txt"]
    assert ignored == 1
    assert paths(desk, desk.inbox / "out.txt") == ["inbox/out.txt"]


def test_a_name_that_is_no_utf_8_is_kept_readable(desk: Desk) -> None:
    file = os.fsencode(desk.inbox) + b"/caf\xe9.txt"
    with open(file, "wb") as handle:
        handle.write(b"x")
    assert paths(desk) == [r"inbox/caf\xe9.txt"]
    assert [job.file for job in look(desk).jobs] == [os.fsdecode(file)]


def test_what_is_no_readable_file_is_seen_and_nobody_waits_for_it(desk: Desk) -> None:
    os.mkfifo(desk.inbox / "pipe.txt")
    (desk.inbox / "broken.txt").symlink_to("nowhere.txt")
    (desk.inbox / "self.txt").symlink_to("self.txt")
    plan = look(desk)
    assert plan.new == {"inbox/broken.txt", "inbox/pipe.txt", "inbox/self.txt"}
    assert len(plan.jobs) == 3, "they share no content"
    refusals = [read_file(job.file or "") for job in plan.jobs]
    assert {refusal.reason for refusal in refusals if isinstance(refusal, Reject)} == {"unreadable"}


def test_a_file_without_permission_is_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk.inbox, secret="x")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refused)  # the tests may run as one who is refused nothing
    assert look(desk).new == {"inbox/secret.txt"}
    assert read_file(str(desk.inbox / "secret.txt")) == Reject("unreadable", "Permission denied")


def test_a_huge_file_is_not_read_into_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with (desk.inbox / "huge.txt").open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("the file was opened"))
    refusal = read_file(str(desk.inbox / "huge.txt"))
    assert isinstance(refusal, Reject)
    assert refusal.reason == "too_large"


def test_what_the_ledger_knows_is_not_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk.inbox, a="one", b="two")
    ledger = remembered(desk)
    monkeypatch.setattr("flows.scan.read_file", lambda _: pytest.fail("a file was opened"))
    plan = look(desk, ledger)
    assert (plan.n_seen, plan.n_unchanged, plan.jobs) == (2, 2, [])


def test_a_touched_file_is_unchanged_and_its_time_is_noted(desk: Desk) -> None:
    write(desk.inbox, a="one")
    ledger = remembered(desk)
    touch(desk.inbox / "a.txt")
    plan = look(desk, ledger)
    assert (plan.n_unchanged, plan.jobs) == (1, [])
    assert plan.touched == [("inbox/a.txt", 1, 3, (desk.inbox / "a.txt").stat().st_mtime_ns)]


def test_a_touched_reject_is_unchanged_too(desk: Desk) -> None:
    write(desk.inbox, a="")
    ledger = remembered(desk, "rejected")
    touch(desk.inbox / "a.txt")
    plan = look(desk, ledger)
    assert (plan.n_unchanged, plan.jobs, len(plan.touched)) == (1, [], 1)


def test_another_content_is_the_next_version(desk: Desk) -> None:
    write(desk.inbox, a="one")
    ledger = remembered(desk)
    rewrite(desk.inbox / "a.txt", "two")
    plan = look(desk, ledger)
    assert plan.changed == {"inbox/a.txt"}
    assert [(v.path, v.version_no, v.status) for job in plan.jobs for v in job.versions] == [
        ("inbox/a.txt", 2, "current")
    ]


def test_equal_contents_are_one_job_whether_packed_or_not(desk: Desk) -> None:
    write(desk.inbox, a="the same", b="the same", other="another")
    (desk.inbox / "c.txt.gz").write_bytes(gzip.compress(b"the same"))
    jobs = look(desk).jobs
    assert [[version.path for version in job.versions] for job in jobs] == [
        ["inbox/a.txt", "inbox/b.txt", "inbox/c.txt.gz"], ["inbox/other.txt"],
    ]  # fmt: skip


def test_a_stored_content_at_a_new_path_is_only_entered(desk: Desk) -> None:
    write(desk.inbox, a="one")
    ledger = remembered(desk)
    write(desk.inbox, b="one")
    (job,) = look(desk, ledger).jobs
    assert (job.known, job.digest) == (True, sha256(b"one").hexdigest())


def test_a_reject_is_tried_again_when_the_extractors_have_changed(desk: Desk) -> None:
    write(desk.inbox, a="one", b="two")
    ledger = remembered(desk, "rejected")
    assert look(desk, ledger).jobs == []
    again = look(desk, replace(ledger, extractor_version="two"))
    assert again.new == {"inbox/a.txt", "inbox/b.txt"}
    assert {version.version_no for job in again.jobs for version in job.versions} == {1}


def test_an_unreadable_file_is_tried_again_once_it_can_be_read(desk: Desk) -> None:
    write(desk.inbox, a="one")
    ledger = remembered(desk, "rejected")
    known = replace(ledger.files["inbox/a.txt"], sha256=None)
    assert look(desk, replace(ledger, files={"inbox/a.txt": known})).new == {"inbox/a.txt"}


def test_an_unreadable_file_that_stays_so_is_unchanged(desk: Desk) -> None:
    os.mkfifo(desk.inbox / "pipe.txt")
    plan = look(desk, remembered(desk, "rejected"))
    assert (plan.n_unchanged, plan.jobs) == (1, [])


def test_another_source_in_the_map_is_noticed_without_reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk.inbox, a="one", b="two")
    ledger = remembered(desk)
    desk.map_sources(a="The Harbour Post")
    monkeypatch.setattr("flows.scan.read_file", lambda _: pytest.fail("a file was opened"))
    plan = look(desk, ledger)
    assert list(plan.remapped) == [sha256(b"one").hexdigest()[:16]]
    assert plan.n_unchanged == 2


def test_the_first_glob_of_the_map_that_fits_decides(desk: Desk) -> None:
    write(desk.inbox, alpha="x", beta="x", gamma="x")
    desk.map_sources(alp="Alpha Echo", a="Any Echo", b="Beta Echo")
    assert [item.mapped_source for item in seen(desk)] == ["Alpha Echo", "Beta Echo", None]
