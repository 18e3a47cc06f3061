-- Which articles changed after they were first seen, and what changed?
CREATE OR REPLACE VIEW updated_articles AS
WITH versions AS (
    SELECT
        path,
        version_no,
        document_id,
        first_seen_at AS seen_at,
        lag(document_id) OVER (PARTITION BY path ORDER BY version_no) AS old_document_id,
        lag(first_seen_at) OVER (PARTITION BY path ORDER BY version_no) AS old_seen_at
    FROM files
    WHERE document_id IS NOT NULL
),
updates AS (
    SELECT * FROM versions WHERE old_document_id <> document_id
),
-- A document may hold several articles: two are versions of one when each is the most like the other.
paired AS (
    SELECT u.path, u.version_no, n.article_id, o.article_id AS old_article_id
    FROM updates AS u
    JOIN articles AS n ON n.document_id = u.document_id
    JOIN articles AS o ON o.document_id = u.old_document_id
    QUALIFY
        row_number() OVER (
            PARTITION BY u.path, u.version_no, n.article_no
            ORDER BY o.body_sha256 = n.body_sha256 DESC, coalesce(o.headline = n.headline, false) DESC,
                abs(o.article_no - n.article_no), o.article_no
        ) = 1
        AND row_number() OVER (
            PARTITION BY u.path, u.version_no, o.article_no
            ORDER BY o.body_sha256 = n.body_sha256 DESC, coalesce(o.headline = n.headline, false) DESC,
                abs(o.article_no - n.article_no), n.article_no
        ) = 1
),
steps AS (
    SELECT u.*, p.old_article_id, n.article_id
    FROM updates AS u
    JOIN articles AS n ON n.document_id = u.document_id
    LEFT JOIN paired AS p ON p.path = u.path AND p.version_no = u.version_no AND p.article_id = n.article_id
    UNION ALL
    SELECT u.*, o.article_id, NULL
    FROM updates AS u
    JOIN articles AS o ON o.document_id = u.old_document_id
    ANTI JOIN paired AS p ON p.path = u.path AND p.version_no = u.version_no AND p.old_article_id = o.article_id
),
touched AS (
    SELECT article_id FROM steps
    UNION
    SELECT old_article_id FROM steps
),
figures AS (
    SELECT
        s.article_id,
        list_distinct(flatten(list(regexp_extract_all(
            lower(substr(d.text, s.char_start + 1, s.char_end - s.char_start)),
            '[$£€]?\d+(?:[.,:]\d+)*(?:%| ?(?:per cent|percent|hundred|thousand|million|billion|trillion|bn|m|k)\b)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|dozens?|hundreds?|thousands?|millions?|billions?|trillions?)\b'
        )))) AS numbers
    FROM segments AS s
    SEMI JOIN touched AS t ON t.article_id = s.article_id
    JOIN articles AS a ON a.article_id = s.article_id
    JOIN documents AS d ON d.document_id = a.document_id
    WHERE s.kind IN ('headline', 'subhead', 'body')
    GROUP BY s.article_id
),
spoken AS (
    SELECT q.article_id, q.quote_no, q.content, trim(lower(regexp_replace(q.content, '[^\p{L}\p{N}]+', ' ', 'g'))) AS folded
    FROM quotes AS q
    SEMI JOIN touched AS t ON t.article_id = q.article_id
    WHERE q.speech AND q.in_segment <> 'headline'
),
said AS (
    SELECT article_id, list(content ORDER BY quote_no) AS contents, list(folded ORDER BY quote_no) AS folded
    FROM spoken
    GROUP BY article_id
),
compared AS (
    SELECT
        s.*,
        n.article_no,
        o.article_no AS old_article_no,
        coalesce(n.source, o.source, '(source unknown)') AS source,
        coalesce(n.content_date, o.content_date) AS content_date,
        n.headline,
        o.headline AS old_headline,
        n.n_words AS words,
        o.n_words AS old_words,
        o.body_sha256 <> n.body_sha256 AS other_text,
        o.content_date IS DISTINCT FROM n.content_date AS other_date,
        o.bylines <> n.bylines AS other_byline,
        coalesce(list_filter(q.contents, lambda x, i: NOT list_contains(coalesce(p.folded, []), q.folded[i])), []) AS quotes_added,
        coalesce(list_filter(p.contents, lambda x, i: NOT list_contains(coalesce(q.folded, []), p.folded[i])), []) AS quotes_removed,
        list_sort(coalesce(list_filter(f.numbers, lambda x: NOT list_contains(coalesce(g.numbers, []), x)), [])) AS numbers_added,
        list_sort(coalesce(list_filter(g.numbers, lambda x: NOT list_contains(coalesce(f.numbers, []), x)), [])) AS numbers_removed
    FROM steps AS s
    LEFT JOIN articles AS n ON n.article_id = s.article_id
    LEFT JOIN articles AS o ON o.article_id = s.old_article_id
    LEFT JOIN said AS q ON q.article_id = s.article_id
    LEFT JOIN said AS p ON p.article_id = s.old_article_id
    LEFT JOIN figures AS f ON f.article_id = s.article_id
    LEFT JOIN figures AS g ON g.article_id = s.old_article_id
),
told AS (
    SELECT
        *,
        CASE
            WHEN old_article_id IS NULL THEN ['article added']
            WHEN article_id IS NULL THEN ['article removed']
            ELSE list_filter([
                if(headline IS DISTINCT FROM old_headline, 'headline', NULL),
                if(other_text, 'text', NULL),
                if(len(quotes_added) + len(quotes_removed) > 0, 'quotes', NULL),
                if(len(numbers_added) + len(numbers_removed) > 0, 'numbers', NULL),
                if(other_date, 'date', NULL),
                if(other_byline, 'byline', NULL)
            ], lambda x: x IS NOT NULL)
        END AS changes
    FROM compared
)
SELECT
    article_id,
    old_article_id,
    source,
    content_date,
    path,
    version_no,
    changes,
    headline,
    old_headline,
    quotes_added,
    quotes_removed,
    numbers_added,
    numbers_removed,
    words,
    old_words,
    seen_at,
    old_seen_at,
    round(epoch(seen_at - old_seen_at) / 3600, 2) AS lag_hours
