-- Which speakers have a page of their own in the report?
CREATE OR REPLACE VIEW reported_speakers AS
WITH ranked AS (
    SELECT speaker_entity_id, speaker, count(*) AS quotes, sum(n_words)::BIGINT AS words
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline' AND speaker_entity_id IS NOT NULL
    GROUP BY speaker_entity_id, speaker
    HAVING count(*) >= 3
),
most_quoted AS (
    SELECT row_number() OVER (ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) AS rank, *
    FROM ranked
    QUALIFY rank <= 300
),
-- A slip in one article of a thousand is nobody's role: one in twenty must say so.
told AS (
    SELECT t.entity_id, t.attribute, t."value", t.n_articles, t.confidence, t.last_seen
    FROM entity_attributes AS t
    JOIN entities AS e USING (entity_id)
    SEMI JOIN most_quoted AS m ON m.speaker_entity_id = t.entity_id
    WHERE t.attribute IN ('title', 'role', 'affiliation')
        AND 20 * t.n_articles >= e.n_articles
        AND NOT regexp_matches(lower(t."value"), '^(mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady)\b')
),
-- Of what is said half as often as what most say, or more, the latest is the current one.
current AS (
    SELECT DISTINCT ON (entity_id, attribute) entity_id, attribute, "value"
    FROM (SELECT * FROM told QUALIFY 2 * n_articles >= max(n_articles) OVER (PARTITION BY entity_id, attribute))
    ORDER BY entity_id, attribute, last_seen DESC NULLS LAST, n_articles DESC, confidence DESC, "value"
),
roles AS (
    SELECT
        entity_id,
        coalesce(
            any_value("value") FILTER (attribute = 'role'), any_value("value") FILTER (attribute = 'title')
        ) AS role,
        any_value("value") FILTER (attribute = 'affiliation') AS affiliation
    FROM current
    GROUP BY entity_id
)
SELECT
    m.rank,
    m.speaker_entity_id,
    m.speaker,
    e.type,
    m.quotes,
    CASE
        WHEN contains(lower(r.affiliation), lower(r.role)) THEN r.affiliation
        WHEN r.role IS NULL OR contains(lower(r.role), lower(r.affiliation)) THEN coalesce(r.role, r.affiliation)
        ELSE concat_ws(', ', r.role, r.affiliation)
    END AS role
FROM most_quoted AS m
JOIN entities AS e ON e.entity_id = m.speaker_entity_id
LEFT JOIN roles AS r ON r.entity_id = m.speaker_entity_id
ORDER BY m.rank;

COMMENT ON VIEW reported_speakers IS 'Which speakers have a page of their own in the report? Named speakers with three quotes or more, the 300 most quoted; speech in the body only.';
COMMENT ON COLUMN reported_speakers.rank IS '1 for the most quoted; of two with as many quotes, the one with more words comes first.';
COMMENT ON COLUMN reported_speakers.speaker_entity_id IS 'The speaker''s entity.';
COMMENT ON COLUMN reported_speakers.speaker IS 'Name of the speaker across articles.';
COMMENT ON COLUMN reported_speakers.type IS 'PERSON, ORG, PLACE or MISC.';
COMMENT ON COLUMN reported_speakers.quotes IS 'Quotes of the speaker.';
COMMENT ON COLUMN reported_speakers.role IS 'Role or title, and affiliation, as articles give them: of those that many say, the latest; null when none says.';
