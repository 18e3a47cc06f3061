-- # Topics
-- key: topic

-- ## Which topics have a page?
-- The top terms of the IPTC Media Topics that an article has.
-- chart: table
-- view: topics_by_source
WITH focus AS (
    SELECT topic, source, lift_vs_all FROM topic_focus WHERE place_in_topic = 1
),
most AS (
    SELECT topic, speaker
    FROM speaker_topics
    WHERE speaker_entity_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY topic ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) = 1
),
covered AS (
    SELECT topic, sum(articles)::BIGINT AS articles
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    GROUP BY topic
)
SELECT
    c.topic,
    upper(left(c.topic, 1)) || substr(c.topic, 2) AS title,
    'Topic' AS kicker,
    concat_ws(
        ' ',
        CASE
            WHEN t.articles = 1 THEN 'The only article.'
            WHEN c.articles = t.articles THEN format('All {:,} articles.', t.articles)
            ELSE format('{} of the {:,} articles.', if(c.articles = 1, 'One', format('{:,}', c.articles)), t.articles)
        END,
        format('{} gives it {:.1f} times its usual share.', f.source, f.lift_vs_all),
        m.speaker || ' is quoted most on it.'
    ) AS standfirst
FROM covered AS c
JOIN (SELECT count(*) AS articles FROM current_articles) AS t ON true
LEFT JOIN focus AS f USING (topic)
LEFT JOIN most AS m USING (topic)
ORDER BY c.articles DESC, c.topic;

-- ## In numbers
-- Quotations are those that are themselves about the topic.
-- chart: numbers
-- view: topics_by_source
WITH covered AS (
    SELECT topic, sum(articles)::BIGINT AS articles, sum(articles) / (SELECT count(*) FROM current_articles) AS of_all, count(*) FILTER (source <> '(source unknown)') AS sources, min(first_date) AS first_date, max(last_date) AS last_date
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    GROUP BY topic
),
said AS (
    SELECT topic, sum(quotes)::BIGINT AS quotes, sum(words)::BIGINT AS words FROM quoted_topics GROUP BY topic
),
heard AS (
    SELECT topic, count(*) AS speakers FROM speaker_topics WHERE speaker_entity_id IS NOT NULL GROUP BY topic
)
SELECT * EXCLUDE (place)
FROM (
    SELECT topic, unnest([
        {place: 1, label: 'Articles', value: c.articles, note: if(c.of_all > 0 AND c.of_all < 0.005, '<1%', format('{:.0f}%', 100 * c.of_all)) || ' of all'},
        {place: 2, label: 'Sources', value: c.sources, note: format('of {:,}', (SELECT count(DISTINCT source) FROM current_articles WHERE source <> '(source unknown)'))},
        {place: 3, label: 'Quotations', value: coalesce(s.quotes, 0), note: if(s.words = 1, '1 word', format('{:,} words', coalesce(s.words, 0)))},
        {place: 4, label: 'Named speakers', value: coalesce(h.speakers, 0), note: coalesce(strftime(c.first_date, '%b %Y') || ' to ' || strftime(c.last_date, '%b %Y'), 'undated')}
    ], recursive := true)
    FROM covered AS c
    LEFT JOIN said AS s USING (topic)
    LEFT JOIN heard AS h USING (topic)
)
ORDER BY topic, place;

-- ## Which sources cover it?
-- Share of each source’s articles; the tick is the share over all sources. The ten largest sources.
-- chart: bullets
-- view: topics_by_source
WITH sources AS (
    SELECT source, articles FROM data_health WHERE articles > 0
    QUALIFY row_number() OVER (ORDER BY articles DESC, source) <= 10
),
topics AS (
    SELECT topic, sum(articles) / (SELECT count(*) FROM current_articles) AS share
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    GROUP BY topic
)
SELECT t.topic, s.source, coalesce(c.share_of_source, 0) AS share, t.share AS all_sources, coalesce(c.articles, 0) AS articles
FROM topics AS t
JOIN sources AS s ON true
LEFT JOIN topics_by_source AS c ON c.source = s.source AND c.topic = t.topic AND c.scheme = 'iptc_mediatopic'
ORDER BY t.topic, s.articles DESC, s.source;

-- ## When is it covered?
-- Dated articles with the topic by period, without the few dates far before or after all others.
-- chart: timeline
-- view: current_topics
-- empty: None of its articles has a date in the time that the ledger covers.
WITH covered AS (
    SELECT topic, date_trunc(p.period, content_date)::DATE AS starts_on, count(DISTINCT article_id) AS articles
    FROM current_topics
    JOIN (SELECT any_value(period) AS period FROM articles_over_time) AS p ON true
    WHERE scheme = 'iptc_mediatopic' AND content_date IS NOT NULL
    GROUP BY topic, starts_on
)
SELECT t.topic, t.topic AS panel, p.period, p.starts_on, coalesce(c.articles, 0) AS articles, '' AS note
FROM (SELECT DISTINCT topic FROM covered) AS t
JOIN (SELECT DISTINCT period, starts_on FROM articles_over_time WHERE in_range) AS p ON true
LEFT JOIN covered AS c ON c.topic = t.topic AND c.starts_on = p.starts_on
QUALIFY sum(c.articles) OVER (PARTITION BY t.topic) > 0
ORDER BY t.topic, p.starts_on;

