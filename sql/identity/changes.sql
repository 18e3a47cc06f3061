-- What there is in each current article to resolve and count: where the digest is another one, the article has changed.
CREATE OR REPLACE TEMP TABLE digests AS
WITH current_articles AS (
    SELECT article_id, content_date
    FROM articles
    SEMI JOIN (SELECT document_id FROM files WHERE status = 'current') AS held USING (document_id)
),
named AS (
    SELECT article_id, sum(
        hash(name_id, label, canonical_name, surface, geonames_id, country_iso, in_segment IN ('dateline', 'date'))
    ) AS names
    FROM mentions
    SEMI JOIN current_articles USING (article_id)
    WHERE kind = 'name'
    GROUP BY article_id
),
said AS (
    SELECT article_id, sum(hash(name_id, attribute, "value", confidence)) AS attributes
    FROM name_attributes
    GROUP BY article_id
),
reviewed AS (
    SELECT DISTINCT article_id, true AS reviewed FROM reviews WHERE article_id IS NOT NULL AND withdrawn_at IS NULL
)
SELECT article_id, hash(names, attributes, content_date, reviewed) AS digest
FROM named
JOIN current_articles USING (article_id)
LEFT JOIN said USING (article_id)
LEFT JOIN reviewed USING (article_id);
