-- The ways in which each entity is written in the current articles; runs after entities.sql, whose names it compares with.
DELETE FROM entity_aliases;

INSERT INTO entity_aliases BY NAME
WITH current_documents AS (
    SELECT DISTINCT document_id FROM files WHERE status = 'current'
),
-- A name broken over two lines is the same name.
names AS (
    SELECT m.entity_id, trim(regexp_replace(m.surface, '\s+', ' ', 'g')) AS alias, a.content_date
    FROM mentions AS m
    JOIN articles AS a USING (article_id)
    SEMI JOIN current_documents AS d ON d.document_id = a.document_id
    WHERE m.kind = 'name'
),
aliases AS (
    SELECT entity_id, alias, count(*) AS n, min(content_date) AS first_seen, max(content_date) AS last_seen
    FROM names
    GROUP BY entity_id, alias
),
initials AS (
    SELECT
        entity_id,
        canonical_name,
        array_to_string(list_transform(regexp_extract_all(canonical_name, '(?:^|[\s-])(\p{L})', 1), lambda letter: upper(letter)), '') AS of_all_words,
        array_to_string(regexp_extract_all(canonical_name, '(?:^|[\s-])(\p{Lu})', 1), '') AS of_capitalised_words
    FROM entities
)
SELECT
    entity_id,
    alias,
    CASE
        WHEN alias = canonical_name THEN 'full'
        WHEN ends_with(canonical_name, ' ' || alias) THEN 'surname'
        WHEN regexp_matches(alias, '^[\p{Lu}.&-]{2,}$')
            AND regexp_replace(alias, '[^\p{Lu}]', '', 'g') IN (of_all_words, of_capitalised_words) THEN 'acronym'
        ELSE 'other'
    END AS alias_kind,
    n,
    first_seen,
    last_seen
FROM aliases
JOIN initials USING (entity_id)
ORDER BY entity_id, alias;
