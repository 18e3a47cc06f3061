-- # Quotations
-- Search every quotation in its words. The address of this page keeps your search, so it can be bookmarked or sent.

-- ## Every quotation
-- What was said in the body of the current articles, oldest first; a quotation word for word holds the words in quotation marks only. Speakers with a page have their identifier.
-- chart: data
-- view: current_quotes
WITH topics AS (
    SELECT quote_id, list(topic ORDER BY rank, topic) AS topics FROM current_quote_topics GROUP BY quote_id
)
SELECT
    q.quote_id,
    q.article_id,
    r.speaker_entity_id,
    if(q.type = 'direct', coalesce(q.verbatim, q.content), q.content) AS words,
    q.type,
    q.speaker,
    q.speaker_kind,
    q.cue,
    t.topics,
    q.source,
    q.content_date AS date,
    q.headline,
    q.path,
    q.char_start,
    q.confidence
FROM current_quotes AS q
JOIN topics AS t USING (quote_id)
LEFT JOIN reported_speakers AS r ON r.speaker_entity_id = q.speaker_entity_id
WHERE q.speech AND q.in_segment <> 'headline'
ORDER BY q.content_date NULLS FIRST, q.path DESC, q.char_start DESC, q.quote_id DESC;

-- ## The order of sources
-- By articles, as on every page.
-- chart: data
SELECT source
FROM current_articles
GROUP BY source
ORDER BY count(*) DESC, source;
