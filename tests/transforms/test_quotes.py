"""Who said what: one invented sentence or two for each way in which news prints speech."""

import pytest
from analysed import article, paragraphs_of, read, small_model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.extractors.entities import entities
from transforms.extractors.quotes import quotes, rows
from transforms.language.pipeline import read_paragraphs
from transforms.records import Quote
from transforms.schema import DERIVED
from transforms.schema.vocabulary import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»"), ("''", "''"), ("``", "''")])
def test_direct_quote_in_every_style_of_marks(opening: str, closing: str) -> None:
    found = read(f"{opening}The ferry was late again this morning,{closing} said Anna Holt, a passenger.")

    assert found.said() == [("The ferry was late again this morning,", "Anna Holt")]
    (quote,) = found.quotes
    assert (quote.type, quote.speaker.kind, quote.cue_class) == ("direct", "named_person", "neutral")
    assert found.article.text[quote.char_start : quote.char_end].startswith(opening)
    assert found.article.text[slice(*(quote.cue or (0, 0)))] == "said"


def test_a_split_quote_is_one_quote_of_two_fragments() -> None:
    found = read("“Nobody wants a strike,” Peter Whitlock said, “but nobody wants a closed yard either.”")

    (quote,) = found.quotes
    assert quote.form == "split"
    assert len(quote.fragments) == 2
    assert quote.verbatim == "Nobody wants a strike, … but nobody wants a closed yard either."
    assert quote.speaker.name == "Peter Whitlock"


def test_a_quote_over_several_paragraphs_is_one() -> None:
    found = read(
        "“The captain asked for the radar,” said Corinne Vassall. “I did it myself that morning.\n"
        "“He had the first set, and the first set was good.\n"
        "“It was perhaps forty seconds.”\n"
        "The harbour was silent after that."
    )

    last = found.quotes[-1]
    assert last.speaker.name == "Corinne Vassall"
    assert (last.verbatim or "").count(" … ") >= 2
    assert (last.verbatim or "").endswith("It was perhaps forty seconds.")


def test_a_forgotten_closing_mark_does_not_swallow_the_report() -> None:
    found = read("“I sell one hat every four minutes, said Anna Holt, who owns the shop.\nThe shop was once a bank.")

    assert found.said() == [("I sell one hat every four minutes,", "Anna Holt")]


@pytest.mark.parametrize(
    ("headline", "marked"),
    [
        ("‘I wrote it on ferry tickets’: Holt", "I wrote it on ferry tickets"),
        ("Holt: ‘No signs’ of a deal", "No signs"),
        ("Port “not ready” for winter: Holt", "not ready"),
    ],
)
def test_a_headline_gives_its_quote_to_the_name_at_the_colon(headline: str, marked: str) -> None:
    found = read("Anna Holt, the mayor, opened the meeting on Tuesday. Holt said the pier would stay closed.", headline)

    assert (marked, "Anna Holt") in found.said()
    assert found.quotes[0].in_segment == "headline"


def test_a_pronoun_means_the_person_of_the_sentence_before() -> None:
    found = read(
        "“The pier is closed until spring,” said Anna Holt, the mayor.\n"
        "Peter Whitlock, who voted against the plan, was unmoved. “My sister has found a boat,” he said."
    )

    assert found.said()[-1] == ("My sister has found a boat,", "Peter Whitlock")


def test_a_pronoun_never_means_somebody_of_the_other_gender() -> None:
    found = read(
        "Mrs Holt opened the meeting with Mr Whitlock beside her.\nMr Whitlock left early. “I will come back,” she said."
    )

    assert found.said()[-1][1] == "Holt"


def test_a_role_means_the_person_who_holds_it() -> None:
    found = read(
        "“We signed a text, not a riddle,” Norway's fisheries minister, Torvald Espeseth, told reporters.\n"
        "The EU's negotiator, Margaux Delcourt, said the zones were clear.\n"
        "“Nobody wants a cod war,” the minister said."
    )

    assert found.said()[0] == ("We signed a text, not a riddle,", "Torvald Espeseth")
    assert found.said()[-1] == ("Nobody wants a cod war,", "Torvald Espeseth")
    assert "Margaux Delcourt" in {speaker for _, speaker in found.said()}


