-- Withdraws at most $3 notices that have become moot by the business date $1, with an event for
-- each, if the lease is still of epoch $2. What was acknowledged stays.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
gone AS (
    UPDATE notice n SET withdrawn_on = $1, version = n.version + 1
    WHERE n.id IN (SELECT m.id FROM moot_notices($1, false, NULL) m ORDER BY m.id LIMIT $3)
        -- Asked again of the row as it is when it is written: it may be acknowledged by now.
        AND n.acknowledged IS NULL AND n.withdrawn_on IS NULL AND EXISTS (SELECT FROM lease)
    RETURNING n.id),
told AS (
    INSERT INTO event OVERRIDING SYSTEM VALUE
    SELECT e.*
    FROM (SELECT id FROM gone ORDER BY id) AS n
    CROSS JOIN LATERAL event_made('nightly', 'expiry run', 'N-' || n.id,
        '{"state": "open"}', jsonb_build_object('state', 'withdrawn', 'on', $1)) AS e)
SELECT EXISTS (SELECT FROM lease), (SELECT count(*) FROM gone)
