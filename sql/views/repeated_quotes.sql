-- Which words are quoted by several articles?
CREATE OR REPLACE VIEW repeated_quotes AS
WITH spoken AS (
    SELECT
        quote_id,
        article_id,
        source,
        path,
        char_start,
        content_date,
        type,
        content,
        speaker_entity_id,
        speaker,
        -- The words between two fragments of a direct quote are the reporter's.
        if(type = 'direct', coalesce(verbatim, content), content) AS said,
        lower(regexp_replace(
            regexp_extract(said, '(?:[\p{L}\p{N}]+[^\p{L}\p{N}]+){4}[\p{L}\p{N}]+'), '[^\p{L}\p{N}]+', ' ', 'g'
        )) AS opening
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
),
-- Folding all is what takes the time: only those that open with the same five words can be the same.
openings AS (
    SELECT opening FROM spoken WHERE opening <> '' GROUP BY opening HAVING min(article_id) <> max(article_id)
),
candidates AS (
    SELECT s.* FROM spoken AS s SEMI JOIN openings AS o ON o.opening = s.opening
),
said AS (
    SELECT *, trim(lower(regexp_replace(said, '[^\p{L}\p{N}]+', ' ', 'g'))) AS words FROM candidates
),
repeated AS (
    SELECT
        words,
        count(*) AS quotes,
        count(DISTINCT article_id) AS articles,
        count(DISTINCT source) FILTER (source <> '(source unknown)') AS sources,
        count(DISTINCT coalesce(speaker_entity_id, speaker)) FILTER (speaker <> '(speaker unknown)') AS speakers,
        min(content_date) AS first_date,
        max(content_date) AS last_date
    FROM said
    GROUP BY words
    HAVING count(DISTINCT article_id) >= 2
),
voices AS (
    SELECT s.words, s.speaker_entity_id, s.speaker
    FROM said AS s
    SEMI JOIN repeated AS r ON r.words = s.words
    GROUP BY s.words, s.speaker_entity_id, s.speaker
    QUALIFY row_number() OVER (
        PARTITION BY s.words ORDER BY s.speaker = '(speaker unknown)', count(*) DESC, s.speaker, s.speaker_entity_id
    ) = 1
),
earliest AS (
    SELECT
        s.words,
        if(min(s.source) = max(s.source), min(s.source), NULL) AS source
    FROM said AS s
    JOIN repeated AS r ON r.words = s.words AND r.first_date = s.content_date
    GROUP BY s.words
),
shown AS (
    SELECT DISTINCT ON (s.words) s.words, s.content, s.type, s.quote_id
    FROM said AS s
    SEMI JOIN repeated AS r ON r.words = s.words
    ORDER BY s.words, s.content_date NULLS LAST, s.source, s.path, s.char_start, s.quote_id
)
SELECT
    t.content,
    t.type,
    v.speaker_entity_id,
    v.speaker,
    r.speakers,
    r.quotes,
    r.articles,
    r.sources,
    r.first_date,
    r.last_date,
    e.source AS first_source,
    t.quote_id
FROM repeated AS r
JOIN shown AS t ON t.words = r.words
JOIN voices AS v ON v.words = r.words
LEFT JOIN earliest AS e ON e.words = r.words
ORDER BY r.articles DESC, r.sources DESC, r.quotes DESC, r.words;

COMMENT ON VIEW repeated_quotes IS 'Which words are quoted by several articles? Five words or more that two or more articles print alike, case, spaces and punctuation apart; speech in the body only. Copies of one article under other names count too.';
COMMENT ON COLUMN repeated_quotes.content IS 'The utterance as in the earliest of these articles, from its first to its last character.';
COMMENT ON COLUMN repeated_quotes.type IS 'direct, indirect or mixed, there.';
COMMENT ON COLUMN repeated_quotes.speaker_entity_id IS 'The speaker''s entity; null when not named.';
COMMENT ON COLUMN repeated_quotes.speaker IS 'Whom most of the articles give as its speaker, or (speaker unknown) where none does.';
COMMENT ON COLUMN repeated_quotes.speakers IS 'Different speakers that the articles give: more than one is a contradiction or a chorus.';
COMMENT ON COLUMN repeated_quotes.quotes IS 'How often it is printed.';
COMMENT ON COLUMN repeated_quotes.articles IS 'Articles that print it.';
COMMENT ON COLUMN repeated_quotes.sources IS 'Known sources that print it; 0 when no source of these articles is known.';
COMMENT ON COLUMN repeated_quotes.first_date IS 'Earliest date of these articles; null when none is dated.';
COMMENT ON COLUMN repeated_quotes.last_date IS 'Latest date of these articles; null when none is dated.';
COMMENT ON COLUMN repeated_quotes.first_source IS 'The source that printed it on the first date; null when none is dated, or several did that day.';
COMMENT ON COLUMN repeated_quotes.quote_id IS 'Identifier of the quote whose content is shown.';
