"""The 25 questions of media monitoring: which view answers each, what its columns mean where that is not plain, an example.

The wording of an answered question is the first line of its view. docs/questions.md is written from this and from samples/.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that a view answers; `example` is one statement of few columns, for six rows at most."""

    number: int
    view: str
    note: str
    example: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """A question that no view answers, and what it waits for, as a sentence."""

    number: int
    sentence: str
    waits_for: str


ANSWERED = (
    Answered(
        1,
        "topics_by_source",
        "`lift_vs_all` compares a source with all of them: 2 is twice the usual share. `scheme = 'section'` asks the same of "
        "the publishers' own sections.",
        "SELECT source, topic, articles, share_of_source, lift_vs_all\nFROM topics_by_source\n"
        "WHERE scheme = 'iptc_mediatopic' AND articles >= 3\nORDER BY lift_vs_all DESC, source, topic\nLIMIT 5;",
    ),
    Answered(
        2,
        "top_speakers",
        "`unique_quotes` counts the same words once; `direct_share` is the share of quotes wholly in quotation marks.",
        "SELECT speaker, speaker_kind, quotes, articles, sources, words, direct_share FROM top_speakers LIMIT 5;",
    ),
    Answered(
        3,
        "speaker_source_topic",
        "A quote counts once, under the strongest topic of its article; `speaker_topics` counts by the topics of the quotes "
        "themselves.",
        "SELECT speaker, source, topic, quotes, latest_quote FROM speaker_source_topic LIMIT 5;",
    ),
    Answered(
        4,
        "voices",
        "Each quote counts once under every `attribute`: gender, country, role, affiliation. What the article itself says of "
        "its speaker goes before what others say; a gender is told by pronouns and honorifics, never by a first name.",
        'SELECT attribute, "value", sum(quotes)::BIGINT AS quotes, sum(words)::BIGINT AS words,\n'
        "    sum(quotes) / sum(sum(quotes)) OVER () AS quote_share, sum(words) / sum(sum(words)) OVER () AS word_share\n"
        'FROM voices\nWHERE attribute = \'gender\'\nGROUP BY attribute, "value"\nORDER BY quotes DESC, "value";',
    ),
    Answered(
        5,
        "exclusive_speakers",
        "`articles_elsewhere` counts the articles of other known sources that name the speaker without quoting them.",
        "SELECT speaker, source, quotes, articles, articles_elsewhere FROM exclusive_speakers LIMIT 5;",
    ),
    Answered(
        8,
        "quote_type_mix",
        "`verbatim_word_share` is by words, not by quotes: one long paraphrase weighs more than one short quotation.",
        "SELECT source, quotes, direct, mixed, indirect, verbatim_word_share, quotes_per_article FROM quote_type_mix LIMIT 5;",
    ),
    Answered(
        9,
        "anonymous_sourcing",
        "All kinds of speakers are shown, so that the shares of a source add up to 1; `wordings` are the words that stand for "
        "the unnamed.",
        "SELECT source, quotes, share, word_share, wordings\nFROM anonymous_sourcing\nWHERE speaker_kind = 'unnamed'\n"
        "ORDER BY share DESC, source\nLIMIT 5;",
    ),
    Answered(
        11,
        "co_mentions",
        "Each pair stands once. `lift` is 1 where the two meet no more often than by chance; `sentences` says how often they "
        "meet within one sentence.",
        "SELECT canonical_name, other_name, articles, sentences, sources, lift\nFROM co_mentions\n"
        "WHERE type = 'PERSON' AND other_type = 'PERSON'\nLIMIT 5;",
    ),
    Answered(
        12,
        "topic_week",
        "`change` is the share less that of the week before; null where the source has no article in that week.",
        "SELECT week, source, topic, articles, share, change\nFROM topic_week\nWHERE change IS NOT NULL\n"
        "ORDER BY abs(change) DESC, week, source, topic\nLIMIT 5;",
    ),
    Answered(
        13,
        "updated_articles",
        "A row compares a version of a file with the one before it. `lag_hours` is how long the old version stood at most; "
        "quotes and numbers are compared as sets, case and punctuation apart.",
        "SELECT path, changes, old_headline, headline, numbers_removed, numbers_added FROM updated_articles;",
    ),
    Answered(
        16,
        "said_about",
        "A quote stands under every name in its words. The oldest comes first.",
        "SELECT speaker, about, content_date, source, cue, content\nFROM said_about\n"
        "WHERE speaker_kind = 'named_person' AND about_type <> 'PLACE' AND about <> speaker\nLIMIT 5;",
    ),
    Answered(
        17,
        "mentioned_vs_quoted",
        "`voice_rate` 0 is never heard, 1 is quoted wherever named.",
        "SELECT canonical_name, type, articles_mentioned, articles_quoted, voice_rate\nFROM mentioned_vs_quoted\n"
        "ORDER BY voice_rate, articles_mentioned DESC, canonical_name\nLIMIT 5;",
    ),
    Answered(
        18,
        "cue_framing",
        "`cue_class` groups the cues (framing.md explains each class); `share` and `class_share` are of the quotes of the "
        "speaker in the source, whose number is `speaker_quotes`.",
        "SELECT source, speaker, cue_class, cue, quotes, share\nFROM cue_framing\n"
        "WHERE speaker_entity_id IS NOT NULL AND cue_class NOT IN ('neutral', '(no cue)')\n"
        "ORDER BY quotes DESC, share DESC, source, speaker, cue\nLIMIT 5;",
    ),
    Answered(
        19,
        "source_diversity",
        "`single_source` is null, not false, where an article has no quote, or a quote without a speaker leaves it open.",
        "SELECT source, count(*) AS articles, avg(speakers) AS speakers, avg(top_speaker_share) AS top_speaker_share,\n"
        "    count(*) FILTER (single_source) AS rest_on_one, count(*) FILTER (single_source IS NULL) AS open_or_silent\n"
        "FROM source_diversity\nGROUP BY source\nORDER BY articles DESC, source\nLIMIT 5;",
    ),
    Answered(
        23,
        "name_variants",
        "`titles` are those of the entity, not of one spelling.",
        "SELECT canonical_name, alias, alias_kind, n, titles\nFROM name_variants\nWHERE type = 'PERSON' AND titles IS NOT NULL\n"
        "LIMIT 5;",
    ),
    Answered(
        24,
        "quote_evidence",
        "`char_start` and `char_end` count characters of the decoded text from 0; `round_trips` says that the place holds "
        "exactly these words, and a check proves it for all rows.",
        "SELECT speaker, content, path, char_start, char_end, round_trips, confidence FROM quote_evidence LIMIT 5;",
    ),
    Answered(
        25,
        "data_health",
        "`rejected` counts files by the source that the source map gives their path. `gold_scores` says how well the texts "
        "were read, where that was measured; `reject_reasons` and `confidence_bins` go on from here.",
        "SELECT source, articles, no_date, no_headline, quotes, quotes_without_speaker, rejected FROM data_health LIMIT 6;",
    ),
)

NOT_YET = (
    NotYet(
        6,
        "How is the same quote trimmed, altered or given to somebody else?",
        "It waits for clusters of quotes; until then `repeated_quotes` finds those that are printed alike.",
    ),
    NotYet(
        7,
        "What does each source include and omit of the same event?",
        "It waits for stories: one event over all sources.",
    ),
    NotYet(
        10,
        "How long does a quote live, and who carried it first?",
        "It waits for clusters of quotes; `repeated_quotes` has the first source of those that are printed alike.",
    ),
    NotYet(
        14,
        "Who republishes wire copy, credited or not?",
        "It waits for pairs of articles that share their text; `agency` in `current_articles` says what is credited.",
    ),
    NotYet(15, "Where do sources contradict each other on the same event?", "It waits for stories and for claims."),
    NotYet(20, "Who breaks stories, and who follows?", "It waits for stories."),
    NotYet(21, "Which big stories did a source skip?", "It waits for stories."),
    NotYet(
        22,
        "What is the tone towards somebody, in quotes and in the source's own voice?",
        "It waits for a measure of tone that holds on news; `cue_framing` shows the words that report their speech.",
    ),
)
