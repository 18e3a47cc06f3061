-- # Overview
-- Who said what, about what, in which source: every article that the folders hold, as last read, from plain text.

-- ## What stands out
-- The topic that one named source covers most beyond the share it has across all sources, from five articles up, and the most quoted person.
-- chart: lead
WITH loudest AS (
    SELECT source, topic, lift_vs_all
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL AND source <> '(source unknown)'
        AND articles >= 5 AND lift_vs_all >= 1.5
    ORDER BY lift_vs_all DESC, articles DESC, source, topic
    LIMIT 1
),
most AS (
    SELECT
        speaker,
        if(quotes = 1, '1 quotation', format('{:,} quotations', quotes)) AS in_quotes,
        if(sources = 1, '1 source', format('{:,} sources', sources)) AS in_sources
    FROM top_speakers
    WHERE speaker_kind = 'named_person' AND speaker_entity_id IS NOT NULL
    ORDER BY quotes DESC, articles DESC, speaker
    LIMIT 1
)
SELECT
    coalesce(
        format('{} gives {} {:.1f} times the share it has across all sources', l.source, l.topic, l.lift_vs_all),
        format('{} is quoted most', m.speaker)
    ) AS finding,
    CASE
        WHEN m.speaker IS NULL THEN 'No named person is quoted yet.'
        WHEN l.source IS NULL THEN format('{} in {}.', m.in_quotes, m.in_sources)
        ELSE format('{} is the most quoted person, with {} in {}.', m.speaker, m.in_quotes, m.in_sources)
    END AS detail
FROM (SELECT 1) AS always
LEFT JOIN loudest AS l ON true
LEFT JOIN most AS m ON true
WHERE l.source IS NOT NULL OR m.speaker IS NOT NULL;

-- ## The ledger in numbers
-- Counts over all articles that the folders hold, as last read. What could not be read is counted too.
-- chart: numbers
WITH held AS (
    SELECT
        count(*) AS articles,
        count(DISTINCT source) FILTER (source <> '(source unknown)') AS sources,
        count(*) FILTER (source = '(source unknown)') AS no_source,
        count(*) FILTER (content_date IS NULL) AS undated,
        min(content_date) AS first,
        max(content_date) AS last
    FROM current_articles
),
said AS (
    SELECT
        count(*) AS quotes,
        count(DISTINCT speaker) FILTER (speaker_kind = 'named_person') AS speakers,
        count(*) FILTER (speaker_kind = 'named_person') AS named
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
),
refused AS (
    SELECT sum(rejected)::BIGINT AS files FROM data_health
)
SELECT unnest([
    {label: 'Articles', value: articles, note: format('{:,} of them dated', articles - undated)},
    {label: 'Sources', value: sources, note: format('{:,} articles name none', no_source)},
    {label: 'Quotations', value: quotes, note: format('{:.1f} an article', quotes / greatest(articles, 1))},
    {label: 'Named speakers', value: speakers, note: format('{:.0f}% of quotations', 100 * named / greatest(quotes, 1))},
    {label: 'Undated articles', value: undated, note: coalesce('others ' || strftime(first, '%-d %b %Y') || ' to ' || strftime(last, '%-d %b %Y'), 'none is dated')},
    {label: 'Rejected files', value: coalesce(files, 0), note: 'gave no article'}
], recursive := true)
FROM held, said, refused;

