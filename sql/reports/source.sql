-- # Sources
-- key: source

-- ## Which sources have a page?
-- Each source with an article, those of unknown source together.
-- chart: table
-- view: data_health
WITH focus AS (
    SELECT source, topic, lift_vs_all FROM topic_focus WHERE place_in_source = 1
),
alone AS (
    SELECT source, count(*) AS speakers FROM exclusive_speakers GROUP BY source
),
most AS (
    SELECT source, speaker, quotes
    FROM speaker_sources
    QUALIFY row_number() OVER (PARTITION BY source ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) = 1
)
SELECT
    h.source,
    h.source AS title,
    if(h.source = '(source unknown)', 'Articles that name no source', 'Source') AS kicker,
    concat_ws(
        ' ',
        format('{}{}.',
            CASE
                WHEN sum(h.articles) OVER () = 1 THEN 'The only article'
                WHEN h.articles = sum(h.articles) OVER () THEN format('All {:,} articles', h.articles)
                ELSE format('{} of the {:,} articles', if(h.articles = 1, 'One', format('{:,}', h.articles)), sum(h.articles) OVER ())
            END,
            if(f.topic IS NULL, '', format(', with {:.1f} times the usual share of {}', f.lift_vs_all, f.topic))),
        format('{} is quoted most ({}).', m.speaker, if(m.quotes = 1, 'once', format('{:,} times', m.quotes))),
        if(a.speakers = 1, 'One speaker is heard nowhere else.', format('{:,} speakers are heard nowhere else.', a.speakers))
    ) AS standfirst
FROM data_health AS h
LEFT JOIN focus AS f USING (source)
LEFT JOIN alone AS a USING (source)
LEFT JOIN most AS m USING (source)
WHERE h.articles > 0
ORDER BY h.articles DESC, h.source;

-- ## In numbers
-- Quotations are speech outside headlines. Speakers are counted whom the ledger knows across articles: “the government” names its speaker, but not one that can be counted.
-- chart: numbers
-- view: current_articles
WITH held AS (
    SELECT
        source,
        count(*) AS articles,
        count(*) / sum(count(*)) OVER () AS of_all,
        median(n_words)::BIGINT AS words,
        count(content_date) AS dated,
        min(content_date) AS first_date,
        max(content_date) AS last_date
    FROM current_articles
    GROUP BY source
),
heard AS (
    SELECT source, count(*) AS speakers FROM speaker_sources GROUP BY source
),
named AS (
    SELECT source, sum(quotes) FILTER (speaker_kind IN ('named_person', 'organisation', 'metonym')) / sum(quotes) AS share
    FROM anonymous_sourcing
    GROUP BY source
)
SELECT * EXCLUDE (place)
FROM (
    SELECT h.source, unnest([
        {place: 1, label: 'Articles', value: h.articles, note: if(h.of_all > 0 AND h.of_all < 0.005, '<1%', format('{:.0f}%', 100 * h.of_all)) || ' of all'},
        {place: 2, label: 'Median length', value: words, note: if(words = 1, 'word', 'words')},
        {place: 3, label: 'Quotations', value: m.quotes, note: format('{:.1f} an article', m.quotes_per_article)},
        {place: 4, label: 'Named speakers', value: coalesce(s.speakers, 0), note: if(coalesce(n.share, 0) > 0 AND coalesce(n.share, 0) < 0.005, '<1%', format('{:.0f}%', 100 * coalesce(n.share, 0))) || ' of quotations name theirs'},
        {place: 5, label: 'Dated articles', value: dated, note: strftime(first_date, '%-d %b %Y') || ' to ' || strftime(last_date, '%-d %b %Y')}
    ], recursive := true)
    FROM held AS h
    JOIN quote_type_mix AS m USING (source)
    LEFT JOIN heard AS s USING (source)
    LEFT JOIN named AS n USING (source)
)
ORDER BY source, place;

-- ## Topics against all sources
-- Share of the articles by topic; the tick is the share over all sources. An article can have several topics. The twelve largest topics of the ledger are shown.
-- chart: bullets
-- view: topics_by_source
WITH topics AS (
    SELECT topic, sum(articles) AS articles, sum(articles) / (SELECT count(*) FROM current_articles) AS share
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    GROUP BY topic
    QUALIFY row_number() OVER (ORDER BY sum(articles) DESC, topic) <= 12
)
SELECT
    s.source,
    t.topic,
    coalesce(c.share_of_source, 0) AS share,
    t.share AS all_sources,
    coalesce(c.articles, 0) AS articles
FROM (SELECT source FROM quote_type_mix) AS s
JOIN topics AS t ON true
LEFT JOIN topics_by_source AS c ON c.source = s.source AND c.topic = t.topic AND c.scheme = 'iptc_mediatopic'
ORDER BY s.source, t.articles DESC, t.topic;

-- ## Publication over time
-- Dated articles by period, without the few dates far before or after all others.
-- chart: timeline
-- empty: None of its articles has a date in the time that the ledger covers.
SELECT source, source AS panel, period, starts_on, articles, '' AS note
FROM articles_over_time
WHERE in_range
QUALIFY sum(articles) OVER (PARTITION BY source) > 0
ORDER BY source, starts_on;

