-- With which words is each speaker's speech reported: said, claimed, denied?
CREATE OR REPLACE VIEW cue_framing AS
WITH cues AS (
    SELECT
        source,
        speaker_entity_id,
        speaker,
        coalesce(cue_class, '(no cue)') AS cue_class,
        coalesce(lower(trim(regexp_replace(cue, '\s+', ' ', 'g'))), '(no cue)') AS cue,
        count(*) AS quotes
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY ALL
)
SELECT
    source,
    speaker_entity_id,
    speaker,
    cue_class,
    cue,
    quotes,
    quotes / sum(quotes) OVER of_speaker AS share,
    sum(quotes) OVER of_class / sum(quotes) OVER of_speaker AS class_share,
    sum(quotes) OVER of_speaker::BIGINT AS speaker_quotes
FROM cues
WINDOW
    of_speaker AS (PARTITION BY source, speaker_entity_id, speaker),
    of_class AS (PARTITION BY source, speaker_entity_id, speaker, cue_class)
ORDER BY speaker_quotes DESC, speaker, speaker_entity_id, source, quotes DESC, cue_class, cue;

COMMENT ON VIEW cue_framing IS 'With which words is each speaker''s speech reported: said, claimed, denied? Speech in the body only; quotes without a cue are counted as (no cue), so that the shares of a speaker in a source add up to 1.';
COMMENT ON COLUMN cue_framing.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN cue_framing.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN cue_framing.speaker IS 'Name of the speaker, the words that stand for them, or (speaker unknown).';
COMMENT ON COLUMN cue_framing.cue_class IS 'How the cue frames it (neutral, claim, concede, deny, warn …), or (no cue).';
COMMENT ON COLUMN cue_framing.cue IS 'The words that report the speech in lower case, or (no cue).';
COMMENT ON COLUMN cue_framing.quotes IS 'Quotes of the speaker in the source with this cue.';
COMMENT ON COLUMN cue_framing.share IS 'These as a share of all quotes of the speaker in the source, 0 to 1.';
COMMENT ON COLUMN cue_framing.class_share IS 'Quotes with any cue of the class as a share of all quotes of the speaker in the source, 0 to 1.';
COMMENT ON COLUMN cue_framing.speaker_quotes IS 'All quotes of the speaker in the source: what the shares are of.';
