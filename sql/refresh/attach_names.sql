-- Names that nobody has resolved (sql/identity, flows/identity.py) stand for themselves, and gone ones for nobody. Then
-- identity.stale lists the entities that the files after this one make anew; entity_attributes.sql, the last, empties it.
CREATE OR REPLACE TEMP TABLE held_names AS
SELECT DISTINCT m.article_id, m.name_id
FROM mentions AS m
JOIN articles AS a USING (article_id)
SEMI JOIN (SELECT document_id FROM files WHERE status = 'current') AS d ON d.document_id = a.document_id
WHERE m.kind = 'name';

CREATE OR REPLACE TEMP TABLE gone_names AS FROM entity_names ANTI JOIN held_names USING (article_id, name_id);

CREATE OR REPLACE TEMP TABLE new_names AS
SELECT article_id, name_id, name_id AS entity_id, 'full_name' AS basis, 1.0 AS confidence
FROM held_names
ANTI JOIN entity_names USING (article_id, name_id);

INSERT INTO identity.stale
SELECT entity_id FROM gone_names
UNION
SELECT entity_id FROM new_names
UNION
SELECT entity_id FROM entity_names ANTI JOIN entities USING (entity_id)
UNION
SELECT entity_id FROM entities ANTI JOIN entity_names USING (entity_id);

DELETE FROM entity_names WHERE (article_id, name_id) IN (SELECT (article_id, name_id) FROM gone_names);

INSERT INTO entity_names BY NAME FROM new_names;

DROP TABLE held_names;
DROP TABLE gone_names;
DROP TABLE new_names;
