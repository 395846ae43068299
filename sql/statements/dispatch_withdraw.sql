-- Withdraws what a dispatch ($2) would tell that has become moot by today ($1), with an event for
-- each; gives how many.
WITH gone AS (
    UPDATE notice n SET withdrawn_on = $1, version = n.version + 1
    WHERE n.id IN (
            SELECT m.id
            FROM moot_notices($1, false, ARRAY(
                SELECT notice FROM dispatch_notice WHERE dispatch = $2)) m)
        AND n.acknowledged IS NULL AND n.withdrawn_on IS NULL
    RETURNING n.id),
told AS (
    INSERT INTO event OVERRIDING SYSTEM VALUE
    SELECT e.*
    FROM (SELECT id FROM gone ORDER BY id) AS n
    CROSS JOIN LATERAL event_made('delivery', 'notice delivery', 'N-' || n.id,
        '{"state": "open"}', jsonb_build_object('state', 'withdrawn', 'on', $1)) AS e)
SELECT count(*) FROM gone
