-- What is new or unusual this week, by source?
CREATE OR REPLACE VIEW phrases_this_week AS
WITH dated AS (
    SELECT
        a.article_id,
        a.source,
        date_trunc('week', a.content_date)::DATE AS monday,
        a.content_date,
        a.headline,
        k.phrase,
        k.surface,
        k.score
    FROM key_phrases AS k
    JOIN current_articles AS a USING (article_id)
    WHERE a.content_date IS NOT NULL
),
-- An article counts once for each of its phrases: one that repeats a name forty times is one article about it.
weekly AS (
    SELECT
        source,
        monday,
        phrase,
        count(*) AS articles,
        mode(surface ORDER BY surface) AS surface,
        arg_max(article_id, (score, article_id)) AS example_article_id
    FROM dated
    GROUP BY source, monday, phrase
),
source_weeks AS (
    SELECT
        source,
        monday,
        sum(articles) AS size,
        sum(sum(articles)) OVER (PARTITION BY source ORDER BY monday ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS size_before,
        sum(sum(articles)) OVER (PARTITION BY monday) - sum(articles) AS size_elsewhere
    FROM weekly
    GROUP BY source, monday
),
-- What is known of a phrase beforehand: its share of all dated articles' phrases, as if seen in 1,000 phrases more.
everywhere AS (
    SELECT phrase, 1000 * count(*) / sum(count(*)) OVER () AS prior, 1000 AS prior_size, min(content_date) AS first_seen
    FROM dated
    GROUP BY phrase
),
counted AS (
    SELECT
        w.*,
        s.size,
        s.size_before,
        s.size_elsewhere,
        coalesce(sum(w.articles) OVER (PARTITION BY w.source, w.phrase ORDER BY w.monday ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
            AS articles_before,
        sum(w.articles) OVER (PARTITION BY w.monday, w.phrase) - w.articles AS articles_elsewhere
    FROM weekly AS w
    JOIN source_weeks AS s USING (source, monday)
),
-- Log-odds ratio with an informative Dirichlet prior and its z-score: Monroe, Colaresi and Quinn 2008, "Fightin' Words",
-- equations 15, 20 and 22.
logits AS (
    SELECT
        c.*,
        e.first_seen,
        e.prior,
        ln((articles + prior) / (size + prior_size - articles - prior)) AS here,
        ln((articles_before + prior) / (size_before + prior_size - articles_before - prior)) AS before,
        ln((articles_elsewhere + prior) / (size_elsewhere + prior_size - articles_elsewhere - prior)) AS elsewhere
    FROM counted AS c
    JOIN everywhere AS e USING (phrase)
    WHERE c.articles >= 2
)
SELECT
    strftime(l.monday, '%Y-%m-%d') AS week,
    l.source,
    l.phrase,
    l.surface,
    l.articles,
    l.articles_before,
    l.articles_elsewhere,
    (l.here - l.before) / sqrt(1 / (l.articles + l.prior) + 1 / (l.articles_before + l.prior)) AS new_z,
    if(l.size_elsewhere > 0,
        (l.here - l.elsewhere) / sqrt(1 / (l.articles + l.prior) + 1 / (l.articles_elsewhere + l.prior)), NULL) AS unusual_z,
    l.first_seen,
    l.example_article_id,
    a.headline AS example_headline
FROM logits AS l
JOIN articles AS a ON a.article_id = l.example_article_id
ORDER BY week DESC, l.source, greatest(new_z, unusual_z) DESC, l.phrase;

COMMENT ON VIEW phrases_this_week IS 'What is new or unusual this week, by source? Key phrases of at least two articles of a source in a week, with z-scores of their log-odds against the source''s own earlier weeks (new) and against all other sources in that week (unusual): from about 2 on it is hardly chance. Undated articles are left out; data_health counts them.';
COMMENT ON COLUMN phrases_this_week.week IS 'Monday of the ISO week as YYYY-MM-DD.';
COMMENT ON COLUMN phrases_this_week.source IS 'Who published the articles, or (source unknown).';
COMMENT ON COLUMN phrases_this_week.phrase IS 'The phrase, folded.';
COMMENT ON COLUMN phrases_this_week.surface IS 'Its most frequent printed form in them.';
COMMENT ON COLUMN phrases_this_week.articles IS 'Articles of the source in that week that have it among their key phrases.';
COMMENT ON COLUMN phrases_this_week.articles_before IS 'The same in all earlier weeks of the source.';
COMMENT ON COLUMN phrases_this_week.articles_elsewhere IS 'The same in all other sources in that week.';
COMMENT ON COLUMN phrases_this_week.new_z IS 'How much more than before, in standard errors; null in the first week of the source.';
COMMENT ON COLUMN phrases_this_week.unusual_z IS 'How much more than elsewhere, in standard errors; null when no other source has articles in that week.';
COMMENT ON COLUMN phrases_this_week.first_seen IS 'Earliest date of an article of any source that has it.';
COMMENT ON COLUMN phrases_this_week.example_article_id IS 'The article of the source and week in which it weighs most.';
COMMENT ON COLUMN phrases_this_week.example_headline IS 'Headline of that article; null without one.';
