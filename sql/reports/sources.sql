-- # Sources
-- Every source of the ledger.

-- ## Which source weighs most?
-- The source with most articles, and the one with most quotations an article (of those with ten articles or more).
-- chart: lead
-- view: quote_type_mix
WITH named AS (
    SELECT source, articles, quotes, quotes_per_article, sum(articles) OVER () AS of_named FROM quote_type_mix WHERE source <> '(source unknown)'
),
counts AS (
    SELECT count(*) AS articles, count(*) FILTER (source = '(source unknown)') AS unknown FROM current_articles
)
SELECT
    format('{} gives {} of the articles whose source is known', n.source, if(n.articles / n.of_named > 0 AND n.articles / n.of_named < 0.005, '<1%', format('{:.0f}%', 100 * n.articles / n.of_named))) AS finding,
    concat_ws(
        ' ',
        if(n.sources = 1, 'It is the only one.', format('{:,} sources are known.', n.sources)),
        CASE c.unknown WHEN 0 THEN NULL WHEN 1 THEN format('1 of the {:,} articles names none.', c.articles) ELSE format('{:,} of the {:,} articles name none.', c.unknown, c.articles) END,
        (
            SELECT format('{} quotes most: {:.1f} quotations an article.', source, quotes_per_article)
            FROM named
            WHERE articles >= 10
            ORDER BY quotes_per_article DESC, source
            LIMIT 1
        )
    ) AS detail
FROM (SELECT *, count(*) OVER () AS sources FROM named ORDER BY articles DESC, source LIMIT 1) AS n, counts AS c;

-- ## All sources
-- Articles, quotations (speech outside headlines), the share that is quoted word for word, the share whose speaker has no name, is a document or is not known, and the topic with most articles. A heading sorts.
-- chart: league
-- view: quote_type_mix
WITH topics AS (
    SELECT source, topic
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY source ORDER BY articles DESC, topic) = 1
),
heard AS (
    SELECT source, sum(quotes) AS quotes
    FROM anonymous_sourcing
    WHERE speaker_kind IN ('named_person', 'organisation', 'metonym')
    GROUP BY source
),
dates AS (
    SELECT source, count(content_date) / count(*) AS dated_share, max(content_date) AS latest FROM current_articles GROUP BY source
)
SELECT
    m.source,
    m.articles,
    m.quotes,
    m.quotes_per_article AS an_article,
    m.direct / nullif(m.quotes, 0) AS word_for_word_share,
    1 - coalesce(h.quotes, 0) / nullif(m.quotes, 0) AS not_named_share,
    t.topic,
    d.dated_share,
    d.latest
FROM quote_type_mix AS m
JOIN dates AS d USING (source)
LEFT JOIN topics AS t USING (source)
LEFT JOIN heard AS h USING (source)
ORDER BY m.articles DESC, m.source;

-- ## How many voices has an article?
-- Articles by what they let hear: nobody, one speaker only, or several; “one” may be quoted often. Speakers that could not be told are left out.
-- chart: shares
SELECT
    source,
    count(*) AS articles,
    count(*) FILTER (speakers >= 2) AS several_speakers,
    count(*) FILTER (speakers = 1) AS one_speaker,
    count(*) FILTER (speakers = 0) AS none
FROM source_diversity
GROUP BY source
QUALIFY row_number() OVER (ORDER BY articles DESC, source) <= 10
ORDER BY articles DESC, source;