-- ## Word for word, or retold?
-- Share of the quotations that stand wholly in quotation marks (direct), partly (mixed) or in the reporter’s words (indirect).
-- chart: shares
-- width: half
WITH whole AS (
    SELECT sum(quotes)::BIGINT AS quotes, sum(direct)::BIGINT AS direct, sum(mixed)::BIGINT AS mixed, sum(indirect)::BIGINT AS indirect
    FROM quote_type_mix
)
SELECT *
FROM (
    SELECT source, unnest([
        {whose: source, quotes: m.quotes, direct: m.direct, mixed: m.mixed, indirect: m.indirect},
        {whose: 'All sources', quotes: w.quotes, direct: w.direct, mixed: w.mixed, indirect: w.indirect}
    ], recursive := true)
    FROM quote_type_mix AS m, whole AS w
    WHERE m.quotes > 0
)
ORDER BY source, whose = 'All sources', quotes;

-- ## Who speaks: named, unnamed, unknown?
-- Share of the quotations given to a named person, organisation or place that stands for one, or to somebody without a name (“officials”); the rest are of documents, or of nobody that could be found.
-- chart: shares
-- view: anonymous_sourcing
-- width: half
WITH kinds AS (
    SELECT
        source,
        sum(quotes)::BIGINT AS quotes,
        coalesce(sum(quotes) FILTER (speaker_kind = 'unnamed'), 0)::BIGINT AS unnamed,
        coalesce(sum(quotes) FILTER (speaker_kind IN ('named_person', 'organisation', 'metonym')), 0)::BIGINT AS named
    FROM anonymous_sourcing
    GROUP BY source
),
whole AS (
    SELECT sum(quotes)::BIGINT AS quotes, sum(unnamed)::BIGINT AS unnamed, sum(named)::BIGINT AS named FROM kinds
)
SELECT *
FROM (
    SELECT source, unnest([
        {whose: source, quotes: k.quotes, named: k.named, unnamed: k.unnamed, document_or_unknown: k.quotes - k.named - k.unnamed},
        {whose: 'All sources', quotes: w.quotes, named: w.named, unnamed: w.unnamed, document_or_unknown: w.quotes - w.named - w.unnamed}
    ], recursive := true)
    FROM kinds AS k, whole AS w
)
ORDER BY source, whose = 'All sources', quotes;

-- ## Most quoted here
-- Named speakers by quotations in this source.
-- chart: league
-- width: half
-- empty: No named speaker is quoted.
-- more: All quotations in this source
SELECT source, speaker_entity_id, speaker, quotes, direct_share
FROM speaker_sources
QUALIFY row_number() OVER (PARTITION BY source ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) <= 12
ORDER BY source, quotes DESC, words DESC, speaker, speaker_entity_id;

-- ## Quoted nowhere else
-- Named speakers whom only this source quotes, and the articles of other known sources that name them without a word from them.
-- chart: league
-- width: half
-- empty: Nobody: each named speaker here is quoted by another source or by an article of unknown source, too; of articles that name no source, nobody can tell.
SELECT source, speaker_entity_id, speaker, quotes, articles_elsewhere AS named_elsewhere
FROM exclusive_speakers
QUALIFY row_number() OVER (PARTITION BY source ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) <= 12
ORDER BY source, quotes DESC, words DESC, speaker, speaker_entity_id;

-- ## How is speech framed?
-- Share of the quotations by what their reporting words do (claim, warn, deny …); the tick is the share over all sources. Neutral ones (“said”) and those without a word are the rest.
-- chart: bullets
-- view: cue_framing
WITH cues AS (
    SELECT source, cue_class, sum(quotes)::BIGINT AS quotes FROM cue_framing GROUP BY source, cue_class
),
classes AS (
    SELECT cue_class, sum(quotes) / (SELECT sum(quotes) FROM cues) AS share FROM cues GROUP BY cue_class
)
SELECT
    m.source,
    k.cue_class AS framing,
    coalesce(c.quotes, 0) / m.quotes AS share,
    k.share AS all_sources,
    coalesce(c.quotes, 0) AS quotes
FROM quote_type_mix AS m
JOIN classes AS k ON k.cue_class NOT IN ('neutral', '(no cue)')
LEFT JOIN cues AS c ON c.source = m.source AND c.cue_class = k.cue_class
WHERE m.quotes > 0
ORDER BY m.source, k.share DESC, k.cue_class;

-- ## Latest articles
-- The thirty newest; undated ones come last. A headline leads to the text with its quotations marked.
-- chart: table
-- view: current_articles
WITH main_topics AS (
    SELECT DISTINCT ON (article_id) article_id, topic
    FROM current_topics
    WHERE scheme = 'iptc_mediatopic'
    ORDER BY article_id, rank, topic
),
latest AS (
    SELECT source, article_id, coalesce(headline, '(no headline)') AS headline, content_date, path, article_no, n_words
    FROM current_articles
    QUALIFY row_number() OVER (PARTITION BY source ORDER BY content_date DESC NULLS LAST, path, article_no) <= 30
)
SELECT source, article_id, headline, topic, content_date AS date, n_words AS words
FROM latest
JOIN main_topics USING (article_id)
ORDER BY source, content_date DESC NULLS LAST, path, article_no;
