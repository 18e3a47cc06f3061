-- Entities across the current articles: the names by which they are mentioned, counted; those of identity.stale anew. A dateline
-- says where and by which agency an article was filed, not what it is about: what stands in datelines only counts 0.
DELETE FROM entities WHERE entity_id IN (FROM identity.stale);

INSERT INTO entities BY NAME
WITH held AS (
    FROM entity_names SEMI JOIN identity.stale USING (entity_id)
),
names AS (
    SELECT
        w.entity_id, m.article_id, m.canonical_name, m.label, m.country_iso, m.geonames_id,
        count(*) FILTER (m.in_segment NOT IN ('dateline', 'date')) AS n
    FROM mentions AS m
    JOIN held AS w USING (article_id, name_id)
    WHERE m.kind = 'name'
    GROUP BY ALL
),
counted AS (
    SELECT
        n.entity_id,
        sum(n) AS n_mentions,
        count(DISTINCT article_id) FILTER (n > 0) AS n_articles,
        min(content_date) FILTER (n > 0) AS first_seen,
        max(content_date) FILTER (n > 0) AS last_seen,
        -- Merged or split, it may have names of other places: its own is the one that its identifier is made of
        -- (transforms/identity/resolve.py).
        min(geonames_id) FILTER (
            geonames_id IS NOT NULL
            AND n.entity_id = left(sha256(concat('PLACE', chr(31), 'geonames:', geonames_id)), 16)
        ) AS geonames_id
    FROM names AS n
    JOIN articles AS a USING (article_id)
    GROUP BY n.entity_id
),
-- Nobody has resolved the names of these: they are called as they are most often.
spellings AS (
    SELECT entity_id, canonical_name, label, sum(n) AS n
    FROM names
    ANTI JOIN identity.resolved USING (entity_id)
    GROUP BY entity_id, canonical_name, label
),
resolved_titles AS (
    SELECT r.entity_id, r.canonical_name, r."type", count(n.article_id) AS n
    FROM identity.resolved AS r
    SEMI JOIN identity.stale AS s ON s.entity_id = r.entity_id
    LEFT JOIN identity.names AS n ON n."key" = r."key"
    GROUP BY ALL
),
titles AS (
    -- One row an entity, even if two should ever have one identifier.
    SELECT * EXCLUDE (n)
    FROM (
        SELECT DISTINCT ON (entity_id) entity_id, canonical_name, "type", n
        FROM resolved_titles
        ORDER BY entity_id, n DESC, canonical_name, "type"
    )
    UNION ALL
    SELECT * EXCLUDE (n)
    FROM (
        SELECT DISTINCT ON (entity_id) entity_id, canonical_name, label, n
        FROM spellings
        ORDER BY entity_id, n DESC, length(canonical_name) DESC, canonical_name, label
    )
),
said_countries AS (
    SELECT w.entity_id, s."value" AS country_iso, count(DISTINCT s.article_id) AS n
    FROM name_attributes AS s
    JOIN held AS w USING (article_id, name_id)
    WHERE s.attribute = 'country'
    GROUP BY w.entity_id, s."value"
    UNION ALL
    SELECT entity_id, country_iso, count(DISTINCT article_id)
    FROM names
    SEMI JOIN (FROM titles WHERE "type" = 'PLACE') AS places USING (entity_id)
    WHERE country_iso IS NOT NULL
    GROUP BY entity_id, country_iso
),
most_said AS (
    SELECT entity_id, arg_max(country_iso, n) AS country_iso, max(n) AS n, sum(n) AS of_all
    FROM said_countries
    GROUP BY entity_id
),
-- A country must be clearly the one that most say. One stray phrase among many articles tells nothing: it takes two that
-- say so, and one in 200 (docs/entities.md, measured); and a body of many countries has none.
countries AS (
    SELECT entity_id, m.country_iso
    FROM most_said AS m
    JOIN counted USING (entity_id)
    JOIN titles USING (entity_id)
    WHERE ("type" = 'PLACE' AND 2 * m.n > m.of_all)
        OR (
            m.n >= 0.7 * m.of_all
            AND (n_articles <= 20 OR (m.n >= 2 AND 200 * m.n >= n_articles))
            AND NOT ("type" = 'ORG' AND regexp_matches(canonical_name, '^(the )?(european|eurozone|world|international monetary|international court|international criminal|united nations|african|asian|arab|latin american|global|nordic|commonwealth|organi[sz]ation (of|for)|(eu|u\.?n\.?|nato|opec|asean|unesco|unicef|fifa|uefa|g\d+)\b)', 'i'))
        )
)
SELECT
    entity_id,
    canonical_name,
    "type",
    country_iso,
    if("type" = 'PLACE', geonames_id, NULL) AS geonames_id,
    n_mentions,
    n_articles,
    first_seen,
    last_seen
FROM counted
JOIN titles USING (entity_id)
LEFT JOIN countries USING (entity_id)
ORDER BY entity_id;
