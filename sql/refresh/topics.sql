-- Topics that an article can have: the 17 top-level IPTC Media Topics (https://cv.iptc.org/newscodes/mediatopic/, labels as
-- current there), and the publishers' own sections as they were found.
DELETE FROM topics;

INSERT INTO topics (topic_id, scheme, label)
SELECT topic_id, 'iptc_mediatopic', label
FROM (
    VALUES
        ('medtop:01000000', 'arts, culture, entertainment and media'),
        ('medtop:02000000', 'crime, law and justice'),
        ('medtop:03000000', 'disaster, accident and emergency incident'),
        ('medtop:04000000', 'economy, business and finance'),
        ('medtop:05000000', 'education'),
        ('medtop:06000000', 'environment'),
        ('medtop:07000000', 'health'),
        ('medtop:08000000', 'human interest'),
        ('medtop:09000000', 'labour'),
        ('medtop:10000000', 'lifestyle and leisure'),
        ('medtop:11000000', 'politics'),
        ('medtop:12000000', 'religion'),
        ('medtop:13000000', 'science and technology'),
        ('medtop:14000000', 'society'),
        ('medtop:15000000', 'sport'),
        ('medtop:16000000', 'conflict, war and peace'),
        ('medtop:17000000', 'weather')
) AS media_topics (topic_id, label);

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
