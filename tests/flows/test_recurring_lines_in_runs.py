"""A line that recurs is story in the first run, boilerplate for the next, and with --reprocess for all."""

from pathlib import Path

import pytest
from newsroom import Desk, article, assert_sound, counts, derived_here, everything, write

from flows.recurring import fingerprints
from transforms.structure.recurring import fingerprint

NOTICE = "Readers find the whole record of the council in the reading room on the north quay."
HELD = f"""
    SELECT f.path, s.kind
    FROM segments AS s
    JOIN articles AS a USING (article_id)
    JOIN documents AS d USING (document_id)
    JOIN files AS f USING (document_id)
    WHERE substr(d.text, s.char_start + 1, s.char_end - s.char_start) = '{NOTICE}'
    ORDER BY path
"""
LEARNED = "SELECT source, line, n_articles, n_source_articles, n_in_body FROM recurring_lines"

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("noticed"))
    configure(desk)
    write(desk.inbox, **{f"a{number}": article(number, NOTICE) for number in range(5)})
    with derived_here():
        desk.ingest()
    return desk


@pytest.fixture
def noticed(ingested: Desk, tmp_path: Path) -> Desk:
    """Five articles of one source that end with the notice are ingested, in batches of three at most."""
    return ingested.copied(tmp_path)


def configure(desk: Desk, *settings: str) -> None:
    lines = ["batch_size = 3", *settings, "[sources]", '"inbox/a*" = "The Harbour Post"']
    (desk.project / "newsledger.toml").write_text("\n".join(lines), encoding="utf-8")


def test_all_batches_of_a_run_know_what_was_known_at_its_start(noticed: Desk) -> None:
    assert noticed.ask(HELD) == [(f"inbox/a{number}.txt", "body") for number in range(5)]
    assert noticed.ask(LEARNED) == [("The Harbour Post", NOTICE, 5, 5, 5)]
    before = everything(noticed.settings.published)
    assert counts(noticed.ingest()) == {"seen": 5, "unchanged": 5}
    assert everything(noticed.settings.published) == before, "a line that was learned is nothing to do"


def test_the_next_run_knows_the_line_and_reprocessing_mends_the_first_once_and_for_all(noticed: Desk) -> None:
    write(noticed.inbox, a5=article(5, NOTICE), b=article(6, NOTICE))
    assert counts(noticed.ingest()) == {"seen": 7, "new": 2, "unchanged": 5}
    first = [(f"inbox/a{number}.txt", "body") for number in range(5)]
    assert noticed.ask(HELD) == [*first, ("inbox/a5.txt", "boilerplate"), ("inbox/b.txt", "body")]
    assert noticed.ask(LEARNED) == [("The Harbour Post", NOTICE, 6, 6, 5)]
    assert counts(noticed.ingest(reprocess=True)) == {"seen": 7, "unchanged": 7, "rederived": 7}
    mended = [(f"inbox/a{number}.txt", "boilerplate") for number in range(6)]
    assert noticed.ask(HELD) == [*mended, ("inbox/b.txt", "body")]
    assert noticed.ask(LEARNED) == [("The Harbour Post", NOTICE, 6, 6, 0)], "known, though it stands in no body now"
    assert_sound(noticed)
    tables = ("articles", "segments", "quotes", "recurring_lines")
    before = [noticed.ask(f"FROM {table} ORDER BY ALL") for table in tables]
    noticed.ingest(reprocess=True)
    assert [noticed.ask(f"FROM {table} ORDER BY ALL") for table in tables] == before


def test_a_person_can_say_that_a_line_is_story(noticed: Desk) -> None:
    configure(noticed, 'story_lines = ["Readers find *"]')
    noticed.ingest(reprocess=True)
    assert noticed.ask(f"SELECT DISTINCT kind FROM ({HELD})") == [("body",)]
    assert noticed.ask(LEARNED) == [("The Harbour Post", NOTICE, 5, 5, 5)], "it is still seen to recur"


def test_story_lines_are_globs_over_all_sources() -> None:
    lines = {"The Harbour Post": ["Read on here", "Write to us"], "": ["Read on there"]}
    assert fingerprints(lines, ["Read on *"]) == {"The Harbour Post": {fingerprint("Write to us")}, "": set()}
    assert fingerprints(lines, ["*"]) == {"The Harbour Post": set(), "": set()}
