-- What is spoken about in each source, and by how many speakers?
CREATE OR REPLACE VIEW quoted_topics AS
WITH spoken AS (
    FROM current_quote_topics
),
totals AS (
    SELECT source, count(DISTINCT quote_id) AS quotes FROM spoken GROUP BY source
)
SELECT
    s.source,
    s.topic_id,
    s.topic,
    count(*) AS quotes,
    count(*) / any_value(t.quotes) AS share,
    count(DISTINCT coalesce(s.speaker_entity_id, s.speaker)) FILTER (s.speaker <> '(speaker unknown)') AS speakers,
    sum(s.n_words)::BIGINT AS words
FROM spoken AS s
JOIN totals AS t USING (source)
GROUP BY s.source, s.topic_id, s.topic
ORDER BY any_value(t.quotes) DESC, s.source, quotes DESC, s.topic;

COMMENT ON VIEW quoted_topics IS 'What is spoken about in each source, and by how many speakers? IPTC Media Topics of the quotes themselves; speech in the body only (a headline repeats it). A quote with two topics counts under both.';
COMMENT ON COLUMN quoted_topics.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN quoted_topics.topic_id IS 'Code of the Media Topic; null for (no topic).';
COMMENT ON COLUMN quoted_topics.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN quoted_topics.quotes IS 'Quotes of the source about it.';
COMMENT ON COLUMN quoted_topics.share IS 'These as a share of all quotes of the source, 0 to 1.';
COMMENT ON COLUMN quoted_topics.speakers IS 'Different speakers of these quotes; unknown ones are not counted.';
COMMENT ON COLUMN quoted_topics.words IS 'Words of these quotes.';
