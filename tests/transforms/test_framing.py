"""The framing of a quote: by which channel it came, to whom it was said, and how the cue frames it."""

import time

import pytest
from analysed import Read, article, read, small_model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.extractors.entities import entities
from transforms.extractors.quotes import quotes, rows
from transforms.language.pipeline import read_paragraphs
from transforms.quotation import cue_classes
from transforms.quotation.channel_words import channel_of_noun, channel_of_verb
from transforms.quotation.cue_classes import frame
from transforms.quotation.cues import cue_class
from transforms.records import Quote
from transforms.schema.vocabulary import CHANNELS, CUE_CLASSES


def channel_of(found: Read) -> tuple[str, str] | None:
    """The channel of the first quote and the words that name it."""
    channel = found.quotes[0].channel
    return (channel.kind, found.article.text[channel.char_start : channel.char_end]) if channel else None


def hearer_of(found: Read) -> str | None:
    """The addressee of the first quote, as printed."""
    addressee = found.quotes[0].addressee
    return addressee.text if addressee else None


@pytest.mark.parametrize(
    ("sentence", "channel"),
    [
        ("“The pier is shut for good,” Anna Holt said in a statement.", ("statement", "a statement")),
        ("“The pier is shut for good,” said Anna Holt, the mayor, in a statement.", ("statement", "a statement")),
        ("In a statement, Anna Holt said the pier would stay closed.", ("statement", "a statement")),
        ("Anna Holt issued a statement saying the pier would stay closed.", ("statement", "a statement")),
        ("“The pier is shut,” Anna Holt told reporters at a news conference.", ("press_conference", "a news conference")),
        ("“The pier is shut for good,” Anna Holt tweeted.", ("post", "tweeted")),
        ("“The pier is shut for good,” Anna Holt wrote on Facebook.", ("post", "Facebook")),
        ("“The pier is shut,” Anna Holt said in an interview with the Harbour Post.", ("interview", "an interview")),
        ("Anna Holt testified that the horn had been silent all night.", ("testimony", "testified")),
        ("“The pier is shut for good,” Anna Holt said in a speech in Port Ellery.", ("speech", "a speech")),
        ("Anna Holt said in a letter to Peter Whitlock that the pier was closed.", ("letter", "a letter")),
        ("“The pier is shut for good,” Anna Holt said in an e-mail on Monday.", ("email", "an e-mail")),
        ("“The pier is shut for good,” Anna Holt said by phone.", ("phone_call", "phone")),
        ("“The pier is shut for good,” Anna Holt said on CNN.", ("broadcast", "CNN")),
        ("“We will win,” Anna Holt said during the debate.", ("debate", "the debate")),
        ("Anna Holt defended the plan at a rally, saying the pier would be rebuilt.", ("speech", "a rally")),
        ("Speaking at a rally, Anna Holt said the pier would be rebuilt.", ("speech", "a rally")),
        ("In a series of tweets, Anna Holt said the pier would be rebuilt.", ("post", "tweets")),
        ("Anna Holt said in an op-ed that the pier would be rebuilt.", ("publication", "an op-ed")),
        ("The report said the pier had been unsafe since the spring.", ("report", "The report")),
    ],
)  # fmt: skip
def test_the_channel_is_what_hangs_on_the_report(sentence: str, channel: tuple[str, str]) -> None:
    assert channel_of(read(sentence)) == channel


@pytest.mark.parametrize(
    "sentence",
    [
        "“The interview was a mistake,” Anna Holt said on Monday.",
        "Anna Holt said the statement of the council had been read by nobody.",
        "“I gave them a speech in a letter,” Anna Holt said.",
        "After a speech in Port Ellery, Anna Holt said the pier would be rebuilt.",
        "Anna Holt, who wrote the report, said the pier would be rebuilt.",
        "Anna Holt told the Harbour Post the pier would be rebuilt.",
    ],
)
def test_what_is_only_talked_about_is_no_channel(sentence: str) -> None:
    assert channel_of(read(sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "hearer"),
    [
        ("“The pier is shut,” Anna Holt told reporters.", "reporters"),
        ("Anna Holt told the packed hall that the pier would be rebuilt.", "the packed hall"),
        ("“The pier is shut,” Anna Holt told the Harbour Post.", "the Harbour Post"),
        ("Anna Holt asked the minister whether the pier would be rebuilt.", "the minister"),
        ("Anna Holt urged the council to rebuild the pier before the winter.", "the council"),
        ("“The pier is shut,” Anna Holt said to Peter Whitlock.", "Peter Whitlock"),
        ("“The pier is shut,” Anna Holt said in a letter to the governor.", "the governor"),
        ("Speaking to supporters, Anna Holt said the pier would be rebuilt.", "supporters"),
        ("Anna Holt promised voters that the pier would be rebuilt.", "voters"),
    ],
)
def test_the_addressee_is_whoever_hears(sentence: str, hearer: str) -> None:
    assert hearer_of(read(sentence)) == hearer


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt accused the council of hiding the report on the pier.",
        "Anna Holt said the pier would be rebuilt, and nobody told reporters.",
        "“I told the minister that,” Anna Holt said.",
        "Anna Holt praised the crew, saying the horn had saved them all.",
    ],
)
def test_a_target_or_a_hearer_inside_the_quote_is_no_addressee(sentence: str) -> None:
    assert hearer_of(read(sentence)) is None


