-- Withdraws at most $3 notices that have become moot by the business date $1, with an event for
-- each, if the lease is still of epoch $2. Moot is what announces an end that is not one any
-- more: renewed, revoked, moved to another day, or a report filed since.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
owed AS MATERIALIZED (
    SELECT licence, due FROM reports_owed($1)),
moot AS (
    SELECT n.id
    FROM notice n
    LEFT JOIN licence l ON l.id = n.licence
    WHERE n.acknowledged IS NULL AND n.withdrawn_on IS NULL AND NOT n.passed_over
        AND n.on_date <= $1 AND EXISTS (SELECT FROM lease)
        AND CASE
            WHEN n.rule IN ('expired', 'expiring') AND n.licence IS NOT NULL THEN
                l.revoked_on <= $1 OR l.until_date <> n.until_date OR EXISTS (
                    SELECT FROM licence r
                    WHERE r.renewal_of = l.id
                        AND (r.revoked_on IS NULL OR r.revoked_on > $1))
            WHEN n.rule IN ('lapsed', 'expiring') THEN NOT EXISTS (
                SELECT FROM standing s
                WHERE s.person = n.person AND s.programme = n.programme AND s.role = n.role
                    AND s.from_date <= $1 AND (s.until_date IS NULL OR s.until_date >= $1)
                    AND s.state <> 'revoked' AND s.current_until = n.until_date)
            WHEN n.rule = 'coverage-ended' THEN l.revoked_on <= $1 OR NOT EXISTS (
                SELECT FROM licence_coverage c
                WHERE c.licence = n.licence AND c.organisation = n.organisation
                    AND c.until_date = n.until_date)
            WHEN n.rule = 'affiliation-ended' THEN NOT EXISTS (
                SELECT FROM affiliation a
                WHERE a.person = n.person AND a.organisation = n.organisation
                    AND a.until_date = n.until_date)
            WHEN n.rule IN ('report-due', 'report-overdue') THEN
                (n.licence, n.until_date) NOT IN (SELECT licence, due FROM owed)
            ELSE false
        END
    ORDER BY n.id
    LIMIT $3
    FOR UPDATE OF n),
gone AS (
    UPDATE notice n SET withdrawn_on = $1, version = n.version + 1
    FROM moot WHERE n.id = moot.id
    RETURNING n.id),
told AS (
    INSERT INTO event (account, command, thing, before, after)
    SELECT 'nightly', 'expiry run', 'N-' || id, '{"state": "open"}',
        jsonb_build_object('state', 'withdrawn', 'on', $1)
    FROM gone
    ORDER BY id)
SELECT EXISTS (SELECT FROM lease), (SELECT count(*) FROM gone)
