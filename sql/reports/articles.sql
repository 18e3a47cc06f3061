-- # Article
-- The text as it was read: every field, name and quotation in its place, and why it is taken for what it is.

-- ## articles
-- The current articles, each with its part of its file; `first` is where that begins. Neighbours are those of the same source, by date.
-- chart: data
-- view: articles
WITH topics AS (
    SELECT
        article_id,
        list(topic ORDER BY rank, topic) AS topics,
        list(round(score, 2) ORDER BY rank, topic) AS topic_scores
    FROM current_topics
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL
    GROUP BY article_id
),
extents AS (
    SELECT article_id, min(char_start) AS first, max(char_end) AS last FROM segments GROUP BY article_id
),
files AS (
    SELECT document_id, list(article_id ORDER BY article_no) AS in_file FROM current_articles GROUP BY document_id
)
SELECT
    c.article_id,
    c.path,
    c.n_paths,
    c.article_no,
    if(len(f.in_file) > 1, f.in_file, NULL) AS in_file,
    c.source,
    c.section,
    c.headline,
    c.subhead,
    c.bylines,
    c.dateline_place,
    a.dateline_date,
    c.agency,
    c.content_date AS date,
    c.date_precision,
    a.date_basis,
    a.sign_off,
    c.language,
    c.n_words,
    c.n_sentences,
    c.quality_flags,
    t.topics,
    t.topic_scores,
    lag(c.article_id) OVER by_date AS earlier,
    lead(c.article_id) OVER by_date AS later,
    coalesce(e.first, 0) AS first,
    if(e.first IS NULL, d.text, substr(d.text, e.first + 1, e.last - e.first)) AS text
FROM current_articles AS c
JOIN articles AS a USING (article_id)
JOIN documents AS d ON d.document_id = c.document_id
JOIN files AS f ON f.document_id = c.document_id
LEFT JOIN extents AS e ON e.article_id = c.article_id
LEFT JOIN topics AS t ON t.article_id = c.article_id
WINDOW by_date AS (
    PARTITION BY c.source ORDER BY c.content_date NULLS FIRST, c.path, c.article_no, c.article_id
)
ORDER BY c.article_id;

-- ## segments
-- What each span of the text is; spans count characters of the file from 0.
-- chart: data
SELECT article_id, kind, paragraph_no, char_start AS start, char_end AS "end"
FROM segments
SEMI JOIN current_articles USING (article_id)
ORDER BY article_id, char_start, segment_no;

-- ## evidence
-- Why each field has its value, the surest reason first; a value that stands just so in the text is left out.
-- chart: data
-- view: evidence
SELECT
    v.article_id,
    v.field,
    if(substr(d.text, v.char_start + 1, v.char_end - v.char_start) IS DISTINCT FROM v.value, v.value, NULL) AS value,
    v.char_start AS start,
    v.char_end AS "end",
    v.rule,
    round(v.confidence, 2) AS confidence
FROM evidence AS v
JOIN current_articles AS a USING (article_id)
JOIN documents AS d USING (document_id)
ORDER BY v.article_id, v.field, v.confidence DESC, v.char_start NULLS FIRST, v.char_end, v.rule, v.value;

-- ## quotes
-- Every utterance, beliefs and headlines too. `name` is the speaker's row in the names of the article, counted from 0; the speaker is left out where that name, or the printed words, tell.
-- chart: data
-- view: current_quotes
WITH topics AS (
    SELECT quote_id, list(topic ORDER BY rank, topic) AS topics
    FROM current_quote_topics
    WHERE topic_id IS NOT NULL
    GROUP BY quote_id
),
numbered AS (
    SELECT
        article_id, name_id,
        row_number() OVER (PARTITION BY article_id ORDER BY min(char_start), name_id) - 1 AS name
    FROM current_mentions
    GROUP BY article_id, name_id
),
speakers AS (
    SELECT q.quote_id, n.name
    FROM quotes AS q
    JOIN numbered AS n ON n.article_id = q.article_id AND n.name_id = q.speaker_name_id
)
SELECT
    q.article_id,
    q.quote_id AS id,
    q.type,
    q.speech,
    s.name,
    if(s.name IS NULL AND lower(q.speaker) IS DISTINCT FROM lower(q.speaker_text), q.speaker, NULL) AS speaker,
    q.speaker_kind,
    q.attribution_rule AS rule,
    q.attribution_signals AS signals,
    round(q.confidence, 2) AS confidence,
    q.cue_class,
    q.channel,
    q.addressee,
    t.topics
FROM current_quotes AS q
LEFT JOIN speakers AS s USING (quote_id)
LEFT JOIN topics AS t ON t.quote_id = q.quote_id
ORDER BY q.article_id, q.char_start, q.char_end, q.quote_no;

-- ## spans
-- The words of each utterance, its speaker, cue, channel and addressee; `quote` is its row above, counted from 0.
-- chart: data
-- view: quote_spans
WITH numbered AS (
    SELECT
        quote_id,
        row_number() OVER (PARTITION BY article_id ORDER BY char_start, char_end, quote_no) - 1 AS quote
    FROM current_quotes
)
SELECT s.article_id, n.quote, s.role, s.char_start AS start, s.char_end AS "end"
FROM quote_spans AS s
JOIN numbered AS n USING (quote_id)
ORDER BY s.article_id, n.quote, s.char_start, s.char_end, s.role;

-- ## called
-- Who or what each name of an article is taken for, in the order of their first places; left out where it is printed just so there. Speakers with a page have their identifier.
-- chart: data
-- view: current_mentions
WITH called AS (
    SELECT
        article_id, name_id, canonical_name, type, entity_id, basis, confidence,
        min(char_start) AS first, arg_min(surface, (char_start, char_end)) AS printed
    FROM current_mentions
    GROUP BY ALL
)
SELECT
    c.article_id,
    if(c.canonical_name = c.printed, NULL, c.canonical_name) AS name,
    c.type,
    r.speaker_entity_id AS speaker,
    c.basis,
    round(c.confidence, 2) AS confidence,
    e.country_iso AS country,
    e.geonames_id AS geonames
FROM called AS c
JOIN entities AS e USING (entity_id)
LEFT JOIN reported_speakers AS r ON r.speaker_entity_id = c.entity_id
ORDER BY c.article_id, c.first, c.name_id;

-- ## names
-- Where names, and the pronouns and role phrases that stand for them, are printed; `name` is a row of the names above, counted from 0.
-- chart: data
-- view: current_mentions
WITH first_places AS (
    SELECT *, min(char_start) OVER (PARTITION BY article_id, name_id) AS first FROM current_mentions
)
SELECT
    article_id,
    dense_rank() OVER (PARTITION BY article_id ORDER BY first, name_id) - 1 AS name,
    kind,
    char_start AS start,
    char_end AS "end"
FROM first_places
ORDER BY article_id, char_start, char_end, name_id;
