-- What the resolution of names remembers from run to run, in a schema of its own: none of it is for readers, all of it can be
-- made again. A key stands for the articles' names that are resolved as one (transforms/identity/names.py says which).
CREATE SCHEMA IF NOT EXISTS identity;

-- SHA-256 of the code that resolves: with another one, all is made again.
CREATE TABLE IF NOT EXISTS identity.rules (digest VARCHAR NOT NULL);

CREATE TABLE IF NOT EXISTS identity.articles (article_id VARCHAR NOT NULL, digest UBIGINT NOT NULL);

CREATE TABLE IF NOT EXISTS identity.names (
    "key" VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    name_id VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    canonical_name VARCHAR NOT NULL,
    surfaces VARCHAR[] NOT NULL,
    beside VARCHAR[],
    geonames_id BIGINT,
    country_iso VARCHAR,
    gender VARCHAR,
    reviewed_article VARCHAR
);

CREATE TABLE IF NOT EXISTS identity.handles ("key" VARCHAR NOT NULL, handle VARCHAR NOT NULL);

CREATE TABLE IF NOT EXISTS identity.resolved (
    "key" VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    canonical_name VARCHAR NOT NULL,
    "type" VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);

-- Entities whose rows in the refreshed tables must be made anew: sql/refresh does it, and empties the list.
CREATE TABLE IF NOT EXISTS identity.stale (entity_id VARCHAR NOT NULL);
