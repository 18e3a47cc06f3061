-- Who is quoted, by whom, about what?
CREATE OR REPLACE VIEW speaker_source_topic AS
WITH main_topics AS (
    SELECT DISTINCT ON (article_id) article_id, topic_id, topic
    FROM current_topics
    WHERE scheme = 'iptc_mediatopic'
    ORDER BY article_id, rank, topic_id
)
SELECT
    q.speaker_entity_id,
    q.speaker,
    q.source,
    t.topic_id,
    t.topic,
    count(*) AS quotes,
    first(q.content ORDER BY q.content_date DESC NULLS LAST, q.article_id, q.quote_no) AS latest_quote,
    first(q.quote_id ORDER BY q.content_date DESC NULLS LAST, q.article_id, q.quote_no) AS latest_quote_id
FROM current_quotes AS q
JOIN main_topics AS t USING (article_id)
WHERE q.speech AND q.in_segment <> 'headline'
GROUP BY q.speaker_entity_id, q.speaker, q.source, t.topic_id, t.topic
ORDER BY quotes DESC, q.speaker, q.source, t.topic, q.speaker_entity_id;

COMMENT ON VIEW speaker_source_topic IS 'Who is quoted, by whom, about what? Counts speech in the body only (a headline repeats it), each quote once: under the strongest IPTC Media Topic of its article.';
COMMENT ON COLUMN speaker_source_topic.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN speaker_source_topic.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN speaker_source_topic.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN speaker_source_topic.topic_id IS 'Code of the Media Topic; null for (no topic).';
COMMENT ON COLUMN speaker_source_topic.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN speaker_source_topic.quotes IS 'Quotes of the speaker in this source under this topic.';
COMMENT ON COLUMN speaker_source_topic.latest_quote IS 'The one in the article with the latest date; undated articles come last.';
COMMENT ON COLUMN speaker_source_topic.latest_quote_id IS 'Identifier of that quote.';