-- ## What does each source cover?
-- Share of each source’s articles by topic, in per cent. An article can have several topics, so a column can add up to more than 100%. The ten largest sources are shown; the last column holds all of them.
-- chart: heat
WITH cells AS (
    SELECT topic, source, articles, lift_vs_all
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic'
),
sources AS (
    SELECT source, articles, articles AS place FROM data_health WHERE articles > 0
    QUALIFY row_number() OVER (ORDER BY articles DESC, source) <= 10
    UNION ALL
    SELECT 'All sources', count(*), 0 FROM current_articles HAVING count(*) > 0
),
topics AS (
    SELECT topic, sum(articles)::BIGINT AS articles FROM cells GROUP BY topic
),
grid AS (
    SELECT
        t.topic,
        s.source,
        if(s.place = 0, t.articles, coalesce(c.articles, 0)) AS articles,
        s.articles AS articles_of_source,
        -- Missing topics are a gap in the reading, not a focus of the source.
        if(t.topic = '(no topic)', NULL, c.lift_vs_all) AS lift,
        s.place,
        t.articles AS weight
    FROM topics AS t
    CROSS JOIN sources AS s
    LEFT JOIN cells AS c ON c.topic = t.topic AND c.source = s.source AND s.place > 0
)
SELECT topic, source, articles / articles_of_source AS share, articles, articles_of_source, lift
FROM grid
ORDER BY topic = '(no topic)', weight DESC, topic, place DESC, source;

-- ## Who is quoted?
-- The twenty persons and organisations quoted most, by number of quotations; words of their quotations, sources and articles that quote them, and the share that is quoted word for word.
-- chart: league
SELECT speaker, quotes, words, sources, articles, direct_share, last_date AS latest
FROM top_speakers
WHERE speaker_kind IN ('named_person', 'organisation', 'metonym')
ORDER BY quotes DESC, words DESC, speaker, speaker_kind
LIMIT 20;

-- ## Word for word, or retold?
-- Share of each source’s quotations that stand wholly in quotation marks (direct), partly (mixed) or are told in the reporter’s words (indirect).
-- chart: shares
SELECT source, quotes, direct, mixed, indirect
FROM quote_type_mix
WHERE quotes > 0
ORDER BY articles DESC, source;

-- ## How much rests on sources without a name?
-- Share of each source’s quotations whose speaker is mentioned but not named, and the words that stand for them.
-- chart: bars
SELECT
    m.source,
    coalesce(a.share, 0) AS share,
    coalesce(a.quotes, 0) AS unnamed,
    m.quotes,
    coalesce(a.wordings, '') AS in_which_words
FROM quote_type_mix AS m
LEFT JOIN anonymous_sourcing AS a ON a.source = m.source AND a.speaker_kind = 'unnamed'
WHERE m.quotes > 0
ORDER BY m.articles DESC, m.source;

-- ## What was said last?
-- The surest quotation of each of the twelve newest articles with one. A paraphrase stands without quotation marks; the place in the file is its path and character offset.
-- chart: quotes
SELECT
    quote_id,
    if(type = 'direct', coalesce(verbatim, content), content) AS quote,
    type,
    speaker,
    cue,
    source,
    content_date AS date,
    headline,
    path,
    char_start,
    prefix,
    raw_exact AS printed,
    suffix,
    confidence
FROM quote_evidence
WHERE speech
QUALIFY row_number() OVER (
    PARTITION BY article_id ORDER BY speaker = '(speaker unknown)', confidence DESC, char_start, quote_id
) = 1
ORDER BY content_date DESC NULLS LAST, path, char_start, quote_id
LIMIT 12;

-- ## How far can these figures be trusted?
-- Per source, the share of articles without a date or a headline, the share of quotations without a speaker, and the files that gave no article.
-- chart: gaps
SELECT
    source,
    articles,
    no_date / nullif(articles, 0) AS undated_share,
    no_headline / nullif(articles, 0) AS no_headline_share,
    quotes,
    quotes_without_speaker / nullif(quotes, 0) AS no_speaker_share,
    rejected AS rejected_files
FROM data_health
ORDER BY articles DESC, source;

-- ## What did the last runs do?
-- Files by what became of them, newest run first, times in UTC. Runs that found nothing to do are not recorded.
-- chart: table
SELECT
    run_id AS run,
    status,
    started_at AS started,
    n_new AS new,
    n_changed AS changed,
    n_unchanged AS unchanged,
    n_rejected AS rejected,
    n_rederived AS derived_again,
    model
FROM runs
ORDER BY started_at DESC, run_id
LIMIT 10;
