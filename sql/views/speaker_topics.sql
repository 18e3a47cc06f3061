-- What does each speaker speak about?
CREATE OR REPLACE VIEW speaker_topics AS
WITH spoken AS (
    FROM current_quote_topics
),
totals AS (
    SELECT speaker_entity_id, speaker, count(DISTINCT quote_id) AS quotes FROM spoken GROUP BY speaker_entity_id, speaker
)
SELECT
    s.speaker_entity_id,
    s.speaker,
    s.topic_id,
    s.topic,
    count(*) AS quotes,
    count(*) / any_value(t.quotes) AS share,
    sum(s.n_words)::BIGINT AS words
FROM spoken AS s
JOIN totals AS t ON t.speaker = s.speaker AND t.speaker_entity_id IS NOT DISTINCT FROM s.speaker_entity_id
GROUP BY s.speaker_entity_id, s.speaker, s.topic_id, s.topic
ORDER BY any_value(t.quotes) DESC, s.speaker, s.speaker_entity_id, quotes DESC, s.topic;

COMMENT ON VIEW speaker_topics IS 'What does each speaker speak about? IPTC Media Topics of the quotes themselves; speech in the body only (a headline repeats it). A quote with two topics counts under both.';
COMMENT ON COLUMN speaker_topics.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN speaker_topics.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN speaker_topics.topic_id IS 'Code of the Media Topic; null for (no topic).';
COMMENT ON COLUMN speaker_topics.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN speaker_topics.quotes IS 'Quotes of the speaker about it.';
COMMENT ON COLUMN speaker_topics.share IS 'These as a share of all quotes of the speaker, 0 to 1.';
COMMENT ON COLUMN speaker_topics.words IS 'Words of these quotes.';
