"""Every mention of an entity: names, and the pronouns and roles that speak."""

from analysed import read

from transforms.extractors.mentions import mentions, rows
from transforms.schema import DERIVED

TEXT = "Anna Holt, the mayor, met Peter Whitlock. “The pier is closed,” she said. The mayor said Peter Whitlock had been told."


def test_the_pronoun_and_the_role_of_a_speaker_are_mentions_of_the_person() -> None:
    found = read(TEXT)

    kinds = {(m.surface, m.kind) for m in found.mentions if m.canonical_name == "Anna Holt"}
    assert kinds == {("Anna Holt", "name"), ("she", "pronoun"), ("The mayor", "nominal")}
    assert {mention.label for mention in found.mentions} == {"PERSON"}


def test_a_mention_knows_the_quote_that_it_stands_in() -> None:
    found = read(TEXT)

    last = found.mentions[-1]
    assert last.surface == "Peter Whitlock"
    assert last.quote_id == found.quotes[-1].quote_id
    assert found.mentions[0].quote_id is None


def test_the_speaker_between_the_halves_of_a_split_quote_stands_in_neither() -> None:
    found = read("“Nobody told Anna Holt,” Peter Whitlock said, “and nobody will.”")

    inside = {mention.surface: mention.quote_id is not None for mention in found.mentions}
    assert inside == {"Anna Holt": True, "Peter Whitlock": False}


def test_a_place_has_one_mention_and_mentions_come_in_order() -> None:
    spans = [(mention.char_start, mention.char_end) for mention in read(TEXT).mentions]

    assert spans == sorted(set(spans))


def test_rows_have_the_columns_of_their_table() -> None:
    found = read(TEXT)

    (table,) = rows(found.article, found.mentions).values()
    assert set(table[0]) == set(DERIVED["mentions"].column_names())
    assert mentions((), ()) == ()
