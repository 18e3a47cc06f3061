-- What a person corrected, and which classifiers there have been: neither can be recomputed.
CREATE TABLE reviews (
    review_id    VARCHAR NOT NULL,
    made_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    "action"     VARCHAR NOT NULL,
    "type"       VARCHAR NOT NULL,
    "name"       VARCHAR NOT NULL,
    target       VARCHAR NOT NULL,
    article_id   VARCHAR,
    note         VARCHAR,
    withdrawn_at TIMESTAMP WITH TIME ZONE
);

CREATE TABLE topic_models (
    model      VARCHAR NOT NULL,
    fitted_at  TIMESTAMP WITH TIME ZONE,
    run_id     VARCHAR,
    n_articles BIGINT NOT NULL,
    n_examples BIGINT NOT NULL,
    lexicon    VARCHAR NOT NULL
);
