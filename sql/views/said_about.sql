-- What has each speaker said about whom or what, over time?
CREATE OR REPLACE VIEW said_about AS
WITH named AS (
    SELECT DISTINCT m.quote_id, n.entity_id
    FROM mentions AS m
    JOIN entity_names AS n USING (article_id, name_id)
    WHERE m.kind = 'name' AND m.quote_id IS NOT NULL
)
SELECT
    q.speaker_entity_id,
    q.speaker,
    q.speaker_kind,
    n.entity_id AS about_entity_id,
    e.canonical_name AS about,
    e.type AS about_type,
    q.content_date,
    q.source,
    q.article_id,
    q.headline,
    q.type,
    q.cue,
    q.cue_class,
    q.content,
    q.quote_id,
    q.path,
    q.char_start,
    q.char_end
FROM named AS n
JOIN current_quotes AS q USING (quote_id)
JOIN entities AS e ON e.entity_id = n.entity_id
WHERE q.speech AND q.in_segment <> 'headline'
ORDER BY q.speaker, q.speaker_entity_id, e.canonical_name, n.entity_id, q.content_date NULLS LAST, q.path, q.char_start, q.quote_id;

COMMENT ON VIEW said_about IS 'What has each speaker said about whom or what, over time? A row is a quote and one person, organisation, place or other name that stands in its words; speech in the body only. The oldest comes first, undated ones last.';
COMMENT ON COLUMN said_about.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN said_about.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN said_about.speaker_kind IS 'named_person, organisation, metonym, unnamed, document or unknown.';
COMMENT ON COLUMN said_about.about_entity_id IS 'The entity that the quote names.';
COMMENT ON COLUMN said_about.about IS 'Its fullest name across articles.';
COMMENT ON COLUMN said_about.about_type IS 'PERSON, ORG, PLACE or MISC.';
COMMENT ON COLUMN said_about.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN said_about.source IS 'Who published the article, or (source unknown).';
COMMENT ON COLUMN said_about.article_id IS 'The article.';
COMMENT ON COLUMN said_about.headline IS 'Headline of the article.';
COMMENT ON COLUMN said_about.type IS 'direct, indirect or mixed.';
COMMENT ON COLUMN said_about.cue IS 'Words that report the speech.';
COMMENT ON COLUMN said_about.cue_class IS 'How the cue frames it (neutral, claim, concede, deny, warn …); null without a cue.';
COMMENT ON COLUMN said_about.content IS 'The utterance from its first to its last character, as in the text.';
COMMENT ON COLUMN said_about.quote_id IS 'Identifier of the quote.';
COMMENT ON COLUMN said_about.path IS 'The file that it stands in.';
COMMENT ON COLUMN said_about.char_start IS 'Start of the utterance in the text, in characters from 0.';
COMMENT ON COLUMN said_about.char_end IS 'End of the utterance: the first character after it.';
