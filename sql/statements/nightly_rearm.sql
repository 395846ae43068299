-- Opens at most $3 notices again that were withdrawn on a date before the business date $1 and
-- announce an end which is one again, with an event for each, if the lease is still of epoch $2.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
again AS (
    UPDATE notice n SET withdrawn_on = NULL, rearmed_on = $1, version = n.version + 1
    WHERE n.id IN (
            SELECT w.id
            FROM notice w
            WHERE w.withdrawn_on < $1 AND w.acknowledged IS NULL AND NOT w.passed_over
                AND w.rule IN ('expired', 'lapsed', 'coverage-ended', 'affiliation-ended',
                    'expiring', 'report-due', 'report-overdue')
                AND (w.rule <> 'expiring' OR w.until_date >= $1)
                AND w.id NOT IN (SELECT m.id FROM moot_notices($1, true, NULL) m)
            ORDER BY w.id
            LIMIT $3)
        AND n.acknowledged IS NULL AND n.withdrawn_on IS NOT NULL AND EXISTS (SELECT FROM lease)
    RETURNING n.id),
told AS (
    INSERT INTO event OVERRIDING SYSTEM VALUE
    SELECT e.*
    FROM (SELECT id FROM again ORDER BY id) AS n
    CROSS JOIN LATERAL event_made('nightly', 'expiry run', 'N-' || n.id,
        '{"state": "withdrawn"}', jsonb_build_object('state', 'open', 'on', $1)) AS e)
SELECT EXISTS (SELECT FROM lease), (SELECT count(*) FROM again)
