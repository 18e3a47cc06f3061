-- Titles, roles, affiliations, genders and countries that the current articles give each entity.
DELETE FROM entity_attributes
WHERE entity_id IN (FROM identity.stale) OR entity_id NOT IN (SELECT entity_id FROM entities);

-- "Special counsel" that opens a sentence is the "special counsel" of the next one: the most frequent form stands for all.
INSERT INTO entity_attributes BY NAME
WITH said AS (
    SELECT w.entity_id, s.attribute, s.article_id, trim(regexp_replace(s."value", '\s+', ' ', 'g')) AS "value", s.confidence, a.content_date
    FROM name_attributes AS s
    JOIN (FROM entity_names SEMI JOIN identity.stale USING (entity_id)) AS w USING (article_id, name_id)
    JOIN articles AS a USING (article_id)
)
SELECT
    entity_id,
    attribute,
    mode("value" ORDER BY "value") AS "value",
    count(DISTINCT article_id) AS n_articles,
    max(confidence) AS confidence,
    min(content_date) AS first_seen,
    max(content_date) AS last_seen
FROM said
GROUP BY entity_id, attribute, lower("value")
ORDER BY entity_id, attribute, lower("value");

DELETE FROM identity.stale;
