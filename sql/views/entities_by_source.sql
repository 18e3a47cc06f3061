-- Which persons, organisations and places does each source name, and which more than others do?
CREATE OR REPLACE VIEW entities_by_source AS
WITH named AS (
    SELECT
        source,
        entity_id,
        count(DISTINCT article_id) AS articles,
        count(*) AS mentions
    FROM current_mentions
    WHERE kind = 'name' AND type IN ('PERSON', 'ORG', 'PLACE') AND in_segment NOT IN ('dateline', 'date')
    GROUP BY source, entity_id
),
heard AS (
    SELECT source, speaker_entity_id AS entity_id, count(DISTINCT article_id) AS articles
    FROM current_quotes
    WHERE speech AND speaker_entity_id IS NOT NULL
    GROUP BY source, speaker_entity_id
),
sources AS (
    SELECT source, count(*) AS articles FROM current_articles GROUP BY source
),
everywhere AS (
    SELECT entity_id, sum(articles) AS articles FROM named GROUP BY entity_id
)
SELECT
    n.source,
    n.entity_id,
    e.canonical_name,
    e.type,
    e.country_iso,
    n.articles,
    n.mentions,
    coalesce(h.articles, 0) AS articles_quoted,
    n.articles / s.articles AS share,
    (n.articles / s.articles) / (w.articles / (SELECT count(*) FROM current_articles)) AS lift_vs_all
FROM named AS n
JOIN entities AS e USING (entity_id)
JOIN sources AS s ON s.source = n.source
JOIN everywhere AS w ON w.entity_id = n.entity_id
LEFT JOIN heard AS h ON h.source = n.source AND h.entity_id = n.entity_id
ORDER BY n.source, n.articles DESC, n.mentions DESC, e.canonical_name, n.entity_id;

COMMENT ON VIEW entities_by_source IS 'Which persons, organisations and places does each source name, and which more than others do? Datelines (place and agency of filing) do not count.';
COMMENT ON COLUMN entities_by_source.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN entities_by_source.entity_id IS 'The entity across articles.';
COMMENT ON COLUMN entities_by_source.canonical_name IS 'Its fullest name.';
COMMENT ON COLUMN entities_by_source.type IS 'PERSON, ORG or PLACE.';
COMMENT ON COLUMN entities_by_source.country_iso IS 'Its country (ISO 3166-1 alpha-2); null when not known.';
COMMENT ON COLUMN entities_by_source.articles IS 'Articles of the source that name it.';
COMMENT ON COLUMN entities_by_source.mentions IS 'How often they name it.';
COMMENT ON COLUMN entities_by_source.articles_quoted IS 'Articles of the source that report its speech.';
COMMENT ON COLUMN entities_by_source.share IS 'articles as a share of all articles of the source, 0 to 1.';
COMMENT ON COLUMN entities_by_source.lift_vs_all IS 'This share divided by the share over all sources: 2 is twice as often as overall.';
