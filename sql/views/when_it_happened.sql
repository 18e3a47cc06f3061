-- Which days does the coverage talk about, and how far do they lie from its own date?
CREATE OR REPLACE VIEW when_it_happened AS
SELECT
    a.source,
    t.value AS day,
    count(*) AS times,
    count(DISTINCT t.article_id) AS articles,
    count(DISTINCT t.article_id) FILTER (WHERE try_cast(t.value AS DATE) < a.content_date) AS before,
    count(DISTINCT t.article_id) FILTER (WHERE try_cast(t.value AS DATE) = a.content_date) AS same_day,
    count(DISTINCT t.article_id) FILTER (WHERE try_cast(t.value AS DATE) > a.content_date) AS after,
    round(avg(t.confidence), 2) AS confidence,
    list(DISTINCT t.surface ORDER BY t.surface)[:5] AS wordings
FROM time_expressions AS t
JOIN current_articles AS a USING (article_id)
WHERE t.precision = 'day' AND t.value NOT LIKE '%/%'
GROUP BY a.source, t.value
ORDER BY articles DESC, day DESC, a.source;

COMMENT ON VIEW when_it_happened IS 'Which days does the coverage of each source talk about, and do they lie before, on or after the date of the articles? Days that cannot be resolved and ranges of days are left out: time_expressions holds them with a null value or an interval.';
COMMENT ON COLUMN when_it_happened.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN when_it_happened.day IS 'The day that is talked about, as YYYY-MM-DD.';
COMMENT ON COLUMN when_it_happened.times IS 'How often the articles name it.';
COMMENT ON COLUMN when_it_happened.articles IS 'Articles that name it.';
COMMENT ON COLUMN when_it_happened.before IS 'Of these, articles dated later: it lay behind them.';
COMMENT ON COLUMN when_it_happened.same_day IS 'Articles dated on that day.';
COMMENT ON COLUMN when_it_happened.after IS 'Articles dated earlier: it lay ahead of them. Undated articles are in none of the three.';
COMMENT ON COLUMN when_it_happened.confidence IS 'Mean confidence of the resolution, 0 to 1.';
COMMENT ON COLUMN when_it_happened.wordings IS 'Up to five ways in which it is named.';
