-- On which topics does each source surely dwell?
CREATE OR REPLACE VIEW topic_focus AS
WITH shares AS (
    SELECT
        source,
        topic_id,
        topic,
        articles,
        round(articles / share_of_source)::BIGINT AS articles_of_source,
        share_of_source,
        share_of_source / lift_vs_all AS share_of_all,
        lift_vs_all
    FROM topics_by_source
    WHERE scheme = 'iptc_mediatopic' AND topic_id IS NOT NULL AND source <> '(source unknown)' AND articles >= 5
),
-- Wilson (1927), "Probable inference, the law of succession": lower end of the interval of a share, 95% (z = 1.96).
bounded AS (
    SELECT
        *,
        (
            share_of_source + 1.9208 / articles_of_source
            - 1.96 * sqrt((share_of_source * (1 - share_of_source) + 0.9604 / articles_of_source) / articles_of_source)
        ) / (1 + 3.8416 / articles_of_source) / share_of_all AS sure_lift
    FROM shares
)
SELECT
    source,
    topic_id,
    topic,
    articles,
    articles_of_source,
    share_of_source,
    share_of_all,
    lift_vs_all,
    sure_lift,
    row_number() OVER (PARTITION BY source ORDER BY sure_lift DESC, articles DESC, topic) AS place_in_source,
    row_number() OVER (PARTITION BY topic_id ORDER BY sure_lift DESC, articles DESC, source) AS place_in_topic
FROM bounded
WHERE sure_lift >= 1.2
ORDER BY sure_lift DESC, articles DESC, source, topic;

COMMENT ON VIEW topic_focus IS 'On which topics does each source surely dwell? Top terms of the IPTC Media Topics with five articles or more in a known source, whose share there is 1.2 times the share over all sources, even at the lower end of its 95% interval (Wilson): a few articles prove nothing.';
COMMENT ON COLUMN topic_focus.source IS 'Who published the articles; never (source unknown).';
COMMENT ON COLUMN topic_focus.topic_id IS 'Code of the Media Topic.';
COMMENT ON COLUMN topic_focus.topic IS 'Name of the topic.';
COMMENT ON COLUMN topic_focus.articles IS 'Current articles of the source with the topic.';
COMMENT ON COLUMN topic_focus.articles_of_source IS 'All current articles of the source.';
COMMENT ON COLUMN topic_focus.share_of_source IS 'Articles with the topic as a share of all articles of the source, 0 to 1.';
COMMENT ON COLUMN topic_focus.share_of_all IS 'The share of the topic over all sources, 0 to 1.';
COMMENT ON COLUMN topic_focus.lift_vs_all IS 'The share in the source divided by the share over all: what is told.';
COMMENT ON COLUMN topic_focus.sure_lift IS 'The lower end of the share''s 95% interval, divided by the share over all: what ranks.';
COMMENT ON COLUMN topic_focus.place_in_source IS '1 for the topic that stands out most in the source.';
COMMENT ON COLUMN topic_focus.place_in_topic IS '1 for the source that stands out most in the topic.';
