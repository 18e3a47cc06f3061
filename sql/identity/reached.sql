-- The keys that share a handle with a touched one, directly or over others; `new_handles` holds those of the touched keys,
-- `ties` the handles that each correction of a person ties together.
CREATE OR REPLACE TEMP TABLE reached_handles AS
WITH RECURSIVE tied AS (
    FROM identity.handles UNION ALL FROM new_handles UNION ALL FROM ties
),
reached AS (
    SELECT handle FROM tied SEMI JOIN (FROM touched UNION ALL SELECT "key" FROM ties) AS start USING ("key")
    UNION
    SELECT far.handle
    FROM reached
    JOIN tied AS near ON near.handle = reached.handle
    JOIN tied AS far ON far."key" = near."key"
)
SELECT handle FROM reached;

DELETE FROM identity.handles WHERE "key" IN (FROM touched);

INSERT INTO identity.handles FROM new_handles;

CREATE OR REPLACE TEMP TABLE wanted AS
SELECT DISTINCT "key" FROM identity.handles SEMI JOIN reached_handles USING (handle);
