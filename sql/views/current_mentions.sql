-- Who and what is named in the current articles, and whose names are they?
CREATE OR REPLACE VIEW current_mentions AS
SELECT
    m.article_id,
    a.source,
    a.path,
    a.headline,
    a.content_date,
    n.entity_id,
    e.canonical_name,
    e.type,
    m.name_id,
    m.surface,
    m.kind,
    m.label,
    m.char_start,
    m.char_end,
    m.sentence_no,
    m.in_segment,
    m.quote_id,
    n.basis,
    n.confidence
FROM mentions AS m
JOIN current_articles AS a USING (article_id)
JOIN entity_names AS n ON n.article_id = m.article_id AND n.name_id = m.name_id
JOIN entities AS e ON e.entity_id = n.entity_id;

COMMENT ON VIEW current_mentions IS 'Who and what is named in the current articles, and whose names are they? Holds the pronouns and role phrases that a speaker was resolved from too: filter on kind for names, and on in_segment to leave out datelines (place and agency of filing), which the counts of entities leave out.';
COMMENT ON COLUMN current_mentions.article_id IS 'The article.';
COMMENT ON COLUMN current_mentions.source IS 'Who published it, or (source unknown).';
COMMENT ON COLUMN current_mentions.path IS 'The file that it stands in.';
COMMENT ON COLUMN current_mentions.headline IS 'Headline of the article.';
COMMENT ON COLUMN current_mentions.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN current_mentions.entity_id IS 'The entity across articles.';
COMMENT ON COLUMN current_mentions.canonical_name IS 'Its fullest name across articles.';
COMMENT ON COLUMN current_mentions.type IS 'Its type across articles: PERSON, ORG, PLACE or MISC.';
COMMENT ON COLUMN current_mentions.name_id IS 'The name within the article.';
COMMENT ON COLUMN current_mentions.surface IS 'The words, as printed.';
COMMENT ON COLUMN current_mentions.kind IS 'name, nominal or pronoun.';
COMMENT ON COLUMN current_mentions.label IS 'Type of the name in the article.';
COMMENT ON COLUMN current_mentions.char_start IS 'Start of the mention in the text, in characters from 0.';
COMMENT ON COLUMN current_mentions.char_end IS 'End of the mention: the first character after it.';
COMMENT ON COLUMN current_mentions.sentence_no IS 'Sentence of the article, from 1.';
COMMENT ON COLUMN current_mentions.in_segment IS 'Segment that it stands in (headline, body, dateline …).';
COMMENT ON COLUMN current_mentions.quote_id IS 'The quote that it stands in, if any.';
COMMENT ON COLUMN current_mentions.basis IS 'Why the name is this entity''s (full_name, sole_bearer, review …).';
COMMENT ON COLUMN current_mentions.confidence IS 'How sure that is, 0 to 1.';
