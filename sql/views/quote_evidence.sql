-- Where exactly does a quote stand in its file?
CREATE OR REPLACE VIEW quote_evidence AS
-- Counting characters up to a place is what takes the time: the words and their surroundings are cut out at once.
WITH cut AS (
    SELECT
        q.*,
        least(q.char_start, 80) AS before,
        substr(d.text, q.char_start - before + 1, before + q.char_end - q.char_start + 80) AS printed
    FROM current_quotes AS q
    JOIN articles AS a USING (article_id)
    JOIN documents AS d ON d.document_id = a.document_id
)
SELECT
    quote_id,
    article_id,
    source,
    content_date,
    headline,
    speaker_entity_id,
    speaker,
    speaker_kind,
    type,
    speech,
    cue,
    cue_class,
    channel,
    addressee,
    content,
    verbatim,
    path,
    char_start,
    char_end,
    substr(printed, before + 1, char_end - char_start) AS raw_exact,
    substr(printed, 1, before) AS prefix,
    substr(printed, before + char_end - char_start + 1, 80) AS suffix,
    raw_exact = content AS round_trips,
    attribution_rule,
    attribution_signals,
    confidence
FROM cut
ORDER BY content_date DESC NULLS LAST, path, char_start, quote_id;

COMMENT ON VIEW quote_evidence IS 'Where exactly does a quote stand in its file? Newest first; holds beliefs, wishes and decisions too, with speech false.';
COMMENT ON COLUMN quote_evidence.quote_id IS 'Identifier of the quote.';
COMMENT ON COLUMN quote_evidence.article_id IS 'The article.';
COMMENT ON COLUMN quote_evidence.source IS 'Who published the article, or (source unknown).';
COMMENT ON COLUMN quote_evidence.content_date IS 'Date of the article; null when not known.';
COMMENT ON COLUMN quote_evidence.headline IS 'Headline of the article.';
COMMENT ON COLUMN quote_evidence.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN quote_evidence.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN quote_evidence.speaker_kind IS 'named_person, organisation, metonym, unnamed, document or unknown.';
COMMENT ON COLUMN quote_evidence.type IS 'direct, indirect or mixed.';
COMMENT ON COLUMN quote_evidence.speech IS 'False for beliefs, wishes and decisions.';
COMMENT ON COLUMN quote_evidence.cue IS 'Words that report the speech.';
COMMENT ON COLUMN quote_evidence.cue_class IS 'How the cue frames it (neutral, claim, concede, deny, warn …); null without a cue.';
COMMENT ON COLUMN quote_evidence.channel IS 'Where or how it was said (statement, interview, post …); null when not printed.';
COMMENT ON COLUMN quote_evidence.addressee IS 'To whom it was said: a name across articles where known, else the words; null when not printed.';
COMMENT ON COLUMN quote_evidence.content IS 'The utterance from its first to its last character.';
COMMENT ON COLUMN quote_evidence.verbatim IS 'Only the words in quotation marks; null when indirect.';
COMMENT ON COLUMN quote_evidence.path IS 'The file; the first in alphabetical order where several hold the same content.';
COMMENT ON COLUMN quote_evidence.char_start IS 'Start of the utterance in the decoded text, in characters from 0.';
COMMENT ON COLUMN quote_evidence.char_end IS 'End of the utterance: the first character after it.';
COMMENT ON COLUMN quote_evidence.raw_exact IS 'The characters that the text has at this place.';
COMMENT ON COLUMN quote_evidence.prefix IS 'Up to 80 characters before.';
COMMENT ON COLUMN quote_evidence.suffix IS 'Up to 80 characters after.';
COMMENT ON COLUMN quote_evidence.round_trips IS 'True when the place holds exactly the stored utterance; a check proves it for all rows.';
COMMENT ON COLUMN quote_evidence.attribution_rule IS 'Rule that chose the speaker.';
COMMENT ON COLUMN quote_evidence.attribution_signals IS 'The signals that weighed most in that choice; null where none were weighed.';
COMMENT ON COLUMN quote_evidence.confidence IS 'How sure the attribution is, 0 to 1.';
