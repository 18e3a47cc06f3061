-- How many articles did each source publish when?
CREATE OR REPLACE VIEW articles_over_time AS
WITH dated AS (
    SELECT source, content_date, row_number() OVER (ORDER BY content_date) AS place, count(*) OVER () AS of_all
    FROM current_articles
    WHERE content_date IS NOT NULL
),
core AS (
    SELECT min(content_date) AS first_date, max(content_date) AS last_date
    FROM dated
    WHERE place > of_all // 100 AND place <= of_all - of_all // 100
),
-- A date misread by twenty years is not to make years of a ledger of weeks; what has just come in is no misread date.
range AS (
    SELECT
        min(d.content_date) AS first_date,
        max(d.content_date) AS last_date,
        CASE
            WHEN date_diff('day', min(d.content_date), max(d.content_date)) < 60 THEN 'day'
            WHEN date_diff('week', min(d.content_date), max(d.content_date)) < 60 THEN 'week'
            WHEN date_diff('month', min(d.content_date), max(d.content_date)) < 60 THEN 'month'
            WHEN date_diff('quarter', min(d.content_date), max(d.content_date)) < 60 THEN 'quarter'
            ELSE 'year'
        END AS period
    FROM dated AS d
    JOIN (SELECT *, greatest((last_date - first_date) // 10, 7)::INTEGER AS margin FROM core) AS c
        ON d.content_date BETWEEN c.first_date - c.margin AND c.last_date + c.margin
),
counted AS (
    SELECT d.source, date_trunc(r.period, d.content_date)::DATE AS starts_on, count(*) AS articles
    FROM dated AS d
    CROSS JOIN range AS r
    GROUP BY d.source, starts_on
),
periods AS (
    SELECT unnest(generate_series(
        date_trunc(period, first_date)::TIMESTAMP, date_trunc(period, last_date)::TIMESTAMP, ('1 ' || period)::INTERVAL
    ))::DATE AS starts_on
    FROM range
    UNION
    SELECT starts_on FROM counted
)
SELECT
    s.source,
    r.period,
    p.starts_on,
    coalesce(c.articles, 0) AS articles,
    p.starts_on BETWEEN date_trunc(r.period, r.first_date) AND r.last_date AS in_range
FROM (SELECT DISTINCT source FROM dated) AS s
CROSS JOIN range AS r
CROSS JOIN periods AS p
LEFT JOIN counted AS c ON c.source = s.source AND c.starts_on = p.starts_on
ORDER BY s.source, p.starts_on;

COMMENT ON VIEW articles_over_time IS 'How many articles did each source publish when? Each dated article counts in one row (data_health counts the undated); every source has the same periods, with 0 where it has no article. The range is that of all dated articles but the earliest 1% and the latest 1%, and of those of them that are no further from it than a tenth of its length, or a week: in it every period has rows; before and after it, where dates are mostly misread, only those with an article.';
COMMENT ON COLUMN articles_over_time.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN articles_over_time.period IS 'day, week (from Monday), month, quarter or year: the shortest that cuts the range into sixty at most, else year.';
COMMENT ON COLUMN articles_over_time.starts_on IS 'First day of the period.';
COMMENT ON COLUMN articles_over_time.articles IS 'Current articles of the source dated in it.';
COMMENT ON COLUMN articles_over_time.in_range IS 'False in a period before or after the range: leave it out where time is drawn.';
