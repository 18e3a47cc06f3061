-- How well does it read, where that was measured?
CREATE OR REPLACE VIEW gold_scores AS
SELECT
    gold,
    slice,
    metric,
    "value",
    n,
    "value" - lag("value") OVER (PARTITION BY gold, slice, metric, gold_sha256 ORDER BY measured_at) AS change,
    model,
    code_version,
    measured_at
FROM quality_metrics
QUALIFY measured_at = max(measured_at) OVER (PARTITION BY gold)
ORDER BY gold, slice, metric;

COMMENT ON VIEW gold_scores IS 'How well does it read, where that was measured? The newest measurement of each gold set: texts whose true quotes, speakers and fields a person wrote down (`newsledger measure`). Empty where nothing was measured.';
COMMENT ON COLUMN gold_scores.gold IS 'The gold: name of its folder or file.';
COMMENT ON COLUMN gold_scores.slice IS 'What is scored: quotes, speakers of direct quotes, headline and so on.';
COMMENT ON COLUMN gold_scores.metric IS 'precision: of what we say, the share that is true; recall: of what is there, the share that we find; f1: the harmonic mean of both; accuracy: of what was decided, the share that is right.';
COMMENT ON COLUMN gold_scores."value" IS 'The score, 0 to 1.';
COMMENT ON COLUMN gold_scores.n IS 'Decisions that it rests on; of f1, the gold''s.';
COMMENT ON COLUMN gold_scores.change IS 'The score less that of the measurement before on the same gold; null where there is none, or the gold has changed since.';
COMMENT ON COLUMN gold_scores.model IS 'spaCy pipeline and its version.';
COMMENT ON COLUMN gold_scores.code_version IS 'Version of newsledger.';
COMMENT ON COLUMN gold_scores.measured_at IS 'When it was measured.';
