-- How does each source report speech: direct, indirect or mixed?
CREATE OR REPLACE VIEW quote_type_mix AS
WITH totals AS (
    SELECT source, count(*) AS articles FROM current_articles GROUP BY source
),
said AS (
    SELECT
        source,
        count(*) AS quotes,
        count(*) FILTER (type = 'direct') AS direct,
        count(*) FILTER (type = 'indirect') AS indirect,
        count(*) FILTER (type = 'mixed') AS mixed,
        sum(n_words) AS words,
        sum(n_verbatim_words) AS verbatim_words
    FROM current_quotes
    WHERE speech AND in_segment <> 'headline'
    GROUP BY source
)
SELECT
    source,
    articles,
    coalesce(quotes, 0) AS quotes,
    coalesce(direct, 0) AS direct,
    coalesce(indirect, 0) AS indirect,
    coalesce(mixed, 0) AS mixed,
    verbatim_words / nullif(words, 0) AS verbatim_word_share,
    coalesce(quotes, 0) / articles AS quotes_per_article
FROM totals
LEFT JOIN said USING (source)
ORDER BY quotes DESC, source;

COMMENT ON VIEW quote_type_mix IS 'How does each source report speech: direct, indirect or mixed? Counts speech in the body only (a headline repeats it), not beliefs, wishes and decisions; a source without quotes is shown.';
COMMENT ON COLUMN quote_type_mix.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN quote_type_mix.articles IS 'Current articles of the source.';
COMMENT ON COLUMN quote_type_mix.quotes IS 'Quotes in them.';
COMMENT ON COLUMN quote_type_mix.direct IS 'Quotes wholly in quotation marks.';
COMMENT ON COLUMN quote_type_mix.indirect IS 'Quotes in the reporter''s words.';
COMMENT ON COLUMN quote_type_mix.mixed IS 'Quotes partly in quotation marks.';
COMMENT ON COLUMN quote_type_mix.verbatim_word_share IS 'Share of the quoted words that stands in quotation marks, 0 to 1; null without quotes.';
COMMENT ON COLUMN quote_type_mix.quotes_per_article IS 'Quotes divided by articles.';
