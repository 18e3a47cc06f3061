-- Which topics does each source cover, and which does it over- or under-cover?
CREATE OR REPLACE VIEW topics_by_source AS
WITH totals AS (
    SELECT source, count(*) AS articles FROM current_articles GROUP BY source
),
per_source AS (
    SELECT
        source,
        scheme,
        topic_id,
        topic,
        count(DISTINCT article_id) AS articles,
        min(content_date) AS first_date,
        max(content_date) AS last_date
    FROM current_topics
    GROUP BY source, scheme, topic_id, topic
),
over_all AS (
    SELECT
        scheme,
        topic_id,
        topic,
        sum(articles) / (SELECT sum(articles) FROM totals) AS share
    FROM per_source
    GROUP BY scheme, topic_id, topic
)
SELECT
    p.source,
    p.scheme,
    p.topic_id,
    p.topic,
    p.articles,
    p.articles / t.articles AS share_of_source,
    p.articles / t.articles / o.share AS lift_vs_all,
    p.first_date,
    p.last_date
FROM per_source AS p
JOIN totals AS t USING (source)
JOIN over_all AS o ON o.scheme = p.scheme AND o.topic_id IS NOT DISTINCT FROM p.topic_id AND o.topic = p.topic
ORDER BY p.source, p.scheme, p.articles DESC, p.topic;

COMMENT ON VIEW topics_by_source IS 'Which topics does each source cover, and which does it over- or under-cover? An article with two topics counts under both, so the shares of a source can add up to more than 1.';
COMMENT ON COLUMN topics_by_source.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN topics_by_source.scheme IS 'iptc_mediatopic, or section: the publishers'' own.';
COMMENT ON COLUMN topics_by_source.topic_id IS 'Code in its scheme; null for (no topic).';
COMMENT ON COLUMN topics_by_source.topic IS 'Name of the topic, or (no topic).';
COMMENT ON COLUMN topics_by_source.articles IS 'Current articles of the source with the topic.';
COMMENT ON COLUMN topics_by_source.share_of_source IS 'These articles as a share of all articles of the source, 0 to 1.';
COMMENT ON COLUMN topics_by_source.lift_vs_all IS 'That share divided by the share over all sources: above 1 is more than usual.';
COMMENT ON COLUMN topics_by_source.first_date IS 'Earliest date of such an article; null when none is dated.';
COMMENT ON COLUMN topics_by_source.last_date IS 'Latest date of such an article; null when none is dated.';
