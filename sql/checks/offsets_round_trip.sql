-- A span does not give back its words, or lies outside its text: the rows cannot be trusted as evidence.
WITH texts AS (
    SELECT a.article_id, d.text, length(d.text) AS text_length
    FROM articles AS a
    JOIN documents AS d USING (document_id)
)
SELECT 'quotes' AS table_name, quote_id AS id, 'content is not the text at its place' AS what
FROM quotes
JOIN texts USING (article_id)
WHERE substr(text, char_start + 1, char_end - char_start) != content
UNION ALL
SELECT 'mentions', article_id || ':' || char_start, 'surface is not the text at its place'
FROM mentions
JOIN texts USING (article_id)
WHERE substr(text, char_start + 1, char_end - char_start) != surface
UNION ALL
SELECT 'time_expressions', article_id || ':' || char_start, 'surface is not the text at its place'
FROM time_expressions
JOIN texts USING (article_id)
WHERE substr(text, char_start + 1, char_end - char_start) != surface
UNION ALL
SELECT 'segments', article_id || ':' || segment_no, 'span is empty or outside the text'
FROM segments
JOIN texts USING (article_id)
WHERE char_start >= char_end OR char_end > text_length
UNION ALL
SELECT 'evidence', article_id || ':' || field, 'span is outside the text'
FROM evidence
JOIN texts USING (article_id)
WHERE char_start > char_end OR char_end > text_length OR (char_start IS NULL) != (char_end IS NULL)
UNION ALL
-- A source may be printed with more around it than its name, and a date is printed in words.
SELECT 'evidence', article_id || ':' || field, 'value is not the text at its place'
FROM evidence
JOIN texts USING (article_id)
WHERE field NOT IN ('source', 'content_date') AND substr(text, char_start + 1, char_end - char_start) != "value"
UNION ALL
SELECT 'articles', article_id || ':' || kind, 'title is not the text of a segment of its kind'
FROM (UNPIVOT (SELECT article_id, headline, section FROM articles) ON headline, section INTO NAME kind VALUE title)
ANTI JOIN (
    SELECT article_id, kind, substr(text, char_start + 1, char_end - char_start) AS title
    FROM segments
    JOIN texts USING (article_id)
) USING (article_id, kind, title)
UNION ALL
SELECT 'quotes', quote_id || ':' || s.role, 'words are not the text at their place'
FROM quote_spans AS s
JOIN quotes AS q USING (quote_id)
JOIN texts ON texts.article_id = q.article_id
WHERE s.role IN ('cue', 'source', 'addressee')
    AND s.fragment_no = 1
    AND substr(text, s.char_start + 1, s.char_end - s.char_start)
        IS DISTINCT FROM CASE s.role WHEN 'cue' THEN q.cue WHEN 'source' THEN q.speaker_text ELSE q.addressee_text END
UNION ALL
SELECT 'quote_spans', quote_id || ':' || role || ':' || fragment_no, 'span is empty or outside the text'
FROM quote_spans
JOIN texts USING (article_id)
WHERE char_start >= char_end OR char_end > text_length
UNION ALL
SELECT 'quote_spans', quote_id || ':content:' || s.fragment_no, 'content fragment is outside its quote'
FROM quote_spans AS s
JOIN quotes AS q USING (quote_id)
WHERE s.role = 'content' AND (s.char_start < q.char_start OR s.char_end > q.char_end);
