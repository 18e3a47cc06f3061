-- Tables that outlive every re-derivation, column by column as transforms/schema.py declares them (a test compares).
-- No foreign keys and no key but the ledger's: DuckDB deletes and inserts thirteen times faster without.
CREATE TABLE runs (
    run_id        VARCHAR NOT NULL,
    flow_run_id   VARCHAR,
    "trigger"     VARCHAR NOT NULL,
    started_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at      TIMESTAMP WITH TIME ZONE,
    status        VARCHAR NOT NULL,
    code_version  VARCHAR NOT NULL,
    model         VARCHAR NOT NULL,
    config        VARCHAR NOT NULL,
    n_seen        BIGINT NOT NULL,
    n_new         BIGINT NOT NULL,
    n_changed     BIGINT NOT NULL,
    n_unchanged   BIGINT NOT NULL,
    n_rejected    BIGINT NOT NULL,
    n_rederived   BIGINT NOT NULL,
    seconds       VARCHAR NOT NULL
);

CREATE TABLE files (
    path              VARCHAR NOT NULL,
    version_no        BIGINT NOT NULL,
    document_id       VARCHAR,
    sha256            VARCHAR,
    size              BIGINT NOT NULL,
    mtime_ns          BIGINT NOT NULL,
    first_seen_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    status            VARCHAR NOT NULL,
    mapped_source     VARCHAR,
    extractor_version VARCHAR NOT NULL,
    batch_id          VARCHAR NOT NULL,
    run_id            VARCHAR NOT NULL,
    PRIMARY KEY (path, version_no)
);

CREATE TABLE documents (
    document_id   VARCHAR NOT NULL,
    sha256        VARCHAR NOT NULL,
    encoding      VARCHAR NOT NULL,
    byte_size     BIGINT NOT NULL,
    text          VARCHAR NOT NULL,
    first_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    run_id        VARCHAR NOT NULL
);

CREATE TABLE rejects (
    path   VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);
