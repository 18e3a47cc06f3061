-- # Speakers
-- key: about

-- ## Which speakers have a page?
-- The 300 most quoted with three quotations or more.
-- chart: table
-- view: reported_speakers
WITH most AS (
    SELECT speaker_entity_id, source, quotes, sum(quotes) OVER (PARTITION BY speaker_entity_id) AS known_quotes
    FROM speaker_sources
    WHERE source <> '(source unknown)'
    QUALIFY row_number() OVER (PARTITION BY speaker_entity_id ORDER BY quotes DESC, articles DESC, source) = 1
),
topics AS (
    SELECT speaker_entity_id, topic
    FROM speaker_topics
    WHERE topic_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY speaker_entity_id ORDER BY quotes DESC, topic) = 1
)
SELECT
    r.speaker_entity_id AS about,
    r.speaker AS title,
    coalesce(r.role, CASE r.type WHEN 'PERSON' THEN 'Person' WHEN 'ORG' THEN 'Organisation' ELSE 'Speaker' END) AS kicker,
    format('Quoted {:,} times in {}{}{}.', t.quotes,
        if(t.articles = 1, 'one article', format('{:,} articles', t.articles)),
        CASE
            WHEN t.sources = 0 THEN if(t.articles = 1, ' whose source is not known', ' whose sources are not known')
            WHEN t.sources = 1 AND t.quotes = l.quotes THEN format(', by {} only', l.source)
            WHEN t.sources = 1 THEN format(', of known sources by {} only', l.source)
            ELSE format(' of {:,} sources{}, most by {}', t.sources, if(t.quotes = l.known_quotes, '', ' and of unknown ones'), l.source)
        END,
        coalesce(', mostly about ' || p.topic, '')) AS standfirst
FROM reported_speakers AS r
JOIN top_speakers AS t USING (speaker_entity_id)
LEFT JOIN most AS l USING (speaker_entity_id)
LEFT JOIN topics AS p USING (speaker_entity_id)
ORDER BY r.rank;

-- ## In numbers
-- Quotations are speech outside headlines.
-- chart: numbers
-- view: top_speakers
SELECT * EXCLUDE (place)
FROM (
    SELECT t.speaker_entity_id AS about, unnest([
        {place: 1, label: 'Quotations', value: t.quotes, note: if(t.direct_share > 0 AND t.direct_share < 0.005, '<1%', format('{:.0f}%', 100 * t.direct_share)) || ' word for word'},
        {place: 2, label: 'Words', value: t.words, note: format('{:.0f} a quotation', t.words / t.quotes)},
        {place: 3, label: 'Articles', value: t.articles, note: coalesce(strftime(t.first_date, '%b %Y') || ' to ' || strftime(t.last_date, '%b %Y'), 'undated')},
        {place: 4, label: 'Sources', value: t.sources, note: format('of {:,}', (SELECT count(DISTINCT source) FROM current_articles WHERE source <> '(source unknown)'))}
    ], recursive := true)
    FROM top_speakers AS t
    SEMI JOIN reported_speakers USING (speaker_entity_id)
)
ORDER BY about, place;

-- ## Quoted by
-- The six sources with most quotations.
-- chart: league
-- width: half
SELECT speaker_entity_id AS about, source, quotes, direct_share
FROM speaker_sources
SEMI JOIN reported_speakers USING (speaker_entity_id)
QUALIFY row_number() OVER (PARTITION BY about ORDER BY quotes DESC, articles DESC, source) <= 6
ORDER BY about, quotes DESC, articles DESC, source;

-- ## About what
-- The six topics with most quotations; one can have two.
-- chart: league
-- width: half
SELECT speaker_entity_id AS about, topic, quotes, share
FROM speaker_topics
SEMI JOIN reported_speakers USING (speaker_entity_id)
QUALIFY row_number() OVER (PARTITION BY about ORDER BY quotes DESC, topic) <= 6
ORDER BY about, quotes DESC, topic;

-- ## Over time
-- Quotations in dated articles by period, without the few dates far before or after all others.
-- chart: timeline
-- view: current_quotes
-- empty: Fewer than three quotations stand in articles with a date in the time that the ledger covers.
WITH said AS (
    SELECT speaker_entity_id AS about, date_trunc(p.period, content_date)::DATE AS starts_on, count(*) AS quotes
    FROM current_quotes
    JOIN (SELECT any_value(period) AS period FROM articles_over_time) AS p ON true
    WHERE speech AND in_segment <> 'headline' AND content_date IS NOT NULL
    GROUP BY about, starts_on
)
SELECT r.speaker_entity_id AS about, r.speaker AS panel, p.period, p.starts_on, coalesce(s.quotes, 0) AS quotes, '' AS note
FROM reported_speakers AS r
JOIN (SELECT DISTINCT period, starts_on FROM articles_over_time WHERE in_range) AS p ON true
LEFT JOIN said AS s ON s.about = r.speaker_entity_id AND s.starts_on = p.starts_on
QUALIFY sum(s.quotes) OVER (PARTITION BY r.speaker_entity_id) >= 3
ORDER BY about, p.starts_on;

