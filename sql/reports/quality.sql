-- # Data quality
-- How far the figures can be trusted.

-- ## What is missing?
-- Share of the articles with a source and a date, and of the quotations with a speaker.
-- chart: lead
-- view: data_health
WITH counts AS (
    SELECT
        sum(articles)::BIGINT AS articles,
        sum(no_source)::BIGINT AS no_source,
        sum(no_date)::BIGINT AS no_date,
        sum(rejected)::BIGINT AS rejected
    FROM data_health
),
said AS (
    SELECT sum(quotes)::BIGINT AS quotes, sum(quotes_without_speaker)::BIGINT AS no_speaker FROM confidence_bins
),
shares AS (
    SELECT
        1 - no_speaker / nullif(quotes, 0) AS with_speaker,
        1 - no_source / articles AS with_source,
        1 - no_date / articles AS with_date,
        rejected
    FROM counts, said
    WHERE articles > 0
)
SELECT
    concat(
        if(with_speaker > 0 AND with_speaker < 0.005, '<1%', format('{:.0f}%', 100 * with_speaker)) || ' of the quotations have a speaker, ',
        if(with_source > 0 AND with_source < 0.005, '<1%', format('{:.0f}%', 100 * with_source)) || if(with_speaker IS NULL, ' of the articles have a source, ', ' of the articles a source, '),
        if(with_date > 0 AND with_date < 0.005, '<1%', format('{:.0f}%', 100 * with_date)) || ' a date'
    ) AS finding,
    format('The input is raw text: sources, dates and speakers are read from it, and what could not be read is shown as unknown. {} gave no article.',
        CASE rejected WHEN 0 THEN 'No file' WHEN 1 THEN 'One file' ELSE format('{:,} files', rejected) END) AS detail
FROM shares;

-- ## Gaps by source
-- Share of the articles without a date, without a headline, or with a flag (below); of the quotations without a speaker; and files that gave no article.
-- chart: gaps
SELECT
    source,
    articles,
    no_date / nullif(articles, 0) AS undated_share,
    no_headline / nullif(articles, 0) AS no_headline_share,
    flagged / nullif(articles, 0) AS flagged_share,
    quotes,
    quotes_without_speaker / nullif(quotes, 0) AS no_speaker_share,
    rejected AS rejected_files
FROM data_health
ORDER BY articles DESC, source;

-- ## How sure is the attribution?
-- Quotations by confidence in their speaker; paler are those without a speaker, whose confidence is that nobody can be named. All stay in every count.
-- chart: histogram
SELECT from_confidence, to_confidence, quotes, quotes_without_speaker AS without_speaker
FROM confidence_bins
WHERE (SELECT sum(quotes) FROM confidence_bins) > 0
ORDER BY from_confidence;

-- ## How well does it read?
-- Scores of this installation on articles that a person labelled, as last measured: of what it says, the share that is true (precision); of what is there, the share that it finds (recall).
-- chart: table
-- empty: Nothing was measured with this warehouse. Label some of your articles and run newsledger measure: the scores then stand here.
SELECT
    slice AS what,
    max("value") FILTER (metric = 'precision') AS precision_share,
    max("value") FILTER (metric = 'recall') AS recall_share,
    max("value") FILTER (metric = 'f1') AS f1_share,
    max("value") FILTER (metric = 'accuracy') AS accuracy_share,
    max(n) AS n,
    gold,
    max(measured_at) AS measured
FROM gold_scores
GROUP BY gold, slice
ORDER BY gold, slice;

-- ## Why did files give no article?
-- Files whose latest version was rejected, and one of them.
-- chart: table
-- empty: No file was rejected.
SELECT reason, files, path AS for_example, detail
FROM reject_reasons
ORDER BY files DESC, reason;

-- ## What should a reader know of the articles?
-- Flags that an article can have; what each means stands in docs/input.md.
-- chart: league
-- width: half
-- empty: No article has a flag.
-- view: current_articles
SELECT flag, count(*) AS articles, count(*) / (SELECT count(*) FROM current_articles) AS share
FROM (SELECT unnest(quality_flags) AS flag FROM current_articles)
GROUP BY flag
ORDER BY articles DESC, flag;

-- ## What do the dates rest on?
-- Articles by the evidence for their date. An inferred year is one that the text does not print.
-- chart: league
-- width: half
SELECT
    CASE date_precision
        WHEN 'day' THEN date_basis
        WHEN 'inferred_year' THEN 'the day is printed; another date or a weekday gives its year'
        ELSE 'nothing in the text says'
    END AS basis,
    count(*) AS articles,
    date_precision AS precision
FROM articles
SEMI JOIN current_articles USING (article_id)
GROUP BY basis, precision
ORDER BY articles DESC, basis, precision;

-- ## Which rules found the speakers?
-- Quotations by the rule that chose their speaker, and how sure the rule was on average. docs/quotations.md explains the rules.
-- chart: league
-- view: current_quotes
SELECT attribution_rule AS rule, count(*) AS quotes, avg(confidence) AS sure_share, count(DISTINCT article_id) AS articles
FROM current_quotes
WHERE speech AND in_segment <> 'headline'
GROUP BY attribution_rule
ORDER BY quotes DESC, rule
LIMIT 20;

-- ## What changed since it was first read?
-- The twenty articles that changed last between two versions of their file.
-- chart: table
-- empty: No article has changed.
SELECT
    coalesce(headline, old_headline, '(no headline)') AS article,
    source,
    changes,
    quotes_added,
    quotes_removed,
    seen_at AS seen
FROM updated_articles
ORDER BY seen_at DESC, path, version_no DESC, article_id NULLS LAST, old_article_id
LIMIT 20;

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
LIMIT 20;
