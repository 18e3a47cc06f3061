"""What a quote is about: invented speech in invented articles."""

from dataclasses import replace

from analysed import article

from transforms.extractors.quote_topics import quote_topics, rows
from transforms.records import Article, ArticleTopic, Quote, QuoteTopic, Speaker

ECONOMY, HEALTH, POLITICS = "medtop:04000000", "medtop:07000000", "medtop:11000000"
SPORT, WEATHER = "medtop:15000000", "medtop:17000000"


def quote(piece: Article, words: str, quote_id: str = "q1") -> Quote:
    start = piece.text.index(words)
    return Quote(
        quote_id,
        "direct",
        "quote_cue_speaker",
        ((start, start + len(words)),),
        words,
        Speaker("unknown", "none", 0.0),
        "body",
    )


def about(topic_id: str, score: float = 0.8) -> ArticleTopic:
    return ArticleTopic(topic_id, score, 1, "lexicon")


def ids(found: tuple[QuoteTopic, ...]) -> list[str]:
    return [topic.topic_id for topic in found]


def test_the_words_of_the_quote_weigh_more_than_what_the_article_is_about() -> None:
    piece = article("“Heavy rain and strong winds, and snow below zero degrees, will come,” she said after the vote.")
    said = quote(piece, "Heavy rain and strong winds, and snow below zero degrees, will come")
    assert ids(quote_topics(piece, [said], [about(POLITICS, 0.4)]))[0] == WEATHER


def test_a_quote_that_says_nothing_of_itself_is_about_what_its_article_is_about() -> None:
    piece = article("“We are where we are,” she said.")
    found = quote_topics(piece, [quote(piece, "We are where we are")], [about(SPORT)])
    assert ids(found) == [SPORT]
    assert found[0].score < 0.9


def test_the_paragraph_around_speaks_where_the_quote_does_not() -> None:
    piece = article(
        "Doctors and nurses at the hospital gave patients the vaccine against the epidemic disease. “It works,” she said.\n"
        "“It does,” he said."
    )
    near, far = quote(piece, "It works"), quote(piece, "It does", "q2")
    found = quote_topics(piece, [near, far], ())
    assert [(topic.quote_id, topic.topic_id) for topic in found] == [("q1", HEALTH)]
    assert far.quote_id not in {topic.quote_id for topic in found}


def test_nothing_is_said_where_nothing_speaks() -> None:
    piece = article("“Well, well,” she said.")
    assert quote_topics(piece, [quote(piece, "Well, well")], ()) == ()


def test_a_weak_topic_of_the_article_is_not_enough() -> None:
    piece = article("“Well, well,” she said.")
    assert quote_topics(piece, [quote(piece, "Well, well")], [about(SPORT, 0.05)]) == ()


def test_at_most_two_topics_strongest_first() -> None:
    piece = article("“Parliament will vote on the inflation budget.” “Stocks.”")
    found = quote_topics(
        piece, [quote(piece, "Parliament will vote on the inflation budget")], [about(ECONOMY, 0.3), about(HEALTH, 0.1)]
    )
    assert set(ids(found)) == {ECONOMY, POLITICS}
    assert [topic.rank for topic in found] == [1, 2]
    assert 1 >= found[0].score >= found[1].score > 0


def test_sections_and_other_languages_give_no_topics() -> None:
    piece = article("“Well, well,” she said.")
    said = quote(piece, "Well, well")
    assert quote_topics(piece, [said], [ArticleTopic("section:sport", 1.0, 1, "printed_section")]) == ()
    assert quote_topics(replace(piece, language="fr"), [said], [about(SPORT)]) == ()


def test_rows_have_the_columns_of_the_table() -> None:
    piece = article("“Well, well,” she said.")
    (row,) = rows(piece, quote_topics(piece, [quote(piece, "Well, well")], [about(SPORT)]))["quote_topics"]
    assert set(row) == {"quote_id", "article_id", "topic_id", "score", "rank", "method"}
    assert row["method"] == "lexicon"
