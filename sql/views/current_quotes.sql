-- Which utterances do the current articles report, and whose are they?
CREATE OR REPLACE VIEW current_quotes AS
SELECT
    q.quote_id,
    q.article_id,
    q.quote_no,
    a.source,
    a.path,
    a.headline,
    a.content_date,
    q.type,
    q.speech,
    q.content,
    q.verbatim,
    q.cue,
    q.cue_class,
    q.channel,
    -- An addressee that is a known name is written as across articles.
    coalesce(t.canonical_name, trim(regexp_replace(q.addressee_text, '\s+', ' ', 'g'))) AS addressee,
    t.entity_id AS addressee_entity_id,
    CASE
        WHEN q.speaker_kind IN ('unknown', 'document') THEN NULL
        WHEN q.speaker_kind = 'unnamed' AND e.type NOT IN ('PERSON', 'ORG') THEN NULL
        ELSE e.entity_id
    END AS speaker_entity_id,
    CASE
        WHEN e.canonical_name IS NOT NULL THEN e.canonical_name
        WHEN q.speaker_kind = 'unknown' THEN '(speaker unknown)'
        -- "Officials" that open a sentence are the "officials" of the next one.
        WHEN q.speaker_kind IN ('unnamed', 'document')
            THEN coalesce(lower(trim(regexp_replace(q.speaker_text, '\s+', ' ', 'g'))), '(speaker unknown)')
        ELSE coalesce(trim(regexp_replace(coalesce(q.speaker_name, q.speaker_text), '\s+', ' ', 'g')), '(speaker unknown)')
    END AS speaker,
    -- Of one name, articles tell together what it names, where one alone could not: a person or an organisation has a name.
    -- A name of neither (of a nation, a work) is nobody's own: "Americans" are a speaker without one.
    CASE
        WHEN q.speaker_kind = 'unnamed' AND e.type = 'PERSON' THEN 'named_person'
        WHEN q.speaker_kind = 'unnamed' AND e.type = 'ORG' THEN 'organisation'
        ELSE q.speaker_kind
    END AS speaker_kind,
    q.speaker_text,
    q.char_start,
    q.char_end,
    q.n_words,
    q.n_verbatim_words,
    q.position_pct,
    q.in_segment,
    q.attribution_rule,
    q.attribution_signals,
    q.confidence
FROM quotes AS q
JOIN current_articles AS a USING (article_id)
LEFT JOIN entity_names AS s ON s.article_id = q.article_id AND s.name_id = q.speaker_name_id
LEFT JOIN entities AS e ON e.entity_id = s.entity_id
-- Few quotes print to whom they were said: their names are looked up apart, which is cheaper than among all names.
LEFT JOIN (
    SELECT n.article_id, n.name_id, entity_id, canonical_name
    FROM entity_names AS n
    SEMI JOIN quotes AS o ON o.article_id = n.article_id AND o.addressee_name_id = n.name_id
    JOIN entities USING (entity_id)
) AS t ON t.article_id = q.article_id AND t.name_id = q.addressee_name_id;

COMMENT ON VIEW current_quotes IS 'Which utterances do the current articles report, and whose are they? Holds beliefs, wishes and decisions too: filter on speech for what was said.';
COMMENT ON COLUMN current_quotes.quote_id IS 'Identifier of the quote.';
COMMENT ON COLUMN current_quotes.article_id IS 'The article.';
COMMENT ON COLUMN current_quotes.quote_no IS 'Order in the article, from 1.';
COMMENT ON COLUMN current_quotes.source IS 'Who published the article, or (source unknown).';
COMMENT ON COLUMN current_quotes.path IS 'The file that it stands in.';
COMMENT ON COLUMN current_quotes.headline IS 'Headline of the article.';
COMMENT ON COLUMN current_quotes.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN current_quotes.type IS 'direct, indirect or mixed.';
COMMENT ON COLUMN current_quotes.speech IS 'False for beliefs, wishes and decisions.';
COMMENT ON COLUMN current_quotes.content IS 'The utterance from its first to its last character, as in the text.';
COMMENT ON COLUMN current_quotes.verbatim IS 'Only the words in quotation marks; null when indirect.';
COMMENT ON COLUMN current_quotes.cue IS 'Words that report the speech.';
COMMENT ON COLUMN current_quotes.cue_class IS 'How the cue frames it (neutral, claim, concede, deny, warn …); null without a cue.';
COMMENT ON COLUMN current_quotes.channel IS 'Where or how it was said (statement, interview, post …); null when not printed.';
COMMENT ON COLUMN current_quotes.addressee IS 'To whom it was said: the name across articles where known, else the words; null when not printed.';
COMMENT ON COLUMN current_quotes.addressee_entity_id IS 'The addressee''s entity; null when not named.';
COMMENT ON COLUMN current_quotes.speaker_entity_id IS 'The speaker''s entity; null when not named, or not known across articles (the government).';
COMMENT ON COLUMN current_quotes.speaker IS 'Name of the speaker across articles, else the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN current_quotes.speaker_kind IS 'named_person, organisation or metonym (these have a name), unnamed, document or unknown. Who is unnamed where the quote is attributed has a name all the same where articles together know it as that of a person or an organisation; names of nations and works stay unnamed.';
COMMENT ON COLUMN current_quotes.speaker_text IS 'The speaker, as printed where the quote is attributed.';
COMMENT ON COLUMN current_quotes.char_start IS 'Start of the utterance in the text, in characters from 0.';
COMMENT ON COLUMN current_quotes.char_end IS 'End of the utterance: the first character after it.';
COMMENT ON COLUMN current_quotes.n_words IS 'Words of the utterance.';
COMMENT ON COLUMN current_quotes.n_verbatim_words IS 'Of these, words in quotation marks.';
COMMENT ON COLUMN current_quotes.position_pct IS 'Where in the body it starts: 0 first, 1 last.';
COMMENT ON COLUMN current_quotes.in_segment IS 'Segment that it stands in (headline, body).';
COMMENT ON COLUMN current_quotes.attribution_rule IS 'Rule that chose the speaker.';
COMMENT ON COLUMN current_quotes.attribution_signals IS 'The signals that weighed most in that choice; null where none were weighed.';
COMMENT ON COLUMN current_quotes.confidence IS 'How sure the attribution is, 0 to 1.';