FROM told
WHERE len(changes) > 0
ORDER BY seen_at DESC, path, version_no DESC, coalesce(article_no, old_article_no), article_id NULLS LAST, old_article_id;

COMMENT ON VIEW updated_articles IS 'Which articles changed after they were first seen, and what changed? A row is an article of a file whose content changed, compared with the version before; newest first. A new version that changes no headline, body, date or byline has no row.';
COMMENT ON COLUMN updated_articles.article_id IS 'The article in the new version; null when it was removed.';
COMMENT ON COLUMN updated_articles.old_article_id IS 'The article in the version before; null when it was added.';
COMMENT ON COLUMN updated_articles.source IS 'Who published it, or (source unknown).';
COMMENT ON COLUMN updated_articles.content_date IS 'Its date; null when not known.';
COMMENT ON COLUMN updated_articles.path IS 'The file.';
COMMENT ON COLUMN updated_articles.version_no IS 'The new version of the file: 2 for its first change.';
COMMENT ON COLUMN updated_articles.changes IS 'What changed: headline, text (of the body), quotes, numbers, date, byline; or article added, article removed in a file that holds several.';
COMMENT ON COLUMN updated_articles.headline IS 'Headline now.';
COMMENT ON COLUMN updated_articles.old_headline IS 'Headline before.';
COMMENT ON COLUMN updated_articles.quotes_added IS 'Quotes that the version before did not have, case, spaces and punctuation apart; speech in the body only.';
COMMENT ON COLUMN updated_articles.quotes_removed IS 'Quotes that only the version before has.';
COMMENT ON COLUMN updated_articles.numbers_added IS 'Numbers in digits or words (from two) that headline, standfirst and body did not have before.';
COMMENT ON COLUMN updated_articles.numbers_removed IS 'Numbers that only the version before has.';
COMMENT ON COLUMN updated_articles.words IS 'Words of the body now.';
COMMENT ON COLUMN updated_articles.old_words IS 'Words of the body before.';
COMMENT ON COLUMN updated_articles.seen_at IS 'When the new version was first read.';
COMMENT ON COLUMN updated_articles.old_seen_at IS 'When the version before was first read.';
COMMENT ON COLUMN updated_articles.lag_hours IS 'Hours between the two: how long the old version stood at most.';