def test_unnamed_sources_stay_unnamed() -> None:
    found = read(
        "“He moved and they did not,” a person familiar with the talks said.\nOfficials said the talks would go on."
    )

    assert [quote.speaker.kind for quote in found.quotes] == ["unnamed", "unnamed"]
    assert [quote.speaker.name for quote in found.quotes] == [None, None]
    assert found.quotes[0].speaker.text == "a person familiar with the talks"


def test_an_organisation_is_known_by_its_short_form() -> None:
    found = read(
        "The Port Ellery Harbour Authority closed the pier on Monday.\nThe harbour authority said it would open in May."
    )

    (quote,) = found.quotes
    assert quote.speaker.kind == "organisation"
    assert quote.speaker.name == "Port Ellery Harbour Authority"


def test_a_metonym_speaks_for_a_government() -> None:
    found = read("Downing Street said it was watching the strike. Brussels said the quota would stay.")

    assert {quote.speaker.kind for quote in found.quotes} == {"metonym"}


def test_a_document_speaks_for_itself() -> None:
    found = read("The report said the ferry was moving “at more than twice the permitted speed”.")

    assert found.quotes[0].speaker.kind == "document"


def test_according_to() -> None:
    found = read("Two boats left the harbour before dawn, according to Anna Holt.")

    (quote,) = found.quotes
    assert (quote.type, quote.form, quote.speaker.name) == ("indirect", "according_to", "Anna Holt")
    assert found.words(quote) == "Two boats left the harbour before dawn"


def test_an_indirect_quote_is_its_clause_without_the_report() -> None:
    found = read("Anna Holt said on Friday that the pier would stay closed until the spring.")

    (quote,) = found.quotes
    assert (quote.type, quote.verbatim) == ("indirect", None)
    assert found.words(quote) == "that the pier would stay closed until the spring"


def test_a_report_in_the_middle_parts_an_indirect_quote() -> None:
    found = read("In the long run, many economists say, this effect could ripple through the whole system.")

    (quote,) = found.quotes
    assert [found.article.text[start:end] for start, end in quote.fragments] == [
        "In the long run",
        "this effect could ripple through the whole system",
    ]


def test_marked_words_in_a_clause_make_a_mixed_quote() -> None:
    found = read("Anna Holt said the plan was “a gift to every other yard on the coast.”")

    (quote,) = found.quotes
    assert (quote.type, quote.verbatim) == ("mixed", "a gift to every other yard on the coast.")
    assert found.article.text[quote.char_start : quote.char_end].startswith("the plan was")


def test_words_for_a_thing_are_mixed_and_belong_to_whoever_found_them() -> None:
    found = read("Peter Whitlock called the plan “a demolition order with a polite cover note.”")

    (quote,) = found.quotes
    assert (quote.type, quote.speaker.name) == ("mixed", "Peter Whitlock")


def test_the_owner_of_an_act_of_speech_is_its_speaker() -> None:
    found = read("Anna Holt spoke first. Her call for “a harbour that everybody can afford to use” was rejected.")

    assert ("a harbour that everybody can afford to use", "Anna Holt") in found.said()


def test_a_statement_is_whose_it_is() -> None:
    found = read("Anna Holt issued a statement saying the pier “will not reopen before the first of May.”")

    assert {speaker for _, speaker in found.said()} == {"Anna Holt"}


def test_a_colon_leads_into_a_quote_without_a_verb_of_speech() -> None:
    found = read("Peter Whitlock fired back: “If they close the pier, they close the town.”")

    assert found.said() == [("If they close the pier, they close the town.", "Peter Whitlock")]


def test_a_colon_at_the_end_of_a_paragraph_announces_the_next() -> None:
    found = read("Anna Holt said of the fog:\n“It is like being inside a lamp all morning.”")

    assert ("It is like being inside a lamp all morning.", "Anna Holt") in found.said()


