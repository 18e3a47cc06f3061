-- Two spans of an article cover the same characters: a word would be read in two roles.
SELECT
    'segments' AS table_name,
    article_id || ':' || segment_no AS id,
    kind || ' starts at ' || char_start || ', before the one in front of it ends at ' || end_before AS what
FROM (
    SELECT
        article_id,
        segment_no,
        kind,
        char_start,
        max(char_end) OVER (
            PARTITION BY article_id ORDER BY char_start, char_end, segment_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS end_before
    FROM segments
)
WHERE char_start < end_before;
