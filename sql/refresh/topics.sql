-- Topics that an article can have: the IPTC Media Topics of the two upper levels (https://cv.iptc.org/newscodes/mediatopic/, CC BY
-- 4.0; the same rows as transforms/topics/media_topics.csv), and the publishers' own sections as they were found.
DELETE FROM topics;

INSERT INTO topics (topic_id, scheme, label, broader)
SELECT topic_id, 'iptc_mediatopic', label, broader
FROM (
    VALUES
        ('medtop:01000000', 'arts, culture, entertainment and media', NULL),
        ('medtop:02000000', 'crime, law and justice', NULL),
        ('medtop:03000000', 'disaster, accident and emergency incident', NULL),
        ('medtop:04000000', 'economy, business and finance', NULL),
        ('medtop:05000000', 'education', NULL),
        ('medtop:06000000', 'environment', NULL),
        ('medtop:07000000', 'health', NULL),
        ('medtop:08000000', 'human interest', NULL),
        ('medtop:09000000', 'labour', NULL),
        ('medtop:10000000', 'lifestyle and leisure', NULL),
        ('medtop:11000000', 'politics', NULL),
        ('medtop:12000000', 'religion', NULL),
        ('medtop:13000000', 'science and technology', NULL),
        ('medtop:14000000', 'society', NULL),
        ('medtop:15000000', 'sport', NULL),
        ('medtop:16000000', 'conflict, war and peace', NULL),
        ('medtop:17000000', 'weather', NULL),
        ('medtop:20000002', 'arts and entertainment', 'medtop:01000000'),
        ('medtop:20000038', 'culture', 'medtop:01000000'),
        ('medtop:20000045', 'mass media', 'medtop:01000000'),
        ('medtop:20000053', 'act of terror', 'medtop:16000000'),
        ('medtop:20000056', 'armed conflict', 'medtop:16000000'),
        ('medtop:20000065', 'civil unrest', 'medtop:16000000'),
        ('medtop:20000070', 'coup d''etat', 'medtop:16000000'),
        ('medtop:20000071', 'massacre', 'medtop:16000000'),
        ('medtop:20000073', 'peace process', 'medtop:16000000'),
        ('medtop:20000077', 'post-war reconstruction', 'medtop:16000000'),
        ('medtop:20000080', 'prisoners of war', 'medtop:16000000'),
        ('medtop:20000082', 'crime', 'medtop:02000000'),
        ('medtop:20000106', 'judiciary', 'medtop:02000000'),
        ('medtop:20000119', 'justice', 'medtop:02000000'),
        ('medtop:20000121', 'law', 'medtop:02000000'),
        ('medtop:20000129', 'law enforcement', 'medtop:02000000'),
        ('medtop:20000139', 'accident and emergency incident', 'medtop:03000000'),
        ('medtop:20000148', 'disaster', 'medtop:03000000'),
        ('medtop:20000167', 'emergency planning', 'medtop:03000000'),
        ('medtop:20000168', 'emergency response', 'medtop:03000000'),
        ('medtop:20000170', 'business information', 'medtop:04000000'),
        ('medtop:20000209', 'economic sector', 'medtop:04000000'),
        ('medtop:20000344', 'economy', 'medtop:04000000'),
        ('medtop:20000385', 'market and exchange', 'medtop:04000000'),
        ('medtop:20000398', 'parent organisation', 'medtop:05000000'),
        ('medtop:20000399', 'religious education', 'medtop:05000000'),
        ('medtop:20000400', 'school', 'medtop:05000000'),
        ('medtop:20000410', 'social learning', 'medtop:05000000'),
        ('medtop:20000411', 'teaching and learning', 'medtop:05000000'),
        ('medtop:20000418', 'climate change', 'medtop:06000000'),
        ('medtop:20000420', 'conservation', 'medtop:06000000'),
        ('medtop:20000423', 'environmental politics', 'medtop:06000000'),
        ('medtop:20000424', 'environmental pollution', 'medtop:06000000'),
        ('medtop:20000430', 'natural resources', 'medtop:06000000'),
        ('medtop:20000441', 'nature', 'medtop:06000000'),
        ('medtop:20000446', 'diseases and conditions', 'medtop:07000000'),
        ('medtop:20000461', 'health facility', 'medtop:07000000'),
        ('medtop:20000463', 'health organisations', 'medtop:07000000'),
        ('medtop:20000464', 'health treatment', 'medtop:07000000'),
        ('medtop:20000479', 'healthcare policy', 'medtop:07000000'),
        ('medtop:20000485', 'medical profession', 'medtop:07000000'),
        ('medtop:20000493', 'non-human diseases', 'medtop:07000000'),
        ('medtop:20000497', 'accomplishment', 'medtop:08000000'),
        ('medtop:20000500', 'animal', 'medtop:08000000'),
        ('medtop:20000501', 'ceremony', 'medtop:08000000'),
        ('medtop:20000502', 'people', 'medtop:08000000'),
        ('medtop:20000507', 'plant', 'medtop:08000000'),
        ('medtop:20000509', 'employment', 'medtop:09000000'),
        ('medtop:20000521', 'employment legislation', 'medtop:09000000'),
        ('medtop:20000523', 'labour market', 'medtop:09000000'),
        ('medtop:20000524', 'labour relations', 'medtop:09000000'),
        ('medtop:20000531', 'retirement', 'medtop:09000000'),
        ('medtop:20000533', 'unemployment', 'medtop:09000000'),
        ('medtop:20000536', 'unions', 'medtop:09000000'),
        ('medtop:20000538', 'leisure', 'medtop:10000000'),
        ('medtop:20000565', 'lifestyle', 'medtop:10000000'),
        ('medtop:20000574', 'election', 'medtop:11000000'),
        ('medtop:20000587', 'fundamental rights', 'medtop:14000000'),
        ('medtop:20000593', 'government', 'medtop:11000000'),
        ('medtop:20000621', 'government policy', 'medtop:11000000'),
        ('medtop:20000638', 'international relations', 'medtop:11000000'),
        ('medtop:20000646', 'non-governmental organisation', 'medtop:11000000'),
        ('medtop:20000647', 'political crisis', 'medtop:11000000'),
        ('medtop:20000648', 'political dissent', 'medtop:11000000'),
        ('medtop:20000649', 'political process', 'medtop:11000000'),
        ('medtop:20000657', 'religious belief', 'medtop:12000000'),
        ('medtop:20000687', 'interreligious dialogue', 'medtop:12000000'),
        ('medtop:20000688', 'religious conflict', 'medtop:12000000'),
        ('medtop:20000689', 'religious event', 'medtop:12000000'),
        ('medtop:20000697', 'religious facilities', 'medtop:12000000'),
        ('medtop:20000702', 'religious institutions and state relations', 'medtop:12000000'),
        ('medtop:20000703', 'religious leader', 'medtop:12000000'),
        ('medtop:20000705', 'religious text', 'medtop:12000000'),
        ('medtop:20000710', 'biomedical science', 'medtop:13000000'),
        ('medtop:20000715', 'mathematics', 'medtop:13000000'),
        ('medtop:20000717', 'natural science', 'medtop:13000000'),
        ('medtop:20000735', 'scientific research', 'medtop:13000000'),
        ('medtop:20000741', 'scientific institution', 'medtop:13000000'),
        ('medtop:20000742', 'social sciences', 'medtop:13000000'),
        ('medtop:20000755', 'scientific standards', 'medtop:13000000'),
        ('medtop:20000756', 'technology and engineering', 'medtop:13000000'),
        ('medtop:20000768', 'communities', 'medtop:14000000'),
        ('medtop:20000770', 'demographics', 'medtop:14000000'),
        ('medtop:20000775', 'discrimination', 'medtop:14000000'),
        ('medtop:20000780', 'family', 'medtop:14000000'),
        ('medtop:20000788', 'mankind', 'medtop:14000000'),
        ('medtop:20000799', 'social condition', 'medtop:14000000'),
        ('medtop:20000802', 'social problem', 'medtop:14000000'),
        ('medtop:20000808', 'values', 'medtop:14000000'),
        ('medtop:20000817', 'welfare', 'medtop:14000000'),
        ('medtop:20000822', 'competition discipline', 'medtop:15000000'),
        ('medtop:20001103', 'disciplinary action in sport', 'medtop:15000000'),
        ('medtop:20001104', 'drug use in sport', 'medtop:15000000'),
        ('medtop:20001108', 'sport event', 'medtop:15000000'),
        ('medtop:20001124', 'sport industry', 'medtop:15000000'),
        ('medtop:20001125', 'sport organisation', 'medtop:15000000'),
        ('medtop:20001126', 'sport venue', 'medtop:15000000'),
        ('medtop:20001128', 'weather forecast', 'medtop:17000000'),
        ('medtop:20001129', 'weather phenomena', 'medtop:17000000'),
        ('medtop:20001130', 'weather statistic', 'medtop:17000000'),
        ('medtop:20001131', 'weather warning', 'medtop:17000000'),
        ('medtop:20001148', 'transfer', 'medtop:15000000'),
        ('medtop:20001216', 'vocational education', 'medtop:05000000')
) AS media_topics (topic_id, label, broader);

-- A section's label is its most frequent printed form, one that is not all capitals where there is one.
INSERT INTO topics (topic_id, scheme, label)
WITH printed AS (
    SELECT t.topic_id, trim(regexp_replace(coalesce(a.section, ''), '\s+', ' ', 'g')) AS form, count(*) AS n
    FROM article_topics AS t
    LEFT JOIN articles AS a USING (article_id)
    WHERE starts_with(t.topic_id, 'section:')
    GROUP BY t.topic_id, form
),
chosen AS (
    SELECT DISTINCT ON (topic_id) topic_id, coalesce(nullif(form, ''), substr(topic_id, 9)) AS form
    FROM printed
    ORDER BY topic_id, form = '', form = upper(form), n DESC, form
)
SELECT
    topic_id,
    'section',
    -- WORLD NEWS becomes World news; short ones may be initials and stay (UK, WTO).
    CASE
        WHEN form = upper(form) AND length(form) > 3 THEN left(form, 1) || lower(substr(form, 2))
        ELSE upper(left(form, 1)) || substr(form, 2)
    END
FROM chosen
ORDER BY topic_id;
