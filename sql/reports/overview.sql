-- # Overview
-- Who said what, about what, in which source: every article that the folders hold, as last read, from plain text.

-- ## What stands out
-- Of the sources that hold a hundredth of the articles or more, the topic whose share is most surely above its share in all sources (by the lower end of Wilson's interval, 95%); and the most quoted person.
-- chart: lead
-- view: topic_focus
WITH loudest AS (
    SELECT *
    FROM topic_focus
    WHERE articles_of_source >= (SELECT count(*) FROM current_articles) / 100
    ORDER BY sure_lift DESC, articles DESC, source, topic
    LIMIT 1
),
most AS (
    SELECT speaker, sum(quotes)::BIGINT AS quotes, count(*) FILTER (source <> '(source unknown)') AS sources
    FROM speaker_sources
    GROUP BY speaker_entity_id, speaker
    HAVING arg_max(speaker_kind, quotes) = 'named_person'
    ORDER BY quotes DESC, sources DESC, speaker, speaker_entity_id
    LIMIT 1
)
SELECT
    coalesce(
        format('{} gives {} {:.1f} times the share it has across all sources', l.source, l.topic, l.lift_vs_all),
        format('{} is quoted most', m.speaker)
    ) AS finding,
    concat_ws(
        ' ',
        format('It is a topic of {:,} of its {:,} articles, and of {} of all.', l.articles, l.articles_of_source, if(l.share_of_all > 0 AND l.share_of_all < 0.005, '<1%', format('{:.0f}%', 100 * l.share_of_all))),
        CASE
            WHEN m.speaker IS NULL THEN 'No named person is quoted yet.'
            ELSE format('{} is the most quoted person, with ', m.speaker)
                || if(m.quotes = 1, '1 quotation', format('{:,} quotations', m.quotes))
                || CASE m.sources WHEN 0 THEN ' in articles whose source is not known.' WHEN 1 THEN ' in 1 source.' ELSE format(' in {:,} sources.', m.sources) END
        END
    ) AS detail
FROM (SELECT 1) AS always
LEFT JOIN loudest AS l ON true
LEFT JOIN most AS m ON true
WHERE l.source IS NOT NULL OR m.speaker IS NOT NULL;

-- ## The ledger in numbers
-- Articles as last read. Here and below a quotation is speech, word for word or retold, outside headlines.
-- chart: numbers
-- view: current_articles
WITH held AS (
    SELECT
        count(*) AS articles,
        count(content_date) AS dated,
        count(DISTINCT source) FILTER (source <> '(source unknown)') AS sources,
        count(*) FILTER (source = '(source unknown)') AS no_source
    FROM current_articles
),
said AS (
    SELECT
        count(*) AS quotes,
        count(DISTINCT coalesce(speaker_entity_id, speaker)) FILTER (speaker_kind = 'named_person') AS speakers,
        count(*) FILTER (speaker_kind = 'named_person') AS of_persons,
        count(*) FILTER (speaker_kind = 'unnamed') AS unnamed
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
)
SELECT unnest([
    {label: 'Articles', value: articles, note: if(articles = 0, NULL, format('{:,} of them dated', dated)), page: NULL},
    {label: 'Sources', value: sources, note: CASE WHEN articles = 0 THEN NULL WHEN no_source = 0 THEN 'every article names one' WHEN no_source = 1 THEN '1 article names none' ELSE format('{:,} articles name none', no_source) END, page: 'sources.html'},
    {label: 'Quotations', value: quotes, note: if(articles = 0, NULL, format('{:.1f} an article', quotes / articles)), page: 'quotes.html'},
    {label: 'Persons quoted', value: speakers, note: if(quotes = 0, NULL, 'in ' || if(of_persons / quotes > 0 AND of_persons / quotes < 0.005, '<1%', format('{:.0f}%', 100 * of_persons / quotes)) || ' of quotations'), page: 'speakers.html'},
    {label: 'Quotations without a name', value: unnamed, note: if(quotes = 0, NULL, if(unnamed / quotes > 0 AND unnamed / quotes < 0.005, '<1%', format('{:.0f}%', 100 * unnamed / quotes)) || ' of quotations'), page: NULL}
], recursive := true)
FROM held, said;

-- ## What each source covers
-- Share of each source’s articles by topic, in per cent, for the ten largest sources and topics. An article can have several topics, so that a row can add up to more than 100.
-- chart: heat
-- view: topics_by_source
WITH sources AS (
    SELECT source, count(*) AS articles, row_number() OVER (ORDER BY articles DESC, source) AS place
    FROM current_articles GROUP BY source
),
cells AS (
    SELECT source, topic, topic_id IS NULL AS none, articles, lift_vs_all
    FROM topics_by_source WHERE scheme = 'iptc_mediatopic'
),
topics AS (
    SELECT topic, none, sum(articles)::BIGINT AS articles, row_number() OVER (ORDER BY none, sum(articles) DESC, topic) AS place
    FROM cells GROUP BY topic, none
    QUALIFY place <= 10 OR none
),
total AS (
    SELECT sum(articles)::BIGINT AS articles FROM sources
),
grid AS (
    SELECT s.source, s.place, t.topic, t.place AS column_no, coalesce(c.articles, 0) AS articles, s.articles AS of_source, if(t.none, NULL, c.lift_vs_all) AS lift
    FROM sources AS s CROSS JOIN topics AS t LEFT JOIN cells AS c USING (source, topic)
    WHERE s.place <= 10
    UNION ALL
    SELECT 'All sources', 11, t.topic, t.place, t.articles, total.articles, NULL FROM topics AS t, total
)
SELECT
    source,
    topic,
    g.articles / of_source AS share,
    g.articles AS with_topic,
    of_source AS articles,
    lift,
    (
        SELECT format('{} is the largest topic, in {} of the articles', upper(topic[1]) || topic[2:], if(t.articles / total.articles > 0 AND t.articles / total.articles < 0.005, '<1%', format('{:.0f}%', 100 * t.articles / total.articles)))
        FROM topics AS t, total WHERE t.place = 1 AND NOT none
    ) AS finding
FROM grid AS g
ORDER BY place, column_no;

-- ## When each source published
-- Dated articles, same scale in every panel, for the nine largest sources that have 1 in 100 of them; beside each name, how many of its articles have no date. Left out are the few dates far before or after all others.
-- chart: timeline
-- view: articles_over_time
-- empty: No article has a date that could be read.
WITH periods AS (
    SELECT period, starts_on, sum(articles)::BIGINT AS articles
    FROM articles_over_time WHERE in_range GROUP BY period, starts_on
),
busiest AS (
    SELECT
        CASE period
            WHEN 'year' THEN 'The busiest year is ' || year(starts_on)
            WHEN 'quarter' THEN 'The busiest quarter is Q' || quarter(starts_on) || ' ' || year(starts_on)
            WHEN 'month' THEN 'The busiest month is ' || strftime(starts_on, '%B %Y')
            WHEN 'week' THEN 'The busiest week begins on ' || strftime(starts_on, '%-d %B %Y')
            ELSE 'The busiest day is ' || strftime(starts_on, '%-d %B %Y')
        END || if(articles = 1, ', with 1 article', format(', with {:,} articles', articles)) AS finding
    FROM periods ORDER BY articles DESC, starts_on LIMIT 1
),
sources AS (
    SELECT source, articles, no_date FROM data_health
    WHERE articles > no_date AND (articles - no_date) * 100 >= (SELECT sum(articles) FROM periods)
    ORDER BY articles DESC, source LIMIT 9
)
SELECT
    source, t.period, starts_on, t.articles,
    if(no_date = 0, 'all dated', if(no_date * 200 < s.articles, '<1', format('{:.0f}', 100 * no_date / s.articles)) || '% undated') AS undated,
    finding
FROM articles_over_time AS t
JOIN sources AS s USING (source)
CROSS JOIN busiest
WHERE in_range
ORDER BY s.articles DESC, source, starts_on;

-- ## Who is quoted, and by whom
-- The ten persons and organisations with most quotations, and how often each of the eight largest sources quotes them: the darker, the larger their share of its quotations. Last, in how many sources, about what, and what share of it word for word.
-- chart: squares
-- view: speaker_sources
-- empty: No quotation has a speaker with a name.
WITH said AS MATERIALIZED (
    SELECT speaker_entity_id, speaker, source, quotes, direct_share FROM speaker_sources
),
top AS MATERIALIZED (
    SELECT
        speaker_entity_id, speaker, sum(quotes)::BIGINT AS quotes,
        sum(quotes * direct_share) / sum(quotes) AS word_for_word_share,
        count(*) FILTER (source <> '(source unknown)') AS sources,
        row_number() OVER (ORDER BY sum(quotes) DESC, speaker, speaker_entity_id) AS place
    FROM said GROUP BY speaker_entity_id, speaker
    QUALIFY place <= 10
),
about AS (
    SELECT speaker_entity_id, speaker, topic
    FROM current_quote_topics SEMI JOIN top USING (speaker_entity_id, speaker)
    WHERE topic_id IS NOT NULL
    GROUP BY speaker_entity_id, speaker, topic
    QUALIFY row_number() OVER (PARTITION BY speaker_entity_id, speaker ORDER BY count(*) DESC, topic) = 1
),
columns AS (
    SELECT source, quotes, row_number() OVER (ORDER BY articles DESC, source) AS column_no
    FROM quote_type_mix
    QUALIFY column_no <= 8
),
first AS (
    SELECT format('{} is quoted most, ', speaker) || if(quotes = 1, 'once', format('{:,} times', quotes)) AS finding FROM top WHERE place = 1
)
SELECT
    speaker_entity_id, speaker, r.role, t.quotes AS quotations, source, coalesce(q.quotes, 0) AS quotes,
    coalesce(q.quotes / c.quotes, 0) AS share, t.sources, upper(topic[1]) || regexp_extract(topic, '^.(.*?)(, | and |$)', 1) AS mostly_about, word_for_word_share, finding
FROM top AS t
CROSS JOIN columns AS c
CROSS JOIN first
LEFT JOIN said AS q USING (speaker_entity_id, speaker, source)
LEFT JOIN about AS a USING (speaker_entity_id, speaker)
LEFT JOIN reported_speakers AS r USING (speaker_entity_id, speaker)
ORDER BY place, column_no;

-- ## Word for word, or retold?
-- Share of each source’s quotations that stand wholly in quotation marks (direct), partly (mixed) or are told in the reporter’s words (indirect); the eight largest sources.
-- chart: shares
-- empty: No quotation was found.
-- width: half
SELECT
    source, quotes AS quotations, direct, mixed, indirect,
    if(of_all > 0 AND of_all < 0.005, '<1%', format('{:.0f}%', 100 * of_all)) || ' of quotations are word for word' AS finding
FROM quote_type_mix
JOIN (SELECT sum(direct) / sum(quotes) AS of_all FROM quote_type_mix) AS w ON quotes > 0
QUALIFY row_number() OVER (ORDER BY articles DESC, source) <= 8
ORDER BY articles DESC, source;

-- ## How much rests on sources without a name?
-- Share of each source’s quotations whose speaker is mentioned but not named; under the bar the commonest words for them, pronouns and names of nations left out; the eight largest sources.
-- chart: bars
-- view: anonymous_sourcing
-- empty: No quotation was found.
-- width: half
WITH mix AS (
    SELECT source, articles, quotes FROM quote_type_mix WHERE quotes > 0
),
unnamed AS (
    SELECT source, quotes, share, wordings FROM anonymous_sourcing WHERE speaker_kind = 'unnamed'
)
SELECT
    source,
    coalesce(u.share, 0) AS share,
    coalesce(u.quotes, 0) AS unnamed,
    m.quotes AS quotations,
    string_split(u.wordings, '; ')[:2] AS in_which_words,
    if(of_all > 0 AND of_all < 0.005, '<1%', format('{:.0f}%', 100 * of_all)) || ' of quotations have a speaker without a name' AS finding
FROM mix AS m
LEFT JOIN unnamed AS u USING (source)
JOIN (SELECT coalesce(sum(quotes) FILTER (speaker_kind = 'unnamed'), 0) / sum(quotes) AS of_all FROM anonymous_sourcing) AS w ON true
QUALIFY row_number() OVER (ORDER BY m.articles DESC, source) <= 8
ORDER BY m.articles DESC, source;

-- ## What was said last
-- From each of the six newest articles the surest quotation of 5 to 50 words. A paraphrase stands without quotation marks; “in its place” shows it as printed.
-- chart: cards
-- view: current_quotes
-- empty: No quotation was found.
WITH latest AS MATERIALIZED (
    SELECT article_id, document_id
    FROM current_articles
    SEMI JOIN (
        SELECT article_id FROM quotes WHERE speech AND in_segment <> 'headline' AND n_words BETWEEN 5 AND 50
    ) USING (article_id)
    ORDER BY content_date DESC NULLS LAST, path, article_no
    LIMIT 6
),
surest AS MATERIALIZED (
    SELECT *
    FROM current_quotes JOIN latest USING (article_id)
    WHERE speech AND in_segment <> 'headline' AND n_words BETWEEN 5 AND 50
    QUALIFY row_number() OVER (
        PARTITION BY article_id ORDER BY speaker_entity_id IS NULL, type <> 'direct', confidence DESC, char_start, quote_id
    ) = 1
)
SELECT
    quote_id, article_id, speaker_entity_id,
    if(type = 'direct', coalesce(verbatim, content), content) AS quote,
    type, speaker, cue, source, content_date AS date, headline, path, char_start,
    substr(text, greatest(char_start - 80, 0) + 1, least(char_start, 80)) AS prefix,
    substr(text, char_start + 1, char_end - char_start) AS printed,
    substr(text, char_end + 1, 80) AS suffix,
    confidence
FROM surest
JOIN (SELECT document_id, text FROM documents) USING (document_id)
ORDER BY content_date DESC NULLS LAST, path, char_start, quote_id;

-- ## What is repeated most
-- Words of a named speaker in quotation marks, from five words to 300 characters, that several articles print alike; the most repeated of each of six speakers.
-- chart: echoes
-- view: repeated_quotes
-- empty: No words are quoted by two articles.
WITH top AS (
    SELECT *
    FROM repeated_quotes
    WHERE type = 'direct' AND speaker_entity_id IS NOT NULL AND length(content) <= 300
    QUALIFY row_number() OVER (PARTITION BY speaker_entity_id ORDER BY articles DESC, sources DESC, content, quote_id) = 1
    ORDER BY articles DESC, sources DESC, content, quote_id
    LIMIT 6
)
SELECT
    quote_id, q.article_id, t.speaker_entity_id,
    coalesce(q.verbatim, t.content) AS quote,
    t.type, t.speaker,
    format('{:,} articles', t.articles) || if(t.sources > 1, format(' in {:,} sources', t.sources), '')
        || coalesce(', first in ' || first_source || ', ' || strftime(first_date, '%-d %b %Y'), '') AS printed_by
FROM top AS t JOIN quotes AS q USING (quote_id)
ORDER BY t.articles DESC, t.sources DESC, t.content, quote_id;

-- ## How far these figures can be trusted
-- What could not be read stays in every count above as unknown.
-- chart: numbers
-- view: data_health
WITH held AS (
    SELECT
        sum(articles)::BIGINT AS articles, sum(no_date)::BIGINT AS no_date, sum(no_headline)::BIGINT AS no_headline,
        sum(rejected)::BIGINT AS rejected
    FROM data_health
),
said AS (
    SELECT count(*) AS quotes, count(*) FILTER (speaker_kind = 'unknown') AS unknown
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
)
SELECT unnest([
    {label: 'Undated articles', value: no_date, note: if(no_date / articles > 0 AND no_date / articles < 0.005, '<1%', format('{:.0f}%', 100 * no_date / articles)) || ' of articles', page: 'quality.html'},
    {label: 'Articles without a headline', value: no_headline, note: if(no_headline / articles > 0 AND no_headline / articles < 0.005, '<1%', format('{:.0f}%', 100 * no_headline / articles)) || ' of articles', page: 'quality.html'},
    {label: 'Quotations without a speaker', value: unknown, note: if(quotes = 0, NULL, if(unknown / quotes > 0 AND unknown / quotes < 0.005, '<1%', format('{:.0f}%', 100 * unknown / quotes)) || ' of quotations'), page: 'quality.html'},
    {label: 'Rejected files', value: rejected, note: 'gave no article', page: 'quality.html'}
], recursive := true)
FROM held, said
WHERE articles > 0;
