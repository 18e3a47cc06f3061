-- How much rests on unnamed sources, and in which words?
CREATE OR REPLACE VIEW anonymous_sourcing AS
WITH said AS (
    SELECT source, speaker_kind, speaker, count(*) AS n
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY source, speaker_kind, speaker
),
wordings AS (
    SELECT source, speaker_kind, string_agg(speaker || ' (' || n || ')', '; ' ORDER BY n DESC, speaker) AS wordings
    FROM (
        SELECT *
        FROM said
        QUALIFY row_number() OVER (PARTITION BY source, speaker_kind ORDER BY n DESC, speaker) <= 5
    )
    GROUP BY source, speaker_kind
),
kinds AS (
    SELECT source, speaker_kind, count(*) AS quotes, count(DISTINCT article_id) AS articles
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY source, speaker_kind
),
totals AS (
    SELECT source, sum(quotes) AS quotes FROM kinds GROUP BY source
)
SELECT
    k.source,
    k.speaker_kind,
    k.quotes,
    k.quotes / t.quotes AS share,
    k.articles,
    w.wordings
FROM kinds AS k
JOIN totals AS t USING (source)
JOIN wordings AS w USING (source, speaker_kind)
ORDER BY k.source, k.quotes DESC, k.speaker_kind;

COMMENT ON VIEW anonymous_sourcing IS 'How much rests on unnamed sources, and in which words? Counts speech in the body only (a headline repeats it); the kinds of named speakers are shown beside, so that the shares of a source add up to 1.';
COMMENT ON COLUMN anonymous_sourcing.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN anonymous_sourcing.speaker_kind IS 'named_person, organisation, metonym, unnamed, document or unknown.';
COMMENT ON COLUMN anonymous_sourcing.quotes IS 'Quotes of this kind of speaker.';
COMMENT ON COLUMN anonymous_sourcing.share IS 'These as a share of all quotes of the source, 0 to 1.';
COMMENT ON COLUMN anonymous_sourcing.articles IS 'Articles with such a quote.';
COMMENT ON COLUMN anonymous_sourcing.wordings IS 'The up to five most frequent speakers of the kind with their number of quotes; for the unnamed, the words that stand for them.';
