-- Loaded, rejected and unchanged files do not add up to those seen: a file was lost on the way.
SELECT
    'runs' AS table_name,
    run_id AS id,
    n_new || ' new + ' || n_changed || ' changed + ' || n_unchanged || ' unchanged + ' || n_rejected || ' rejected are not '
        || n_seen || ' seen' AS what
FROM runs
WHERE status = 'completed' AND n_new + n_changed + n_unchanged + n_rejected != n_seen;
