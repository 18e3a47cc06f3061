-- Why did files give no article?
CREATE OR REPLACE VIEW reject_reasons AS
WITH latest AS (
    SELECT DISTINCT ON (path) path, status FROM files ORDER BY path, version_no DESC
),
told AS (
    SELECT DISTINCT ON (r.path) r.path, r.reason, r.detail
    FROM rejects AS r
    LEFT JOIN runs AS n USING (run_id)
    ORDER BY r.path, n.started_at DESC NULLS LAST, r.run_id
)
SELECT
    coalesce(t.reason, '(reason unknown)') AS reason,
    count(*) AS files,
    min(f.path) AS path,
    first(t.detail ORDER BY f.path) AS detail
FROM latest AS f
LEFT JOIN told AS t USING (path)
WHERE f.status = 'rejected'
GROUP BY t.reason
ORDER BY files DESC, reason;

COMMENT ON VIEW reject_reasons IS 'Why did files give no article? Files whose latest version was rejected, by the reason of the last run that read them.';
COMMENT ON COLUMN reject_reasons.reason IS 'A word of the fixed vocabulary (docs/tables.md explains each).';
COMMENT ON COLUMN reject_reasons.files IS 'Files now rejected for it.';
COMMENT ON COLUMN reject_reasons.path IS 'One of them, the first in alphabetical order.';
COMMENT ON COLUMN reject_reasons.detail IS 'What exactly was wrong with that one.';
