-- How much rests on unnamed sources, and in which words?
CREATE OR REPLACE VIEW anonymous_sourcing AS
WITH said AS (
    SELECT source, speaker_kind, speaker, article_id, count(*) AS quotes, sum(n_words)::BIGINT AS words
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY source, speaker_kind, speaker, article_id
),
kinds AS (
    SELECT source, speaker_kind, sum(quotes)::BIGINT AS quotes, sum(words)::BIGINT AS words, count(DISTINCT article_id) AS articles
    FROM said
    GROUP BY source, speaker_kind
),
frequent AS (
    SELECT source, speaker_kind, speaker, sum(quotes)::BIGINT AS quotes
    FROM said
    -- Words that only point at somebody say nothing about whom an article leaves without a name; nor do capitals, which a name has.
    WHERE speaker_kind <> 'unnamed' OR speaker = lower(speaker) AND speaker NOT IN (
        'i', 'me', 'we', 'us', 'our', 'you', 'your', 'he', 'him', 'his', 'she', 'her', 'it', 'its', 'they', 'them', 'their',
        'who', 'this', 'that', 'these', 'those', 'one', 'some', 'many', 'others', 'someone', 'somebody', 'no one', 'nobody',
        'everyone', 'everybody', 'anyone', 'anybody'
    )
    GROUP BY source, speaker_kind, speaker
    QUALIFY row_number() OVER (PARTITION BY source, speaker_kind ORDER BY sum(quotes) DESC, speaker) <= 5
),
wordings AS (
    SELECT source, speaker_kind, string_agg(speaker || ' (' || quotes || ')', '; ' ORDER BY quotes DESC, speaker) AS wordings
    FROM frequent
    GROUP BY source, speaker_kind
)
SELECT
    k.source,
    k.speaker_kind,
    k.quotes,
    k.quotes / sum(k.quotes) OVER (PARTITION BY k.source) AS share,
    k.articles,
    w.wordings,
    k.words,
    coalesce(k.words / nullif(sum(k.words) OVER (PARTITION BY k.source), 0), 0) AS word_share
FROM kinds AS k
LEFT JOIN wordings AS w ON w.source = k.source AND w.speaker_kind = k.speaker_kind
ORDER BY k.source, k.quotes DESC, k.speaker_kind;

COMMENT ON VIEW anonymous_sourcing IS 'How much rests on unnamed sources, and in which words? Counts speech in the body only (a headline repeats it); the kinds of named speakers are shown beside, so that the shares of a source add up to 1.';
COMMENT ON COLUMN anonymous_sourcing.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN anonymous_sourcing.speaker_kind IS 'named_person, organisation, metonym, unnamed, document or unknown.';
COMMENT ON COLUMN anonymous_sourcing.quotes IS 'Quotes of this kind of speaker.';
COMMENT ON COLUMN anonymous_sourcing.share IS 'These as a share of all quotes of the source, 0 to 1.';
COMMENT ON COLUMN anonymous_sourcing.articles IS 'Articles with such a quote.';
COMMENT ON COLUMN anonymous_sourcing.wordings IS 'The up to five most frequent speakers of the kind with their number of quotes; for the unnamed, the words that stand for them, without pronouns (they, some, others) and names of nations and works, which the other columns count; null if there are no others.';
COMMENT ON COLUMN anonymous_sourcing.words IS 'Words of these quotes.';
COMMENT ON COLUMN anonymous_sourcing.word_share IS 'These as a share of all quoted words of the source, 0 to 1.';
