-- What is each quote about?
CREATE OR REPLACE VIEW current_quote_topics AS
SELECT
    q.quote_id,
    q.article_id,
    q.source,
    q.content_date,
    q.speaker_entity_id,
    q.speaker,
    q.n_words,
    t.topic_id,
    coalesce(l.label, t.topic_id, '(no topic)') AS topic,
    coalesce(t.rank, 1) AS rank
FROM current_quotes AS q
LEFT JOIN quote_topics AS t USING (quote_id)
LEFT JOIN topics AS l ON l.topic_id = t.topic_id
WHERE q.speech AND q.in_segment <> 'headline';

COMMENT ON VIEW current_quote_topics IS 'What is each quote about? IPTC Media Topics of the quotes of current articles; speech in the body only (a headline repeats it). A quote has a row for each of its topics, and one that says (no topic) when it has none.';
COMMENT ON COLUMN current_quote_topics.quote_id IS 'The quote.';
COMMENT ON COLUMN current_quote_topics.article_id IS 'The article that it stands in.';
COMMENT ON COLUMN current_quote_topics.source IS 'Who published the article, or (source unknown).';
COMMENT ON COLUMN current_quote_topics.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN current_quote_topics.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN current_quote_topics.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN current_quote_topics.n_words IS 'Words of the quote.';
COMMENT ON COLUMN current_quote_topics.topic_id IS 'Code of the Media Topic; null for (no topic).';
COMMENT ON COLUMN current_quote_topics.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN current_quote_topics.rank IS '1 for the strongest of the quote, and for (no topic).';
