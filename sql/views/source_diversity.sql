-- How many voices does each article let speak, and does it rest on one?
CREATE OR REPLACE VIEW source_diversity AS
WITH voices AS (
    SELECT
        article_id,
        if(speaker = '(speaker unknown)', NULL, coalesce(speaker_entity_id, speaker)) AS voice,
        any_value(speaker_entity_id) AS speaker_entity_id,
        any_value(speaker) AS speaker,
        count(*) AS quotes,
        sum(n_words)::BIGINT AS words
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY article_id, voice
),
heard AS (
    SELECT
        article_id,
        sum(quotes)::BIGINT AS quotes,
        count(voice) AS speakers,
        count(speaker_entity_id) AS named_speakers,
        coalesce(sum(quotes) FILTER (voice IS NULL), 0)::BIGINT AS quotes_without_speaker,
        first(speaker ORDER BY quotes DESC, words DESC, voice) FILTER (voice IS NOT NULL) AS top_speaker,
        max(quotes) FILTER (voice IS NOT NULL) AS top_quotes
    FROM voices
    GROUP BY article_id
)
SELECT
    a.source,
    a.article_id,
    a.headline,
    a.content_date,
    coalesce(h.speakers, 0) AS speakers,
    coalesce(h.named_speakers, 0) AS named_speakers,
    coalesce(h.quotes, 0) AS quotes,
    coalesce(h.quotes_without_speaker, 0) AS quotes_without_speaker,
    h.top_speaker,
    h.top_quotes / h.quotes AS top_speaker_share,
    CASE
        WHEN h.speakers >= 2 THEN false
        WHEN h.speakers = 1 AND h.quotes_without_speaker = 0 THEN true
    END AS single_source,
    a.path
FROM current_articles AS a
LEFT JOIN heard AS h USING (article_id)
ORDER BY a.source, a.content_date DESC NULLS LAST, a.path, a.article_no, a.article_id;

COMMENT ON VIEW source_diversity IS 'How many voices does each article let speak, and does it rest on one? Speech in the body only; an article without any is shown.';
COMMENT ON COLUMN source_diversity.source IS 'Who published the article, or (source unknown).';
COMMENT ON COLUMN source_diversity.article_id IS 'The article.';
COMMENT ON COLUMN source_diversity.headline IS 'Headline of the article.';
COMMENT ON COLUMN source_diversity.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN source_diversity.speakers IS 'Different speakers, named or not ("officials" are one); those that nobody could tell left out.';
COMMENT ON COLUMN source_diversity.named_speakers IS 'Of these, speakers with a name.';
COMMENT ON COLUMN source_diversity.quotes IS 'Quotes in the article.';
COMMENT ON COLUMN source_diversity.quotes_without_speaker IS 'Of these, quotes whose speaker is not known.';
COMMENT ON COLUMN source_diversity.top_speaker IS 'The speaker with most quotes (of two with as many, the one with more words); null when none is known.';
COMMENT ON COLUMN source_diversity.top_speaker_share IS 'Their quotes as a share of all quotes of the article, 0 to 1; null when none is known.';
COMMENT ON COLUMN source_diversity.single_source IS 'True when every quote is of one speaker; null without quotes, and where a quote without a speaker leaves it open.';
COMMENT ON COLUMN source_diversity.path IS 'The file that it stands in.';
