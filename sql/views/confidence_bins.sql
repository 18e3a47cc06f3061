-- How sure is the attribution of the quotes?
CREATE OR REPLACE VIEW confidence_bins AS
WITH bins AS (
    SELECT unnest(range(10)) AS bin
),
counted AS (
    SELECT
        least(floor(10 * confidence), 9)::BIGINT AS bin,
        count(*) AS quotes,
        count(*) FILTER (speaker_kind = 'unknown') AS quotes_without_speaker
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY bin
)
SELECT
    bin / 10 AS from_confidence,
    (bin + 1) / 10 AS to_confidence,
    coalesce(quotes, 0) AS quotes,
    coalesce(quotes_without_speaker, 0) AS quotes_without_speaker
FROM bins
LEFT JOIN counted USING (bin)
ORDER BY from_confidence;

COMMENT ON VIEW confidence_bins IS 'How sure is the attribution of the quotes? Ten bins of equal width, empty ones too; speech in the body only.';
COMMENT ON COLUMN confidence_bins.from_confidence IS 'Least confidence of the bin, 0 to 0.9.';
COMMENT ON COLUMN confidence_bins.to_confidence IS 'Where the bin ends: the next one begins here; the last holds 1 too.';
COMMENT ON COLUMN confidence_bins.quotes IS 'Quotes whose attribution is so sure.';
COMMENT ON COLUMN confidence_bins.quotes_without_speaker IS 'Of these, quotes whose speaker is not known: the confidence is that nobody can be named.';
