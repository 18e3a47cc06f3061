-- How does the share of each topic move from week to week?
CREATE OR REPLACE VIEW topic_week AS
WITH weekly AS (
    SELECT source, date_trunc('week', content_date)::DATE AS monday, topic_id, topic, count(DISTINCT article_id) AS articles
    FROM current_topics
    WHERE scheme = 'iptc_mediatopic'
    GROUP BY source, monday, topic_id, topic
),
totals AS (
    SELECT source, date_trunc('week', content_date)::DATE AS monday, count(*) AS articles
    FROM current_articles
    GROUP BY source, monday
),
shares AS (
    SELECT w.*, w.articles / t.articles AS share
    FROM weekly AS w
    JOIN totals AS t ON t.source = w.source AND t.monday IS NOT DISTINCT FROM w.monday
)
SELECT
    coalesce(strftime(s.monday, '%Y-%m-%d'), '(undated)') AS week,
    s.source,
    s.topic_id,
    s.topic,
    s.articles,
    s.share,
    -- A week without any article of the source says nothing about a change; one without the topic does.
    if(t.articles IS NULL, NULL, s.share - coalesce(before.share, 0)) AS change
FROM shares AS s
LEFT JOIN totals AS t ON t.source = s.source AND t.monday = s.monday - 7
LEFT JOIN shares AS before
    ON before.source = s.source AND before.monday = s.monday - 7 AND before.topic = s.topic
ORDER BY week, s.source, s.articles DESC, s.topic;

COMMENT ON VIEW topic_week IS 'How does the share of each IPTC Media Topic move from week to week? An article with two topics counts under both.';
COMMENT ON COLUMN topic_week.week IS 'Monday of the ISO week as YYYY-MM-DD, or (undated).';
COMMENT ON COLUMN topic_week.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN topic_week.topic_id IS 'Code of the Media Topic; null for (no topic).';
COMMENT ON COLUMN topic_week.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN topic_week.articles IS 'Articles of the source with the topic in that week.';
COMMENT ON COLUMN topic_week.share IS 'These as a share of the articles of the source in that week, 0 to 1.';
COMMENT ON COLUMN topic_week.change IS 'Share minus the share of the week before; null when the source has no article in the week before.';