def test_a_known_name_as_addressee_has_its_entity() -> None:
    found = read(
        "Peter Whitlock, the engineer, has mended the pier twice.\n“It will not hold,” Anna Holt told Whitlock on Monday."
    )

    whitlock = next(mention for mention in found.entities if mention.canonical_name == "Peter Whitlock")
    addressee = found.quotes[-1].addressee
    assert addressee is not None
    assert (addressee.text, addressee.name_id) == ("Whitlock", whitlock.name_id)


def test_a_name_beside_an_office_says_who_was_told() -> None:
    found = read("“It will not hold,” Anna Holt told the harbour master, Peter Whitlock, on Monday.")

    whitlock = next(mention for mention in found.entities if mention.canonical_name == "Peter Whitlock")
    addressee = found.quotes[0].addressee
    assert addressee is not None
    assert (addressee.text, addressee.name_id) == ("the harbour master", whitlock.name_id)


def test_channel_and_addressee_are_columns_with_their_words_as_spans() -> None:
    found = read("“The pier is shut,” Anna Holt told reporters in a statement.")

    tables = rows(found.article, found.quotes)
    (row,) = tables["quotes"]
    assert (row["channel"], row["addressee_text"]) == ("statement", "reporters")
    spans = {span["role"]: found.article.text[span["char_start"] : span["char_end"]] for span in tables["quote_spans"]}
    assert (spans["channel"], spans["addressee"]) == ("a statement", "reporters")


@pytest.mark.parametrize(
    ("lemma", "cue", "name"),
    [
        ("say", "said", "neutral"), ("claim", "claimed", "claim"), ("reveal", "revealed", "reveal"),
        ("stress", "stressed", "stress"), ("admit", "admitted", "concede"), ("deny", "denied", "deny"),
        ("accuse", "accused", "accuse"), ("slam", "slammed", "criticise"), ("hail", "hailed", "praise"),
        ("call", "called for", "urge"), ("call", "called", "neutral"), ("call", "call", "urge"), ("ask", "asked", "ask"),
        ("vow", "vowed", "promise"), ("warn", "warned", "warn"), ("predict", "predicted", "predict"),
        ("joke", "joked", "manner"), ("denial", "denial", "deny"), ("criticism", "criticism", "criticise"),
        ("promises", "promises", "promise"), ("belief", "belief", "thought"), ("according to", "According to", "neutral"),
        (":", ":", "neutral"), ("deride", "derided", "criticise"),
    ],
)  # fmt: skip
def test_a_cue_has_one_class(lemma: str, cue: str, name: str) -> None:
    assert frame(lemma, cue) == name
    assert name in CUE_CLASSES


def test_a_word_that_is_noun_and_verb_has_the_same_class_as_both() -> None:
    nouns = cue_classes._CLASS_OF_NOUN
    both = {word: (name, cue_class(word)) for word, name in nouns.items() if cue_class(word) != "neutral"}
    both.pop("question", None)  # a question asks, to question a plan is to doubt it

    assert both
    assert all(noun == verb for noun, verb in both.values())
    assert set(nouns.values()) <= set(CUE_CLASSES)


def test_a_belief_is_a_thought_and_no_speech() -> None:
    thoughts = read("Anna Holt called it “a wreck” and thought it “a danger to us all”.").quotes

    assert {quote.cue_class for quote in thoughts if not quote.speech} <= {"thought"}
    assert {quote.cue_class for quote in thoughts if quote.speech} <= {"neutral"}


def test_every_word_leads_to_a_channel_of_the_vocabulary() -> None:
    assert channel_of_noun("conference", ("news",)) == "press_conference"
    assert channel_of_noun("Tweets") == "post"
    assert channel_of_noun("pier") is None
    assert channel_of_verb("email") == "email"
    assert {channel_of_noun(word) for word in ("statement", "rally", "hearing", "memo", "podcast")} <= set(CHANNELS)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "''", "-", "e-mail", "said", "told", "saying", "Holt", "in", "on", "a", "series", "of",
             "statement", "tweets", "CNN", "to", "Ruiz", ",", ".", ":", "\n", "\u2003", "🙂"]
        ), max_size=60,
    ).map(" ".join)
)  # fmt: skip
def test_any_text_has_framing_that_lies_in_it(text: str) -> None:
    piece = article(text)
    paragraphs = read_paragraphs(small_model(), [piece])[0]
    found: tuple[Quote, ...] = quotes(piece, paragraphs, entities(piece, paragraphs))

    for quote in found:
        for part in filter(None, (quote.channel, quote.addressee)):
            assert 0 <= part.char_start < part.char_end <= len(text)
        assert (
            quote.addressee is None
            or text[quote.addressee.char_start : quote.addressee.char_end] == quote.addressee.text
        )
        assert quote.channel is None or quote.channel.kind in CHANNELS


def test_framing_is_linear_in_the_text() -> None:
    piece = article(
        "“The pier is shut,” Anna Holt told reporters in a statement on Twitter, adding that it rained.\n" * 300
    )
    paragraphs = read_paragraphs(small_model(), [piece])[0]
    names = entities(piece, paragraphs)
    began = time.process_time()

    found = quotes(piece, paragraphs, names)

    assert sum(quote.channel is not None for quote in found) >= 300
    assert time.process_time() - began < 4