-- ## Most quoted on it
-- Named speakers by quotations about the topic, and their share of all that the speaker is quoted with.
-- chart: league
-- width: half
-- empty: No named speaker is quoted on it.
SELECT topic, speaker_entity_id, speaker, quotes, share AS of_theirs_share
FROM speaker_topics
WHERE speaker_entity_id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY topic ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) <= 12
ORDER BY topic, quotes DESC, words DESC, speaker, speaker_entity_id;

-- ## Key phrases
-- Phrases that say what its articles are about, by articles; lift is how many times more often than elsewhere.
-- chart: league
-- width: half
-- empty: No phrase stands in two of its articles.
-- view: key_phrases
WITH phrases AS (
    SELECT t.topic, k.phrase, mode(k.surface ORDER BY k.surface) AS surface, count(*) AS articles
    FROM key_phrases AS k
    JOIN current_topics AS t USING (article_id)
    WHERE t.scheme = 'iptc_mediatopic' AND t.topic_id IS NOT NULL
    GROUP BY t.topic, k.phrase
    HAVING count(*) >= 2
),
sizes AS (
    SELECT topic, count(*) AS articles FROM current_topics WHERE scheme = 'iptc_mediatopic' GROUP BY topic
),
everywhere AS (
    SELECT phrase, count(*) AS articles FROM key_phrases SEMI JOIN current_articles USING (article_id) GROUP BY phrase
)
SELECT
    p.topic,
    p.surface AS phrase,
    p.articles,
    (p.articles / s.articles) / (e.articles / (SELECT count(*) FROM current_articles)) AS lift
FROM phrases AS p
JOIN sizes AS s USING (topic)
JOIN everywhere AS e USING (phrase)
WHERE lift >= 1.1 OR s.articles > (SELECT count(*) FROM current_articles) / 2
QUALIFY row_number() OVER (PARTITION BY p.topic ORDER BY p.articles * ln(greatest(lift, 1.01)) DESC, p.phrase) <= 12
ORDER BY p.topic, p.articles DESC, lift DESC, p.phrase;

-- ## Narrower topics
-- Terms of the second level of the Media Topics, by articles.
-- chart: league
-- empty: No narrower term was found in its articles.
-- view: current_topics
SELECT topic, term, count(*) AS articles, count(DISTINCT source) FILTER (source <> '(source unknown)') AS sources, max(content_date) AS latest
FROM (
    SELECT topic, unnest(string_split(narrower, '; ')) AS term, source, content_date
    FROM current_topics
    WHERE scheme = 'iptc_mediatopic' AND narrower IS NOT NULL
)
GROUP BY topic, term
ORDER BY topic, articles DESC, term;

-- ## Latest articles
-- The twenty newest; undated ones come last.
-- chart: table
-- view: current_topics
WITH latest AS (
    SELECT t.topic, t.article_id, coalesce(a.headline, '(no headline)') AS headline, a.source, a.content_date, a.path, a.article_no, a.n_words
    FROM current_topics AS t
    JOIN current_articles AS a USING (article_id)
    WHERE t.scheme = 'iptc_mediatopic'
    QUALIFY row_number() OVER (PARTITION BY t.topic ORDER BY a.content_date DESC NULLS LAST, a.path, a.article_no) <= 20
)
SELECT topic, article_id, headline, source, content_date AS date, n_words AS words
FROM latest
ORDER BY topic, content_date DESC NULLS LAST, path, article_no;

-- ## What was said about it last
-- The newest quotations about the topic, undated ones last; one of an article, the surest with a known speaker.
-- chart: sayings
-- view: current_quote_topics
-- more: All quotations about this topic
WITH surest AS (
    SELECT q.*, t.topic
    FROM current_quote_topics AS t
    JOIN current_quotes AS q USING (quote_id)
    WHERE t.topic_id IS NOT NULL AND q.speaker <> '(speaker unknown)'
    QUALIFY row_number() OVER (PARTITION BY t.topic, q.article_id ORDER BY q.confidence DESC, q.n_words DESC, q.quote_no) = 1
)
SELECT
    topic,
    quote_id,
    article_id,
    if(type = 'direct', coalesce(verbatim, content), content) AS quote,
    type,
    speaker_entity_id,
    speaker,
    cue,
    source,
    content_date AS date,
    headline
FROM surest
QUALIFY row_number() OVER (PARTITION BY topic ORDER BY content_date DESC NULLS LAST, confidence DESC, path, char_start, quote_id) <= 12
ORDER BY topic, content_date DESC NULLS LAST, confidence DESC, path, char_start, quote_id;