-- ## Speaks about
-- Persons, organisations and places that the quotations name.
-- chart: league
-- width: half
-- empty: The quotations name nobody.
SELECT s.speaker_entity_id AS about, s.about_entity_id AS entity_id, s.about AS name, count(*) AS quotes
FROM said_about AS s
SEMI JOIN reported_speakers USING (speaker_entity_id)
WHERE s.about_type <> 'MISC' AND s.about_entity_id <> s.speaker_entity_id
GROUP BY s.speaker_entity_id, s.about_entity_id, s.about
QUALIFY row_number() OVER (PARTITION BY s.speaker_entity_id ORDER BY count(*) DESC, s.about, s.about_entity_id) <= 6
ORDER BY s.speaker_entity_id, quotes DESC, name, entity_id;

-- ## Appears with
-- Named in the same articles; lift is how many times more often than by chance.
-- chart: league
-- width: half
-- empty: No article names another with this speaker, twice at least.
-- view: co_mentions
SELECT p.*
FROM (
    SELECT unnest([
        {about: entity_id, entity_id: other_entity_id, name: other_name, articles: articles, lift: lift},
        {about: other_entity_id, entity_id: entity_id, name: canonical_name, articles: articles, lift: lift}
    ], recursive := true)
    FROM co_mentions
) AS p
SEMI JOIN reported_speakers AS r ON r.speaker_entity_id = p.about
QUALIFY row_number() OVER (PARTITION BY about ORDER BY articles DESC, lift DESC, name, entity_id) <= 6
ORDER BY about, articles DESC, lift DESC, name, entity_id;

-- ## How their words are framed
-- Share of the quotations by what the reporting words do; the tick is the share over all speakers. Neutral ones (“said”) and those without a word are the rest.
-- chart: bullets
-- view: cue_framing
-- empty: All quotations are reported neutrally.
WITH cues AS (
    SELECT speaker_entity_id AS about, cue_class, sum(quotes)::BIGINT AS quotes, sum(sum(quotes)) OVER (PARTITION BY about) AS of_speaker
    FROM cue_framing
    GROUP BY about, cue_class
),
classes AS (
    SELECT cue_class, sum(quotes) / (SELECT sum(quotes) FROM cues) AS share FROM cues GROUP BY cue_class
)
SELECT about, cue_class AS framing, c.quotes / of_speaker AS share, k.share AS all_speakers, c.quotes
FROM cues AS c
JOIN classes AS k USING (cue_class)
SEMI JOIN reported_speakers AS r ON r.speaker_entity_id = c.about
WHERE cue_class NOT IN ('neutral', '(no cue)')
QUALIFY row_number() OVER (PARTITION BY about ORDER BY c.quotes DESC, cue_class) <= 6
ORDER BY about, c.quotes DESC, cue_class;

-- ## Written as
-- Forms of the name in the articles.
-- chart: table
-- width: half
SELECT entity_id AS about, alias AS form, alias_kind AS kind, n AS times, last_seen AS latest
FROM name_variants
SEMI JOIN reported_speakers AS r ON r.speaker_entity_id = entity_id
QUALIFY row_number() OVER (PARTITION BY about ORDER BY n DESC, alias) <= 6
ORDER BY about, n DESC, alias;

-- ## Described as
-- What articles say: titles, roles, affiliations, gender by pronoun, country.
-- chart: table
-- width: half
-- empty: No article says.
SELECT entity_id AS about, "value" AS description, attribute AS kind, n_articles AS articles, confidence AS sure_share, last_seen AS latest
FROM entity_attributes
SEMI JOIN reported_speakers AS r ON r.speaker_entity_id = entity_id
QUALIFY row_number() OVER (PARTITION BY about ORDER BY n_articles DESC, attribute, "value") <= 6
ORDER BY about, n_articles DESC, attribute, "value";

-- ## What they said last
-- The newest quotations, undated ones last; one of an article, the surest. A paraphrase stands without quotation marks.
-- chart: sayings
-- view: current_quotes
-- more: All quotations of this speaker
WITH surest AS (
    SELECT *
    FROM current_quotes
    SEMI JOIN reported_speakers USING (speaker_entity_id)
    WHERE speech AND in_segment <> 'headline'
    QUALIFY row_number() OVER (PARTITION BY speaker_entity_id, article_id ORDER BY confidence DESC, n_words DESC, quote_no) = 1
)
SELECT
    speaker_entity_id AS about,
    quote_id,
    article_id,
    if(type = 'direct', coalesce(verbatim, content), content) AS quote,
    type,
    cue,
    source,
    content_date AS date,
    headline
FROM surest
QUALIFY row_number() OVER (PARTITION BY about ORDER BY content_date DESC NULLS LAST, confidence DESC, path, char_start, quote_id) <= 9
ORDER BY about, content_date DESC NULLS LAST, confidence DESC, path, char_start, quote_id;
