-- # Speakers
-- Who is quoted.

-- ## Who is quoted most?
-- The most quoted named speaker, the next one, and how much the most quoted ones share.
-- chart: lead
-- view: top_speakers
WITH ranked AS (
    SELECT speaker, quotes, row_number() OVER (ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id) AS place
    FROM top_speakers
    WHERE speaker_entity_id IS NOT NULL
)
SELECT
    CASE
        WHEN n.quotes IS NULL THEN format('{} is the only named speaker', f.speaker)
        WHEN f.quotes >= 2 * n.quotes THEN format('{} is quoted {:.1f} times as often as anybody else', f.speaker, f.quotes / n.quotes)
        WHEN f.quotes > n.quotes THEN format('{} is quoted most, before {}', f.speaker, n.speaker)
        ELSE format('{} and {} are quoted most', f.speaker, n.speaker)
    END AS finding,
    format('{} known across articles {} quoted; of all {:,} quotations {} name their speaker, and {} are of the ten most quoted.',
        if(r.speakers = 1, 'One speaker', format('{:,} speakers', r.speakers)), if(r.speakers = 1, 'is', 'are'), t.quotes,
        if(t.named > 0 AND t.named < 0.005, '<1%', format('{:.0f}%', 100 * t.named)),
        if(r.first_ten / t.quotes > 0 AND r.first_ten / t.quotes < 0.005, '<1%', format('{:.0f}%', 100 * r.first_ten / t.quotes))) AS detail
FROM (SELECT * FROM ranked WHERE place = 1) AS f
LEFT JOIN (SELECT * FROM ranked WHERE place = 2) AS n ON true
JOIN (SELECT count(*) AS speakers, sum(quotes) FILTER (place <= 10) AS first_ten FROM ranked) AS r ON true
JOIN (
    SELECT
        sum(quotes)::BIGINT AS quotes,
        sum(quotes) FILTER (speaker_kind IN ('named_person', 'organisation', 'metonym')) / sum(quotes) AS named
    FROM top_speakers
) AS t ON true;

-- ## The most quoted
-- Named speakers with three quotations or more, 300 at most; all others are found on the quotes page. Speech outside headlines.
-- chart: league
-- view: reported_speakers
WITH topics AS (
    SELECT speaker_entity_id, topic
    FROM speaker_topics
    WHERE topic_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY speaker_entity_id ORDER BY quotes DESC, topic) = 1
)
SELECT
    speaker_entity_id,
    r.speaker,
    r.quotes,
    r.role,
    t.sources,
    t.articles,
    t.direct_share AS word_for_word_share,
    p.topic,
    t.last_date AS latest
FROM reported_speakers AS r
JOIN top_speakers AS t USING (speaker_entity_id)
LEFT JOIN topics AS p USING (speaker_entity_id)
ORDER BY r.rank;

-- ## Heard in one source only
-- The twenty most quoted of whom one source alone reports speech, and the articles of other known sources that name them.
-- chart: league
-- width: half
-- empty: Every named speaker is heard in two sources or more, or in articles whose source is not known.
SELECT speaker_entity_id, speaker, quotes, source, articles_elsewhere AS named_elsewhere
FROM exclusive_speakers
ORDER BY quotes DESC, words DESC, speaker, speaker_entity_id
LIMIT 20;

-- ## Talked about, not heard
-- The twenty persons named by most articles of which none quotes them.
-- chart: league
-- width: half
-- empty: Every person that is named is quoted, too.
SELECT canonical_name AS person, articles_mentioned AS articles
FROM mentioned_vs_quoted
WHERE type = 'PERSON' AND articles_quoted = 0
ORDER BY articles DESC, person, entity_id
LIMIT 20;

-- ## Who speaks without a name?
-- Words that stand for a speaker without a name, by quotations.
-- chart: league
-- empty: Every speaker that was found has a name.
SELECT speaker, quotes, words, articles, sources, direct_share AS word_for_word_share
FROM top_speakers
WHERE speaker_kind = 'unnamed'
ORDER BY quotes DESC, words DESC, speaker
LIMIT 20;
