"""What a person corrects about who is who holds at once, and for good."""

import json
from typing import Any

import pytest
from newsroom import Call, Desk, write

from flows.cli import run
from warehouse.database import open_published

pytestmark = pytest.mark.usefixtures("quick")


def story(speaker: str, town: str) -> str:
    last = speaker.split()[-1]
    return (
        f"{town} weighs a new quay\n\nThe council of {town} met on Thursday to weigh a new quay for the ferries.\n\n"
        f'"The quay will pay for itself," {speaker} said after the meeting.\n\n{last} said that work could begin in spring.\n'
    )


@pytest.fixture
def paper(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two articles with Ilse Marrow, one with Petra Holm."""
    write(
        desk.inbox,
        a=story("Ilse Marrow", "Karstvik"),
        b=story("Ilse Marrow", "Thornmouth"),
        c=story("Petra Holm", "Karstvik"),
    )
    desk.ingest()
    monkeypatch.chdir(desk.project)
    monkeypatch.setenv("NEWSLEDGER_DATA", str(desk.settings.data))
    return desk


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
