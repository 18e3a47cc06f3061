-- The names of changed articles take the place of those that were remembered, and `touched` holds the keys of both.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT DISTINCT article_id
FROM (
    SELECT article_id FROM (FROM digests EXCEPT FROM identity.articles)
    UNION ALL
    SELECT article_id FROM (FROM identity.articles EXCEPT FROM digests)
    UNION ALL
    -- What was said of their names was lost: the tables were made anew.
    SELECT article_id FROM identity.articles ANTI JOIN entity_names USING (article_id)
);

CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT "key" FROM identity.names SEMI JOIN changed USING (article_id);

DELETE FROM identity.names WHERE article_id IN (FROM changed);

INSERT INTO identity.names BY NAME
WITH printed AS (
    SELECT
        article_id, name_id, canonical_name, count(*) AS n, min(label) AS label, list(DISTINCT surface) AS surfaces,
        min(geonames_id) AS geonames_id, min(country_iso) AS country_iso
    FROM mentions
    SEMI JOIN changed USING (article_id)
    SEMI JOIN digests USING (article_id)
    WHERE kind = 'name'
    GROUP BY article_id, name_id, canonical_name
),
named AS (
    SELECT
        article_id, name_id, min(label) AS label, list_distinct(flatten(list(surfaces))) AS surfaces,
        min({'n': -n, 'size': -length(canonical_name), 'name': canonical_name}).name AS canonical_name,
        min(geonames_id) AS geonames_id, min(country_iso) AS country_iso
    FROM printed
    GROUP BY article_id, name_id
),
genders AS (
    SELECT article_id, name_id, if(min("value") = max("value"), min("value"), NULL) AS gender
    FROM name_attributes
    SEMI JOIN changed USING (article_id)
    WHERE attribute = 'gender'
    GROUP BY article_id, name_id
),
bodies AS (
    SELECT article_id, name_id, canonical_name, lower(canonical_name) AS folded FROM named WHERE label = 'ORG'
),
-- "Harbour" where the article names the Harbour Bank too, "Treasury" where it names the U.S. Treasury.
shorter AS (
    SELECT long.article_id, long.name_id, list(DISTINCT short.canonical_name) AS beside
    FROM bodies AS long
    JOIN bodies AS short ON short.article_id = long.article_id
    WHERE
        starts_with(long.folded, short.folded || ' ')
        OR (ends_with(long.folded, ' ' || short.folded) AND split_part(long.folded, ' ', 1) IN ('u.s.', 'us', 'u.k.', 'uk'))
    GROUP BY long.article_id, long.name_id
),
singled_out AS (
    SELECT DISTINCT article_id, article_id AS reviewed_article
    FROM reviews
    WHERE article_id IS NOT NULL AND withdrawn_at IS NULL
)
SELECT
    -- The gender keeps lone words for a person apart, which may be many persons' surname.
    concat(name_id, '|', geonames_id, '|', country_iso, '|', if(contains(canonical_name, ' '), NULL, gender), '|', reviewed_article)
        AS "key",
    *
FROM named
LEFT JOIN genders USING (article_id, name_id)
LEFT JOIN shorter USING (article_id, name_id)
LEFT JOIN singled_out USING (article_id);

INSERT INTO touched
SELECT DISTINCT "key" FROM identity.names SEMI JOIN changed USING (article_id) ANTI JOIN touched USING ("key");

DELETE FROM identity.articles WHERE article_id IN (FROM changed);

INSERT INTO identity.articles FROM digests SEMI JOIN changed USING (article_id);
