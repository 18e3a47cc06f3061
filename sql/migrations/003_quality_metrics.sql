-- How well this installation reads gold that a person labelled: measured on this day, with this code and model.
CREATE TABLE quality_metrics (
    measured_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    gold         VARCHAR NOT NULL,
    gold_sha256  VARCHAR NOT NULL,
    code_version VARCHAR NOT NULL,
    model        VARCHAR NOT NULL,
    metric       VARCHAR NOT NULL,
    slice        VARCHAR NOT NULL,
    "value"      DOUBLE NOT NULL,
    n            BIGINT NOT NULL
);
