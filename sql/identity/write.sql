-- What `resolutions` says of the wanted keys is said of their names; only rows that change are written.
CREATE OR REPLACE TEMP TABLE said_anew AS FROM resolutions EXCEPT FROM identity.resolved;

DELETE FROM identity.resolved
WHERE "key" IN (SELECT "key" FROM said_anew)
    OR "key" IN (FROM touched ANTI JOIN resolutions USING ("key"));

INSERT INTO identity.resolved FROM said_anew;

CREATE OR REPLACE TEMP TABLE rewritten AS
SELECT article_id, name_id, "key"
FROM identity.names
WHERE "key" IN (SELECT "key" FROM said_anew) OR article_id IN (FROM changed);

INSERT INTO identity.stale
SELECT entity_id FROM entity_names SEMI JOIN rewritten USING (article_id, name_id)
UNION
SELECT entity_id FROM entity_names SEMI JOIN changed USING (article_id)
UNION
SELECT entity_id FROM rewritten JOIN identity.resolved USING ("key");

DELETE FROM entity_names WHERE article_id IN (FROM changed);

DELETE FROM entity_names WHERE (article_id, name_id) IN (SELECT (article_id, name_id) FROM rewritten);

INSERT INTO entity_names BY NAME
SELECT article_id, name_id, entity_id, basis, confidence
FROM rewritten
JOIN identity.resolved USING ("key");
