-- Which articles do the folders hold, as last read?
CREATE OR REPLACE VIEW current_articles AS
WITH current_files AS (
    SELECT document_id, min(path) AS path, count(*) AS n_paths
    FROM files
    WHERE status = 'current'
    GROUP BY document_id
)
SELECT
    a.article_id,
    a.document_id,
    a.article_no,
    f.path,
    f.n_paths,
    coalesce(a.source, '(source unknown)') AS source,
    a.source_basis,
    a.section,
    a.headline,
    a.subhead,
    a.bylines,
    a.dateline_place,
    a.agency,
    a.content_date,
    a.date_precision,
    a.language,
    a.n_words,
    a.n_sentences,
    a.body_sha256,
    a.quality_flags
FROM articles AS a
JOIN current_files AS f USING (document_id);

COMMENT ON VIEW current_articles IS 'Which articles do the folders hold, as last read? Superseded versions of a file are left out; a content at several paths counts once; a file that was deleted or became unreadable keeps its last good version.';
COMMENT ON COLUMN current_articles.article_id IS 'Identifier of the article.';
COMMENT ON COLUMN current_articles.document_id IS 'The content that it stands in.';
COMMENT ON COLUMN current_articles.article_no IS 'Place in the document, from 1.';
COMMENT ON COLUMN current_articles.path IS 'The file; the first in alphabetical order where several hold the same content.';
COMMENT ON COLUMN current_articles.n_paths IS 'Files that hold this content, as last read.';
COMMENT ON COLUMN current_articles.source IS 'Who published it, or (source unknown).';
COMMENT ON COLUMN current_articles.source_basis IS 'Rule that gave the source; null when unknown.';
COMMENT ON COLUMN current_articles.section IS 'The publisher''s section, as printed.';
COMMENT ON COLUMN current_articles.headline IS 'Headline, as printed.';
COMMENT ON COLUMN current_articles.subhead IS 'Standfirst, as printed.';
COMMENT ON COLUMN current_articles.bylines IS 'Names in the byline.';
COMMENT ON COLUMN current_articles.dateline_place IS 'Place in the dateline, as printed.';
COMMENT ON COLUMN current_articles.agency IS 'News agency credited, as printed.';
COMMENT ON COLUMN current_articles.content_date IS 'Date of the text; null when it or its year is not known.';
COMMENT ON COLUMN current_articles.date_precision IS 'day, inferred_year or none.';
COMMENT ON COLUMN current_articles.language IS 'ISO 639-1 code.';
COMMENT ON COLUMN current_articles.n_words IS 'Words of the body.';
COMMENT ON COLUMN current_articles.n_sentences IS 'Sentences of the body.';
COMMENT ON COLUMN current_articles.body_sha256 IS 'Equal for articles with the same body, white space apart.';
COMMENT ON COLUMN current_articles.quality_flags IS 'What a reader should know about the article.';
