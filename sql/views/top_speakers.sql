-- Who is quoted most?
CREATE OR REPLACE VIEW top_speakers AS
SELECT
    speaker_entity_id,
    speaker,
    mode(speaker_kind ORDER BY speaker_kind) AS speaker_kind,
    count(*) AS quotes,
    count(DISTINCT trim(lower(regexp_replace(content, '[^\p{L}\p{N}]+', ' ', 'g')))) AS unique_quotes,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT source) FILTER (source <> '(source unknown)') AS sources,
    sum(n_words)::BIGINT AS words,
    count(*) FILTER (type = 'direct') / count(*) AS direct_share,
    min(content_date) AS first_date,
    max(content_date) AS last_date
FROM current_quotes
WHERE speech AND in_segment <> 'headline'
-- Without an entity the same words of another kind are another speaker.
GROUP BY speaker_entity_id, speaker, if(speaker_entity_id IS NULL, speaker_kind, NULL)
ORDER BY quotes DESC, articles DESC, speaker, speaker_kind, speaker_entity_id;

COMMENT ON VIEW top_speakers IS 'Who is quoted most? Counts speech in the body only (a headline repeats it), not beliefs, wishes and decisions; unnamed and unknown speakers are counted too.';
COMMENT ON COLUMN top_speakers.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN top_speakers.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN top_speakers.speaker_kind IS 'named_person, organisation, metonym, unnamed, document or unknown: the most frequent for this speaker.';
COMMENT ON COLUMN top_speakers.quotes IS 'Quotes in current articles.';
COMMENT ON COLUMN top_speakers.unique_quotes IS 'Quotes that differ in more than case, spaces and punctuation.';
COMMENT ON COLUMN top_speakers.articles IS 'Articles that quote them.';
COMMENT ON COLUMN top_speakers.sources IS 'Known sources that quote them; 0 when all stands in articles whose source is not known.';
COMMENT ON COLUMN top_speakers.words IS 'Words of their quotes.';
COMMENT ON COLUMN top_speakers.direct_share IS 'Share of the quotes that is direct, 0 to 1.';
COMMENT ON COLUMN top_speakers.first_date IS 'Earliest date of an article that quotes them; null when none is dated.';
COMMENT ON COLUMN top_speakers.last_date IS 'Latest date of an article that quotes them; null when none is dated.';
