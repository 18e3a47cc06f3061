-- Entities across the current articles: the names by which they are mentioned, counted.
DELETE FROM entities;

INSERT INTO entities BY NAME
WITH current_documents AS (
    SELECT DISTINCT document_id FROM files WHERE status = 'current'
),
names AS (
    SELECT m.entity_id, m.canonical_name, m.label, m.article_id, a.content_date
    FROM mentions AS m
    JOIN articles AS a USING (article_id)
    SEMI JOIN current_documents AS d ON d.document_id = a.document_id
    WHERE m.kind = 'name'
),
spellings AS (
    SELECT entity_id, canonical_name, count(*) AS n FROM names GROUP BY entity_id, canonical_name
),
most_frequent AS (
    SELECT DISTINCT ON (entity_id) entity_id, canonical_name
    FROM spellings
    ORDER BY entity_id, n DESC, length(canonical_name) DESC, canonical_name
)
SELECT
    entity_id,
    any_value(f.canonical_name) AS canonical_name,
    min(label) AS type,
    count(*) AS n_mentions,
    count(DISTINCT article_id) AS n_articles,
    min(content_date) AS first_seen,
    max(content_date) AS last_seen
FROM names AS n
JOIN most_frequent AS f USING (entity_id)
GROUP BY entity_id
ORDER BY entity_id;
