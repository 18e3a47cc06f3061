-- Whose voices are heard: what share of quotes and words goes to each gender, country, role and affiliation?
CREATE OR REPLACE VIEW voices AS
WITH said AS (
    SELECT quote_id, article_id, source, speaker_kind, speaker_entity_id, speaker, n_words, position_pct
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
),
-- What the article itself says of its speaker goes before what others say.
in_article AS (
    SELECT DISTINCT ON (article_id, entity_id, attribute) article_id, entity_id, attribute, lower("value") AS "value"
    FROM name_attributes
    JOIN entity_names USING (article_id, name_id)
    ORDER BY article_id, entity_id, attribute, name_attributes.confidence DESC, char_start, "value"
),
-- A slip in one article of a thousand is nobody's affiliation: what others say must be said by two, and by one in twenty.
elsewhere AS (
    SELECT DISTINCT ON (t.entity_id, t.attribute) t.entity_id, t.attribute, lower(t."value") AS "value"
    FROM entity_attributes AS t
    JOIN entities AS e USING (entity_id)
    WHERE t.n_articles >= 2 AND 20 * t.n_articles >= e.n_articles
    ORDER BY t.entity_id, t.attribute, t.n_articles DESC, t.confidence DESC, t."value"
),
asked AS (
    SELECT unnest(['gender', 'country', 'role', 'affiliation']) AS attribute
),
told AS (
    SELECT
        s.source,
        k.attribute,
        CASE
            WHEN s.speaker_kind IN ('unknown', 'unnamed', 'document') THEN '(' || s.speaker_kind || ')'
            WHEN k.attribute = 'gender' AND s.speaker_kind <> 'named_person' THEN '(no person)'
            WHEN k.attribute = 'country' THEN coalesce(upper(coalesce(i."value", e."value")), '(unknown)')
            ELSE coalesce(i."value", e."value", '(unknown)')
        END AS "value",
        s.quote_id,
        s.article_id,
        s.speaker_kind,
        s.speaker_entity_id,
        s.speaker,
        s.n_words,
        s.position_pct
    FROM said AS s
    JOIN asked AS k ON true
    LEFT JOIN in_article AS i ON i.article_id = s.article_id AND i.entity_id = s.speaker_entity_id AND i.attribute = k.attribute
    LEFT JOIN elsewhere AS e ON e.entity_id = s.speaker_entity_id AND e.attribute = k.attribute
),
counted AS (
    SELECT
        source,
        attribute,
        "value",
        count(*) AS quotes,
        sum(n_words)::BIGINT AS words,
        count(DISTINCT coalesce(speaker_entity_id, speaker)) FILTER (speaker_kind <> 'unknown') AS speakers,
        count(DISTINCT article_id) AS articles,
        avg(position_pct) AS mean_position
    FROM told
    GROUP BY ALL
)
SELECT
    source,
    attribute,
    "value",
    quotes,
    quotes / sum(quotes) OVER (PARTITION BY source, attribute) AS quote_share,
    words,
    coalesce(words / nullif(sum(words) OVER (PARTITION BY source, attribute), 0), 0) AS word_share,
    speakers,
    articles,
    mean_position
FROM counted
ORDER BY source, attribute, quotes DESC, "value";

COMMENT ON VIEW voices IS 'Whose voices are heard: what share of quotes and words goes to each gender, country, role and affiliation? Speech in the body only. Each quote counts once for every attribute, so the shares of a source and an attribute add up to 1; what no text says is shown as (unknown).';
COMMENT ON COLUMN voices.source IS 'Who published the quotes, or (source unknown).';
COMMENT ON COLUMN voices.attribute IS 'gender, country, role or affiliation of the speaker.';
COMMENT ON COLUMN voices."value" IS 'Its value in lower case (a country by its ISO 3166-1 code), as the article says, or else most of those articles that say it: two at least, and one in twenty of those that name the speaker. (unknown): named, but nothing says; (unnamed), (document): no name; (no person): an organisation has no gender.';
COMMENT ON COLUMN voices.quotes IS 'Quotes of such speakers.';
COMMENT ON COLUMN voices.quote_share IS 'These as a share of all quotes of the source, 0 to 1.';
COMMENT ON COLUMN voices.words IS 'Words of these quotes.';
COMMENT ON COLUMN voices.word_share IS 'These as a share of all quoted words of the source, 0 to 1.';
COMMENT ON COLUMN voices.speakers IS 'Different speakers, those that nobody could tell left out.';
COMMENT ON COLUMN voices.articles IS 'Articles with such a quote.';
COMMENT ON COLUMN voices.mean_position IS 'Where in the body these quotes start on average: 0 first, 1 last.';
