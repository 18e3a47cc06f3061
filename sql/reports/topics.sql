-- # Topics
-- What is covered.

-- ## What is covered most?
-- The topic with most articles, and what is spoken about most.
-- chart: lead
-- view: topics_by_source
WITH covered AS (
    SELECT topic, sum(articles)::BIGINT AS articles
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    GROUP BY topic
),
said AS (
    SELECT topic, sum(quotes)::BIGINT AS quotes FROM quoted_topics WHERE topic_id IS NOT NULL GROUP BY topic
)
SELECT
    if(c.of_all > 0 AND c.of_all < 0.005, '<1%', format('{:.0f}%', 100 * c.of_all)) || ' of the articles are about ' || c.topic AS finding,
    concat_ws(
        ' ',
        format('{:,} of the 17 top terms of the IPTC Media Topics {}; an article can have several.', c.topics, if(c.topics = 1, 'occurs', 'occur')),
        (SELECT format('Quotations are most about {} ({:,}).', topic, quotes) FROM said ORDER BY quotes DESC, topic LIMIT 1)
    ) AS detail
FROM (SELECT *, articles / (SELECT count(*) FROM current_articles) AS of_all, count(*) OVER () AS topics FROM covered ORDER BY articles DESC, topic LIMIT 1) AS c;

-- ## All topics
-- Articles, their share of all (an article can have several topics), quotations that are about the topic themselves, and the source that gives it most beyond its usual share.
-- chart: league
-- view: topics_by_source
WITH focus AS (
    SELECT topic, source FROM topic_focus WHERE place_in_topic = 1
),
said AS (
    SELECT topic, sum(quotes)::BIGINT AS quotes FROM quoted_topics GROUP BY topic
),
most AS (
    SELECT topic, speaker_entity_id, speaker
    FROM speaker_topics
    WHERE speaker_entity_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY topic ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) = 1
),
covered AS (
    SELECT topic, sum(articles)::BIGINT AS articles, max(last_date) AS latest
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic'
    GROUP BY topic
)
SELECT
    c.topic,
    c.articles,
    c.articles / (SELECT count(*) FROM current_articles) AS share,
    coalesce(s.quotes, 0) AS quotes,
    m.speaker_entity_id,
    m.speaker,
    f.source,
    c.latest
FROM covered AS c
LEFT JOIN focus AS f USING (topic)
LEFT JOIN said AS s USING (topic)
LEFT JOIN most AS m USING (topic)
ORDER BY c.topic = '(no topic)', c.articles DESC, c.topic;

-- ## Narrower terms
-- Terms of the second level of the Media Topics by articles.
-- chart: league
-- view: current_topics
-- empty: No narrower term was found.
SELECT term, count(*) AS articles, topic, count(DISTINCT source) FILTER (source <> '(source unknown)') AS sources, max(content_date) AS latest
FROM (
    SELECT topic, unnest(string_split(narrower, '; ')) AS term, source, content_date
    FROM current_topics
    WHERE scheme = 'iptc_mediatopic' AND narrower IS NOT NULL
)
GROUP BY topic, term
ORDER BY articles DESC, term, topic;
