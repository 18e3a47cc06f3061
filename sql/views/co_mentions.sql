-- Who and what is named together, and how much more often than by chance?
CREATE OR REPLACE VIEW co_mentions AS
WITH named AS (
    SELECT article_id, entity_id, sentence_no, source, content_date
    FROM current_mentions
    WHERE kind = 'name' AND type IN ('PERSON', 'ORG', 'PLACE') AND in_segment NOT IN ('dateline', 'date')
),
-- Small numbers in the place of identifiers halve the time of the joins.
places AS (
    SELECT
        row_number() OVER (ORDER BY article_id)::INTEGER AS article_no,
        article_id,
        any_value(source) AS source,
        any_value(content_date) AS content_date
    FROM named
    GROUP BY article_id
),
-- An entity that one article alone names has no company to speak of.
known AS (
    SELECT
        row_number() OVER (ORDER BY n.entity_id)::INTEGER AS entity_no,
        n.entity_id,
        any_value(e.canonical_name) AS canonical_name,
        any_value(e.type) AS type,
        count(DISTINCT n.article_id) AS articles
    FROM named AS n
    JOIN entities AS e ON e.entity_id = n.entity_id
    GROUP BY n.entity_id
    HAVING count(DISTINCT n.article_id) >= 2
),
in_sentence AS (
    SELECT DISTINCT p.article_no, n.sentence_no, k.entity_no
    FROM named AS n
    JOIN places AS p ON p.article_id = n.article_id
    JOIN known AS k ON k.entity_id = n.entity_id
),
in_article AS (
    SELECT DISTINCT article_no, entity_no FROM in_sentence
),
pairs AS (
    SELECT a.entity_no, b.entity_no AS other_no, count(*) AS articles
    FROM in_article AS a
    JOIN in_article AS b ON b.article_no = a.article_no AND b.entity_no > a.entity_no
    GROUP BY a.entity_no, b.entity_no
    HAVING count(*) >= 2
),
printed AS (
    SELECT
        r.entity_no,
        r.other_no,
        any_value(r.articles) AS articles,
        count(DISTINCT p.source) AS sources,
        min(p.content_date) AS first_date,
        max(p.content_date) AS last_date
    FROM pairs AS r
    JOIN in_article AS a ON a.entity_no = r.entity_no
    JOIN in_article AS b ON b.article_no = a.article_no AND b.entity_no = r.other_no
    JOIN places AS p ON p.article_no = a.article_no
    GROUP BY r.entity_no, r.other_no
),
sentences AS (
    SELECT a.entity_no, b.entity_no AS other_no, count(*) AS sentences
    FROM in_sentence AS a
    JOIN in_sentence AS b ON b.article_no = a.article_no AND b.sentence_no = a.sentence_no AND b.entity_no > a.entity_no
    GROUP BY a.entity_no, b.entity_no
)
SELECT
    k.entity_id,
    k.canonical_name,
    k.type,
    l.entity_id AS other_entity_id,
    l.canonical_name AS other_name,
    l.type AS other_type,
    p.articles,
    p.sources,
    p.articles * (SELECT count(*) FROM places) / (k.articles * l.articles) AS lift,
    p.first_date,
    p.last_date,
    coalesce(s.sentences, 0) AS sentences
FROM printed AS p
JOIN known AS k ON k.entity_no = p.entity_no
JOIN known AS l ON l.entity_no = p.other_no
LEFT JOIN sentences AS s ON s.entity_no = p.entity_no AND s.other_no = p.other_no
ORDER BY p.articles DESC, lift DESC, k.canonical_name, l.canonical_name, k.entity_id, l.entity_id;

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
COMMENT ON COLUMN co_mentions.sentences IS 'Sentences that name both; 0 when they stand in the same articles only.';
