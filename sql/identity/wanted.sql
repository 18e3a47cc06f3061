-- The names of the keys in `wanted`, counted over their articles.
WITH named AS (
    FROM identity.names SEMI JOIN wanted USING ("key")
),
called AS (
    SELECT "key", canonical_name, count(*) AS n FROM named GROUP BY "key", canonical_name
),
-- "Tokyo" is called so even where most articles have it in their dateline; short names may be initials.
most_called AS (
    SELECT DISTINCT ON ("key") "key", canonical_name
    FROM called
    ORDER BY
        "key", length(canonical_name) > 4 AND canonical_name = upper(canonical_name), n DESC, length(canonical_name) DESC,
        canonical_name
),
surfaces AS (
    SELECT "key", list(surface) AS surfaces, list(n) AS numbers
    FROM (
        SELECT "key", surface, count(*) AS n
        FROM (SELECT "key", unnest(surfaces) AS surface FROM named)
        GROUP BY "key", surface
    )
    GROUP BY "key"
),
beside AS (
    SELECT "key", list(other) AS beside, list(n) AS numbers
    FROM (
        SELECT "key", other, count(*) AS n
        FROM (SELECT "key", unnest(beside) AS other FROM named)
        GROUP BY "key", other
    )
    GROUP BY "key"
),
genders AS (
    SELECT DISTINCT ON ("key") "key", gender
    FROM (SELECT "key", gender, count(*) AS n FROM named WHERE gender IS NOT NULL GROUP BY "key", gender)
    ORDER BY "key", n DESC, gender
),
counted AS (
    SELECT
        "key", any_value(name_id) AS name_id, any_value(label) AS label, count(*) AS n_articles, any_value(country_iso) AS country_iso,
        any_value(geonames_id) AS geonames_id, any_value(reviewed_article) AS reviewed_article
    FROM named
    GROUP BY "key"
)
SELECT
    "key", name_id, label, canonical_name, n_articles, surfaces.surfaces, surfaces.numbers, coalesce(beside.beside, []),
    coalesce(beside.numbers, []), gender, country_iso, geonames_id, reviewed_article
FROM counted
JOIN most_called USING ("key")
JOIN surfaces USING ("key")
LEFT JOIN beside USING ("key")
LEFT JOIN genders USING ("key");
