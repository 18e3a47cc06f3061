-- Lines that recur over the current articles of a source and are boilerplate for that; docs/recurring-lines.md has the
-- rule and what it was measured on. Only what stands in a text counts, hardly how it was read: a line that is taken for
-- boilerplate because of this table stays in it.
DELETE FROM recurring_lines;

INSERT INTO recurring_lines BY NAME
WITH current_documents AS (
    SELECT document_id, text
    FROM documents
    SEMI JOIN (SELECT document_id FROM files WHERE status = 'current') AS held USING (document_id)
),
read_articles AS (
    SELECT
        article_id,
        document_id,
        coalesce(source, '') AS source,
        coalesce(lower(headline), body_sha256) AS story
    FROM articles
    JOIN current_documents USING (document_id)
),
-- trim() knows the spaces of Unicode only; a tab, vertical tab or form feed is one character as well, so offsets stay.
spaced AS (
    SELECT document_id, regexp_replace(text, '[\t\x0b\x0c]', ' ', 'g') AS text
    FROM current_documents
),
split AS (
    SELECT
        document_id,
        unnest(string_split(text, chr(10))) AS line,
        generate_subscripts(string_split(text, chr(10)), 1) AS line_no
    FROM spaced
),
placed AS (
    SELECT
        document_id,
        hash(trim(line)) AS digest,
        CASE WHEN length(line) <= 600 THEN trim(line) END AS line,
        length(trim(line)) AS size,
        sum(length(line) + 1) OVER (PARTITION BY document_id ORDER BY line_no) - 1 - length(ltrim(line)) AS char_start
    FROM split
),
-- A cheap first look: most lines stand in one document and need no second one.
seen_again AS (
    SELECT digest
    FROM placed
    WHERE size >= 10
    GROUP BY digest
    HAVING count(DISTINCT document_id) > 1
),
roles AS (
    SELECT article_id, document_id, source, story, kind, char_start, char_end
    FROM segments
    JOIN read_articles USING (article_id)
),
-- The segment that a line stands in is the last that starts before it. (No ASOF JOIN: DuckDB may run it as nested loops.)
starts AS (
    SELECT document_id, char_start, char_start AS segment_start, NULL AS digest, NULL AS line, NULL AS size FROM roles
    UNION ALL
    SELECT document_id, char_start, NULL, digest, line, size FROM placed SEMI JOIN seen_again USING (digest)
),
lines AS (
    SELECT
        document_id, char_start, digest, line, size,
        max(segment_start) OVER (PARTITION BY document_id ORDER BY char_start) AS segment_start
    FROM starts
    QUALIFY digest IS NOT NULL
),
-- A line counts where it is a segment of its own, as a line of a wrapped paragraph is not, or part of boilerplate.
found AS (
    SELECT r.article_id, r.source, r.story, r.kind, l.digest, l.line, l.char_start
    FROM lines AS l
    JOIN roles AS r ON r.document_id = l.document_id AND r.char_start = l.segment_start
    WHERE (r.char_start = l.char_start AND r.char_end = l.char_start + l.size)
        OR (r.kind = 'boilerplate' AND l.char_start + l.size <= r.char_end)
),
-- The story lies between paragraphs that no other document has. Reprints and updates share many of theirs.
stories AS (
    SELECT
        r.article_id,
        min(r.char_start) FILTER (WHERE f.digest IS NULL) AS first_own,
        max(r.char_start) FILTER (WHERE f.digest IS NULL) AS last_own,
        count(f.digest) FILTER (WHERE r.char_end - r.char_start >= 100) AS n_shared,
        count(*) FILTER (WHERE r.char_end - r.char_start >= 100) AS n_paragraphs
    FROM roles AS r
    LEFT JOIN found AS f ON f.article_id = r.article_id AND f.char_start = r.char_start
    WHERE r.kind = 'body'
    GROUP BY r.article_id
),
counted AS (
    SELECT
        source,
        line,
        count(DISTINCT article_id) AS n_articles,
        count(DISTINCT CASE WHEN 3 * n_shared < n_paragraphs OR n_paragraphs = 0 THEN story END) AS n_stories,
        count(DISTINCT CASE WHEN kind = 'body' THEN article_id END) AS n_in_body,
        avg(CASE WHEN kind IN ('body', 'boilerplate', 'headline', 'subhead', 'crosshead') THEN 0 ELSE 1 END) AS in_other_role,
        avg(CASE WHEN char_start < first_own THEN 1 ELSE 0 END) AS above,
        avg(CASE WHEN char_start > last_own THEN 1 ELSE 0 END) AS below
    FROM found
    JOIN stories USING (article_id)
    WHERE line IS NOT NULL
    GROUP BY source, line
    HAVING n_stories >= 3
),
-- Names, sections and crossheads have capitals or few words, the rest of a broken paragraph starts with a small letter, and
-- what is quoted is never boilerplate.
shaped AS (
    SELECT
        *,
        n_articles / n_source_articles AS share,
        length(line) - length(replace(line, ' ', '')) + 1 AS n_words,
        regexp_matches(line, '[.!?…][’'')\]]*$') AS is_sentence
    FROM counted
    JOIN (SELECT source, count(*) AS n_source_articles FROM read_articles GROUP BY source) USING (source)
    WHERE in_other_role <= 0.1
        AND NOT regexp_matches(line, '^\p{Ll}|["“”„«»]')
        AND len(regexp_extract_all(line, '(?:^| )\p{Ll}')) >= 2
)
SELECT source, line, n_articles, n_source_articles, n_in_body
FROM shaped
WHERE CASE
        -- Background repeats in the midst of stories, word for word: a sentence must stand outside them.
        WHEN is_sentence THEN n_words >= 8 AND n_stories >= 5 AND share >= 0.1 AND above + below >= 0.8
        WHEN below >= 0.8 THEN n_words >= 3 AND share >= 0.05
        ELSE n_words >= 6 AND n_stories >= 5 AND share >= 0.1
    END
ORDER BY source, n_articles DESC, line;
