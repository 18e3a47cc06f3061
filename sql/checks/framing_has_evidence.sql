-- A quote says how or to whom it was spoken, and no words of the text are given for it, or the other way round.
WITH framing AS (
    SELECT quote_id, 'channel' AS role FROM quotes WHERE channel IS NOT NULL
    UNION ALL
    SELECT quote_id, 'addressee' FROM quotes WHERE addressee_text IS NOT NULL
),
words AS (
    SELECT quote_id, role FROM quote_spans WHERE role IN ('channel', 'addressee')
)
SELECT 'quotes' AS table_name, quote_id AS id, role || ' without a span' AS what
FROM framing
ANTI JOIN words USING (quote_id, role)
UNION ALL
SELECT 'quote_spans', quote_id || ':' || role, 'span of something that the quote does not have'
FROM words
ANTI JOIN framing USING (quote_id, role);
