-- In which ways is a person, organisation or place written, and with which titles?
CREATE OR REPLACE VIEW name_variants AS
WITH titles AS (
    SELECT entity_id, string_agg("value" || ' (' || n_articles || ')', '; ' ORDER BY n_articles DESC, "value") AS titles
    FROM (
        SELECT entity_id, "value", n_articles
        FROM entity_attributes
        WHERE attribute = 'title'
        QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY n_articles DESC, "value") <= 5
    )
    GROUP BY entity_id
)
SELECT
    e.entity_id,
    e.canonical_name,
    e.type,
    a.alias,
    a.alias_kind,
    a.n,
    a.first_seen,
    a.last_seen,
    t.titles
FROM entity_aliases AS a
JOIN entities AS e USING (entity_id)
LEFT JOIN titles AS t USING (entity_id)
ORDER BY e.n_mentions DESC, e.canonical_name, e.entity_id, a.n DESC, a.alias;

COMMENT ON VIEW name_variants IS 'In which ways is a person, organisation or place written, and with which titles?';
COMMENT ON COLUMN name_variants.entity_id IS 'The entity.';
COMMENT ON COLUMN name_variants.canonical_name IS 'Its fullest name.';
COMMENT ON COLUMN name_variants.type IS 'PERSON, ORG, PLACE or MISC.';
COMMENT ON COLUMN name_variants.alias IS 'A name as printed, white space folded.';
COMMENT ON COLUMN name_variants.alias_kind IS 'full, surname, acronym or other.';
COMMENT ON COLUMN name_variants.n IS 'Mentions by this name in current articles, datelines left out.';
COMMENT ON COLUMN name_variants.first_seen IS 'Earliest date of such an article; null when none is dated.';
COMMENT ON COLUMN name_variants.last_seen IS 'Latest date of such an article; null when none is dated.';
COMMENT ON COLUMN name_variants.titles IS 'The up to five most frequent titles of the entity (not of this name alone) with their number of articles; null without any.';
