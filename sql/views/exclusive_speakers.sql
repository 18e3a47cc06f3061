-- Who is heard in one source only?
CREATE OR REPLACE VIEW exclusive_speakers AS
WITH heard AS (
    SELECT
        speaker_entity_id,
        speaker,
        mode(speaker_kind ORDER BY speaker_kind) AS speaker_kind,
        min(source) AS source,
        count(*) AS quotes,
        count(DISTINCT article_id) AS articles,
        sum(n_words)::BIGINT AS words,
        min(content_date) AS first_date,
        max(content_date) AS last_date
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline' AND speaker_entity_id IS NOT NULL
    GROUP BY speaker_entity_id, speaker
    -- Articles that name no source may be of one or of many.
    HAVING min(source) = max(source) AND min(source) <> '(source unknown)'
),
named AS (
    SELECT entity_id, source, count(DISTINCT article_id) AS articles
    FROM current_mentions
    WHERE kind = 'name' AND in_segment NOT IN ('dateline', 'date') AND source <> '(source unknown)'
    GROUP BY entity_id, source
)
SELECT
    h.speaker_entity_id,
    h.speaker,
    any_value(h.speaker_kind) AS speaker_kind,
    h.source,
    any_value(h.quotes) AS quotes,
    any_value(h.articles) AS articles,
    any_value(h.words) AS words,
    any_value(h.first_date) AS first_date,
    any_value(h.last_date) AS last_date,
    coalesce(sum(n.articles), 0)::BIGINT AS articles_elsewhere
FROM heard AS h
LEFT JOIN named AS n ON n.entity_id = h.speaker_entity_id AND n.source <> h.source
GROUP BY h.speaker_entity_id, h.speaker, h.source
ORDER BY quotes DESC, articles DESC, h.speaker, h.speaker_entity_id;

COMMENT ON VIEW exclusive_speakers IS 'Who is heard in one source only? Named speakers of whom one source alone reports speech, in the body. Whom an article of unknown source quotes is left out: nobody can tell who else it is of.';
COMMENT ON COLUMN exclusive_speakers.speaker_entity_id IS 'The speaker''s entity.';
COMMENT ON COLUMN exclusive_speakers.speaker IS 'Name of the speaker across articles.';
COMMENT ON COLUMN exclusive_speakers.speaker_kind IS 'named_person, organisation, metonym or document: the most frequent for this speaker.';
COMMENT ON COLUMN exclusive_speakers.source IS 'The only source that quotes them; never (source unknown).';
COMMENT ON COLUMN exclusive_speakers.quotes IS 'Their quotes.';
COMMENT ON COLUMN exclusive_speakers.articles IS 'Articles that quote them.';
COMMENT ON COLUMN exclusive_speakers.words IS 'Words of their quotes.';
COMMENT ON COLUMN exclusive_speakers.first_date IS 'Earliest date of such an article; null when none is dated.';
COMMENT ON COLUMN exclusive_speakers.last_date IS 'Latest date of such an article; null when none is dated.';
COMMENT ON COLUMN exclusive_speakers.articles_elsewhere IS 'Articles of other known sources that name them and do not let them speak; 0 when nobody else names them.';
