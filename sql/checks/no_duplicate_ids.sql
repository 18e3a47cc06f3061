-- Rows share an identifier: something was loaded twice, and counts are too high.
WITH ids AS (
    SELECT 'runs' AS table_name, run_id AS id FROM runs
    UNION ALL
    SELECT 'documents', document_id FROM documents
    UNION ALL
    SELECT 'rejects', path || ' in run ' || run_id FROM rejects
    UNION ALL
    SELECT 'files', path || ' as current' FROM files WHERE status = 'current'
    UNION ALL
    SELECT 'articles', article_id FROM articles
    UNION ALL
    SELECT 'segments', article_id || ':' || segment_no FROM segments
    UNION ALL
    SELECT 'mentions', article_id || ':' || char_start || ':' || char_end FROM mentions
    UNION ALL
    SELECT 'quotes', quote_id FROM quotes
    UNION ALL
    SELECT 'quote_spans', quote_id || ':' || role || ':' || fragment_no FROM quote_spans
    UNION ALL
    SELECT 'article_topics', article_id || ':' || topic_id FROM article_topics
    UNION ALL
    SELECT 'time_expressions', article_id || ':' || char_start || ':' || char_end FROM time_expressions
    UNION ALL
    SELECT 'name_attributes', article_id || ':' || name_id || ':' || attribute || ':' || char_start || ':' || char_end FROM name_attributes
    UNION ALL
    SELECT 'quote_topics', quote_id || ':' || topic_id FROM quote_topics
    UNION ALL
    SELECT 'key_phrases', article_id || ':' || phrase FROM key_phrases
    UNION ALL
    SELECT 'reviews', review_id FROM reviews
    UNION ALL
    SELECT 'topic_models', model FROM topic_models
    UNION ALL
    SELECT 'quality_metrics', measured_at || ': ' || gold || ': ' || metric || ': ' || slice FROM quality_metrics
    UNION ALL
    SELECT 'topics', topic_id FROM topics
    UNION ALL
    SELECT 'entities', entity_id FROM entities
    UNION ALL
    SELECT 'entity_names', article_id || ':' || name_id FROM entity_names
    UNION ALL
    SELECT 'entity_attributes', entity_id || ':' || attribute || ':' || "value" FROM entity_attributes
    UNION ALL
    SELECT 'entity_aliases', entity_id || ':' || alias FROM entity_aliases
    UNION ALL
    SELECT 'recurring_lines', source || ': ' || line FROM recurring_lines
)
SELECT table_name, id, 'stands in ' || count(*) || ' rows' AS what
FROM ids
GROUP BY table_name, id
HAVING count(*) > 1;
