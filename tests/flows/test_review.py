"""What a person corrects about who is who holds at once, and for good."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from newsroom import Call, Desk, assert_sound, derived_here, everything, write

from flows.cli import run
from warehouse.database import open_published

pytestmark = pytest.mark.usefixtures("quick")


def story(speaker: str, town: str) -> str:
    last = speaker.split()[-1]
    return (
        f"{town} weighs a new quay\n\nThe council of {town} met on Thursday to weigh a new quay for the ferries.\n\n"
        f'"The quay will pay for itself," {speaker} said after the meeting.\n\n{last} said that work could begin in spring.\n'
    )


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two articles with Ilse Marrow, one with Petra Holm."""
    desk = Desk(tmp_path_factory.mktemp("paper"))
    write(
        desk.inbox,
        a=story("Ilse Marrow", "Karstvik"),
        b=story("Ilse Marrow", "Thornmouth"),
        c=story("Petra Holm", "Karstvik"),
    )
    with derived_here():
        desk.ingest()
    return desk


@pytest.fixture
def paper(ingested: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of these for each test, which stands in its folder."""
    desk = ingested.copied(tmp_path)
    monkeypatch.chdir(desk.project)
    monkeypatch.setenv("NEWSLEDGER_DATA", str(desk.settings.data))
    return desk


def behind_the_back(desk: Desk, *statements: str) -> None:
    """Change the working file as no command does."""
    with duckdb.connect(str(desk.settings.work)) as con:
        for statement in statements:
            con.execute(statement)


def article_named(desk: Desk, file: str) -> str:
    return str(desk.ask(f"SELECT article_id FROM current_articles WHERE path LIKE '%{file}'")[0][0])


def persons(desk: Desk) -> dict[str, int]:
    """Articles by name of the persons that are published."""
    with open_published(desk.settings.published) as con:
        return dict(con.execute("SELECT canonical_name, n_articles FROM entities WHERE type = 'PERSON'").fetchall())


def speakers(desk: Desk) -> set[str]:
    with open_published(desk.settings.published) as con:
        return {name for (name,) in con.execute("SELECT DISTINCT speaker FROM current_quotes").fetchall()}


def test_merged_persons_are_one_in_every_view_and_stay_so(paper: Desk, call: Call) -> None:
    assert persons(paper) == {"Ilse Marrow": 2, "Petra Holm": 1}
    call("review", "merge", "Petra Holm", "ilse marrow", "--note", "a pen name")
    assert persons(paper) == {"Ilse Marrow": 3}
    assert speakers(paper) == {"Ilse Marrow"}
    write(paper.inbox, d=story("Petra Holm", "Calder Falls"))
    paper.ingest()
    assert persons(paper) == {"Ilse Marrow": 4}
    paper.ingest(reprocess=True)
    assert persons(paper) == {"Ilse Marrow": 4}


def test_a_correction_is_listed_and_can_be_taken_back(paper: Desk, call: Call) -> None:
    before = persons(paper)
    made = json.loads(call("review", "merge", "Holm", "Marrow", "--json"))[0]
    assert [one["review_id"] for one in json.loads(call("review", "list", "--json"))] == [made["review_id"]]
    call("review", "undo", made["review_id"][:8])
    assert persons(paper) == before
    assert "nothing was corrected" in call("review", "list")


def test_a_namesake_of_one_article_is_split_off(paper: Desk, call: Call) -> None:
    with open_published(paper.settings.published) as con:
        article_id = con.execute("SELECT article_id FROM current_articles WHERE path LIKE '%b.txt'").fetchone()[0]  # type: ignore[index]
    call("review", "split", "Ilse Marrow", "--as", "Ilse Marrow (Thornmouth)", "--article", article_id)
    assert persons(paper) == {"Ilse Marrow": 1, "Ilse Marrow (Thornmouth)": 1, "Petra Holm": 1}
    paper.ingest(reprocess=True)
    assert persons(paper) == {"Ilse Marrow": 1, "Ilse Marrow (Thornmouth)": 1, "Petra Holm": 1}


def test_a_form_of_the_name_is_split_off(paper: Desk, call: Call) -> None:
    call("review", "merge", "Petra Holm", "Ilse Marrow")
    call("review", "split", "Ilse Marrow", "--as", "P. Holm", "--alias", "petra holm")
    assert persons(paper) == {"Ilse Marrow": 2, "P. Holm": 1}


def test_a_renamed_person_keeps_the_identifier(paper: Desk, call: Call) -> None:
    def identifier_of(name: str) -> Any:
        with open_published(paper.settings.published) as con:
            return con.execute("SELECT entity_id FROM entities WHERE canonical_name = ?", [name]).fetchone()

    before = identifier_of("Ilse Marrow")
    call("review", "rename", "Ilse Marrow", "Ilse Marrow-Quent")
    assert identifier_of("Ilse Marrow-Quent") == before
    assert speakers(paper) == {"Ilse Marrow-Quent", "Petra Holm"}
    call("review", "merge", "Ilse Marrow-Quent", "Petra Holm")
    assert persons(paper) == {"Petra Holm": 3}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["merge", "Ilse Marow", "Petra Holm"], "did you mean 'Ilse Marrow'"),
        (["merge", "Ilse Marrow", "Marrow"], "both are Ilse Marrow"),
        (["merge", "Ilse Marrow", "Karstvik"], "is a PERSON"),
        (["split", "Ilse Marrow", "--as", "X"], "nothing says what is split off"),
        (["split", "Ilse Marrow", "--as", "X", "--alias", "Ilsa"], "no article calls Ilse Marrow 'Ilsa'"),
        (["split", "Ilse Marrow", "--as", "X", "--article", "0123456789abcdef"], "no article"),
        (["split", "Ilse Marrow", "--as", "ILSE  marrow", "--alias", "Ilse Marrow"], "is called 'ILSE marrow' itself"),
        (["split", "Ilse Marrow", "--as", "  ", "--alias", "Ilse Marrow"], "the new name is empty"),
        (["rename", "Ilse Marrow", ""], "the new name is empty"),
        (["undo", "abcdef0"], "no correction begins with"),
    ],
)
def test_what_cannot_be_corrected_is_said_and_nothing_changes(
    paper: Desk, arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = persons(paper)
    assert run(["review", *arguments]) == 2
    assert words in capfd.readouterr().err
    assert persons(paper) == before


@pytest.mark.parametrize("harm", ["UPDATE files SET extractor_version = ''", "UPDATE runs SET status = 'interrupted'"])
def test_nothing_is_corrected_in_a_half_done_warehouse_until_a_run_has_mended_it(
    paper: Desk, harm: str, call: Call, capfd: pytest.CaptureFixture[str]
) -> None:
    before = everything(paper.settings.published)
    behind_the_back(paper, harm)
    assert run(["review", "merge", "Petra Holm", "Ilse Marrow"]) == 2
    assert "run `newsledger ingest` first" in capfd.readouterr().err
    assert everything(paper.settings.published) == before
    paper.ingest()
    call("review", "merge", "Petra Holm", "Ilse Marrow")
    assert persons(paper) == {"Ilse Marrow": 3}


def test_an_article_given_twice_is_split_off_once(paper: Desk, call: Call) -> None:
    article_id = article_named(paper, "b.txt")
    twice = ("--article", article_id, "--article", article_id[:12].upper())
    call("review", "split", "Ilse Marrow", "--as", "Ilse Marrow (Thornmouth)", *twice)
    assert len(json.loads(call("review", "list", "--json"))) == 1


def test_a_sharp_s_is_found_as_it_is_written(paper: Desk, call: Call) -> None:
    call("review", "rename", "Ilse Marrow", "Ilse Groß")
    call("review", "merge", "ilse  groß", "Petra Holm")
    assert persons(paper) == {"Petra Holm": 3}


def test_a_namesake_that_was_split_off_under_the_same_name_doubles_no_row(paper: Desk) -> None:
    article_id = article_named(paper, "b.txt")
    behind_the_back(
        paper,
        "INSERT INTO reviews (review_id, made_at, action, type, name, target, article_id) VALUES"
        f" ('0123456789abcdef', now(), 'split', 'PERSON', 'ilse marrow', 'Ilse MARROW', '{article_id}')",
    )
    paper.ingest(reprocess=True)
    assert sorted(persons(paper).values()) == [1, 2]
    assert_sound(paper)


def test_a_split_off_namesake_of_a_place_is_not_where_the_place_is(paper: Desk, call: Call) -> None:
    behind_the_back(
        paper,
        "UPDATE mentions SET label = 'PLACE', geonames_id = 11, country_iso = 'NO' WHERE canonical_name = 'Karstvik'",
    )
    call("review", "rename", "Petra Holm", "P. Holm")  # resolves all names that have changed
    call("review", "split", "Karstvik", "--as", "Karstvik (ship)", "--article", article_named(paper, "a.txt"))
    where = "SELECT canonical_name, geonames_id FROM entities WHERE canonical_name NOT LIKE 'Thorn%' AND type = 'PLACE' ORDER BY ALL"
    assert paper.ask(where) == [("Karstvik", 11), ("Karstvik (ship)", None)]
    call("review", "rename", "Karstvik (ship)", "Karstvik II")
    assert paper.ask(where) == [("Karstvik", 11), ("Karstvik II", None)]
