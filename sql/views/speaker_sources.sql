-- How much does each source let each named speaker say?
CREATE OR REPLACE VIEW speaker_sources AS
SELECT
    speaker_entity_id,
    speaker,
    mode(speaker_kind ORDER BY speaker_kind) AS speaker_kind,
    source,
    count(*) AS quotes,
    count(DISTINCT article_id) AS articles,
    sum(n_words)::BIGINT AS words,
    count(*) FILTER (type = 'direct') / count(*) AS direct_share,
    min(content_date) AS first_date,
    max(content_date) AS last_date,
    first(quote_id ORDER BY content_date DESC NULLS LAST, path, char_start, quote_id) AS latest_quote_id
FROM current_quotes
WHERE speech AND in_segment <> 'headline' AND speaker_entity_id IS NOT NULL
GROUP BY speaker_entity_id, speaker, source
ORDER BY quotes DESC, articles DESC, speaker, source, speaker_entity_id;

COMMENT ON VIEW speaker_sources IS 'How much does each source let each named speaker say? Speech in the body only (a headline repeats it).';
COMMENT ON COLUMN speaker_sources.speaker_entity_id IS 'The speaker''s entity.';
COMMENT ON COLUMN speaker_sources.speaker IS 'Name of the speaker across articles.';
COMMENT ON COLUMN speaker_sources.speaker_kind IS 'named_person, organisation, metonym or document: the most frequent for this speaker in the source.';
COMMENT ON COLUMN speaker_sources.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN speaker_sources.quotes IS 'Quotes of the speaker in this source.';
COMMENT ON COLUMN speaker_sources.articles IS 'Articles that they stand in.';
COMMENT ON COLUMN speaker_sources.words IS 'Words of these quotes.';
COMMENT ON COLUMN speaker_sources.direct_share IS 'Share of the quotes that is direct, 0 to 1.';
COMMENT ON COLUMN speaker_sources.first_date IS 'Earliest date of such an article; null when none is dated.';
COMMENT ON COLUMN speaker_sources.last_date IS 'Latest date of such an article; null when none is dated.';
COMMENT ON COLUMN speaker_sources.latest_quote_id IS 'First quote in the article with the latest date; undated articles come last.';
