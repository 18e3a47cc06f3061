-- A row belongs to something that is not there, or a loaded file has nothing: a part of a batch was lost.
SELECT 'articles' AS table_name, article_id AS id, 'its document is not there: ' || document_id AS what
FROM articles
ANTI JOIN documents USING (document_id)
UNION ALL
SELECT 'articles', article_id, 'no file holds its document: ' || document_id
FROM articles
ANTI JOIN files USING (document_id)
UNION ALL
SELECT 'files', path || ':' || version_no, 'its document is not there: ' || coalesce(document_id, 'null')
FROM files
ANTI JOIN documents USING (document_id)
WHERE status != 'rejected'
UNION ALL
SELECT 'files', path || ':' || version_no, 'its document has no article: ' || document_id
FROM files
ANTI JOIN articles USING (document_id)
WHERE status != 'rejected'
UNION ALL
SELECT 'segments', article_id || ':' || segment_no, 'its article is not there' FROM segments ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'evidence', article_id || ':' || field, 'its article is not there' FROM evidence ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'mentions', article_id || ':' || char_start, 'its article is not there' FROM mentions ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'quotes', quote_id, 'its article is not there' FROM quotes ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'article_topics', article_id || ':' || topic_id, 'its article is not there' FROM article_topics ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'time_expressions', article_id || ':' || char_start, 'its article is not there' FROM time_expressions ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'quote_spans', quote_id || ':' || role || ':' || fragment_no, 'its quote is not there' FROM quote_spans ANTI JOIN quotes USING (quote_id)
UNION ALL
SELECT 'mentions', article_id || ':' || char_start, 'the quote that it stands in is not there: ' || quote_id
FROM mentions
ANTI JOIN quotes USING (quote_id)
WHERE quote_id IS NOT NULL
UNION ALL
SELECT 'article_topics', article_id || ':' || topic_id, 'its topic has no label' FROM article_topics ANTI JOIN topics USING (topic_id);
