import time
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extractors.topics import topics
from transforms.records import Article, ArticleTopic, Segment
from transforms.topics.lexicon import FILES, lexicon_digest, matches, read_lexicon
from transforms.topics.vocabulary import BROADER, EVERY_LABEL, LABELS
from transforms.topics.words import words

# Invented news, one for each topic of the vocabulary.
NEWS = {
    "medtop:01000000": "The film opened the Harbour Film Festival on Friday, and its director and lead actress won both prizes.",
    "medtop:02000000": "A judge sentenced the baker to four years in prison after the jury found him guilty of fraud.",
    "medtop:03000000": "Rescue workers searched the rubble for survivors after the earthquake, and the death toll may rise.",
    "medtop:04000000": "Shares in Tallow & Reed fell after the retailer cut its profit forecast and investors sold.",
    "medtop:05000000": "Teachers say the new curriculum leaves pupils at the primary school too little time before exams.",
    "medtop:06000000": "Conservationists want the wetland protected, since pollution and climate change threaten its species.",
    "medtop:07000000": "Doctors at the hospital treat patients with the new vaccine as the flu epidemic spreads.",
    "medtop:08000000": "A kitten that went viral was reunited with the centenarian who had lost it, a heartwarming end.",
    "medtop:09000000": "The trade union called a strike over wages and job cuts; workers will form a picket line on Monday.",
    "medtop:10000000": "The chef puts her dessert recipe beside tips for tourists who look for a good hotel and restaurant.",
    "medtop:11000000": "The prime minister lost the vote in parliament, and opposition parties asked for an early election.",
    "medtop:12000000": "The bishop led the prayers in the cathedral, and the congregation sang with the imam of the mosque.",
    "medtop:13000000": "Researchers built a robot whose software runs on a smartphone, scientists at the laboratory said.",
    "medtop:14000000": "Campaigners for gender equality and gay rights say discrimination keeps many families in poverty.",
    "medtop:15000000": "The striker scored twice as the team won the cup final, and the coach praised his goalkeeper.",
    "medtop:16000000": "Rebels fired on troops hours after the ceasefire began, and an airstrike hit the militia's camp.",
    "medtop:17000000": "Forecasters expect heavy rain and strong winds, with temperatures below zero in the hills.",
}


def article(body: str, headline: str | None = None, section: str | None = None, language: str = "en") -> Article:
    segments = (Segment("body", 0, len(body), 1),)
    return Article("a" * 16, "d" * 16, 1, body, segments, headline=headline, section=section, language=language)


def ids(found: tuple[ArticleTopic, ...]) -> list[str]:
    return [topic.topic_id for topic in found]


def tops(found: tuple[ArticleTopic, ...]) -> list[str]:
    return [topic.topic_id for topic in found if topic.topic_id in LABELS]


def table(name: str) -> str:
    return resources.files("transforms.extractors").joinpath("lexicon", name).read_text("utf-8")


@pytest.mark.parametrize(("topic_id", "text"), NEWS.items())
def test_a_plain_piece_of_news_gets_its_topic_first(topic_id: str, text: str) -> None:
    first = topics(article(text))[0]
    assert (first.topic_id, first.rank, first.method, first.label) == (topic_id, 1, "lexicon", LABELS[topic_id])
    assert 0.4 < first.score <= 1
    assert (first.model or "").startswith("base-")


def test_every_topic_of_the_vocabulary_has_a_lexicon_and_a_test() -> None:
    packaged = table("media_topics.csv")
    assert set(NEWS) == set(LABELS)
    assert all(packaged.count(f"\n{topic_id},") >= 60 for topic_id in LABELS)


def test_a_text_between_two_topics_gets_both_ranked_and_no_more_than_three() -> None:
    found = topics(article(NEWS["medtop:15000000"] + " " + NEWS["medtop:01000000"] + " " + NEWS["medtop:15000000"]))
    assert tops(found)[:2] == ["medtop:15000000", "medtop:01000000"]
    assert [topic.rank for topic in found if topic.topic_id in LABELS] == list(range(1, len(tops(found)) + 1))
    assert [topic.score for topic in found] == sorted((topic.score for topic in found), reverse=True)
    assert len(tops(topics(article(" ".join(NEWS.values()))))) <= 3


def test_a_plain_text_gets_a_narrower_topic_too_below_its_broader_one() -> None:
    text = "The candidate won the presidential election: turnout was high, polling stations closed late, every ballot was counted."
    found = topics(article(text, headline="Voters elect a president"))
    narrower = next(topic for topic in found if topic.label == "election")
    assert BROADER[narrower.topic_id] == found[0].topic_id == "medtop:11000000"
    assert narrower.score < found[0].score
    assert narrower.rank > len(tops(found))


def test_nothing_fits_gives_no_topic() -> None:
    assert topics(article("Something happened somewhere, and nobody knew why it did.")) == ()
    assert topics(article("")) == ()


def test_the_headline_counts_more_than_the_body() -> None:
    body = "The court heard how the match ended."
    assert ids(topics(article(body, headline="Tennis final")))[0] == "medtop:15000000"
    assert ids(topics(article(body, headline="Murder trial")))[0] == "medtop:02000000"


