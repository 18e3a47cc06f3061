-- The ways in which each entity is written in the current articles, datelines left out as in its counts; runs after entities.sql, whose names it compares with.
DELETE FROM entity_aliases
WHERE entity_id IN (FROM identity.stale) OR entity_id NOT IN (SELECT entity_id FROM entities);

INSERT INTO entity_aliases BY NAME
WITH held AS (
    FROM entity_names SEMI JOIN identity.stale USING (entity_id)
),
printed AS (
    SELECT w.entity_id, m.surface, count(*) AS n, min(a.content_date) AS first_seen, max(a.content_date) AS last_seen
    FROM mentions AS m
    JOIN held AS w USING (article_id, name_id)
    JOIN articles AS a USING (article_id)
    WHERE m.kind = 'name' AND m.in_segment NOT IN ('dateline', 'date')
    GROUP BY w.entity_id, m.surface
),
-- A name broken over two lines is the same name.
aliases AS (
    SELECT
        entity_id,
        trim(regexp_replace(surface, '\s+', ' ', 'g')) AS alias,
        sum(n) AS n,
        min(first_seen) AS first_seen,
        max(last_seen) AS last_seen
    FROM printed
    GROUP BY entity_id, alias
),
-- Only a few are written in capitals: the rest needs no initials to compare with.
acronyms AS (
    SELECT entity_id, alias, regexp_replace(alias, '[^\p{Lu}]', '', 'g') AS letters
    FROM aliases
    WHERE alias = upper(alias) AND regexp_matches(alias, '^[\p{Lu}.&-]{2,}$')
),
initials AS (
    SELECT
        entity_id,
        array_to_string(list_transform(regexp_extract_all(canonical_name, '(?:^|[\s-])(\p{L})', 1), lambda letter: upper(letter)), '') AS of_all_words,
        array_to_string(regexp_extract_all(canonical_name, '(?:^|[\s-])(\p{Lu})', 1), '') AS of_capitalised_words
    FROM entities
    SEMI JOIN acronyms USING (entity_id)
),
true_acronyms AS (
    SELECT entity_id, alias
    FROM acronyms
    JOIN initials USING (entity_id)
    WHERE letters IN (of_all_words, of_capitalised_words)
)
SELECT
    s.entity_id,
    s.alias,
    CASE
        WHEN s.alias = canonical_name THEN 'full'
        WHEN ends_with(canonical_name, ' ' || s.alias) THEN 'surname'
        WHEN t.alias IS NOT NULL THEN 'acronym'
        ELSE 'other'
    END AS alias_kind,
    s.n,
    s.first_seen,
    s.last_seen
FROM aliases AS s
JOIN entities AS e USING (entity_id)
LEFT JOIN true_acronyms AS t ON t.entity_id = s.entity_id AND t.alias = s.alias
ORDER BY s.entity_id, s.alias;
