-- Who is talked about but not heard?
CREATE OR REPLACE VIEW mentioned_vs_quoted AS
WITH quoted AS (
    SELECT DISTINCT speaker_entity_id AS entity_id, article_id
    FROM current_quotes
    WHERE speech AND speaker_entity_id IS NOT NULL
),
named AS (
    SELECT DISTINCT entity_id, article_id FROM current_mentions WHERE kind = 'name' AND in_segment NOT IN ('dateline', 'date')
),
present AS (
    SELECT entity_id, article_id, bool_or(is_quoted) AS is_quoted
    FROM (
        SELECT entity_id, article_id, false AS is_quoted FROM named
        UNION ALL
        SELECT entity_id, article_id, true FROM quoted
    )
    GROUP BY entity_id, article_id
)
SELECT
    e.entity_id,
    e.canonical_name,
    e.type,
    count(*) AS articles_mentioned,
    count(*) FILTER (p.is_quoted) AS articles_quoted,
    count(*) FILTER (p.is_quoted) / count(*) AS voice_rate
FROM present AS p
JOIN entities AS e USING (entity_id)
GROUP BY e.entity_id, e.canonical_name, e.type
HAVING e.type IN ('PERSON', 'ORG') OR articles_quoted > 0
ORDER BY articles_mentioned DESC, articles_quoted, e.canonical_name, e.entity_id;

COMMENT ON VIEW mentioned_vs_quoted IS 'Who is talked about but not heard? Persons and organisations, and any other name that speaks (a capital for its government); counts speech only. A dateline (place and agency of filing) is no mention.';
COMMENT ON COLUMN mentioned_vs_quoted.entity_id IS 'The entity.';
COMMENT ON COLUMN mentioned_vs_quoted.canonical_name IS 'Its fullest name.';
COMMENT ON COLUMN mentioned_vs_quoted.type IS 'PERSON, ORG, PLACE or MISC.';
COMMENT ON COLUMN mentioned_vs_quoted.articles_mentioned IS 'Current articles that name or quote it.';
COMMENT ON COLUMN mentioned_vs_quoted.articles_quoted IS 'Of these, articles that quote it.';
COMMENT ON COLUMN mentioned_vs_quoted.voice_rate IS 'Quoted divided by mentioned: 0 is never heard.';