def test_boilerplate_captions_and_sign_offs_say_nothing() -> None:
    text = "The striker scored twice.\nSubscribe for election news from parliament.\n"
    body, rest = Segment("body", 0, 25, 1), Segment("boilerplate", 26, len(text))
    assert ids(topics(Article("a", "d", 1, text, (body, rest)))) == ["medtop:15000000"]


def test_the_printed_section_is_a_scheme_of_its_own() -> None:
    printed = topics(article("Nothing to see.", section=" Arts & Books "))[-1]
    assert printed == ArticleTopic("section:arts-books", 1.0, 1, "printed_section")
    assert printed.label == "Arts & Books"
    assert ids(topics(article("Nothing to see.", section="—"))) == []


def test_a_plainly_named_section_is_evidence_and_world_is_none() -> None:
    found = topics(article("They met again on Monday.", section="Politics"))
    assert ids(found) == ["medtop:11000000", "section:politics"]
    assert found[0].method == "section_map"
    assert ids(topics(article("They met again on Monday.", section="World"))) == ["section:world"]


def test_other_languages_get_the_section_only() -> None:
    assert ids(topics(article("Le film festival, police, software", section="Sport", language="fr"))) == [
        "section:sport"
    ]


def test_phrases_match_whole_words_in_any_case_and_the_plural() -> None:
    lexicon = read_lexicon("topic_id,phrase,weight\nmedtop:15000000,cup final,3\nmedtop:11000000,party,1\n")
    text = "CUP FINALS, cup-final; cupfinal, parties party partying"
    assert [(start, phrase.name) for start, phrase in matches(words(text), lexicon)] == [
        (0, "cup final"), (2, "cup final"), (5, "party"), (6, "party"),
    ]  # fmt: skip


def test_the_longest_phrase_hides_the_words_inside_it() -> None:
    lexicon = read_lexicon(
        "# a comment\ntopic_id,phrase,weight\nmedtop:09000000,union,1\nmedtop:15000000,rugby union,3\nnone,union jack,0\n"
    )
    found = [phrase.weights for _, phrase in matches(words("union rugby union union jack"), lexicon)]
    assert found == [(("medtop:09000000", 1.0),), (("medtop:15000000", 3.0),), ()]


@pytest.mark.parametrize(
    "row", ["medtop:99000000,vote,1", "medtop:11000000,?!,1", "medtop:11000000,vote,heavy", "none,x,11"]
)
def test_a_wrong_row_of_the_lexicon_is_named(row: str) -> None:
    with pytest.raises(ValueError, match=r"lexicon row \{.*a weight from 0 to 10"):
        read_lexicon(f"topic_id,phrase,weight\n{row}\n")


def test_a_narrower_phrase_speaks_for_its_broader_topic_unless_that_has_a_weight_of_its_own() -> None:
    head = "topic_id,phrase,weight\n"
    lexicon = read_lexicon(
        f"{head}medtop:11000000,ballot,1\n", f"{head}medtop:20000574,ballot,2\nmedtop:20000574,turnout,2\n"
    )
    found = [dict(phrase.weights) for _, phrase in matches(words("ballot turnout"), lexicon)]
    assert found == [{"medtop:11000000": 1, "medtop:20000574": 2}, {"medtop:11000000": 2, "medtop:20000574": 2}]


def test_no_row_of_the_lexicon_stands_twice() -> None:
    for name in FILES:
        keys = [line.rsplit(",", 1)[0].casefold() for line in table(name).splitlines() if not line.startswith("#")]
        assert len(keys) == len(set(keys))


def test_the_vocabulary_is_the_same_in_sql_and_closed_upwards() -> None:
    sql = (Path(__file__).parents[2] / "sql" / "refresh" / "topics.sql").read_text("utf-8")
    escaped = {topic_id: label.replace("'", "''") for topic_id, label in EVERY_LABEL.items()}
    broader = {topic_id: f"'{BROADER[topic_id]}'" if topic_id in BROADER else "NULL" for topic_id in EVERY_LABEL}
    rows = [f"('{topic_id}', '{label}', {broader[topic_id]})" for topic_id, label in escaped.items()]
    assert all(row in sql for row in rows)
    assert sql.count("('medtop:") == len(rows)
    assert set(BROADER.values()) == set(LABELS)


def test_the_digest_of_the_lexicon_is_stable_and_short() -> None:
    assert lexicon_digest() == lexicon_digest()
    assert len(lexicon_digest()) == 16


@given(st.text(), st.text(), st.text())
def test_any_text_gives_scores_between_0_and_1(body: str, headline: str, section: str) -> None:
    found = topics(article(body, headline=headline, section=section))
    assert all(0 < topic.score <= 1 for topic in found)
    assert len(ids(found)) == len(set(ids(found)))


def test_a_hostile_text_takes_linear_time() -> None:
    began = time.process_time()
    topics(article("state of the " * 100_000 + "union " * 100_000 + "-" * 1_000_000))
    assert time.process_time() - began < 3
