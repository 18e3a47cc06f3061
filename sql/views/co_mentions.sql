-- Who and what is named together, and how much more often than by chance?
CREATE OR REPLACE VIEW co_mentions AS
WITH named AS (
    SELECT article_id, entity_id, any_value(source) AS source, any_value(content_date) AS content_date
    FROM current_mentions
    WHERE kind = 'name' AND type IN ('PERSON', 'ORG', 'PLACE') AND in_segment NOT IN ('dateline', 'date')
    GROUP BY article_id, entity_id
),
-- An entity that one article alone names has no company to speak of.
known AS (
    SELECT entity_id, count(*) AS articles FROM named GROUP BY entity_id HAVING count(*) >= 2
),
kept AS (
    SELECT n.* FROM named AS n SEMI JOIN known USING (entity_id)
),
pairs AS (
    SELECT
        a.entity_id,
        b.entity_id AS other_entity_id,
        count(*) AS articles,
        count(DISTINCT a.source) AS sources,
        min(a.content_date) AS first_date,
        max(a.content_date) AS last_date
    FROM kept AS a
    JOIN kept AS b ON b.article_id = a.article_id AND b.entity_id > a.entity_id
    GROUP BY a.entity_id, b.entity_id
    HAVING count(*) >= 2
)
SELECT
    p.entity_id,
    a.canonical_name,
    a.type,
    p.other_entity_id,
    b.canonical_name AS other_name,
    b.type AS other_type,
    p.articles,
    p.sources,
    p.articles * (SELECT count(DISTINCT article_id) FROM named) / (k.articles * l.articles) AS lift,
    p.first_date,
    p.last_date
FROM pairs AS p
JOIN entities AS a ON a.entity_id = p.entity_id
JOIN entities AS b ON b.entity_id = p.other_entity_id
JOIN known AS k ON k.entity_id = p.entity_id
JOIN known AS l ON l.entity_id = p.other_entity_id
ORDER BY p.articles DESC, lift DESC, a.canonical_name, b.canonical_name, p.entity_id, p.other_entity_id;

COMMENT ON VIEW co_mentions IS 'Who and what is named together, and how much more often than by chance? An undirected network: a row is an edge between two entities that at least two articles name together; each pair stands once. Datelines (place and agency of filing) do not count.';
COMMENT ON COLUMN co_mentions.entity_id IS 'One of the two: that with the smaller identifier.';
COMMENT ON COLUMN co_mentions.canonical_name IS 'Its fullest name.';
COMMENT ON COLUMN co_mentions.type IS 'PERSON, ORG or PLACE.';
COMMENT ON COLUMN co_mentions.other_entity_id IS 'The other.';
COMMENT ON COLUMN co_mentions.other_name IS 'Its fullest name.';
COMMENT ON COLUMN co_mentions.other_type IS 'PERSON, ORG or PLACE.';
COMMENT ON COLUMN co_mentions.articles IS 'Articles that name both.';
COMMENT ON COLUMN co_mentions.sources IS 'Sources that published these.';
COMMENT ON COLUMN co_mentions.lift IS 'articles divided by what would be expected if the two were named independently: 1 is chance.';
COMMENT ON COLUMN co_mentions.first_date IS 'Earliest content date of these; null when none is dated.';
COMMENT ON COLUMN co_mentions.last_date IS 'Latest content date of these.';
