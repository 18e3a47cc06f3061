"""Every mention of an entity: names, and the pronouns and roles that speak."""

from analysed import paragraphs_of, read

from transforms.extractors.mentions import mentions, rows
from transforms.records import Mention
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
    assert mentions((), (), ()) == ()


def test_a_phrase_that_can_only_mean_one_person_is_a_mention_of_theirs() -> None:
    paragraphs = paragraphs_of(
        "Norwegian President Anna Holt left. The Norwegian president ate. The Danish president slept."
    )
    named = "Norwegian President "
    holt = Mention("a" * 16, "Anna Holt", "Anna Holt", "name", "PERSON", len(named), len(named) + 9, 1, "body")

    (name, phrase) = mentions(paragraphs, (holt,), ())

    assert (name, phrase.surface, phrase.kind, phrase.name_id) == (
        holt,
        "The Norwegian president",
        "nominal",
        holt.name_id,
    )
    assert phrase.sentence_no == 2


def test_an_office_of_two_persons_means_neither() -> None:
    text = "Norwegian President Anna Holt met former Norwegian President Kim Roe. The Norwegian president ate."
    names = tuple(
        Mention(key * 16, name, name, "name", "PERSON", text.index(name), text.index(name) + len(name), 1, "body")
        for key, name in (("a", "Anna Holt"), ("b", "Kim Roe"))
    )

    assert mentions(paragraphs_of(text), names, ()) == names