def test_whoever_acts_right_before_an_unreported_quote_speaks() -> None:
    found = read(
        "“The harbour is full,” said Peter Whitlock.\n"
        "On the pier, Anna Holt was setting out crab pots. “She came out of the white like a wardrobe.”"
    )

    assert found.said()[-1][1] == "Anna Holt"


@pytest.mark.parametrize(
    "text",
    [
        "Remember the “shacket”? Nobody did.",
        "The most borrowed book is “The Salt Ledger,” of which there is one copy.",
        "A sign on the door, “Kitchen of the Three Umbrellas,” was painted by the children.",
        "He played in the film “A House with Nine Stairs” for a week.",
        "Two yards in the so-called “golden triangle” are for sale.",
    ],
)
def test_titles_and_scare_quotes_are_no_quotes(text: str) -> None:
    assert read(text).quotes == ()


def test_nobody_is_better_than_anybody() -> None:
    (quote,) = read("“There is nothing to see here at all, and there never was.”").quotes

    assert (quote.speaker.kind, quote.speaker.name, quote.speaker.text) == ("unknown", None, None)


def test_time_tells_nothing() -> None:
    assert read("Only time will tell whether the two towns can agree on a price.").quotes == ()


def test_a_text_in_another_language_is_not_analysed() -> None:
    piece = article("“Nadie quiere una guerra del bacalao”, dijo el ministro.", language="es")

    assert read_paragraphs(small_model(), [piece]) == [()]
    (quote,) = quotes(piece, (), ())
    assert (quote.verbatim, quote.speaker.kind) == ("Nadie quiere una guerra del bacalao", "unknown")


def test_rows_keep_the_promises_of_their_tables() -> None:
    found = read(
        "“The pier is closed,” said Anna Holt, the mayor.\n“Nobody wants a strike,” Anna Holt said, “but we may get one.”",
        "‘No horn’: Holt",
    )

    tables = rows(found.article, found.quotes)

    for name, table in tables.items():
        assert set(table[0]) == set(DERIVED[name].column_names())
    assert [row["quote_no"] for row in tables["quotes"]] == list(range(1, len(found.quotes) + 1))
    for row in tables["quotes"]:
        assert row["content"] == found.article.text[row["char_start"] : row["char_end"]]
        assert row["n_verbatim_words"] <= row["n_words"]
    assert {row["role"] for row in tables["quote_spans"]} == {"content", "cue", "source"}


def check(text: str, found: tuple[Quote, ...]) -> None:
    """What holds for the quotes of any text."""
    assert list(found) == sorted(found, key=lambda quote: quote.fragments[0])
    assert len({quote.quote_id for quote in found}) == len(found)
    for quote in found:
        assert quote.type in QUOTE_TYPES
        assert quote.speaker.kind in SPEAKER_KINDS
        assert quote.cue_class is None or quote.cue_class in CUE_CLASSES
        assert (quote.type == "indirect") == (quote.verbatim is None)
        ends = [0]
        for start, end in quote.fragments:
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)
        for part in (quote.verbatim or "").split(" … "):
            assert part in text
        if quote.speaker.char_start is not None:
            assert text[quote.speaker.char_start : quote.speaker.char_end] == quote.speaker.text
        if quote.cue is not None:
            assert 0 <= quote.cue[0] < quote.cue[1] <= len(text)


words = st.sampled_from(
    "Ruiz Anna Holt said told he she the mayor that according to HOLT: called by asked pier , . ? : “ ” \" '' `` « » ‘ ’ ( — \n 6 …".split(
        " "
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(words, st.sampled_from(["", " "])), max_size=60).map(lambda pairs: "".join(map("".join, pairs)))
)
def test_any_text_is_read_and_every_offset_holds(text: str) -> None:
    piece = article(text)
    paragraphs = paragraphs_of(text)
    names = entities(piece, paragraphs)

    check(piece.text, quotes(piece, paragraphs, names))
