-- What is each current article about, under each scheme of topics?
CREATE OR REPLACE VIEW current_topics AS
WITH schemes AS (
    SELECT unnest(['iptc_mediatopic', 'section']) AS scheme
),
assigned AS (
    SELECT
        t.article_id,
        coalesce(l.scheme, if(starts_with(t.topic_id, 'section:'), 'section', 'iptc_mediatopic')) AS scheme,
        t.topic_id,
        coalesce(l.label, t.topic_id) AS topic,
        t.score,
        t.rank
    FROM article_topics AS t
    LEFT JOIN topics AS l USING (topic_id)
    WHERE l.broader IS NULL
),
narrower AS (
    SELECT t.article_id, l.broader AS topic_id, string_agg(l.label, '; ' ORDER BY t.rank, l.label) AS narrower
    FROM article_topics AS t
    JOIN topics AS l USING (topic_id)
    WHERE l.broader IS NOT NULL
    GROUP BY t.article_id, l.broader
)
SELECT
    a.article_id,
    a.source,
    a.content_date,
    s.scheme,
    t.topic_id,
    coalesce(t.topic, '(no topic)') AS topic,
    t.score,
    coalesce(t.rank, 1) AS rank,
    n.narrower
FROM current_articles AS a
JOIN schemes AS s ON true
LEFT JOIN assigned AS t ON t.article_id = a.article_id AND t.scheme = s.scheme
LEFT JOIN narrower AS n ON n.article_id = a.article_id AND n.topic_id = t.topic_id;

COMMENT ON VIEW current_topics IS 'What is each current article about, under each scheme of topics? An article has a row for each of its topics, of the 17 top IPTC terms or of its section, and one that says (no topic) under a scheme that gives it none.';
COMMENT ON COLUMN current_topics.article_id IS 'The article.';
COMMENT ON COLUMN current_topics.source IS 'Who published it, or (source unknown).';
COMMENT ON COLUMN current_topics.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN current_topics.scheme IS 'iptc_mediatopic, or section: the publishers'' own.';
COMMENT ON COLUMN current_topics.topic_id IS 'Code in its scheme; null for (no topic).';
COMMENT ON COLUMN current_topics.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN current_topics.score IS 'Of a Media Topic the chance that it is the main one, 0 to 1; null for (no topic).';
COMMENT ON COLUMN current_topics.rank IS '1 for the strongest of its scheme, and for (no topic).';
COMMENT ON COLUMN current_topics.narrower IS 'Terms of the second level that the article has under the topic, strongest first; null when none.';
