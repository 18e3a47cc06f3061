-- Can I trust these numbers?
CREATE OR REPLACE VIEW data_health AS
WITH held AS (
    SELECT
        source,
        count(*) AS articles,
        count(*) FILTER (content_date IS NULL) AS no_date,
        count(*) FILTER (source = '(source unknown)') AS no_source,
        count(*) FILTER (headline IS NULL) AS no_headline,
        count(*) FILTER (len(quality_flags) > 0) AS flagged
    FROM current_articles
    GROUP BY source
),
flags AS (
    SELECT source, string_agg(flag || ' (' || n || ')', '; ' ORDER BY n DESC, flag) AS flags
    FROM (
        SELECT source, flag, count(*) AS n
        FROM (SELECT source, unnest(quality_flags) AS flag FROM current_articles)
        GROUP BY source, flag
    )
    GROUP BY source
),
said AS (
    SELECT source, count(*) AS quotes, count(*) FILTER (speaker_kind = 'unknown') AS quotes_without_speaker
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY source
),
-- What a path holds now: its latest version decides whether it counts as rejected.
refused AS (
    SELECT coalesce(mapped_source, '(source unknown)') AS source, count(*) AS rejected
    FROM (SELECT DISTINCT ON (path) mapped_source, status FROM files ORDER BY path, version_no DESC)
    WHERE status = 'rejected'
    GROUP BY source
)
SELECT
    source,
    coalesce(h.articles, 0) AS articles,
    coalesce(h.no_date, 0) AS no_date,
    coalesce(h.no_source, 0) AS no_source,
    coalesce(h.no_headline, 0) AS no_headline,
    coalesce(h.flagged, 0) AS flagged,
    f.flags,
    coalesce(s.quotes, 0) AS quotes,
    coalesce(s.quotes_without_speaker, 0) AS quotes_without_speaker,
    coalesce(r.rejected, 0) AS rejected
FROM held AS h
FULL JOIN refused AS r USING (source)
LEFT JOIN flags AS f USING (source)
LEFT JOIN said AS s USING (source)
ORDER BY articles DESC, source;

COMMENT ON VIEW data_health IS 'Can I trust these numbers? What is missing in each source: dates, headlines, speakers, and files that gave no article.';
COMMENT ON COLUMN data_health.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN data_health.articles IS 'Current articles of the source.';
COMMENT ON COLUMN data_health.no_date IS 'Of these, articles whose date is not known.';
COMMENT ON COLUMN data_health.no_source IS 'Of these, articles whose source is not known.';
COMMENT ON COLUMN data_health.no_headline IS 'Of these, articles without a headline.';
COMMENT ON COLUMN data_health.flagged IS 'Of these, articles with a quality flag.';
COMMENT ON COLUMN data_health.flags IS 'The quality flags with their number of articles, most frequent first; null without any.';
COMMENT ON COLUMN data_health.quotes IS 'Quotes in them: speech in the body only (a headline repeats it).';
COMMENT ON COLUMN data_health.quotes_without_speaker IS 'Of these, quotes whose speaker is not known.';
COMMENT ON COLUMN data_health.rejected IS 'Files of the source map''s name for it whose latest version gave no article; without an article they have no date, language, topic or speaker, so only a filter on the source counts here.';
